//! Why no sample and no file of rows came about.

use std::{fmt, io};

use view::{catalogs::CATALOGS, rows_file::OpenError};

/// Why no sample and no file of rows came about.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The simulator gave no body.
    NoAnswer(axum::Error),
    /// An answer is no text.
    NotText(std::string::FromUtf8Error),
    /// An answer cannot be read, or is a refusal.
    Unreadable(ucloud_api::Error),
    /// The simulator cannot have that many rows.
    Simulator(ucloud_sim::Error),
    /// The simulator has fewer rows of a catalog than were asked for.
    TooFew {
        /// How many it has.
        rows: u32,
    },
    /// There is no such catalog.
    NoCatalog {
        /// What was asked for.
        id: String,
    },
    /// Rows are JSON objects, in an array or one after another; this is something else.
    NotRows {
        /// How many bytes stand before it.
        offset: u64,
    },
    /// The rows end in the middle of one.
    CutShort,
    /// A file cannot be read or written.
    File(io::Error),
    /// What was written cannot be opened.
    NotOpened(OpenError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAnswer(error) => write!(f, "the simulator gave no answer: {error}"),
            Self::NotText(error) => write!(f, "an answer is no text: {error}"),
            Self::Unreadable(error) => write!(f, "an answer cannot be read: {error}"),
            Self::Simulator(error) => write!(f, "the simulator cannot do that: {error}"),
            Self::TooFew { rows } => {
                write!(f, "the simulator has only {rows} rows of this catalog; ask for fewer")
            }
            Self::NoCatalog { id } => {
                let ids = CATALOGS.map(|it| it.id).join(", ");
                write!(f, "there is no catalog `{id}`; there are {ids}")
            }
            Self::NotRows { offset } => write!(
                f,
                "rows are JSON objects, in an array or one after another; at byte {offset} stands something else",
            ),
            Self::CutShort => write!(f, "the rows end in the middle of one"),
            Self::File(error) => write!(f, "a file cannot be read or written: {error}"),
            Self::NotOpened(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoAnswer(error) => Some(error),
            Self::NotText(error) => Some(error),
            Self::Unreadable(error) => Some(error),
            Self::Simulator(error) => Some(error),
            Self::File(error) => Some(error),
            Self::NotOpened(error) => Some(error),
            Self::TooFew { .. }
            | Self::NoCatalog { .. }
            | Self::NotRows { .. }
            | Self::CutShort => None,
        }
    }
}

impl From<ucloud_api::Error> for Error {
    fn from(error: ucloud_api::Error) -> Self {
        Self::Unreadable(error)
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

impl From<OpenError> for Error {
    fn from(error: OpenError) -> Self {
        Self::NotOpened(error)
    }
}
