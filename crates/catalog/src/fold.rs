//! Folding: what makes two texts the same to a searcher.

/// Appends the folded text: lower case of Latin, Greek and Cyrillic, Latin letters without accents, full-width forms as their plain ones, and control characters as spaces.
///
/// A newline can therefore separate folded texts in one buffer without ever being part of one. Accents that stand apart from their letters, which few
/// systems write, stay.
#[inline(never)]
pub(crate) fn fold_into(text: &str, out: &mut String) {
    let mut rest = text;
    loop {
        // All but a few characters fold to themselves or to their small letter, which takes one copy and one pass over it.
        let (easy, later) = rest.split_at_checked(easy(rest.as_bytes())).unwrap_or((rest, ""));
        push_small(easy, out);
        let mut later = later.chars();
        let Some(next) = later.next() else { return };
        out.push(fold_char(next));
        rest = later.as_str();
    }
}

/// Appends a text with its capitals, of ASCII only, as small letters.
fn push_small(text: &str, out: &mut String) {
    let start = out.len();
    out.push_str(text);
    if let Some(pushed) = out.get_mut(start..) {
        pushed.make_ascii_lowercase();
    }
}

/// How many bytes there are before the first character that may fold to another than its small letter of ASCII. Looked for in pieces without a branch
/// for each byte: a browser runs this first as it was compiled in a hurry, and then only what our compiler has made wide is fast.
fn easy(bytes: &[u8]) -> usize {
    let is_easy = |piece: &[u8; PIECE]| !piece.iter().fold(false, |any, it| any | folds(*it));
    let pieces = bytes.as_chunks().0.iter().take_while(|it| is_easy(it)).count() * PIECE;
    let rest = bytes.get(pieces..).unwrap_or_default();
    pieces + rest.iter().take_while(|it| !folds(**it)).count()
}

/// As many bytes as a vector of wasm has.
const PIECE: usize = 16;

/// Whether a character that begins with this byte may fold to another than its small letter of ASCII: controls, what UTF-8 has below U+0480, the
/// ideographic space and what stands beside it, full-width forms. No byte inside of a character is one of these.
fn folds(byte: u8) -> bool {
    matches!(byte, 0..0x20 | 0x7f | 0xc2..=0xd1 | 0xe3 | 0xef)
}

/// The folded text.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// The folded character. Each folds to one, so that a folded text has as many as the text, if not as many bytes.
pub(crate) fn fold_char(it: char) -> char {
    fold_ascii(lower(narrow(it)))
}

fn fold_ascii(it: char) -> char {
    if it.is_control() { ' ' } else { it.to_ascii_lowercase() }
}

/// The letters that those from U+00C0 to U+017F are without their accents and strokes; a point where there is none.
const BASES: &[u8; 192] = b"\
    aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll\
    lllnnnnnnn..oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The lower case of the letters that catalogs are written in, without accents: `É` is looked for as `e`.
///
/// `char::to_lowercase` knows every script, at the price of tables that the page would have to carry. Scripts without case, Chinese first, need
/// none of it.
fn lower(it: char) -> char {
    let code = u32::from(it);
    let base = code.checked_sub(0xc0).and_then(|place| BASES.get(place as usize));
    if let Some(base) = base.filter(|it| **it != b'.') {
        return char::from(*base);
    }
    let lower = match it {
        'À'..='Þ' if it != '×' => code + 32,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => code | 1,
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_character_that_folds_begins_with_a_byte_that_says_so() {
        for it in '\0'..=char::MAX {
            let first = it.encode_utf8(&mut [0; 4]).as_bytes()[0];
            assert!(folds(first) || fold_char(it) == it.to_ascii_lowercase(), "{it}");
        }
        assert!((0x80..=0xbf).all(|inside| !folds(inside)));
    }

    #[test]
    fn lower_case_is_that_of_unicode_where_there_is_no_accent() {
        let known = ('Α'..='Ϋ').chain('Ѐ'..='Я').chain("ÆÐÞŊŒĲ".chars());
        for it in known {
            assert_eq!(lower(it).to_string(), it.to_lowercase().to_string(), "{it}");
        }
    }

    #[test]
    fn letters_are_found_without_their_accents() {
        for (base, letters) in [
            ('a', "ÀÁÂÃÄÅàáâãäåĀāĂăĄą"),
            ('c', "ÇçĆćĈĉĊċČč"),
            ('d', "ĎďĐđ"),
            ('e', "ÈÉÊËèéêëĒēĔĕĖėĘęĚě"),
            ('g', "ĜĝĞğĠġĢģ"),
            ('h', "ĤĥĦħ"),
            ('i', "ÌÍÎÏìíîïĨĩĪīĬĭĮįİı"),
            ('j', "Ĵĵ"),
            ('k', "Ķķĸ"),
            ('l', "ĹĺĻļĽľĿŀŁł"),
            ('n', "ÑñŃńŅņŇňŉ"),
            ('o', "ÒÓÔÕÖØòóôõöøŌōŎŏŐő"),
            ('r', "ŔŕŖŗŘř"),
            ('s', "ŚśŜŝŞşŠšſ"),
            ('t', "ŢţŤťŦŧ"),
            ('u', "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų"),
            ('w', "Ŵŵ"),
            ('y', "ÝýÿŶŷŸ"),
            ('z', "ŹźŻżŽž"),
        ] {
            assert!(letters.chars().all(|it| lower(it) == base), "{base}: {}", fold(letters));
        }
    }

    proptest! {
        #[test]
        fn folds_each_character_by_itself(text in "([a-cA-C\u{0}\n 镜Ａ　éЖ]|.){0,40}") {
            let each: String = text.chars().map(fold_char).collect();
            prop_assert_eq!(&fold(&text), &each);
            prop_assert_eq!(fold(&each), each);
        }
    }

    #[test]
    fn folds_case_width_and_control() {
        for (text, expected) in [
            ("Ubuntu 22.04 LTS", "ubuntu 22.04 lts"),
            ("ＣｅｎｔＯＳ　７．６", "centos 7.6"),
            ("镜像", "镜像"),
            ("ECS 通用镜像 Ubuntu 22.04 LTS（GPU 版）", "ecs 通用镜像 ubuntu 22.04 lts(gpu 版)"),
            ("0123456789ABCDE\t0123456789ABCDEF\u{7f}É", "0123456789abcde 0123456789abcdef e"),
            ("ÄRGER Ÿ × ÷", "arger y × ÷"),
            ("ĀĶŁŽĲŊŒß", "aklzĳŋœß"),
            ("ΑΩΫ МОСКВА ЁЏ", "αωϋ москва ёџ"),
            ("a\nb\tc", "a b c"),
        ] {
            assert_eq!(fold(text), expected);
        }
    }
}
