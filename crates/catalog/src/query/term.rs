//! From text to terms: words, phrases, and what is asked of a field.

use std::ops::Range;

use super::lex::{Lexer, TokenKind, closing_quote, ends_word, plain};
use super::mistake::{MistakeKind, Symbol};
use super::tree::{Comparison, Leaf, Test, Word};

/// A sign that a value must follow, and where it stands.
type Sign = (Symbol, Range<usize>);

impl Lexer<'_> {
    /// Reads a term, or one of the words that connect terms.
    pub(super) fn term(&mut self) -> TokenKind {
        if self.is_at_quote() {
            return phrase(self.phrase());
        }
        if let Some(name) = self.name() {
            return self.field(name);
        }
        match self.take_until(ends_word) {
            "OR" => TokenKind::Or,
            "AND" => TokenKind::And,
            "NOT" => TokenKind::Not,
            word => TokenKind::Leaf(Leaf::Text { text: word.to_owned(), quoted: false }),
        }
    }

    /// Reads a phrase, from the quote that comes next to its partner or to the end.
    pub(super) fn phrase(&mut self) -> String {
        let start = self.at();
        let mut text = String::new();
        let Some(close) = self.bump().and_then(closing_quote) else { return text };
        while let Some(it) = self.bump() {
            if it == close {
                return text;
            }
            text.push(if it == '\\' { self.escaped(close) } else { it });
        }
        self.unclosed = Some(start);
        text
    }

    fn is_at_quote(&self) -> bool {
        self.peek().and_then(closing_quote).is_some()
    }

    /// What a backslash stands for: the quote or backslash after it, else itself.
    fn escaped(&mut self, close: char) -> char {
        match self.rest.chars().next() {
            Some(it) if it == close || it == '\\' => self.bump().unwrap_or(it),
            _ => '\\',
        }
    }

    /// Reads the name of a field that begins at a place, to which it goes first.
    pub(super) fn name_at(&mut self, place: usize) -> Option<Word> {
        self.take(place.saturating_sub(self.at()));
        self.name()
    }

    /// How long the word is that comes next.
    pub(super) fn word_length(&self) -> usize {
        word(self.rest)
    }

    /// Reads a value that may begin a list or a range.
    pub(super) fn first_value(&mut self) -> Option<Word> {
        self.value(bound)
    }

    /// Reads a value that stands in a list.
    pub(super) fn next_value(&mut self) -> Option<Word> {
        self.value(item)
    }

    /// Reads a name if a colon follows, which stays.
    fn name(&mut self) -> Option<Word> {
        let length = name_length(self.rest);
        let mut after = self.rest.get(length..)?.chars();
        let is_field = length > 0
            && after.next().map(plain) == Some(':')
            // The beginning of an address, as in `https://`.
            && !after.as_str().starts_with("//");
        let start = self.at();
        is_field.then(|| Word { text: self.take(length).to_owned(), span: start..start + length })
    }

    fn field(&mut self, name: Word) -> TokenKind {
        let colon = self.at();
        self.bump();
        match self.test((Symbol::Colon, colon..self.at())) {
            Some(test) => TokenKind::Leaf(Leaf::Field { name, test }),
            None => TokenKind::Blank,
        }
    }

    fn test(&mut self, colon: Sign) -> Option<Test> {
        if let Some(sign) = self.sign('=') {
            let first = self.next_value();
            return self.list(true, (Symbol::Comparison, sign), first);
        }
        if let Some((op, sign)) = self.comparison() {
            return self.compare(op, sign);
        }
        let first = self.first_value();
        if self.rest.starts_with("..") {
            return self.range(first);
        }
        self.list(false, colon, first)
    }

    fn comparison(&mut self) -> Option<(Comparison, Range<usize>)> {
        let (strict, inclusive, sign) = if let Some(sign) = self.sign('<') {
            (Comparison::Less, Comparison::AtMost, sign)
        } else {
            (Comparison::Greater, Comparison::AtLeast, self.sign('>')?)
        };
        Some(match self.sign('=') {
            Some(equals) => (inclusive, sign.start..equals.end),
            None => (strict, sign),
        })
    }

    fn compare(&mut self, op: Comparison, sign: Range<usize>) -> Option<Test> {
        let value = self.value(word);
        if value.is_none() {
            self.mistakes.note(sign, MistakeKind::NothingAfter(Symbol::Comparison));
        }
        Some(Test::Compare { op, value: value? })
    }

    fn range(&mut self, from: Option<Word>) -> Option<Test> {
        let dots = self.at();
        self.take("..".len());
        let to = self.value(word);
        if from.is_none() && to.is_none() {
            self.mistakes.note(dots..dots + "..".len(), MistakeKind::EmptyRange);
            return None;
        }
        Some(Test::Range { from, to })
    }

    /// Reads the values after the first. One that is missing is a mistake of the sign before it.
    fn list(&mut self, exact: bool, mut sign: Sign, first: Option<Word>) -> Option<Test> {
        let mut values = Vec::new();
        let mut value = first;
        loop {
            match value {
                Some(value) => values.push(value),
                None => self.mistakes.note(sign.1, MistakeKind::NothingAfter(sign.0)),
            }
            let Some(comma) = self.sign(',') else { break };
            sign = (Symbol::Comma, comma);
            value = self.next_value();
        }
        (!values.is_empty()).then_some(Test::Values { exact, values })
    }

    /// Reads a value: a phrase, or as many bytes as `length` says.
    fn value(&mut self, length: fn(&str) -> usize) -> Option<Word> {
        let start = self.at();
        let text = if self.is_at_quote() {
            self.phrase()
        } else {
            self.take(length(self.rest)).to_owned()
        };
        let span = start..self.at();
        (!span.is_empty()).then_some(Word { text, span })
    }
}

/// A phrase of nothing asks nothing, so that rows do not vanish between a quote and its first letter.
fn phrase(text: String) -> TokenKind {
    if text.trim().is_empty() {
        return TokenKind::Blank;
    }
    TokenKind::Leaf(Leaf::Text { text, quoted: true })
}

fn name_length(rest: &str) -> usize {
    if !rest.starts_with(|it: char| it.is_alphabetic() || it == '_') {
        return 0;
    }
    let is_other = |it: char| !(it.is_alphanumeric() || matches!(it, '_' | '-'));
    rest.find(is_other).unwrap_or(rest.len())
}

/// The length of a value that stands alone.
fn word(rest: &str) -> usize {
    rest.find(ends_word).unwrap_or(rest.len())
}

/// The length of a value in a list.
fn item(rest: &str) -> usize {
    rest.find(|it| ends_word(it) || plain(it) == ',').unwrap_or(rest.len())
}

/// The length of a value that may begin a list or a range.
fn bound(rest: &str) -> usize {
    let length = item(rest);
    rest.get(..length).and_then(|it| it.find("..")).unwrap_or(length)
}
