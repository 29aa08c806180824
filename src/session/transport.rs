//! The one place that sends anything. Requests go to the page's own server, as plain forms without headers of our own.

use std::{cell::Cell, rc::Rc};

use gloo_net::http::{Request, Response};
use gloo_timers::callback::Timeout;
use ucloud_api::Form;
use web_sys::{AbortController, AbortSignal};

use super::failure::{Failure, TIMEOUT_SECONDS};

const FORM: &str = "application/x-www-form-urlencoded";

/// Sends a form to an address relative to the page and gives back the body of the answer.
pub(super) async fn post(address: &str, form: Form) -> Result<String, Failure> {
    let guard = AbortGuard::new().ok_or(Failure::Unreachable)?;
    let request =
        Request::post(address).header("Content-Type", FORM).abort_signal(Some(&guard.signal()));
    let request = request.body(form.reveal()).map_err(|_| Failure::Unreachable)?;
    guard.read(request.send().await).await
}

/// Reads a file beside the page.
pub(super) async fn get(address: &str) -> Result<String, Failure> {
    let guard = AbortGuard::new().ok_or(Failure::Unreachable)?;
    let request = Request::get(address).abort_signal(Some(&guard.signal()));
    guard.read(request.send().await).await
}

/// Aborts the request when it is dropped or the time is up. To drop the future of a fetch alone would let it run on.
///
/// It aborts without a reason of its own: gloo-net cannot read a rejection that is not an `Error`.
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

    fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    async fn read(&self, response: Result<Response, gloo_net::Error>) -> Result<String, Failure> {
        let response = response.map_err(|_| self.failure())?;
        let body = response.text().await.map_err(|_| self.failure())?;
        if response.ok() { Ok(body) } else { Err(refusal(response.status(), &body)) }
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
