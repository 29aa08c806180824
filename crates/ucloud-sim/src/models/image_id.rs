//! Image ids: short, without order, never the same twice.

/// A multiplier that shares no factor with 36, so that multiplying permutes the numbers below a
/// power of 36. The remainder of the golden ratio spreads neighbours far apart.
const SPREAD: u128 = 0x9e37_79b9_7f4a_7c15;

/// The id with `number`: `uimage-` and `length` digits of base 36.
///
/// Each step is a permutation of the numbers below 36^length, so different numbers give different
/// ids, without a list of the ids that are taken. Reversing the digits between the two
/// multiplications is what hides that neighbours are neighbours.
pub(crate) fn image_id(number: u64, seed: u64, length: u32) -> String {
    let size = 36_u128.pow(length);
    let scattered = reverse_digits((u128::from(number) * SPREAD + u128::from(seed)) % size, length);
    let digits = (scattered * SPREAD + u128::from(seed >> 7)) % size;
    (0..length).rev().fold("uimage-".to_owned(), |mut id, place| {
        let digit = (digits / 36_u128.pow(place) % 36) as u32;
        id.extend(char::from_digit(digit, 36));
        id
    })
}

fn reverse_digits(mut number: u128, length: u32) -> u128 {
    (0..length).fold(0, |reversed, _| {
        let digit = number % 36;
        number /= 36;
        reversed * 36 + digit
    })
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
