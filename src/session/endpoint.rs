//! The signing endpoint: a service of the reader's that holds the key and says what to add to a request.

use serde_json::Value;
use ucloud_api::{Form, Params};

use super::{
    failure::{Failure, Peer},
    token::Token,
    transport::{self, Post},
};

/// A signing endpoint.
#[derive(Debug)]
pub struct Endpoint {
    address: EndpointAddress,
    token: Option<Token>,
    /// Whether the policy that the page was served with lets it call this address, as far as that is known.
    is_listed: bool,
}

/// An address that was checked: nobody on the way can read what is asked there, and it holds no secret that a browser would keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndpointAddress(String);

/// Why an address cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// It is no address of a web service.
    NotAnAddress,
    /// It is not encrypted, and not on this machine.
    NotEncrypted,
    /// It names a user, or has a query or a fragment, all of which may hold a secret.
    MayHoldSecret,
}

impl Endpoint {
    /// An endpoint. `is_listed` says whether the page may call it.
    #[must_use]
    pub fn new(address: EndpointAddress, token: Option<Token>, is_listed: bool) -> Self {
        Self { address, token, is_listed }
    }

    /// Has a request signed. The token goes to this address and nowhere else.
    pub(super) async fn sign(&self, params: Params) -> Result<Form, Failure> {
        let body = asking(&params);
        let reply = transport::post(Post {
            peer: Peer::Endpoint,
            address: &self.address.0,
            token: self.token.as_ref(),
            kind: transport::JSON,
            body: &body,
        })
        .await;
        let reply = reply.map_err(|it| self.explained(it))?;
        Ok(signed(params, &reply.body)?.into_form())
    }

    /// A browser does not tell a page that its own policy kept a request from leaving.
    fn explained(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Unreachable(_) if !self.is_listed => {
                Failure::NotListed { origin: self.address.origin().to_owned() }
            }
            other => other,
        }
    }
}

impl EndpointAddress {
    /// Checks an address: `https:` anywhere, `http:` on this machine.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, AddressFault> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://").ok_or(AddressFault::NotAnAddress)?;
        // A browser would read these in its own way, and not as what stands here.
        if rest.contains(|it: char| it.is_whitespace() || it.is_control() || it == '\\') {
            return Err(AddressFault::NotAnAddress);
        }
        if rest.contains(['@', '?', '#']) {
            return Err(AddressFault::MayHoldSecret);
        }
        let host = host(rest).ok_or(AddressFault::NotAnAddress)?;
        match scheme.to_ascii_lowercase().as_str() {
            "https" => {}
            "http" if is_loopback(host) => {}
            "http" => return Err(AddressFault::NotEncrypted),
            _ => return Err(AddressFault::NotAnAddress),
        }
        Ok(Self(text.to_owned()))
    }

    /// The address as it was entered.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn origin(&self) -> &str {
        let start = self.0.find("://").map_or(0, |it| it + 3);
        let end = self.0.get(start..).and_then(|it| it.find('/')).map(|it| start + it);
        end.and_then(|it| self.0.get(..it)).unwrap_or(&self.0)
    }
}

/// The host of what follows the scheme, if host and port can be such.
fn host(rest: &str) -> Option<&str> {
    let authority = rest.split('/').next()?;
    // The colons of an IPv6 address stand in brackets.
    let port = authority.rfind(':').filter(|it| authority.rfind(']').is_none_or(|end| end < *it));
    let (host, port) = port.map_or((authority, "0"), |it| authority.split_at(it));
    let is_port = port.trim_start_matches(':').parse::<u16>().is_ok();
    (!host.is_empty() && is_port).then_some(host)
}

fn is_loopback(host: &str) -> bool {
    let is_address = |it: std::net::Ipv4Addr| it.is_loopback();
    host.eq_ignore_ascii_case("localhost") || host == "[::1]" || host.parse().is_ok_and(is_address)
}

