//! The words that the language keeps for itself: fields that are no columns, and the answers of flags.

/// A field that is no column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Special {
    /// That what a short name or a flag says holds.
    Is,
    /// That a column has a value.
    Has,
    /// That it has none.
    Missing,
}

/// Such fields, by their names.
pub(crate) const SPECIALS: [(&str, Special); 3] =
    [("is", Special::Is), ("has", Special::Has), ("missing", Special::Missing)];

/// What may be asked of a flag.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) means: bool,
    /// How facets and completions show it.
    pub(crate) value: &'static str,
    /// The folded words for it. The first is the one to offer.
    pub(crate) words: &'static [&'static str],
}

/// The answers, yes first.
pub(crate) const ANSWERS: [Answer; 2] = [
    Answer { means: true, value: "true", words: &["yes", "是", "true", "1"] },
    Answer { means: false, value: "false", words: &["no", "否", "false", "0"] },
];

/// The field of that name that is no column.
pub(crate) fn special(name: &str) -> Option<Special> {
    SPECIALS.iter().find(|it| it.0.eq_ignore_ascii_case(name)).map(|it| it.1)
}

/// The answer that a folded word stands for.
pub(crate) fn answer(folded: &str) -> Option<bool> {
    ANSWERS.iter().find(|it| it.words.contains(&folded)).map(|it| it.means)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_in_either_language() {
        for (words, expected) in [
            (["yes", "true", "1", "是"], Some(true)),
            (["no", "false", "0", "否"], Some(false)),
            (["", "y", "2", "maybe"], None),
        ] {
            words.iter().for_each(|it| assert_eq!(answer(it), expected, "{it}"));
        }
        assert!(ANSWERS.iter().all(|it| it.value == it.means.to_string()));
    }

    #[test]
    fn names_have_no_case() {
        assert_eq!(
            ["Is", "HAS", "missing", "his"].map(special).map(|it| it.is_some()),
            [true, true, true, false]
        );
    }
}
