//! Where an API is.

use std::{fmt, str::FromStr};

use reqwest::Url;

use crate::{Error, host};

/// The address of an API: http or https, without user, query or fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(Url);

impl BaseUrl {
    /// Whether requests would cross a network unencrypted.
    #[must_use]
    pub fn is_exposed(&self) -> bool {
        !self.is_encrypted() && !self.is_loopback()
    }

    pub(crate) fn is_encrypted(&self) -> bool {
        self.0.scheme() == "https"
    }

    pub(crate) fn is_loopback(&self) -> bool {
        self.0.host_str().is_some_and(host::is_loopback)
    }

    /// Host and port, as a person would name it.
    pub(crate) fn authority(&self) -> &str {
        self.0.authority()
    }
}

impl FromStr for BaseUrl {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let url = Url::parse(text).map_err(|error| Error::BadUpstream(error.to_string()))?;
        match fault(&url) {
            Some(reason) => Err(Error::BadUpstream(reason.to_owned())),
            None => Ok(Self(url)),
        }
    }
}

/// A user or a query might hold a secret, and an address is logged and shown on the page.
fn fault(url: &Url) -> Option<&'static str> {
    match () {
        () if !matches!(url.scheme(), "http" | "https") => Some("it must begin with http or https"),
        () if !url.username().is_empty() || url.password().is_some() => {
            Some("it must not name a user")
        }
        () if url.query().is_some() || url.fragment().is_some() => {
            Some("it must not have a query or a fragment")
        }
        () => None,
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn upstreams_are_checked_before_they_are_used() {
        let cases = [
            ("https://api.ucloud.cn", Ok("https://api.ucloud.cn/")),
            ("http://127.0.0.1:9000", Ok("http://127.0.0.1:9000/")),
            ("api.ucloud.cn", Err("relative URL without a base")),
            ("ftp://api.ucloud.cn", Err("it must begin with http or https")),
            ("https://me:key@api.ucloud.cn", Err("it must not name a user")),
            ("https://api.ucloud.cn/?k=v", Err("it must not have a query or a fragment")),
        ];
        for (text, expected) in cases {
            let outcome = text.parse::<BaseUrl>().map(|it| it.to_string());
            let expected = expected
                .map(str::to_owned)
                .map_err(|reason| format!("the upstream is not an address of an API: {reason}"));
            assert_eq!(outcome.map_err(|error| error.to_string()), expected, "{text}");
        }
    }

    #[test]
    fn only_plain_http_to_elsewhere_is_exposed() {
        let cases = [
            ("https://api.ucloud.cn", false),
            ("http://127.0.0.1:9000", false),
            ("http://[::1]:9000", false),
            ("http://localhost", false),
            ("http://api.service.ucloud.cn", true),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<BaseUrl>().unwrap().is_exposed(), expected, "{text}");
        }
    }
}
