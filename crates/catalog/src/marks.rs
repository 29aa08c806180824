//! Marks: which parts of a text match what was searched for.

use std::ops::Range;

use memchr::memmem::Finder;

use crate::{
    fold::{fold_char, fold_into},
    pinyin::Needle,
    schema::Pinyin,
};

/// Words to be marked, and the memory to do so, which is used from text to text.
///
/// ```
/// use catalog::{Marker, Pinyin};
///
/// let mut marker = Marker::default();
/// marker.add("gpu", false);
/// marker.add("jx", false);
/// assert_eq!(marker.marks("ＧＰＵ 镜像", Pinyin::InNames), [0..9, 10..16]);
/// assert_eq!(marker.marks("ＧＰＵ 镜像", Pinyin::Never), [0..9]);
/// ```
#[derive(Debug, Default)]
pub struct Marker {
    words: Vec<Word>,
    folded: String,
    /// For each byte of `folded`, whether it is part of a match.
    covered: Vec<bool>,
    marks: Vec<Range<usize>>,
}

#[derive(Debug)]
struct Word {
    literal: Finder<'static>,
    pinyin: Option<Needle>,
}

impl Marker {
    /// Adds a folded word or phrase; only a word can be pinyin. An empty one marks nothing.
    pub fn add(&mut self, folded: &str, is_phrase: bool) {
        if !folded.is_empty() {
            let pinyin = if is_phrase { None } else { Needle::new(folded) };
            self.words.push(Word { literal: Finder::new(folded).into_owned(), pinyin });
        }
    }

    /// The parts of the text that match a word, in bytes, ascending, with others between them. Where a search finds a word, at least one part does.
    ///
    /// `reading` is that of the text's column. Costs a search of the text for each word; allocates only for a text that is longer, or has
    /// more marks, than any before.
    pub fn marks(&mut self, text: &str, reading: Pinyin) -> &[Range<usize>] {
        self.marks.clear();
        self.folded.clear();
        fold_into(text, &mut self.folded);
        if self.cover(reading) {
            self.collect(text);
        }
        &self.marks
    }

    /// Notes what part of the folded text matches, and whether any does.
    fn cover(&mut self, reading: Pinyin) -> bool {
        let Self { words, folded, covered, .. } = self;
        covered.clear();
        covered.resize(folded.len(), false);
        let mut any = false;
        let mut cover = |part: Range<usize>| {
            any = true;
            covered.get_mut(part).unwrap_or_default().fill(true);
        };
        for word in words {
            word.find(folded, reading, &mut cover);
        }
        any
    }

    /// Makes marks in the text of what is covered in the folded text, whose characters are as many but not as long.
    fn collect(&mut self, text: &str) {
        let mut at = 0;
        for (start, it) in text.char_indices() {
            if self.covered.get(at) == Some(&true) {
                self.mark(start..start + it.len_utf8());
            }
            at += fold_char(it).len_utf8();
        }
    }

    fn mark(&mut self, part: Range<usize>) {
        match self.marks.last_mut().filter(|it| it.end == part.start) {
            Some(last) => last.end = part.end,
            None => self.marks.push(part),
        }
    }
}

