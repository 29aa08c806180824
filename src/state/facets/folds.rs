//! Which facets the reader has unfolded and folded, whatever they were at first: `+uhost/os -uhost/type`.
//!
//! By catalog, since a facet that matters in one may be a last resort in another that has a column of the same name.

/// Facets with what the reader has made of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Folds(String);

impl Folds {
    /// Reads what was kept. Words that stand for nothing do no harm: nobody asks for them.
    pub(super) fn parse(kept: &str) -> Self {
        Self(kept.to_owned())
    }

    /// What is to be kept.
    pub(super) fn print(&self) -> &str {
        &self.0
    }

    /// Whether a facet is open, if the reader has ever said so.
    pub(super) fn is_open(&self, catalog: &str, key: &str) -> Option<bool> {
        self.0.split(' ').find(|it| is_about(it, catalog, key)).map(|it| it.starts_with('+'))
    }

    /// Takes note of what a facet is from now on.
    pub(super) fn note(&mut self, catalog: &str, key: &str, is_open: bool) {
        let mut noted = [if is_open { "+" } else { "-" }, catalog, "/", key].concat();
        for word in self.0.split(' ').filter(|it| !it.is_empty() && !is_about(it, catalog, key)) {
            noted.push(' ');
            noted.push_str(word);
        }
        self.0 = noted;
    }
}

fn is_about(word: &str, catalog: &str, key: &str) -> bool {
    word.get(1..).and_then(|it| it.strip_prefix(catalog)?.strip_prefix('/')) == Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kept: &str, catalog: &str, key: &str, expected: Option<bool>) {
        assert_eq!(Folds::parse(kept).is_open(catalog, key), expected, "{kept}: {catalog}/{key}");
    }

    #[test]
    fn a_facet_is_known_by_its_catalog_and_its_key() {
        let kept = "+a/os -a/type +b/type";
        check(kept, "a", "os", Some(true));
        check(kept, "a", "type", Some(false));
        check(kept, "b", "type", Some(true));
        check(kept, "b", "os", None);
        check(kept, "a", "o", None);
        check("", "a", "os", None);
        check("é/os + x", "a", "os", None);
    }

    #[test]
    fn the_last_word_on_a_facet_holds() {
        let mut folds = Folds::default();
        for (key, is_open) in [("os", true), ("type", true), ("os", false), ("os", false)] {
            folds.note("a", key, is_open);
        }
        assert_eq!(folds.print(), "-a/os +a/type");
    }
}
