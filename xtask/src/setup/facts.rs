//! What is on this machine, as plain values. Looking changes nothing and needs no network.

use std::env;
use std::path::{Path, PathBuf};

use super::Toolkit;
use super::package::Package;
use super::plan::{Step, Tool};
use super::toolchain;
use crate::process::first_line;
use crate::versions;
use crate::workspace::Workspace;

/// Everything the set-up decides by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) system: System,
    /// May install packages.
    pub(crate) root: bool,
    pub(crate) rustup: bool,
    /// The active compiler, as `rustc -V` says.
    pub(crate) rustc: String,
    /// The active toolchain has std for wasm.
    pub(crate) wasm_target: bool,
    pub(crate) lints: bool,
    /// Debian's compiler with the sources of its std, as `rustc -V` says, if it is there and new enough.
    pub(crate) debian_rustc: Option<String>,
    /// Our toolchain around Debian's compiler, with a std for wasm built from its sources.
    pub(crate) debian_toolchain: Option<PathBuf>,
    pub(crate) wasm_bindgen: ToolFacts,
    pub(crate) wasm_split: ToolFacts,
    pub(crate) trunk: ToolFacts,
    pub(crate) browsers: Vec<Program>,
    pub(crate) drivers: Vec<Program>,
    pub(crate) npm: bool,
    /// The packages of npm's that are there, with the file that each is used by.
    pub(crate) packages: Vec<(Package, PathBuf)>,
    /// Steps already taken by this run, in vain or not.
    pub(crate) tried: Vec<Step>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum System {
    /// Debian or what descends from it, with apt-get.
    Debian,
    MacOs,
    #[default]
    Other,
}

/// One tool that has to be there in one version.
#[derive(Clone, Debug, Default)]
pub(crate) struct ToolFacts {
    pub(crate) wanted: String,
    /// The version on the search path.
    pub(crate) on_path: Option<String>,
    /// The folder of ours that holds the wanted version.
    pub(crate) cached: Option<PathBuf>,
}

impl ToolFacts {
    pub(crate) fn is_there(&self) -> bool {
        self.on_path.as_ref() == Some(&self.wanted) || self.cached.is_some()
    }

    /// The folder to add to the search path.
    fn folder(&self) -> Option<PathBuf> {
        self.cached.clone().filter(|_| self.on_path.as_ref() != Some(&self.wanted))
    }
}

/// A browser or a driver, with the first number of its version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Program {
    pub(crate) path: PathBuf,
    pub(crate) major: u32,
}

impl Facts {
    pub(crate) fn probe(workspace: &Workspace, wasm_bindgen: &str) -> Self {
        let mut facts = Self { system: system(), root: is_root(), ..Self::default() };
        wasm_bindgen.clone_into(&mut facts.wasm_bindgen.wanted);
        versions::WASM_SPLIT.clone_into(&mut facts.wasm_split.wanted);
        versions::TRUNK.clone_into(&mut facts.trunk.wanted);
        facts.look_again(workspace);
        facts
    }

    /// Renews what a step may have changed.
    pub(crate) fn look_again(&mut self, workspace: &Workspace) {
        self.rustup = first_line("rustup", &["--version"]).is_some();
        self.rustc = first_line("rustc", &["-V"]).unwrap_or_default();
        self.wasm_target = toolchain::active_has_wasm();
        self.lints =
            ["fmt", "clippy"].iter().all(|it| first_line("cargo", &[it, "--version"]).is_some());
        self.debian_rustc = toolchain::debian_rustc();
        self.debian_toolchain = self
            .debian_rustc
            .as_ref()
            .map(|it| toolchain::folder(&workspace.cache, it))
            .filter(|it| it.is_dir());
        for tool in [Tool::WasmBindgen, Tool::WasmSplit, Tool::Trunk] {
            let found = tool_facts(workspace, tool, &self.tool(tool).wanted);
            *self.tool_mut(tool) = found;
        }
        self.browsers = programs(BROWSERS);
        self.drivers = programs(DRIVERS);
        self.npm = on_path("npm").is_some();
        self.packages = Package::all_in(workspace);
    }

    pub(crate) fn tool(&self, tool: Tool) -> &ToolFacts {
        match tool {
            Tool::WasmBindgen => &self.wasm_bindgen,
            Tool::WasmSplit => &self.wasm_split,
            Tool::Trunk => &self.trunk,
        }
    }

    fn tool_mut(&mut self, tool: Tool) -> &mut ToolFacts {
        match tool {
            Tool::WasmBindgen => &mut self.wasm_bindgen,
            Tool::WasmSplit => &mut self.wasm_split,
            Tool::Trunk => &mut self.trunk,
        }
    }

