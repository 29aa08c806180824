//! The calendar: days counted from 1970, and the dates that they bear. Gregorian, also for the time before it was, and
//! in UTC.
//!
//! Everything here is total. What lies beyond the moments that a count of seconds can name becomes the last of them.

/// The seconds of a day. UTC days, which have no leap seconds in a count from 1970.
pub const DAY: i64 = 86_400;

/// The day, counted from 1970, that a moment in Unix seconds belongs to.
#[must_use]
pub const fn day_of(seconds: i64) -> i64 {
    seconds.div_euclid(DAY)
}

/// The first second of a day that is counted from 1970.
#[must_use]
pub(crate) const fn start_of(day: i64) -> i64 {
    day.saturating_mul(DAY)
}

/// A date that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: i64,
    month: i64,
    day: i64,
}

/// More years than a count of seconds can reach, few enough for their days to be counted.
const FARTHEST_YEAR: i64 = 300_000_000_000;
/// No fewer days than a count of seconds can reach.
const FARTHEST_DAY: i64 = i64::MAX / DAY + 1;

impl Date {
    /// The date, or the nearest that exists where this one does not: 31 April is the 30th, month 13 is December.
    ///
    /// Whoever must refuse such a date compares what comes back with what was given.
    #[must_use]
    // Not inlined: it is called from many places, and from none of them often.
    #[inline(never)]
    pub fn new(year: i64, month: i64, day: i64) -> Self {
        let year = year.clamp(-FARTHEST_YEAR, FARTHEST_YEAR);
        let month = month.clamp(1, 12);
        Self { year, month, day: day.clamp(1, month_length(year, month)) }
    }

    /// The date of a day that is counted from 1970.
    #[must_use]
    #[inline(never)]
    pub fn of_day(day: i64) -> Self {
        // Years that begin in March have their leap day last, and so months of the same lengths each year.
        let days = day.clamp(-FARTHEST_DAY, FARTHEST_DAY) + MARCH_OF_0;
        let (era, of_era) = (days.div_euclid(DAYS_OF_ERA), days.rem_euclid(DAYS_OF_ERA));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - days_before(year);
        let month = (5 * of_year + 2) / 153;
        let in_january = i64::from(month >= 10);
        Self {
            year: era * 400 + year + in_january,
            month: month + 3 - 12 * in_january,
            day: of_year - (153 * month + 2) / 5 + 1,
        }
    }

    /// The year; 0 is the one before 1.
    #[must_use]
    pub const fn year(self) -> i64 {
        self.year
    }

    /// The month, from 1.
    #[must_use]
    pub const fn month(self) -> i64 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> i64 {
        self.day
    }

    /// The days from 1970 to this one.
    #[must_use]
    pub(crate) const fn days(self) -> i64 {
        let month = (self.month + 9) % 12;
        let year = self.year - month / 10;
        days_before(year) + (153 * month + 2) / 5 + self.day - 1 - MARCH_OF_0
    }

    /// The months from January of the year 0 to this one.
    #[must_use]
    pub(crate) const fn months(self) -> i64 {
        self.year * 12 + self.month - 1
    }

    /// The first day of the month with such a count, which [`Self::months`] gives.
    #[must_use]
    pub(crate) fn of_month(months: i64) -> Self {
        Self::in_month(months, 1)
    }

    /// The same day so many months later, or earlier if negative; the last of the month where that month is too short.
    #[must_use]
    pub(crate) fn add_months(self, months: i64) -> Self {
        Self::in_month(self.months().saturating_add(months), self.day)
    }

    /// A day of the month with such a count, the last if the month is too short.
    fn in_month(months: i64, day: i64) -> Self {
        let months = months.clamp(-FARTHEST_YEAR * 12, FARTHEST_YEAR * 12 + 11);
        Self::new(months.div_euclid(12), months.rem_euclid(12) + 1, day)
    }
}

/// Days of 400 years, after which the calendar repeats.
const DAYS_OF_ERA: i64 = 146_097;
/// Days from 1 March of the year 0 to 1970.
const MARCH_OF_0: i64 = 719_468;

