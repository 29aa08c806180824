//! What Chinese characters sound like: a table that is read as it lies there, without being unpacked.
//!
//! A layer holds one reading of each character that has so many. A set of bits says which characters those are; the number of bits
//! that stand before a character's own is the place of its reading, and its place in the set of the next layer. `build.rs` makes the
//! table from other people's data, so that none of it lies here.
//!
//! It weighs 12.4 KB under brotli: the sets 3.1, the readings 8.9, the syllables 0.5. A number for each code point instead of a set weighs 1.2 KB
//! more; steps from one character to the next weigh the same and would have to be unpacked before the first use; syllables numbered by how common
//! they are weigh 0.3 KB less, and as much again for their alphabetical order.

/// The readings of one turn.
#[derive(Debug)]
struct Layer {
    /// Which places of the layer before have a reading here. Places of the first layer are code points from `FIRST` on.
    members: &'static [u64],
    /// For each block of `BLOCK` words of `members`, how many bits are set before it.
    before: &'static [u16],
    /// The lower eight bits of each reading.
    low: &'static [u8],
    /// The ninth bit of each reading.
    high: &'static [u64],
}

// FIRST, WIDTH, BLOCK, NAMES and LAYERS.
include!(concat!(env!("OUT_DIR"), "/pinyin.rs"));

/// How many syllables there are.
#[expect(clippy::cast_possible_truncation, reason = "a table of 400 is checked by a test")]
pub(super) const SYLLABLES: u16 = (NAMES.len() / WIDTH) as u16;

/// The place of a character's commonest syllable in alphabetical order; nothing for what is no Chinese character.
pub(crate) fn rank(it: char) -> Option<u16> {
    syllables(it).next()
}

/// Whether a character has a [`rank`]. Costs a look at one bit, where the rank itself costs a count: it is asked of all that is loaded.
pub(super) fn is_known(it: char) -> bool {
    let place = u32::from(it).wrapping_sub(FIRST) as usize;
    let word = LAYERS.first().and_then(|it| it.members.get(place / 64));
    word.is_some_and(|it| it >> (place % 64) & 1 == 1)
}

/// The numbers of a character's syllables, without tones, the commonest first. Costs some ten counts of bits a syllable.
pub(super) fn syllables(it: char) -> Syllables {
    Syllables { place: u32::from(it).wrapping_sub(FIRST) as usize, layers: LAYERS.iter() }
}

/// The letters of a syllable. Syllables are numbered in alphabetical order; `ü` is written `v`.
#[inline(never)]
pub(super) fn name(syllable: u16) -> &'static str {
    let at = usize::from(syllable) * WIDTH;
    NAMES.get(at..at + WIDTH).unwrap_or_default().trim_ascii_end()
}

/// See [`syllables`].
#[derive(Debug)]
pub(super) struct Syllables {
    place: usize,
    layers: std::slice::Iter<'static, Layer>,
}

impl Iterator for Syllables {
    type Item = u16;

    // Inlined, it would be a third of a kilobyte at each place that needs it.
    #[inline(never)]
    fn next(&mut self) -> Option<u16> {
        let layer = self.layers.next()?;
        self.place = layer.place(self.place)?;
        layer.reading(self.place)
    }
}

impl Layer {
    /// The place of a reading: the number of bits before its own, if that is set.
    fn place(&self, at: usize) -> Option<usize> {
        let (word, bit) = (at / 64, at % 64);
        let bits = *self.members.get(word)?;
        let block = word / BLOCK;
        let words = self.members.get(block * BLOCK..word)?;
        let ones: u32 =
            words.iter().chain([&(bits & !(!0 << bit))]).map(|it| it.count_ones()).sum();
        (bits >> bit & 1 == 1).then_some(usize::from(*self.before.get(block)?) + ones as usize)
    }

    fn reading(&self, place: usize) -> Option<u16> {
        let high = *self.high.get(place / 64)? >> (place % 64) & 1;
        Some(u16::from(*self.low.get(place)?) | if high == 1 { 0x100 } else { 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        for it in text.chars() {
            let readings: Vec<_> = syllables(it).map(name).collect();
            assert_eq!(readings, expected, "{it}");
        }
    }

    #[test]
    fn what_is_known_has_a_rank() {
        ('\0'..='\u{1_1000}').for_each(|it| assert_eq!(is_known(it), rank(it).is_some(), "{it}"));
    }

    #[test]
    fn knows_what_characters_sound_like() {
        check("镜竟敬", &["jing"]);
        check("像", &["xiang"]);
        check("一", &["yi"]);
        check("绿", &["lv", "lu"]);
        check("略", &["lve"]);
        check("女", &["nv", "ru"]);
        check("哼", &["heng", "hng"]);
        check("亍", &["chu"]);
        check("齄", &["zha"]);
        check("aé　〇，１\u{4dff}\u{9fff}\u{ac00}🙂\u{10ffff}", &[]);
    }

    #[test]
    fn knows_characters_of_several_readings() {
        check("重", &["chong", "zhong", "tong"]);
        check("行", &["xing", "hang", "heng"]);
        check("长", &["chang", "zhang"]);
        check("乐", &["le", "yue"]);
        check("都", &["dou", "du"]);
        check("调", &["diao", "tiao"]);
        check("着", &["zhe", "zhao", "zhuo"]);
        check("厦", &["xia", "sha"]);
        check("率", &["lv", "shuai", "lve"]);
    }

    #[test]
    fn holds_what_was_packed() {
        let known: Vec<char> = ('\u{3400}'..='\u{9fff}').filter(|it| rank(*it).is_some()).collect();
        assert_eq!(known.len(), 6763);
        for it in known {
            let all: Vec<u16> = syllables(it).collect();
            assert!((1..=LAYERS.len()).contains(&all.len()), "{it}");
            assert!(all.iter().all(|it| *it < SYLLABLES), "{it}");
            assert!((1..all.len()).all(|at| !all[..at].contains(&all[at])), "{it} twice");
        }
    }

    #[test]
    fn names_are_letters_in_alphabetical_order() {
        let names: Vec<_> = (0..SYLLABLES).map(name).collect();
        assert!(names.is_sorted());
        assert!(
            names.iter().all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase()))
        );
        assert_eq!((names.first(), names.last()), (Some(&"a"), Some(&"zuo")));
        assert_eq!(name(u16::MAX), "");
    }

    #[test]
    fn ranks_are_alphabetical() {
        let mut sorted = ['中', '安', '镜', '北', '绿'];
        sorted.sort_by_key(|it| (rank(*it), *it));
        assert_eq!(sorted, ['安', '北', '镜', '绿', '中']);
        assert_eq!(rank('x'), None);
    }
}
