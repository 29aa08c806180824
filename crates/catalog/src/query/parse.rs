//! From tokens to the tree, by recursive descent.

use std::ops::Range;

use super::lex::{Lexer, Token, TokenKind, has_alternatives};
use super::mistake::{Mistake, MistakeKind, Symbol};
use super::tree::{Leaf, Node, NodeKind};

/// How deep groups and negations may be nested: deeper than anybody writes, and no danger to a stack.
const DEEPEST: usize = 32;

/// The terms of a text, all of which must hold, and its mistakes.
pub(super) fn parse(text: &str) -> (Vec<Node>, Vec<Mistake>) {
    let mut lexer = Lexer::new(text);
    let next = lexer.next();
    // An alternative counts as a group even without parentheses: it needs them once there is a term beside it.
    let deepest = DEEPEST - usize::from(has_alternatives(text));
    let mut parser = Parser { lexer, next, end: 0, deepest };
    let nodes = match parser.any(0) {
        Some(Node { kind: NodeKind::All(nodes), .. }) => nodes,
        root => root.into_iter().collect(),
    };
    (nodes, parser.lexer.mistakes.into_list())
}

/// Each rule reads what belongs to it and gives a node, or none if nothing is asked.
struct Parser<'a> {
    lexer: Lexer<'a>,
    next: Option<Token>,
    /// Where the last token ended.
    end: usize,
    deepest: usize,
}

