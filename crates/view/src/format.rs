//! How values are shown. Pure: the time is passed in, and nothing depends on the browser's locale data.

mod ends;
mod number;
mod time;

use std::borrow::Cow;

use catalog::CellRef;

use number::{count, decimal, hours, megabytes, price};
use time::{deadline, time};

pub use ends::end_of;
pub use number::grouped;
pub use time::relative;
pub(crate) use time::{date, iso};

use crate::{
    column::{Column, Format, Tone, Word, YES_NO},
    text::Lang,
};

/// A value made ready for the eye.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// The value. Empty if it is missing.
    pub text: String,
    /// What helps to read it, shown more quietly: how long ago a time is.
    pub aside: Option<String>,
    /// The exact value, where `text` is shorter than it.
    pub exact: Option<String>,
    /// What it means, if it means something.
    pub tone: Option<Tone>,
}

/// Shows a value of a column at a time, in Unix seconds.
#[must_use]
pub fn format(cell: &CellRef<'_>, column: &Column, lang: Lang, now: i64) -> Shown {
    match (cell, column.format) {
        (CellRef::Missing, _) => Shown::default(),
        (CellRef::Text(text), Format::Word(words)) => word(text, words, lang),
        (CellRef::Text(text), _) => plain(visible(text).into_owned()),
        (CellRef::Flag(flag), _) => plain(answer(*flag, lang)),
        (CellRef::Tags(_), _) => plain(tags(cell, column, lang).join(", ")),
        (CellRef::Number(number), Format::Gigabytes) => plain(format!("{} GB", decimal(*number))),
        (CellRef::Number(number), Format::Megabytes) => megabytes(*number),
        (CellRef::Number(number), Format::Hours) => hours(*number, lang),
        (CellRef::Number(number), Format::YuanPerHour) => price(*number, lang),
        (CellRef::Number(number), Format::Count) => plain(count(*number)),
        (CellRef::Number(number), _) => plain(decimal(*number)),
        (CellRef::Time(seconds), Format::Deadline) => deadline(*seconds, lang, now),
        (CellRef::Time(seconds), _) => time(*seconds, lang, now),
    }
}

/// The texts of a value that has several, each made ready for the eye; none of a value of another kind.
#[must_use]
pub fn tags(cell: &CellRef<'_>, column: &Column, lang: Lang) -> Vec<String> {
    let CellRef::Tags(tags) = cell else { return Vec::new() };
    tags.iter().map(|tag| named(tag, column, lang)).collect()
}

/// What people call a value of a column of texts or flags, as facets give it: the name of a known word, or the value made ready for
/// the eye.
#[must_use]
pub fn named(value: &str, column: &Column, lang: Lang) -> String {
    name(value, column.words(), lang).into_owned()
}

fn plain(text: String) -> Shown {
    Shown { text, ..Shown::default() }
}

fn word(text: &str, words: &'static [Word], lang: Lang) -> Shown {
    let tone = Word::find(words, text).map(|it| it.tone).filter(|it| *it != Tone::Plain);
    Shown { tone, ..plain(name(text, words, lang).into_owned()) }
}

fn answer(flag: bool, lang: Lang) -> String {
    name(if flag { "true" } else { "false" }, YES_NO, lang).into_owned()
}

fn name<'a>(value: &'a str, words: &'static [Word], lang: Lang) -> Cow<'a, str> {
    Word::find(words, value).map_or_else(|| visible(value), |it| it.name.get(lang).into())
}

/// Characters that would reorder or hide text, made visible, so that a name looks like what it is.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return text.into();
    }
    let show = |it: char| {
        if is_hidden(it) { format!("⟨U+{:04X}⟩", u32::from(it)) } else { it.to_string() }
    };
    text.chars().map(show).collect::<String>().into()
}

