//! The gateway with its sample, for as long as somebody measures.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};
use crate::process;
use crate::workspace::Workspace;

/// It starts in well under a second; a busy machine is what the rest is for.
const LIMIT: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(50);

/// A gateway on a free port. It ends when this is dropped.
#[derive(Debug)]
pub(super) struct Gateway {
    process: Child,
    port: u16,
}

impl Gateway {
    /// # Errors
    /// It does not compile, does not start, or does not listen in time.
    pub(super) fn start(workspace: &Workspace) -> Result<Self> {
        let package = ["--quiet", "--release", "--package", "gateway"];
        process::run(workspace.cargo().arg("build").args(package))?;
        let port = free_port()?;
        let mut cargo = workspace.cargo();
        cargo.arg("run").args(package).args(["--", "--demo", "--listen"]);
        cargo.arg(format!("127.0.0.1:{port}")).arg("--page").arg(workspace.dist());
        // Its log is for those who run it, and it waits for nobody.
        cargo.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let program = "cargo run --package gateway".to_owned();
        let process = cargo.spawn().map_err(|cause| Error::Start { program, cause })?;
        let gateway = Self { process, port };
        gateway.wait()?;
        Ok(gateway)
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    fn wait(&self) -> Result<()> {
        let deadline = Instant::now() + LIMIT;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if Instant::now() > deadline {
                return Err(Error::Silent { port: self.port });
            }
            thread::sleep(POLL);
        }
        Ok(())
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
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|it| it.local_addr());
    address.map(|it| it.port()).map_err(|cause| Error::PortTaken { port: 0, cause })
}
