//! The gateway with its sample data and the built page: built, started, waited for.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};
use crate::process;
use crate::workspace::Workspace;

/// What cargo is told of it, after `build` or `run`.
const PACKAGE: [&str; 4] = ["--quiet", "--release", "--package", "gateway"];
/// As errors name it.
pub(crate) const PROGRAM: &str = "cargo run --package gateway";
/// It starts in well under a second; sample data and a busy machine are what the rest is for.
const LIMIT: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(50);

pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    println!("gateway: building for release");
    let start = Instant::now();
    process::run(workspace.cargo().arg("build").args(PACKAGE))?;
    println!("gateway: done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// `cargo run` knows where cargo put the program; with everything built it only starts it.
pub(crate) fn command(workspace: &Workspace, port: u16) -> Command {
    let mut command = workspace.cargo();
    command.arg("run").args(PACKAGE).args(["--", "--demo", "--listen"]);
    command.arg(address(port).to_string()).arg("--page").arg(workspace.dist());
    command
}

/// Waits until it answers, as long as that is worth it; whether it does.
///
/// # Errors
/// It does not answer in time.
pub(crate) fn wait(port: u16, mut is_worth: impl FnMut() -> bool) -> Result<bool> {
    let deadline = Instant::now() + LIMIT;
    while !health(port).is_ok_and(|it| it.starts_with("HTTP/1.1 200")) {
        if !is_worth() {
            return Ok(false);
        }
        if Instant::now() > deadline {
            return Err(Error::Silent { port });
        }
        thread::sleep(POLL);
    }
    Ok(true)
}

pub(crate) fn url(port: u16) -> String {
    format!("http://{}/", address(port))
}

fn address(port: u16) -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, port))
}

/// The answer of `GET /healthz`, whole.
fn health(port: u16) -> io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address(port), Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    write!(stream, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

/// A gateway on a free port, for as long as somebody measures. It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Gateway {
    process: Child,
    port: u16,
}

impl Gateway {
    /// # Errors
    /// It does not compile, does not start, ends by itself, or does not answer in time.
    pub(crate) fn start(workspace: &Workspace) -> Result<Self> {
        build(workspace)?;
        let port = free_port()?;
        let mut command = command(workspace, port);
        // Its log is for those who run it, and it waits for nobody.
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let start = |cause| Error::Start { program: PROGRAM.to_owned(), cause };
        let mut gateway = Self { process: command.spawn().map_err(start)?, port };
        let runs = wait(port, || matches!(gateway.process.try_wait(), Ok(None)))?;
        if runs { Ok(gateway) } else { Err(Error::Ended { program: PROGRAM }) }
    }

    pub(crate) fn url(&self) -> String {
        url(self.port)
    }
}

/// `cargo run` has become the gateway where a process can be replaced; elsewhere it ends what it has started.
impl Drop for Gateway {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The system names a port that nobody has.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(address(0));
    let address = listener.and_then(|it| it.local_addr());
    address.map(|it| it.port()).map_err(|cause| Error::PortTaken { port: 0, cause })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a program that answers so is taken for a gateway that is up.
    fn check(answer: &'static str, expected: bool) {
        let listener = TcpListener::bind(address(0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let answering = thread::spawn(move || {
            let mut stream = listener.accept().unwrap().0;
            let _ = stream.read(&mut [0; 256]);
            stream.write_all(answer.as_bytes()).unwrap();
        });
        assert_eq!(wait(port, || false).ok(), Some(expected), "{answer}");
        answering.join().unwrap();
    }

    #[test]
    fn a_gateway_is_up_when_it_says_so() {
        check("HTTP/1.1 200 OK\r\n\r\n", true);
        check("HTTP/1.1 404 Not Found\r\n\r\n", false);
        check("", false);
    }

    #[test]
    fn nobody_waits_for_a_gateway_that_has_ended() {
        assert_eq!(wait(free_port().unwrap(), || false).ok(), Some(false));
    }
}
