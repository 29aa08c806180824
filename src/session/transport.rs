//! The one place that sends anything. Nothing follows a redirect: a signature or a token goes where it was sent and not on.

use std::{cell::Cell, rc::Rc};

use gloo_timers::callback::Timeout;
use js_sys::Array;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, RequestCredentials, RequestInit, RequestMode, RequestRedirect, Response,
};

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

/// Begins to fetch a file beside the page, whose body is then read piece by piece. Nothing that tells who asks goes along, and no
/// address of another origin is asked, whatever the path should say.
///
/// It is sent with this call and not when the future is first polled: the page has much to do before that.
pub(super) fn begin(address: &str) -> impl Future<Output = Begun> + use<> {
    let request = RequestInit::new();
    request.set_mode(RequestMode::SameOrigin);
    request.set_credentials(RequestCredentials::Omit);
    request.set_redirect(RequestRedirect::Error);
    let asked = AbortGuard::new(Peer::File).map(|guard| {
        request.set_signal(Some(&guard.controller.signal()));
        (respond(address, &request), guard)
    });
    async move {
        let (answer, guard) = asked.ok_or(Failure::Unreachable(Peer::File))?;
        let response = answer.await.map_err(|_| guard.failure())?;
        match response.status() {
            200..300 => Ok((response, guard)),
            status => Err(Failure::Refused { peer: Peer::File, status, code: String::new() }),
        }
    }
}

/// A file that begins to come, or why it does not.
pub(super) type Begun = Result<(Response, AbortGuard), Failure>;

/// Reads a file beside the page.
pub(super) async fn get(address: &str) -> Result<Reply, Failure> {
    send(Peer::Gateway, address, &RequestInit::new()).await
}

fn pair(name: &str, value: &str) -> Array {
    Array::of2(&name.into(), &value.into())
}

async fn send(peer: Peer, address: &str, request: &RequestInit) -> Result<Reply, Failure> {
    let guard = AbortGuard::new(peer).ok_or(Failure::Unreachable(peer))?;
    request.set_signal(Some(&guard.controller.signal()));
    let (status, reply) = fetch(address, request).await.map_err(|_| guard.failure())?;
    if (200..300).contains(&status) { Ok(reply) } else { Err(refusal(peer, status, &reply.body)) }
}

async fn fetch(address: &str, request: &RequestInit) -> Result<(u16, Reply), JsValue> {
    let response = respond(address, request).await?;
    let request = response.headers().get(REQUEST_ID)?;
    let body = JsFuture::from(response.text()?).await?;
    Ok((response.status(), Reply { body: body.as_string().unwrap_or_default(), request }))
}

/// The one place that casts what the browser answers.
fn respond(
    address: &str,
    request: &RequestInit,
) -> impl Future<Output = Result<Response, JsValue>> + use<> {
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, request));
    async move { answer.await?.dyn_into() }
}

/// Aborts the request when it is dropped or the time is up. To drop the future of a fetch alone would let it run on.
pub(super) struct AbortGuard {
    peer: Peer,
    controller: AbortController,
    timed_out: Rc<Cell<bool>>,
    timeout: Timeout,
}

impl AbortGuard {
    fn new(peer: Peer) -> Option<Self> {
        let controller = AbortController::new().ok()?;
        let timed_out = Rc::default();
        let timeout = timeout(&controller, &timed_out);
        Some(Self { peer, controller, timed_out, timeout })
    }

    /// Begins the time anew: something has come.
    pub(super) fn extend(&mut self) {
        self.timeout = timeout(&self.controller, &self.timed_out);
    }

    /// Why nothing came.
    pub(super) fn failure(&self) -> Failure {
        if self.timed_out.get() { Failure::TimedOut } else { Failure::Unreachable(self.peer) }
    }
}

fn timeout(controller: &AbortController, timed_out: &Rc<Cell<bool>>) -> Timeout {
    let (controller, timed_out) = (controller.clone(), Rc::clone(timed_out));
    Timeout::new(TIMEOUT_SECONDS * 1000, move || {
        timed_out.set(true);
        controller.abort();
    })
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
