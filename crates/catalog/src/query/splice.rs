//! Changes of a query's text at one place, which leave the rest as it was written.

use std::ops::Range;

use super::lex::{Lexer, Token, TokenKind, has_alternatives, plain};
use super::print::in_quotes;

/// The text without a term, the parentheses and `AND` that only it needed, and the white space between it and the next.
pub(super) fn without(text: &str, term: Range<usize>) -> String {
    let hull = hull(text, term);
    let (before, after) = around(text, hull);
    let next = after.trim_start();
    if next.is_empty() || closes(next) {
        return [before.trim_end(), next].concat();
    }
    let is_apart = before.is_empty() || before.ends_with(char::is_whitespace) || opens(before);
    if is_apart { [before, next].concat() } else { [before, " ", next].concat() }
}

/// The text with something else at a place, and apart from what follows.
pub(crate) fn replaced(text: &str, place: Range<usize>, new: &str) -> String {
    let (before, after) = around(text, place);
    let is_apart = after.is_empty() || after.starts_with(char::is_whitespace) || closes(after);
    [before, new, if is_apart { "" } else { " " }, after].concat()
}

/// The same inside a list of values, which may go on with a comma.
pub(super) fn replaced_in_list(text: &str, place: Range<usize>, new: &str) -> String {
    let (before, after) = around(text, place.clone());
    if first(after) == Some(',') {
        [before, new, after].concat()
    } else {
        replaced(text, place, new)
    }
}

/// The text without a place whose surroundings do not run together.
pub(super) fn cut(text: &str, place: Range<usize>) -> String {
    let (before, after) = around(text, place);
    [before, after].concat()
}

/// The text with a term more, which must hold beside all of the text.
pub(super) fn appended(text: &str, term: &str) -> String {
    let all =
        if has_alternatives(text) { ["(", text.trim(), ")"].concat() } else { text.to_owned() };
    let is_apart = all.is_empty() || all.ends_with(char::is_whitespace);
    [all.as_str(), if is_apart { "" } else { " " }, term].concat()
}

/// The text with the partner of a quote that reaches to the end. Its phrase is quoted anew, for it may end in a backslash.
pub(super) fn closed(text: &str) -> String {
    let mut lexer = Lexer::new(text);
    while lexer.next().is_some() {}
    let Some((before, phrase)) = lexer.unclosed.and_then(|it| text.split_at_checked(it)) else {
        return text.to_owned();
    };
    [before, &in_quotes(&Lexer::new(phrase).phrase())].concat()
}

/// Grows a term's place by what would be left over without it.
fn hull(text: &str, term: Range<usize>) -> Range<usize> {
    let tokens: Vec<_> = Lexer::new(text).collect();
    let (before, rest) = split(&tokens, |it| it.span.end <= term.start);
    let (_, mut after) = split(rest, |it| it.span.start < term.end);
    let mut before = before;
    let mut hull = term;
    while let [others @ .., last] = before {
        match (&last.kind, after) {
            // A negation that is no part of the term was passed over as too deep.
            (TokenKind::And | TokenKind::Minus | TokenKind::Not, _) | (TokenKind::Open, []) => {}
            (TokenKind::Open, [first, others @ ..]) if matches!(first.kind, TokenKind::Close) => {
                hull.end = first.span.end;
                after = others;
            }
            _ => break,
        }
        hull.start = last.span.start;
        before = others;
    }
    if before.last().is_none_or(|it| matches!(it.kind, TokenKind::Open))
        && let Some(Token { span, kind: TokenKind::And }) = after.first()
    {
        hull.end = span.end;
    }
    hull
}

fn split(tokens: &[Token], is_left: impl Fn(&Token) -> bool) -> (&[Token], &[Token]) {
    tokens.split_at(tokens.partition_point(is_left))
}

fn around(text: &str, place: Range<usize>) -> (&str, &str) {
    let before = text.get(..place.start).unwrap_or_default();
    (before, text.get(place.end..).unwrap_or_default())
}

fn opens(before: &str) -> bool {
    before.chars().next_back().map(plain) == Some('(')
}

fn closes(after: &str) -> bool {
    first(after) == Some(')')
}

fn first(text: &str) -> Option<char> {
    text.chars().next().map(plain)
}
