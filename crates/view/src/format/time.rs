//! Times: dates of UTC days, and how long ago they are.

use catalog::{DAY, Date, day_of};

use super::{Shown, plain};
use crate::{column::Tone, text::Lang};

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

/// A moment by its date, with how long ago it is.
pub(super) fn time(seconds: i64, lang: Lang, now: i64) -> Shown {
    let date = date(seconds);
    let clock = seconds.rem_euclid(DAY);
    let (hours, minutes, rest) = (clock / 3600, clock / 60 % 60, clock % 60);
    Shown {
        exact: Some(format!("{date} {hours:02}:{minutes:02}:{rest:02} UTC")),
        aside: Some(relative(seconds, lang, now)),
        ..plain(date)
    }
}

/// The day that something ends, with what that means.
pub(super) fn deadline(seconds: i64, lang: Lang, now: i64) -> Shown {
    Shown { exact: None, tone: deadline_tone(seconds, now), ..time(seconds, lang, now) }
}

/// A moment as ISO 8601 in UTC, to the second.
pub(crate) fn iso(seconds: i64) -> String {
    let clock = seconds.rem_euclid(DAY);
    let (hours, minutes, rest) = (clock / 3600, clock / 60 % 60, clock % 60);
    format!("{}T{hours:02}:{minutes:02}:{rest:02}Z", date(seconds))
}

/// The date of a moment, as `YYYY-MM-DD`: as queries write it too.
pub(crate) fn date(seconds: i64) -> String {
    let date = Date::of_day(day_of(seconds));
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// Over is bad; over within half a year asks for a plan.
fn deadline_tone(seconds: i64, now: i64) -> Option<Tone> {
    match seconds.saturating_sub(now) {
        ..=0 => Some(Tone::Bad),
        left if left <= 180 * DAY => Some(Tone::Wait),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_the_date_of_its_day() {
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (951_868_799, "2000-02-29"),
            (-1, "1969-12-31"),
            (-62_167_219_200, "0000-01-01"),
        ] {
            assert_eq!(date(seconds), expected);
        }
    }

    #[test]
    fn extreme_times_do_not_overflow() {
        for (seconds, now, tone) in
            [(i64::MIN + 1, 1, Some(Tone::Bad)), (i64::MAX, -1, None), (i64::MAX, i64::MIN, None)]
        {
            let shown = deadline(seconds, Lang::En, now);
            assert_eq!((shown.tone, shown.text.is_empty()), (tone, false));
        }
    }
}
