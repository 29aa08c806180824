//! The headers that stand on every answer, refusals included.

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

use crate::Origin;

/// What the page may load, run and reach: nothing, except what is listed.
///
/// Covers of community images lie on their authors' hosts, which nobody can list, so pictures may come from any `https:`
/// address; the page asks for none before its reader allows it. What the page calls is its own server, and beyond it
/// only the origins that the operator named.
/// `'wasm-unsafe-eval'` lets WebAssembly compile and, despite its name, no script be made from text.
/// `frame-ancestors` is why this is a header: a `<meta>` element cannot say it.
const POLICY: &[(&str, &[&str])] = &[
    ("default-src", &["'none'"]),
    ("script-src", &["'self'", "'wasm-unsafe-eval'"]),
    ("style-src", &["'self'"]),
    ("img-src", &["'self'", "data:", "https:"]),
    ("connect-src", &["'self'"]),
    ("font-src", &["'self'"]),
    ("manifest-src", &["'self'"]),
    ("base-uri", &["'none'"]),
    ("form-action", &["'none'"]),
    ("frame-ancestors", &["'none'"]),
];

/// Abilities of the browser that no part of the page asks for.
const NO_USE_FOR: &[&str] =
    &["camera", "display-capture", "geolocation", "microphone", "payment", "usb"];

/// The headers, composed once.
#[derive(Debug, Clone)]
pub(crate) struct Security([(HeaderName, HeaderValue); 6]);

impl Security {
    pub(crate) fn new(connect: &[Origin]) -> Self {
        Self([
            (header::CONTENT_SECURITY_POLICY, value(&policy(connect))),
            (PERMISSIONS_POLICY, value(&permissions())),
            // What an answer is, is what its header says: an answer of the API never becomes a page or a script.
            (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            // Addresses of the page hold what its reader is looking for.
            (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
            // A page that opened ours, or that ours opened, gets no handle on it.
            (OPENER_POLICY, HeaderValue::from_static("same-origin")),
            (RESOURCE_POLICY, HeaderValue::from_static("same-origin")),
        ])
    }
}

/// Puts them on an answer. What says nothing about caching is not to be kept at all.
pub(crate) async fn secure(State(security): State<Security>, mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in security.0 {
        headers.insert(name, value);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

fn policy(connect: &[Origin]) -> String {
    let named = |directive: &str| if directive == "connect-src" { connect } else { &[] };
    let directive = |(name, sources): &(&str, &[&str])| {
        let sources = sources.iter().copied().chain(named(name).iter().map(Origin::as_str));
        format!("{name} {}", sources.collect::<Vec<_>>().join(" "))
    };
    POLICY.iter().map(directive).collect::<Vec<_>>().join("; ")
}

fn permissions() -> String {
    NO_USE_FOR.iter().map(|ability| format!("{ability}=()")).collect::<Vec<_>>().join(", ")
}

/// The tables above hold nothing that a header cannot; if one ever did, the strictest policy is the safe side.
fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_reads_as_documented() {
        assert_eq!(
            policy(&[]),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data: https:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
             frame-ancestors 'none'"
        );
        assert_eq!(value(&policy(&[])), policy(&[]));
    }

    /// A static host has to be told it by hand.
    #[test]
    fn the_deployment_guide_quotes_the_policy() {
        assert!(include_str!("../../../docs/deploy.md").contains(&format!("\"{}\"", policy(&[]))));
    }

    #[test]
    fn named_origins_may_be_called_and_nothing_else_changes() {
        let connect = ["https://sign.example", "http://127.0.0.1:8080"];
        let named = policy(&connect.map(|it| it.parse().unwrap()));
        let expected = format!("connect-src 'self' {}", connect.join(" "));
        assert_eq!(named, policy(&[]).replace("connect-src 'self'", &expected));
    }

    #[test]
    fn unused_abilities_are_given_up() {
        assert!(permissions().starts_with("camera=(), display-capture=(), "));
        assert_eq!(value(&permissions()), permissions());
    }
}
