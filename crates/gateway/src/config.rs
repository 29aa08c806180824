//! What a gateway is told at its start.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use axum::Router;
use serde::Serialize;
use ucloud_api::{KeyPair, Product};
use ucloud_sim::Simulator;

use crate::{AccessToken, BaseUrl, Limits, Origin, PerProduct};

/// Everything that a gateway depends on, except the address it listens on.
#[derive(Debug)]
pub struct Config {
    /// The folder with the built page.
    pub page: PathBuf,
    /// Who answers the API.
    pub upstream: Upstream,
    /// Signs for UCloud's general API. Without any key pair the gateway only relays what is signed already.
    pub key: Option<KeyPair>,
    /// Signs for CompShare, which hands out keys of its own. The other one is never tried in its place: it would be
    /// refused there, and a signature made with it would have been shown to another service.
    pub compshare_key: Option<KeyPair>,
    /// Names by which it may be called, beside `localhost` and IP addresses; without port.
    pub hosts: Vec<String>,
    /// Origins whose pages may use it, beside its own.
    pub allow_origins: Vec<Origin>,
    /// Origins that its own page may call, beside this one: a signing endpoint elsewhere, for instance.
    pub connect: Vec<Origin>,
    /// What a caller of `/api` and `/sign` must know.
    pub token: Option<AccessToken>,
    /// The account of the key pair, for the page to show. No answer of the API says it.
    pub account: Option<String>,
    /// How many proxies stand in front, each of which appends to `X-Forwarded-For`.
    pub proxies: usize,
    /// How much, how long and how often.
    pub limits: Limits,
}

/// Who answers the API.
#[derive(Debug)]
pub enum Upstream {
    /// UCloud: each product on its public host.
    Public,
    /// One address for all products.
    At(BaseUrl),
    /// An address for each product; without one, its public host.
    Each(PerProduct<Option<BaseUrl>>),
    /// A router in this process, called without a socket. What it answers counts as made up ([`Mode::Demo`]).
    InProcess(Router),
}

/// What a page can expect of its gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Made-up data; everything is signed with the published sample key.
    Demo,
    /// Unsigned requests are signed with the gateway's keys.
    Signing,
    /// Only signed requests pass.
    Relay,
}

impl Config {
    /// A gateway that relays, for its own page alone.
    #[must_use]
    pub fn new(page: impl Into<PathBuf>, upstream: Upstream) -> Self {
        Self {
            page: page.into(),
            upstream,
            key: None,
            compshare_key: None,
            hosts: Vec::new(),
            allow_origins: Vec::new(),
            connect: Vec::new(),
            token: None,
            account: None,
            proxies: 0,
            limits: Limits::default(),
        }
    }

    /// A gateway on the simulator, with the key pair that UCloud's signature documentation publishes.
    #[must_use]
    pub fn demo(page: impl Into<PathBuf>, simulator: Arc<Simulator>) -> Self {
        let sample = || Some(KeyPair::new(ucloud_sim::PUBLIC_KEY, ucloud_sim::PRIVATE_KEY));
        let upstream = Upstream::InProcess(ucloud_sim::router(simulator));
        Self { key: sample(), compshare_key: sample(), ..Self::new(page, upstream) }
    }

    /// What these settings amount to.
    #[must_use]
    pub fn mode(&self) -> Mode {
        match self.upstream {
            Upstream::InProcess(_) => Mode::Demo,
            _ if self.signs().next().is_some() => Mode::Signing,
            _ => Mode::Relay,
        }
    }

    /// The products that it holds a key pair of.
    pub(crate) fn signs(&self) -> impl Iterator<Item = Product> {
        let has_key = |product: &Product| match product {
            Product::UCloud => self.key.is_some(),
            Product::CompShare => self.compshare_key.is_some(),
        };
        Product::ALL.iter().copied().filter(has_key)
    }
}

impl PerProduct<Option<KeyPair>> {
    /// The key pairs of a [`Config`].
    pub(crate) fn of_keys(mut ucloud: Option<KeyPair>, mut compshare: Option<KeyPair>) -> Self {
        Self::from_fn(|product| match product {
            Product::UCloud => ucloud.take(),
            Product::CompShare => compshare.take(),
        })
    }
}

impl Upstream {
    /// The hosts that requests end up at, by product; none if they do not leave this process.
    pub(crate) fn hosts(&self) -> BTreeMap<&'static str, String> {
        let host = |product: Product| match self {
            Self::InProcess(_) => None,
            _ => Some(self.base(product).map_or(product.host(), BaseUrl::authority)),
        };
        let named = |product: &Product| Some((product.id(), host(*product)?.to_owned()));
        Product::ALL.iter().filter_map(named).collect()
    }

    /// The address that was given for a product.
    pub(crate) fn base(&self, product: Product) -> Option<&BaseUrl> {
        match self {
            Self::Public | Self::InProcess(_) => None,
            Self::At(base) => Some(base),
            Self::Each(bases) => bases.get(product).as_ref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(config: &Config, mode: Mode, signs: &[Product]) {
        assert_eq!((config.mode(), config.signs().collect::<Vec<_>>()), (mode, signs.to_vec()));
    }

    #[test]
    fn keys_and_upstream_make_the_mode() {
        let key = || Some(KeyPair::new("public-part", "private-part"));
        let public = || Config::new("dist", Upstream::Public);
        let (ucloud, compshare) = (Product::UCloud, Product::CompShare);
        check(&public(), Mode::Relay, &[]);
        check(&Config { key: key(), ..public() }, Mode::Signing, &[ucloud]);
        check(&Config { compshare_key: key(), ..public() }, Mode::Signing, &[compshare]);
        let both = Config { key: key(), compshare_key: key(), ..public() };
        check(&both, Mode::Signing, &[ucloud, compshare]);
        check(&Config::new("dist", Upstream::InProcess(Router::new())), Mode::Demo, &[]);
    }

    #[test]
    fn each_product_has_its_host() {
        let base = |text: &str| text.parse::<BaseUrl>().unwrap();
        let mut each = PerProduct::default();
        *each.get_mut(Product::CompShare) = Some(base("http://127.0.0.1:9001/api"));
        let cases = [
            (Upstream::Public, &["api.compshare.cn", "api.ucloud.cn"][..]),
            (Upstream::At(base("http://[::1]:9000")), &["[::1]:9000", "[::1]:9000"]),
            (Upstream::Each(each), &["127.0.0.1:9001", "api.ucloud.cn"]),
            (Upstream::InProcess(Router::new()), &[]),
        ];
        for (upstream, expected) in cases {
            assert_eq!(upstream.hosts().into_values().collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn printing_settings_shows_no_secret() {
        let config = Config {
            key: Some(KeyPair::new("public-part", "private-part")),
            compshare_key: Some(KeyPair::new("public-part", "private-part")),
            token: Some("0123456789-token-part".parse().unwrap()),
            ..Config::new("dist", Upstream::Public)
        };
        let printed = format!("{config:?}");
        assert!(!printed.contains("-part"), "{printed}");
    }
}
