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
        self.add_examples(&mut found);
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
    fn add_examples(self, found: &mut Completions) {
        let Typing::Value(place) = found.typing else { return };
        let column = self.view.with_untracked(|it| it.catalog.columns.get(place));
        if let Some(column) = column.filter(|it| found.span.is_empty() && has_no_values(it)) {
            let candidate =
                |text: &str| Candidate { text: text.to_owned(), meaning: Meaning::Column(place) };
            found.candidates.extend(column.examples().map(candidate));
        }
    }
}

fn has_no_values(column: &view::Column) -> bool {
    matches!(column.kind(), catalog::Kind::Number | catalog::Kind::Time)
}
