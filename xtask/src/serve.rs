//! `serve`: the page and the gateway on sample data, until Ctrl-C.

use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, ExitCode};

use crate::cli::Serve;
use crate::dist;
use crate::error::{Error, Result};
use crate::gateway;
use crate::process;
use crate::setup::{Need, Toolkit};
use crate::workspace::Workspace;

/// Builds what is not built, then becomes the gateway. The address is printed when the gateway answers.
///
/// # Errors
/// The port is taken (found out before anything is built), something is missing or does not compile.
pub(crate) fn run(workspace: &Workspace, options: &Serve) -> Result<ExitCode> {
    require_free(options.port)?;
    let toolkit = Toolkit::ensure(workspace, Need::PAGE)?;
    dist::build(workspace, &toolkit)?;
    gateway::build(workspace)?;
    start_announcing(options)?;
    become_gateway(gateway::command(workspace, options.port).args(&options.gateway_args))
}

/// Waits until the gateway answers, prints its address and opens it if so wished.
///
/// # Errors
/// It does not answer in time.
pub(crate) fn announce(port: u16, open: bool) -> Result<()> {
    let parent = parent_id();
    // Once it has ended it has said why.
    if !gateway::wait(port, || parent_id() == parent)? {
        return Ok(());
    }
    let address = gateway::url(port);
    println!("{address}");
    if open { open_in_browser(&address) } else { Ok(()) }
}

fn require_free(port: u16) -> Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|cause| Error::PortTaken { port, cause })
}

/// The waiting is done by a program beside us, so that this one can become the gateway.
fn start_announcing(options: &Serve) -> Result<()> {
    let program = std::env::current_exe()
        .map_err(|cause| Error::Start { program: "xtask".to_owned(), cause })?;
    let mut command = Command::new(program);
    command.args(["announce", "--port"]).arg(options.port.to_string());
    command.args(options.open.then_some("--open"));
    command
        .spawn()
        .map(drop)
        .map_err(|cause| Error::Start { program: "xtask announce".to_owned(), cause })
}

/// Replaced rather than waited for: whatever ends this process, Ctrl-C or a signal from elsewhere, ends the gateway itself and
/// nothing is left behind that holds the port.
#[cfg(unix)]
fn become_gateway(command: &mut Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    let cause = command.exec();
    Err(Error::Start { program: gateway::PROGRAM.to_owned(), cause })
}

#[cfg(not(unix))]
fn become_gateway(command: &mut Command) -> Result<ExitCode> {
    process::run(command).map(|()| ExitCode::SUCCESS)
}

#[cfg(unix)]
fn parent_id() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent_id() -> u32 {
    0
}

fn open_in_browser(address: &str) -> Result<()> {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    process::run(Command::new(program).arg(address))
}
