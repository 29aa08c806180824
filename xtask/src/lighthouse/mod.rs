//! `lighthouse`: what Lighthouse says of the built page, into `docs/lighthouse.md`.
//!
//! No part of the tests: how fast a page is belongs to the machine and the hour. The bars that are missed are said all the same, and
//! the command fails by them.

mod figures;
mod options;
mod report;
mod runner;

use std::fs;

use crate::bench::Machine;
use crate::dist;
use crate::error::{Error, Result};
use crate::gateway::Gateway;
use crate::setup::{Need, Toolkit};
use crate::workspace::Workspace;
use figures::Figures;
pub(crate) use options::Options;
use runner::Runner;

/// What Lighthouse takes the visitor to have.
#[derive(Debug)]
pub(crate) struct Device {
    /// What `--only` calls it.
    pub(crate) name: &'static str,
    title: &'static str,
    /// Beyond what Lighthouse does by itself, which is a phone.
    flags: &'static [&'static str],
    /// The least that the score for performance is to be.
    least: f64,
}

pub(crate) const DEVICES: &[Device] = &[
    Device { name: "desktop", title: "Desktop", flags: &["--preset=desktop"], least: 99.0 },
    Device { name: "mobile", title: "Mobile", flags: &[], least: 90.0 },
];

/// The themes that a system can ask for, and how Chromium is told.
const THEMES: &[(&str, &str)] =
    &[("light", "preferredColorScheme=1"), ("dark", "preferredColorScheme=0")];

/// Measures and writes.
///
/// # Errors
/// Something is missing, does not compile, or ends without figures; the file cannot be written; a bar is missed.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let toolkit = Toolkit::ensure(workspace, Need::LIGHTHOUSE)?;
    dist::build(workspace, &toolkit)?;
    let gateway = Gateway::start(workspace)?;
    let folder = workspace.root.join("target/lighthouse");
    fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
    let runner = Runner { toolkit: &toolkit, address: gateway.url(), folder };
    let mut missed = Vec::new();
    for device in DEVICES.iter().filter(|it| options.wants(it)) {
        let themes = measure(&runner, device, options.reps)?;
        report::write(workspace, device, options.reps, &Machine::look(&toolkit, true), &themes)?;
        missed.extend(report::missed(device, &themes));
    }
    if missed.is_empty() { Ok(()) } else { Err(Error::Missed(missed)) }
}

/// The figures of each theme, in their order.
fn measure(runner: &Runner<'_>, device: &Device, reps: u32) -> Result<Vec<Figures>> {
    let one = |theme: &(&str, &str)| {
        let mut figures = Figures::default();
        for number in 1..=reps {
            println!("{}, {}: {number} of {reps}", device.name, theme.0);
            figures.read(&runner.run(device, *theme, number)?);
        }
        Ok(figures)
    };
    THEMES.iter().map(one).collect()
}
