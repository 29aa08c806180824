//! Folding: what makes two texts the same to a searcher.

/// Appends the folded text: lower case, full-width forms as their plain ones, and control characters as spaces.
///
/// A newline can therefore separate folded texts in one buffer without ever being part of one.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        out.extend(text.bytes().map(|byte| fold_ascii(char::from(byte))));
    } else {
        out.extend(text.chars().map(narrow).flat_map(char::to_lowercase).map(fold_ascii));
    }
}

/// The folded text.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

fn fold_ascii(it: char) -> char {
    if it.is_control() { ' ' } else { it.to_ascii_lowercase() }
}

/// A full-width form (U+FF01 to U+FF5E) as the ASCII character it widens; the ideographic space as a space.
fn narrow(it: char) -> char {
    match it {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_width_and_control() {
        for (text, expected) in [
            ("Ubuntu 22.04 LTS", "ubuntu 22.04 lts"),
            ("ＣｅｎｔＯＳ　７．６", "centos 7.6"),
            ("镜像", "镜像"),
            ("ÄRGER", "ärger"),
            ("a\nb\tc", "a b c"),
        ] {
            assert_eq!(fold(text), expected);
        }
    }
}
