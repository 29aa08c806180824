//! Why no sample came about.

use std::fmt;

/// Why no sample came about.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The simulator gave no body.
    NoAnswer(axum::Error),
    /// An answer is no text.
    NotText(std::string::FromUtf8Error),
    /// An answer cannot be read, or is a refusal.
    Unreadable(ucloud_api::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAnswer(error) => write!(f, "the simulator gave no answer: {error}"),
            Self::NotText(error) => write!(f, "an answer is no text: {error}"),
            Self::Unreadable(error) => write!(f, "an answer cannot be read: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoAnswer(error) => Some(error),
            Self::NotText(error) => Some(error),
            Self::Unreadable(error) => Some(error),
        }
    }
}

impl From<ucloud_api::Error> for Error {
    fn from(error: ucloud_api::Error) -> Self {
        Self::Unreadable(error)
    }
}
