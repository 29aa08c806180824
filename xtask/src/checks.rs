//! `test` and `check`: a list of steps, run one after another, and one summary.

use std::fmt;
use std::process::{Command, ExitCode, ExitStatus};
use std::time::{Duration, Instant};

use crate::dist;
use crate::error::{Error, Result};
use crate::libtest::{self, Counts};
use crate::process::{outcome, run, run_kept};
use crate::setup::{Need, Toolkit};
use crate::size;
use crate::tidy;
use crate::workspace::Workspace;

/// One step of the list.
struct Step {
    name: &'static str,
    /// The step whose result this one works on: where that failed, this one is not run.
    after: Option<&'static str>,
    action: Action,
}

enum Action {
    /// Succeeds or fails as one.
    Run(fn(&Context<'_>) -> Result<()>),
    /// Runs test programs, whose tests count one by one.
    Tests(fn(&Context<'_>) -> Command),
}

struct Context<'c> {
    workspace: &'c Workspace,
    toolkit: &'c Toolkit,
}

const FORMAT: Step =
    plain("format", |it| run(it.workspace.cargo().args(["fmt", "--all", "--check"])));
const LINTS: Step = plain("lints", |it| run(&mut clippy(it)));
const DOCS: Step = plain("docs", |it| run(&mut rustdoc(it)));
const NATIVE: Step = tests("native tests", native_tests);
const BROWSER: Step = tests("browser tests", browser_tests);
const PAGE: Step = plain("page", |it| dist::build(it.workspace, it.toolkit));
const JOURNEYS: Step = Step { after: Some(PAGE.name), ..tests("journeys", journeys) };
const TIDY: Step = plain("tidy", |it| tidy::run(it.workspace));
const SIZE: Step = Step { after: Some(PAGE.name), ..plain("size", within_budget) };

/// The quick ones first.
const ALL: &[Step] = &[FORMAT, TIDY, LINTS, DOCS, NATIVE, PAGE, SIZE, BROWSER, JOURNEYS];
const FAST: &[Step] = &[FORMAT, TIDY, LINTS, NATIVE];

const fn plain(name: &'static str, action: fn(&Context<'_>) -> Result<()>) -> Step {
    Step { name, after: None, action: Action::Run(action) }
}

const fn tests(name: &'static str, action: fn(&Context<'_>) -> Command) -> Step {
    Step { name, after: None, action: Action::Tests(action) }
}

/// Everything.
pub(crate) fn test(workspace: &Workspace) -> Result<ExitCode> {
    let toolkit = Toolkit::ensure(workspace, Need::ALL)?;
    Ok(run_all(ALL, &Context { workspace, toolkit: &toolkit }))
}

/// The fast half.
pub(crate) fn check(workspace: &Workspace) -> Result<ExitCode> {
    let toolkit = Toolkit::ensure(workspace, Need::CHECK)?;
    Ok(run_all(FAST, &Context { workspace, toolkit: &toolkit }))
}

fn clippy(context: &Context<'_>) -> Command {
    let mut cargo = context.workspace.cargo();
    cargo.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    cargo
}

fn rustdoc(context: &Context<'_>) -> Command {
    let mut cargo = context.workspace.cargo();
    cargo
        .args(["doc", "--workspace", "--no-deps", "--document-private-items"])
        .env("RUSTDOCFLAGS", "-Dwarnings");
    cargo
}

/// The journeys have a step of their own; the browser tests are empty programs here.
fn native_tests(context: &Context<'_>) -> Command {
    let mut cargo = context.workspace.cargo();
    cargo.args(["test", "--workspace", "--exclude", "e2e", "--no-fail-fast"]);
    cargo
}

/// `webdriver.json` beside `Cargo.toml` holds the browser's arguments.
fn browser_tests(context: &Context<'_>) -> Command {
    let mut cargo = context.workspace.cargo();
    cargo.args([
        "test",
        "--package",
        "image-catalog",
        "--test",
        "browser",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    context.toolkit.for_page(context.workspace, &mut cargo);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    // Without it the runner starts a server and waits for a person with a browser.
    cargo.env("WASM_BINDGEN_TEST_ONLY_WEB", "1").env_remove("NO_HEADLESS");
    // The runner's 20 seconds are for a machine with nothing else to do.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    cargo.envs(context.toolkit.driver.iter().map(|it| ("CHROMEDRIVER", it)));
    cargo
}

fn journeys(context: &Context<'_>) -> Command {
    let mut cargo = context.workspace.cargo();
    cargo
        .args(["test", "--package", "e2e", "--no-fail-fast"])
        .env("E2E_DIST", context.workspace.dist());
    cargo.envs(context.toolkit.driver.iter().map(|it| ("CHROMEDRIVER", it)));
    cargo.envs(context.toolkit.browser.iter().map(|it| ("E2E_CHROMIUM", it)));
    cargo.envs(context.toolkit.axe.iter().map(|it| ("E2E_AXE", it)));
    cargo
}

fn within_budget(context: &Context<'_>) -> Result<()> {
    let report = size::Report::of(&context.workspace.dist())?;
    println!("{report}");
    if report.passes() { Ok(()) } else { Err(Error::TooBig { bytes: report.total() }) }
}

/// Goes on after a failing step: the next run should not be needed to learn of the next mistake.
fn run_all(steps: &[Step], context: &Context<'_>) -> ExitCode {
    let mut summary = Summary::default();
    for step in steps {
        let row = match step.after.filter(|it| summary.failed(it)) {
            Some(cause) => {
                Row { name: step.name, result: Outcome::Skipped { cause }, took: Duration::ZERO }
            }
            None => run_step(step, context),
        };
        summary.rows.push(row);
    }
    println!("\n{summary}");
    if summary.counts().failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run_step(step: &Step, context: &Context<'_>) -> Row {
    println!("\n== {}", step.name);
    let start = Instant::now();
    let counts = match step.action {
        Action::Run(action) => judge_plain(action(context)),
        Action::Tests(command) => judge_tests(run_kept(&mut command(context))),
    };
    Row { name: step.name, result: Outcome::Ran(counts), took: start.elapsed() }
}

fn judge_plain(result: Result<()>) -> Counts {
    let Err(error) = result else { return Counts { passed: 1, failed: 0 } };
    println!("{error}");
    Counts { passed: 0, failed: 1 }
}

fn judge_tests(result: Result<(ExitStatus, String)>) -> Counts {
    let (status, output) = match result {
        Ok(ended) => ended,
        Err(error) => return judge_plain(Err(error)),
    };
    let counts = libtest::judge(status.success(), &output);
    match counts {
        Counts { failed: 0, .. } => {}
        _ if status.success() => println!("no test ran, and a step that tests nothing has failed"),
        _ => println!("cargo {}", outcome(status)),
    }
    counts
}

#[derive(Default)]
struct Summary {
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    result: Outcome,
    took: Duration,
}

enum Outcome {
    Ran(Counts),
    /// Not counted: what it waited for has failed, and that is counted.
    Skipped {
        cause: &'static str,
    },
}

impl Summary {
    fn failed(&self, name: &str) -> bool {
        self.rows.iter().any(|it| it.name == name && it.counts().failed > 0)
    }

    fn counts(&self) -> Counts {
        let mut sum = Counts::default();
        for row in &self.rows {
            sum += row.counts();
        }
        sum
    }
}

impl Row {
    fn counts(&self) -> Counts {
        match self.result {
            Outcome::Ran(counts) => counts,
            Outcome::Skipped { .. } => Counts::default(),
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Row { name, result, took } in &self.rows {
            let took = format!("{:.1} s", took.as_secs_f64());
            writeln!(f, "{name:<14} {took:>9}  {result}")?;
        }
        let Counts { passed, failed } = self.counts();
        write!(f, "{passed} passed, {failed} failed")
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ran(Counts { passed, failed: 0 }) => write!(f, "ok, {passed} passed"),
            Self::Ran(Counts { passed, failed }) => {
                write!(f, "FAILED, {passed} passed, {failed} failed")
            }
            Self::Skipped { cause } => write!(f, "skipped: it needs `{cause}`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &'static str, passed: u64, failed: u64) -> Row {
        Row {
            name,
            result: Outcome::Ran(Counts { passed, failed }),
            took: Duration::from_millis(1250),
        }
    }

    #[test]
    fn the_summary_ends_with_the_sum() {
        let skipped =
            Row { name: "size", result: Outcome::Skipped { cause: "page" }, took: Duration::ZERO };
        let summary = Summary {
            rows: vec![row("format", 1, 0), row("page", 0, 1), skipped, row("native tests", 40, 2)],
        };
        let expected = "\
format             1.2 s  ok, 1 passed
page               1.2 s  FAILED, 0 passed, 1 failed
size               0.0 s  skipped: it needs `page`
native tests       1.2 s  FAILED, 40 passed, 2 failed
41 passed, 3 failed";
        assert_eq!(summary.to_string(), expected);
        assert!(summary.failed("page") && !summary.failed("format") && !summary.failed("size"));
    }

    #[test]
    fn a_step_comes_after_what_it_needs() {
        for steps in [ALL, FAST] {
            for (position, step) in steps.iter().enumerate() {
                let earlier = &steps[..position];
                assert!(
                    step.after.is_none_or(|it| earlier.iter().any(|step| step.name == it)),
                    "{}",
                    step.name
                );
            }
        }
    }
}
