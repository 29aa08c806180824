//! Numbers with their units.

use super::{Shown, plain};
use crate::{column::Tone, text::Lang};

/// A count with its thousands apart, as both languages write it.
#[must_use]
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let comma = |place: usize| place > 0 && (digits.len() - place).is_multiple_of(3);
    let parts = digits
        .char_indices()
        .flat_map(|(place, it)| comma(place).then_some(',').into_iter().chain([it]));
    parts.collect()
}

/// A size as people say it; the exact one is what the service said.
pub(super) fn megabytes(number: f64) -> Shown {
    let exact = format!("{} MB", count(number));
    if number < 1024.0 {
        return plain(exact);
    }
    Shown {
        exact: Some(exact),
        ..plain(format!("{} GB", decimal((number / 102.4).round() / 10.0)))
    }
}

pub(super) fn hours(number: f64, lang: Lang) -> Shown {
    plain(match lang {
        Lang::En => format!("{} h", count(number)),
        Lang::Zh => format!("{} 小时", count(number)),
    })
}

/// A price of 0 is a price; one that was not returned is none.
pub(super) fn price(yuan: f64, lang: Lang) -> Shown {
    let (free, unit) = match lang {
        Lang::En => ("Free", "per GPU hour"),
        Lang::Zh => ("免费", "每卡时"),
    };
    if yuan == 0.0 {
        return Shown { tone: Some(Tone::Good), ..plain(free.to_owned()) };
    }
    Shown { aside: Some(unit.to_owned()), ..plain(format!("¥{}", cents(yuan))) }
}

/// A whole number with its thousands apart.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, far beyond any count"
)]
pub(super) fn count(number: f64) -> String {
    if number < 0.0 || number.fract() != 0.0 { decimal(number) } else { grouped(number as u64) }
}

/// A number with two decimals. By whole numbers, since printing floats to the last digit brings 10 KB of code along that
/// nobody would see at work.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, far beyond any size or price"
)]
fn cents(number: f64) -> String {
    let hundredths = (number * 100.0).round() as i64;
    let (sign, hundredths) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    format!("{sign}{whole}.{rest:02}")
}

/// A number with at most two decimals, as few as it needs.
pub(super) fn decimal(number: f64) -> String {
    cents(number).trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang::{En, Zh};

    #[test]
    fn sizes_are_said_in_the_unit_that_fits() {
        for (size, text, exact) in [
            (512.0, "512 MB", None),
            (1024.0, "1 GB", Some("1,024 MB")),
            (61_440.0, "60 GB", Some("61,440 MB")),
            (1500.0, "1.5 GB", Some("1,500 MB")),
        ] {
            let shown = megabytes(size);
            assert_eq!((shown.text.as_str(), shown.exact.as_deref()), (text, exact), "{size}");
        }
    }

    #[test]
    fn nothing_to_pay_is_said_and_a_price_names_its_unit() {
        assert_eq!(price(0.0, En).text, "Free");
        assert_eq!(price(0.0, Zh).text, "免费");
        let shown = price(1.5, En);
        assert_eq!((shown.text.as_str(), shown.aside.as_deref()), ("¥1.50", Some("per GPU hour")));
        assert_eq!(price(0.35, Zh).aside.as_deref(), Some("每卡时"));
    }

    #[test]
    fn counts_have_their_thousands_apart() {
        for (number, text) in
            [(0.0, "0"), (1234.0, "1,234"), (990_977.0, "990,977"), (-3.0, "-3"), (1.25, "1.25")]
        {
            assert_eq!(count(number), text);
        }
        assert_eq!(hours(16_969.0, En).text, "16,969 h");
    }
}
