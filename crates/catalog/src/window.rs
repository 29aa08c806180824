//! The window: which rows are in view at a scroll position.

/// What the scroller reports, in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Viewport {
    /// How far it is scrolled.
    pub scroll_top: f64,
    /// How tall the part for rows is.
    pub height: f64,
    /// How tall a row is.
    pub row_height: f64,
}

/// The rows to paint.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Window {
    /// The first row, wholly or partly in view.
    pub first: usize,
    /// How many rows.
    pub len: usize,
    /// How many pixels of the first row are above the view.
    pub shift: f64,
    /// How tall the scrolled content is to be.
    pub content_height: f64,
}

/// The tallest content. Firefox ends a scroller at about 17.9 million pixels, Chromium at 33.5 million; beyond this the scroll
/// position is scaled, so that its end is still the last row.
const TALLEST: f64 = 16_000_000.0;

/// How much of each end is not scaled. There a wheel moves rows as far as in a shorter list; to the middle leads the scroll bar, which
/// is coarse anyway. Were all of it scaled, a turn of the wheel would show a whole screen of other rows, which is more than fits in a frame.
const EXACT: f64 = 1_000_000.0;

/// The rows in view out of so many. Total: whatever the viewport claims, the window lies within the rows.
#[must_use]
pub fn window(rows: usize, viewport: Viewport) -> Window {
    let Viewport { scroll_top, height, row_height } = viewport;
    if rows == 0 || !(row_height > 0.0 && height > 0.0) {
        return Window::default();
    }
    let full = to_f64(rows) * row_height;
    let content_height = full.min(TALLEST.max(height));
    let top = scale(scroll_top, content_height - height, full - height);
    let first = to_usize(top / row_height).min(rows - 1);
    let shift = top - to_f64(first) * row_height;
    let len = to_usize(((height + shift) / row_height).ceil()).min(rows - first);
    Window { first, len, shift, content_height }
}

/// The scroll position that brings a row into view: unchanged if it is there, otherwise the nearest that shows it whole.
#[must_use]
pub fn scroll_to(row: usize, rows: usize, viewport: Viewport) -> f64 {
    let Viewport { scroll_top, height, row_height } = viewport;
    let full = to_f64(rows) * row_height;
    let content_height = full.min(TALLEST.max(height));
    let top = scale(scroll_top, content_height - height, full - height);
    let start = to_f64(row) * row_height;
    let wanted = top.min(start).max(start + row_height - height);
    if wanted == top { scroll_top } else { scale(wanted, full - height, content_height - height) }
}

/// A position on one track as the same place of another. Both begin at 0; their ends are the same, and what is between them is scaled.
fn scale(position: f64, from: f64, to: f64) -> f64 {
    if from <= 0.0 || to <= 0.0 {
        return 0.0;
    }
    let position = position.max(0.0).min(from); // Unlike `clamp` this turns a NaN into 0.
    if from == to || position <= EXACT {
        position
    } else if position >= from - EXACT {
        to - (from - position)
    } else {
        EXACT + (position - EXACT) / (from - 2.0 * EXACT) * (to - 2.0 * EXACT)
    }
}

#[expect(clippy::cast_precision_loss, reason = "row counts stay far below 2^53")]
fn to_f64(count: usize) -> f64 {
    count as f64
}

/// The whole part; negative numbers and NaN become 0.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, which is meant"
)]
fn to_usize(number: f64) -> usize {
    number as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(scroll_top: f64) -> Viewport {
        Viewport { scroll_top, height: 100.0, row_height: 30.0 }
    }

    fn check(rows: usize, scroll_top: f64, first: usize, len: usize, shift: f64) {
        let found = window(rows, at(scroll_top));
        assert_eq!(
            (found.first, found.len, found.shift),
            (first, len, shift),
            "{rows} rows at {scroll_top}"
        );
    }

    #[test]
    fn shows_what_is_in_view() {
        check(0, 0.0, 0, 0, 0.0);
        check(2, 0.0, 0, 2, 0.0);
        check(2, 500.0, 0, 2, 0.0);
        check(100, 0.0, 0, 4, 0.0);
        check(100, 15.0, 0, 4, 15.0);
        check(100, 25.0, 0, 5, 25.0);
        check(100, 30.0, 1, 4, 0.0);
        check(100, 2900.0, 96, 4, 20.0);
        check(100, f64::NAN, 0, 4, 0.0);
    }

    #[test]
    fn a_million_rows_reach_their_end() {
        let end = window(1_000_000, at(TALLEST - 100.0));
        assert_eq!((end.first + end.len, end.content_height), (1_000_000, TALLEST));
    }

    #[test]
    fn a_million_rows_are_scaled_in_the_middle_alone() {
        let check = |scroll_top: f64, first: usize| {
            assert_eq!(window(1_000_000, at(scroll_top)).first, first, "at {scroll_top}");
        };
        check(600.0, 20);
        check(EXACT, 33_333);
        check((TALLEST - 100.0) / 2.0, 499_998);
        check(TALLEST - 100.0 - 600.0, 999_976);
    }

    #[test]
    fn scrolls_only_as_far_as_it_must() {
        for (row, from, expected) in
            [(0, 0.0, 0.0), (2, 0.0, 0.0), (3, 0.0, 20.0), (0, 60.0, 0.0), (99, 0.0, 2900.0)]
        {
            assert_eq!(scroll_to(row, 100, at(from)), expected, "row {row} from {from}");
        }
    }

    proptest! {
        #[test]
        fn lies_within_the_rows_and_fills_the_view(
            rows in 0usize..3_000_000, scroll_top: f64, height in 0.0..5000.0, row_height in 0.0..100.0,
        ) {
            let viewport = Viewport { scroll_top, height, row_height };
            let it = window(rows, viewport);
            prop_assert!(it.first + it.len <= rows);
            if it.len > 0 && it.first + it.len < rows {
                let painted = it.len as f64 * row_height - it.shift;
                prop_assert!(painted >= height - 1e-3, "{it:?} leaves a gap in {viewport:?}");
            }
        }

        #[test]
        fn a_row_scrolled_to_is_in_view(rows in 1usize..3_000_000, part in 0.0..1.0, from in 0.0..1e8) {
            let viewport = Viewport { scroll_top: from, height: 400.0, row_height: 36.0 };
            let row = to_usize(part * to_f64(rows)).min(rows - 1);
            let it = window(rows, Viewport { scroll_top: scroll_to(row, rows, viewport), ..viewport });
            prop_assert!((it.first..it.first + it.len).contains(&row), "{row} not in {it:?}");
        }
    }
}
