//! Running Lighthouse once, and reading its report.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::Device;
use crate::error::{Error, Result};
use crate::process::{run_kept, run_within};
use crate::setup::Toolkit;

/// Prints what stands in a report. Lighthouse brings Node along, which reads JSON; this program does not.
const READ: &str = include_str!("report.mjs");

/// A run takes a quarter of a minute; one that hangs is ended.
const LIMIT: Duration = Duration::from_secs(3 * 60);

/// What is asked in every run.
const CATEGORIES: &str = "--only-categories=performance,accessibility,best-practices";
/// How Chromium is started wherever it stands: without a window, as root, and in a container with a small /dev/shm.
const CHROME: &str = "--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu";

pub(super) struct Runner<'r> {
    pub(super) toolkit: &'r Toolkit,
    pub(super) address: String,
    /// Where reports go.
    pub(super) folder: PathBuf,
}

impl Runner<'_> {
    /// What one run says, a line each: see `report.mjs`. The report itself stays in the folder.
    pub(super) fn run(&self, device: &Device, theme: (&str, &str), number: u32) -> Result<String> {
        let file = self.folder.join(format!("{}-{}-{number}.json", device.name, theme.0));
        let mut node = Command::new("node");
        node.args(self.toolkit.lighthouse.iter()).arg(&self.address);
        node.args(flags(device, theme)).args(["--quiet", "--output=json"]);
        node.arg(format!("--output-path={}", file.display()));
        node.envs(self.toolkit.browser.iter().map(|it| ("CHROME_PATH", it)));
        let first = run_within(&mut node, LIMIT);
        // Now and then the browser loses the trace of a run, and Lighthouse asks to be run again.
        let again = |error| {
            eprintln!("{error}; once more");
            run_within(&mut node, LIMIT)
        };
        first.or_else(again)?;
        read(&file)
    }
}

/// What makes the figures what they are.
pub(super) fn flags(device: &Device, theme: (&str, &str)) -> Vec<String> {
    let chrome = format!("--chrome-flags={CHROME} --blink-settings={}", theme.1);
    let own = device.flags.iter().map(|it| (*it).to_owned());
    own.chain([CATEGORIES.to_owned(), chrome]).collect()
}

fn read(file: &Path) -> Result<String> {
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", READ]).arg(file);
    let (status, output) = run_kept(&mut node)?;
    if status.success() {
        return Ok(output);
    }
    Err(Error::Malformed { path: file.to_owned(), problem: "is no whole report of Lighthouse" })
}
