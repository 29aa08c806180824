//! Numbers and flags.

use serde_json::Value;

use super::{Field, FieldValue, Show, Text, Unreadable};

/// A whole number.
pub(crate) type Int = Option<i64>;
/// A number that may have a fraction.
pub(crate) type Decimal = Option<f64>;

/// Yes or no. The service sends `true`, `"True"`, `"true"`, `1` or `"1"` for yes, and their likes for no.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flag(pub Option<bool>);

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

impl Field for Decimal {
    fn read(value: Value) -> Result<Self, Unreadable> {
        match value {
            Value::String(text) if text.trim().is_empty() => Ok(None),
            other => decimal(&other).map(Some).ok_or(Unreadable { expected: "a number" }),
        }
    }
}

impl Show for Decimal {
    fn show(&self) -> FieldValue<'_> {
        self.map_or(FieldValue::Missing, FieldValue::Number)
    }
}

impl Field for Flag {
    fn read(value: Value) -> Result<Self, Unreadable> {
        let expected = Unreadable { expected: "yes or no" };
        let text = Text::read(value).map_err(|_| expected)?;
        let is = |words: [&str; 3]| {
            text.as_deref().is_some_and(|it| words.iter().any(|word| it.eq_ignore_ascii_case(word)))
        };
        // The documents of UHub themselves write `ture`.
        match (is(["true", "1", "ture"]), is(["false", "0", "no"])) {
            (true, _) => Ok(Self(Some(true))),
            (_, true) => Ok(Self(Some(false))),
            _ if text.is_none() => Ok(Self(None)),
            _ => Err(expected),
        }
    }
}

impl Show for Flag {
    fn show(&self) -> FieldValue<'_> {
        match self.0 {
            Some(true) => FieldValue::Text("true"),
            Some(false) => FieldValue::Text("false"),
            None => FieldValue::Missing,
        }
    }
}

/// A whole number, given as one, as digits, or as a float without a fraction.
pub(crate) fn int(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => text.trim().parse().ok(),
        Value::Number(number) => number.as_i64().or_else(|| whole(number.as_f64()?)),
        _ => None,
    }
}

/// A number, given as one or in digits.
pub(crate) fn decimal(value: &Value) -> Option<f64> {
    match value {
        // Read as JSON: `f64`'s own parser takes `inf` and `NaN` too, and weighs several kilobytes in the page.
        Value::String(text) => serde_json::from_str::<Value>(text.trim()).ok()?.as_f64(),
        other => other.as_f64(),
    }
}

/// A number as text. Up to six decimals, and one at least where there was a point: it may be a version.
pub(crate) fn digits(value: &Value) -> Option<String> {
    let number = value.as_number()?;
    if let Some(whole) = number.as_i64() {
        return Some(whole.to_string());
    }
    let millionths = whole((number.as_f64()? * 1e6).round())?;
    let (sign, millionths) = (if millionths < 0 { "-" } else { "" }, millionths.unsigned_abs());
    let text = format!("{sign}{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    let short = text.trim_end_matches('0');
    Some(if short.ends_with('.') { format!("{short}0") } else { short.to_owned() })
}

#[expect(clippy::cast_possible_truncation, reason = "the range is checked first")]
pub(crate) fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 9.0e15).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_come_as_numbers_or_digits() {
        for (value, expected) in [
            (json!(20), Some(20)),
            (json!("20"), Some(20)),
            (json!(" 20 "), Some(20)),
            (json!(20.0), Some(20)),
            (json!(""), None),
        ] {
            assert_eq!(Int::read(value.clone()), Ok(expected), "{value}");
        }
        for value in [json!("20 GB"), json!(1.5), json!(1e300), json!([])] {
            assert!(Int::read(value.clone()).is_err(), "{value}");
        }
    }

    #[test]
    fn prices_have_fractions_and_no_infinity() {
        for (value, expected) in
            [(json!(0), Some(0.0)), (json!("1.58"), Some(1.58)), (json!(""), None)]
        {
            assert_eq!(Decimal::read(value.clone()), Ok(expected), "{value}");
        }
        for value in [json!("inf"), json!("NaN"), json!("1,5"), json!({})] {
            assert!(Decimal::read(value.clone()).is_err(), "{value}");
        }
    }

    #[test]
    fn surprise_9_flags_come_as_text_and_as_flags() {
        for (value, expected) in [
            (json!(true), Some(true)),
            (json!("True"), Some(true)),
            (json!("true"), Some(true)),
            (json!(1), Some(true)),
            (json!(false), Some(false)),
            (json!("False"), Some(false)),
            (json!("0"), Some(false)),
            (json!(""), None),
        ] {
            assert_eq!(Flag::read(value.clone()), Ok(Flag(expected)), "{value}");
        }
        assert_eq!(Flag::read(json!("ture")), Ok(Flag(Some(true))));
        assert!(Flag::read(json!("maybe")).is_err());
        assert!(Flag::read(json!([true])).is_err());
    }
}
