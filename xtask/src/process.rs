//! Running other programs: to the end, within a time limit, or with their output kept.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};

/// How often a program under a time limit is looked at.
const POLL: Duration = Duration::from_millis(50);

/// Runs a program to its end, its output on ours.
///
/// # Errors
/// It cannot be started, or ends with anything but success.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status =
        command.status().map_err(|cause| Error::Start { program: shown(command), cause })?;
    success(command, status)
}

/// Like [`run`], but ends the program when the time is up: for what reaches for a network that may not be there.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Result<()> {
    let mut child =
        command.spawn().map_err(|cause| Error::Start { program: shown(command), cause })?;
    if let Some(status) = wait_until(&mut child, Instant::now() + limit) {
        success(command, status)
    } else {
        // It may have ended by itself in between, which is as good.
        let _ = child.kill();
        let _ = child.wait();
        let outcome = format!("did not end within {} s", limit.as_secs());
        Err(Error::Failed { program: shown(command), outcome })
    }
}

/// Runs a program, shows its standard output while it runs, and returns it with how the program ended.
pub(crate) fn run_kept(command: &mut Command) -> Result<(ExitStatus, String)> {
    let start_error = |cause, command: &Command| Error::Start { program: shown(command), cause };
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|cause| start_error(cause, command))?;
    let kept = child.stdout.take().map(show_and_keep).unwrap_or_default();
    let status = child.wait().map_err(|cause| start_error(cause, command))?;
    Ok((status, kept))
}

/// The first line a program prints, or nothing when it is not there or fails.
pub(crate) fn first_line(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.lines().next().unwrap_or_default().to_owned())
}

/// How a program that did not succeed has ended.
pub(crate) fn outcome(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("ended with code {code}"),
        None => "was ended by a signal".to_owned(),
    }
}

fn success(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed { program: shown(command), outcome: outcome(status) })
}

fn wait_until(child: &mut Child, deadline: Instant) -> Option<ExitStatus> {
    while Instant::now() < deadline {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        thread::sleep(POLL);
    }
    None
}

/// Bytes rather than lines of text: a test may print anything.
fn show_and_keep(output: impl Read) -> String {
    let mut kept = Vec::new();
    let mut reader = BufReader::new(output);
    let mut line = Vec::new();
    while let Ok(1..) = reader.read_until(b'\n', &mut line) {
        // A closed terminal is no reason to end the tests.
        let _ = io::stdout().write_all(&line);
        kept.append(&mut line);
    }
    String::from_utf8_lossy(&kept).into_owned()
}

/// The command as one would type it, without its environment.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|it| it.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