    pub(crate) fn package(&self, package: Package) -> Option<PathBuf> {
        self.packages.iter().find(|it| it.0 == package).map(|it| it.1.clone())
    }

    /// A browser and a driver of the same version: others do not talk to each other.
    pub(crate) fn browser_pair(&self) -> Option<(&Program, &Program)> {
        self.drivers.iter().find_map(|driver| {
            let browser = self.browsers.iter().find(|it| it.major == driver.major)?;
            Some((browser, driver))
        })
    }

    pub(crate) fn toolkit(&self) -> Toolkit {
        let toolchain = self.debian_toolchain.clone().filter(|_| !self.wasm_target);
        let compiler =
            self.debian_rustc.as_ref().filter(|_| toolchain.is_some()).unwrap_or(&self.rustc);
        let (trunk, bindgen) = (&self.trunk.wanted, &self.wasm_bindgen.wanted);
        let split = &self.wasm_split.wanted;
        let (browser, driver) = self.browser_pair().unzip();
        Toolkit {
            description: format!(
                "{compiler}, trunk {trunk}, wasm-bindgen {bindgen}, wasm-split {split}"
            ),
            toolchain,
            tool_folders: [&self.wasm_bindgen, &self.wasm_split, &self.trunk]
                .into_iter()
                .filter_map(ToolFacts::folder)
                .collect(),
            browser: browser.map(|it| it.path.clone()),
            driver: driver.map(|it| it.path.clone()),
            axe: self.package(Package::Axe),
            lighthouse: self.package(Package::Lighthouse),
        }
    }
}

/// Names on the search path, and full paths where an installer puts it elsewhere; the first that fits its driver is taken.
const BROWSERS: &[&str] = &[
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const DRIVERS: &[&str] = &["chromedriver", "/usr/lib/chromium-browser/chromedriver"];

fn programs(names: &[&str]) -> Vec<Program> {
    let found = names.iter().filter_map(|it| on_path(it));
    found
        .filter_map(|path| {
            Some(Program { major: major(&first_line(&path, &["--version"])?)?, path })
        })
        .collect()
}

fn tool_facts(workspace: &Workspace, tool: Tool, wanted: &str) -> ToolFacts {
    let cached = tool.folder(workspace, wanted).join("bin");
    let complete = |folder: &Path| tool.programs().iter().all(|it| folder.join(it).is_file());
    let all_on_path = tool.programs().iter().all(|it| on_path(it).is_some());
    ToolFacts {
        wanted: wanted.to_owned(),
        on_path: first_line(tool.programs()[0], &["--version"])
            .filter(|_| all_on_path)
            .as_deref()
            .and_then(version),
        cached: Some(cached).filter(|it| complete(it)),
    }
}

/// `name 1.2.3` or `name 1.2.3 (hash)` to `1.2.3`.
fn version(line: &str) -> Option<String> {
    line.split_whitespace().nth(1).map(str::to_owned)
}

/// The first whole number with a dot behind it: `Chromium 141.0.7390.65 built on …` to 141.
fn major(line: &str) -> Option<u32> {
    line.split_whitespace().find_map(|it| it.split_once('.')?.0.parse().ok())
}

fn on_path(name: &str) -> Option<PathBuf> {
    if name.contains('/') {
        return Some(PathBuf::from(name)).filter(|it| it.is_file());
    }
    let folders = env::var_os("PATH")?;
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&folders).map(|it| it.join(&file)).find(|it| it.is_file())
}

fn system() -> System {
    match env::consts::OS {
        "macos" => System::MacOs,
        "linux" if Path::new("/etc/debian_version").exists() && on_path("apt-get").is_some() => {
            System::Debian
        }
        _ => System::Other,
    }
}

fn is_root() -> bool {
    first_line("id", &["-u"]).as_deref() == Some("0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_as_programs_print_them() {
        let check = |line: &str, expected: Option<&str>| {
            assert_eq!(version(line).as_deref(), expected, "{line}");
        };
        check("trunk 0.21.14", Some("0.21.14"));
        check("wasm-bindgen 0.2.130 (1a2b3c4d5)", Some("0.2.130"));
        check("trunk", None);
    }

    #[test]
    fn majors_as_browsers_print_them() {
        let check = |line: &str, expected: Option<u32>| assert_eq!(major(line), expected, "{line}");
        check("Chromium 141.0.7390.65 built on Debian 12.12 (bookworm)", Some(141));
        check("Google Chrome 142.0.1.2", Some(142));
        check("ChromeDriver 141.0.7390.65 (abc-refs/heads/main@{#1})", Some(141));
        check("Command '/usr/bin/chromium-browser' requires the chromium snap.", None);
        check("", None);
    }
}
