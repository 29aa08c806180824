//! What the page's gateway says about itself.

/// The gateway, as far as the page needs to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gateway {
    /// What it does with requests.
    pub mode: Mode,
}

/// What a gateway does with requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It answers from made-up sample data.
    Demo,
    /// It signs with an account's key.
    Signing,
    /// It passes on what is signed already.
    Relay,
}

impl Gateway {
    /// Reads its `config.json`; nothing if it is not one.
    #[must_use]
    pub fn read(body: &str) -> Option<Self> {
        let config: serde_json::Value = serde_json::from_str(body).ok()?;
        let mode = match config.get("mode")?.as_str()? {
            "demo" => Mode::Demo,
            "signing" => Mode::Signing,
            "relay" => Mode::Relay,
            _ => return None,
        };
        Some(Self { mode })
    }

    /// Whether it can sign requests that come without a signature.
    #[must_use]
    pub fn signs(&self) -> bool {
        self.mode != Mode::Relay
    }

    /// Whether every row it returns is made up, whoever signed the request.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.mode == Mode::Demo
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_a_config_and_nothing_else() {
        for (body, expected) in [
            (r#"{"mode":"demo","demo":true,"hosts":[]}"#, Some(Mode::Demo)),
            (r#"{"mode":"relay"}"#, Some(Mode::Relay)),
            (r#"{"mode":"signing","new":1}"#, Some(Mode::Signing)),
            (r#"{"mode":"other"}"#, None),
            ("<!doctype html>", None),
            ("{}", None),
        ] {
            assert_eq!(Gateway::read(body).map(|it| it.mode), expected, "{body}");
        }
    }
}
