//! From facts to steps, and to sentences where no step is left. Nothing here looks at the machine.

use std::path::PathBuf;

use super::Need;
use super::facts::{Facts, System};
use super::package::Package;
use crate::versions::{DEBIAN_BROWSER, DEBIAN_RUST};
use crate::workspace::Workspace;

/// What there is to do, in order, and what nothing can be done about.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) steps: Vec<Step>,
    /// A sentence each.
    pub(crate) missing: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// `rustup target add`.
    RustupTarget,
    /// Debian's compiler with the sources of its std.
    DebianRust,
    /// std for wasm from those sources, in a toolchain folder of ours.
    WasmStd,
    /// A tool from its sources into the cache folder.
    CargoInstall(Tool),
    /// A package of npm's into the cache folder.
    NpmInstall(Package),
    DebianBrowser,
    /// `rustup component add`.
    RustupLints,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    WasmBindgen,
    WasmSplit,
    Trunk,
}

impl Tool {
    /// The package that `cargo install` knows it by.
    pub(crate) fn package(self) -> &'static str {
        match self {
            Self::WasmBindgen => "wasm-bindgen-cli",
            Self::WasmSplit => "wasm_split_cli_support",
            Self::Trunk => "trunk",
        }
    }

    /// The programs it consists of; the first one tells the version.
    pub(crate) fn programs(self) -> &'static [&'static str] {
        match self {
            Self::WasmBindgen => &["wasm-bindgen", "wasm-bindgen-test-runner"],
            Self::WasmSplit => &["wasm-split-cli"],
            Self::Trunk => &["trunk"],
        }
    }

    /// What has to be asked for so that the package has programs at all.
    pub(crate) fn features(self) -> &'static [&'static str] {
        match self {
            Self::WasmSplit => &["--features", "build-binary"],
            Self::WasmBindgen | Self::Trunk => &[],
        }
    }

    pub(crate) fn folder(self, workspace: &Workspace, version: &str) -> PathBuf {
        workspace.cache.join("tools").join(format!("{}-{version}", self.package()))
    }
}

/// What is to be done so that the needs are met.
pub(crate) fn plan(needs: &[Need], facts: &Facts) -> Plan {
    let mut plan = Plan::default();
    for need in needs {
        match need {
            Need::WasmTarget => wasm_target(facts, &mut plan),
            Need::WasmBindgen => tool(Tool::WasmBindgen, facts, &mut plan),
            Need::WasmSplit => tool(Tool::WasmSplit, facts, &mut plan),
            Need::Trunk => tool(Tool::Trunk, facts, &mut plan),
            Need::Browser => browser(facts, &mut plan),
            Need::Lints => lints(facts, &mut plan),
            Need::Axe => package(Package::Axe, facts, &mut plan),
            Need::Lighthouse => package(Package::Lighthouse, facts, &mut plan),
        }
    }
    plan
}

/// The line that announces a step.
pub(crate) fn announcement(step: Step, facts: &Facts) -> String {
    match step {
        Step::RustupTarget => {
            "adding the wasm32 target to the active toolchain, with rustup".to_owned()
        }
        Step::DebianRust => format!("installing Debian packages: {}", DEBIAN_RUST.join(" ")),
        Step::WasmStd => {
            "compiling std for wasm32 into the cache folder (1 to 2 minutes, once)".to_owned()
        }
        Step::CargoInstall(tool) => {
            let (package, version) = (tool.package(), &facts.tool(tool).wanted);
            format!("compiling {package} {version} into the cache folder (2 to 6 minutes, once)")
        }
        Step::NpmInstall(package) => {
            let (name, version) = (package.name(), package.version());
            format!("installing {name} {version} into the cache folder, with npm")
        }
        Step::DebianBrowser => format!("installing Debian packages: {}", DEBIAN_BROWSER.join(" ")),
        Step::RustupLints => {
            "adding rustfmt and clippy to the active toolchain, with rustup".to_owned()
        }
    }
}

