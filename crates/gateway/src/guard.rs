//! Who may ask at all.
//!
//! Without this any page in the same browser could use a gateway on loopback: either openly, as a foreign origin, or
//! under a name of its own that resolves to 127.0.0.1 (DNS rebinding), which the browser takes for the same origin.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, header, uri::Authority},
    middleware::Next,
    response::Response,
};

use crate::{Origin, app::Gateway, host, refusal::Refusal};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Lets a request through whose `Host` is `localhost`, an address, or a name that was given.
///
/// An address is safe whatever it is: rebinding needs a name. A request without `Host` comes from no browser, but
/// HTTP/1.1 wants one, so it is refused like a foreign one.
pub(crate) async fn known_host(
    State(gateway): State<Arc<Gateway>>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let host = text(request.headers(), &header::HOST).unwrap_or_default();
    if is_known(host, &gateway.hosts) {
        Ok(next.run(request).await)
    } else {
        Err(Refusal::ForeignHost)
    }
}

/// Lets a request through that comes from no page, from our own, or from one of an allowed origin.
pub(crate) async fn known_origin(
    State(gateway): State<Arc<Gateway>>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    if is_own(request.headers()) || is_allowed(request.headers(), &gateway.allow_origins) {
        Ok(next.run(request).await)
    } else {
        Err(Refusal::ForeignOrigin)
    }
}

fn is_known(host: &str, names: &[String]) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    let name = authority.host();
    host::is_loopback(name)
        || host::is_ip(name)
        || names.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// A browser says where a request comes from in `Sec-Fetch-Site`, older ones in `Origin` alone; what says neither is
/// no page. The scheme is not compared: behind a proxy that ends TLS it is not known here.
fn is_own(headers: &HeaderMap) -> bool {
    let same_site = text(headers, &SEC_FETCH_SITE).is_none_or(|site| site == "same-origin");
    let same_origin = !headers.contains_key(header::ORIGIN) || {
        let origin = text(headers, &header::ORIGIN).and_then(|it| it.split_once("://"));
        let host = text(headers, &header::HOST);
        origin.zip(host).is_some_and(|((_, origin), host)| origin.eq_ignore_ascii_case(host))
    };
    same_site && same_origin
}

/// The whole of it, as it stands: a browser writes an origin in one way only.
fn is_allowed(headers: &HeaderMap, allowed: &[Origin]) -> bool {
    let origin = text(headers, &header::ORIGIN);
    origin.is_some_and(|origin| allowed.iter().any(|it| it.as_str() == origin))
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_must_have_been_given() {
        let given = ["catalog.example".to_owned()];
        let cases = [
            ("localhost:8080", true),
            ("127.0.0.1:8080", true),
            ("[::1]:8080", true),
            ("192.168.1.5", true),
            ("catalog.example", true),
            ("Catalog.Example:443", true),
            ("evil.example:8080", false),
            ("catalog.example.evil.example", false),
            ("127.0.0.1.evil.example", false),
            ("", false),
            ("a b", false),
        ];
        for (host, expected) in cases {
            assert_eq!(is_known(host, &given), expected, "{host}");
        }
    }

    fn check(origin: Option<&str>, site: Option<&str>, expected: bool) {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "localhost:8080".parse().unwrap());
        for (name, value) in [(header::ORIGIN, origin), (SEC_FETCH_SITE, site)] {
            if let Some(value) = value {
                headers.insert(name, value.parse().unwrap());
            }
        }
        assert_eq!(is_own(&headers), expected, "{origin:?} {site:?}");
    }

    #[test]
    fn pages_must_be_ours() {
        check(None, None, true);
        check(Some("http://localhost:8080"), Some("same-origin"), true);
        check(Some("https://localhost:8080"), None, true);
        check(None, Some("same-origin"), true);
        check(Some("http://localhost:9090"), None, false);
        check(Some("http://localhost:8080.evil.example"), None, false);
        check(Some("https://evil.example"), Some("cross-site"), false);
        check(Some("http://localhost:8080"), Some("same-site"), false);
        check(None, Some("cross-site"), false);
        check(None, Some("none"), false);
        check(Some("null"), None, false);
        check(Some(""), None, false);
    }

    #[test]
    fn other_pages_must_have_been_named() {
        let allowed = ["https://catalog.example".parse().unwrap()];
        let cases = [
            ("https://catalog.example", true),
            ("http://catalog.example", false),
            ("https://catalog.example:8443", false),
            ("https://catalog.example.evil.example", false),
            ("https://www.catalog.example", false),
            ("null", false),
            ("", false),
        ];
        for (origin, expected) in cases {
            let headers = HeaderMap::from_iter([(header::ORIGIN, origin.parse().unwrap())]);
            assert_eq!(is_allowed(&headers, &allowed), expected, "{origin}");
        }
        assert!(!is_allowed(&HeaderMap::new(), &allowed));
    }
}
