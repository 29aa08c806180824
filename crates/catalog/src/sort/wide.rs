//! Numbers as bits that sort as they do.

/// What numbers can be multiplied with to become whole ones without a loss. Most columns are prices, counts or sizes: as whole numbers they differ in few
/// bits, while the fraction of a binary number is as long as can be.
pub(super) fn scale_of(numbers: &[f64]) -> Option<f64> {
    let fits = |number: f64, scale: f64| {
        let whole = (number * scale).round_ties_even();
        number.is_nan() || whole.abs() < WHOLE && whole / scale == number
    };
    [1.0, 100.0, 10_000.0, 1_000_000.0]
        .into_iter()
        .find(|scale| numbers.iter().all(|it| fits(*it, *scale)))
}

/// Up to here each whole number is one of 64 bits.
const WHOLE: f64 = 4_503_599_627_370_496.0;

#[expect(clippy::cast_possible_truncation, reason = "only asked of numbers below 2^52")]
pub(super) fn whole(number: f64) -> i64 {
    number.round_ties_even() as i64
}

/// Bits that ascend as the numbers do: the sign bit is flipped.
pub(super) fn signed(number: i64) -> u64 {
    number.cast_unsigned() ^ (1 << 63)
}

/// Bits that ascend as the numbers do: the sign bit is flipped for positive numbers, all bits for negative ones.
pub(super) fn ordered(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | (1 << 63) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_order() {
        let numbers = [f64::NEG_INFINITY, -2.5, -1.0, 0.0, 1e-9, 9.0, 10.0, f64::INFINITY];
        assert!(numbers.windows(2).all(|pair| ordered(pair[0]) < ordered(pair[1])));
        assert_eq!(ordered(-0.0), ordered(0.0));
    }

    #[test]
    fn numbers_become_whole_where_nothing_is_lost() {
        let check =
            |numbers: &[f64], expected| assert_eq!(scale_of(numbers), expected, "{numbers:?}");
        check(&[], Some(1.0));
        check(&[3.0, -0.0, f64::NAN], Some(1.0));
        check(&[3.0, 0.29, -1.1], Some(100.0));
        check(&[0.125, 385.03], Some(10_000.0));
        check(&[0.000_001], Some(1_000_000.0));
        check(&[1.0 / 3.0], None);
        check(&[1.0, f64::INFINITY], None);
        check(&[WHOLE], None);
    }
}
