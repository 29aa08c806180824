//! The tree of a query. Spans are byte ranges of the text that was parsed, on character boundaries.

use std::ops::Range;

/// A part of a query, and where it stands. Equal nodes mean the same; their places do not count.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands, without parentheses around it, so that it is the same with others beside it and without.
    pub span: Range<usize>,
    /// What it asks.
    pub kind: NodeKind,
}

/// What a node asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// All of these, of which there are at least two and none is an `All`.
    All(Vec<Node>),
    /// Any of these, of which there are at least two and none is an `Any`.
    Any(Vec<Node>),
    /// The opposite.
    Not(Box<Node>),
    /// One condition.
    Leaf(Leaf),
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaf {
    /// A text to be found anywhere.
    Text {
        /// The text, without quotes and escapes.
        text: String,
        /// Whether it is a phrase in quotes. A text without quotes has no white space.
        quoted: bool,
    },
    /// What a field must be. Whether there is such a field, a later stage knows.
    Field {
        /// The field's name, in the letters that were typed.
        name: Word,
        /// What is asked of it.
        test: Test,
    },
}

/// What is asked of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// `os:linux,windows`: one of the values.
    Values {
        /// `os:=linux`: the value as a whole, not a part of it.
        exact: bool,
        /// The values, at least one.
        values: Vec<Word>,
    },
    /// `size:>20`.
    Compare {
        /// How the field's value must compare.
        op: Comparison,
        /// With what.
        value: Word,
    },
    /// `size:10..40`: both bounds belong to it. At least one of them is there.
    Range {
        /// The lower bound.
        from: Option<Word>,
        /// The upper bound.
        to: Option<Word>,
    },
}

/// How a field's value must compare with the one that stands in the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// A name or a value, and where it stands. Equal words have equal texts; their places do not count.
#[derive(Debug, Clone)]
pub struct Word {
    /// The text, without quotes and escapes.
    pub text: String,
    /// Where it stands, with its quotes.
    pub span: Range<usize>,
}

/// A field as a term by itself, be it negated or not. Only such terms are edited.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term<'a> {
    pub(super) is_negated: bool,
    pub(super) name: &'a Word,
    pub(super) test: &'a Test,
}

impl Node {
    /// The field that this node is about, unless there is more to it.
    pub(super) fn term(&self) -> Option<Term<'_>> {
        match &self.kind {
            NodeKind::Leaf(Leaf::Field { name, test }) => {
                Some(Term { is_negated: false, name, test })
            }
            NodeKind::Not(inner) => match &inner.kind {
                NodeKind::Leaf(Leaf::Field { name, test }) => {
                    Some(Term { is_negated: true, name, test })
                }
                _ => None,
            },
            _ => None,
        }
    }
}

impl<'a> Term<'a> {
    pub(super) fn is_about(self, field: &str) -> bool {
        self.name.text.eq_ignore_ascii_case(field)
    }

    pub(super) fn values(self) -> &'a [Word] {
        match self.test {
            Test::Values { values, .. } => values,
            Test::Compare { .. } | Test::Range { .. } => &[],
        }
    }

    /// The lower and the upper bound, be it by a range or by a comparison.
    pub(super) fn bounds(self) -> (Option<&'a Word>, Option<&'a Word>) {
        match self.test {
            Test::Values { .. } => (None, None),
            Test::Compare { op: Comparison::Less | Comparison::AtMost, value } => {
                (None, Some(value))
            }
            Test::Compare { op: Comparison::Greater | Comparison::AtLeast, value } => {
                (Some(value), None)
            }
            Test::Range { from, to } => (from.as_ref(), to.as_ref()),
        }
    }
}

impl Word {
    pub(super) fn is(&self, text: &str) -> bool {
        self.text.eq_ignore_ascii_case(text)
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Node {}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Word {}
