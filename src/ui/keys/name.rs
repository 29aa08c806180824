//! What a key is called in the table of shortcuts, whatever the keyboard.

use web_sys::KeyboardEvent;

/// The name of what was pressed; empty if it can be none of ours.
pub(super) fn of(event: &KeyboardEvent) -> String {
    // AltGr and Option make other signs.
    if event.alt_key() {
        return String::new();
    }
    let is_mod = event.ctrl_key() || event.meta_key();
    name(&event.key(), &event.code(), is_mod, event.shift_key())
}

/// Letters are told by their key. Where a layout has no Latin ones, they are told by where it lies; other signs are what they are, Shift or
/// not, since each layout has them elsewhere.
fn name(key: &str, code: &str, is_mod: bool, is_shift: bool) -> String {
    let mut chars = key.chars();
    let (sign, is_sign) = match (chars.next().map(half_width), chars.next()) {
        (Some(only), None) => (only.to_ascii_lowercase().to_string(), true),
        _ => (key.to_owned(), false),
    };
    let sign = match code.strip_prefix("Key") {
        Some(letter) if is_sign && !sign.is_ascii() => letter.to_ascii_lowercase(),
        _ => sign,
    };
    let is_letter = sign.starts_with(|it: char| it.is_ascii_alphanumeric());
    let of_mod = if is_mod { "Mod+" } else { "" };
    let of_shift = if is_shift && is_letter { "Shift+" } else { "" };
    [of_mod, of_shift, &sign].concat()
}

/// The plain sign of a full-width one, and of the one that lies on its key while Chinese is typed.
fn half_width(sign: char) -> char {
    match sign {
        '！'..='～' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        '、' => '/',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_one_name_on_every_keyboard() {
        let check = |key: &str, code: &str, keys: &str, expected: &str| {
            let held = |it: &str| keys.contains(it);
            assert_eq!(name(key, code, held("mod"), held("shift")), expected, "{key} {keys}");
        };
        check("/", "Slash", "", "/");
        check("/", "Digit7", "shift", "/");
        check("?", "Slash", "shift", "?");
        check("？", "Slash", "shift", "?");
        check("／", "Slash", "", "/");
        check("、", "Slash", "", "/");
        check("z", "KeyZ", "", "z");
        check("Z", "KeyZ", "", "z");
        check("Z", "KeyZ", "shift", "Shift+z");
        check("z", "KeyZ", "mod", "Mod+z");
        check("Z", "KeyZ", "mod shift", "Mod+Shift+z");
        check("z", "KeyY", "", "z");
        check("ｊ", "KeyJ", "", "j");
        check("о", "KeyJ", "", "j");
        check("О", "KeyJ", "shift", "Shift+j");
        check("ArrowDown", "ArrowDown", "", "ArrowDown");
        check("Enter", "Enter", "shift", "Shift+Enter");
        check("Process", "KeyJ", "", "Process");
        check("", "", "", "");
    }
}
