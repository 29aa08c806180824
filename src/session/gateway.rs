//! What the page's gateway says about itself.

use serde_json::Value;
use ucloud_api::Product;

/// The gateway, as far as the page needs to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gateway {
    /// What it does with requests.
    pub mode: Mode,
    /// The products that it signs for.
    pub signs: Vec<Product>,
    /// Whether it wants an access token.
    pub wants_token: bool,
    /// The account that it signs for, if its operator has told it.
    pub account: Option<String>,
    /// Where requests end up; none if they do not leave it.
    pub hosts: Vec<String>,
    /// The origins, beside its own, that it lets the page call.
    pub connect: Vec<String>,
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
    /// Reads its `config.json`; nothing if it is not one. What an older gateway does not say has the value that it stood for then.
    #[must_use]
    pub fn read(body: &str) -> Option<Self> {
        let config: Value = serde_json::from_str(body).ok()?;
        let mode = Mode::find(config.get("mode")?.as_str()?)?;
        let signs = match config.get("signs") {
            Some(it) => texts(it).filter_map(Product::find).collect(),
            None if mode == Mode::Relay => Vec::new(),
            None => vec![Product::UCloud],
        };
        let text = |it: &Value| it.as_str().map(str::to_owned);
        let hosts = config.get("hosts").and_then(Value::as_object);
        Some(Self {
            mode,
            signs,
            wants_token: config.get("token").and_then(Value::as_bool).unwrap_or(false),
            account: config.get("account").and_then(text),
            hosts: hosts.map(|it| it.values().filter_map(text).collect()).unwrap_or_default(),
            connect: config.get("connect").map(owned).unwrap_or_default(),
        })
    }

    /// Whether it can sign requests that come without a signature.
    #[must_use]
    pub fn signs(&self) -> bool {
        !self.signs.is_empty()
    }

    /// Whether its page, which is of the origin `own`, may call another origin.
    #[must_use]
    pub fn lets_call(&self, own: &str, other: &str) -> bool {
        let is_other = |it: &str| it.eq_ignore_ascii_case(other);
        is_other(own) || self.connect.iter().any(|it| is_other(it))
    }

    /// Whether every row it returns is made up, whoever signed the request.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.mode == Mode::Demo
    }
}

impl Mode {
    fn find(name: &str) -> Option<Self> {
        match name {
            "demo" => Some(Self::Demo),
            "signing" => Some(Self::Signing),
            "relay" => Some(Self::Relay),
            _ => None,
        }
    }
}

fn texts(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn owned(list: &Value) -> Vec<String> {
    texts(list).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_a_config_and_nothing_else() {
        for (body, expected) in [
            (r#"{"mode":"demo","demo":true,"hosts":{}}"#, Some(Mode::Demo)),
            (r#"{"mode":"relay"}"#, Some(Mode::Relay)),
            (r#"{"mode":"signing","new":1}"#, Some(Mode::Signing)),
            (r#"{"mode":"other"}"#, None),
            ("<!doctype html>", None),
            ("{}", None),
        ] {
            assert_eq!(Gateway::read(body).map(|it| it.mode), expected, "{body}");
        }
    }

    #[test]
    fn reads_every_setting() {
        let body = r#"{"mode":"signing","demo":false,"signs":["ucloud","compshare","new"],"token":true,"account":"A",
            "hosts":{"compshare":"api.compshare.cn","ucloud":"api.ucloud.cn"},"connect":["https://sign.example"],"version":"0"}"#;
        let expected = Gateway {
            mode: Mode::Signing,
            signs: vec![Product::UCloud, Product::CompShare],
            wants_token: true,
            account: Some("A".to_owned()),
            hosts: vec!["api.compshare.cn".to_owned(), "api.ucloud.cn".to_owned()],
            connect: vec!["https://sign.example".to_owned()],
        };
        assert_eq!(Gateway::read(body), Some(expected));
    }

    #[test]
    fn the_page_may_call_its_own_origin_and_those_listed() {
        let body = r#"{"mode":"relay","connect":["https://sign.example"]}"#;
        let gateway = Gateway::read(body).unwrap();
        for (other, expected) in [
            ("http://127.0.0.1:8080", true),
            ("https://sign.example", true),
            ("https://SIGN.example", true),
            ("https://sign.example:444", false),
            ("https://other.example", false),
        ] {
            assert_eq!(gateway.lets_call("http://127.0.0.1:8080", other), expected, "{other}");
        }
    }

    #[test]
    fn what_is_not_said_or_damaged_has_a_value_all_the_same() {
        for (body, signs, wants_token) in [
            (r#"{"mode":"demo"}"#, vec![Product::UCloud], false),
            (r#"{"mode":"relay"}"#, vec![], false),
            (r#"{"mode":"signing","signs":["compshare"]}"#, vec![Product::CompShare], false),
            (r#"{"mode":"relay","signs":7,"token":"yes","hosts":[],"connect":{}}"#, vec![], false),
            (r#"{"mode":"relay","token":true}"#, vec![], true),
        ] {
            let gateway = Gateway::read(body).unwrap();
            assert_eq!((gateway.signs, gateway.wants_token), (signs, wants_token), "{body}");
            assert!(gateway.hosts.is_empty() && gateway.connect.is_empty(), "{body}");
        }
    }
}
