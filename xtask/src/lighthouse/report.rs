//! `docs/lighthouse.md`: a section for each device.

use std::fmt::Write as _;

use super::figures::{Figures, MEASURED, Measured};
use super::{Device, THEMES, runner};
use crate::bench::Machine;
use crate::document::Document;
use crate::error::Result;
use crate::versions::LIGHTHOUSE;
use crate::workspace::Workspace;

const DOCUMENT: Document = Document {
    file: "docs/lighthouse.md",
    head: "\
# Lighthouse

Medians for the built page as a first visit has it, served by the gateway with its sample. They belong to the machine that
stands above them. `cargo xtask lighthouse` measures again and replaces what stands between two marks; it is no part of the
tests, and `--reps` and `--only desktop` make it shorter.
",
};

/// Replaces the device's section, or adds it.
///
/// # Errors
/// The file can be neither read nor made, or not be written.
pub(super) fn write(
    workspace: &Workspace,
    device: &Device,
    reps: u32,
    machine: &Machine,
    themes: &[Figures],
) -> Result<()> {
    let (method, table) = (method(device, reps), table(device, themes));
    println!("\n{table}");
    let section = format!("## {}\n\n{machine}\n\n{method}\n\n{table}", device.title);
    DOCUMENT.write(workspace, device.name, &section)
}

/// The bars that are missed, a sentence each.
pub(super) fn missed(device: &Device, themes: &[Figures]) -> Vec<String> {
    let mut missed = Vec::new();
    for (figures, (theme, _)) in themes.iter().zip(THEMES) {
        let place = format!("{}, {theme}", device.name);
        for it in MEASURED.iter().filter(|it| !holds(it, device, figures)) {
            let (bar, value) = (bar(it, device).unwrap_or_default(), shown(it, figures));
            missed.push(format!("{place}: {} is {value}, not {bar}", it.id));
        }
        missed.extend(figures.findings.iter().map(|it| format!("{place}: {it}")));
    }
    missed
}

fn method(device: &Device, reps: u32) -> String {
    let flags = runner::flags(device, ("", "preferredColorScheme=…"));
    let flags = flags.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" ");
    format!(
        "Lighthouse {LIGHTHOUSE}, median of {reps}, with {flags}; the last is 1 for the light theme and 0 for the dark one."
    )
}

/// A line for each thing that is measured, a column for each theme, and what it is to be.
fn table(device: &Device, themes: &[Figures]) -> String {
    let mut text = "| |".to_owned();
    for (theme, _) in THEMES {
        let _ = write!(text, " {theme} |");
    }
    let _ = writeln!(text, " bar |\n|---|{}--:|", "--:|".repeat(THEMES.len()));
    for it in MEASURED {
        let _ = write!(text, "| {} |", it.title);
        for figures in themes {
            let _ = write!(text, " {} |", shown(it, figures));
        }
        let _ = writeln!(text, " {} |", bar(it, device).unwrap_or_default());
    }
    text
}

fn shown(it: &Measured, figures: &Figures) -> String {
    let decimals = it.decimals;
    figures.median(it.id).map_or_else(|| "—".to_owned(), |value| format!("{value:.decimals$}"))
}

/// What a figure is to be, in words.
fn bar(it: &Measured, device: &Device) -> Option<String> {
    match it.id {
        "performance" => Some(format!("≥ {}", device.least)),
        "accessibility" | "best-practices" => Some("100".to_owned()),
        "cumulative-layout-shift" => Some("0".to_owned()),
        _ => None,
    }
}

/// A score is judged as it is shown, in whole points: 98.6 is 99.
fn holds(it: &Measured, device: &Device, figures: &Figures) -> bool {
    let Some(value) = figures.median(it.id) else { return false };
    match it.id {
        "performance" => value.round() >= device.least,
        "accessibility" | "best-practices" => value.round() >= 100.0,
        // What rounds to none at the three decimals that are shown is none.
        "cumulative-layout-shift" => value < 0.0005,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::DEVICES;
    use super::*;

    fn figures(performance: &str, shift: &str) -> Figures {
        let mut figures = Figures::default();
        figures.read(&format!(
            "performance\t{performance}\naccessibility\t100\nbest-practices\t100\ncumulative-layout-shift\t{shift}\n\
             first-contentful-paint\t812.4\nlargest-contentful-paint\t900\nspeed-index\t1000\ntotal-blocking-time\t0\n"
        ));
        figures
    }

    #[test]
    fn bars() {
        let check = |performance: &str, shift: &str, expected: &[&str]| {
            let missed = missed(&DEVICES[0], &[figures(performance, shift)]);
            assert_eq!(missed, expected, "{performance} {shift}");
        };
        check("99", "0", &[]);
        check("98.6", "0.0001", &[]);
        check("98", "0", &["desktop, light: performance is 98, not ≥ 99"]);
        check("99", "0.02", &["desktop, light: cumulative-layout-shift is 0.020, not 0"]);
    }

    #[test]
    fn a_table_has_a_column_for_each_theme() {
        let table = table(&DEVICES[1], &[figures("91", "0"), figures("92", "0")]);
        assert!(table.starts_with("| | light | dark | bar |\n|---|--:|--:|--:|\n"), "{table}");
        assert!(table.contains("| Performance | 91 | 92 | ≥ 90 |\n"), "{table}");
        assert!(table.contains("| First contentful paint, ms | 812 | 812 |  |\n"), "{table}");
    }
}
