//! Why a request got no answer: one enum, one table, one shape on the wire.

use std::time::Duration;

use axum::{
    Json,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

/// Why a request got no answer. What the caller cannot act on goes to the log alone.
#[derive(Debug)]
pub(crate) enum Refusal {
    NotFound,
    MethodNotAllowed,
    ForeignHost,
    ForeignOrigin,
    WrongContentType { expected: &'static str },
    BodyTooLarge,
    BodyUnreadable,
    NotJson,
    NestedValue { name: String },
    RepeatedParameter { name: String },
    AmbiguousSignature,
    ActionNotAllowed,
    NoCredentials,
    TokenMissing,
    TokenWrong,
    TooOften { wait: Duration },
    Busy,
    UpstreamFailed { cause: String },
    UpstreamTimeout { cause: String },
}

/// What the log says beyond the status. Rides on the answer and never leaves with it.
#[derive(Debug, Clone)]
pub(crate) struct Note {
    pub(crate) code: &'static str,
    pub(crate) cause: Option<String>,
}

impl Refusal {
    /// Status, stable code, sentence.
    fn table(&self) -> (StatusCode, &'static str, &'static str) {
        use StatusCode as S;
        match self {
            Self::NotFound => (S::NOT_FOUND, "not_found", "There is nothing at this address."),
            Self::MethodNotAllowed => {
                (S::METHOD_NOT_ALLOWED, "method_not_allowed", "This address takes another method.")
            }
            Self::ForeignHost => (
                S::FORBIDDEN,
                "foreign_host",
                "This gateway does not answer to that host name. It can be allowed with --host.",
            ),
            Self::ForeignOrigin => (
                S::FORBIDDEN,
                "foreign_origin",
                "Pages of that origin may not use this gateway. It can be allowed with --allow-origin.",
            ),
            Self::WrongContentType { .. } => {
                (S::UNSUPPORTED_MEDIA_TYPE, "wrong_content_type", "The body must be sent as")
            }
            Self::BodyTooLarge => (
                S::PAYLOAD_TOO_LARGE,
                "body_too_large",
                "The body is larger than any request needs.",
            ),
            Self::BodyUnreadable => {
                (S::BAD_REQUEST, "body_unreadable", "The body did not arrive whole or in time.")
            }
            Self::NotJson => (
                S::BAD_REQUEST,
                "not_json",
                r#"The body must be JSON of the form {"params": {"Action": "DescribeImage"}}."#,
            ),
            Self::NestedValue { .. } => (
                S::BAD_REQUEST,
                "nested_value",
                "Lists and objects are sent as Name.0, Name.1 and Name.Field; nested is",
            ),
            Self::RepeatedParameter { .. } => {
                (S::BAD_REQUEST, "repeated_parameter", "A parameter may be given once; repeated is")
            }
            Self::AmbiguousSignature => (
                S::BAD_REQUEST,
                "ambiguous_signature",
                "The word Action may not occur in a parameter: the signature would fit another request too.",
            ),
            Self::ActionNotAllowed => (
                S::FORBIDDEN,
                "action_not_allowed",
                "The action is missing or is not one of the read-only actions that this gateway lets through.",
            ),
            Self::NoCredentials => (
                S::FORBIDDEN,
                "no_credentials",
                "This gateway holds no credentials for the product of this action: send a request that is signed.",
            ),
            Self::TokenMissing => (
                S::UNAUTHORIZED,
                "token_missing",
                "This gateway wants its access token: send it as Authorization: Bearer, followed by the token.",
            ),
            Self::TokenWrong => {
                (S::UNAUTHORIZED, "token_wrong", "That is not the access token of this gateway.")
            }
            Self::TooOften { .. } => (
                S::TOO_MANY_REQUESTS,
                "too_often",
                "Too many requests came from this address: wait as long as Retry-After says.",
            ),
            Self::Busy => {
                (S::SERVICE_UNAVAILABLE, "busy", "Too many requests are running: try again soon.")
            }
            Self::UpstreamFailed { .. } => (
                S::BAD_GATEWAY,
                "upstream_failed",
                "The API could not be reached, or its answer could not be used.",
            ),
            Self::UpstreamTimeout { .. } => {
                (S::GATEWAY_TIMEOUT, "upstream_timeout", "The API did not answer in time.")
            }
        }
    }

    /// What completes the sentence, where it depends on the request.
    fn subject(&self) -> Option<&str> {
        match self {
            Self::WrongContentType { expected } => Some(expected),
            Self::NestedValue { name } | Self::RepeatedParameter { name } => Some(name),
            _ => None,
        }
    }

    /// What tells a program how to go on.
    fn header(&self) -> Option<(HeaderName, HeaderValue)> {
        match self {
            Self::TokenMissing | Self::TokenWrong => {
                Some((header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")))
            }
            Self::TooOften { wait } => Some((header::RETRY_AFTER, whole_seconds(*wait))),
            Self::Busy => Some((header::RETRY_AFTER, whole_seconds(Duration::from_secs(1)))),
            _ => None,
        }
    }

    fn cause(&self) -> Option<String> {
        match self {
            Self::UpstreamFailed { cause } | Self::UpstreamTimeout { cause } => Some(cause.clone()),
            _ => None,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, code, sentence) = self.table();
        let message = match self.subject() {
            Some(subject) => format!("{sentence} {subject}."),
            None => sentence.to_owned(),
        };
        let body = Json(json!({ "error": { "code": code, "message": message } }));
        let mut response = (status, body).into_response();
        if let Some((name, value)) = self.header() {
            response.headers_mut().insert(name, value);
        }
        response.extensions_mut().insert(Note { code, cause: self.cause() });
        response
    }
}

/// Rounded up: whoever waits too short is refused again.
fn whole_seconds(wait: Duration) -> HeaderValue {
    HeaderValue::from(wait.as_secs() + u64::from(wait.subsec_nanos() > 0))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// Callers go by the codes, so that each must be known to whoever reads the description.
    #[test]
    fn every_code_is_described_and_none_besides() {
        use Refusal as R;
        let (name, cause) = (String::new, String::new);
        let all = [
            R::NotFound,
            R::MethodNotAllowed,
            R::ForeignHost,
            R::ForeignOrigin,
            R::WrongContentType { expected: "" },
            R::BodyTooLarge,
            R::BodyUnreadable,
            R::NotJson,
            R::NestedValue { name: name() },
            R::RepeatedParameter { name: name() },
            R::AmbiguousSignature,
            R::ActionNotAllowed,
            R::NoCredentials,
            R::TokenMissing,
            R::TokenWrong,
            R::TooOften { wait: Duration::ZERO },
            R::Busy,
            R::UpstreamFailed { cause: cause() },
            R::UpstreamTimeout { cause: cause() },
        ];
        let mut codes: Vec<_> = all.iter().map(|it| it.table().1).collect();
        codes.sort_unstable();
        let described: Value =
            serde_json::from_str(include_str!("../../../docs/openapi.json")).unwrap();
        let path = "/components/schemas/Refusal/properties/error/properties/code/enum";
        assert_eq!(described.pointer(path), Some(&Value::from(codes)));
    }

    #[test]
    fn a_wait_is_rounded_up() {
        for (ms, expected) in [(1, "1"), (1000, "1"), (1001, "2"), (9500, "10")] {
            assert_eq!(whole_seconds(Duration::from_millis(ms)), expected, "{ms} ms");
        }
    }
}
