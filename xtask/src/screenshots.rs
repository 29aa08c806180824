//! `screenshots`: pictures of every state of the built page.

use std::fs;

use crate::dist;
use crate::error::{Error, Result};
use crate::process;
use crate::setup::{Need, Toolkit};
use crate::workspace::Workspace;

/// What is committed: each kind of state once.
const FEW: &str = "docs/screenshots";
/// Each state on each screen, in each theme and language, for somebody who is working on how it looks.
const ALL: &str = "target/screenshots";

/// Takes them anew. Those of a state that is no more go.
///
/// # Errors
/// Something is missing or does not compile, or a state is not reached.
pub(crate) fn run(workspace: &Workspace, all: bool) -> Result<()> {
    let toolkit = Toolkit::ensure(workspace, Need::PICTURES)?;
    dist::build(workspace, &toolkit)?;
    let folder = workspace.root.join(if all { ALL } else { FEW });
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Error::file(&folder))?;
    }
    let mut cargo = workspace.cargo();
    // What the journeys have compiled is fast enough.
    cargo.args(["bench", "--quiet", "--profile", "dev", "--package", "e2e", "--bench", "pictures"]);
    cargo.env("E2E_DIST", workspace.dist()).env("PICTURES", &folder);
    cargo.envs(all.then_some(("PICTURES_ALL", "yes")));
    cargo.envs(toolkit.driver.iter().map(|it| ("CHROMEDRIVER", it)));
    cargo.envs(toolkit.browser.iter().map(|it| ("E2E_CHROMIUM", it)));
    process::run(&mut cargo)
}
