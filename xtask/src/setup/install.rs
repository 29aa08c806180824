//! Doing one step of the plan.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::FLAG_VARIABLES;
use super::facts::Facts;
use super::package::Package;
use super::plan::{Step, Tool};
use super::toolchain;
use crate::error::Result;
use crate::process::run_within;
use crate::versions::{DEBIAN_BROWSER, DEBIAN_RUST};
use crate::workspace::Workspace;

/// rustup waits for a server it cannot reach for as long as it is let; where it can, it needs seconds.
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);
/// Some hundred megabytes of packages over a slow line.
const APT_LIMIT: Duration = Duration::from_secs(15 * 60);
/// Lighthouse has two hundred packages.
const NPM_LIMIT: Duration = Duration::from_secs(10 * 60);
/// Trunk takes five minutes on two cores.
const CARGO_INSTALL_LIMIT: Duration = Duration::from_secs(40 * 60);

pub(crate) fn install(step: Step, workspace: &Workspace, facts: &Facts) -> Result<()> {
    match step {
        Step::RustupTarget => rustup(&["target", "add", "wasm32-unknown-unknown"]),
        Step::RustupLints => rustup(&["component", "add", "rustfmt", "clippy"]),
        Step::DebianRust => apt(DEBIAN_RUST),
        Step::DebianBrowser => apt(DEBIAN_BROWSER),
        Step::WasmStd => wasm_std(workspace, facts),
        Step::NpmInstall(package) => npm_install(package, workspace),
        Step::CargoInstall(tool) => cargo_install(tool, workspace, &facts.tool(tool).wanted),
    }
}

fn rustup(args: &[&str]) -> Result<()> {
    // Its own message says all there is to say; a backtrace of it helps nobody.
    run_within(Command::new("rustup").args(args).env("RUST_BACKTRACE", "0"), RUSTUP_LIMIT)
}

fn apt(packages: &[&str]) -> Result<()> {
    let apt_get = |args: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .args(["-qq", "-o", "Acquire::Retries=2", "-o", "Acquire::http::Timeout=20"])
            .args(args);
        command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).stdout(Stdio::null());
        command
    };
    // A new machine has no lists at all; where they cannot be renewed the old ones may do.
    let _ = run_within(&mut apt_get(&["update"]), APT_LIMIT);
    // What the system has stays: a package that would have to go is a reason to fail.
    let install = ["install", "--yes", "--no-install-recommends", "--no-remove"];
    run_within(apt_get(&install).args(packages), APT_LIMIT)
}

/// What was compiled against another build of std does not link with this one.
fn wasm_std(workspace: &Workspace, facts: &Facts) -> Result<()> {
    toolchain::build(&workspace.cache, facts.debian_rustc.as_deref().unwrap_or_default())?;
    let _ = std::fs::remove_dir_all(workspace.web_target());
    Ok(())
}

/// No scripts: none of these packages needs to run anything while it is installed.
fn npm_install(package: Package, workspace: &Workspace) -> Result<()> {
    let mut command = Command::new("npm");
    command.args([
        "install",
        "--silent",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--prefix",
    ]);
    command.arg(package.folder(workspace)).arg(format!("{}@{}", package.name(), package.version()));
    run_within(command.current_dir(neutral(workspace)).stdin(Stdio::null()), NPM_LIMIT)
}

/// As the package's own lock file says, or, where a registry lags behind it, with the newest that fits.
fn cargo_install(tool: Tool, workspace: &Workspace, version: &str) -> Result<()> {
    let install = |locked: &[&str]| {
        let mut command = cargo_install_command(tool, workspace, version);
        run_within(command.args(locked), CARGO_INSTALL_LIMIT)
    };
    install(&["--locked"]).or_else(|_| install(&[]))?;
    let _ = std::fs::remove_dir_all(scratch(tool, workspace));
    Ok(())
}

/// Barely optimised: these tools run for a second and would take twice as long to compile.
fn cargo_install_command(tool: Tool, workspace: &Workspace, version: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(["install", "--quiet", tool.package(), "--version", version, "--root"]);
    command.arg(tool.folder(workspace, version)).args(tool.features());
    command.env("CARGO_TARGET_DIR", scratch(tool, workspace)).current_dir(neutral(workspace));
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_LTO", "off");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    for variable in FLAG_VARIABLES {
        command.env_remove(variable);
    }
    command
}

/// Kept when the build fails, so that the next attempt goes on where this one ended.
fn scratch(tool: Tool, workspace: &Workspace) -> std::path::PathBuf {
    workspace.cache.join("build").join(tool.package())
}

/// A folder whose settings are nobody's.
fn neutral(workspace: &Workspace) -> &Path {
    let _ = std::fs::create_dir_all(&workspace.cache);
    &workspace.cache
}
