//! Words, looked for in all texts that are searched.

use memchr::memmem::Finder;

use super::Answer;
use crate::{bits::Bits, column::Column, pinyin::Needle, schema::Pinyin, table::Table};

/// A word to look for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    /// The folded text.
    pub(crate) text: String,
    /// What it reads as, if it can be pinyin.
    pub(crate) pinyin: Option<Needle>,
}

/// The answer to a shorter word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wider<'a> {
    pub(super) answer: &'a Answer,
    /// Whether its rows are known to hold all of the longer word's.
    pub(super) is_settled: bool,
}

impl Word {
    /// A word or phrase; only a word can be pinyin.
    pub(crate) fn new(folded: String, is_phrase: bool) -> Self {
        let pinyin = if is_phrase { None } else { Needle::new(&folded) };
        Self { text: folded, pinyin }
    }

    /// Whether all rows that this is found in are known to be among those of the other, which it contains.
    ///
    /// Where a word has just become long enough to be read as pinyin it may be found in more than before.
    pub(super) fn is_settled(&self, old: &Self) -> bool {
        let was_read = old.pinyin.is_some() && old.text.len() >= Pinyin::SETTLED;
        self.pinyin.is_none() || was_read && self.text.starts_with(&old.text)
    }

    pub(super) fn answer(&self, table: &Table, len: usize, wider: Option<Wider<'_>>) -> Answer {
        let mut answer = Answer { rows: Bits::none(len), codes: Vec::new() };
        answer.codes.resize_with(table.columns.len(), || None);
        let word = Finder::new(&self.text);
        let is_cheap = |column: &Column| {
            column.is_distinct() || column.dictionary().is_some_and(|it| it.is_shared(&word))
        };
        // Where every row has a text of its own, hits cost nothing to turn into rows, and where all texts begin with the word there is nothing to scan.
        // Rows that are found need not be looked at again.
        for cheap in [true, false] {
            for (place, column, spec) in
                table.each().filter(|it| it.2.searched && is_cheap(it.1) == cheap)
            {
                let codes = self.look(place, column, spec.pinyin, wider, &mut answer.rows);
                if let Some(kept) = answer.codes.get_mut(place).filter(|_| !codes.is_empty()) {
                    *kept = Some(codes);
                }
            }
        }
        answer
    }

    /// Adds the rows that it is found in by this column. Gives back the codes, or all of them if there was no row left to be found.
    fn look(
        &self,
        place: usize,
        column: &Column,
        reading: Pinyin,
        wider: Option<Wider<'_>>,
        rows: &mut Bits,
    ) -> Bits {
        let mut codes = column.no_codes();
        let among = wider.map(|it| it.answer.codes.get(place).and_then(Option::as_ref));
        let settled = wider.filter(|it| it.is_settled).map(|it| &it.answer.rows);
        if settled.is_some() && among == Some(None) {
            return codes;
        }
        if settled.map_or(rows.count() == rows.len(), |it| it == rows) {
            codes.invert();
        } else {
            let none = column.no_codes();
            self.add_codes(column, reading, among.map(|it| it.unwrap_or(&none)), &mut codes);
            column.add_rows(&codes, settled, rows);
        }
        codes
    }

    /// Adds the codes of the texts that it is found in. Those that contain it are known to be in `among`.
    pub(super) fn add_codes(
        &self,
        column: &Column,
        reading: Pinyin,
        among: Option<&Bits>,
        codes: &mut Bits,
    ) {
        let Some(dictionary) = column.dictionary() else { return };
        let pinyin = self.pinyin.as_ref().filter(|_| reading.takes(self.text.len()));
        dictionary.find(&Finder::new(&self.text), pinyin, among, codes);
    }
}
