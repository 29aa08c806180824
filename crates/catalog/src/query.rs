//! The search text, parsed.

use crate::fold::fold;

/// What to look for: terms that must all be found. Any text parses.
///
/// Words are separated by white space; quotes keep several together. An opening quote without its partner reaches to the end,
/// so that a phrase works while it is being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

impl Query {
    /// Parses a text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let folded = fold(text);
        // Every second part stands between quotes.
        let parts = folded.split('"').enumerate();
        let terms = parts
            .flat_map(|(number, part)| if number % 2 == 0 { words(part) } else { phrase(part) });
        Self { terms: terms.collect() }
    }

    /// The terms, folded.
    #[must_use]
    pub fn terms(&self) -> &[String] {
        &self.terms
    }

    /// Whether every row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether all that matches this matches the other too, so that only the other's rows need to be looked at.
    #[must_use]
    pub fn narrows(&self, other: &Self) -> bool {
        other.terms.iter().all(|old| self.terms.iter().any(|new| new.contains(old.as_str())))
    }
}

fn words(part: &str) -> Vec<String> {
    part.split_whitespace().map(str::to_owned).collect()
}

fn phrase(part: &str) -> Vec<String> {
    let trimmed = part.trim();
    if trimmed.is_empty() { Vec::new() } else { vec![trimmed.to_owned()] }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, terms: &[&str]) {
        assert_eq!(Query::parse(text).terms(), terms, "{text:?}");
    }

    #[test]
    fn splits_into_words_and_phrases() {
        check("", &[]);
        check("  ", &[]);
        check("Ubuntu  CUDA", &["ubuntu", "cuda"]);
        check("\"CentOS 7\" gpu", &["centos 7", "gpu"]);
        check("\"centos 7", &["centos 7"]);
        check("a\"b c\"d", &["a", "b c", "d"]);
        check("\"\" \" \"", &[]);
        check("ＧＰＵ　镜像", &["gpu", "镜像"]);
        check("a\nb", &["a", "b"]);
    }

    #[test]
    fn knows_when_it_narrows() {
        for (new, old, expected) in [
            ("ubu", "ub", true),
            ("ub cuda", "ub", true),
            ("ub", "ubu", false),
            ("ubuntu", "", true),
            ("", "u", false),
            ("cuda", "ub", false),
        ] {
            assert_eq!(
                Query::parse(new).narrows(&Query::parse(old)),
                expected,
                "{new:?} after {old:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_parses_into_terms_that_can_match(text in ".{0,40}") {
            for term in Query::parse(&text).terms() {
                prop_assert!(!term.is_empty() && !term.contains('\n'));
            }
        }
    }
}
