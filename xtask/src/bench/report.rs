//! `docs/benchmarks.md`: a section for each part.

use std::fmt::Write as _;

use super::Part;
use super::figures::{Figure, grouped};
use super::machine::Machine;
use crate::document::Document;
use crate::error::Result;
use crate::workspace::Workspace;

const DOCUMENT: Document = Document {
    file: "docs/benchmarks.md",
    head: "\
# Benchmarks

Medians, and the worst sample in brackets. They belong to the machine that stands above them: compare figures of one
section only. `cargo xtask bench` measures again and replaces what stands between two marks.
",
};

/// Replaces the part's section, or adds it.
///
/// # Errors
/// The file can be neither read nor made, or not be written.
pub(crate) fn write(
    workspace: &Workspace,
    part: &Part,
    machine: &Machine,
    figures: &[Figure],
) -> Result<()> {
    let section =
        format!("## {}\n\n{machine}\n\n{}\n\n{}", part.title, part.method, table(figures));
    DOCUMENT.write(workspace, part.name, &section)
}

/// A line for each thing that was measured, a column for each number of rows, both in the order in which they came.
fn table(figures: &[Figure]) -> String {
    let counts = in_order(figures.iter().map(|it| it.rows));
    let names = in_order(figures.iter().map(|it| (it.what.as_str(), it.unit.as_str())));
    let mut text = "| |".to_owned();
    for count in &counts {
        let _ = write!(text, " {} rows |", grouped(&count.to_string()));
    }
    let _ = writeln!(text, "\n|---|{}", "--:|".repeat(counts.len()));
    for (what, unit) in names {
        let _ = write!(text, "| {what}, {unit} |");
        for count in &counts {
            let figure = figures.iter().find(|it| (it.rows, it.what.as_str()) == (*count, what));
            let _ = write!(text, " {} |", figure.map_or_else(|| "—".to_owned(), Figure::text));
        }
        text.push('\n');
    }
    text
}

fn in_order<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for item in items {
        if !found.contains(&item) {
            found.push(item);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::figures;
    use super::*;

    #[test]
    fn a_table_has_a_line_for_each_measurement() {
        let figures = figures::found(
            "figure\t10000\tfacets\tms\t1.5\t2\t3\nfigure\t10000\tmemory\tbytes\t90\t90\t1\n\
             figure\t1000000\tfacets\tms\t1500\t2000\t3\n",
        );
        let expected = "\
| | 10,000 rows | 1,000,000 rows |
|---|--:|--:|
| facets, ms | 1.50 (2.00) | 1,500 (2,000) |
| memory, bytes | 90.0 | — |
";
        assert_eq!(table(&figures), expected);
    }
}
