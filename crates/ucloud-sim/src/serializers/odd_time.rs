//! Times as UHub writes them: now like this and now like that.

use serde::Serialize;

use crate::models::calendar;

/// A moment: Unix seconds as a number, the same in digits, or a date as text (UTC). The table of
/// the documentation promises text, its example prints numbers, and there are rows of each kind.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum OddTime {
    Number(i64),
    Text(String),
}

impl OddTime {
    /// The row says which it is. 0 stands for no moment at all, and is a number in every row.
    pub(crate) fn new(unix_seconds: i64, row: u64) -> Self {
        match row % 3 {
            _ if unix_seconds == 0 => Self::Number(0),
            0 => Self::Number(unix_seconds),
            1 => Self::Text(unix_seconds.to_string()),
            _ => Self::Text(calendar::date_time(unix_seconds)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_kinds() {
        let text = |text: &str| OddTime::Text(text.to_owned());
        let check = |row, expected| assert_eq!(OddTime::new(1_700_000_000, row), expected);
        check(0, OddTime::Number(1_700_000_000));
        check(1, text("1700000000"));
        check(2, text("2023-11-14 22:13:20"));
        check(3, OddTime::Number(1_700_000_000));
    }

    #[test]
    fn nothing_is_the_number_0() {
        assert!((0..3).all(|row| OddTime::new(0, row) == OddTime::Number(0)));
    }
}