impl Word {
    /// Calls back with each match, overlapping ones included.
    fn find(&self, text: &str, reading: Pinyin, found: &mut dyn FnMut(Range<usize>)) {
        let literal = self.literal.needle();
        let mut from = 0;
        while let Some(at) = text.as_bytes().get(from..).and_then(|it| self.literal.find(it)) {
            found(from + at..from + at + literal.len());
            from += at + 1;
        }
        let takes = !text.is_ascii() && reading.takes(literal.len());
        let Some(needle) = self.pinyin.as_ref().filter(|_| takes) else { return };
        for (start, _) in text.char_indices() {
            if let Some(len) = text.get(start..).and_then(|it| needle.find_here(it)) {
                found(start..start + len);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fold::fold;

    fn marker(words: &[&str]) -> Marker {
        let mut it = Marker::default();
        words.iter().for_each(|word| it.add(word, false));
        it
    }

    /// Marks are checked by their texts, each in brackets.
    fn check(words: &[&str], text: &str, expected: &str) {
        assert_eq!(shown(&mut marker(words), text), expected, "{words:?}");
    }

    fn shown(marker: &mut Marker, text: &str) -> String {
        let marks = marker.marks(text, Pinyin::InNames);
        let mut out = String::new();
        for (at, it) in text.char_indices() {
            out.extend(marks.iter().filter(|mark| mark.start == at).map(|_| '['));
            out.push(it);
            out.extend(marks.iter().filter(|mark| mark.end == at + it.len_utf8()).map(|_| ']'));
        }
        out
    }

    #[test]
    fn marks_each_match() {
        check(&["u"], "Ubuntu", "[U]b[u]nt[u]");
        check(&["ubuntu", "22"], "Ubuntu 22.04", "[Ubuntu] [22].04");
        check(&["ubuntu 22"], "Ubuntu 22.04", "[Ubuntu 22].04");
        check(&["x"], "Ubuntu", "Ubuntu");
        check(&[""], "Ubuntu", "Ubuntu");
        check(&[], "Ubuntu", "Ubuntu");
        check(&["a"], "", "");
    }

    #[test]
    fn merges_what_overlaps_or_touches() {
        check(&["ana"], "bananas", "b[anana]s");
        check(&["aa"], "aaaa", "[aaaa]");
        check(&["cent", "tos"], "CentOS", "[CentOS]");
        check(&["ce", "nt"], "CentOS", "[Cent]OS");
        check(&["centos", "nt"], "CentOS", "[CentOS]");
        check(&["镜像", "jx", "x"], "镜像x", "[镜像x]");
    }

    #[test]
    fn marks_the_text_as_it_was_before_folding() {
        check(&["gpu"], "ＧＰＵ　镜像", "[ＧＰＵ]　镜像");
        check(&["u 镜"], "ＧＰＵ　镜像", "ＧＰ[Ｕ　镜]像");
        check(&["像"], "ＧＰＵ镜像Ｘ", "ＧＰＵ镜[像]Ｘ");
        check(&["e"], "CAFÉ CAFÉ", "CAF[É] CAF[É]");
        check(&["x"], "\u{80}Ｘ\u{80}x🙂X", "\u{80}[Ｘ]\u{80}[x]🙂[X]");
    }

    #[test]
    fn marks_what_reads_as_the_word() {
        check(&["jx"], "Ubuntu 一键镜像 jx", "Ubuntu 一键[镜像] [jx]");
        check(&["jingx"], "ＡＩ镜像，镜像", "ＡＩ[镜像]，[镜像]");
        check(&["xian"], "西安 先 XIAN", "[西安] [先] [XIAN]");
        check(&["yy"], "一一一", "[一一一]");
        check(&["镜x"], "镜像", "镜像");
    }

    #[test]
    fn pinyin_only_where_it_is_wanted() {
        let mut marker = marker(&["jx"]);
        marker.add("xt", true);
        assert_eq!(shown(&mut marker, "镜像系统 xt"), "[镜像]系统 [xt]");
        assert!(marker.marks("镜像", Pinyin::Never).is_empty());
        assert!(marker.marks("镜像", Pinyin::InProse).is_empty());
        marker.add("jingx", false);
        assert_eq!(marker.marks("镜像", Pinyin::InProse).len(), 1);
    }

    /// Whether a part of the text, as a whole, is a match.
    fn matches(word: &str, part: &str) -> bool {
        let reads = || Needle::new(word).and_then(|it| it.find_here(part)) == Some(part.len());
        !word.is_empty() && (fold(part) == word || reads())
    }

    proptest! {
        #[test]
        fn marks_exactly_what_matches(
            text in "[aAＡnNéÉ镜像重庆　 \u{80}🙂]{0,9}",
            words in prop::collection::vec("[an]{0,2}|é|镜|像|jx|cq|j?ing| ", 0..4),
        ) {
            let words: Vec<String> = words;
            let mut expected = vec![false; text.len()];
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let parts = places.iter().flat_map(|start| places.iter().map(move |end| *start..*end)).filter(|it| it.start < it.end);
            for part in parts.filter(|it| words.iter().any(|word| matches(word, &text[it.clone()]))) {
                expected[part].fill(true);
            }
            let borrowed: Vec<&str> = words.iter().map(String::as_str).collect();
            let mut marker = marker(&borrowed);
            let marks = marker.marks(&text, Pinyin::InNames);
            let mut seen = vec![false; text.len()];
            marks.iter().for_each(|it| seen[it.clone()].fill(true));
            prop_assert_eq!(seen, expected);
            prop_assert!(marks.iter().all(|it| it.start < it.end && text.get(it.clone()).is_some()));
            prop_assert!(marks.windows(2).all(|it| it[0].end < it[1].start));
            let found = |word: &String| !word.is_empty() && fold(&text).contains(word.as_str())
                || Needle::new(word).is_some_and(|it| it.find(&text).is_some());
            prop_assert_eq!(words.iter().any(found), !marks.is_empty());
        }
    }
}