impl Parser<'_> {
    /// `all { "OR" all }`
    fn any(&mut self, depth: usize) -> Option<Node> {
        let start = self.start();
        let mut nodes = Vec::new();
        if let Some(or) = self.take_if(|it| matches!(it, TokenKind::Or)) {
            self.note(or.span, MistakeKind::NothingBefore(Symbol::Or));
        }
        nodes.extend(self.all(depth));
        while let Some(or) = self.take_if(|it| matches!(it, TokenKind::Or)) {
            self.expect_operand(or.span, Symbol::Or);
            nodes.extend(self.all(depth));
        }
        join(NodeKind::Any, nodes, start..self.end)
    }

    /// `operand { ["AND"] operand }`
    fn all(&mut self, depth: usize) -> Option<Node> {
        let start = self.start();
        let mut nodes = Vec::new();
        let mut is_first = true;
        while let Some(token) = self.take_if(|it| belongs_to_all(it, depth)) {
            match token.kind {
                TokenKind::Close => self.note(token.span, MistakeKind::UnexpectedClosing),
                TokenKind::And if is_first => {
                    self.note(token.span, MistakeKind::NothingBefore(Symbol::And));
                }
                TokenKind::And => self.expect_operand(token.span, Symbol::And),
                _ => nodes.extend(self.operand(token, depth)),
            }
            is_first = false;
        }
        join(NodeKind::All, nodes, start..self.end)
    }

    /// `( "-" | "NOT" ) operand | "(" any ")" | phrase | field | word`, from its first token on.
    fn operand(&mut self, token: Token, depth: usize) -> Option<Node> {
        match token.kind {
            TokenKind::Leaf(leaf) => Some(leaf_at(token.span, leaf)),
            TokenKind::Minus => self.negation(token.span, Symbol::Minus, depth),
            TokenKind::Not => self.negation(token.span, Symbol::Not, depth),
            TokenKind::Open if depth < self.deepest => self.group(token.span, depth),
            TokenKind::Open => self.flat(token.span),
            TokenKind::Close | TokenKind::Or | TokenKind::And | TokenKind::Blank => None,
        }
    }

    fn negation(&mut self, sign: Range<usize>, symbol: Symbol, depth: usize) -> Option<Node> {
        if depth == self.deepest {
            return self.too_many_negations(sign);
        }
        self.expect_operand(sign.clone(), symbol);
        let token = self.take_if(begins_operand)?;
        let inner = self.operand(token, depth + 1)?;
        Some(Node { span: sign.start..self.end, kind: NodeKind::Not(Box::new(inner)) })
    }

    /// Passes over a chain of negations without going deeper.
    fn too_many_negations(&mut self, first: Range<usize>) -> Option<Node> {
        self.note(first, MistakeKind::TooDeep);
        while self.take_if(|it| matches!(it, TokenKind::Minus | TokenKind::Not)).is_some() {}
        let token = self.take_if(begins_operand)?;
        self.operand(token, self.deepest)
    }

    fn group(&mut self, open: Range<usize>, depth: usize) -> Option<Node> {
        if self.take_if(|it| matches!(it, TokenKind::Close)).is_some() {
            self.note(open.start..self.end, MistakeKind::EmptyParentheses);
            return None;
        }
        let node = self.any(depth + 1);
        if self.take_if(|it| matches!(it, TokenKind::Close)).is_none() {
            self.note(open, MistakeKind::MissingClosing);
        }
        node
    }

    /// The terms of a group that lies too deep for structure, up to its end. A group of mere terms loses nothing by that.
    fn flat(&mut self, open: Range<usize>) -> Option<Node> {
        let start = open.start;
        let mut nodes = Vec::new();
        let mut groups = 1_usize;
        let mut is_whole = true;
        while groups > 0 {
            let Some(token) = self.take() else {
                self.note(open, MistakeKind::MissingClosing);
                break;
            };
            match token.kind {
                TokenKind::Open => groups += 1,
                TokenKind::Close => groups -= 1,
                TokenKind::Leaf(leaf) => nodes.push(leaf_at(token.span, leaf)),
                TokenKind::And | TokenKind::Blank => {}
                TokenKind::Or | TokenKind::Not | TokenKind::Minus if is_whole => {
                    self.note(token.span, MistakeKind::TooDeep);
                    is_whole = false;
                }
                TokenKind::Or | TokenKind::Not | TokenKind::Minus => {}
            }
        }
        join(NodeKind::All, nodes, start..self.end)
    }

    fn expect_operand(&mut self, sign: Range<usize>, symbol: Symbol) {
        if !self.next.as_ref().is_some_and(|it| begins_operand(&it.kind)) {
            self.note(sign, MistakeKind::NothingAfter(symbol));
        }
    }

    fn note(&mut self, span: Range<usize>, kind: MistakeKind) {
        self.lexer.mistakes.note(span, kind);
    }

    fn start(&self) -> usize {
        self.next.as_ref().map_or(self.end, |it| it.span.start)
    }

    fn take_if(&mut self, is_wanted: impl Fn(&TokenKind) -> bool) -> Option<Token> {
        if is_wanted(&self.next.as_ref()?.kind) { self.take() } else { None }
    }

    fn take(&mut self) -> Option<Token> {
        let token = std::mem::replace(&mut self.next, self.lexer.next())?;
        self.end = token.span.end;
        Some(token)
    }
}

fn leaf_at(span: Range<usize>, leaf: Leaf) -> Node {
    Node { span, kind: NodeKind::Leaf(leaf) }
}

/// A closing parenthesis ends a group; where none is open it ends nothing.
fn belongs_to_all(token: &TokenKind, depth: usize) -> bool {
    match token {
        TokenKind::Or => false,
        TokenKind::Close => depth == 0,
        _ => true,
    }
}

fn begins_operand(token: &TokenKind) -> bool {
    !matches!(token, TokenKind::Close | TokenKind::Or | TokenKind::And)
}

/// One node of several: none of none, the only one itself, and lists of the same kind in place of those that hold them.
fn join(kind: fn(Vec<Node>) -> NodeKind, mut nodes: Vec<Node>, span: Range<usize>) -> Option<Node> {
    if nodes.len() < 2 {
        return nodes.pop();
    }
    let is_all = matches!(kind(Vec::new()), NodeKind::All(_));
    let mut flat = Vec::with_capacity(nodes.len());
    for Node { span, kind } in nodes {
        match (kind, is_all) {
            (NodeKind::All(inner), true) | (NodeKind::Any(inner), false) => flat.extend(inner),
            (kind, _) => flat.push(Node { span, kind }),
        }
    }
    Some(Node { span, kind: kind(flat) })
}
