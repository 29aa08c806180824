//! What a gateway is told at its start.

use std::{fmt, path::PathBuf, str::FromStr, sync::Arc, time::Duration};

use axum::Router;
use reqwest::Url;
use serde::Serialize;
use ucloud_api::{KeyPair, Product};
use ucloud_sim::Simulator;

use crate::{Error, host};

/// Everything that a gateway depends on, except the address it listens on.
#[derive(Debug)]
pub struct Config {
    /// The folder with the built page.
    pub page: PathBuf,
    /// Who answers the API.
    pub upstream: Upstream,
    /// With it the gateway signs; without, it only relays what is signed already.
    pub key: Option<KeyPair>,
    /// Names by which it may be called, beside `localhost` and IP addresses; without port.
    pub hosts: Vec<String>,
    /// How much and how long.
    pub limits: Limits,
}

/// Who answers the API.
#[derive(Debug)]
pub enum Upstream {
    /// UCloud: each product on its public host.
    Public,
    /// One address for all products.
    At(BaseUrl),
    /// A router in this process, called without a socket. What it answers counts as made up ([`Mode::Demo`]).
    InProcess(Router),
}

/// The address of an API: http or https, without user, query or fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(pub(crate) Url);

/// Bounds on what one caller can make the gateway hold.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of a request body.
    pub request_body: usize,
    /// Time in which a request body must have arrived.
    pub request_time: Duration,
    /// Bytes of an answer of the upstream, which is held in memory until it is whole.
    pub answer_body: usize,
    /// Time for a connection to the upstream.
    pub connect_time: Duration,
    /// Time for a whole answer of the upstream, connection included.
    pub answer_time: Duration,
    /// Requests to the upstream at a time. More are refused, not queued: a queue would hold them past the time that
    /// their callers wait.
    pub in_flight: usize,
}

/// What a page can expect of its gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Made-up data; everything is signed with the published sample key.
    Demo,
    /// Unsigned requests are signed with the gateway's key.
    Signing,
    /// Only signed requests pass.
    Relay,
}

impl Config {
    /// A gateway that relays.
    #[must_use]
    pub fn new(page: impl Into<PathBuf>, upstream: Upstream) -> Self {
        let (key, hosts, limits) = (None, Vec::new(), Limits::default());
        Self { page: page.into(), upstream, key, hosts, limits }
    }

    /// A gateway on the simulator, with the key pair that UCloud's signature documentation publishes.
    #[must_use]
    pub fn demo(page: impl Into<PathBuf>, simulator: Arc<Simulator>) -> Self {
        let sample = KeyPair::new(ucloud_sim::PUBLIC_KEY, ucloud_sim::PRIVATE_KEY);
        Self {
            key: Some(sample),
            ..Self::new(page, Upstream::InProcess(ucloud_sim::router(simulator)))
        }
    }

    /// What these settings amount to.
    #[must_use]
    pub fn mode(&self) -> Mode {
        match (&self.upstream, &self.key) {
            (Upstream::InProcess(_), _) => Mode::Demo,
            (_, Some(_)) => Mode::Signing,
            (_, None) => Mode::Relay,
        }
    }
}

impl Upstream {
    /// The hosts that requests end up at; none if they do not leave this process.
    pub(crate) fn hosts(&self) -> Vec<String> {
        match self {
            Self::Public => Product::ALL.iter().map(|it| it.host().to_owned()).collect(),
            Self::At(base) => vec![base.0.authority().to_owned()],
            Self::InProcess(_) => Vec::new(),
        }
    }
}

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

impl Default for Limits {
    fn default() -> Self {
        Self {
            // The longest request is a list of a hundred ids; this is ten times that.
            request_body: 64 * 1024,
            request_time: Duration::from_secs(10),
            // A page of a thousand images is about 2 MB.
            answer_body: 32 * 1024 * 1024,
            connect_time: Duration::from_secs(10),
            // UCloud gives up on a request of its own after 60 s; its answer should still arrive.
            answer_time: Duration::from_secs(65),
            in_flight: 64,
        }
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

    #[test]
    fn printing_settings_shows_no_key() {
        let mut config = Config::new("dist", Upstream::Public);
        config.key = Some(KeyPair::new("public-part", "private-part"));
        let printed = format!("{config:?}");
        assert!(!printed.contains("public-part") && !printed.contains("private-part"), "{printed}");
    }
}
