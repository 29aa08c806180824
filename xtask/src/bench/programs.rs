//! The programs that measure, each started for one number of rows.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::Context;
use crate::error::{Error, Result};
use crate::rows;

pub(super) fn engine(context: &Context<'_>, rows: u32) -> Result<Command> {
    let mut cargo = context.workspace.cargo();
    cargo.args(["bench", "--quiet", "--package", "bench", "--bench", "engine"]);
    cargo.env("BENCH_ROWS", rows.to_string());
    Ok(cargo)
}

/// The runner hands no variables on to the browser, so there is a test for each number of rows.
pub(super) fn wasm(context: &Context<'_>, rows: u32) -> Result<Command> {
    let mut cargo = context.workspace.cargo();
    cargo.args(["test", "--package", "bench", "--test", "browser", "--profile", "web"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--"]);
    cargo.args([&format!("rows_{rows}"), "--exact", "--nocapture"]);
    context.toolkit.for_page(context.workspace, &mut cargo);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    // Without it the runner starts a server and waits for a person with a browser.
    cargo.env("WASM_BINDGEN_TEST_ONLY_WEB", "1").env_remove("NO_HEADLESS");
    // The runner looks for it where the tests lie.
    let arguments = context.workspace.root.join("webdriver.json");
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", arguments);
    // A million rows take about a minute; the rest is for slower machines.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "1800").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    cargo.envs(context.toolkit.driver.iter().map(|it| ("CHROMEDRIVER", it)));
    Ok(cargo)
}

pub(super) fn page(context: &Context<'_>, rows: u32) -> Result<Command> {
    let file = file_of(context, rows)?;
    let mut cargo = context.workspace.cargo();
    cargo.args(["bench", "--quiet", "--package", "e2e", "--bench", "page"]);
    cargo.env("E2E_DIST", context.workspace.dist()).env("BENCH_ROWS", rows.to_string());
    cargo.env("BENCH_REPS", context.options.reps(rows).to_string()).env("BENCH_FILE", file);
    cargo.envs(context.toolkit.driver.iter().map(|it| ("CHROMEDRIVER", it)));
    cargo.envs(context.toolkit.browser.iter().map(|it| ("E2E_CHROMIUM", it)));
    Ok(cargo)
}

/// The file of rows that the page opens. It is made once: a million rows take minutes. One that is half written has another name.
fn file_of(context: &Context<'_>, rows: u32) -> Result<PathBuf> {
    let folder = context.workspace.root.join("target/bench");
    let file = folder.join(format!("simulated-{rows}.rows"));
    if !file.is_file() {
        fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
        let half = folder.join("half-written");
        let (count, out) = (rows.to_string(), half.to_string_lossy());
        let arguments = ["--catalog", "community", "--rows", &count, "--out", &out];
        rows::run(context.workspace, &arguments.map(str::to_owned))?;
        fs::rename(&half, &file).map_err(Error::file(&half))?;
    }
    Ok(file)
}
