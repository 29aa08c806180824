//! The rules that no compiler knows: who may name whom, what must not stand anywhere, which files belong together.
//!
//! [`rules`] is the table of forbidden words, [`words`] finds them, [`files`] compares file names and lengths.

mod files;
mod glob;
mod rules;
mod words;

use std::fs;

use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// One file of the project.
#[derive(Debug)]
pub(crate) struct File {
    /// Relative to the root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Holds all rules.
///
/// # Errors
/// The broken ones, each with file, line and reason.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let files = read(workspace)?;
    let mut problems = words::problems(rules::RULES, &files);
    problems.extend(files::style_problems(&files));
    problems.extend(files::length_problems(&files));
    if !problems.is_empty() {
        return Err(Error::Untidy(problems));
    }
    println!(
        "tidy: {} rules hold in {} files",
        rules::RULES.len() + files::RULE_COUNT,
        files.len()
    );
    Ok(())
}

/// The text files; pictures have no words.
fn read(workspace: &Workspace) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in workspace.files()? {
        let full = workspace.root.join(&path);
        if let Ok(text) = String::from_utf8(fs::read(&full).map_err(Error::file(&full))?) {
            files.push(File { path, text });
        }
    }
    Ok(files)
}
