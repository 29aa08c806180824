//! The ids of `DescribeImage`.

use super::scatter::{BASE36, scattered};

/// The id with `number`: `uimage-` and `length` digits of base 36, never the same for two numbers.
pub(crate) fn image_id(number: u64, seed: u64, length: u32) -> String {
    format!("uimage-{}", scattered(number, seed, length, BASE36))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_have_the_shape_of_real_ones() {
        for length in [6, 8, 11] {
            let id = image_id(12_345, 1, length);
            let suffix = id.strip_prefix("uimage-").unwrap();
            assert_eq!(suffix.len(), length as usize);
            assert!(suffix.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{id}");
        }
    }

    #[test]
    fn ids_do_not_repeat() {
        for seed in [0, 1, u64::MAX] {
            let ids: BTreeSet<_> = (0..36 * 36).map(|number| image_id(number, seed, 2)).collect();
            assert_eq!(ids.len(), 36 * 36);
        }
    }

    #[test]
    fn the_seed_changes_the_ids() {
        assert_ne!(image_id(1, 1, 6), image_id(1, 2, 6));
    }
}
