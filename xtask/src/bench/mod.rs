//! `bench`: measures the engine natively and in a browser, and the whole page, and writes what it finds into `docs/benchmarks.md`.
//!
//! Nothing here is judged: a figure belongs to the machine and the hour, and a limit that holds on one machine fails on another. What
//! tests hold are ratios of two programs in one run (`tests/e2e`).

mod figures;
mod machine;
mod options;
mod programs;
mod report;

use std::process::Command;

use crate::dist;
use crate::error::{Error, Result};
use crate::process::run_kept;
use crate::setup::{Need, Toolkit};
use crate::workspace::Workspace;
use figures::Figure;
pub(crate) use machine::Machine;
pub(crate) use options::Options;

/// One program that prints figures. It is run once for each number of rows, so that no run inherits the memory of another.
#[derive(Debug)]
pub(crate) struct Part {
    /// What `--only` calls it.
    pub(crate) name: &'static str,
    title: &'static str,
    /// How its figures come about.
    method: &'static str,
    needs: &'static [Need],
    /// Makes what the program works on, and says how it is started.
    command: fn(&Context<'_>, u32) -> Result<Command>,
}

/// What a program is started with.
struct Context<'c> {
    workspace: &'c Workspace,
    toolkit: &'c Toolkit,
    options: &'c Options,
}

pub(crate) const PARTS: &[Part] = &[
    Part {
        name: "engine",
        title: "The engine, natively",
        method: "`cargo bench -p bench`: rows are made up from their number (`tests/bench/src/rows.rs`), 12 columns and about 350 bytes of \
                 JSON each, nearly every name unlike all others. One thread. Texts are typed key by key, each key after the one \
                 before has been answered; what is fast is measured 40 times.",
        needs: &[],
        command: programs::engine,
    },
    Part {
        name: "wasm",
        title: "The engine in a browser",
        method: "The same program, compiled with the page's profile and SIMD128, in a worker of headless Chromium. A first figure \
                 includes what the browser takes to compile the code behind it.",
        needs: &[Need::WasmTarget, Need::WasmBindgen, Need::Browser],
        command: programs::wasm,
    },
    Part {
        name: "page",
        title: "The page, from the key to the painted frame",
        method: "The built page, served by the gateway, opened on a file of simulated community images (`cargo xtask rows`, kept in \
                 `target/bench`) in a fresh headless Chromium (1280 × 800, software rendering) for each repetition, of which a \
                 million rows have one. Keys, clicks \
                 and wheel come from the driver as trusted events. *dom*: time stamp of the event to the last change of the \
                 rows; *frame*: to the end of the frame that paints it. Sorts are by name and by price. A module's memory only \
                 grows, so it is also the most that there ever was.",
        needs: &[Need::WasmTarget, Need::WasmBindgen, Need::Trunk, Need::Browser],
        command: programs::page,
    },
];

/// Measures and writes.
///
/// # Errors
/// Something is missing, does not compile, or ends without figures; the file cannot be written.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let parts: Vec<_> = PARTS.iter().filter(|it| options.wants(it)).collect();
    let needs: Vec<_> = parts.iter().flat_map(|it| it.needs).copied().collect();
    let toolkit = Toolkit::ensure(workspace, &needs)?;
    if needs.contains(&Need::Trunk) {
        dist::build(workspace, &toolkit)?;
    }
    let context = Context { workspace, toolkit: &toolkit, options };
    for part in parts {
        let figures = measure(part, &context)?;
        let machine = Machine::look(&toolkit, part.needs.contains(&Need::Browser));
        report::write(workspace, part, &machine, &figures)?;
    }
    Ok(())
}

fn measure(part: &Part, context: &Context<'_>) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for rows in &context.options.rows {
        println!("\n== {}, {rows} rows", part.title);
        let (status, output) = run_kept(&mut (part.command)(context, *rows)?)?;
        let found = figures::found(&output);
        if !status.success() || found.is_empty() {
            let outcome = "ended without all of its figures; what it said stands above".to_owned();
            return Err(Error::Failed { program: format!("bench of the {}", part.name), outcome });
        }
        figures.extend(found);
    }
    Ok(figures)
}
