//! Where a text may be cut for want of room.

/// Where the end of a text begins that stays when its middle is cut, as a place in it: a suffix of at most 4.8 em in any font for text. A text that is
/// hardly longer has none.
///
/// By estimates: to measure each text would have the browser lay it out.
#[must_use]
pub fn end_of(text: &str) -> usize {
    let whole: u32 = text.chars().map(width).sum();
    if whole < LONG {
        return text.len();
    }
    let mut room = END;
    for (at, letter) in text.char_indices().rev() {
        match room.checked_sub(width(letter)) {
            Some(left) => room = left,
            None => return at + letter.len_utf8(),
        }
    }
    text.len()
}

/// How wide an end is at most, in tenths of an em.
const END: u32 = 48;

/// How wide a text is at least that has one.
const LONG: u32 = 96;

/// How wide a letter is at most, in tenths of an em.
fn width(letter: char) -> u32 {
    match letter {
        'A'..='Z' | 'm' | 'w' | '@' | '%' | '&' => 8,
        ' '..='~' => 6,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_have_an_end() {
        let check = |text: &str, start: &str, end: &str| {
            assert_eq!(text.split_at(end_of(text)), (start, end));
        };
        check("", "", "");
        check("uimage-fya3qr", "uimage-fya3qr", "");
        check("uimage-fya3qrxyz", "uimage-f", "ya3qrxyz");
        check("compshareImage-17xgwsn7aw2y", "compshareImage-17xgw", "sn7aw2y");
        check("Ubuntu Server 22.04 LTS", "Ubuntu Server 22", ".04 LTS");
        check("深度学习环境 大模型微调（旗舰版）", "深度学习环境 大模型微调（", "旗舰版）");
        check("深度学习环境镜像", "深度学习环境镜像", "");
    }

    #[test]
    fn the_start_is_never_empty() {
        for text in ["iiiiiiiiiiiiiiii", "WWWWWWWWWWWW", "镜镜镜镜镜镜镜镜镜镜"] {
            assert!((1..text.len()).contains(&end_of(text)), "{text}");
        }
    }
}
