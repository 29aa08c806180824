//! Why a gateway did not start, or ended.

use std::{fmt, io, net::SocketAddr, path::PathBuf};

/// Why a gateway did not start, or ended. What a request is refused for is told to its caller instead.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The folder holds no built page.
    NoPage(PathBuf),
    /// The address of the upstream cannot be used, and why.
    BadUpstream(String),
    /// The text is not the origin of a page, and why.
    BadOrigin(String),
    /// The access token cannot be used, and why.
    BadToken(&'static str),
    /// One half of a key pair is set, this variable is not.
    HalfKeyPair(&'static str),
    /// A file with credentials cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A file with credentials holds no key pair that could be used, and why.
    NoProfile(PathBuf, String),
    /// It would sign for whoever reaches this address, and asks for no token.
    SignsBeyondLoopback(SocketAddr),
    /// The options of the simulator were refused.
    Demo(ucloud_sim::Error),
    /// The address cannot be listened on.
    Listen(SocketAddr, io::Error),
    /// The client for the upstream could not be built, for instance because the system has no certificates.
    NoClient(reqwest::Error),
    /// The listener broke.
    Serve(io::Error),
}

impl Error {
    /// Whether other options would help, as opposed to another moment or machine.
    #[must_use]
    pub fn is_usage(&self) -> bool {
        match self {
            Self::NoPage(_)
            | Self::BadUpstream(_)
            | Self::BadOrigin(_)
            | Self::BadToken(_)
            | Self::HalfKeyPair(_)
            | Self::Unreadable(..)
            | Self::NoProfile(..)
            | Self::SignsBeyondLoopback(_)
            | Self::Demo(_) => true,
            Self::Listen(..) | Self::NoClient(_) | Self::Serve(_) => false,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPage(folder) => write!(
                f,
                "there is no index.html in {}: build the page first, or give its folder with --page",
                folder.display()
            ),
            Self::BadUpstream(reason) => {
                write!(f, "the upstream is not an address of an API: {reason}")
            }
            Self::BadOrigin(reason) => write!(f, "that is not the origin of a page: {reason}"),
            Self::BadToken(reason) => write!(
                f,
                "the access token cannot be used: {reason}; `openssl rand -hex 32` makes a good one"
            ),
            Self::HalfKeyPair(missing) => {
                write!(f, "half of the key pair is set, but {missing} is missing")
            }
            Self::Unreadable(file, error) => write!(f, "cannot read {}: {error}", file.display()),
            Self::NoProfile(file, reason) => {
                write!(f, "no key pair can be taken from {}: {reason}", file.display())
            }
            Self::SignsBeyondLoopback(address) => write!(
                f,
                "a gateway that signs needs an access token where others can reach it, as at {address}: \
                 name a file that holds one with --access-token-file, or listen on 127.0.0.1"
            ),
            Self::Demo(error) => write!(f, "the sample data cannot be made: {error}"),
            Self::Listen(address, error) if error.kind() == io::ErrorKind::AddrInUse => {
                write!(f, "{address} is taken by another program: choose another with --listen")
            }
            Self::Listen(address, error) => write!(f, "cannot listen on {address}: {error}"),
            Self::NoClient(error) => {
                write!(f, "cannot prepare connections to the upstream: {}", chain(error))
            }
            Self::Serve(error) => write!(f, "cannot go on serving: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Demo(error) => Some(error),
            Self::Unreadable(_, error) | Self::Listen(_, error) | Self::Serve(error) => Some(error),
            Self::NoClient(error) => Some(error),
            Self::NoPage(_)
            | Self::BadUpstream(_)
            | Self::BadOrigin(_)
            | Self::BadToken(_)
            | Self::HalfKeyPair(_)
            | Self::NoProfile(..)
            | Self::SignsBeyondLoopback(_) => None,
        }
    }
}

/// An error with its sources; the innermost one is what tells a refused connection from a bad certificate.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        source = inner.source();
    }
    text
}
