//! Text files that tools wrote and the build finishes. What is not found in one is an error: it would be a page that does not start.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::script;

/// A text file in which names are put in.
pub(crate) struct Text {
    path: PathBuf,
    pub(crate) text: String,
}

const UNNAMED: &str = "does not name what the build has to name in it";

impl Text {
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).map_err(Error::file(path))?;
        Ok(Self::of(path.to_owned(), text))
    }

    pub(crate) fn of(path: PathBuf, text: String) -> Self {
        Self { path, text }
    }

    /// What is not there would be a page that does not start.
    pub(crate) fn replace(&mut self, old: &str, new: &str) -> Result<()> {
        if !self.text.contains(old) {
            return Err(self.malformed(UNNAMED));
        }
        self.text = self.text.replace(old, new);
        Ok(())
    }

    /// Takes away the first thing between two marks, with the marks, and gives it.
    pub(crate) fn cut(&mut self, start: &str, end: &str) -> Result<String> {
        let from = self.text.find(start).map(|from| self.text.split_at(from).1);
        let piece = from.and_then(|it| Some(it.split_at(it.find(end)? + end.len()).0.to_owned()));
        let piece = piece.ok_or_else(|| self.malformed(UNNAMED))?;
        self.replace(&piece, "")?;
        Ok(piece)
    }

    pub(crate) fn squeeze(&mut self) -> Result<()> {
        self.text = script::squeezed(&self.text)
            .ok_or_else(|| self.malformed("has a text of several lines"))?;
        Ok(())
    }

    pub(crate) fn malformed(&self, problem: &'static str) -> Error {
        Error::Malformed { path: self.path.clone(), problem }
    }

    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        fs::write(path, &self.text).map_err(Error::file(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Text {
        Text::of("index.html".into(), text.to_owned())
    }

    #[test]
    fn names_are_put_in_wherever_they_are_asked_for() {
        let check = |before: &str, old: &str, expected: Option<&str>| {
            let mut it = text(before);
            let after = it.replace(old, "b").is_ok().then_some(&*it.text);
            assert_eq!(after, expected, "{old} in {before}");
        };
        check("a, a.", "a", Some("b, b."));
        check("a", "c", None);
    }

    #[test]
    fn a_piece_is_cut_with_its_marks() {
        let check = |before: &str, cut: Option<(&str, &str)>| {
            let mut it = text(before);
            let piece = it.cut("<link data-trunk", ">").ok();
            let found = piece.as_deref().map(|piece| (piece, &*it.text));
            assert_eq!(found, cut, "{before}");
        };
        check("1<link data-trunk rel=rust>2<p>", Some(("<link data-trunk rel=rust>", "12<p>")));
        check("1<link data-trunk", None);
        check("1<link rel=icon>", None);
    }
}
