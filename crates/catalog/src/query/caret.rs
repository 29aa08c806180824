//! What is being typed: the word or value that the caret stands in, as far as signs alone tell.

use std::ops::Range;

use super::lex::{Lexer, Token, TokenKind, plain};
use super::tree::{Leaf, Test, Word};

/// What is being typed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Typed {
    /// What of it stands before the caret, without quotes and escapes.
    pub(crate) text: String,
    /// What to replace by something else: up to the end of the word or value, behind the caret too.
    pub(crate) span: Range<usize>,
    /// Whether what follows belongs to the same term, so that nothing may come between.
    pub(crate) goes_on: bool,
    /// Where it stands.
    pub(crate) place: Place,
}

/// Where something is typed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// By itself: a word, or the name of a field as long as its colon is still to come.
    Term,
    /// Before a field's colon, which belongs to what is replaced.
    Name,
    /// As a value of a field.
    Value {
        /// The field's name.
        field: String,
        /// Whether it is the only value and nothing stands between it and the colon, so that it can be made an exact one.
        alone: bool,
    },
    /// In a phrase, or in a word that connects terms.
    Other,
}

/// What is being typed at a place of a text, which is moved back to the nearest between two characters.
///
/// The text before the caret decides what it is, for a token depends on nothing behind it; the whole text tells where it ends.
pub(crate) fn typed(text: &str, caret: usize) -> Typed {
    let (before, _) = text.split_at(text.floor_char_boundary(caret));
    let caret = before.len();
    let nothing =
        Typed { text: String::new(), span: caret..caret, goes_on: false, place: Place::Term };
    let last = Lexer::new(before).last().filter(|it| it.span.end == caret);
    let Some(Token { span, kind }) = last else { return nothing };
    match kind {
        // A minus with nothing behind it is a word to the lexer, and yet the beginning of a negation.
        TokenKind::Leaf(Leaf::Text { text, quoted: false }) if text == "-" => nothing,
        TokenKind::Leaf(Leaf::Text { quoted: false, .. }) => term(text, span),
        TokenKind::Leaf(Leaf::Field { name, test }) => value(text, caret, name, Some(&test)),
        TokenKind::Blank => match Lexer::new(before).name_at(span.start) {
            Some(name) => value(text, caret, name, None),
            None => Typed { place: Place::Other, ..nothing },
        },
        TokenKind::Open | TokenKind::Close | TokenKind::Minus => nothing,
        TokenKind::Leaf(_) | TokenKind::Or | TokenKind::And | TokenKind::Not => {
            Typed { place: Place::Other, ..nothing }
        }
    }
}

fn term(text: &str, before: Range<usize>) -> Typed {
    let typed = text.get(before.clone()).unwrap_or_default().to_owned();
    let mut lexer = Lexer::new(text);
    let (end, place) = match lexer.name_at(before.start) {
        Some(name) => (name.span.end + lexer.sign(':').map_or(0, |it| it.len()), Place::Name),
        None => (before.start + lexer.word_length(), Place::Term),
    };
    let goes_on = place == Place::Name;
    Typed { text: typed, span: before.start..end.max(before.end), goes_on, place }
}

fn value(text: &str, caret: usize, name: Word, test: Option<&Test>) -> Typed {
    let last = test.into_iter().flat_map(Test::words).find(|it| it.span.end == caret);
    let start = last.map_or(caret, |it| it.span.start);
    let between = text.get(name.span.end..start).unwrap_or_default();
    let is_first = between.chars().count() == 1;
    let end = caret.max(end_of_value(text, start, is_first).unwrap_or(caret));
    let after = text.get(end..).unwrap_or_default();
    let in_list = after.chars().next().map(plain) == Some(',');
    Typed {
        text: last.map_or_else(String::new, |it| it.text.clone()),
        span: start..end,
        goes_on: in_list || (is_first && after.starts_with("..")),
        place: Place::Value { field: name.text, alone: is_first && !in_list },
    }
}

/// Where the value ends that begins at a place. A quote without a partner reaches over all that is still to come, which is not meant.
fn end_of_value(text: &str, start: usize, is_first: bool) -> Option<usize> {
    let mut lexer = Lexer::new(text.get(start..)?);
    let value = if is_first { lexer.first_value() } else { lexer.next_value() };
    value.filter(|_| lexer.unclosed.is_none()).map(|it| start + it.span.end)
}

impl Test {
    /// All values that it has.
    fn words(&self) -> Vec<&Word> {
        match self {
            Self::Values { values, .. } => values.iter().collect(),
            Self::Compare { value, .. } => vec![value],
            Self::Range { from, to } => from.iter().chain(to).collect(),
        }
    }
}
