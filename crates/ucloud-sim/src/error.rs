//! What can go wrong on this side of the API: starting the simulator, and reading its options.

use std::{fmt, io, net::SocketAddr};

/// Why the simulator did not start. What it answers to requests is never an error of this type.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// More rows were asked for than there are image ids.
    TooManyRows {
        /// Rows for each region.
        asked: u64,
    },
    /// A fault was not understood.
    Fault {
        /// The text as it was given.
        spec: String,
        /// What is wrong with it.
        cause: String,
    },
    /// The address could not be listened on.
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system said.
        cause: io::Error,
    },
    /// The server ended by itself.
    Serve(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyRows { asked } => {
                let most = crate::MAX_ROWS_PER_REGION;
                write!(f, "cannot make {asked} rows a region: the most is {most}")
            }
            Self::Fault { spec, cause } => write!(f, "cannot read the fault `{spec}`: {cause}"),
            Self::Listen { address, cause } => {
                write!(f, "cannot listen on {address}: {cause}; choose another with --listen")
            }
            Self::Serve(cause) => write!(f, "cannot go on serving: {cause}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Listen { cause, .. } | Self::Serve(cause) => Some(cause),
            Self::TooManyRows { .. } | Self::Fault { .. } => None,
        }
    }
}
