//! Numbers as ids: short, without order, never the same twice.

/// Digits and lower-case letters.
pub(crate) const BASE36: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";
/// Both cases too.
pub(crate) const BASE62: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A multiplier that shares no factor with 36 or 62, so that multiplying permutes the numbers below
/// one of their powers. The remainder of the golden ratio spreads neighbours far apart.
const SPREAD: u128 = 0x9e37_79b9_7f4a_7c15;

/// `number` as `length` of these digits, at most ten of them (eleven of base 36), which is what
/// 128 bits can multiply.
///
/// Each step is a permutation of the numbers below the power, so different numbers give different
/// ids, without a list of the ids that are taken. Reversing the digits between the two
/// multiplications is what hides that neighbours are neighbours.
pub(crate) fn scattered(number: u64, seed: u64, length: u32, digits: &[u8]) -> String {
    let base = digits.len() as u128;
    let size = base.pow(length);
    let once = (u128::from(number) * SPREAD + u128::from(seed)) % size;
    let twice = (reverse_digits(once, length, base) * SPREAD + u128::from(seed >> 7)) % size;
    let digit = |place| digits.get((twice / base.pow(place) % base) as usize);
    (0..length).rev().filter_map(digit).copied().map(char::from).collect()
}

fn reverse_digits(mut number: u128, length: u32, base: u128) -> u128 {
    (0..length).fold(0, |reversed, _| {
        let digit = number % base;
        number /= base;
        reversed * base + digit
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_id_comes_twice() {
        for digits in [BASE36, BASE62] {
            for seed in [0, 1, u64::MAX] {
                let count = (digits.len() as u64).pow(2);
                let ids: BTreeSet<_> =
                    (0..count).map(|number| scattered(number, seed, 2, digits)).collect();
                assert_eq!(ids.len() as u64, count);
            }
        }
    }

    #[test]
    fn the_longest_ids_do_not_overflow() {
        for digits in [BASE36, BASE62] {
            let id = scattered(u64::MAX, u64::MAX, 10, digits);
            assert_eq!(id.len(), 10);
            assert!(id.bytes().all(|byte| digits.contains(&byte)));
        }
        assert_eq!(scattered(u64::MAX, u64::MAX, 11, BASE36).len(), 11);
    }
}
