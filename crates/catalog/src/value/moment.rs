//! Moments as they are written: a year, a month, a day, an hour, a minute, a second, in UTC.

use super::ValueError;
use crate::civil::{Date, start_of};

/// From one second up to another, which is no part of it. Unix seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// The first second.
    pub(crate) from: i64,
    /// The first that is after it.
    pub(crate) to: i64,
}

impl Span {
    /// A day that is counted from 1970.
    pub(super) const fn of_day(day: i64) -> Self {
        Self { from: start_of(day), to: start_of(day.saturating_add(1)) }
    }
}

/// The time that a text names: `2024`, `2024-05`, `2024/5/1`, `2024年5月1日`, `2024-05-01T08:00`, with `Z` or `UTC` if one
/// likes. A year has four digits; other zones than UTC are not known.
///
/// # Errors
///
/// `NotATime` and `NoSuchDate`.
pub(crate) fn moment(text: &str) -> Result<Span, ValueError> {
    let text = text.trim_ascii();
    match text.bytes().position(|it| matches!(it, b'T' | b't' | b' ')) {
        None => date(text),
        Some(at) => {
            let (day, clock) = text.split_at(at);
            within_day(day, without_zone(clock.get(1..).unwrap_or_default()))
        }
    }
}

/// What may stand after the year, the month and the day. Only the Chinese signs may also end the text.
const AFTER: [[char; 3]; 3] = [['-', '/', '年'], ['-', '/', '月'], ['日', '日', '日']];
const AFTER_CLOCK: [[char; 3]; 3] = [[':'; 3]; 3];

fn date(text: &str) -> Result<Span, ValueError> {
    let starts_with_year = text.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let fields = fields(text, &AFTER).filter(|_| starts_with_year).ok_or(ValueError::NotATime)?;
    let [year, month, day] = fields;
    let first = Date::new(year.unwrap_or(0), month.unwrap_or(1), day.unwrap_or(1));
    if month.is_some_and(|it| it != first.month()) || day.is_some_and(|it| it != first.day()) {
        return Err(ValueError::NoSuchDate);
    }
    let next = match (month, day) {
        (None, _) => first.add_months(12).days(),
        (_, None) => first.add_months(1).days(),
        _ => first.days() + 1,
    };
    Ok(Span { from: start_of(first.days()), to: start_of(next) })
}

fn within_day(day: &str, clock: &str) -> Result<Span, ValueError> {
    let whole = fields(day, &AFTER).is_some_and(|it| it.iter().all(Option::is_some));
    let clock = fields(clock, &AFTER_CLOCK).filter(|_| whole).ok_or(ValueError::NotATime)?;
    let start = date(day)?.from;
    let [hour, minute, second] = clock.map(Option::unwrap_or_default);
    if hour > 23 || minute > 59 || second > 59 {
        return Err(ValueError::NoSuchDate);
    }
    let length = match clock {
        [_, None, _] => 3600,
        [_, _, None] => 60,
        _ => 1,
    };
    let from = start + hour * 3600 + minute * 60 + second;
    Ok(Span { from, to: from + length })
}

fn without_zone(clock: &str) -> &str {
    let is_clock = |it: &u8| it.is_ascii_digit() || *it == b':';
    let (plain, zone) = clock.split_at(clock.bytes().take_while(is_clock).count());
    let is_utc = ["z", "utc"].iter().any(|it| zone.trim_ascii().eq_ignore_ascii_case(it));
    if is_utc { plain } else { clock }
}

