//! The routes, and what stands around them.

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state, map_response_with_state},
    routing::{get, post},
};
use tokio::time::Instant;
use tower_http::{
    CompressionLevel, compression::CompressionLayer, timeout::RequestBodyDeadlineLayer,
};
use ucloud_api::{KeyPair, Product};

use crate::{
    AccessToken, Config, Error, Limits, Origin, PerProduct, access, api, describe,
    describe::Description, guard, headers, headers::Security, log, origin, page, rate,
    rate::Limiter, refusal::Refusal, sign, upstream::Client,
};

const API: &str = "/api";
const SIGN: &str = "/sign";
const CONFIG: &str = "/config.json";
const HEALTH: &str = "/healthz";

/// Method and path of everything that is answered beside the files of the page.
pub const ROUTES: &[(&str, &str)] =
    &[("post", API), ("post", SIGN), ("get", CONFIG), ("get", HEALTH)];

/// What the handlers share.
#[derive(Debug)]
pub(crate) struct Gateway {
    pub(crate) upstream: Client,
    pub(crate) keys: PerProduct<Option<KeyPair>>,
    pub(crate) hosts: Vec<String>,
    pub(crate) allow_origins: Vec<Origin>,
    pub(crate) token: Option<AccessToken>,
    pub(crate) proxies: usize,
    pub(crate) limiter: Option<Limiter>,
    pub(crate) description: Description,
}

/// The whole gateway as a router, to be served or to be called in memory.
///
/// # Errors
///
/// [`Error::NoPage`] if the folder holds no `index.html`, [`Error::NoClient`] if no connection to the upstream could
/// ever be made.
pub fn app(config: Config) -> Result<Router, Error> {
    let page = page::routes(&config.page)?;
    let limits = config.limits;
    let security = Security::new(&config.connect);
    let cors = origin::cors(&config.allow_origins);
    let gateway = Arc::new(Gateway::new(config)?);
    let guarded = Router::new()
        .route(CONFIG, get(describe::describe))
        .method_not_allowed_fallback(async || Refusal::MethodNotAllowed)
        .layer(cors.clone())
        .merge(signed_or_signing(&gateway, limits, cors.clone()))
        .fallback_service(page)
        .layer(from_fn_with_state(Arc::clone(&gateway), guard::known_host))
        .layer(from_fn(log::requests));
    Ok(Router::new()
        // Outside the guard and the log: a load balancer asks often, by an address of its own choice.
        .route(HEALTH, get(async || "ok").layer(cors))
        .merge(guarded)
        .layer(map_response_with_state(security, headers::secure))
        .with_state(gateway))
}

/// The routes that a foreign page must not reach through its visitor's browser, nor anybody without the token.
///
/// Who asks too often is refused before the token is looked at, so that it cannot be guessed any faster.
fn signed_or_signing(
    gateway: &Arc<Gateway>,
    limits: Limits,
    cors: origin::Cors,
) -> Router<Arc<Gateway>> {
    Router::new()
        .route(API, post(api::relay).layer(compression()))
        .route(SIGN, post(sign::sign))
        // Within the layers: what a browser asks beforehand has a method of its own.
        .method_not_allowed_fallback(async || Refusal::MethodNotAllowed)
        .layer(DefaultBodyLimit::max(limits.request_body))
        .layer(RequestBodyDeadlineLayer::new(limits.request_time))
        .layer(from_fn_with_state(Arc::clone(gateway), access::admitted))
        .layer(from_fn_with_state(Arc::clone(gateway), rate::paced))
        // Around the refusals above, so that an allowed page can read why.
        .layer(cors)
        .layer(from_fn_with_state(Arc::clone(gateway), guard::known_origin))
}

/// Level 4 of either is where size gained stops being worth the time of a person who waits. Answers to `/sign` stay
/// uncompressed: the length of a compressed secret says something about it.
fn compression() -> CompressionLayer {
    CompressionLayer::new().quality(CompressionLevel::Precise(4))
}

impl Gateway {
    fn new(config: Config) -> Result<Self, Error> {
        let description = Description::of(&config);
        Ok(Self {
            upstream: Client::new(config.upstream, config.limits)?,
            keys: PerProduct::of_keys(config.key, config.compshare_key),
            hosts: config.hosts,
            allow_origins: config.allow_origins,
            token: config.token,
            proxies: config.proxies,
            limiter: config.limits.rate.map(|rate| Limiter::new(rate, Instant::now())),
            description,
        })
    }

    /// The key pair that signs for a product.
    pub(crate) fn key(&self, product: Product) -> Result<&KeyPair, Refusal> {
        self.keys.get(product).as_ref().ok_or(Refusal::NoCredentials)
    }
}
