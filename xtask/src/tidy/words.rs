//! Finding forbidden words.

use super::File;
use super::glob;
use super::rules::{Part, Rule};

/// Every place where a rule is broken: path, line, word and reason.
pub(crate) fn problems(rules: &[Rule], files: &[File]) -> Vec<String> {
    let mut problems = Vec::new();
    for rule in rules {
        for file in files.iter().filter(|it| applies(rule, &it.path)) {
            for (number, word) in found(rule, &file.text) {
                problems.push(format!(
                    "{}:{number}: `{}`: {}",
                    file.path,
                    word.trim(),
                    rule.reason
                ));
            }
        }
    }
    problems
}

fn applies(rule: &Rule, path: &str) -> bool {
    let any = |patterns: &[&str]| patterns.iter().any(|it| glob::fits(it, path));
    any(rule.files) && !any(rule.except)
}

/// Line numbers from 1, with the first word of the rule that stands there.
fn found(rule: &Rule, text: &str) -> Vec<(usize, &'static str)> {
    let mut hits = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if rule.part == Part::Product && line.trim() == "#[cfg(test)]" {
            break;
        }
        let searched = if rule.part == Part::Product { without_comment(line) } else { line };
        hits.extend(rule.words.iter().find(|it| has_word(searched, it)).map(|it| (index + 1, *it)));
    }
    hits
}

/// A line whose first characters start a comment is one; a comment after code counts as code.
fn without_comment(line: &str) -> &str {
    let start = line.trim_start();
    if start.starts_with("//") || start.starts_with("# ") { "" } else { line }
}

/// Whole words: where the word begins or ends with a letter, none may go on beside it.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(start, found)| {
        let before = line[..start].chars().next_back();
        let after = line[start + found.len()..].chars().next();
        let goes_on_before = joins(before) && joins(word.chars().next());
        let goes_on_after = joins(after) && joins(word.chars().next_back());
        !goes_on_before && !goes_on_after
    })
}

fn joins(character: Option<char>) -> bool {
    character.is_some_and(|it| it.is_alphanumeric() || it == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(part: Part) -> [Rule; 1] {
        let words = &["leptos", "dbg!", "\"uhost\""];
        [Rule {
            files: &["crates/**"],
            except: &["crates/view/**"],
            words,
            part,
            reason: "because",
        }]
    }

    fn check(part: Part, path: &str, text: &str, expected: &[&str]) {
        let file = File { path: path.to_owned(), text: text.to_owned() };
        assert_eq!(problems(&rule(part), &[file]), expected, "{text}");
    }

    #[test]
    fn words_and_their_neighbours() {
        let check = |line: &str, word: &str, expected: bool| {
            assert_eq!(has_word(line, word), expected, "{line}");
        };
        check("use leptos::view;", "leptos", true);
        check("leptos", "leptos", true);
        check("use leptos_router::x;", "leptos", false);
        check("use xleptos::x;", "leptos", false);
        check("leptos_x(leptos)", "leptos", true);
        check("dbg!(x)", "dbg!", true);
        check("xdbg!(x)", "dbg!", false);
        check("id == \"uhost\"", "\"uhost\"", true);
        check("id == \"uhosts\"", "\"uhost\"", false);
        check("数leptos", "leptos", false);
    }

    #[test]
    fn which_files() {
        check(
            Part::Everything,
            "crates/a/lib.rs",
            "\nuse leptos::x;",
            &["crates/a/lib.rs:2: `leptos`: because"],
        );
        check(Part::Everything, "crates/view/lib.rs", "use leptos::x;", &[]);
        check(Part::Everything, "src/lib.rs", "use leptos::x;", &[]);
    }

    #[test]
    fn which_lines() {
        let text =
            "//! about leptos\nlet a = 1; // leptos\n#[cfg(test)]\nmod tests { use leptos::x; }";
        check(Part::Product, "crates/a.rs", text, &["crates/a.rs:2: `leptos`: because"]);
        let hits = [
            "crates/a.rs:1: `leptos`: because",
            "crates/a.rs:2: `leptos`: because",
            "crates/a.rs:4: `leptos`: because",
        ];
        check(Part::Everything, "crates/a.rs", text, &hits);
    }
}
