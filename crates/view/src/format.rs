//! How values are shown. Pure: the time is passed in, and nothing depends on the browser's locale data.

mod number;

use std::borrow::Cow;

use catalog::CellRef;

use number::{count, decimal, hours, megabytes, price};

pub use number::grouped;

use crate::{
    column::{Column, Format, Tone, Word},
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

const DAY: i64 = 86_400;

/// Shows a value of a column at a time, in Unix seconds.
#[must_use]
pub fn format(cell: &CellRef<'_>, column: &Column, lang: Lang, now: i64) -> Shown {
    match (cell, column.format) {
        (CellRef::Missing, _) => Shown::default(),
        (CellRef::Text(text), Format::Word(words)) => word(text, words, lang),
        (CellRef::Text(text), _) => plain(visible(text).into_owned()),
        (CellRef::Tags(_), _) => plain(tags(cell, column, lang).join(", ")),
        (CellRef::Number(number), Format::Gigabytes) => plain(format!("{} GB", decimal(*number))),
        (CellRef::Number(number), Format::Megabytes) => megabytes(*number),
        (CellRef::Number(number), Format::Hours) => hours(*number, lang),
        (CellRef::Number(number), Format::YuanPerHour) => price(*number, lang),
        (CellRef::Number(number), Format::Count) => plain(count(*number)),
        (CellRef::Number(number), _) => plain(decimal(*number)),
        (CellRef::Time(seconds), Format::Deadline) => {
            Shown { exact: None, tone: deadline_tone(*seconds, now), ..time(*seconds, lang, now) }
        }
        (CellRef::Time(seconds), _) => time(*seconds, lang, now),
    }
}

/// The texts of a value that has several, each made ready for the eye; none of a value of another kind.
#[must_use]
pub fn tags(cell: &CellRef<'_>, column: &Column, lang: Lang) -> Vec<String> {
    let CellRef::Tags(tags) = cell else { return Vec::new() };
    let words = if let Format::Tags(words) = column.format { words } else { &[] };
    tags.iter().map(|tag| name(tag, words, lang).into_owned()).collect()
}

/// How long ago a time is, or how far ahead, in the largest unit that it fills: `5 mo ago`, `3 天后`.
#[must_use]
pub fn relative(seconds: i64, lang: Lang, now: i64) -> String {
    let distance = seconds.saturating_sub(now);
    let (count, unit) = in_units(distance.saturating_abs());
    let unit = if lang == Lang::En { unit.0 } else { unit.1 };
    match (lang, distance > 0, count) {
        (Lang::En, _, 0) => "now".to_owned(),
        (Lang::En, true, _) => format!("in {count} {unit}"),
        (Lang::En, false, _) => format!("{count} {unit} ago"),
        (Lang::Zh, _, 0) => "刚刚".to_owned(),
        (Lang::Zh, true, _) => format!("{count} {unit}后"),
        (Lang::Zh, false, _) => format!("{count} {unit}前"),
    }
}

/// Units by their length in seconds. Abbreviations, so that English needs no plural.
const UNITS: &[(i64, (&str, &str))] = &[
    (365 * DAY, ("yr", "年")),
    (30 * DAY, ("mo", "个月")),
    (DAY, ("d", "天")),
    (3600, ("h", "小时")),
    (60, ("min", "分钟")),
];

fn in_units(seconds: i64) -> (i64, (&'static str, &'static str)) {
    let unit = UNITS.iter().find(|(length, _)| seconds >= *length);
    unit.map_or((0, ("", "")), |(length, names)| (seconds / length, *names))
}

fn plain(text: String) -> Shown {
    Shown { text, ..Shown::default() }
}

fn word(text: &str, words: &'static [Word], lang: Lang) -> Shown {
    let tone = Word::find(words, text).map(|it| it.tone).filter(|it| *it != Tone::Plain);
    Shown { tone, ..plain(name(text, words, lang).into_owned()) }
}

fn name<'a>(value: &'a str, words: &'static [Word], lang: Lang) -> Cow<'a, str> {
    Word::find(words, value).map_or_else(|| visible(value), |it| it.name.get(lang).into())
}

fn time(seconds: i64, lang: Lang, now: i64) -> Shown {
    let date = civil(seconds.div_euclid(DAY));
    let clock = seconds.rem_euclid(DAY);
    let (hours, minutes, rest) = (clock / 3600, clock / 60 % 60, clock % 60);
    Shown {
        exact: Some(format!("{date} {hours:02}:{minutes:02}:{rest:02} UTC")),
        aside: Some(relative(seconds, lang, now)),
        ..plain(date)
    }
}

/// A moment as ISO 8601 in UTC, to the second.
pub(crate) fn iso(seconds: i64) -> String {
    let clock = seconds.rem_euclid(DAY);
    let (hours, minutes, rest) = (clock / 3600, clock / 60 % 60, clock % 60);
    format!("{}T{hours:02}:{minutes:02}:{rest:02}Z", civil(seconds.div_euclid(DAY)))
}

/// Over is bad; over within half a year asks for a plan.
fn deadline_tone(seconds: i64, now: i64) -> Option<Tone> {
    match seconds - now {
        ..=0 => Some(Tone::Bad),
        left if left <= 180 * DAY => Some(Tone::Wait),
        _ => None,
    }
}

/// The date of a day counted from 1970, as `YYYY-MM-DD`, in years that begin in March so that the leap day comes last.
fn civil(days: i64) -> String {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
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
    use super::*;
    use crate::{column::Source, text::Text};

    const NOW: i64 = 1_800_000_000; // 2027-01-15 08:00:00 UTC

    fn column(format: Format) -> Column {
        Column {
            key: "x",
            label: Text::same("x"),
            source: Source::Answer("X"),
            format,
            width: 0,
            shown: true,
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
        check(Format::Time, &CellRef::Time(NOW - 150 * DAY), En, "2026-08-18 | 5 mo ago");
        check(Format::Deadline, &CellRef::Time(NOW - DAY), Zh, "2027-01-14 | 1 天前 | Bad");
        check(Format::Deadline, &CellRef::Time(NOW + 90 * DAY), En, "2027-04-15 | in 3 mo | Wait");
        check(Format::Deadline, &CellRef::Time(NOW + 900 * DAY), Zh, "2029-07-03 | 2 年后");
        check(Format::Time, &CellRef::Time(0), En, "1970-01-01 | 57 yr ago");
    }

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (days, expected) in
            [(0, "1970-01-01"), (11_016, "2000-02-29"), (19_904, "2024-06-30"), (-1, "1969-12-31")]
        {
            assert_eq!(civil(days), expected);
        }
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

    #[test]
    fn extreme_times_do_not_overflow() {
        for seconds in [i64::MIN + 1, i64::MAX] {
            assert!(!relative(seconds, Lang::En, NOW).is_empty());
        }
    }
}
