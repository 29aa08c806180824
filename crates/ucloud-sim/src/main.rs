//! `ucloud-sim`: the simulated UCloud API as a server of its own.

#![forbid(unsafe_code)]
#![warn(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::{net::SocketAddr, process::ExitCode, sync::Arc};

use clap::Parser;
use tokio::net::TcpListener;
use ucloud_sim::{Error, Fault, Options, Simulator, Texts};

/// A simulated UCloud API: made-up images, real signatures.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Where to listen
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:9000")]
    listen: SocketAddr,
    /// Rows of the lists that can be long; without it, natural numbers of them
    ///
    /// So many images of DescribeImage in each region, groups of the image community, container
    /// images in the first bucket of each region, and images in the first repository of each
    /// project. Images of lightweight servers, buckets, repositories and tags keep their numbers.
    #[arg(long, value_name = "N")]
    rows: Option<u64>,
    /// Equal seeds give equal rows
    #[arg(long, value_name = "S", default_value_t = Options::default().seed)]
    seed: u64,
    /// Who wrote the names, descriptions and links
    #[arg(long, value_name = "KIND", value_enum, default_value_t)]
    texts: Texts,
    /// Trouble, such as `region=cn-sh2,code=150,times=2`; may be given more than once
    ///
    /// Which requests: action=, region=, offset=100, offset=100.., times=. What happens, one of:
    /// code=, status=, drop, garbage=html|text, truncate, shape=list-as-text|no-code|code-as-text,
    /// total=+3|-3, repeat=ROWS, short=ROWS, latency=250ms|2s.
    #[arg(long = "fault", value_name = "SPEC")]
    faults: Vec<Fault>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => report(&error),
    }
}

async fn run(arguments: Arguments) -> Result<(), Error> {
    let Arguments { listen, rows, seed, texts, faults } = arguments;
    let sim = Simulator::new(Options { rows_per_region: rows, seed, texts })?;
    sim.faults().set(faults);
    let failed = |cause| Error::Listen { address: listen, cause };
    let listener = TcpListener::bind(listen).await.map_err(failed)?;
    announce(listener.local_addr().map_err(failed)?);
    ucloud_sim::serve(Arc::new(sim), listener, interrupted()).await
}

#[expect(clippy::print_stdout, reason = "the address is this program's output")]
fn announce(address: SocketAddr) {
    println!("simulated UCloud API on http://{address}/ (Ctrl-C ends it)");
}

#[expect(clippy::print_stderr, reason = "a command-line tool says why it failed")]
fn report(error: &Error) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::FAILURE
}

/// Completes at Ctrl-C. Where the system cannot tell, the server runs until it is killed.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
