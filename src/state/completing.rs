//! What may be written next in the search box.

use catalog::{Candidate, Completions, Meaning, Typing};
use leptos::prelude::{GetUntracked, WithUntracked};

use super::{data::MANY, store::Store};

/// How many candidates are offered: as many as a phone has room for above its keyboard.
const MOST: usize = 7;

/// How long after a key candidates are looked for, in milliseconds: when the rows have been painted; among many rows, when no key follows.
const SOON: u32 = 60;
const PAUSE: u32 = 150;

impl Store {
    /// What may be written at a place of a text; nothing while rows are being changed.
    #[must_use]
    pub fn complete(self, text: &str, caret: usize) -> Option<Completions> {
        let len = self.published();
        let mut found =
            self.with_rows(|rows| catalog::complete(text, caret, rows.table(), len, MOST))?;
        let before = text.get(..found.span.start).unwrap_or_default();
        self.add_examples(&mut found, before);
        Some(found)
    }

    /// How long to wait after a key until candidates are looked for, in milliseconds.
    #[must_use]
    pub fn typing_pause(self) -> u32 {
        if self.published() < MANY { SOON } else { PAUSE }
    }

    /// How many rows are published: those behind them have arrived, and no count knows them yet.
    fn published(self) -> u32 {
        self.revision.try_get_untracked().map_or(0, |it| it.len)
    }

    /// Numbers and times are too many to be listed: examples say how they are written.
    fn add_examples(self, found: &mut Completions, before: &str) {
        let Typing::Value(place) = found.typing else { return };
        let column = self.view.with_untracked(|it| it.catalog.columns.get(place));
        if let Some(column) = column.filter(|it| found.span.is_empty() && has_no_values(it)) {
            let candidate =
                |text: &str| Candidate { text: text.to_owned(), meaning: Meaning::Column(place) };
            let fitting = column.examples().into_iter().filter_map(|it| fitting(it, before));
            found.candidates.extend(fitting.map(candidate));
        }
    }
}

/// What of an example goes on from a text: behind a comparison or the start of a range, an end alone.
fn fitting<'a>(example: &'a str, before: &str) -> Option<&'a str> {
    if !before.ends_with(['<', '>', '=', '.', '＜', '＞', '＝']) {
        return Some(example);
    }
    let end = example.trim_start_matches(['<', '>', '=']);
    (!end.contains("..")).then_some(end)
}

fn has_no_values(column: &view::Column) -> bool {
    matches!(column.kind(), catalog::Kind::Number | catalog::Kind::Time)
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn examples_go_on_from_what_is_written() {
        let check = |before: &str, expected: &[&str]| {
            let examples = ["20", ">20GB", "<=90d", "10..40"];
            let found: Vec<_> = examples.iter().filter_map(|it| fitting(it, before)).collect();
            assert_eq!(found, expected, "{before}");
        };
        check("size:", &["20", ">20GB", "<=90d", "10..40"]);
        check("-size：", &["20", ">20GB", "<=90d", "10..40"]);
        check("size:(1,", &["20", ">20GB", "<=90d", "10..40"]);
        check("size:>", &["20", "20GB", "90d"]);
        check("size：＞", &["20", "20GB", "90d"]);
        check("size:<=", &["20", "20GB", "90d"]);
        check("size:10..", &["20", "20GB", "90d"]);
    }
}
