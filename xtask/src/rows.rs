//! `rows`: a file of rows that the page opens by a link.

use crate::error::Result;
use crate::process;
use crate::workspace::Workspace;

/// Hands everything on to the program that knows catalogs and the simulator, built for release: it may have to read a million rows.
///
/// # Errors
/// It does not compile, or has said why there is no file.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<()> {
    let mut cargo = workspace.cargo();
    // Paths are meant from where the command was typed.
    cargo.current_dir(".");
    cargo.args(["run", "--quiet", "--release", "--package", "sample", "--bin", "rows", "--"]);
    process::run(cargo.args(args))
}
