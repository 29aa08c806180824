//! Distinct texts of a column, each with a code.

use std::hash::{BuildHasher, BuildHasherDefault};

use hashbrown::HashTable;
use memchr::memmem::Finder;
use rustc_hash::FxHasher;

use crate::{
    arena::{Arena, Part},
    bits::Bits,
    fold::fold_into,
    pinyin::{Needle, Runs},
    schema::{ColumnSpec, Pinyin},
};

/// The code that stands for a missing text.
pub(crate) const MISSING: u32 = u32::MAX;

/// Stands between a folded text and the folded names that people have for it. Folding never produces it.
pub(crate) const NAME: char = '\u{1}';

/// Distinct texts with their folded forms. Codes count from 0 in the order of arrival.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    texts: Arena,
    /// The folded texts, each with its names; nothing while they are the texts themselves, as with ids.
    folded: Option<Arena>,
    known: HashTable<u32>,
    /// How many codes are in `known`. Texts of a file are entered only when others are to be added to them.
    entered: usize,
    runs: Runs,
    /// How many bytes the folded texts have in common from the first on, as ids have.
    shared: usize,
    /// The folded form of the text that is being added.
    scratch: String,
    /// How many codes, from 0, are in natural order.
    sorted: usize,
}

impl Dictionary {
    /// The number of distinct texts.
    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }

    /// How many codes, from the first, are in natural order.
    pub(crate) fn sorted(&self) -> usize {
        self.sorted
    }

    /// The text of a code; nothing for [`MISSING`].
    pub(crate) fn text(&self, code: u32) -> Option<&str> {
        self.texts.get(code as usize)
    }

    /// The folded text of a code, without its names.
    pub(crate) fn folded(&self, code: u32) -> Option<&str> {
        self.forms(code)?.split(NAME).next()
    }

    /// The folded text of a code, and behind [`NAME`] each its folded names.
    fn forms(&self, code: u32) -> Option<&str> {
        self.folded.as_ref().unwrap_or(&self.texts).get(code as usize)
    }

    /// The code of a text, which is new or known.
    pub(crate) fn intern(&mut self, text: &str, spec: &ColumnSpec) -> u32 {
        self.enter();
        let texts = &self.texts;
        let is_it = |code: &u32| texts.get(*code as usize) == Some(text);
        if let Some(code) = self.known.find(hash(text), is_it) {
            return *code;
        }
        let code = self.push(text, spec);
        self.enter();
        code
    }

    /// Adds a text that is known to be new.
    pub(crate) fn push(&mut self, text: &str, spec: &ColumnSpec) -> u32 {
        let Some(code) = u32::try_from(self.len()).ok().filter(|it| *it != MISSING) else {
            return MISSING;
        };
        self.fold(text, spec);
        self.shared = self.alike();
        if spec.pinyin != Pinyin::Never && !text.is_ascii() {
            self.runs.add(code, text);
        }
        if self.folded.is_none() && self.scratch != text {
            // Up to now the texts were their own folded forms.
            self.folded = Some(self.texts.clone());
        }
        if let Some(folded) = &mut self.folded {
            folded.push(&self.scratch);
        }
        self.texts.push(text);
        code
    }

    /// Gives back what has grown beyond need. To be called when no more texts are expected.
    pub(crate) fn trim(&mut self) {
        self.texts.trim();
        self.folded.iter_mut().for_each(Arena::trim);
        self.runs.trim();
    }

    /// Takes note that the texts so far came in natural order.
    pub(crate) fn is_sorted(&mut self) {
        self.sorted = self.len();
    }

    /// Adds each code to `hits` whose folded text or name contains the needle, or whose Chinese the pinyin reads as.
    ///
    /// `among` are codes that all hits of the needle are known to be among. Costs a scan of the folded texts, or of those if they are few.
    pub(crate) fn find(
        &self,
        needle: &Finder<'_>,
        pinyin: Option<&Needle>,
        among: Option<&Bits>,
        hits: &mut Bits,
    ) {
        if self.is_shared(needle) {
            *hits = Bits::all(self.len());
            return;
        }
        let folded = self.folded.as_ref().unwrap_or(&self.texts);
        match among.filter(|it| it.count() < folded.size() / GLANCE) {
            Some(few) => {
                let contains = |code: &u32| {
                    self.forms(*code).is_some_and(|it| needle.find(it.as_bytes()).is_some())
                };
                few.iter().filter(contains).for_each(|code| hits.add(code));
            }
            None => folded.parts().for_each(|it| scan(&it, needle, hits)),
        }
        if let Some(pinyin) = pinyin {
            self.runs.find(pinyin, &mut |code| hits.add(code));
        }
    }

    /// Adds each code to `hits` whose folded text or name is one of the wanted.
    pub(crate) fn find_whole(&self, wanted: &[String], hits: &mut Bits) {
        let is_wanted = |code: &u32| {
            self.forms(*code)
                .is_some_and(|it| it.split(NAME).any(|form| wanted.iter().any(|it| it == form)))
        };
        (0..u32::try_from(self.len()).unwrap_or(MISSING))
            .filter(is_wanted)
            .for_each(|code| hits.add(code));
    }

    /// Whether a code's folded text or name contains a folded text.
    pub(crate) fn has(&self, code: u32, part: &str) -> bool {
        self.forms(code).is_some_and(|it| it.contains(part))
    }

    /// Whether a code's folded text or name begins with a folded text.
    pub(crate) fn begins(&self, code: u32, part: &str) -> bool {
        self.forms(code).is_some_and(|it| it.split(NAME).any(|form| form.starts_with(part)))
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        let folded = self.folded.as_ref().map_or(0, Arena::bytes);
        self.texts.bytes() + folded + self.known.capacity() * 5 + self.runs.bytes()
    }

    /// Folds a text and its names into the scratch.
    fn fold(&mut self, text: &str, spec: &ColumnSpec) {
        self.scratch.clear();
        fold_into(text, &mut self.scratch);
        for (_, name) in spec.names.iter().filter(|(value, _)| value.eq_ignore_ascii_case(text)) {
            self.scratch.push(NAME);
            fold_into(name, &mut self.scratch);
        }
    }

    /// Whether what all texts begin with contains the needle, as it does an empty one, for which a scan would never come to its end.
    pub(crate) fn is_shared(&self, needle: &Finder<'_>) -> bool {
        let shared = self.forms(0).and_then(|it| it.as_bytes().get(..self.shared));
        shared.is_some_and(|it| needle.find(it).is_some())
    }

    /// How many bytes the text that is being added begins with as all others do.
    fn alike(&self) -> usize {
        // Most texts have nothing in common, and stay so.
        if self.shared == 0 && self.len() > 0 {
            return 0;
        }
        let Some(first) = self.forms(0) else { return self.scratch.len() };
        let pairs = first.bytes().zip(self.scratch.bytes()).take(self.shared);
        pairs.take_while(|(first, new)| first == new).count()
    }

    /// Enters the texts by which codes are found.
    #[inline(never)]
    fn enter(&mut self) {
        let Self { texts, known, entered, .. } = self;
        if *entered == texts.len() {
            return;
        }
        // A full table would move its codes as they lie in it, and read their texts from all over the memory: in their order that takes a fraction of the time.
        if known.capacity() < texts.len() {
            (*known, *entered) = (HashTable::with_capacity(texts.len()), 0);
        }
        let hash_of = |code: u32| hash(texts.get(code as usize).unwrap_or_default());
        for code in *entered..texts.len() {
            let Ok(code) = u32::try_from(code) else { return };
            known.insert_unique(hash_of(code), code, |code| hash_of(*code));
        }
        *entered = texts.len();
    }
}

/// How many bytes are scanned in the time that it takes to look at one text by itself.
const GLANCE: usize = 256;

fn scan(part: &Part<'_>, needle: &Finder<'_>, hits: &mut Bits) {
    let mut from = 0;
    let mut place = 0;
    while let Some(at) = part.bytes.get(from..).and_then(|rest| needle.find(rest)) {
        place += ahead(part.ends.get(place..).unwrap_or_default(), from + at);
        hits.add(u32::try_from(part.first + place).unwrap_or(MISSING));
        // On to the next text: one hit is enough.
        from = part.ends.get(place).map_or(part.bytes.len(), |end| *end as usize + 1);
        place += 1;
    }
}

/// How many of the ends lie at or before a position. Most hits are close together, so that the first few are looked at one by one.
fn ahead(ends: &[u32], position: usize) -> usize {
    let is_before = |end: &u32| *end as usize <= position;
    let near = ends.iter().take(8).take_while(|it| is_before(it)).count();
    if near < 8 { near } else { ends.partition_point(is_before) }
}

fn hash(text: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(text)
}

#[cfg(test)]
mod tests;
