//! What stands in brackets and parentheses.

use std::borrow::Cow;

use super::html;

/// How far a label may reach, in bytes: far enough for a row of pictures, and no square of the text's length.
const LABEL: usize = 1000;

/// Where the bracket that a text begins with is closed.
pub(super) fn bracket(text: &str) -> Option<usize> {
    let (mut depth, mut is_escaped) = (0_usize, false);
    for (place, it) in text.bytes().enumerate().take(LABEL) {
        match it {
            _ if is_escaped => {}
            b'[' => depth += 1,
            b']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        is_escaped = it == b'\\' && !is_escaped;
        if depth == 0 {
            return (it == b']').then_some(place);
        }
    }
    None
}

/// The address in front of a closing parenthesis, and the length of both; a title between them is passed over.
pub(super) fn destination(text: &str) -> Option<(&str, usize)> {
    if let Some((address, rest)) = text.strip_prefix('<').and_then(|it| it.split_once('>')) {
        return rest.starts_with(')').then_some((address, address.len() + 3));
    }
    let mut depth = 0_usize;
    let end = text.bytes().take(2 * LABEL).position(|it| {
        depth += usize::from(it == b'(');
        let is_end = it == b')' && depth == 0;
        depth = depth.saturating_sub(usize::from(it == b')'));
        is_end
    })?;
    let inner = text.get(..end)?;
    let address = inner.split_whitespace().next().unwrap_or_default();
    (!inner.contains("\n\n")).then_some((address, end + 1))
}

/// Without backslashes, and with characters that were written as entities. This is what a browser would make of it.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['\\', '&']) {
        return text.into();
    }
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(it) = rest.chars().next() {
        if let Some((entity, len)) = html::entity(rest) {
            plain.push(entity);
            rest = rest.get(len..).unwrap_or_default();
            continue;
        }
        rest = rest.get(it.len_utf8()..).unwrap_or_default();
        if it != '\\' || !rest.starts_with(|it: char| it.is_ascii_punctuation()) {
            plain.push(it);
        }
    }
    plain.into()
}
