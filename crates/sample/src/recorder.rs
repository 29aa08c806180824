//! Asking, and remembering what was answered.

use std::sync::Arc;

use axum::{
    Router,
    body::{self, Body},
    http::{HeaderValue, Method, Request, header::CONTENT_TYPE},
};
use tower::ServiceExt;
use ucloud_api::{KeyPair, Params};
use ucloud_sim::{PRIVATE_KEY, PUBLIC_KEY, Simulator};

use crate::{Error, Record};

const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// A caller of a simulator that remembers every answer.
#[derive(Debug)]
pub(crate) struct Recorder {
    service: Router,
    key: KeyPair,
    record: Record,
}

impl Recorder {
    pub(crate) fn new(simulator: Arc<Simulator>) -> Self {
        let service = ucloud_sim::router(simulator);
        Self { service, key: KeyPair::new(PUBLIC_KEY, PRIVATE_KEY), record: Record::default() }
    }

    /// The answer to a request. One that was asked before is not asked again.
    pub(crate) async fn call(&mut self, params: Params) -> Result<String, Error> {
        let asked = params.clone().into_form().reveal().to_owned();
        if let Some(known) = self.record.answers.get(&asked) {
            return Ok(known.clone());
        }
        let answer = self.send(params.sign(&self.key).into_form().reveal().to_owned()).await?;
        self.record.answers.insert(asked, answer.clone());
        Ok(answer)
    }

    /// Forgets what was answered.
    pub(crate) fn forget(&mut self) {
        self.record.answers.clear();
    }

    pub(crate) fn into_record(self) -> Record {
        self.record
    }

    async fn send(&self, form: String) -> Result<String, Error> {
        let mut request = Request::new(Body::from(form));
        *request.method_mut() = Method::POST;
        request.headers_mut().insert(CONTENT_TYPE, FORM);
        let Ok(response) = self.service.clone().oneshot(request).await;
        let bytes =
            body::to_bytes(response.into_body(), usize::MAX).await.map_err(Error::NoAnswer)?;
        String::from_utf8(bytes.to_vec()).map_err(Error::NotText)
    }
}
