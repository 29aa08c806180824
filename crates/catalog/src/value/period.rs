//! What a comparison says about a column of times.

use super::{Span, ValueError, operand::Operand};

/// Which way the times of a column lie, and so what an age means there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// They are over, as when something was made: `90d` was 90 days ago, and what is less is later.
    Past,
    /// They are to come, as deadlines are: `90d` is 90 days ahead.
    Future,
}

/// A comparison with values as they were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Condition<'a> {
    /// `<`
    Less(&'a str),
    /// `<=`
    AtMost(&'a str),
    /// `>`
    Greater(&'a str),
    /// `>=`
    AtLeast(&'a str),
    /// The value alone.
    Equal(&'a str),
    /// `a..b`, either end of which may be open.
    Between(Option<&'a str>, Option<&'a str>),
}

/// The moments that a comparison allows, in Unix seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first of them, if there is one.
    pub(crate) from: Option<i64>,
    /// The first after them, if there is one.
    pub(crate) to: Option<i64>,
}

impl Period {
    /// Whether a moment is among them.
    #[must_use]
    pub(crate) fn holds(&self, seconds: i64) -> bool {
        self.from.is_none_or(|from| from <= seconds) && self.to.is_none_or(|to| seconds < to)
    }
}

impl From<Span> for Period {
    fn from(span: Span) -> Self {
        Self { from: Some(span.from), to: Some(span.to) }
    }
}

/// The moments that a comparison allows at a time `now`, in Unix seconds. What is said of days here holds for hours too.
///
/// - A date is as long as it is exact. `<2024-05` ends before that month, `<=2024-05` with it, `>2024-05` begins after it,
///   `>=2024-05` with it, and `2024-05` is the month.
/// - An age in the past names the day that long ago. `<90d` is that day and all later ones, the future too: a clock that
///   is a bit ahead must not hide what has just been made. `>90d` is all before that day. `<=90d` is `<90d`, and `>=90d` has
///   the day besides. `90d` is the day.
/// - An age in the future names the day that far ahead. `<90d` reaches from today up to that day, and `<=90d` has the
///   day besides; but `<0d` is what is over, and `<=0d` that and today. `>90d` and `>=90d` begin with the day.
/// - `a..b` is what `a`, `b` and all between them name, whichever is earlier: `2024-01..2024-03` ends with March,
///   `30d..90d` is what is from 30 to 90 days old, `2024-01..30d` works too. An open end makes `a..` the same as `>=a`
///   and `..b` the same as `<=b`.
///
/// `2024年` is the year, since it is written as a date; `90年` is an age.
///
/// # Errors
///
/// `NotATime` and `NoSuchDate`.
pub(crate) fn period(
    condition: Condition<'_>,
    tense: Tense,
    now: i64,
) -> Result<Period, ValueError> {
    let read = |text| Operand::read(text, tense, now);
    Ok(match condition {
        Condition::Less(text) => read(text)?.less(false),
        Condition::AtMost(text) | Condition::Between(None, Some(text)) => read(text)?.less(true),
        Condition::Greater(text) => read(text)?.greater(false),
        Condition::AtLeast(text) | Condition::Between(Some(text), None) => {
            read(text)?.greater(true)
        }
        Condition::Equal(text) => read(text)?.span.into(),
        Condition::Between(Some(a), Some(b)) => hull(read(a)?.span, read(b)?.span).into(),
        Condition::Between(None, None) => Period::default(),
    })
}

fn hull(a: Span, b: Span) -> Span {
    Span { from: a.from.min(b.from), to: a.to.max(b.to) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        Condition::{AtLeast, AtMost, Between, Equal, Greater, Less},
        Tense::{Future, Past},
        *,
    };
    use crate::civil::{DAY, Date, day_of, start_of};
    use crate::value::moment;

    const NOW: i64 = 1_800_000_000; // 2027-01-15 08:00:00 UTC

    /// `from` and `to` are days, written as dates; empty is open.
    fn check(tense: Tense, condition: Condition<'_>, from: &str, to: &str) {
        let day = |text: &str| (!text.is_empty()).then(|| moment(text).unwrap().from);
        let expected = Period { from: day(from), to: day(to) };
        assert_eq!(period(condition, tense, NOW), Ok(expected), "{tense:?} {condition:?}");
    }

    #[test]
    fn dates() {
        for tense in [Past, Future] {
            check(tense, Greater("2024-01-01"), "2024-01-02", "");
            check(tense, AtLeast("2024-01-01"), "2024-01-01", "");
            check(tense, Less("2024-01-01"), "", "2024-01-01");
            check(tense, AtMost("2024-01-01"), "", "2024-01-02");
            check(tense, Equal("2024-05"), "2024-05-01", "2024-06-01");
            check(tense, Greater("2024"), "2025-01-01", "");
            check(tense, AtMost("2024年"), "", "2025-01-01");
            check(tense, Between(Some("2024-01"), Some("2024-03")), "2024-01-01", "2024-04-01");
            check(tense, Between(Some("2024-03"), Some("2024-01")), "2024-01-01", "2024-04-01");
            check(tense, Between(Some("2024"), None), "2024-01-01", "");
            check(tense, Between(None, Some("2024")), "", "2025-01-01");
            check(tense, Between(None, None), "", "");
        }
    }

    #[test]
    fn ages_of_what_is_over() {
        check(Past, Less("90d"), "2026-10-17", "");
        check(Past, AtMost("90天"), "2026-10-17", "");
        check(Past, Greater("90d"), "", "2026-10-17");
        check(Past, AtLeast("90d"), "", "2026-10-18");
        check(Past, Equal("90d"), "2026-10-17", "2026-10-18");
        check(Past, Less("0d"), "2027-01-15", "");
        check(Past, Equal("0d"), "2027-01-15", "2027-01-16");
        check(Past, Less("2w"), "2027-01-01", "");
        check(Past, Less("6m"), "2026-07-15", "");
        check(Past, Greater("1y"), "", "2026-01-15");
        check(Past, Between(Some("30d"), Some("90d")), "2026-10-17", "2026-12-17");
        check(Past, Between(Some("90d"), Some("30d")), "2026-10-17", "2026-12-17");
        check(Past, Between(Some("30d"), None), "", "2026-12-17");
        check(Past, Between(None, Some("30d")), "2026-12-16", "");
        check(Past, Between(Some("2026-01"), Some("30d")), "2026-01-01", "2026-12-17");
    }

    #[test]
    fn ages_of_what_is_to_come() {
        check(Future, Less("180d"), "2027-01-15", "2027-07-14");
        check(Future, AtMost("180d"), "2027-01-15", "2027-07-15");
        check(Future, Greater("180d"), "2027-07-14", "");
        check(Future, AtLeast("180d"), "2027-07-14", "");
        check(Future, Equal("1d"), "2027-01-16", "2027-01-17");
        check(Future, Less("0d"), "", "2027-01-15");
        check(Future, AtMost("0d"), "", "2027-01-16");
        check(Future, Less("0m"), "", "2027-01-15");
        check(Future, Greater("0d"), "2027-01-15", "");
        check(Future, Less("1y"), "2027-01-15", "2028-01-15");
        check(Future, Between(Some("0d"), Some("30d")), "2027-01-15", "2027-02-15");
        check(Future, Between(None, Some("30d")), "2027-01-15", "2027-02-15");
        check(Future, Between(Some("30d"), None), "2027-02-14", "");
    }

    #[test]
    fn hours_begin_now() {
        check(Past, Less("12h"), "2027-01-14T20:00:00", "");
        check(Past, Greater("1h"), "", "2027-01-15T07:00:00");
        check(Future, Less("12h"), "2027-01-15T08:00:00", "2027-01-15T20:00:00");
        check(Future, Less("0h"), "", "2027-01-15T08:00:00");
    }

    #[test]
    fn mistakes_are_those_of_dates() {
        let check = |condition, error| assert_eq!(period(condition, Past, NOW), Err(error));
        check(Less("soon"), ValueError::NotATime);
        check(Equal(""), ValueError::NotATime);
        check(Greater("-90d"), ValueError::NotATime);
        check(Between(Some("2024-02-30"), Some("30d")), ValueError::NoSuchDate);
        check(Between(Some("30d"), Some("x")), ValueError::NotATime);
    }

    proptest! {
        #[test]
        fn days_are_counted_as_people_count_them(
            now in -9_000_000_000i64..9_000_000_000, off in -100 * DAY..100 * DAY, count in 0i64..90,
        ) {
            let (seconds, text) = (now + off, format!("{count}d"));
            let holds = |condition, tense| period(condition, tense, now).unwrap().holds(seconds);
            let age = day_of(now) - day_of(seconds);
            prop_assert_eq!(holds(Less(&text), Past), age <= count);
            prop_assert_eq!(holds(Greater(&text), Past), age > count);
            prop_assert_eq!(holds(Equal(&text), Past), age == count);
            let due = -age;
            prop_assert_eq!(holds(Less(&text), Future), due < count && (due >= 0 || count == 0));
            prop_assert_eq!(holds(Greater(&text), Future), due >= count);
            prop_assert_eq!(holds(Equal(&text), Future), due == count);
        }

        #[test]
        fn of_what_allows_equals_the_strict_is_a_part(
            text in "[0-9]{1,4}[dwmyh]|(19|20)[0-9]{2}(-0[1-9])?", now: i64, seconds: i64, near in -400i64..400, future: bool,
        ) {
            let tense = if future { Future } else { Past };
            let now = now / 4;
            for seconds in [seconds, now + near * DAY, start_of(Date::new(2000, near, 1).days())] {
                let holds = |condition| period(condition, tense, now).unwrap().holds(seconds);
                prop_assert!(!holds(Less(&text)) || holds(AtMost(&text)));
                prop_assert!(!holds(Greater(&text)) || holds(AtLeast(&text)));
                prop_assert!(!(holds(Less(&text)) && holds(Greater(&text))));
                prop_assert_eq!(holds(Between(Some(&text), Some(&text))), holds(Equal(&text)));
            }
        }
    }
}
