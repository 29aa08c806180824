//! Gateways to test, and one way to ask them.

use std::{path::PathBuf, sync::Arc};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, Method, Request, header},
};
use gateway::{Config, Upstream};
use serde_json::Value;
use tower::ServiceExt;
use ucloud_api::{KeyPair, Params};
use ucloud_sim::{Options, Simulator};

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
pub(crate) const JSON: &str = "application/json";

/// A small stand-in for the built page.
pub(crate) fn page() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "data", "dist"].iter().collect()
}

pub(crate) fn simulator() -> Arc<Simulator> {
    Arc::new(Simulator::new(Options { rows_per_region: Some(20), ..Options::default() }).unwrap())
}

pub(crate) fn sample_key() -> KeyPair {
    KeyPair::new(ucloud_sim::PUBLIC_KEY, ucloud_sim::PRIVATE_KEY)
}

/// A gateway on the simulator that has no key of its own.
pub(crate) fn relaying() -> Config {
    Config::new(page(), Upstream::InProcess(ucloud_sim::router(simulator())))
}

pub(crate) fn demo() -> Router {
    app(Config::demo(page(), simulator()))
}

pub(crate) fn app(config: Config) -> Router {
    gateway::app(config).unwrap()
}

/// A form with the signature of some key pair.
pub(crate) fn signed(key: &KeyPair) -> String {
    let params = Params::new("DescribeImage").with("Region", "cn-bj2").with("Limit", 1);
    params.sign(key).into_form().reveal().to_owned()
}

pub(crate) fn get(path: &str) -> Request<Body> {
    request(Method::GET, path, Body::empty())
}

pub(crate) fn form(body: impl Into<Body>) -> Request<Body> {
    post("/api", FORM, body)
}

pub(crate) fn json(body: impl Into<Body>) -> Request<Body> {
    post("/sign", JSON, body)
}

pub(crate) fn post(path: &str, content_type: &str, body: impl Into<Body>) -> Request<Body> {
    with(request(Method::POST, path, body.into()), "content-type", content_type)
}

pub(crate) fn with(mut request: Request<Body>, name: &'static str, value: &str) -> Request<Body> {
    request.headers_mut().insert(name, value.parse().unwrap());
    request
}

pub(crate) fn request(method: Method, path: &str, body: Body) -> Request<Body> {
    let builder = Request::builder().method(method).uri(path);
    builder.header(header::HOST, "127.0.0.1:8080").body(body).unwrap()
}

/// An answer, whole.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

pub(crate) async fn ask(app: &Router, request: Request<Body>) -> Answer {
    let Ok(response) = app.clone().oneshot(request).await;
    let (head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    Answer { status: head.status.as_u16(), headers: head.headers, body }
}

impl Answer {
    /// The value of a header, empty if it is absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |it| it.to_str().unwrap())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// Status and code of a refusal, or status and `RetCode` of an answer of the API.
    pub(crate) fn outcome(&self) -> String {
        let json = self.json();
        let code = json["error"]["code"].as_str().map(str::to_owned);
        format!("{} {}", self.status, code.unwrap_or_else(|| json["RetCode"].to_string()))
    }
}
