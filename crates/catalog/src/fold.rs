//! Folding: what makes two texts the same to a searcher.

/// Appends the folded text: lower case of Latin, Greek and Cyrillic, full-width forms as their plain ones, and control characters as spaces.
///
/// A newline can therefore separate folded texts in one buffer without ever being part of one.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        out.extend(text.bytes().map(|byte| fold_ascii(char::from(byte))));
    } else {
        out.extend(text.chars().map(narrow).map(lower).map(fold_ascii));
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

/// The lower case of the letters that catalogs are written in.
///
/// `char::to_lowercase` knows every script, at the price of tables that the page would have to carry. Scripts without case, Chinese first, need
/// none of it.
fn lower(it: char) -> char {
    let code = u32::from(it);
    let lower = match it {
        'À'..='Þ' if it != '×' => code + 32,
        'Ÿ' => 0xff,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => code | 1,
        'Ĺ'..='ň' | 'Ź'..='ž' => code + code % 2,
        'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => code + 32,
        'Ѐ'..='Џ' => code + 80,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(it)
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
    fn lower_case_is_that_of_unicode_where_it_is_known() {
        let known = ('À'..='ž').chain('Α'..='Ϋ').chain('Ѐ'..='Я');
        // Two letters become two characters or an ASCII one; they are rare enough to be found only as they are written.
        for it in known.filter(|it| !['İ', 'ı', 'ĸ', 'ŉ'].contains(it)) {
            assert_eq!(lower(it).to_string(), it.to_lowercase().to_string(), "{it}");
        }
    }

    #[test]
    fn folds_case_width_and_control() {
        for (text, expected) in [
            ("Ubuntu 22.04 LTS", "ubuntu 22.04 lts"),
            ("ＣｅｎｔＯＳ　７．６", "centos 7.6"),
            ("镜像", "镜像"),
            ("ÄRGER Ÿ × ÷", "ärger ÿ × ÷"),
            ("ĀĶŁŽĲŊŸ", "āķłžĳŋÿ"),
            ("ΑΩΫ МОСКВА ЁЏ", "αωϋ москва ёџ"),
            ("a\nb\tc", "a b c"),
        ] {
            assert_eq!(fold(text), expected);
        }
    }
}
