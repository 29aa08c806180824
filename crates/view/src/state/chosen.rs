//! What a facet shows as chosen: the values of a column that the query names, and whether it asks for rows without any.
//!
//! Rows without a value are asked for by `missing:price`, and those with one by `-missing:price`.

use catalog::{Choice, Kind, Query};

use super::{
    ViewState,
    asked::{Said, names},
};
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
        said.map_or(Choice::Neither, |it| match (it.name.as_str(), it.choice) {
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
        let catalog = self.catalog;
        self.unsay(&|query| said(catalog, query, column));
    }
}

impl Column {
    /// The range of a bin of its histogram, whose upper end belongs to the next one. Ranges of a query hold both ends, so this one ends
    /// a step before. No value lies between: sizes and counts are whole numbers, the API takes prices in steps of a cent, and bins of times are
    /// whole days, the last of which belongs to a range as a whole. Bins narrower than a step hold at most the value that they begin with.
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

/// What a query says about a column's having a value.
fn said(catalog: &Catalog, query: &Query, column: &Column) -> Option<Said> {
    let is_it = |text: &str| catalog.named(text) == Some(column);
    Said::first(query, [MISSING, HAS].map(str::to_owned).into(), &is_it)
}

/// The value of a known word that a text is or names; any other text as it is.
fn on_the_wire<'a>(column: &Column, text: &'a str) -> &'a str {
    let is = |it: &str| it.eq_ignore_ascii_case(text);
    let names = |it: &&Word| is(it.value) || is(it.name.en) || is(it.name.zh);
    column.words().iter().find(names).map_or(text, |it| it.value)
}

#[cfg(test)]
mod tests;
