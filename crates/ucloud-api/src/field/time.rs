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
            Value::String(text) => int(&value).or_else(|| date(text)),
            _ => int(&value),
        };
        let seconds = seconds.ok_or(Unreadable { expected: "Unix seconds or a date" })?;
        Ok(Self(Some(seconds).filter(|it| *it != 0)))
    }
}

impl Show for Time {
    fn show(&self) -> FieldValue<'_> {
        self.0.map_or(FieldValue::Missing, FieldValue::Time)
    }
}

/// `YYYY-MM-DD` or `YYYY/MM/DD`, with ` HH:MM:SS` or `THH:MM:SS` behind it, read as UTC.
fn date(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches('Z');
    let (day, clock) = text.split_once([' ', 'T']).unwrap_or((text, "0:0:0"));
    let [year, month, day] = three(day, ['-', '/'])?;
    let [hours, minutes, seconds] = three(clock, [':', ':'])?;
    let valid = (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && day >= 1
        && days_since_1970(year, month, day) < days_since_1970(year, month + 1, 1)
        && (0..24).contains(&hours)
        && (0..60).contains(&minutes)
        && (0..=60).contains(&seconds);
    valid
        .then(|| days_since_1970(year, month, day) * 86_400 + hours * 3600 + minutes * 60 + seconds)
}

fn three(text: &str, between: [char; 2]) -> Option<[i64; 3]> {
    let mut parts = text.split(between).map(|it| it.parse().ok());
    let found = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(found)
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
