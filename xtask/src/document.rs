//! A document of figures in `docs/`: a section for each thing that was measured, between two marks. What stands outside of them was written by
//! a person and stays.

use std::fs;

use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// A document, and what a new one begins with.
pub(crate) struct Document {
    pub(crate) file: &'static str,
    pub(crate) head: &'static str,
}

impl Document {
    /// Replaces the section of that name, or adds it.
    ///
    /// # Errors
    /// The file can be neither read nor made, or not be written.
    pub(crate) fn write(&self, workspace: &Workspace, name: &str, section: &str) -> Result<()> {
        let path = workspace.root.join(self.file);
        let old = if path.exists() {
            fs::read_to_string(&path).map_err(Error::file(&path))?
        } else {
            self.head.to_owned()
        };
        fs::write(&path, replaced(&old, name, section)).map_err(Error::file(&path))?;
        println!("{}: wrote {name}", self.file);
        Ok(())
    }
}

/// The text with this section in the place of the one of that name, or at its end.
fn replaced(text: &str, name: &str, section: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

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
