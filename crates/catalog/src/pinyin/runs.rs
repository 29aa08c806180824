//! The Chinese of many texts, to find pinyin in.

use std::hash::{BuildHasher, BuildHasherDefault};

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use super::{
    needle::{Needle, initials},
    table::is_known,
};

/// Runs of Chinese characters, each kept once, with the codes of the texts that they occur in.
///
/// Names repeat words (镜像, 系统, 训练): there are fewer runs than texts, and most texts have none.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    text: String,
    runs: Vec<Run>,
    known: HashTable<u32>,
    /// Where runs occur. One list for all: a list of its own for each run would take three times the memory.
    places: Vec<Place>,
}

#[derive(Debug)]
struct Run {
    /// Where it ends in the text.
    end: usize,
    /// The [`initials`] that it has.
    initials: u32,
    /// The newest of its places, or [`NONE`].
    last: u32,
}

#[derive(Debug)]
struct Place {
    code: u32,
    /// The place of the same run before this one, or [`NONE`].
    before: u32,
}

const NONE: u32 = u32::MAX;

impl Runs {
    /// Adds a text. Texts come with ascending codes.
    pub(crate) fn add(&mut self, code: u32, text: &str) {
        for run in text.split(|it| !is_known(it)).filter(|it| !it.is_empty()) {
            let number = self.intern(run);
            self.place(number, code);
        }
    }

    /// Calls back with the code of each text in which the needle is found; more than once if it is found in several of its runs.
    ///
    /// Costs a look at each run's initials, and at the characters of those that have all that the needle has.
    pub(crate) fn find(&self, needle: &Needle, found: &mut dyn FnMut(u32)) {
        let wanted = needle.initials();
        for (number, run) in self.runs.iter().enumerate() {
            if wanted & !run.initials == 0
                && self.get(number).is_some_and(|it| needle.find(it).is_some())
            {
                self.codes(run, found);
            }
        }
    }

    /// Gives back what has grown beyond need. To be called when no more texts are expected.
    pub(crate) fn trim(&mut self) {
        self.text.shrink_to_fit();
        self.runs.shrink_to_fit();
        self.places.shrink_to_fit();
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.text.capacity()
            + self.runs.capacity() * size_of::<Run>()
            + self.known.capacity() * (size_of::<u32>() + 1)
            + self.places.capacity() * size_of::<Place>()
    }

    fn codes(&self, run: &Run, found: &mut dyn FnMut(u32)) {
        let mut next = run.last;
        while let Some(place) = self.places.get(next as usize) {
            found(place.code);
            next = place.before;
        }
    }

    fn intern(&mut self, text: &str) -> u32 {
        let is_it = |number: &u32| self.get(*number as usize) == Some(text);
        if let Some(number) = self.known.find(hash(text), is_it) {
            return *number;
        }
        let number = number(self.runs.len());
        self.text.push_str(text);
        self.runs.push(Run { end: self.text.len(), initials: initials(text), last: NONE });
        let Self { text: all, runs, known, .. } = self;
        known.insert_unique(hash(text), number, |number| {
            hash(get(all, runs, *number as usize).unwrap_or_default())
        });
        number
    }

    fn place(&mut self, run: u32, code: u32) {
        let Some(run) = self.runs.get_mut(run as usize) else { return };
        if self.places.get(run.last as usize).is_none_or(|it| it.code != code) {
            self.places.push(Place { code, before: run.last });
            run.last = number(self.places.len() - 1);
        }
    }

    fn get(&self, number: usize) -> Option<&str> {
        get(&self.text, &self.runs, number)
    }
}

fn get<'a>(text: &'a str, runs: &[Run], number: usize) -> Option<&'a str> {
    let start = number.checked_sub(1).and_then(|before| runs.get(before)).map_or(0, |it| it.end);
    text.get(start..runs.get(number)?.end)
}

/// More than four billion would not fit into memory.
fn number(it: usize) -> u32 {
    u32::try_from(it).unwrap_or(NONE)
}

fn hash(text: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn runs(texts: &[&str]) -> Runs {
        let mut it = Runs::default();
        (0..).zip(texts).for_each(|(code, text)| it.add(code, text));
        it
    }

    fn found(runs: &Runs, word: &str) -> Vec<u32> {
        let mut codes = Vec::new();
        runs.find(&Needle::new(word).unwrap(), &mut |code| codes.push(code));
        codes.sort_unstable();
        codes
    }

    fn check(texts: &[&str], word: &str, expected: &[u32]) {
        assert_eq!(found(&runs(texts), word), expected, "{word} in {texts:?}");
    }

    #[test]
    fn finds_texts_by_their_runs() {
        check(&["Ubuntu 镜像", "镜像 2", "系统", "镜 像"], "jx", &[0, 1]);
        check(&["一键镜像", "Ubuntu"], "jingx", &[0]);
        check(&["镜像镜像", "镜像 镜像", "镜像，系统，镜像"], "jingxiang", &[0, 1, 2]);
        check(&["训练镜像", "镜像"], "jx", &[0, 1]);
        check(&["", "ubuntu", "ＧＰＵ"], "jx", &[]);
        check(&[], "jx", &[]);
    }

    #[test]
    fn keeps_a_run_once() {
        let it = runs(&["镜像 a", "镜像 b 镜像", "系统", "镜像"]);
        assert_eq!((it.runs.len(), it.places.len(), it.text.as_str()), (2, 4, "镜像系统"));
        assert!(it.bytes() >= 12 + 2 * 16 + 4 * 8);
        assert_eq!(Runs::default().bytes(), 0);
    }

    proptest! {
        #[test]
        fn finds_what_a_look_at_each_text_finds(
            texts in prop::collection::vec("[镜像西安先重庆 a]{0,6}", 0..12), word in "(ji?n?g?|xi?a?n?|zh?|ch?|q|s'?){2,3}",
        ) {
            prop_assume!(Needle::new(&word).is_some());
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let needle = Needle::new(&word).unwrap();
            let expected: Vec<u32> = (0..).zip(&texts).filter(|(_, it)| needle.find(it).is_some()).map(|(code, _)| code).collect();
            let mut codes = found(&runs(&texts), &word);
            codes.dedup();
            prop_assert_eq!(codes, expected);
        }
    }
}
