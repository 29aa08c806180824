//! One line for each request, with nothing in it that its reader must not know.

use axum::{extract::Request, middleware::Next, response::Response};
use tokio::time::Instant;
use tracing::{Instrument, Span, field::Empty, info, info_span, warn};
use ucloud_api::Params;

use crate::refusal::Note;

/// Logs method, path, status and duration; handlers add what they know by [`asked`] and [`answered`].
///
/// The query string stays out: somebody may try to send a signed request in it.
pub(crate) async fn requests(request: Request, next: Next) -> Response {
    let (method, path) = (request.method(), request.uri().path());
    let span =
        info_span!("request", %method, path, action = Empty, region = Empty, request_id = Empty);
    let start = Instant::now();
    async move {
        let response = next.run(request).await;
        finish(&response, start);
        response
    }
    .instrument(span)
    .await
}

/// Notes what is asked for. The region is text from outside: what does not look like one is left out.
pub(crate) fn asked(action: &'static str, params: &Params) {
    let looks_like_one = |it: &&str| {
        it.len() <= 32 && it.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    Span::current().record("action", action);
    if let Some(region) = params.get("Region").filter(looks_like_one) {
        Span::current().record("region", region);
    }
}

/// Notes the id under which UCloud's support finds the request.
pub(crate) fn answered(request_id: &str) {
    Span::current().record("request_id", request_id);
}

fn finish(response: &Response, start: Instant) {
    let status = response.status().as_u16();
    let ms = start.elapsed().as_millis();
    match response.extensions().get::<Note>() {
        None => info!(status, ms),
        Some(Note { code, cause: None }) => info!(status, ms, code),
        Some(Note { code, cause: Some(cause) }) => warn!(status, ms, code, cause),
    }
}
