//! What an interface changes in a query, as changes of its text.
//!
//! Each edit returns the new text and leaves everything else as it was written: order, spacing, quotes. Edits see the terms of
//! [`Query::nodes`] only. What a person wrote inside an alternative or a negated group is not touched, and a field named there
//! does not count as chosen. Names and values compare without ASCII case.
//!
//! A `field` must be a name that the language can read: letters, digits, `_` and `-`, beginning with a letter or `_`.

use super::print::{quoted, range};
use super::splice::{appended, closed, cut, replaced, replaced_in_list, without};
use super::tree::{Node, Term, Word};
use super::{MistakeKind, Query};

/// What a query says about one value of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Nothing.
    Neither,
    /// `os:linux`: it is among the wanted values.
    Included,
    /// `-os:linux`: it is among the unwanted ones.
    Excluded,
}

impl Query {
    /// Wants a value, or no longer wants it.
    ///
    /// It joins the values that are wanted already, exact or not as they are, for a second term would have to hold beside the
    /// first; else it becomes a term at the end. If it was excluded, it is no longer.
    #[must_use]
    pub fn toggle(&self, field: &str, value: &str, exact: bool) -> String {
        self.choose(field, value, exact, Choice::Included)
    }

    /// Excludes a value, or no longer excludes it; otherwise like [`Query::toggle`].
    #[must_use]
    pub fn exclude(&self, field: &str, value: &str, exact: bool) -> String {
        self.choose(field, value, exact, Choice::Excluded)
    }

    /// What is said about a value. One that is both wanted and excluded is excluded.
    #[must_use]
    pub fn chosen(&self, field: &str, value: &str) -> Choice {
        let mut chosen = Choice::Neither;
        for (_, choice) in self.values(field).filter(|(it, _)| it.eq_ignore_ascii_case(value)) {
            if chosen != Choice::Excluded {
                chosen = choice;
            }
        }
        chosen
    }

    /// The values that are wanted or excluded, in the order of the text.
    pub fn values(&self, field: &str) -> impl Iterator<Item = (&str, Choice)> {
        self.terms(field).flat_map(|(_, term)| {
            term.values().iter().map(move |value| (value.text.as_str(), choice(term)))
        })
    }

    /// Puts one range in place of all ranges and comparisons of a field. Without bounds they are removed.
    #[must_use]
    pub fn set_range(&self, field: &str, from: Option<&str>, to: Option<&str>) -> String {
        if from.is_none() && to.is_none() {
            return self.repeated(|it| Some(it.without(it.bounded(field).next()?)));
        }
        let single = Self::parse(&self.repeated(|it| Some(it.without(it.bounded(field).nth(1)?))));
        let new = [field, ":", &range(from, to)].concat();
        match single.bounded(field).next() {
            Some(node) => replaced(&single.text, node.span.clone(), &new),
            None => single.append(&new),
        }
    }

    /// The lower and the upper bound of a field: of each the first that its ranges and comparisons name. Whether the bound
    /// itself belongs to it (`>=`) is not said.
    #[must_use]
    pub fn range(&self, field: &str) -> (Option<&str>, Option<&str>) {
        let mut found = (None, None);
        for (_, term) in self.terms(field).filter(|(_, term)| !term.is_negated) {
            let (from, to) = term.bounds();
            found = (found.0.or(from), found.1.or(to));
        }
        (found.0.map(text), found.1.map(text))
    }

    /// Removes all terms about a field.
    #[must_use]
    pub fn clear_field(&self, field: &str) -> String {
        self.repeated(|it| Some(it.without(it.terms(field).next()?.0)))
    }

    /// Removes the term at a place of [`Query::nodes`]; nothing if there is none.
    #[must_use]
    pub fn drop_node(&self, index: usize) -> String {
        self.nodes.get(index).map_or_else(|| self.text.clone(), |it| self.without(it))
    }

    fn choose(&self, field: &str, value: &str, exact: bool, wanted: Choice) -> String {
        let chosen = self.chosen(field, value);
        let rest = self.repeated(|it| it.without_value(field, value, chosen));
        let rest = Self::parse(&rest);
        if chosen == wanted || rest.chosen(field, value) == wanted {
            return rest.text;
        }
        rest.with_value(field, value, exact, wanted)
    }

    /// Removes a value from the first term that makes this choice, together with the term if it has no other.
    fn without_value(&self, field: &str, value: &str, chosen: Choice) -> Option<String> {
        let mut terms = self.terms(field).filter(|(_, term)| choice(*term) == chosen);
        let (node, term) = terms.find(|(_, term)| term.values().iter().any(|it| it.is(value)))?;
        if term.values().iter().all(|it| it.is(value)) {
            return Some(self.without(node));
        }
        self.without_word(term.values(), value)
    }

    /// Removes a value that is not the only one, together with the comma before it or, if it is the first, after it.
    fn without_word(&self, values: &[Word], value: &str) -> Option<String> {
        let index = values.iter().position(|it| it.is(value))?;
        let word = values.get(index)?.span.clone();
        Some(match index.checked_sub(1).and_then(|it| values.get(it)) {
            Some(before) => replaced_in_list(&self.text, before.span.end..word.end, ""),
            None => cut(&self.text, word.start..values.get(1)?.span.start),
        })
    }

    fn with_value(&self, field: &str, value: &str, exact: bool, wanted: Choice) -> String {
        let closed = Self::parse(&closed(&self.text));
        let mut lists = closed.terms(field).filter(|(_, term)| choice(*term) == wanted);
        if let Some(last) = lists.find_map(|(_, term)| term.values().last()) {
            let end = last.span.end;
            return replaced_in_list(&closed.text, end..end, &[",", &quoted(value)].concat());
        }
        let minus = if wanted == Choice::Excluded { "-" } else { "" };
        let sign = if exact { ":=" } else { ":" };
        self.append(&[minus, field, sign, &quoted(value)].concat())
    }

    /// Adds a term at the end, which must hold beside all that is there. Where a mistake would swallow it, the text is first put in
    /// order.
    #[must_use]
    pub fn append(&self, term: &str) -> String {
        if self.mistakes.iter().map(|it| it.kind).any(MistakeKind::reaches_on) {
            return appended(&self.to_string(), term);
        }
        appended(&closed(&self.text), term)
    }

    fn without(&self, node: &Node) -> String {
        without(&self.text, node.span.clone())
    }

    /// The terms about a field.
    fn terms(&self, field: &str) -> impl Iterator<Item = (&Node, Term<'_>)> {
        let terms = self.nodes.iter().filter_map(|node| Some((node, node.term()?)));
        terms.filter(move |(_, term)| term.is_about(field))
    }

    /// The ranges and comparisons of a field.
    fn bounded(&self, field: &str) -> impl Iterator<Item = &Node> {
        let wanted = self.terms(field).filter(|(_, it)| !it.is_negated && it.values().is_empty());
        wanted.map(|(node, _)| node)
    }

    /// Does a step again and again until there is nothing left to do. Each parses anew, which is dear only for texts that name
    /// a field very often.
    fn repeated(&self, step: impl Fn(&Self) -> Option<String>) -> String {
        let mut query = self.clone();
        while let Some(text) = step(&query) {
            query = Self::parse(&text);
        }
        query.text
    }
}

fn choice(term: Term<'_>) -> Choice {
    if term.is_negated { Choice::Excluded } else { Choice::Included }
}

fn text(word: &Word) -> &str {
    &word.text
}
