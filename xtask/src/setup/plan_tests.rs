//! One line per machine: what it has, and what is done about the rest.

use super::Step::{
    CargoInstall, DebianBrowser, DebianRust, NpmInstall, RustupLints, RustupTarget, WasmStd,
};
use super::Tool::{Trunk, WasmBindgen, WasmSplit};
use super::*;
use crate::setup::facts::{Program, ToolFacts};

const BINDGEN: Step = CargoInstall(WasmBindgen);
const SPLIT: Step = CargoInstall(WasmSplit);
const TRUNK: Step = CargoInstall(Trunk);
const NOTHING: &[Step] = &[];
const NO_WORD: &[&str] = &[];

/// `missing` holds a word of each sentence.
fn check(facts: &Facts, needs: &[Need], steps: &[Step], missing: &[&str]) {
    let plan = plan(needs, facts);
    assert_eq!(plan.steps, steps, "{facts:?}");
    assert_eq!(plan.missing.len(), missing.len(), "{:?}", plan.missing);
    for (sentence, word) in plan.missing.iter().zip(missing) {
        assert!(sentence.contains(word), "`{word}` in `{sentence}`");
    }
}

fn page(facts: &Facts, steps: &[Step], missing: &[&str]) {
    check(facts, Need::PAGE, steps, missing);
}

fn all(facts: &Facts, steps: &[Step], missing: &[&str]) {
    check(facts, Need::ALL, steps, missing);
}

/// cargo from rustup, nothing else.
fn bare() -> Facts {
    let tool = |wanted: &str| ToolFacts { wanted: wanted.to_owned(), ..ToolFacts::default() };
    let (wasm_bindgen, wasm_split, trunk) = (tool("0.2.130"), tool("0.2.4"), tool("0.21.14"));
    Facts { rustup: true, lints: true, wasm_bindgen, wasm_split, trunk, ..Facts::default() }
}

fn debian(root: bool) -> Facts {
    Facts { system: System::Debian, root, ..bare() }
}

/// Everything there.
fn ready() -> Facts {
    let mut facts = Facts { wasm_target: true, ..bare() };
    facts.wasm_bindgen.cached = Some("/c/wasm-bindgen-cli-0.2.130/bin".into());
    facts.wasm_split.cached = Some("/c/wasm_split_cli_support-0.2.4/bin".into());
    facts.trunk.cached = Some("/c/trunk-0.21.14/bin".into());
    let packages = vec![(Package::Axe, "/c/axe.min.js".into())];
    Facts { browsers: program(141), drivers: program(141), packages, ..facts }
}

fn program(major: u32) -> Vec<Program> {
    vec![Program { path: "/p".into(), major }]
}

fn tried(facts: Facts, steps: &[Step]) -> Facts {
    Facts { tried: steps.to_vec(), ..facts }
}

#[test]
fn nothing_to_do() {
    all(&ready(), NOTHING, NO_WORD);
    page(&Facts { browsers: vec![], ..ready() }, NOTHING, NO_WORD);
    check(&bare(), Need::CHECK, NOTHING, NO_WORD);
}

#[test]
fn the_wasm_target() {
    let page = |facts: Facts, steps: &[Step], missing: &[&str]| {
        check(&facts, &[Need::WasmTarget], steps, missing);
    };
    // An open machine, of any kind.
    page(bare(), &[RustupTarget], NO_WORD);
    page(debian(true), &[RustupTarget], NO_WORD);
    page(Facts { system: System::MacOs, ..bare() }, &[RustupTarget], NO_WORD);
    // A closed Debian machine: rustup in vain, then packages, then std.
    let closed = tried(debian(true), &[RustupTarget]);
    page(closed, &[DebianRust, WasmStd], NO_WORD);
    let packages = Facts { debian_rustc: Some("rustc 1.96.0".to_owned()), ..debian(true) };
    page(tried(packages.clone(), &[RustupTarget, DebianRust]), &[WasmStd], NO_WORD);
    page(tried(packages.clone(), &[RustupTarget]), &[WasmStd], NO_WORD);
    // The second run on it does not wait for rustup again.
    page(
        Facts { debian_toolchain: Some("/c/debian-1.96.0".into()), ..packages.clone() },
        NOTHING,
        NO_WORD,
    );
    // No rustup: a distribution's cargo.
    page(Facts { rustup: false, ..debian(true) }, &[DebianRust, WasmStd], NO_WORD);
    page(Facts { rustup: false, ..packages.clone() }, &[WasmStd], NO_WORD);
    page(Facts { rustup: false, wasm_target: true, ..bare() }, NOTHING, NO_WORD);
    // The packages are there already, so being root does not matter.
    page(tried(Facts { root: false, ..packages.clone() }, &[RustupTarget]), &[WasmStd], NO_WORD);
    // Nothing left to try.
    page(
        tried(debian(false), &[RustupTarget]),
        NOTHING,
        &["sudo apt-get install --no-install-recommends rustc-web"],
    );
    page(tried(debian(true), &[RustupTarget, DebianRust]), NOTHING, &["rustup target add"]);
    page(tried(packages, &[RustupTarget, WasmStd]), NOTHING, &["could not be compiled"]);
    page(tried(bare(), &[RustupTarget]), NOTHING, &["rustup target add"]);
    page(Facts { rustup: false, ..bare() }, NOTHING, &["https://rustup.rs"]);
    page(Facts { rustup: false, system: System::MacOs, ..bare() }, NOTHING, &["https://rustup.rs"]);
}

