//! Steps of the keyboard among rows that stand in lines.

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// By so many rows.
    Rows(isize),
    /// By so many lines, in the same column.
    Lines(isize),
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

impl Step {
    /// The step that a key stands for, if it stands for one. A page is so many lines. With a single row in a line the keys for left
    /// and right are the scroller's, and together with Ctrl, Alt or Meta letters and these are the browser's.
    pub(super) fn of_key(key: &str, chord: bool, page: isize, columns: usize) -> Option<Self> {
        Some(match key {
            "ArrowDown" => Self::Lines(1),
            "ArrowUp" => Self::Lines(-1),
            "ArrowRight" if columns > 1 && !chord => Self::Rows(1),
            "ArrowLeft" if columns > 1 && !chord => Self::Rows(-1),
            "j" if !chord => Self::Rows(1),
            "k" if !chord => Self::Rows(-1),
            "PageDown" => Self::Lines(page),
            "PageUp" => Self::Lines(-page),
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

/// Where a step from a row leads to, out of rows up to the last one that stand in lines of so many.
pub(super) fn moved(step: Step, from: usize, last: usize, columns: usize) -> usize {
    let columns = columns.max(1);
    match step {
        Step::First => 0,
        Step::Last => last,
        Step::Rows(by) => from.saturating_add_signed(by).min(last),
        Step::Lines(by) => {
            let line = (from / columns).saturating_add_signed(by).min(last / columns);
            (line * columns + from % columns).min(last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stay_among_the_rows() {
        // Ten rows: 0 to 3, 4 to 7, and 8 and 9 in the last line.
        for (step, from, expected) in [
            (Step::Rows(1), 3, 4),
            (Step::Rows(-1), 4, 3),
            (Step::Rows(1), 9, 9),
            (Step::Rows(-1), 0, 0),
            (Step::Lines(1), 1, 5),
            (Step::Lines(1), 7, 9),
            (Step::Lines(1), 9, 9),
            (Step::Lines(-1), 5, 1),
            (Step::Lines(-1), 2, 2),
            (Step::Lines(-3), 9, 1),
            (Step::Lines(3), 0, 8),
            (Step::First, 9, 0),
            (Step::Last, 0, 9),
        ] {
            assert_eq!(moved(step, from, 9, 4), expected, "{step:?} from {from}");
        }
    }

    #[test]
    fn a_table_steps_by_rows() {
        for (step, expected) in [(Step::Lines(1), 6), (Step::Lines(-9), 0), (Step::Rows(9), 9)] {
            assert_eq!(moved(step, 5, 9, 1), expected, "{step:?}");
        }
    }

    #[test]
    fn keys_stand_for_steps() {
        for (key, chord, columns, expected) in [
            ("ArrowDown", false, 4, Some(Step::Lines(1))),
            ("PageUp", false, 4, Some(Step::Lines(-3))),
            ("ArrowRight", false, 4, Some(Step::Rows(1))),
            ("ArrowRight", false, 1, None),
            ("ArrowLeft", true, 4, None),
            ("j", false, 1, Some(Step::Rows(1))),
            ("k", true, 1, None),
            ("x", false, 1, None),
        ] {
            assert_eq!(Step::of_key(key, chord, 3, columns), expected, "{key}");
        }
    }
}
