//! Why an answer could not be used.

use std::fmt;

use crate::codes::Code;

/// Why a body that arrived is not the page that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The service answered with a return code other than 0. Errors come with HTTP status 200.
    Refused {
        /// The value of `RetCode`.
        code: i64,
        /// The service's own words, possibly empty.
        message: String,
    },
    /// The body is not an answer of the API: not JSON, cut short, or without `RetCode`.
    NotAnAnswer {
        /// What the reader expected and where.
        reason: String,
    },
}

impl Error {
    /// What is known about the return code, if the service gave one.
    #[must_use]
    pub fn advice(&self) -> Option<Code> {
        match self {
            Self::Refused { code, .. } => Some(Code::of(*code)),
            Self::NotAnAnswer { .. } => None,
        }
    }

    /// Whether the same request may succeed later. A body that was cut short on its way may be whole next time.
    #[must_use]
    pub fn heals(&self) -> bool {
        self.advice().is_none_or(|it| it.class.heals())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { code, message } => write!(f, "refused with code {code}: {message}"),
            Self::NotAnAnswer { reason } => write!(f, "not an answer of the API: {reason}"),
        }
    }
}

impl std::error::Error for Error {}
