//! A script that a tool wrote, without what only a reader needs. Trunk's minifier does not know `import()`, and what is left to be gained
//! by renaming is little once the script is compressed.

/// The script without indentation, blank lines and lines of comment. Nothing if a text in it goes over several lines, which would be
/// another one then.
pub(crate) fn squeezed(script: &str) -> Option<String> {
    let lines = script.lines().map(str::trim);
    let is_whole = |line: &str| line.matches('`').count().is_multiple_of(2);
    let is_kept = |line: &&str| !line.is_empty() && !line.starts_with("//");
    lines.clone().all(is_whole).then(|| lines.filter(is_kept).flat_map(|it| [it, "\n"]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_a_reader_needs_goes() {
        let check = |script: &str, expected: Option<&str>| {
            assert_eq!(squeezed(script).as_deref(), expected, "{script}");
        };
        check("", Some(""));
        check("a();\n\n    b(); // why\n", Some("a();\nb(); // why\n"));
        check("    // Why.\n    a(\"//\");", Some("a(\"//\");\n"));
        check("a(`${b}  c`);", Some("a(`${b}  c`);\n"));
        check("a(`b\n    c`);", None);
    }
}
