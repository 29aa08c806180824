//! Natural order: numbers inside a text count as numbers, so that `9` comes before `10`.

use std::cmp::Ordering;

/// Compares two folded texts. Digits compare by value, everything else by character; of two texts that only differ in
/// leading zeros the shorter comes first.
pub(crate) fn compare(left: &str, right: &str) -> Ordering {
    let (mut a, mut b) = (left, right);
    loop {
        let (head_a, rest_a) = token(a);
        let (head_b, rest_b) = token(b);
        match compare_tokens(head_a, head_b) {
            Ordering::Equal if rest_a.is_empty() || rest_b.is_empty() => {
                return rest_a.len().cmp(&rest_b.len()).then(left.len().cmp(&right.len()));
            }
            Ordering::Equal => (a, b) = (rest_a, rest_b),
            unequal => return unequal,
        }
    }
}

fn compare_tokens(a: &str, b: &str) -> Ordering {
    if !(starts_with_digit(a) && starts_with_digit(b)) {
        return a.cmp(b);
    }
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// Splits off a run of digits, or a run without any.
fn token(text: &str) -> (&str, &str) {
    let digits = starts_with_digit(text);
    let end = text.bytes().position(|it| it.is_ascii_digit() != digits).unwrap_or(text.len());
    text.split_at(end)
}

fn starts_with_digit(text: &str) -> bool {
    text.bytes().next().is_some_and(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn orders_as_people_do() {
        for ordered in [
            ["v1.9", "v1.10", "v2.0"],
            ["9", "10", "100"],
            ["centos 6.9", "centos 6.10", "centos 7.0"],
            ["a", "a1", "b"],
            ["tag-2", "tag-02", "tag-3"],
            ["", "0", "x"],
            ["镜像 2", "镜像 10", "镜像 11"],
            ["99999999999999999999998", "99999999999999999999999", "100000000000000000000000"],
        ] {
            let mut sorted = ordered;
            sorted.sort_by(|a, b| compare(b, a));
            sorted.sort_by(|a, b| compare(a, b));
            assert_eq!(sorted, ordered);
        }
    }

    proptest! {
        #[test]
        fn is_a_total_order(a in "[0-2a.]{0,5}", b in "[0-2a.]{0,5}", c in "[0-2a.]{0,5}") {
            prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
            if compare(&a, &b).is_le() && compare(&b, &c).is_le() {
                prop_assert!(compare(&a, &c).is_le(), "{a} {b} {c}");
            }
        }
    }
}