/// Days before a year that begins in March, from March of the year 0.
const fn days_before(year: i64) -> i64 {
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400)
}

fn month_length(year: i64, month: i64) -> i64 {
    let leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leaps),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(day: i64, (year, month, of_month): (i64, i64, i64)) {
        let date = Date::of_day(day);
        assert_eq!((date.year(), date.month(), date.day()), (year, month, of_month), "day {day}");
        assert_eq!((date.days(), Date::new(year, month, of_month)), (day, date), "{date:?}");
    }

    #[test]
    fn days_have_the_dates_of_the_calendar() {
        check(0, (1970, 1, 1));
        check(-1, (1969, 12, 31));
        check(11_016, (2000, 2, 29));
        check(11_017, (2000, 3, 1));
        check(19_782, (2024, 2, 29));
        check(19_904, (2024, 6, 30));
        check(47_540, (2100, 2, 28));
        check(47_541, (2100, 3, 1));
        check(-719_468, (0, 3, 1));
        check(-719_469, (0, 2, 29));
        check(-719_529, (-1, 12, 31));
        check(2_932_896, (9999, 12, 31));
    }

    #[test]
    fn a_date_that_does_not_exist_is_the_nearest() {
        let check = |given: (i64, i64, i64), expected: (i64, i64, i64)| {
            let nearest = Date::new(expected.0, expected.1, expected.2);
            assert_eq!(Date::new(given.0, given.1, given.2), nearest, "{given:?}");
            assert_eq!((nearest.year, nearest.month, nearest.day), expected);
        };
        check((2023, 2, 29), (2023, 2, 28));
        check((1900, 2, 29), (1900, 2, 28));
        check((2000, 2, 31), (2000, 2, 29));
        check((2024, 4, 31), (2024, 4, 30));
        check((2024, 0, 0), (2024, 1, 1));
        check((2024, 13, 32), (2024, 12, 31));
        check((i64::MAX, i64::MAX, i64::MAX), (FARTHEST_YEAR, 12, 31));
        check((i64::MIN, i64::MIN, i64::MIN), (-FARTHEST_YEAR, 1, 1));
    }

    #[test]
    fn months_are_added_by_the_calendar() {
        let check = |(year, month, day), months, expected: (i64, i64, i64)| {
            let date = Date::new(year, month, day).add_months(months);
            assert_eq!((date.year, date.month, date.day), expected);
        };
        check((2024, 1, 31), 1, (2024, 2, 29));
        check((2024, 3, 31), -1, (2024, 2, 29));
        check((2024, 2, 29), 12, (2025, 2, 28));
        check((2024, 11, 22), 2, (2025, 1, 22));
        check((2024, 1, 22), -25, (2021, 12, 22));
        check((2024, 5, 5), 0, (2024, 5, 5));
        check((2024, 5, 31), i64::MIN, (-FARTHEST_YEAR, 1, 31));
        check((2024, 5, 31), i64::MAX, (FARTHEST_YEAR, 12, 31));
        assert_eq!(Date::of_month(Date::new(2024, 5, 31).months()), Date::new(2024, 5, 1));
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let mut date = Date::new(-401, 12, 31);
        for day in date.days()..=Date::new(801, 1, 1).days() {
            assert_eq!(Date::of_day(day), date);
            let next = Date::new(date.year, date.month, date.day + 1);
            date = if next == date { Date::of_month(date.months() + 1) } else { next };
        }
    }

    proptest! {
        #[test]
        fn every_moment_lies_within_its_day(seconds: i64) {
            let date = Date::of_day(day_of(seconds));
            prop_assert_eq!(date.days(), day_of(seconds));
            prop_assert_eq!(Date::of_month(date.months()), Date { day: 1, ..date });
            prop_assert!(start_of(date.days()) <= seconds && seconds <= start_of(date.days() + 1));
        }

        #[test]
        fn nothing_overflows(a: i64, b: i64, c: i64) {
            prop_assert!(Date::of_day(a).add_months(b).days().abs() < i64::MAX / 1000);
            prop_assert!(Date::new(a, b, c).days().abs() < i64::MAX / 1000);
            prop_assert!(start_of(a).signum() == a.signum());
        }
    }
}
