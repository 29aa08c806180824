//! `POST /api`: the API itself, under the page's own origin, since the real one lets no page of others read it.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{Request, State},
    http::header,
    response::{IntoResponse, Response},
};

use crate::{
    app::Gateway,
    asked::Asked,
    body::{self, FORM},
    log,
    refusal::Refusal,
    upstream::{Answer, REQUEST_ID},
};

pub(crate) async fn relay(
    State(gateway): State<Arc<Gateway>>,
    request: Request,
) -> Result<Response, Refusal> {
    let body = body::read(request, FORM).await?;
    let asked = Asked::from_form(&body)?;
    let product = asked.action.product;
    let body = gateway.signed(asked, body)?;
    gateway.upstream.call(product, body).await.map(Answer::into_response)
}

impl Gateway {
    /// A body with a signature: the one that came, byte for byte, or one made here.
    fn signed(&self, asked: Asked, body: Bytes) -> Result<Bytes, Refusal> {
        if asked.params.is_signed() {
            return Ok(body);
        }
        let form = asked.params.sign(self.key(asked.action.product)?).into_form();
        Ok(Bytes::copy_from_slice(form.reveal().as_bytes()))
    }
}

impl IntoResponse for Answer {
    /// Status, body and request id; every other header of the upstream ends here. Whatever the body is, it is called
    /// JSON: an error page of something in between must not be shown as a page of this origin.
    fn into_response(self) -> Response {
        let json = [(header::CONTENT_TYPE, "application/json")];
        let mut response = (self.status, json, self.body).into_response();
        if let Some(id) = self.request_id {
            log::answered(id.to_str().unwrap_or_default());
            response.headers_mut().insert(REQUEST_ID, id);
        }
        response
    }
}
