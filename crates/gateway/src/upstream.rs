//! Calling the API: one request, one whole answer, within bounds, never twice.

use std::time::Duration;

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    http::{HeaderName, HeaderValue, Request, Response, StatusCode, header},
};
use reqwest::redirect;
use tokio::{sync::Semaphore, time::timeout};
use tower::ServiceExt;
use ucloud_api::Product;

use crate::{
    BaseUrl, Error, Limits, PerProduct, Upstream, body::FORM, error::chain, refusal::Refusal,
};

/// Under this id UCloud's support finds a request.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-ucloud-request-uuid");

/// The way to the API.
#[derive(Debug)]
pub(crate) struct Client {
    way: Way,
    slots: Semaphore,
    limits: Limits,
}

/// What of an answer goes back to the caller.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) request_id: Option<HeaderValue>,
    pub(crate) body: Bytes,
}

#[derive(Debug)]
enum Way {
    Network(PerProduct<Remote>),
    InProcess(Router),
}

/// A host, and the client for it: which proxy and which certificates it needs depends on where it is.
#[derive(Debug)]
struct Remote {
    client: reqwest::Client,
    url: String,
}

impl Client {
    pub(crate) fn new(upstream: Upstream, limits: Limits) -> Result<Self, Error> {
        let way = match upstream {
            Upstream::InProcess(router) => Way::InProcess(router),
            remote => Way::Network(PerProduct::try_from_fn(|product| {
                Remote::new(product, remote.base(product), limits.connect_time)
            })?),
        };
        Ok(Self { way, slots: Semaphore::new(limits.in_flight), limits })
    }

    /// Sends a signed form to the product. The whole answer is awaited before any of it is passed on, so that one that
    /// breaks off is a clean failure and not half a body.
    pub(crate) async fn call(&self, product: Product, form: Bytes) -> Result<Answer, Refusal> {
        let _slot = self.slots.try_acquire().map_err(|_| Refusal::Busy)?;
        let limit = self.limits.answer_time;
        let late = |_| Refusal::UpstreamTimeout { cause: format!("no whole answer in {limit:?}") };
        timeout(limit, self.fetch(product, form)).await.map_err(late)?
    }

    async fn fetch(&self, product: Product, form: Bytes) -> Result<Answer, Refusal> {
        let response = self.way.send(product, form).await?;
        let (head, body) = response.into_parts();
        // It would lead the page elsewhere; the client follows none, and an API has no reason to send one.
        if head.status.is_redirection() {
            return Err(failed(format!("it answered with a redirect ({})", head.status)));
        }
        let request_id = head.headers.get(REQUEST_ID).cloned();
        let body =
            to_bytes(body, self.limits.answer_body).await.map_err(|error| failed(chain(&error)))?;
        Ok(Answer { status: head.status, request_id, body })
    }
}

impl Way {
    async fn send(&self, product: Product, form: Bytes) -> Result<Response<Body>, Refusal> {
        match self {
            Self::Network(remotes) => remotes.get(product).send(form).await,
            Self::InProcess(router) => within(router.clone(), form).await,
        }
    }
}

impl Remote {
    fn new(
        product: Product,
        base: Option<&BaseUrl>,
        connect_time: Duration,
    ) -> Result<Self, Error> {
        let mut builder = reqwest::Client::builder()
            .user_agent(concat!("image-catalog/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(connect_time)
            .redirect(redirect::Policy::none())
            // By itself it would send again what a server says it has not looked at; whether to is for the caller.
            .retry(reqwest::retry::never());
        if let Some(base) = base {
            // A proxy named by the environment is for the way out; this machine is reached without one.
            if base.is_loopback() {
                builder = builder.no_proxy();
            }
            // Without TLS no certificate is needed, and a system that has none is no reason to stop.
            if !base.is_encrypted() {
                builder = builder.tls_certs_only([]);
            }
        }
        let public = || format!("https://{}/", product.host());
        let client = builder.build().map_err(Error::NoClient)?;
        Ok(Self { client, url: base.map_or_else(public, BaseUrl::to_string) })
    }

    async fn send(&self, form: Bytes) -> Result<Response<Body>, Refusal> {
        let request = self.client.post(&self.url).header(header::CONTENT_TYPE, FORM).body(form);
        let response = request.send().await.map_err(unsent)?;
        Ok(Response::<reqwest::Body>::from(response).map(Body::new))
    }
}

async fn within(router: Router, form: Bytes) -> Result<Response<Body>, Refusal> {
    let request = Request::post("/").header(header::CONTENT_TYPE, FORM).body(Body::from(form));
    let Ok(response) = router.oneshot(request.map_err(|error| failed(chain(&error)))?).await;
    Ok(response)
}

fn unsent(error: reqwest::Error) -> Refusal {
    let is_timeout = error.is_timeout();
    let cause = chain(&error.without_url());
    if is_timeout { Refusal::UpstreamTimeout { cause } } else { failed(cause) }
}

fn failed(cause: String) -> Refusal {
    Refusal::UpstreamFailed { cause }
}
