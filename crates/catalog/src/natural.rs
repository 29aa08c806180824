//! Natural order: numbers inside a text count as numbers, so that `9` comes before `10`, and Chinese goes by pinyin.

use crate::pinyin;

/// Stands before a Chinese character, where UTF-8 has most of them: behind Latin, Greek and Cyrillic.
const CHINESE: u8 = 0xe4;

/// Appends bytes that sort as the folded text does: runs of digits by value, Chinese characters by pinyin and then by code point,
/// everything else by character. Texts that differ only in leading zeros have equal bytes.
///
/// A dictionary is sorted once, with some twenty comparisons a text: bytes that are made once and then compared are faster than a comparison that
/// reads both texts again each time.
pub(crate) fn key_into(folded: &str, out: &mut Vec<u8>) {
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let len = if first.is_ascii_digit() {
            number_into(rest, out)
        } else {
            char_into(first, out);
            first.len_utf8()
        };
        rest = rest.get(len..).unwrap_or_default();
    }
}

/// Appends the number that the text begins with: a digit, how many digits it has, and the digits. Gives back how long it is in the text.
fn number_into(text: &str, out: &mut Vec<u8>) -> usize {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let digits = text.get(..len).unwrap_or_default().trim_start_matches('0').as_bytes();
    out.push(b'0');
    out.push(u8::try_from(digits.len()).unwrap_or(u8::MAX));
    out.extend_from_slice(digits);
    len
}

fn char_into(it: char, out: &mut Vec<u8>) {
    match pinyin::rank(it) {
        Some(rank) => {
            out.push(CHINESE);
            out.extend_from_slice(&rank.to_be_bytes());
            out.extend_from_slice(&u32::from(it).to_be_bytes());
        }
        None => out.extend_from_slice(it.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::*;

    fn compare(a: &str, b: &str) -> Ordering {
        let key = |text| {
            let mut key = Vec::new();
            key_into(text, &mut key);
            key
        };
        key(a).cmp(&key(b))
    }

    #[test]
    fn orders_as_people_do() {
        for ordered in [
            ["v1.9", "v1.10", "v2.0"],
            ["9", "10", "100"],
            ["centos 6.9", "centos 6.10", "centos 7.0"],
            ["a", "a1", "b"],
            ["a b", "a1", "ab"],
            ["tag-1", "tag-02", "tag-3"],
            ["", "0", "x"],
            ["镜像 2", "镜像 10", "镜像 11"],
            ["zabbix", "安全", "中文"],
            ["基础", "镜像", "训练"],
            ["北京", "重庆", "大连"],
            ["长沙", "成都", "重庆"],
            ["西安", "厦门", "香港"],
            ["99999999999999999999998", "99999999999999999999999", "100000000000000000000000"],
        ] {
            let mut sorted = ordered;
            sorted.sort_by(|a, b| compare(b, a));
            sorted.sort_by(|a, b| compare(a, b));
            assert_eq!(sorted, ordered);
        }
    }

    /// The order as it can be said in a line: digits by value, everything else by character.
    fn naive(a: &str, b: &str) -> Ordering {
        let tokens = |text: &str| {
            let mut tokens: Vec<(char, u64)> = Vec::new();
            for it in text.chars() {
                match (it.to_digit(10), tokens.last_mut()) {
                    (Some(digit), Some(('0', number))) => *number = *number * 10 + u64::from(digit),
                    (Some(digit), _) => tokens.push(('0', digit.into())),
                    (None, _) => tokens.push((it, 0)),
                }
            }
            tokens
        };
        tokens(a).cmp(&tokens(b))
    }

    proptest! {
        #[test]
        fn agrees_with_numbers(a in "[0-2a.é]{0,6}", b in "[0-2a.é]{0,6}") {
            prop_assert_eq!(compare(&a, &b), naive(&a, &b), "{} {}", a, b);
        }
    }
}
