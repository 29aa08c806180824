//! Why no usable answer came.

use ucloud_api::Error;
use view::{Lang, Text};

use crate::words;

/// Why no usable answer came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Nothing readable came back. A dead network and an answer that CORS keeps from the page look the same.
    Unreachable,
    /// No answer within the time limit.
    TimedOut,
    /// The page's own server is not a gateway.
    NoGateway,
    /// The gateway did not pass the request on, or nothing back.
    Gateway {
        /// The HTTP status.
        status: u16,
        /// The stable name of the reason; empty if something else than a gateway answered.
        code: String,
    },
    /// The service answered, and not with rows.
    Service(Error),
}

/// Longer than the 60 seconds after which the service itself gives up.
pub(super) const TIMEOUT_SECONDS: u32 = 65;

impl Failure {
    /// What happened and what to do about it.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Unreachable => words::UNREACHABLE.get(lang).to_owned(),
            Self::TimedOut => words::TIMED_OUT.get(lang).to_owned(),
            Self::NoGateway => words::NO_GATEWAY.get(lang).to_owned(),
            Self::Gateway { code, .. } => by_gateway_code(code).get(lang).to_owned(),
            Self::Service(error) => match error.advice() {
                Some(it) => Text::new(it.advice.en, it.advice.zh).get(lang).to_owned(),
                None => words::NOT_AN_ANSWER.get(lang).to_owned(),
            },
        }
    }

    /// What to quote when asking for help: the code and the service's own words.
    #[must_use]
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::Service(Error::Refused { code, message }) => {
                Some(format!("RetCode {code} · {message}"))
            }
            Self::Service(error) => Some(error.to_string()),
            Self::Gateway { status, code } => Some(format!("HTTP {status} {code}")),
            Self::Unreachable | Self::TimedOut | Self::NoGateway => None,
        }
    }

    /// Whether the same request may succeed later by itself.
    #[must_use]
    pub fn heals(&self) -> bool {
        match self {
            Self::Unreachable => true,
            Self::Gateway { status, .. } => matches!(status, 429 | 500 | 502 | 503 | 504),
            Self::Service(error) => error.heals(),
            // Another minute of waiting is for the reader to decide.
            Self::TimedOut | Self::NoGateway => false,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Service(error)
    }
}

fn by_gateway_code(code: &str) -> Text {
    match code {
        "no_credentials" => words::NO_CREDENTIALS,
        "action_not_allowed" => words::ACTION_NOT_ALLOWED,
        "upstream_failed" => words::UPSTREAM_FAILED,
        "upstream_timeout" => words::TIMED_OUT,
        "busy" => words::GATEWAY_BUSY,
        _ => words::GATEWAY_REFUSED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_has_a_sentence_and_says_whether_it_heals() {
        let refused = |code| Failure::Service(Error::Refused { code, message: "x".into() });
        let gateway = |status, code: &str| Failure::Gateway { status, code: code.into() };
        for (failure, heals) in [
            (Failure::Unreachable, true),
            (Failure::TimedOut, false),
            (Failure::NoGateway, false),
            (gateway(502, "upstream_failed"), true),
            (gateway(403, "no_credentials"), false),
            (gateway(404, ""), false),
            (refused(150), true),
            (refused(171), false),
            (Failure::Service(Error::NotAnAnswer { reason: "eof".into() }), true),
        ] {
            assert_eq!(failure.heals(), heals, "{failure:?}");
            for lang in Lang::ALL {
                assert!(failure.sentence(*lang).ends_with(['.', '。']), "{failure:?}");
            }
        }
    }
}
