//! The routes, and what stands around them.

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state, map_response_with_state},
    routing::{get, post},
};
use tower_http::{
    CompressionLevel, compression::CompressionLayer, timeout::RequestBodyDeadlineLayer,
};
use ucloud_api::KeyPair;

use crate::{
    Config, Error, Limits, api, describe, describe::Description, guard, headers, headers::Security,
    log, page, refusal::Refusal, sign, upstream::Client,
};

/// What the handlers share.
#[derive(Debug)]
pub(crate) struct Gateway {
    pub(crate) upstream: Client,
    pub(crate) key: Option<KeyPair>,
    pub(crate) hosts: Vec<String>,
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
    let gateway = Arc::new(Gateway::new(config)?);
    let guarded = Router::new()
        .route("/config.json", get(describe::describe))
        .merge(signed_or_signing(limits))
        .method_not_allowed_fallback(async || Refusal::MethodNotAllowed)
        .fallback_service(page)
        .layer(from_fn_with_state(Arc::clone(&gateway), guard::known_host))
        .layer(from_fn(log::requests));
    Ok(Router::new()
        // Outside the guard and the log: a load balancer asks often, by an address of its own choice.
        .route("/healthz", get(async || "ok"))
        .merge(guarded)
        .layer(map_response_with_state(Security::new(), headers::secure))
        .with_state(gateway))
}

/// The routes that a foreign page must not reach through its visitor's browser.
fn signed_or_signing(limits: Limits) -> Router<Arc<Gateway>> {
    Router::new()
        .route("/api", post(api::relay).layer(compression()))
        .route("/sign", post(sign::sign))
        .layer(DefaultBodyLimit::max(limits.request_body))
        .layer(RequestBodyDeadlineLayer::new(limits.request_time))
        .layer(from_fn(guard::own_origin))
}

/// Level 4 of either is where size gained stops being worth the time of a person who waits. Answers to `/sign` stay
/// uncompressed: the length of a compressed secret says something about it.
fn compression() -> CompressionLayer {
    CompressionLayer::new().quality(CompressionLevel::Precise(4))
}

impl Gateway {
    fn new(config: Config) -> Result<Self, Error> {
        let description = Description::of(&config);
        let upstream = Client::new(config.upstream, config.limits)?;
        Ok(Self { upstream, key: config.key, hosts: config.hosts, description })
    }
}
