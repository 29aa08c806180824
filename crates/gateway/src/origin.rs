//! Origins of pages: who else may read answers, and whom our page may call.

use std::{fmt, str::FromStr, time::Duration};

use axum::http::{HeaderValue, Method, header};
use reqwest::Url;
use tower::{
    layer::util::Identity,
    util::{Either, option_layer},
};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::{Error, upstream::REQUEST_ID};

/// Scheme, host and port of a page, as a browser writes them into `Origin`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

/// What stands around the routes that other pages may use.
pub(crate) type Cors = Either<CorsLayer, Identity>;

/// How long a browser may remember what it was allowed. Ten minutes is past one visit and short enough that an origin
/// which is taken off the list soon notices.
const REMEMBERED: Duration = Duration::from_secs(600);

/// Lets pages of exactly these origins read answers, and answers what their browsers ask beforehand.
///
/// Credentials of the browser stay out: there are no cookies, and the access token is sent by the page itself. Without
/// origins there is no layer, so that no answer says anything about other origins.
pub(crate) fn cors(origins: &[Origin]) -> Cors {
    let values: Vec<_> = origins.iter().filter_map(Origin::header).collect();
    let layer = || {
        CorsLayer::new()
            .allow_origin(AllowOrigin::list(values.clone()))
            .allow_methods([Method::GET, Method::POST])
            .allow_headers([header::CONTENT_TYPE, header::AUTHORIZATION])
            .expose_headers([REQUEST_ID, header::RETRY_AFTER])
            .max_age(REMEMBERED)
    };
    option_layer((!values.is_empty()).then(layer))
}

impl Origin {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    fn header(&self) -> Option<HeaderValue> {
        HeaderValue::from_str(&self.0).ok()
    }
}

impl FromStr for Origin {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let url = Url::parse(text).map_err(|error| Error::BadOrigin(error.to_string()))?;
        match fault(&url) {
            Some(reason) => Err(Error::BadOrigin(reason.to_owned())),
            None => Ok(Self(url.origin().ascii_serialization())),
        }
    }
}

/// A pattern would let in what nobody named, and a path would promise a narrower door than browsers keep.
fn fault(url: &Url) -> Option<&'static str> {
    match () {
        () if !matches!(url.scheme(), "http" | "https") => Some("it must begin with http or https"),
        () if url.host_str().is_some_and(|it| it.contains('*')) => {
            Some("each origin must be named in full")
        }
        () if !url.username().is_empty() || url.password().is_some() => {
            Some("it must not name a user")
        }
        () if url.path() != "/" || url.query().is_some() || url.fragment().is_some() => {
            Some("it ends after host and port")
        }
        () => None,
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_read_as_browsers_write_them() {
        let cases = [
            ("https://catalog.example", Ok("https://catalog.example")),
            ("https://Catalog.Example:443/", Ok("https://catalog.example")),
            ("http://localhost:8080", Ok("http://localhost:8080")),
            ("http://[::1]:8080", Ok("http://[::1]:8080")),
            ("https://图.example", Ok("https://xn--wcs.example")),
            ("*", Err("relative URL without a base")),
            ("null", Err("relative URL without a base")),
            ("catalog.example", Err("relative URL without a base")),
            ("https://*.example", Err("each origin must be named in full")),
            ("file:///tmp/page.html", Err("it must begin with http or https")),
            ("https://me@catalog.example", Err("it must not name a user")),
            ("https://catalog.example/page", Err("it ends after host and port")),
            ("https://catalog.example?q", Err("it ends after host and port")),
        ];
        for (text, expected) in cases {
            let outcome = text.parse::<Origin>().map(|it| it.to_string());
            let expected = expected
                .map(str::to_owned)
                .map_err(|reason| format!("that is not the origin of a page: {reason}"));
            assert_eq!(outcome.map_err(|error| error.to_string()), expected, "{text}");
        }
    }
}
