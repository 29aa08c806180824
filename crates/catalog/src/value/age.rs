//! Ages: how long ago, or how far ahead.

use super::{Span, Tense};
use crate::civil::{Date, day_of};

/// A length of time, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    /// Hours, counted from this very second.
    Hours(i64),
    /// UTC days.
    Days(i64),
    /// Months of the calendar.
    Months(i64),
}

type AgeOf = fn(i64) -> Age;

/// Units by their names, the page's own abbreviations among them. `m` is a month: nobody asks for images of the last
/// minutes.
const UNITS: &[(&[&str], AgeOf)] = &[
    (&["h", "小时"], Age::Hours),
    (&["d", "天"], Age::Days),
    (&["w", "周"], |weeks| Age::Days(weeks.saturating_mul(7))),
    (&["m", "mo", "月", "个月"], Age::Months),
    (&["y", "yr", "年"], |years| Age::Months(years.saturating_mul(12))),
];

/// The age that a text names: `12h`, `90d`, `2w`, `6m`, `6 mo`, `1y`, `90天`, `3个月`.
#[must_use]
pub(crate) fn age(text: &str) -> Option<Age> {
    let text = text.trim_ascii();
    let (count, unit) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
    let named = |names: &[&str]| names.iter().any(|it| it.eq_ignore_ascii_case(unit.trim_ascii()));
    let (_, age) = UNITS.iter().find(|(names, _)| named(names))?;
    count.parse().ok().map(age)
}

impl Age {
    /// When it was, or will be: the hour that begins so many hours from now, or the day so many days or months from today.
    #[must_use]
    pub(crate) fn when(self, now: i64, tense: Tense) -> Span {
        let signed = |count: i64| if tense == Tense::Past { -count } else { count };
        let today = day_of(now);
        match self {
            Self::Hours(count) => hour_from(now.saturating_add(signed(count.saturating_mul(3600)))),
            Self::Days(count) => Span::of_day(today.saturating_add(signed(count))),
            Self::Months(count) => {
                Span::of_day(Date::of_day(today).add_months(signed(count)).days())
            }
        }
    }

    /// The present hour or day: what the age of 0 in the same unit names.
    pub(super) fn present(self, now: i64) -> Span {
        match self {
            Self::Hours(_) => hour_from(now),
            Self::Days(_) | Self::Months(_) => Span::of_day(day_of(now)),
        }
    }
}

const fn hour_from(second: i64) -> Span {
    Span { from: second, to: second.saturating_add(3600) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Age) {
        assert_eq!(age(text), Some(expected), "{text:?}");
    }

    #[test]
    fn ages_and_their_units() {
        check("90d", Age::Days(90));
        check("0d", Age::Days(0));
        check("90D", Age::Days(90));
        check(" 90 d ", Age::Days(90));
        check("90天", Age::Days(90));
        check("2w", Age::Days(14));
        check("2周", Age::Days(14));
        check("12h", Age::Hours(12));
        check("12小时", Age::Hours(12));
        check("6m", Age::Months(6));
        check("6mo", Age::Months(6));
        check("6月", Age::Months(6));
        check("3个月", Age::Months(3));
        check("1y", Age::Months(12));
        check("1yr", Age::Months(12));
        check("1年", Age::Months(12));
        check("9223372036854775807w", Age::Days(i64::MAX));
    }

    #[test]
    fn what_is_no_age() {
        for text in [
            "",
            "d",
            "90",
            "-90d",
            "+90d",
            "1.5d",
            "90 x",
            "天",
            "９0d",
            "90dd",
            "9223372036854775808d",
        ] {
            assert_eq!(age(text), None, "{text:?}");
        }
    }

    #[test]
    fn ages_end_within_the_calendar() {
        for count in [0, 1, i64::MAX] {
            for age in [Age::Hours(count), Age::Days(count), Age::Months(count)] {
                for now in [i64::MIN, 0, i64::MAX] {
                    let (past, future) = (age.when(now, Tense::Past), age.when(now, Tense::Future));
                    assert!(past.from <= now && past.from <= past.to, "{age:?} before {now}");
                    assert!(future.to >= now && future.from <= future.to, "{age:?} after {now}");
                }
            }
        }
    }
}
