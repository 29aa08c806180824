//! How many slips of the fingers lie between two words.

/// The distance by optimal string alignment: how often a character is missing, is too many, is another, or has changed
/// places with its neighbour, where no character is touched twice. None above the limit.
///
/// Allocates nothing. Follows every choice that the limit leaves, which for the one or two slips that a speller forgives
/// is less work than a table of all prefixes, even a banded one; each further slip makes it four times as much.
pub(super) fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    let (a, b) = without_common_prefix(a, b);
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let ([_, rest_a @ ..], [_, rest_b @ ..]) = (a, b) else {
        return Some(a.len().max(b.len()));
    };
    let limit = limit.checked_sub(1)?;
    let ways = [(rest_a, rest_b), (rest_a, b), (a, rest_b)].into_iter().chain(swapped(a, b));
    ways.filter_map(|(a, b)| distance(a, b, limit)).min().map(|it| it + 1)
}

/// What two words have in common at their beginning costs nothing, and another reading of it never costs less.
fn without_common_prefix<'a>(mut a: &'a [char], mut b: &'a [char]) -> (&'a [char], &'a [char]) {
    while let ([first_a, rest_a @ ..], [first_b, rest_b @ ..]) = (a, b)
        && first_a == first_b
    {
        (a, b) = (rest_a, rest_b);
    }
    (a, b)
}

/// What follows two characters that have changed places.
fn swapped<'a>(a: &'a [char], b: &'a [char]) -> Option<(&'a [char], &'a [char])> {
    match (a, b) {
        ([a1, a2, rest_a @ ..], [b1, b2, rest_b @ ..]) if (a1, a2) == (b2, b1) => {
            Some((rest_a, rest_b))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(a: &str, b: &str, expected: usize) {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        for limit in 0..5 {
            let within = (expected <= limit).then_some(expected);
            assert_eq!(distance(&a, &b, limit), within, "{a:?} to {b:?} within {limit}");
            assert_eq!(distance(&b, &a, limit), within, "{b:?} to {a:?} within {limit}");
        }
    }

    #[test]
    fn slips_are_counted() {
        check("", "", 0);
        check("", "ab", 2);
        check("cuda", "cuda", 0);
        check("cuda", "cudaa", 1);
        check("cuda", "uda", 1);
        check("cuda", "coda", 1);
        check("cuda", "cdua", 1);
        check("cuda", "dcua", 2);
        check("ca", "abc", 3);
        check("kitten", "sitting", 3);
        check("镜像", "镜象", 1);
        check("镜像", "像镜", 1);
        check("深度学习", "学习", 2);
        check("abcdef", "uvwxyz", 6);
    }

    /// The table of all prefixes, as textbooks have it.
    fn reference(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1)
                };
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    table[i][j] = table[i][j].min(table[i - 2][j - 2] + 1);
                }
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn is_that_of_the_reference(a in "[ab镜]{0,9}", b in "[ab镜]{0,9}", limit in 0usize..4) {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let expected = reference(&a, &b);
            prop_assert_eq!(distance(&a, &b, limit), (expected <= limit).then_some(expected));
        }
    }
}
