//! The headers that stand on every answer, refusals included.

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

/// What the page may load, run and reach: nothing, except what is listed.
///
/// `'wasm-unsafe-eval'` lets WebAssembly compile and, despite its name, no script be made from text.
/// `frame-ancestors` is why this is a header: a `<meta>` element cannot say it.
const POLICY: &[(&str, &[&str])] = &[
    ("default-src", &["'none'"]),
    ("script-src", &["'self'", "'wasm-unsafe-eval'"]),
    ("style-src", &["'self'"]),
    ("img-src", &["'self'", "data:"]),
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
    pub(crate) fn new() -> Self {
        Self([
            (header::CONTENT_SECURITY_POLICY, value(&policy())),
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

fn policy() -> String {
    let directive = |(name, sources): &(&str, &[&str])| format!("{name} {}", sources.join(" "));
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
            policy(),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
             connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
             frame-ancestors 'none'"
        );
        assert_eq!(value(&policy()), policy());
    }

    #[test]
    fn unused_abilities_are_given_up() {
        assert!(permissions().starts_with("camera=(), display-capture=(), "));
        assert_eq!(value(&permissions()), permissions());
    }
}
