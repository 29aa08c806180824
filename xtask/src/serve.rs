//! `serve`: the page and the gateway on sample data, until Ctrl-C.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use crate::cli::Serve;
use crate::dist;
use crate::error::{Error, Result};
use crate::process;
use crate::setup::{Need, Toolkit};
use crate::workspace::Workspace;

/// The gateway starts in well under a second; sample data and a busy machine are what the rest is for.
const ANSWER_LIMIT: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(50);

/// Builds what is not built, then becomes the gateway. The address is printed when the gateway answers.
///
/// # Errors
/// The port is taken (found out before anything is built), something is missing or does not compile.
pub(crate) fn run(workspace: &Workspace, options: &Serve) -> Result<ExitCode> {
    require_free(options.port)?;
    let toolkit = Toolkit::ensure(workspace, Need::PAGE)?;
    dist::build(workspace, &toolkit)?;
    build_gateway(workspace)?;
    start_announcing(options)?;
    become_gateway(&mut gateway(workspace, options))
}

/// Waits until the gateway answers, prints its address and opens it if so wished.
///
/// # Errors
/// It does not answer in time.
pub(crate) fn announce(port: u16, open: bool) -> Result<()> {
    let parent = parent_id();
    let deadline = Instant::now() + ANSWER_LIMIT;
    while !answers(port) {
        if parent_id() != parent {
            // The gateway has ended and said why.
            return Ok(());
        }
        if Instant::now() > deadline {
            return Err(Error::Silent { port });
        }
        thread::sleep(POLL);
    }
    let address = format!("http://127.0.0.1:{port}/");
    println!("{address}");
    if open { open_in_browser(&address) } else { Ok(()) }
}

fn require_free(port: u16) -> Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|cause| Error::PortTaken { port, cause })
}

fn build_gateway(workspace: &Workspace) -> Result<()> {
    println!("gateway: building for release");
    let start = Instant::now();
    process::run(workspace.cargo().args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "gateway",
    ]))?;
    println!("gateway: done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// `cargo run` knows where cargo put the program; with everything built it only starts it.
fn gateway(workspace: &Workspace, options: &Serve) -> Command {
    let mut command = workspace.cargo();
    command.args([
        "run",
        "--quiet",
        "--release",
        "--package",
        "gateway",
        "--",
        "--demo",
        "--listen",
    ]);
    command.arg(format!("127.0.0.1:{}", options.port)).arg("--page").arg(workspace.dist());
    command.args(&options.gateway_args);
    command
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
    Err(Error::Start { program: "cargo run --package gateway".to_owned(), cause })
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

fn answers(port: u16) -> bool {
    health(port).is_ok_and(|it| it.starts_with("HTTP/1.1 200"))
}

/// The answer of `GET /healthz`, whole.
fn health(port: u16) -> io::Result<String> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    write!(stream, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn open_in_browser(address: &str) -> Result<()> {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    process::run(Command::new(program).arg(address))
}
