//! A facet of numbers or times: a histogram, and the range that is asked for.
//!
//! The bars are links like any other, each to the view with its range; what lies behind them is the whole table, and it stays. Together they are one stop
//! of the Tab key, as the bars of a picture and not sixteen things to pass; arrows go from bar to bar.

use std::ops::Range;

use catalog::{CellRef, Histogram, Kind};
use view::{Bounds, Column, ViewState};

use super::{act::Act, node::Sketch, rail::Placed, range::range, values::missing};
use crate::{
    state::{Counted, Facet},
    words,
};

/// A bar.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bar {
    from: f64,
    to: f64,
    /// How many rows lie there under all conditions but the facet's own, and in all.
    counts: (u32, u32),
}

/// The histogram, and below it what else can be asked of the column.
pub(super) fn spread(at: &Placed<'_>, sketch: &mut Sketch) {
    let Some(Counted::Spread(histogram)) = &at.facet.counted else { return };
    let all = bars(histogram, at.facet.column);
    sketch.open("div", "facet__bars");
    sketch.set("role", "toolbar");
    sketch.set("aria-label", at.label());
    chart(at, sketch, &all);
    sketch.close();
    range(at, sketch, [&end(at, &all, false), &end(at, &all, true)]);
    missing(at, sketch);
}

fn chart(at: &Placed<'_>, sketch: &mut Sketch, all: &[Bar]) {
    let column = at.facet.column;
    let range = at.scene.view.range(column);
    let chosen = chosen(&range, all.iter().map(|it| column.bounds(it.from, it.to)));
    let most = all.iter().map(|it| it.counts.1).max().unwrap_or(0);
    let stop = at.facet.look.bar.min(all.len().saturating_sub(1));
    for (place, bar) in all.iter().enumerate() {
        let name = bar.name(at);
        at.link(sketch, "facet__bar", Act::Bar(at.place, place));
        sketch.set("title", &name);
        sketch.set("aria-label", &name);
        sketch.set("tabindex", if place == stop { "0" } else { "-1" });
        if chosen.contains(&place) {
            sketch.set("aria-current", "true");
        }
        for (class, count) in [("facet__all", bar.counts.1), ("facet__some", bar.counts.0)] {
            sketch.open("span", class);
            sketch.set("height", &height(count, most));
            sketch.close();
        }
        sketch.close();
    }
}

/// Asks for the range of a bar, or no longer if it is the one that is asked for.
pub(super) fn toggle(view: &mut ViewState, facet: &Facet, at: usize) {
    let Some(bar) = bar(facet, at) else { return };
    let (least, most) = facet.column.bounds(bar.from, bar.to);
    if view.range(facet.column) == (Some(least), Some(most)) {
        view.set_range(facet.column, None, None);
    } else {
        view.set_bins(facet.column, bar.from, bar.to);
    }
}

/// Asks for the range from one bar to another, whichever of them is the lower one.
pub(super) fn extend(view: &mut ViewState, facet: &Facet, from: usize, to: usize) {
    if let (Some(first), Some(last)) = (bar(facet, from.min(to)), bar(facet, from.max(to))) {
        view.set_bins(facet.column, first.from, last.to);
    }
}

