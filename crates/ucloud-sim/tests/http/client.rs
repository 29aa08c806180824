//! A client of a few lines: signs with the published key and sends through the router.

use std::sync::Arc;

use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode, header::CONTENT_TYPE},
};
use serde_json::{Map, Value};
use tower::ServiceExt;
use ucloud_sim::{Options, PRIVATE_KEY, PUBLIC_KEY, Simulator, router, sign};

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) request_id: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

pub(crate) fn simulator() -> Arc<Simulator> {
    Arc::new(Simulator::new(Options::default()).unwrap())
}

pub(crate) async fn send(sim: &Arc<Simulator>, request: Request<Body>) -> Answer {
    let response = router(Arc::clone(sim)).oneshot(request).await.unwrap();
    let status = response.status();
    let request_id = response.headers()["X-UCLOUD-REQUEST-UUID"].to_str().unwrap().to_owned();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
    Answer { status, request_id, body }
}

/// The parameters of an object, with public key and signature.
pub(crate) fn signed(params: &Value) -> Map<String, Value> {
    signed_by(params, (PUBLIC_KEY, PRIVATE_KEY))
}

pub(crate) fn signed_by(params: &Value, keys: (&str, &str)) -> Map<String, Value> {
    let mut params = params.as_object().unwrap().clone();
    params.insert("PublicKey".into(), keys.0.into());
    params.insert("Signature".into(), sign(&params, keys.1).into());
    params
}

pub(crate) fn encoded(params: &Map<String, Value>) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (key, value) in params {
        form.append_pair(
            key,
            value.as_str().map_or_else(|| value.to_string(), str::to_owned).as_str(),
        );
    }
    form.finish()
}

pub(crate) fn get(query: &str) -> Request<Body> {
    Request::get(format!("/?{query}")).body(Body::empty()).unwrap()
}

pub(crate) fn post(path: &str, content_type: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post(path).header(CONTENT_TYPE, content_type).body(body.into()).unwrap()
}

pub(crate) fn post_json(params: &Map<String, Value>) -> Request<Body> {
    post("/", "application/json", serde_json::to_vec(params).unwrap())
}

/// Signs, sends as a form, and gives the answer.
pub(crate) async fn call(sim: &Arc<Simulator>, params: Value) -> Answer {
    let form = encoded(&signed(&params));
    send(sim, post("/", "application/x-www-form-urlencoded", form)).await
}

pub(crate) fn code(answer: &Answer) -> i64 {
    answer.json()["RetCode"].as_i64().unwrap()
}
