//! The one place that sends anything. Nothing follows a redirect: a signature or a token goes where it was sent and not on.

use std::{cell::Cell, rc::Rc};

use gloo_timers::callback::Timeout;
use js_sys::Array;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestInit, RequestRedirect, Response};

use super::{
    failure::{Failure, Peer, TIMEOUT_SECONDS},
    token::Token,
};

/// With this kind and no other header a browser sends to another origin without asking it beforehand, which UCloud would not answer.
pub(super) const FORM: &str = "application/x-www-form-urlencoded";
/// What a signing endpoint reads.
pub(super) const JSON: &str = "application/json";

/// Under this id UCloud's support finds a request. From another origin only an answer that exposes the header shows it.
const REQUEST_ID: &str = "X-UCLOUD-REQUEST-UUID";

/// Something to send.
pub(super) struct Post<'a> {
    pub(super) peer: Peer,
    /// Relative to the page, or whole.
    pub(super) address: &'a str,
    pub(super) token: Option<&'a Token>,
    pub(super) kind: &'static str,
    pub(super) body: &'a str,
}

/// What came back.
pub(super) struct Reply {
    pub(super) body: String,
    /// The service's id of the request.
    pub(super) request: Option<String>,
}

/// Sends a body and gives back that of the answer.
pub(super) async fn post(post: Post<'_>) -> Result<Reply, Failure> {
    let headers = Array::of1(&pair("Content-Type", post.kind));
    if let Some(token) = post.token {
        headers.push(&pair("Authorization", &token.header()));
    }
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_redirect(RequestRedirect::Error);
    request.set_headers(&headers);
    request.set_body(&JsValue::from_str(post.body));
    send(post.peer, post.address, &request).await
}

/// Reads a file beside the page.
pub(super) async fn get(address: &str) -> Result<Reply, Failure> {
    send(Peer::Gateway, address, &RequestInit::new()).await
}

fn pair(name: &str, value: &str) -> Array {
    Array::of2(&name.into(), &value.into())
}

async fn send(peer: Peer, address: &str, request: &RequestInit) -> Result<Reply, Failure> {
    let guard = AbortGuard::new().ok_or(Failure::Unreachable(peer))?;
    request.set_signal(Some(&guard.controller.signal()));
    let (status, reply) = fetch(address, request).await.map_err(|_| guard.failure(peer))?;
    if (200..300).contains(&status) { Ok(reply) } else { Err(refusal(peer, status, &reply.body)) }
}

/// The one place that casts what the browser answers.
async fn fetch(address: &str, request: &RequestInit) -> Result<(u16, Reply), JsValue> {
    let response = JsFuture::from(window().fetch_with_str_and_init(address, request)).await?;
    let response: Response = response.dyn_into()?;
    let request = response.headers().get(REQUEST_ID)?;
    let body = JsFuture::from(response.text()?).await?;
    Ok((response.status(), Reply { body: body.as_string().unwrap_or_default(), request }))
}

/// Aborts the request when it is dropped or the time is up. To drop the future of a fetch alone would let it run on.
struct AbortGuard {
    controller: AbortController,
    timed_out: Rc<Cell<bool>>,
    _timeout: Timeout,
}

impl AbortGuard {
    fn new() -> Option<Self> {
        let controller = AbortController::new().ok()?;
        let timed_out = Rc::new(Cell::new(false));
        let timeout = Timeout::new(TIMEOUT_SECONDS * 1000, {
            let (controller, timed_out) = (controller.clone(), Rc::clone(&timed_out));
            move || {
                timed_out.set(true);
                controller.abort();
            }
        });
        Some(Self { controller, timed_out, _timeout: timeout })
    }

    fn failure(&self, peer: Peer) -> Failure {
        if self.timed_out.get() { Failure::TimedOut } else { Failure::Unreachable(peer) }
    }
}

impl Drop for AbortGuard {
    fn drop(&mut self) {
        self.controller.abort();
    }
}

/// A gateway's own refusals name their reason in `error.code`, and so do those of a signing endpoint.
fn refusal(peer: Peer, status: u16, body: &str) -> Failure {
    let body: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let code = body.pointer("/error/code").and_then(|it| it.as_str()).unwrap_or_default();
    Failure::Refused { peer, status, code: code.to_owned() }
}
