//! `site`: the page with sample data beside it, in one folder, for a host that serves files and nothing else.

use std::fs;
use std::path::Path;

use crate::dist;
use crate::error::{Error, Result};
use crate::process;
use crate::setup::{Need, Toolkit};
use crate::workspace::Workspace;

/// Builds the page and puts it with the sample into `target/site`.
///
/// # Errors
/// Something is missing, does not compile, or cannot be written.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let toolkit = Toolkit::ensure(workspace, Need::PAGE)?;
    dist::build(workspace, &toolkit)?;
    let site = workspace.root.join("target/site");
    if site.exists() {
        fs::remove_dir_all(&site).map_err(Error::file(&site))?;
    }
    copy(&workspace.dist(), &site)?;
    record(workspace, &site.join("sample"))?;
    dist::compress(&site.join("sample"))?;
    println!("{}", site.display());
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for path in dist::files(from)? {
        let Ok(name) = path.strip_prefix(from) else { continue };
        let target = to.join(name);
        let folder = target.parent().unwrap_or(to);
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
        fs::copy(&path, &target).map_err(Error::file(&target))?;
    }
    Ok(())
}

fn record(workspace: &Workspace, folder: &Path) -> Result<()> {
    println!("sample: recording");
    let mut cargo = workspace.cargo();
    cargo.args(["run", "--quiet", "--release", "--package", "sample", "--"]).arg(folder);
    process::run(&mut cargo)
}
