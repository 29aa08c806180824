//! What a value in a query means: a number with its unit, a moment, an age.
//!
//! Pure readers of text. They expect it folded, so that full-width digits are plain ones; case they ignore themselves.

mod age;
mod moment;
mod operand;
mod period;

use age::{Age, age};
pub(crate) use moment::{Span, moment};
pub use period::Tense;
pub(crate) use period::{Condition, Period, period};

/// Why a text is no such value.
///
/// Data without sentences: what to say, in which language and with which examples, is known to those who know the
/// column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueError {
    /// It is not written as a number, or is one that cannot be told from infinity.
    NotANumber,
    /// A number, followed by what is no unit of this column.
    UnknownUnit,
    /// It is neither a date nor an age.
    NotATime,
    /// It is written as a date, but no calendar has it: 30 February, 25 o'clock.
    NoSuchDate,
}

/// A unit that may follow a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// As it is written, in any case.
    pub name: &'static str,
    /// How many of the column's own unit it makes.
    pub factor: f64,
}

/// The number that a text names, in the unit of its column: `20`, `1_000`, `-1.5`, `20GB`, `1.5 t`.
///
/// A comma is no part of a number, since it separates the values of a list. Neither is an exponent: what follows the
/// digits is a unit.
///
/// # Errors
///
/// `NotANumber` and `UnknownUnit`.
pub(crate) fn number(text: &str, units: &[Unit]) -> Result<f64, ValueError> {
    let text = text.trim_ascii();
    let (digits, unit) = text.split_at(end_of_number(text));
    let number = digits_of(digits).ok_or(ValueError::NotANumber)?;
    let number = number * factor(unit.trim_ascii(), units)?;
    if number.is_finite() { Ok(number) } else { Err(ValueError::NotANumber) }
}

fn end_of_number(text: &str) -> usize {
    let signs = usize::from(text.starts_with(['-', '+']));
    let is_part = |it: &u8| matches!(it, b'0'..=b'9' | b'.' | b'_');
    signs + text.bytes().skip(signs).take_while(is_part).count()
}

/// The number, in which an underscore may stand between two digits. Exact for up to fifteen digits.
///
/// The standard library's parser is exact for any, with tables that would be a thirtieth of the page.
fn digits_of(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_grouped = |it: &str| it.is_empty() || it.split('_').all(is_digits);
    if unsigned.len() < 1 + usize::from(unsigned.contains('.'))
        || !(is_grouped(whole) && is_grouped(part))
    {
        return None;
    }
    let digits = |it: &str, from: f64| {
        it.bytes()
            .filter(u8::is_ascii_digit)
            .fold(from, |sum, it| sum * 10.0 + f64::from(it - b'0'))
    };
    let places = part.bytes().filter(u8::is_ascii_digit).fold(1.0, |scale, _| scale * 10.0);
    let number = digits(part, digits(whole, 0.0)) / places;
    Some(if text.starts_with('-') { -number } else { number })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

fn factor(name: &str, units: &[Unit]) -> Result<f64, ValueError> {
    let known = units.iter().find(|it| it.name.eq_ignore_ascii_case(name));
    match (known, name.chars().next()) {
        (Some(unit), _) => Ok(unit.factor),
        (None, None) => Ok(1.0),
        // What begins with another sign, as in `1,5`, was hardly meant as a unit.
        (None, Some(',' | '.' | '-' | '+' | '_')) => Err(ValueError::NotANumber),
        (None, Some(_)) => Err(ValueError::UnknownUnit),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIZES: &[Unit] = &[
        Unit { name: "MB", factor: 1.0 / 1024.0 },
        Unit { name: "GB", factor: 1.0 },
        Unit { name: "g", factor: 1.0 },
        Unit { name: "T", factor: 1024.0 },
        Unit { name: "核", factor: 2.0 },
    ];

    fn check(text: &str, expected: Result<f64, ValueError>) {
        assert_eq!(number(text, SIZES), expected, "{text:?}");
    }

    #[test]
    fn numbers_and_their_units() {
        check("20", Ok(20.0));
        check("1.5", Ok(1.5));
        check(".5", Ok(0.5));
        check("-3", Ok(-3.0));
        check("+3", Ok(3.0));
        check(" 20 ", Ok(20.0));
        check("20GB", Ok(20.0));
        check("20 gb", Ok(20.0));
        check("20G", Ok(20.0));
        check("512mb", Ok(0.5));
        check("1.5T", Ok(1536.0));
        check("4核", Ok(8.0));
        check("1_000", Ok(1000.0));
        check("-1_000_000.25g", Ok(-1_000_000.25));
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "", " ", "-", ".", "GB", "abc", "inf", "-inf", "NaN", "infinity", "1.2.3", "1,000",
            "_1", "1_", "1__0", "1_.5", "1._5", "--1", "1-2", "+-1", "-_1",
        ] {
            check(text, Err(ValueError::NotANumber));
        }
        check(&"9".repeat(400), Err(ValueError::NotANumber));
        check(&("9".repeat(308) + "T"), Err(ValueError::NotANumber));
    }

    #[test]
    fn what_is_no_unit() {
        for text in ["20x", "20 PB", "1e5", "20%", "20 GB GB", "3镜像", "20\u{301}"] {
            check(text, Err(ValueError::UnknownUnit));
        }
        assert_eq!(number("20GB", &[]), Err(ValueError::UnknownUnit));
    }

    proptest! {
        #[test]
        fn numbers_are_those_of_the_standard_library_within_a_rounding(number in -1e15..1e15, unit in 0..SIZES.len()) {
            let unit = SIZES[unit];
            let read = super::number(&format!("{number} {}", unit.name), SIZES).unwrap();
            let expected: f64 = number * unit.factor;
            prop_assert!((read - expected).abs() <= expected.abs() * 1e-15);
        }

        #[test]
        fn numbers_of_fifteen_digits_are_exact(digits in 0..1_000_000_000_000_000_u64, places in 0..16_usize) {
            let text = format!("{digits:016}");
            let (whole, part) = text.split_at(16 - places);
            let text = format!("{whole}.{part}0");
            prop_assert_eq!(number(&text, &[]), Ok(text.parse::<f64>().unwrap()));
        }

        #[test]
        fn any_text_is_a_finite_number_or_none(text in "[-+0-9._gGe∞ ]{0,8}|.{0,8}") {
            prop_assert!(number(&text, SIZES).is_ok_and(f64::is_finite) || number(&text, SIZES).is_err());
        }
    }
}