#[test]
fn the_tools() {
    let with_target = Facts { wasm_target: true, ..bare() };
    page(&with_target, &[BINDGEN, SPLIT, TRUNK], NO_WORD);

    let on_path = |version: &str| {
        let mut facts = with_target.clone();
        facts.wasm_bindgen.on_path = Some(version.to_owned());
        facts
    };
    page(&on_path("0.2.130"), &[SPLIT, TRUNK], NO_WORD);
    page(&on_path("0.2.99"), &[BINDGEN, SPLIT, TRUNK], NO_WORD);

    let mut cached = on_path("0.2.99");
    cached.wasm_bindgen.cached = Some("/c/wasm-bindgen-cli-0.2.130/bin".into());
    page(&cached, &[SPLIT, TRUNK], NO_WORD);
    page(&tried(cached.clone(), &[TRUNK]), &[SPLIT], &["trunk 0.21.14"]);
    page(&tried(cached, &[SPLIT]), &[TRUNK], &["wasm_split_cli_support 0.2.4: `cargo install`"]);
    page(&tried(with_target, &[BINDGEN]), &[SPLIT, TRUNK], &["wasm-bindgen-cli 0.2.130"]);
}

#[test]
fn the_browser() {
    let check = |facts: Facts, steps: &[Step], missing: &[&str]| {
        check(&facts, &[Need::Browser], steps, missing);
    };
    check(debian(true), &[DebianBrowser], NO_WORD);
    check(
        debian(false),
        NOTHING,
        &["sudo apt-get install --no-install-recommends chromium chromium-driver"],
    );
    check(tried(debian(true), &[DebianBrowser]), NOTHING, &["apt-get"]);
    check(Facts { system: System::MacOs, ..bare() }, NOTHING, &["brew"]);
    check(bare(), NOTHING, &["search path"]);
    // A browser alone is not enough, nor is a driver for another version.
    check(Facts { browsers: program(141), ..debian(true) }, &[DebianBrowser], NO_WORD);
    let mismatch = Facts { browsers: program(142), drivers: program(141), ..bare() };
    check(mismatch.clone(), NOTHING, &["a chromedriver for Chrome 142"]);
    check(
        Facts { system: System::Debian, root: true, ..mismatch.clone() },
        &[DebianBrowser],
        NO_WORD,
    );
    // Of several browsers the one that fits.
    let browsers = [program(142), program(141)].concat();
    check(Facts { browsers, ..mismatch }, NOTHING, NO_WORD);
}

#[test]
fn the_lints() {
    let check =
        |facts: Facts, steps: &[Step], missing: &[&str]| check(&facts, Need::CHECK, steps, missing);
    let without = Facts { lints: false, ..bare() };
    check(without.clone(), &[RustupLints], NO_WORD);
    check(tried(without.clone(), &[RustupLints]), NOTHING, &["rustup component add"]);
    check(Facts { rustup: false, ..without }, NOTHING, &["the system's packages"]);
}

#[test]
fn the_packages() {
    let (axe, lighthouse) = (NpmInstall(Package::Axe), NpmInstall(Package::Lighthouse));
    let check = |facts: Facts, need: Need, steps: &[Step], missing: &[&str]| {
        check(&facts, &[need], steps, missing);
    };
    let with_npm = Facts { npm: true, ..bare() };
    check(with_npm.clone(), Need::Axe, &[axe], NO_WORD);
    check(Facts { npm: true, ..ready() }, Need::Axe, NOTHING, NO_WORD);
    check(with_npm.clone(), Need::Lighthouse, &[lighthouse], NO_WORD);
    // Tests go on without axe; there is nothing to go on with without Lighthouse.
    check(bare(), Need::Axe, NOTHING, NO_WORD);
    check(tried(with_npm.clone(), &[axe]), Need::Axe, NOTHING, NO_WORD);
    check(bare(), Need::Lighthouse, NOTHING, &["install Node"]);
    check(tried(with_npm, &[lighthouse]), Need::Lighthouse, NOTHING, &["install Node"]);
}

#[test]
fn whole_machines() {
    all(&bare(), &[RustupTarget, BINDGEN, SPLIT, TRUNK], &["search path"]);
    all(&debian(true), &[RustupTarget, BINDGEN, SPLIT, TRUNK, DebianBrowser], NO_WORD);
    let closed = tried(debian(true), &[RustupTarget]);
    all(&closed, &[DebianRust, WasmStd, BINDGEN, SPLIT, TRUNK, DebianBrowser], NO_WORD);
    all(&tried(debian(false), &[RustupTarget]), &[BINDGEN, SPLIT, TRUNK], &["sudo", "sudo"]);
}

#[test]
fn what_is_there_is_found_again() {
    let toolkit = ready().toolkit();
    assert_eq!(toolkit.toolchain, None);
    assert_eq!(toolkit.tool_folders.len(), 3);

    let closed = Facts { wasm_target: false, debian_toolchain: Some("/c/d".into()), ..ready() };
    assert_eq!(closed.toolkit().toolchain, Some("/c/d".into()));

    let mut on_path = ready();
    on_path.trunk.on_path = Some("0.21.14".to_owned());
    assert_eq!(
        on_path.toolkit().tool_folders,
        ["/c/wasm-bindgen-cli-0.2.130/bin", "/c/wasm_split_cli_support-0.2.4/bin"]
            .map(PathBuf::from)
    );
}
