//! Which bin a value lies in.

/// The bin that a value lies in. None outside of all bins, and of a NaN.
#[must_use]
pub(crate) fn bin_of<T: PartialOrd>(bounds: &[T], value: &T) -> Option<usize> {
    let last = bounds.len().checked_sub(2)?;
    let bin = bounds.partition_point(|bound| bound <= value).checked_sub(1)?;
    let is_end = bounds.last() == Some(value);
    if is_end { Some(last) } else { (bin <= last).then_some(bin) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lie_in_their_bins() {
        let check =
            |value: f64, expected| assert_eq!(bin_of(&[0., 10., 20.], &value), expected, "{value}");
        check(-1.0, None);
        check(0.0, Some(0));
        check(9.9, Some(0));
        check(10.0, Some(1));
        check(20.0, Some(1));
        check(20.1, None);
        check(f64::NAN, None);
        assert_eq!(bin_of(&[], &1), None);
        assert_eq!(bin_of(&[1], &1), None);
    }
}
