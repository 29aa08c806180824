//! Dates, as far as made-up images need them: UTC, without a clock.

const DAY: i64 = 86_400;

/// Unix seconds at the beginning of a day. Days past the end of the month run into the next one.
///
/// The count of days follows the Julian-day formula for the Gregorian calendar, with years that
/// begin in March so that the leap day comes last.
pub(crate) const fn unix(year: i64, month: i64, day: i64) -> i64 {
    let shifted = (month + 9) % 12;
    let year = year - shifted / 10;
    let leaps = year / 4 - year / 100 + year / 400;
    let day_of_year = (153 * shifted + 2) / 5 + day - 1;
    // 719 468 days lie between 0000-03-01 and 1970-01-01.
    (year * 365 + leaps + day_of_year - 719_468) * DAY
}

/// The date as people put it into names: `20240318`.
pub(crate) fn compact(unix_seconds: i64) -> String {
    let (year, month, day) = civil(unix_seconds);
    format!("{year}{month:02}{day:02}")
}

/// Date and time as some of the service's lists write them: `2024-03-18 08:21:45`.
pub(crate) fn date_time(unix_seconds: i64) -> String {
    let (year, month, day) = civil(unix_seconds);
    let second = unix_seconds.rem_euclid(DAY);
    let (hour, minute) = (second / 3_600, second / 60 % 60);
    format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{:02}", second % 60)
}

/// The way back: finds the year and then the month whose first day is the last not after the date.
fn civil(unix_seconds: i64) -> (i64, i64, i64) {
    let mut year = 1970 + unix_seconds / (366 * DAY);
    while unix(year + 1, 1, 1) <= unix_seconds {
        year += 1;
    }
    let mut month = 1;
    while month < 12 && unix(year, month + 1, 1) <= unix_seconds {
        month += 1;
    }
    (year, month, (unix_seconds - unix(year, month, 1)) / DAY + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: (i64, i64, i64), seconds: i64, text: &str) {
        assert_eq!(unix(date.0, date.1, date.2), seconds);
        assert_eq!(compact(seconds), text);
        assert_eq!(compact(seconds + DAY - 1), text);
    }

    #[test]
    fn there_and_back() {
        check((1970, 1, 1), 0, "19700101");
        check((2000, 2, 29), 951_782_400, "20000229");
        check((2014, 1, 1), 1_388_534_400, "20140101");
        check((2023, 12, 31), 1_703_980_800, "20231231");
        check((2024, 2, 29), 1_709_164_800, "20240229");
        check((2024, 3, 1), 1_709_251_200, "20240301");
        check((2026, 10, 31), 1_793_404_800, "20261031");
    }

    #[test]
    fn with_the_time_of_day() {
        assert_eq!(date_time(0), "1970-01-01 00:00:00");
        assert_eq!(date_time(unix(2024, 3, 18) + 30_105), "2024-03-18 08:21:45");
        assert_eq!(date_time(unix(2024, 3, 1) - 1), "2024-02-29 23:59:59");
    }
}