/// rustup first: it is what most have and takes seconds. Debian's compiler is for machines that cannot reach its server.
fn wasm_target(facts: &Facts, plan: &mut Plan) {
    if facts.wasm_target || facts.debian_toolchain.is_some() {
        return;
    }
    let may_install = facts.system == System::Debian && facts.root;
    if facts.rustup && open(facts, Step::RustupTarget) {
        plan.steps.push(Step::RustupTarget);
    } else if facts.debian_rustc.is_some() && open(facts, Step::WasmStd) {
        plan.steps.push(Step::WasmStd);
    } else if facts.debian_rustc.is_none() && may_install && open(facts, Step::DebianRust) {
        plan.steps.extend([Step::DebianRust, Step::WasmStd]);
    } else {
        plan.missing.push(wasm_target_missing(facts));
    }
}

fn wasm_target_missing(facts: &Facts) -> String {
    let target = "the wasm32-unknown-unknown target of Rust";
    if facts.tried.contains(&Step::WasmStd) {
        return format!(
            "{target} could not be compiled from Debian's sources; the compiler's messages stand above"
        );
    }
    match facts.system {
        System::Debian if !facts.root => {
            format!("{target}: run `{}` and try again", sudo_apt(DEBIAN_RUST))
        }
        _ if facts.rustup => {
            format!(
                "{target}: `rustup target add wasm32-unknown-unknown` has to work, on this or another network"
            )
        }
        _ => format!("{target}: install Rust with rustup (https://rustup.rs) and try again"),
    }
}

fn tool(tool: Tool, facts: &Facts, plan: &mut Plan) {
    let version = &facts.tool(tool).wanted;
    if facts.tool(tool).is_there() {
        return;
    }
    if open(facts, Step::CargoInstall(tool)) {
        return plan.steps.push(Step::CargoInstall(tool));
    }
    plan.missing.push(tool_missing(tool, version));
}

fn tool_missing(tool: Tool, version: &str) -> String {
    let package = tool.package();
    match tool {
        // Its program says no version, so one on the search path is not known to be the right one.
        Tool::WasmSplit => format!(
            "{package} {version}: `cargo install` has to get it, on this or another network"
        ),
        Tool::WasmBindgen | Tool::Trunk => {
            format!("{package} {version}: put it on the search path, then try again")
        }
    }
}

fn browser(facts: &Facts, plan: &mut Plan) {
    if facts.browser_pair().is_some() {
        return;
    }
    if facts.system == System::Debian && facts.root && open(facts, Step::DebianBrowser) {
        return plan.steps.push(Step::DebianBrowser);
    }
    plan.missing.push(browser_missing(facts));
}

fn browser_missing(facts: &Facts) -> String {
    if let (Some(browser), Some(driver)) = (facts.browsers.first(), facts.drivers.first()) {
        let (browser, driver) = (browser.major, driver.major);
        return format!(
            "a chromedriver for Chrome {browser}: the one on the search path is for Chrome {driver}"
        );
    }
    match facts.system {
        System::Debian => format!("a browser for the tests: run `{}` and try again", sudo_apt(DEBIAN_BROWSER)),
        System::MacOs => {
            "a browser for the tests: run `brew install --cask google-chrome chromedriver` and try again".to_owned()
        }
        System::Other => {
            "a browser for the tests: put Chrome or Chromium and its chromedriver on the search path".to_owned()
        }
    }
}

fn lints(facts: &Facts, plan: &mut Plan) {
    if facts.lints {
        return;
    }
    if facts.rustup && open(facts, Step::RustupLints) {
        return plan.steps.push(Step::RustupLints);
    }
    let rustup =
        "`rustup component add rustfmt clippy` has to work, or the system's packages be installed";
    plan.missing.push(format!("rustfmt and clippy: {rustup}"));
}

/// Nobody need have npm to test the page: what axe would have said is then not said, and the tests say so, or fail where that may not be.
fn package(package: Package, facts: &Facts, plan: &mut Plan) {
    if facts.package(package).is_some() {
        return;
    }
    if facts.npm && open(facts, Step::NpmInstall(package)) {
        return plan.steps.push(Step::NpmInstall(package));
    }
    if package == Package::Lighthouse {
        let version = package.version();
        plan.missing.push(format!(
            "lighthouse {version}: install Node 18 or newer with npm, then try again"
        ));
    }
}

fn open(facts: &Facts, step: Step) -> bool {
    !facts.tried.contains(&step)
}

fn sudo_apt(packages: &[&str]) -> String {
    format!("sudo apt-get install --no-install-recommends {}", packages.join(" "))
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
