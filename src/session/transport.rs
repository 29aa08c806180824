//! The one place that sends anything. Requests go to the page's own server, as plain forms without headers of our own.

use std::{cell::Cell, rc::Rc};

use gloo_timers::callback::Timeout;
use leptos::prelude::window;
use ucloud_api::Form;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestInit, Response};

use super::failure::{Failure, TIMEOUT_SECONDS};

const FORM: &str = "application/x-www-form-urlencoded";

/// Sends a form to an address relative to the page and gives back the body of the answer.
pub(super) async fn post(address: &str, form: Form) -> Result<String, Failure> {
    let headers = js_sys::Array::of2(&"Content-Type".into(), &FORM.into());
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(&js_sys::Array::of1(&headers));
    request.set_body(&JsValue::from_str(form.reveal()));
    send(address, &request).await
}

/// Reads a file beside the page.
pub(super) async fn get(address: &str) -> Result<String, Failure> {
    send(address, &RequestInit::new()).await
}

async fn send(address: &str, request: &RequestInit) -> Result<String, Failure> {
    let guard = AbortGuard::new().ok_or(Failure::Unreachable)?;
    request.set_signal(Some(&guard.controller.signal()));
    let (status, body) = fetch(address, request).await.map_err(|_| guard.failure())?;
    if (200..300).contains(&status) { Ok(body) } else { Err(refusal(status, &body)) }
}

/// The one place that casts what the browser answers.
async fn fetch(address: &str, request: &RequestInit) -> Result<(u16, String), JsValue> {
    let response = JsFuture::from(window().fetch_with_str_and_init(address, request)).await?;
    let response: Response = response.dyn_into()?;
    let body = JsFuture::from(response.text()?).await?;
    Ok((response.status(), body.as_string().unwrap_or_default()))
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

    fn failure(&self) -> Failure {
        if self.timed_out.get() { Failure::TimedOut } else { Failure::Unreachable }
    }
}

impl Drop for AbortGuard {
    fn drop(&mut self) {
        self.controller.abort();
    }
}

/// The gateway's own refusals name their reason in `error.code`.
fn refusal(status: u16, body: &str) -> Failure {
    let body: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let code = body.pointer("/error/code").and_then(|it| it.as_str()).unwrap_or_default();
    Failure::Gateway { status, code: code.to_owned() }
}
