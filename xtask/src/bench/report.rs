//! `docs/benchmarks.md`: a section for each part, between two marks. What stands outside of them was written by a person and stays.

use std::fmt::Write as _;
use std::fs;

use super::Part;
use super::figures::{Figure, grouped};
use super::machine::Machine;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

const FILE: &str = "docs/benchmarks.md";

/// What a new file begins with.
const HEAD: &str = "\
# Benchmarks

Medians, and the worst sample in brackets. They belong to the machine that stands above them: compare figures of one
section only. `cargo xtask bench` measures again and replaces what stands between two marks.
";

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
    let path = workspace.root.join(FILE);
    let old = if path.exists() {
        fs::read_to_string(&path).map_err(Error::file(&path))?
    } else {
        HEAD.to_owned()
    };
    let section =
        format!("## {}\n\n{machine}\n\n{}\n\n{}", part.title, part.method, table(figures));
    fs::write(&path, replaced(&old, part.name, &section)).map_err(Error::file(&path))?;
    println!("{FILE}: wrote {}", part.name);
    Ok(())
}

/// The text with this section in the place of the one of that name, or at its end.
pub(crate) fn replaced(text: &str, name: &str, section: &str) -> String {
    let (begin, end) = (format!("<!-- bench {name} -->\n"), format!("<!-- end of {name} -->\n"));
    let section = format!("{begin}{section}{end}");
    let old = text.split_once(&begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(&end)?;
        Some((before, after))
    });
    match old {
        Some((before, after)) => format!("{before}{section}{after}"),
        None => format!("{}\n\n{section}", text.trim_end()),
    }
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

    #[test]
    fn a_section_is_replaced_and_all_else_stays() {
        let first = replaced("# Title\n", "page", "1\n");
        assert_eq!(first, "# Title\n\n<!-- bench page -->\n1\n<!-- end of page -->\n");
        let both = replaced(&format!("{first}by hand\n"), "wasm", "2\n");
        let again = replaced(&both, "page", "3\n");
        assert_eq!(again, both.replace("\n1\n", "\n3\n"));
        assert!(again.contains("by hand\n\n<!-- bench wasm -->\n2\n"));
    }
}
