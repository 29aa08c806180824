//! What can go wrong, as values; the text of each is one a person can act on.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::versions::WIRE_BUDGET;
use crate::wasm;

pub(crate) type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug)]
pub(crate) enum Error {
    /// The command line makes no sense.
    Usage(String),
    /// What a person has to install, a sentence each.
    Missing(Vec<String>),
    /// A file or folder could not be read or written.
    File { path: PathBuf, cause: io::Error },
    /// A program could not be started.
    Start { program: String, cause: io::Error },
    /// A program ended badly; what it had to say stands above.
    Failed { program: String, outcome: String },
    /// The port of `serve` is in use.
    PortTaken { port: u16, cause: io::Error },
    /// The gateway ended before it answered.
    Ended { program: &'static str },
    /// The gateway runs but does not answer.
    Silent { port: u16 },
    /// The page weighs more than it may, or nothing.
    TooBig { bytes: u64 },
    /// Bars that the page does not reach, a sentence each.
    Missed(Vec<String>),
    /// Rules that do not hold, a line each.
    Untidy(Vec<String>),
    /// A file does not say what it has to.
    Malformed { path: PathBuf, problem: &'static str },
    /// A file is no WebAssembly module, or one of a kind that the build does not know.
    NoModule { path: PathBuf, cause: wasm::Error },
}

impl Error {
    /// For `map_err` on file operations.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |cause| Self::File { path: path.to_owned(), cause }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(problem) => write!(f, "{problem}; `cargo xtask help` lists what there is"),
            Self::Missing(sentences) => {
                write!(f, "something is missing that could not be installed from here")?;
                sentences.iter().try_for_each(|it| write!(f, "\n  - {it}"))
            }
            Self::File { path, cause } => write!(f, "{}: {cause}", path.display()),
            Self::Start { program, cause } => write!(f, "could not start `{program}`: {cause}"),
            Self::Failed { program, outcome } => write!(f, "`{program}` {outcome}"),
            Self::PortTaken { port, cause } => write!(
                f,
                "port {port} cannot be used ({cause}); end the program that has it, or choose another: \
                 cargo xtask serve --port {}",
                port.checked_add(1).unwrap_or(8081),
            ),
            Self::Ended { program } => {
                write!(f, "the gateway ended before it answered; `{program} -- --demo` says why")
            }
            Self::Silent { port } => {
                write!(f, "the gateway does not answer on http://127.0.0.1:{port}/healthz")
            }
            Self::TooBig { bytes } => {
                write!(f, "{bytes} B on the wire; the bar is {WIRE_BUDGET} B")
            }
            Self::Untidy(lines) => {
                lines.iter().try_for_each(|it| writeln!(f, "{it}"))?;
                write!(f, "{} rules broken", lines.len())
            }
            Self::Missed(sentences) => {
                write!(f, "the page is below its bars")?;
                sentences.iter().try_for_each(|it| write!(f, "\n  - {it}"))
            }
            Self::Malformed { path, problem } => write!(f, "{}: {problem}", path.display()),
            Self::NoModule { path, cause } => {
                write!(f, "{}: is no module that the build knows: {cause}", path.display())
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File { cause, .. }
            | Self::Start { cause, .. }
            | Self::PortTaken { cause, .. } => Some(cause),
            Self::NoModule { cause, .. } => Some(cause),
            _ => None,
        }
    }
}
