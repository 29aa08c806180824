//! Rules about which files there are, how long they are, and what they owe each other.

use std::collections::BTreeSet;

use super::File;
use super::glob;

/// For the count of rules that hold: classes, lengths.
pub(crate) const RULE_COUNT: usize = 2;

/// What fits on a few screens is read; the rest is scrolled through.
const LINES: usize = 400;
/// Tables are as long as what they list, tests as long as what there is to test.
const MAY_BE_LONG: &[&str] =
    &["**/tests/**", "**/tests.rs", "**/*_tests.rs", "crates/view/src/catalogs/**", "**/codes.rs"];
const HAVE_LENGTHS: &[&str] = &["**/*.rs", "**/*.css", "**/*.js"];

/// Every class that a component names is styled somewhere.
pub(crate) fn style_problems(files: &[File]) -> Vec<String> {
    let sheets: Vec<_> = files.iter().filter(|it| glob::fits("style/**/*.css", &it.path)).collect();
    class_problems(files, &sheets)
}

/// Too long, the tests at a file's end not counted.
pub(crate) fn length_problems(files: &[File]) -> Vec<String> {
    let fits = |patterns: &[&str], path: &str| patterns.iter().any(|it| glob::fits(it, path));
    let limited =
        files.iter().filter(|it| fits(HAVE_LENGTHS, &it.path) && !fits(MAY_BE_LONG, &it.path));
    let measured = limited
        .map(|it| (it, it.text.lines().take_while(|it| it.trim() != "#[cfg(test)]").count()));
    let too_long = measured.filter(|(_, lines)| *lines > LINES);
    too_long
        .map(|(file, lines)| {
            format!("{}: has {lines} lines; split it ({LINES} at most)", file.path)
        })
        .collect()
}

/// Only names that stand in an attribute as they are; what is put together at run time is for the eye.
fn class_problems(files: &[File], sheets: &[&File]) -> Vec<String> {
    let styled: BTreeSet<_> = sheets.iter().flat_map(|it| selected_classes(&it.text)).collect();
    let mut problems = Vec::new();
    for file in files.iter().filter(|it| glob::fits("src/**/*.rs", &it.path)) {
        let unstyled = named_classes(&file.text).filter(|it| !styled.contains(it));
        problems.extend(
            unstyled.map(|it| format!("{}: no stylesheet knows the class `{it}`", file.path)),
        );
    }
    problems
}

/// `class="a b"` to `a` and `b`.
fn named_classes(source: &str) -> impl Iterator<Item = &str> {
    let attributes = source.split("class=\"").skip(1).filter_map(|it| it.split('"').next());
    attributes.flat_map(str::split_whitespace)
}

/// `.a.b > .c` to `a`, `b` and `c`; a number like `.5em` is one name too many, which does no harm.
fn selected_classes(sheet: &str) -> impl Iterator<Item = &str> {
    let is_name = |it: char| it.is_alphanumeric() || it == '-' || it == '_';
    sheet.split('.').skip(1).filter_map(move |it| it.split(|it| !is_name(it)).next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(contents: &[(&str, &str)]) -> Vec<File> {
        contents
            .iter()
            .map(|&(path, text)| File { path: path.to_owned(), text: text.to_owned() })
            .collect()
    }

    #[test]
    fn stylesheets() {
        let check = |contents: &[(&str, &str)], expected: &[&str]| {
            assert_eq!(style_problems(&files(contents)), expected);
        };
        let sheet = ".grid { margin: .5em }\n.grid__row:hover, .a.b > .c { color: red }";
        let grid = ("style/grid.css", sheet);
        let named = "<div class=\"grid\"><p class=\"grid__row  b c\">";
        check(&[grid, ("src/ui/grid.rs", named)], &[]);
        check(&[grid, ("src/ui/plain.rs", "<p class=if x { \"y\" } else { \"z\" }>")], &[]);
        check(
            &[grid, ("src/ui/drawer.rs", "<div class=\"grid drawer\">")],
            &["src/ui/drawer.rs: no stylesheet knows the class `drawer`"],
        );
        check(&[], &[]);
    }

    #[test]
    fn lengths() {
        let check = |path: &str, lines: usize, tests: usize, expected: bool| {
            let text = format!("{}#[cfg(test)]\n{}", "x\n".repeat(lines), "x\n".repeat(tests));
            assert_eq!(
                length_problems(&files(&[(path, &text)])).is_empty(),
                expected,
                "{path} {lines}"
            );
        };
        check("src/app.rs", 400, 0, true);
        check("src/app.rs", 401, 0, false);
        check("src/app.rs", 10, 900, true);
        check("style/table.css", 401, 0, false);
        check("tests/browser/main.rs", 900, 0, true);
        check("crates/view/src/catalogs/uhost.rs", 900, 0, true);
        check("docs/long.md", 900, 0, true);
    }
}
