//! From text to tokens: what separates, groups and negates. The inside of a term is read in `term.rs`.

use std::ops::Range;

use super::mistake::Mistakes;
use super::tree::Leaf;

/// A token, and where it stands.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) span: Range<usize>,
    pub(super) kind: TokenKind,
}

#[derive(Debug)]
pub(super) enum TokenKind {
    Open,
    Close,
    Or,
    And,
    Not,
    Minus,
    Leaf(Leaf),
    /// A term that asks nothing: an empty phrase, or a field whose value is still to come.
    Blank,
}

/// Reads tokens one by one. A token depends on nothing before it but where it begins.
#[derive(Debug)]
pub(super) struct Lexer<'a> {
    text: &'a str,
    pub(super) rest: &'a str,
    pub(super) mistakes: Mistakes,
    /// Where a quote without a partner stands. There is at most one, since it reaches to the end.
    pub(super) unclosed: Option<usize>,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, rest: text, mistakes: Mistakes::default(), unclosed: None }
    }

    /// How many bytes have been read.
    pub(super) fn at(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    /// The next character in its plain form.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next().map(plain)
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let first = chars.next();
        self.rest = chars.as_str();
        first
    }

    /// Reads this sign if it comes next, and says where it stands.
    pub(super) fn sign(&mut self, sign: char) -> Option<Range<usize>> {
        let start = self.at();
        if self.peek() != Some(sign) {
            return None;
        }
        self.bump();
        Some(start..self.at())
    }

    /// Reads up to the first character that ends it.
    pub(super) fn take_until(&mut self, ends: fn(char) -> bool) -> &'a str {
        let length = self.rest.find(ends).unwrap_or(self.rest.len());
        self.take(length)
    }

    /// Reads so many bytes, which must end between two characters.
    pub(super) fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Reads a token that is one character long.
    fn single(&mut self, kind: TokenKind) -> TokenKind {
        self.bump();
        kind
    }

    fn token(&mut self, first: char) -> TokenKind {
        match plain(first) {
            '(' => self.single(TokenKind::Open),
            ')' => self.single(TokenKind::Close),
            '-' if negates(self.rest) => self.single(TokenKind::Minus),
            _ => self.term(),
        }
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.take_until(|it| !it.is_whitespace());
        let start = self.at();
        let first = self.peek()?;
        let kind = self.token(first);
        Some(Token { span: start..self.at(), kind })
    }
}

/// The plain form of the full-width signs that Chinese input methods write.
pub(super) fn plain(it: char) -> char {
    match it {
        '：' => ':',
        '，' => ',',
        '（' => '(',
        '）' => ')',
        '－' => '-',
        '＞' => '>',
        '＜' => '<',
        '＝' => '=',
        other => other,
    }
}

/// The partner of a quote that opens a phrase.
pub(super) fn closing_quote(it: char) -> Option<char> {
    match it {
        '"' => Some('"'),
        '“' => Some('”'),
        '「' => Some('」'),
        _ => None,
    }
}

/// Whether a word ends before this character.
pub(super) fn ends_word(it: char) -> bool {
    it.is_whitespace() || closing_quote(it).is_some() || matches!(plain(it), '(' | ')')
}

/// Whether an `OR` stands outside of all parentheses.
pub(super) fn has_alternatives(text: &str) -> bool {
    let mut depth = 0_usize;
    Lexer::new(text).any(|it| {
        match it.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(it.kind, TokenKind::Or)
    })
}

/// Whether the minus at the beginning is attached to a term.
fn negates(rest: &str) -> bool {
    let after = rest.chars().nth(1).map(plain);
    after.is_some_and(|it| !it.is_whitespace() && it != ')' && it != '-')
}
