//! Set-up: what a command needs is found or installed, on an open machine as on one that reaches package registries only.
//!
//! [`facts`] looks around, [`plan`] decides (purely, so that machines we do not have are tested as well), [`install`] does one step;
//! then it is looked again, since a step may have failed and another way may be left.

mod facts;
mod install;
mod package;
mod plan;
mod toolchain;

use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::error::{Error, Result};
use crate::versions;
use crate::workspace::Workspace;
use facts::Facts;
use plan::{Plan, Step};

/// What a command cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// A compiler with std for wasm32-unknown-unknown.
    WasmTarget,
    WasmBindgen,
    WasmSplit,
    Trunk,
    /// A browser and its WebDriver.
    Browser,
    /// rustfmt and clippy.
    Lints,
    /// axe-core, where there is npm.
    Axe,
    Lighthouse,
}

impl Need {
    pub(crate) const PAGE: &[Self] =
        &[Self::WasmTarget, Self::WasmBindgen, Self::WasmSplit, Self::Trunk];
    pub(crate) const CHECK: &[Self] = &[Self::Lints];
    pub(crate) const ALL: &[Self] = &[
        Self::WasmTarget,
        Self::WasmBindgen,
        Self::WasmSplit,
        Self::Trunk,
        Self::Browser,
        Self::Lints,
        Self::Axe,
    ];
    /// The page, and what shows it.
    pub(crate) const PICTURES: &[Self] =
        &[Self::WasmTarget, Self::WasmBindgen, Self::WasmSplit, Self::Trunk, Self::Browser];
    pub(crate) const LIGHTHOUSE: &[Self] = &[
        Self::WasmTarget,
        Self::WasmBindgen,
        Self::WasmSplit,
        Self::Trunk,
        Self::Browser,
        Self::Lighthouse,
    ];
}

/// Where everything is, once it is there.
#[derive(Debug, Default)]
pub(crate) struct Toolkit {
    /// A toolchain for the page's builds, where the active one cannot do it.
    pub(crate) toolchain: Option<PathBuf>,
    /// Folders of tools that are not on the search path.
    pub(crate) tool_folders: Vec<PathBuf>,
    pub(crate) browser: Option<PathBuf>,
    pub(crate) driver: Option<PathBuf>,
    /// `axe.min.js`.
    pub(crate) axe: Option<PathBuf>,
    /// The script that is Lighthouse.
    pub(crate) lighthouse: Option<PathBuf>,
    /// The compiler and the tools in words: a built page is out of date when this changes.
    pub(crate) description: String,
}

impl Toolkit {
    /// Installs what is missing among the needs, a line for each step.
    ///
    /// # Errors
    /// Something is missing that cannot be installed from here: a sentence each, saying what to do.
    pub(crate) fn ensure(workspace: &Workspace, needs: &[Need]) -> Result<Self> {
        let wasm_bindgen = versions::wasm_bindgen(&workspace.root.join("Cargo.lock"))?;
        let mut facts = Facts::probe(workspace, &wasm_bindgen);
        loop {
            let Plan { steps, missing } = plan::plan(needs, &facts);
            match steps.first() {
                Some(step) => {
                    take(*step, workspace, &mut facts);
                    facts.look_again(workspace);
                }
                None if missing.is_empty() => return Ok(facts.toolkit()),
                None => return Err(Error::Missing(missing)),
            }
        }
    }

    /// Makes a command build for the page: with the chosen toolchain and tools, and no flags but those of `.cargo/config.toml`.
    pub(crate) fn for_page<'c>(
        &self,
        workspace: &Workspace,
        command: &'c mut Command,
    ) -> &'c mut Command {
        command.current_dir(&workspace.root).env("PATH", self.search_path());
        command.env("CARGO_TARGET_DIR", workspace.web_target());
        // cargo takes the first of its sources for flags: any of these would switch SIMD off without a word.
        for variable in FLAG_VARIABLES {
            command.env_remove(variable);
        }
        if let Some(toolchain) = &self.toolchain {
            // For rustup's cargo, should it come first on the path; and its libraries are no business of another compiler.
            command.env("RUSTUP_TOOLCHAIN", toolchain).env_remove("LD_LIBRARY_PATH");
        }
        command
    }

    fn search_path(&self) -> std::ffi::OsString {
        let own =
            self.toolchain.iter().map(|it| it.join("bin")).chain(self.tool_folders.iter().cloned());
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = own.chain(env::split_paths(&inherited)).collect::<Vec<_>>();
        // Only a folder with the separator in its name cannot be joined; such a one cannot have come from PATH.
        env::join_paths(folders).unwrap_or(inherited)
    }
}

const FLAG_VARIABLES: &[&str] = &["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"];

/// One step, with its line before and after. A failure is a fact like others: the next plan goes around it.
fn take(step: Step, workspace: &Workspace, facts: &mut Facts) {
    println!("set-up: {}", plan::announcement(step, facts));
    let start = Instant::now();
    match install::install(step, workspace, facts) {
        Ok(()) => println!("set-up: done in {:.1} s", start.elapsed().as_secs_f64()),
        Err(error) => println!("set-up: that did not work: {error}"),
    }
    // Also after a success: a step that changes nothing must not be taken for ever.
    facts.tried.push(step);
}
