//! Reading one field leniently: what the documents promise and what the service sends are not the same.

use std::borrow::Cow;

use serde_json::Value;

/// The value of a model's field, whatever its type: what tables, details and exports read.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue<'a> {
    /// Not returned, `null`, or empty.
    Missing,
    /// Text as it came.
    Text(&'a str),
    /// A number, in the field's own unit.
    Number(f64),
    /// Unix seconds.
    Time(i64),
    /// Several texts.
    List(Cow<'a, [String]>),
}

/// Why a value could not be read; it counts as missing then, and the row's raw JSON still shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable {
    /// What was expected, for instance `a whole number`.
    pub expected: &'static str,
}

/// A type that a model's field can have.
pub(crate) trait Field: Show + Sized + Default {
    /// Reads a value that is neither absent nor `null`.
    fn read(value: Value) -> Result<Self, Unreadable>;
}

/// What can be shown as a field's value.
pub(crate) trait Show {
    /// The value, borrowed where it can be.
    fn show(&self) -> FieldValue<'_>;
}

/// Text; an empty one counts as missing.
pub type Text = Option<String>;
/// A whole number.
pub type Int = Option<i64>;
/// Several texts.
pub type List = Vec<String>;

/// A moment, in Unix seconds. The service sends a number, digits, or a date as text; `0` means unset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Time(pub Option<i64>);

impl Field for Text {
    fn read(value: Value) -> Result<Self, Unreadable> {
        match value {
            Value::String(text) => Ok(Some(text).filter(|it| !it.is_empty())),
            Value::Bool(flag) => Ok(Some(flag.to_string())),
            // Ids may come as numbers; nothing that is text has a fraction.
            other => {
                int(&other).map(|it| Some(it.to_string())).ok_or(Unreadable { expected: "text" })
            }
        }
    }
}

impl Show for Text {
    fn show(&self) -> FieldValue<'_> {
        self.as_deref().map_or(FieldValue::Missing, FieldValue::Text)
    }
}

impl Field for Int {
    fn read(value: Value) -> Result<Self, Unreadable> {
        match value {
            Value::String(text) if text.trim().is_empty() => Ok(None),
            other => int(&other).map(Some).ok_or(Unreadable { expected: "a whole number" }),
        }
    }
}

impl Show for Int {
    #[expect(clippy::cast_precision_loss, reason = "sizes and counts stay far below 2^53")]
    fn show(&self) -> FieldValue<'_> {
        self.map_or(FieldValue::Missing, |it| FieldValue::Number(it as f64))
    }
}

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

impl Field for List {
    fn read(value: Value) -> Result<Self, Unreadable> {
        let Value::Array(items) = value else {
            return Ok(Text::read(value).map_err(|_| LIST)?.into_iter().collect());
        };
        let texts: Result<Vec<Text>, Unreadable> = items.into_iter().map(Text::read).collect();
        Ok(texts.map_err(|_| LIST)?.into_iter().flatten().collect())
    }
}

impl Show for List {
    fn show(&self) -> FieldValue<'_> {
        if self.is_empty() { FieldValue::Missing } else { FieldValue::List(Cow::Borrowed(self)) }
    }
}

const LIST: Unreadable = Unreadable { expected: "a list of texts" };

/// A whole number, given as one, as digits, or as a float without a fraction.
pub(crate) fn int(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => text.trim().parse().ok(),
        Value::Number(number) => number.as_i64().or_else(|| whole(number.as_f64()?)),
        _ => None,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the range is checked first")]
pub(crate) fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 9.0e15).then_some(number as i64)
}

/// `YYYY-MM-DD` or `YYYY/MM/DD`, with ` HH:MM:SS` or `THH:MM:SS` behind it, read as UTC.
fn date(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches('Z');
    let (day, clock) = text.split_once([' ', 'T']).unwrap_or((text, "0:0:0"));
    let [year, month, day] = three(day, ['-', '/'])?;
    let [hours, minutes, seconds] = three(clock, [':', ':'])?;
    let valid = (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
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
    fn times_come_in_every_form() {
        let cases = [
            (json!(1_700_000_000), Some(1_700_000_000)),
            (json!("1700000000"), Some(1_700_000_000)),
            (json!(1_700_000_000.0), Some(1_700_000_000)),
            (json!("2024/06/30"), Some(1_719_705_600)),
            (json!("2024-06-30"), Some(1_719_705_600)),
            (json!("2024-06-30 01:02:03"), Some(1_719_709_323)),
            (json!("2024-06-30T01:02:03Z"), Some(1_719_709_323)),
            (json!("2000-02-29"), Some(951_782_400)),
            (json!("1970-01-02"), Some(86_400)),
            (json!(0), None),
            (json!(""), None),
        ];
        for (value, expected) in cases {
            assert_eq!(Time::read(value.clone()), Ok(Time(expected)), "{value}");
        }
        for value in [json!("soon"), json!("2024-13-01"), json!("2024-06"), json!([]), json!(1.5)] {
            assert!(Time::read(value.clone()).is_err(), "{value}");
        }
    }

    #[test]
    fn numbers_and_lists_are_read_leniently() {
        assert_eq!(Int::read(json!("20")), Ok(Some(20)));
        assert_eq!(Int::read(json!("")), Ok(None));
        assert!(Int::read(json!("20 GB")).is_err());
        assert_eq!(List::read(json!(["GPU", null, "IPv6"])), Err(LIST));
        assert_eq!(List::read(json!(["GPU", "", "IPv6"])), Ok(vec!["GPU".into(), "IPv6".into()]));
        assert_eq!(List::read(json!("GPU")), Ok(vec!["GPU".into()]));
        assert_eq!(Text::read(json!(7)), Ok(Some("7".into())));
        assert!(Text::read(json!({})).is_err());
    }
}
