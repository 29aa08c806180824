//! A word that is read as pinyin.

use std::ops::Range;

use super::table::{SYLLABLES, name, syllables};

/// A word that is read as pinyin, to be found in Chinese.
///
/// Characters that stand together match if each reads as what the word has next: a whole syllable of any of its readings, or
/// only its initial (`zh` or `z`). The last one may also read as the beginning of a syllable, since the word is still being typed. An
/// apostrophe ends a syllable: `xi'an` is 西安 only, `xian` is 先 too.
///
/// Whatever is found by a needle is found by each needle that it begins with, for a last syllable may be cut off anywhere. It need not be found by
/// one that stands further inside: `xian` finds 先, `an` does not.
///
/// All ways to cut the word are followed at once, a bit for each place that is reached, so that there is nothing to go back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Needle {
    word: String,
    initials: u32,
}

/// Places in a word, a bit each. The place behind its end is one of them, hence no word is longer than [`LONGEST`].
type Places = u64;

/// How many bytes a word may have: 63 characters by their initials.
const LONGEST: usize = 63;

impl Needle {
    /// The needle of a folded word: of at least 2 letters, and such that it can be cut into syllables and initials. `ubuntu` is none, since no
    /// syllable begins with `u`. Costs a look at each syllable for each letter.
    pub(crate) fn new(word: &str) -> Option<Self> {
        let letters = word.bytes().filter(u8::is_ascii_lowercase).count();
        let fits = letters > 1 && word.len() <= LONGEST;
        let initials = fits.then(|| initials_of_all_cuts(word.as_bytes())).flatten()?;
        Some(Self { word: word.to_owned(), initials })
    }

    /// The [`initials`] that a text must have, however the word is cut.
    pub(crate) fn initials(&self) -> u32 {
        self.initials
    }

    /// Where the first match is: in bytes, and as short as can be.
    pub(crate) fn find(&self, text: &str) -> Option<Range<usize>> {
        text.char_indices().find_map(|(start, _)| {
            let len = self.find_here(text.get(start..)?)?;
            Some(start..start + len)
        })
    }

    /// How long, in bytes, the match at the beginning of a text is.
    pub(crate) fn find_here(&self, text: &str) -> Option<usize> {
        let mut reached = 1;
        for (at, it) in text.char_indices() {
            reached = self.step(reached, it);
            if has(reached, self.word.len()) {
                return Some(at + it.len_utf8());
            }
            if reached == 0 {
                return None;
            }
        }
        None
    }

    /// The places that a character leads to.
    fn step(&self, reached: Places, it: char) -> Places {
        let mut next = 0;
        for syllable in syllables(it) {
            let mut places = reached;
            while places != 0 {
                let place = places.trailing_zeros() as usize;
                next |= ends(self.word.as_bytes(), place, name(syllable).as_bytes());
                places &= places - 1;
            }
        }
        next
    }
}

/// The letters that readings of a text's characters begin with: a bit each, `a` the lowest. A needle whose own are not all among them is not
/// found in it.
pub(crate) fn initials(text: &str) -> u32 {
    let letters = text.chars().flat_map(syllables).filter_map(|it| name(it).bytes().next());
    letters.fold(0, |all, it| all | bit(it))
}

fn bit(letter: u8) -> u32 {
    1 << (letter.wrapping_sub(b'a') & 31)
}

fn has(places: Places, place: usize) -> bool {
    places >> place & 1 == 1
}

/// The places that a syllable leads to from a place of the word.
fn ends(word: &[u8], place: usize, syllable: &[u8]) -> Places {
    let rest = word.get(place..).unwrap_or_default();
    let common = rest.iter().zip(syllable).take_while(|(a, b)| a == b).count();
    let forms = (1..=common).filter(|len| is_form(*len, syllable) || *len == rest.len());
    forms.fold(0, |all, len| {
        let apostrophe = usize::from(rest.get(len) == Some(&b'\''));
        all | 1 << (place + len + apostrophe)
    })
}

/// Whether so many letters stand for the syllable: all of them, or its initial.
fn is_form(len: usize, syllable: &[u8]) -> bool {
    len == syllable.len() || len == 1 || (len == 2 && syllable.get(1) == Some(&b'h'))
}

/// The initials that are in every cut of the word; nothing if it cannot be cut.
fn initials_of_all_cuts(word: &[u8]) -> Option<u32> {
    // For each place the initials from there on.
    let mut cuts = [None; LONGEST + 1];
    *cuts.get_mut(word.len())? = Some(0);
    for (place, letter) in word.iter().enumerate().rev() {
        let names = (0..SYLLABLES).map(|it| name(it).as_bytes());
        let ends = names.fold(0, |all, it| all | ends(word, place, it));
        let rests = (0..).zip(&cuts).filter(|(end, _)| has(ends, *end)).filter_map(|(_, it)| *it);
        let cut = rests.reduce(|a, b| a & b).map(|it| it | bit(*letter));
        *cuts.get_mut(place)? = cut;
    }
    *cuts.first()?
}

#[cfg(test)]
#[path = "needle_tests.rs"]
mod tests;
