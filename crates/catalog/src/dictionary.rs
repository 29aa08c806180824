//! Distinct texts of a column, each with a code.

use std::hash::{BuildHasher, BuildHasherDefault};

use hashbrown::HashTable;
use memchr::memmem::Finder;
use rustc_hash::FxHasher;

use crate::{
    fold::fold_into,
    natural,
    sort::{Entry, sort_entries},
};

/// The code that stands for a missing text.
pub(crate) const MISSING: u32 = u32::MAX;

/// Stands between folded texts. Folding never produces it.
const SEPARATOR: char = '\n';

/// Distinct texts with their folded forms. Codes count from 0 in the order of arrival.
///
/// The folded texts stand in one buffer, so that a search is one scan over memory instead of a call per text.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    texts: Arena,
    folded: Arena,
    known: HashTable<u32>,
}

/// Texts in one buffer, each up to its end.
#[derive(Debug, Default)]
struct Arena {
    buffer: String,
    ends: Vec<usize>,
}

impl Dictionary {
    /// The number of distinct texts.
    pub(crate) fn len(&self) -> usize {
        self.texts.ends.len()
    }

    /// The text of a code; nothing for [`MISSING`].
    pub(crate) fn text(&self, code: u32) -> Option<&str> {
        self.texts.get(code as usize)
    }

    /// The code of a text, which is new or known.
    pub(crate) fn intern(&mut self, text: &str) -> u32 {
        let Self { texts, folded, known } = self;
        let is_it = |code: &u32| texts.get(*code as usize) == Some(text);
        if let Some(code) = known.find(hash(text), is_it) {
            return *code;
        }
        let Ok(code) = u32::try_from(texts.ends.len()) else { return MISSING };
        texts.push(text);
        folded.push_folded(text);
        known.insert_unique(hash(text), code, |code| {
            hash(texts.get(*code as usize).unwrap_or_default())
        });
        code
    }

    /// Calls back with each code whose folded text contains the needle. Costs one scan of the folded texts.
    pub(crate) fn find(&self, needle: &Finder<'_>, mut found: impl FnMut(u32)) {
        let bytes = self.folded.buffer.as_bytes();
        let mut from = 0;
        let mut code = 0;
        while let Some(at) = bytes.get(from..).and_then(|rest| needle.find(rest)) {
            code += self.folded.ends[code..].partition_point(|end| *end <= from + at);
            found(u32::try_from(code).unwrap_or(MISSING));
            from = self.folded.ends.get(code).map_or(bytes.len(), |end| end + SEPARATOR.len_utf8());
        }
    }

    /// The place of each code in natural order.
    pub(crate) fn ranks(&self) -> Vec<u32> {
        let folded = |code: u32| self.folded.get(code as usize).unwrap_or_default();
        let codes = 0..u32::try_from(self.len()).unwrap_or(MISSING);
        let mut order: Vec<Entry> = codes.map(|code| (0, code)).collect();
        sort_entries(&mut order, &|a, b| {
            natural::compare(folded(a), folded(b)).then_with(|| self.text(a).cmp(&self.text(b)))
        });
        let mut ranks = vec![0; order.len()];
        for (rank, (_, code)) in (0..).zip(order) {
            ranks[code as usize] = rank;
        }
        ranks
    }
}

impl Arena {
    fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start =
            number.checked_sub(1).map_or(0, |before| self.ends[before] + SEPARATOR.len_utf8());
        self.buffer.get(start..end)
    }

    fn push(&mut self, text: &str) {
        self.buffer.push_str(text);
        self.close();
    }

    fn push_folded(&mut self, text: &str) {
        fold_into(text, &mut self.buffer);
        self.close();
    }

    fn close(&mut self) {
        self.ends.push(self.buffer.len());
        self.buffer.push(SEPARATOR);
    }
}

fn hash(text: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary(texts: &[&str]) -> Dictionary {
        let mut it = Dictionary::default();
        texts.iter().for_each(|text| {
            it.intern(text);
        });
        it
    }

    fn check(texts: &[&str], needle: &str, expected: &[u32]) {
        let mut found = Vec::new();
        dictionary(texts).find(&Finder::new(needle), |code| found.push(code));
        assert_eq!(found, expected, "{needle} in {texts:?}");
    }

    #[test]
    fn finds_each_text_once() {
        check(&["Ubuntu", "CentOS", "ubuntu 2"], "ubuntu", &[0, 2]);
        check(&["aaa", "a", "b"], "a", &[0, 1]);
        check(&["", "x", ""], "x", &[1]);
        check(&["ab", "cd"], "bc", &[]);
        check(&["一键镜像", "镜像"], "镜像", &[0, 1]);
        check(&[], "x", &[]);
    }

    #[test]
    fn one_code_a_text() {
        let mut it = dictionary(&["a", "b"]);
        assert_eq!((it.intern("a"), it.intern("b"), it.intern("A"), it.len()), (0, 1, 2, 3));
        assert_eq!((it.text(2), it.text(MISSING)), (Some("A"), None));
    }

    #[test]
    fn ranks_are_natural() {
        assert_eq!(dictionary(&["v10", "v9", "V1"]).ranks(), [2, 1, 0]);
    }
}