fn asking(params: &Params) -> String {
    let pair = |(name, value)| format!("{}:{}", quoted(name), quoted(value));
    let pairs: Vec<_> = params.iter().map(pair).collect();
    format!(r#"{{"params":{{{}}}}}"#, pairs.join(","))
}

/// A text as JSON. Texts alone: what prints any value prints floats too, whose tables weigh some kilobytes.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// The request with what the endpoint said to add.
fn signed(params: Params, answer: &str) -> Result<Params, Failure> {
    let answer: Value = serde_json::from_str(answer)
        .map_err(|_| Failure::NotASignature { reason: "the answer is not JSON" })?;
    let text = |name| answer.get(name).and_then(Value::as_str).filter(|it| !it.is_empty());
    let public = text("PublicKey").ok_or(Failure::NotASignature { reason: "no PublicKey" })?;
    let signature = text("Signature").ok_or(Failure::NotASignature { reason: "no Signature" })?;
    Ok(params
        .with("PublicKey", public)
        .with("Signature", signature)
        .with_some("SecurityToken", text("SecurityToken")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_encrypted_or_on_this_machine_and_holds_no_secret() {
        use AddressFault::{MayHoldSecret, NotAnAddress, NotEncrypted};
        for (text, expected) in [
            ("https://sign.example/sign", Ok("https://sign.example")),
            (" https://sign.example:8443/a/b ", Ok("https://sign.example:8443")),
            ("HTTPS://sign.example", Ok("HTTPS://sign.example")),
            ("https://[2001:db8::1]/sign", Ok("https://[2001:db8::1]")),
            ("http://127.0.0.1:8080/sign", Ok("http://127.0.0.1:8080")),
            ("http://127.9.9.9/sign", Ok("http://127.9.9.9")),
            ("http://localhost:8080/sign", Ok("http://localhost:8080")),
            ("http://[::1]:8080/sign", Ok("http://[::1]:8080")),
            ("http://sign.example/sign", Err(NotEncrypted)),
            ("http://10.0.0.7/sign", Err(NotEncrypted)),
            ("http://localhost.example/sign", Err(NotEncrypted)),
            ("http://127.0.0.1.example/sign", Err(NotEncrypted)),
            ("https://me:key@sign.example/", Err(MayHoldSecret)),
            ("http://localhost@evil.example/", Err(MayHoldSecret)),
            ("https://sign.example/sign?key=1", Err(MayHoldSecret)),
            ("https://sign.example/sign#key", Err(MayHoldSecret)),
            ("https://sign.example\\@evil.example/", Err(NotAnAddress)),
            ("http://localhost\\.evil.example/", Err(NotAnAddress)),
            ("https://sign .example/", Err(NotAnAddress)),
            ("https://sign.example:port/", Err(NotAnAddress)),
            ("https://sign.example:99999/", Err(NotAnAddress)),
            ("https:///sign", Err(NotAnAddress)),
            ("https://:8080/", Err(NotAnAddress)),
            ("ftp://sign.example/", Err(NotAnAddress)),
            ("javascript://x", Err(NotAnAddress)),
            ("sign.example", Err(NotAnAddress)),
            ("/sign", Err(NotAnAddress)),
            ("", Err(NotAnAddress)),
        ] {
            let origin = EndpointAddress::parse(text).map(|it| it.origin().to_owned());
            assert_eq!(origin.as_deref(), expected.as_deref(), "{text:?}");
        }
    }

    #[test]
    fn parameters_are_asked_for_as_texts() {
        let params = Params::new("DescribeImage").with("Limit", 10);
        assert_eq!(asking(&params), r#"{"params":{"Action":"DescribeImage","Limit":"10"}}"#);
    }

    #[test]
    fn only_a_signature_is_taken_for_one() {
        let form = |answer| signed(Params::new("GetRegion"), answer).map(Params::into_form);
        for (answer, expected) in [
            (r#"{"PublicKey":"p","Signature":"s"}"#, "Action=GetRegion&PublicKey=p&Signature=s"),
            (
                r#"{"PublicKey":"p","Signature":"s","SecurityToken":"t","other":1}"#,
                "Action=GetRegion&PublicKey=p&SecurityToken=t&Signature=s",
            ),
        ] {
            assert_eq!(form(answer).unwrap().reveal(), expected, "{answer}");
        }
        for (answer, reason) in [
            ("<!doctype html>", "the answer is not JSON"),
            ("[]", "no PublicKey"),
            (r#"{"Signature":"s"}"#, "no PublicKey"),
            (r#"{"PublicKey":"p","Signature":7}"#, "no Signature"),
            (r#"{"PublicKey":"p","Signature":""}"#, "no Signature"),
        ] {
            assert_eq!(form(answer).unwrap_err(), Failure::NotASignature { reason }, "{answer}");
        }
    }

    #[test]
    fn a_call_that_the_policy_kept_back_is_told_from_a_dead_endpoint() {
        let explained = |is_listed| {
            let address = EndpointAddress::parse("https://sign.example/sign").unwrap();
            Endpoint::new(address, None, is_listed).explained(Failure::Unreachable(Peer::Endpoint))
        };
        assert_eq!(explained(true), Failure::Unreachable(Peer::Endpoint));
        let origin = "https://sign.example".to_owned();
        assert_eq!(explained(false), Failure::NotListed { origin });
    }
}
