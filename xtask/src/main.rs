//! `cargo xtask`: serves, builds and tests the whole project, set-up included.
//!
//! Nearly std-only, so that it starts fast; it runs the tools everybody knows (cargo, trunk, wasm-bindgen) and adds three things:
//! it installs what is missing ([`setup`]), it builds the page with its compressed files and weighs it ([`dist`], [`size`]), and it
//! holds the rules that no compiler knows ([`tidy`]). It knows nothing about the product itself.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this program talks to a person at a terminal"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "the clock is banned from code built for the browser; this is not"
)]

mod bench;
mod checks;
mod cli;
mod dist;
mod document;
mod error;
mod gateway;
mod libtest;
mod lighthouse;
mod options;
mod process;
mod program;
mod rows;
mod screenshots;
mod script;
mod serve;
mod setup;
mod site;
mod size;
mod stamp;
mod text;
mod tidy;
mod versions;
mod wasm;
mod workspace;

use std::process::ExitCode;

use cli::Command;
use error::Result;
use setup::{Need, Toolkit};
use workspace::Workspace;

fn main() -> ExitCode {
    match cli::parse(std::env::args().skip(1)).and_then(run) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    match command {
        Command::Help => print!("{}", cli::USAGE),
        Command::Serve(options) => return serve::run(&workspace, &options),
        Command::Announce { port, open } => serve::announce(port, open)?,
        Command::Test => return checks::test(&workspace),
        Command::Check => return checks::check(&workspace),
        Command::Dist => build_and_weigh(&workspace)?,
        Command::Site => site::run(&workspace)?,
        Command::Rows(args) => rows::run(&workspace, &args)?,
        Command::Tidy => tidy::run(&workspace)?,
        Command::Bench(options) => bench::run(&workspace, &options)?,
        Command::Lighthouse(options) => lighthouse::run(&workspace, &options)?,
        Command::Screenshots { all } => screenshots::run(&workspace, all)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn build_and_weigh(workspace: &Workspace) -> Result<()> {
    let toolkit = Toolkit::ensure(workspace, Need::PAGE)?;
    dist::build(workspace, &toolkit)?;
    println!("{}", size::Report::of(&workspace.dist())?);
    Ok(())
}
