//! Why no usable answer came.

use ucloud_api::Error;
use view::{Lang, Text, rows_file::OpenError};

use crate::words;

/// Why no usable answer came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Nothing readable came back. A dead network and an answer that CORS keeps from the page look the same.
    Unreachable(Peer),
    /// The policy that the page was served with does not let it call the signing endpoint.
    NotListed {
        /// The endpoint's.
        origin: String,
    },
    /// No answer within the time limit.
    TimedOut,
    /// The page's own server is not a gateway.
    NoGateway,
    /// The sample beside the page does not hold this request.
    NotInSample,
    /// A server did not do what it was asked for.
    Refused {
        /// Which one.
        peer: Peer,
        /// The HTTP status.
        status: u16,
        /// The stable name of the reason; empty if it gave none.
        code: String,
    },
    /// What the signing endpoint answered is no signature.
    NotASignature {
        /// What is missing.
        reason: &'static str,
    },
    /// A file has come, and its rows cannot be had.
    NotOpened(OpenError),
    /// The browser cannot open compressed files.
    CannotInflate,
    /// The service answered, and not with rows.
    Service {
        /// What it said.
        error: Error,
        /// What is known about the request.
        context: Context,
    },
}

/// Who did not answer as expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// The page's own server.
    Gateway,
    /// The page's own server, asked for a file of rows.
    File,
    /// UCloud itself, called by the page.
    Service,
    /// The signing endpoint.
    Endpoint,
}

/// What is known about a request beside its answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The id under which the service's support finds it.
    pub request: Option<String>,
    /// Whether it was signed with the key of another product.
    pub borrowed: bool,
}

/// Longer than the 60 seconds after which the service itself gives up.
pub(super) const TIMEOUT_SECONDS: u32 = 65;

impl Failure {
    /// What happened and what to do about it.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let text = match self {
            Self::Unreachable(Peer::Gateway) => words::UNREACHABLE,
            Self::Unreachable(Peer::File) => words::FILE_UNREACHABLE,
            Self::Unreachable(Peer::Service) => words::SERVICE_UNREACHABLE,
            Self::Unreachable(Peer::Endpoint) => words::ENDPOINT_UNREACHABLE,
            Self::NotListed { .. } => words::ENDPOINT_NOT_LISTED,
            Self::TimedOut => words::TIMED_OUT,
            Self::NoGateway => words::NO_GATEWAY,
            Self::NotInSample => words::NOT_IN_SAMPLE,
            Self::Refused { peer: Peer::Gateway, code, .. } => by_gateway(code),
            Self::Refused { peer: Peer::File, status: 404 | 410, .. } => words::NO_SUCH_FILE,
            Self::Refused { peer: Peer::File, .. } => words::FILE_REFUSED,
            Self::Refused { peer: Peer::Service, .. } => words::SERVICE_REFUSED,
            Self::Refused { peer: Peer::Endpoint, status, code } => by_endpoint(*status, code),
            Self::NotASignature { .. } => words::NOT_A_SIGNATURE,
            Self::NotOpened(error) => error.text(),
            Self::CannotInflate => words::CANNOT_INFLATE,
            Self::Service { error, context } => by_service(error, context),
        };
        text.get(lang).to_owned()
    }

    /// What to quote when asking for help: the code, the service's own words, and the id of the request.
    #[must_use]
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::Service { error, context } => Some(quoted(error, context.request.as_deref())),
            Self::Refused { status, code, .. } => {
                Some(format!("HTTP {status} {code}").trim_end().to_owned())
            }
            Self::NotListed { origin } => Some(format!("--connect-src {origin}")),
            Self::NotASignature { reason } => Some((*reason).to_owned()),
            Self::Unreachable(_)
            | Self::TimedOut
            | Self::NoGateway
            | Self::NotInSample
            | Self::NotOpened(_)
            | Self::CannotInflate => None,
        }
    }

    /// Whether the same request may succeed later by itself.
    #[must_use]
    pub fn heals(&self) -> bool {
        match self {
            Self::Unreachable(_) => true,
            Self::Refused { status, .. } => matches!(status, 429 | 500 | 502 | 503 | 504),
            Self::Service { error, .. } => error.heals(),
            // Another minute of waiting is for the reader to decide.
            Self::TimedOut
            | Self::NoGateway
            | Self::NotInSample
            | Self::NotOpened(_)
            | Self::CannotInflate
            | Self::NotListed { .. }
            | Self::NotASignature { .. } => false,
        }
    }

    /// Adds what is known about the request, if it is the service that refused.
    #[must_use]
    pub(super) fn within(self, context: &Context) -> Self {
        match self {
            Self::Service { error, .. } => Self::Service { error, context: context.clone() },
            other => other,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Service { error, context: Context::default() }
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::NotOpened(error)
    }
}

fn by_gateway(code: &str) -> Text {
    match code {
        "no_credentials" => words::NO_CREDENTIALS,
        "token_missing" => words::TOKEN_MISSING,
        "token_wrong" => words::TOKEN_WRONG,
        "foreign_origin" | "foreign_host" => words::FOREIGN,
        "too_often" => words::TOO_OFTEN,
        "action_not_allowed" => words::ACTION_NOT_ALLOWED,
        "upstream_failed" => words::UPSTREAM_FAILED,
        "upstream_timeout" => words::TIMED_OUT,
        "busy" => words::GATEWAY_BUSY,
        _ => words::GATEWAY_REFUSED,
    }
}

/// The codes are those of its contract; whoever wrote an endpoint without them still has a status.
fn by_endpoint(status: u16, code: &str) -> Text {
    match (code, status) {
        ("no_credentials", _) => words::ENDPOINT_NO_KEY,
        ("foreign_origin" | "foreign_host", _) => words::ENDPOINT_FOREIGN,
        ("token_missing" | "token_wrong", _) | (_, 401) => words::ENDPOINT_TOKEN,
        ("too_often", _) | (_, 429) => words::TOO_OFTEN,
        (_, 404 | 405) => words::ENDPOINT_NOT_FOUND,
        _ => words::ENDPOINT_REFUSED,
    }
}

fn by_service(error: &Error, context: &Context) -> Text {
    match error.advice() {
        // Not a matter of copying the key again, as the code's own sentence would have it.
        Some(code) if context.borrowed && matches!(code.number, 171 | 172) => words::BORROWED_KEY,
        Some(code) => Text::new(code.advice.en, code.advice.zh),
        None => words::NOT_AN_ANSWER,
    }
}

fn quoted(error: &Error, request: Option<&str>) -> String {
    let mut quoted = match error {
        Error::Refused { code, message } if message.is_empty() => format!("RetCode {code}"),
        Error::Refused { code, message } => format!("RetCode {code} · {message}"),
        other => other.to_string(),
    };
    if let Some(id) = request {
        quoted += " · X-UCLOUD-REQUEST-UUID ";
        quoted += id;
    }
    quoted
}

#[cfg(test)]
#[path = "failure_tests.rs"]
mod tests;
