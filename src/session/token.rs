//! The access token of a gateway or of a signing endpoint.

use std::{fmt, rc::Rc};

use zeroize::Zeroizing;

/// A token that is sent as `Authorization: Bearer` to the one server that it was entered for. Copies share its memory, which is
/// overwritten with the last of them; its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Rc<Zeroizing<String>>);

impl Token {
    /// A token without the white space that came along with copying; nothing if it is empty, or if no header can carry it.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = !text.is_empty() && text.bytes().all(|it| it.is_ascii_graphic());
        fits.then(|| Self(Rc::new(Zeroizing::new(text.to_owned()))))
    }

    /// The value of the header, for the one place that sends it.
    pub(super) fn header(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("Bearer {}", self.0.as_str()))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_fits_a_header() {
        for (text, expected) in [
            ("abc", Some("Bearer abc")),
            (" abc\n", Some("Bearer abc")),
            ("", None),
            ("  ", None),
            ("a b", None),
            ("令牌", None),
        ] {
            let header = Token::new(text).map(|it| it.header().to_string());
            assert_eq!(header.as_deref(), expected, "{text:?}");
        }
        assert_eq!(format!("{:?}", Token::new("abc").unwrap()), "Token(…)");
    }
}
