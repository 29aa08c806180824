//! A facet of numbers or times: a histogram, and the range that is asked for.
//!
//! The bars are links like any other, each to the view with its range; what lies behind them is the whole table, and it stays.

use std::ops::Range;

use crate::ui::prelude::*;
use catalog::{CellRef, Kind};
use view::{Bounds, Column, Lang, ViewState};

use super::{facet::Facet, lines::missing, range::range_inputs};
use crate::{
    browser,
    state::Counted,
    ui::live::{attr, memo, part, text},
    words,
};

/// A bar.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bar {
    from: f64,
    to: f64,
    /// How many rows lie there under all conditions but the facet's own, and in all.
    counts: (u32, u32),
    /// The most rows that any bar has.
    most: u32,
    is_chosen: bool,
}

/// The histogram, and below it what else can be asked of the column.
pub(super) fn spread(facet: Facet) -> AnyView {
    let bars = memo(move || {
        let range = facet.with_view(|view| view.range(facet.column));
        facet.with_counted(|it| bars(it, facet.column, &range)).unwrap_or_default()
    });
    let count = memo(move || bars.with(Vec::len));
    let views = move || {
        let view = |place| At { facet, bars, place }.view();
        (0..count.get()).map(view).collect_view().into_any()
    };
    let end = |is_upper| text(move || end(facet, bars, is_upper));
    view! {
        <div class="facet__bars" role="group" aria-label=text(move || facet.label().to_owned())>
            {part(views)}
        </div>
        {range_inputs(facet, end(false), end(true))}
        {missing(facet)}
    }
    .into_any()
}

/// The value at an end of the histogram, as the table shows it.
fn end(facet: Facet, bars: Memo<Vec<Bar>>, is_upper: bool) -> String {
    let value = bars.with(|it| match is_upper {
        true => it.last().map(|it| it.to),
        false => it.first().map(|it| it.from),
    });
    value.map(|it| shown(it, is_upper, facet.column, facet.lang.get())).unwrap_or_default()
}

/// A place among the bars.
#[derive(Clone, Copy)]
struct At {
    facet: Facet,
    bars: Memo<Vec<Bar>>,
    place: usize,
}

impl At {
    fn view(self) -> AnyView {
        let facet = self.facet;
        let name = move || {
            let name = |it: Bar| it.name(facet.column, facet.lang.get());
            self.bar().map(name).unwrap_or_default()
        };
        let is_chosen = move || self.bar().is_some_and(|it| it.is_chosen);
        let height =
            move |is_all| text(move || self.bar().map_or(String::new(), |it| it.height(is_all)));
        let change = move |view: &mut ViewState| toggle(view, facet.column, untrack(|| self.bar()));
        view! {
            <a
                class="facet__bar"
                href=text(move || facet.href(&|view| toggle(view, facet.column, self.bar())))
                title=text(name)
                aria-label=text(name)
                aria-current=attr(move || is_chosen().then(|| "true".to_owned()))
                data-facet=facet.column.key
                on:click=heard(move |event: web_sys::MouseEvent| facet.follow(&event, &change))
            >
                <span class="facet__all" style:height=height(true)></span>
                <span class="facet__some" style:height=height(false)></span>
            </a>
        }
        .into_any()
    }

    fn bar(self) -> Option<Bar> {
        self.bars.with(|it| it.get(self.place).copied())
    }
}

/// Asks for the range of a bar, or no longer if it is the one that is asked for.
fn toggle(view: &mut ViewState, column: &Column, bar: Option<Bar>) {
    let Some(Bar { from, to, .. }) = bar else { return };
    let (least, most) = column.bounds(from, to);
    if view.range(column) == (Some(least), Some(most)) {
        view.set_range(column, None, None);
    } else {
        view.set_bins(column, from, to);
    }
}

fn bars(counted: &Counted, column: &Column, range: &Bounds) -> Vec<Bar> {
    let Counted::Spread(histogram) = counted else { return Vec::new() };
    let bounds = &histogram.bounds;
    let bins: Vec<_> = (0..histogram.bins.len()).filter_map(|it| column.bin(bounds, it)).collect();
    let chosen = chosen(range, bins.iter().map(|it| column.bounds(it.0, it.1)));
    let most = histogram.bins.iter().map(|it| it.1).max().unwrap_or(0);
    let bar = |(place, ((from, to), counts))| Bar {
        from,
        to,
        counts,
        most,
        is_chosen: chosen.contains(&place),
    };
    bins.into_iter().zip(histogram.bins.iter().copied()).enumerate().map(bar).collect()
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
    fn name(&self, column: &Column, lang: Lang) -> String {
        let (from, to) =
            (shown(self.from, false, column, lang), shown(self.to, true, column, lang));
        words::bar(&from, &to, self.counts.0, self.counts.1, lang)
    }

    /// How tall a bar is for so many rows. Few rows beside many are seen all the same.
    fn height(&self, is_all: bool) -> String {
        let count = if is_all { self.counts.1 } else { self.counts.0 };
        let share = u64::from(count) * 100 / u64::from(self.most.max(1));
        format!("{}%", if count > 0 { share.max(4) } else { 0 })
    }
}

/// A bound as the table shows values of its column. Where a range of days ends is the first moment that it does not hold.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the bounds of times were made of whole seconds"
)]
fn shown(bound: f64, is_end: bool, column: &Column, lang: Lang) -> String {
    let cell = match column.kind() {
        Kind::Time => CellRef::Time(bound as i64 - i64::from(is_end)),
        _ => CellRef::Number(bound),
    };
    view::format(&cell, column, lang, browser::now()).text
}

#[cfg(test)]
mod tests {
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
            let counts = (count, 1000);
            let bar = Bar { from: 0.0, to: 1.0, counts, most: 1000, is_chosen: false };
            assert_eq!((bar.height(false).as_str(), bar.height(true).as_str()), (expected, "100%"));
        }
    }
}