/// The bar that a key leads to, if it leads to one.
pub(super) fn step(facet: &Facet, key: &str) -> Option<usize> {
    let Some(Counted::Spread(histogram)) = &facet.counted else { return None };
    let last = histogram.bins.len().checked_sub(1)?;
    let at = facet.look.bar.min(last);
    match key {
        "ArrowLeft" | "ArrowDown" => Some(at.saturating_sub(1)),
        "ArrowRight" | "ArrowUp" => Some((at + 1).min(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

fn bar(facet: &Facet, at: usize) -> Option<Bar> {
    match &facet.counted {
        Some(Counted::Spread(histogram)) => bars(histogram, facet.column).get(at).copied(),
        _ => None,
    }
}

fn bars(histogram: &Histogram, column: &Column) -> Vec<Bar> {
    let bar = |(place, counts): (usize, &(u32, u32))| {
        let (from, to) = column.bin(&histogram.bounds, place)?;
        Some(Bar { from, to, counts: *counts })
    };
    histogram.bins.iter().enumerate().filter_map(bar).collect()
}

/// The value at an end of the histogram, as the table shows it.
fn end(at: &Placed<'_>, bars: &[Bar], is_upper: bool) -> String {
    let value = if is_upper { bars.last().map(|it| it.to) } else { bars.first().map(|it| it.from) };
    value.map(|it| shown(it, is_upper, at)).unwrap_or_default()
}

/// The bars between the bounds of a range; none if it does not begin and end where bars do.
fn chosen(range: &Bounds, bins: impl Iterator<Item = (String, String)>) -> Range<usize> {
    let (mut first, mut end) = (None, None);
    for (place, (from, to)) in bins.enumerate() {
        if first.is_none() && range.0.as_ref().is_none_or(|it| *it == from) {
            first = Some(place);
        }
        if range.1.as_ref().is_none_or(|it| *it == to) {
            end = Some(place + 1);
        }
    }
    match (range, first, end) {
        ((None, None), ..) => 0..0,
        (_, Some(first), Some(end)) => first..end,
        _ => 0..0,
    }
}

impl Bar {
    fn name(&self, at: &Placed<'_>) -> String {
        let (from, to) = (shown(self.from, false, at), shown(self.to, true, at));
        words::bar(&from, &to, self.counts.0, self.counts.1, at.scene.lang)
    }
}

/// How tall a bar is for so many rows. Few rows beside many are seen all the same.
fn height(count: u32, most: u32) -> String {
    let share = u64::from(count) * 100 / u64::from(most.max(1));
    let mut height = (if count > 0 { share.max(4) } else { 0 }).to_string();
    height.push('%');
    height
}

/// A bound as the table shows values of its column. Where a range of days ends is the first moment that it does not hold.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the bounds of times were made of whole seconds"
)]
#[inline(never)]
fn shown(bound: f64, is_end: bool, at: &Placed<'_>) -> String {
    let cell = match at.facet.column.kind() {
        Kind::Time => CellRef::Time(bound as i64 - i64::from(is_end)),
        _ => CellRef::Number(bound),
    };
    view::format(&cell, at.facet.column, at.scene.lang, at.scene.now).text
}

#[cfg(test)]
mod tests {
    use view::catalogs;

    use super::*;

    fn check(from: Option<&str>, to: Option<&str>, expected: Range<usize>) {
        let bins = [("0", "9"), ("10", "19"), ("20", "30")];
        let bins = bins.into_iter().map(|it| (it.0.to_owned(), it.1.to_owned()));
        let range = (from.map(str::to_owned), to.map(str::to_owned));
        assert_eq!(chosen(&range, bins), expected, "{range:?}");
    }

    #[test]
    fn bars_between_the_bounds_are_chosen() {
        check(None, None, 0..0);
        check(Some("10"), Some("19"), 1..2);
        check(Some("10"), None, 1..3);
        check(None, Some("19"), 0..2);
        check(Some("11"), Some("19"), 0..0);
        check(None, Some("5"), 0..0);
    }

    #[test]
    fn few_rows_are_seen_beside_many() {
        for (count, expected) in [(0, "0%"), (1, "4%"), (500, "50%"), (1000, "100%")] {
            assert_eq!(height(count, 1000), expected);
        }
    }

    fn size() -> Facet {
        let gigabytes = |it: f64| it * 1024.0;
        let histogram = Histogram {
            bounds: [0.0, 10.0, 20.0, 30.0].map(gigabytes).to_vec(),
            bins: vec![(1, 1); 3],
            ..Histogram::default()
        };
        let column = catalogs::first().column("size").unwrap();
        let mut facet = Facet::new(column, true);
        facet.counted = Some(Counted::Spread(histogram));
        facet
    }

    #[test]
    fn a_bar_is_asked_for_and_extended() {
        let facet = size();
        let bounds = |it: &ViewState| it.range(facet.column);
        let mut view = ViewState::default();
        toggle(&mut view, &facet, 1);
        let one = bounds(&view);
        assert!(one.0.is_some() && one.1.is_some(), "{one:?}");
        extend(&mut view, &facet, 1, 0);
        assert_eq!((bounds(&view).1, bounds(&view).0 == one.0), (one.1.clone(), false));
        extend(&mut view, &facet, 1, 9);
        assert_eq!(bounds(&view).1, one.1, "there is no such bar");
        toggle(&mut view, &facet, 1);
        assert_eq!(bounds(&view), one);
        toggle(&mut view, &facet, 1);
        assert_eq!(bounds(&view), (None, None));
    }

    #[test]
    fn keys_lead_from_bar_to_bar() {
        let mut facet = size();
        for (at, key, expected) in [
            (0, "ArrowRight", Some(1)),
            (2, "ArrowRight", Some(2)),
            (0, "ArrowLeft", Some(0)),
            (2, "ArrowDown", Some(1)),
            (1, "Home", Some(0)),
            (1, "End", Some(2)),
            // There were more bars when it was chosen.
            (9, "ArrowLeft", Some(1)),
            (1, "x", None),
        ] {
            facet.look.bar = at;
            assert_eq!(step(&facet, key), expected, "{key} at {at}");
        }
        facet.counted = None;
        assert_eq!(step(&facet, "End"), None);
    }
}