/// Up to three numbers in a row, of at most four digits the first and two the others.
fn fields(text: &str, after: &[[char; 3]; 3]) -> Option<[Option<i64>; 3]> {
    let mut fields = [None; 3];
    let mut rest = text;
    for (number, (field, signs)) in fields.iter_mut().zip(after).enumerate() {
        let end = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, tail) = rest.split_at(end);
        let longest = if number == 0 { 4 } else { 2 };
        *field = Some(digits.parse().ok().filter(|_| end <= longest)?);
        let Some(sign) = tail.chars().next() else { return Some(fields) };
        rest = tail.strip_prefix(signs)?;
        if rest.is_empty() {
            return (!sign.is_ascii()).then_some(fields);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, from: (i64, i64, i64), seconds: i64, length: i64) {
        let from = start_of(Date::new(from.0, from.1, from.2).days()) + seconds;
        assert_eq!(moment(text), Ok(Span { from, to: from + length }), "{text:?}");
    }

    const DAY: i64 = 86_400;

    #[test]
    fn a_time_is_as_long_as_it_is_exact() {
        check("2024", (2024, 1, 1), 0, 366 * DAY);
        check("2023年", (2023, 1, 1), 0, 365 * DAY);
        check("2024-02", (2024, 2, 1), 0, 29 * DAY);
        check("2024/2", (2024, 2, 1), 0, 29 * DAY);
        check("2024年12月", (2024, 12, 1), 0, 31 * DAY);
        check("2024-05-01", (2024, 5, 1), 0, DAY);
        check("2024/5/1", (2024, 5, 1), 0, DAY);
        check(" 2024年5月1日 ", (2024, 5, 1), 0, DAY);
        check("2024-05-01T08", (2024, 5, 1), 8 * 3600, 3600);
        check("2024-05-01T08Z", (2024, 5, 1), 8 * 3600, 3600);
        check("2024-05-01t08:05z", (2024, 5, 1), 29_100, 60);
        check("2024-05-01 08:05", (2024, 5, 1), 29_100, 60);
        check("2024-05-01 08:05:30 UTC", (2024, 5, 1), 29_130, 1);
        check("0000-01-01", (0, 1, 1), 0, DAY);
        check("9999-12-31T23:59:59Z", (9999, 12, 31), DAY - 1, 1);
    }

    #[test]
    fn what_is_written_otherwise_is_no_time() {
        for text in [
            "",
            "x",
            "90d",
            "24",
            "024",
            "20240501",
            "2024-",
            "2024-5-",
            "2024-5-1-",
            "2024--1",
            "-2024",
            "2024-05-001",
            "2024-12-001",
            "2024月",
            "2024-05年",
            "2024日",
            "2024年月",
            "2024-05-01x",
            "2024T08",
            "2024-05T08:00",
            "2024-05-01T",
            "2024-05-01T08:",
            "2024-05-01T08:00+08",
            "2024-05-01T08:00:00.5",
            "2024-05-01 08:00 CST",
            "T08:00",
            "５",
            "2024-05-01TZ",
        ] {
            assert_eq!(moment(text), Err(ValueError::NotATime), "{text:?}");
        }
    }

    #[test]
    fn what_no_calendar_has_is_refused() {
        for text in [
            "2024-13",
            "2024-00",
            "2024-02-30",
            "2023-02-29",
            "2024-04-31",
            "2024-05-00",
            "2024-05-01T24",
            "2024-05-01T08:60",
            "2024-05-01T08:00:60",
            "2024-02-30T08:00",
        ] {
            assert_eq!(moment(text), Err(ValueError::NoSuchDate), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn each_day_is_read_back(day in -719_528i64..2_932_897) {
            let date = Date::of_day(day);
            let (year, month, of_month) = (date.year(), date.month(), date.day());
            let span = moment(&format!("{year:04}-{month:02}-{of_month:02}"));
            prop_assert_eq!(span, Ok(Span::of_day(day)));
            prop_assert_eq!(moment(&format!("{year:04}/{month}/{of_month}")), span);
            let whole = moment(&format!("{year:04}-{month}")).unwrap();
            prop_assert!(whole.from <= span.unwrap().from && span.unwrap().to <= whole.to);
        }

        #[test]
        fn any_text_is_a_time_or_none(text in "[0-9TtZz:/年月日 -]{0,20}|.{0,20}") {
            prop_assert!(moment(&text).map_or(true, |it| it.from < it.to));
        }
    }
}
