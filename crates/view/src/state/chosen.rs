//! What a facet shows as chosen: the values of a column that the query names, and whether it asks for rows without any.
//!
//! Rows without a value are asked for by `missing:price`, and those with one by `-missing:price`.

use catalog::{Choice, Kind, Query};

use super::{ViewState, asked::names};
use crate::{
    column::{Column, Format, Word},
    describe::Catalog,
};

const MISSING: &str = "missing";
const HAS: &str = "has";

impl ViewState {
    /// The values of a column that the query wants or excludes, each once, known ones as they are on the wire.
    #[must_use]
    pub fn choices(&self, column: &Column) -> Vec<(String, Choice)> {
        let query = Query::parse(&self.query);
        let mut choices: Vec<(String, Choice)> = Vec::new();
        for name in names(self.catalog, &query, column) {
            for (text, choice) in query.values(&name) {
                let value = on_the_wire(column, text);
                if !choices.iter().any(|(it, _)| it.eq_ignore_ascii_case(value)) {
                    choices.push((value.to_owned(), choice));
                }
            }
        }
        choices
    }

    /// Whether the query says anything about a column by itself.
    #[must_use]
    pub fn asks_about(&self, column: &Column) -> bool {
        let is_named = !names(self.catalog, &Query::parse(&self.query), column).is_empty();
        is_named || self.chosen_missing(column) != Choice::Neither
    }

    /// Whether the query wants rows that have no value in a column, or excludes them.
    #[must_use]
    pub fn chosen_missing(&self, column: &Column) -> Choice {
        let said = said(self.catalog, &Query::parse(&self.query), column);
        said.map_or(Choice::Neither, |it| match (it.field, it.choice) {
            (MISSING, choice) => choice,
            (_, Choice::Included) => Choice::Excluded,
            (_, _) => Choice::Included,
        })
    }

    /// Wants rows without a value in a column, or no longer wants them. Its values are then no longer asked for, since no row has
    /// both.
    pub fn toggle_missing(&mut self, column: &Column) {
        self.choose_missing(column, Choice::Included);
    }

    /// Excludes rows without a value in a column, or no longer excludes them.
    pub fn exclude_missing(&mut self, column: &Column) {
        self.choose_missing(column, Choice::Excluded);
    }

    /// Takes everything out of the query that is said about a column by itself, and about rows without a value in it.
    pub fn clear_facet(&mut self, column: &Column) {
        self.clear_column(column);
        self.forget_missing(column);
    }

    fn choose_missing(&mut self, column: &Column, wanted: Choice) {
        let before = self.chosen_missing(column);
        self.forget_missing(column);
        if before == wanted {
            return;
        }
        if wanted == Choice::Included {
            self.clear_column(column);
        }
        let query = Query::parse(&self.query);
        // In a list of names one is enough, and here all must hold: `-missing:a,b` and `-has:a,b` are such lists, `missing:a,b` is not.
        let is_taken = query.values(MISSING).any(|(_, it)| it == Choice::Included);
        self.query = match wanted {
            Choice::Excluded => query.exclude(MISSING, column.key, false),
            _ if is_taken => query.exclude(HAS, column.key, false),
            _ => query.toggle(MISSING, column.key, false),
        };
    }

    pub(super) fn forget_missing(&mut self, column: &Column) {
        let mut query = Query::parse(&self.query);
        while let Some(Said { field, text, choice }) = said(self.catalog, &query, column) {
            query = Query::parse(&match choice {
                Choice::Excluded => query.exclude(field, &text, false),
                _ => query.toggle(field, &text, false),
            });
        }
        query.text().clone_into(&mut self.query);
    }
}

impl Column {
    /// The range of a bin of its histogram, whose upper end belongs to the next one. Ranges of a query hold both ends, so this one ends
    /// a step before: no value lies between, since sizes and counts are whole numbers and prices have cents.
    #[must_use]
    pub fn bin(&self, bounds: &[f64], place: usize) -> Option<(f64, f64)> {
        let (from, to) = (*bounds.get(place)?, *bounds.get(place + 1)?);
        let is_last = place + 2 == bounds.len();
        // The days of a range end where the last one ends, which is not where it begins.
        let is_closed = is_last || self.kind() == Kind::Time;
        let is_whole = to - from > 1.0 && self.format != Format::YuanPerHour;
        let step = if is_whole { 1.0 } else { 0.01 };
        Some((from, if is_closed { to } else { from.max(to - step) }))
    }
}

/// What a query says about a column's having a value: by which of the two fields, under which name.
struct Said {
    field: &'static str,
    text: String,
    choice: Choice,
}

fn said(catalog: &Catalog, query: &Query, column: &Column) -> Option<Said> {
    [MISSING, HAS].into_iter().find_map(|field| {
        let (text, _) = query.values(field).find(|(it, _)| catalog.named(it) == Some(column))?;
        let (text, choice) = (text.to_owned(), query.chosen(field, text));
        Some(Said { field, text, choice })
    })
}

