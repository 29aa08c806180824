//! Secrets: types that can be used and not be printed.

use std::fmt;

use zeroize::Zeroizing;

/// A key pair of an account, with the token of a temporary one.
///
/// It has neither `Clone` nor `Display`, its `Debug` shows nothing, and its memory is overwritten when it is dropped.
pub struct KeyPair {
    pub(crate) public: String,
    pub(crate) private: Zeroizing<String>,
    pub(crate) security_token: Option<Zeroizing<String>>,
}

/// A form body that carries a signature. It never expires, so it is handled like a key.
pub struct Form(Zeroizing<String>);

impl KeyPair {
    /// A pair as the console shows it; white space that came along with copying is dropped.
    #[must_use]
    pub fn new(public: &str, private: &str) -> Self {
        Self {
            public: public.trim().to_owned(),
            private: Zeroizing::new(private.trim().to_owned()),
            security_token: None,
        }
    }

    /// Adds the token that comes with a temporary key pair (STS `AssumeRole`).
    #[must_use]
    pub fn with_security_token(mut self, token: &str) -> Self {
        let token = token.trim();
        self.security_token = (!token.is_empty()).then(|| Zeroizing::new(token.to_owned()));
        self
    }
}

impl Form {
    pub(crate) fn new(body: String) -> Self {
        Self(Zeroizing::new(body))
    }

    /// The body itself, for the one place that sends it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyPair(…)")
    }
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Form(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_secret() {
        let key = KeyPair::new("public-part", "private-part").with_security_token("token-part");
        let form = Form::new("Signature=abc".to_owned());
        let printed = format!("{key:?} {form:?}");
        for secret in ["public-part", "private-part", "token-part", "abc"] {
            assert!(!printed.contains(secret), "{secret} in {printed}");
        }
    }
}
