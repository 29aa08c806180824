//! `gateway`: the server as a program.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod credentials;
mod options;
mod profile;
mod upstream_option;

use std::{
    io::{self, IsTerminal},
    process::ExitCode,
};

use clap::Parser;
use gateway::Error;
use options::Options;
use tokio::net::TcpListener;
use tracing_subscriber::{EnvFilter, filter::LevelFilter};

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    start_log();
    match run(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => report(&error),
    }
}

async fn run(options: Options) -> Result<(), Error> {
    let address = options.listen;
    let config = options.into_config(&|name| std::env::var(name).ok())?;
    let listener =
        TcpListener::bind(address).await.map_err(|error| Error::Listen(address, error))?;
    gateway::serve(listener, config, stopped()).await
}

/// To stderr, without colours where nobody looks.
fn start_log() {
    let filter =
        EnvFilter::builder().with_default_directive(LevelFilter::INFO.into()).from_env_lossy();
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(io::stderr().is_terminal())
        .with_writer(io::stderr)
        .init();
}

/// Completes at Ctrl-C, or when the service manager asks. Where the system cannot tell, it runs until it is killed.
async fn stopped() {
    tokio::select! {
        Ok(()) = tokio::signal::ctrl_c() => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

#[expect(clippy::print_stderr, reason = "a command-line tool says why it failed")]
fn report(error: &Error) -> ExitCode {
    eprintln!("error: {error}");
    if error.is_usage() { ExitCode::from(2) } else { ExitCode::FAILURE }
}