/// Controls, zero-width characters and bidirectional overrides. Not the joiner U+200D, which emoji are made with.
fn is_hidden(it: char) -> bool {
    matches!(it,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{200b}' | '\u{200c}'
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use catalog::DAY;

    use super::*;
    use crate::{column::Source, text::Text};

    const NOW: i64 = 1_800_000_000; // 2027-01-15 08:00:00 UTC

    fn column(format: Format) -> Column {
        Column {
            key: "x",
            label: Text::same("x"),
            source: Source::Answer("X"),
            format,
            place: None,
            width: 0,
            shown: true,
            keeps_end: false,
        }
    }

    fn check(format: Format, cell: &CellRef<'_>, lang: Lang, expected: &str) {
        let it = super::format(cell, &column(format), lang, NOW);
        let parts = [Some(it.text), it.aside, it.tone.map(|it| format!("{it:?}"))];
        assert_eq!(parts.into_iter().flatten().collect::<Vec<_>>().join(" | "), expected);
    }

    const STATES: &[Word] = &[
        Word::toned("Available", "Available", "可用", Tone::Good),
        Word::plain("Base", "Standard", "标准镜像"),
    ];

    #[test]
    fn values_are_shown_by_their_format() {
        use Lang::{En, Zh};
        check(Format::Text, &CellRef::Missing, En, "");
        check(Format::Text, &CellRef::Text("a\u{202e}b"), En, "a⟨U+202E⟩b");
        check(Format::Gigabytes, &CellRef::Number(20.0), En, "20 GB");
        check(Format::Gigabytes, &CellRef::Number(0.5), Zh, "0.5 GB");
        check(Format::Word(STATES), &CellRef::Text("available"), Zh, "可用 | Good");
        check(Format::Word(STATES), &CellRef::Text("Base"), En, "Standard");
        check(Format::Word(STATES), &CellRef::Text("Frozen"), Zh, "Frozen");
        check(Format::Tags(STATES), &CellRef::Tags(vec!["Base", "New"]), Zh, "标准镜像, New");
        check(Format::Prose, &CellRef::Text("a, b"), En, "a, b");
        check(Format::Flag, &CellRef::Flag(true), En, "Yes");
        check(Format::Flag, &CellRef::Flag(false), Zh, "否");
        check(Format::Flag, &CellRef::Missing, Zh, "");
        check(Format::Time, &CellRef::Time(NOW - 150 * DAY), En, "2026-08-18 | 5 mo ago");
        check(Format::Deadline, &CellRef::Time(NOW - DAY), Zh, "2027-01-14 | 1 天前 | Bad");
        check(Format::Deadline, &CellRef::Time(NOW + 90 * DAY), En, "2027-04-15 | in 3 mo | Wait");
        check(Format::Deadline, &CellRef::Time(NOW + 900 * DAY), Zh, "2029-07-03 | 2 年后");
        check(Format::Time, &CellRef::Time(0), En, "1970-01-01 | 57 yr ago");
    }

    #[test]
    fn values_of_facets_have_names() {
        let check = |format, value, lang, expected: &str| {
            assert_eq!(named(value, &column(format), lang), expected, "{value}");
        };
        check(Format::Word(STATES), "base", Lang::Zh, "标准镜像");
        check(Format::Tags(STATES), "New", Lang::Zh, "New");
        check(Format::Flag, "false", Lang::Zh, "否");
        check(Format::Text, "a\u{202e}b", Lang::En, "a⟨U+202E⟩b");
    }

    #[test]
    fn numbers_have_two_decimals_at_most() {
        for (number, expected) in [
            (20.0, "20"),
            (0.5, "0.5"),
            (-1.255, "-1.25"),
            (100.0, "100"),
            (0.0, "0"),
            (2.999, "3"),
        ] {
            assert_eq!(decimal(number), expected);
        }
    }

    #[test]
    fn counts_are_grouped() {
        for (count, expected) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (123_456, "123,456"),
            (1_000_000, "1,000,000"),
        ] {
            assert_eq!(grouped(count), expected);
        }
    }
}
