//! Moments.

use serde_json::Value;

use super::{Field, FieldValue, Show, Unreadable, int};

/// A moment, in Unix seconds. The service sends a number, digits, or a date as text; `0` means unset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Time(pub Option<i64>);

impl Field for Time {
    fn read(value: Value) -> Result<Self, Unreadable> {
        let seconds = match &value {
            Value::String(text) if text.trim().is_empty() => return Ok(Self(None)),
            Value::String(text) => int(&value).or_else(|| date(text.trim())),
            _ => int(&value),
        };
        match seconds {
            Some(UNSET | YEAR_1) => Ok(Self(None)),
            Some(it) if (YEAR_1..YEAR_10000).contains(&it) => Ok(Self(Some(it))),
            _ => Err(Unreadable { expected: "Unix seconds or a date" }),
        }
    }
}

const UNSET: i64 = 0;
/// The first moment of year 1, which programs in Go send for a time that nobody has set.
const YEAR_1: i64 = -62_135_596_800;
/// Beyond the last moment of year 9999. A larger number is none of seconds.
const YEAR_10000: i64 = 253_402_300_800;

impl Show for Time {
    fn show(&self) -> FieldValue<'_> {
        self.0.map_or(FieldValue::Missing, FieldValue::Time)
    }
}

/// `YYYY-MM-DD` or `YYYY/MM/DD`, with a clock behind a space or a `T`: `HH:MM` or `HH:MM:SS`, fractions of a second dropped, then `Z`
/// or an offset such as `+08:00`. Without one it is read as UTC, for want of any word about it.
fn date(text: &str) -> Option<i64> {
    let (day, clock) = text.split_once([' ', 'T']).unwrap_or((text, "00:00"));
    let (clock, offset) = split_offset(clock)?;
    let [year, month, day] = three(day, ['-', '/'])?;
    let day = day_number(year, month, day)?;
    Some(day * 86_400 + seconds_of(clock)? - offset)
}

/// The clock, and the seconds by which it is ahead of UTC.
fn split_offset(clock: &str) -> Option<(&str, i64)> {
    if let Some(clock) = clock.strip_suffix('Z') {
        return Some((clock, 0));
    }
    let Some(place) = clock.find(['+', '-']) else { return Some((clock, 0)) };
    let (clock, offset) = clock.split_at_checked(place)?;
    let ahead = seconds_of(offset.get(1..)?)?;
    Some((clock, if offset.starts_with('-') { -ahead } else { ahead }))
}

fn seconds_of(clock: &str) -> Option<i64> {
    let clock = clock.split_once('.').map_or(clock, |it| it.0);
    let with_seconds =
        if clock.matches(':').count() == 1 { format!("{clock}:00") } else { clock.into() };
    let [hours, minutes, seconds] = three(&with_seconds, [':', ':'])?;
    let valid = hours < 24 && minutes < 60 && seconds <= 60;
    valid.then_some(hours * 3600 + minutes * 60 + seconds)
}

/// Three numbers of one to four digits.
fn three(text: &str, between: [char; 2]) -> Option<[i64; 3]> {
    let number = |it: &str| {
        let fits = (1..=4).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
        it.parse().ok().filter(|_| fits)
    };
    let mut parts = text.split(between).map(number);
    let found = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(found)
}

/// The day since 1970, if there is such a day.
fn day_number(year: i64, month: i64, day: i64) -> Option<i64> {
    let number = days_since_1970(year, month, day);
    let exists = year >= 1
        && (1..=12).contains(&month)
        && day >= 1
        && number < days_since_1970(year, month + 1, 1);
    exists.then_some(number)
}

/// Days of the proleptic Gregorian calendar, counted in years that begin in March, so that the leap day comes last.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (153 * month + 2) / 5 + day - 719_469
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn surprise_10_times_come_in_every_form() {
        let cases = [
            (json!(1_700_000_000), Some(1_700_000_000)),
            (json!("1700000000"), Some(1_700_000_000)),
            (json!(1_700_000_000.0), Some(1_700_000_000)),
            (json!("2024/06/30"), Some(1_719_705_600)),
            (json!("2024-06-30"), Some(1_719_705_600)),
            (json!("2024-06-30 01:02:03"), Some(1_719_709_323)),
            (json!("2024-06-30T01:02:03Z"), Some(1_719_709_323)),
            (json!("2024-06-30 01:02"), Some(1_719_709_320)),
            (json!("2024-06-30T01:02:03.456Z"), Some(1_719_709_323)),
            (json!("2024-06-30T09:02:03+08:00"), Some(1_719_709_323)),
            (json!("2024-06-29T20:02:03-05:00"), Some(1_719_709_323)),
            (json!("0001-01-01T00:00:00Z"), None),
            (json!("2000-02-29"), Some(951_782_400)),
            (json!("1999-12-31"), Some(946_598_400)),
            (json!("1970-01-02"), Some(86_400)),
            (json!(0), None),
            (json!(""), None),
        ];
        for (value, expected) in cases {
            assert_eq!(Time::read(value.clone()), Ok(Time(expected)), "{value}");
        }
        for value in [
            json!("soon"),
            json!("2024-13-01"),
            json!("2023-02-29"),
            json!("2024-04-31"),
            json!("2024-01-00"),
            json!("2024-06"),
            json!([]),
            json!(1.5),
        ] {
            assert!(Time::read(value.clone()).is_err(), "{value}");
        }
    }
}