/// The value of a known word that a text is or names; any other text as it is.
fn on_the_wire<'a>(column: &Column, text: &'a str) -> &'a str {
    let is = |it: &str| it.eq_ignore_ascii_case(text);
    let names = |it: &&Word| is(it.value) || is(it.name.en) || is(it.name.zh);
    column.words().iter().find(names).map_or(text, |it| it.value)
}

#[cfg(test)]
mod tests {
    use catalog::Choice::{Excluded, Included, Neither};

    use super::*;
    use crate::catalogs;

    fn with(query: &str, key: &str) -> (ViewState, &'static Column) {
        let view = ViewState { query: query.to_owned(), ..ViewState::default() };
        let column = view.catalog.column(key).unwrap();
        (view, column)
    }

    #[test]
    fn chosen_values_are_those_of_the_query() {
        let check = |query: &str, key: &str, expected: &[(&str, Choice)]| {
            let (view, column) = with(query, key);
            let choices = view.choices(column);
            let choices: Vec<_> = choices.iter().map(|it| (it.0.as_str(), it.1)).collect();
            assert_eq!(choices, expected, "{query}");
            assert_eq!(view.asks_about(column), !expected.is_empty(), "{query}");
        };
        check("type:Base,custom x", "type", &[("Base", Included), ("Custom", Included)]);
        check(
            "类型:标准镜像 -imagetype:Custom",
            "type",
            &[("Base", Included), ("Custom", Excluded)],
        );
        check("type:Base type:standard", "type", &[("Base", Included)]);
        check("zone:hk", "zone", &[("hk", Included)]);
        check("os:Base OR type:Base", "type", &[]);
    }

    #[test]
    fn a_range_is_something_that_is_asked() {
        for (query, expected) in [("size:>20", true), ("missing:size", true), ("20", false)] {
            let (view, column) = with(query, "size");
            assert_eq!(view.asks_about(column), expected, "{query}");
        }
    }

    #[test]
    fn missing_values_are_chosen_and_excluded() {
        type Edit = fn(&mut ViewState, &Column);
        const TOGGLE: Edit = |view, column| view.toggle_missing(column);
        const EXCLUDE: Edit = |view, column| view.exclude_missing(column);
        let check = |edit: Edit, query: &str, expected: &str, choice: Choice| {
            let (mut view, column) = with(query, "size");
            edit(&mut view, column);
            assert_eq!(
                (view.query.as_str(), view.chosen_missing(column)),
                (expected, choice),
                "{query}"
            );
        };
        check(TOGGLE, "", "missing:size", Included);
        check(TOGGLE, "a missing:size", "a", Neither);
        check(TOGGLE, "missing:大小", "", Neither);
        check(TOGGLE, "-has:size", "", Neither);
        check(TOGGLE, "size:>20 b", "b missing:size", Included);
        check(TOGGLE, "missing:eol", "missing:eol -has:size", Included);
        check(TOGGLE, "-missing:size", "missing:size", Included);
        check(EXCLUDE, "size:>20", "size:>20 -missing:size", Excluded);
        check(EXCLUDE, "-missing:eol", "-missing:eol,size", Excluded);
        check(EXCLUDE, "has:size", "", Neither);
        check(EXCLUDE, "missing:size", "-missing:size", Excluded);
    }

    #[test]
    fn bins_do_not_overlap() {
        let check = |catalog: &str, key: &str, bounds: &[f64], expected: &[&str]| {
            let mut view = ViewState::of(catalogs::find(catalog).unwrap());
            let column = view.catalog.column(key).unwrap();
            for (place, expected) in expected.iter().enumerate() {
                let (from, to) = column.bin(bounds, place).unwrap();
                view.set_bins(column, from, to);
                assert_eq!(view.query, *expected);
            }
            assert_eq!(column.bin(bounds, expected.len()), None);
        };
        check("uhost", "size", &[0.0, 32.0, 64.0], &["size:0..31", "size:32..64"]);
        check("uhost", "size", &[0.0, 0.5, 1.0], &["size:0..0.49", "size:0.5..1"]);
        check("community", "price", &[0.0, 1.0, 5.0], &["price:0..0.99", "price:1..5"]);
        check("community", "uses", &[0.0, 1.0, 2.0], &["uses:0..0.99", "uses:1..2"]);
        let months = [1_714_521_600.0, 1_717_200_000.0, 1_719_792_000.0];
        let days = ["created:2024-05-01..2024-05-31", "created:2024-06-01..2024-06-30"];
        check("uhost", "created", &months, &days);
    }

    #[test]
    fn nothing_is_left_of_a_cleared_facet() {
        let (mut view, column) = with("a size:>20 -missing:size 大小:<40", "size");
        view.clear_facet(column);
        assert_eq!(view.query, "a");
    }

    #[test]
    fn a_value_and_none_are_not_wanted_together() {
        let (mut view, column) = with("missing:type", "type");
        view.toggle_value(column, "Base");
        assert_eq!(view.query, "type:Base");
        view.exclude_missing(column);
        view.toggle_value(column, "Custom");
        assert_eq!(view.query, "type:Base,Custom -missing:type");
    }
}
