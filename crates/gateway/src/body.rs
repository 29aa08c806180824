//! Reading a request body of one kind.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{StatusCode, header},
    response::IntoResponse,
};

use crate::refusal::Refusal;

/// What the page and UCloud's own clients send.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
/// What `/sign` takes. A foreign page cannot send it without asking first (a preflight), which is answered only where
/// origins are allowed, and tells all others no.
pub(crate) const JSON: &str = "application/json";

/// The body of a request that says it is of the expected kind. Its size and time are bounded by layers.
///
/// axum's own `Form` and `Json` are not used: on a mistake they may quote the body, in the answer and in the log.
pub(crate) async fn read(request: Request, expected: &'static str) -> Result<Bytes, Refusal> {
    if !is(&request, expected) {
        return Err(Refusal::WrongContentType { expected });
    }
    Bytes::from_request(request, &()).await.map_err(|rejection| {
        let too_large = rejection.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE;
        if too_large { Refusal::BodyTooLarge } else { Refusal::BodyUnreadable }
    })
}

fn is(request: &Request, expected: &str) -> bool {
    let value = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let essence = value.and_then(|it| it.split(';').next()).unwrap_or_default();
    essence.trim().eq_ignore_ascii_case(expected)
}
