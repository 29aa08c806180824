//! What can be wrong with a query, as data; the sentences belong to whoever shows them.

use std::ops::Range;

/// A place that could not be read as it stands. The rest of the query was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes to point at.
    pub span: Range<usize>,
    /// What is wrong there.
    pub kind: MistakeKind,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MistakeKind {
    /// This opening parenthesis has no partner; the group reaches to the end.
    MissingClosing,
    /// This closing parenthesis has no partner; it was passed over.
    UnexpectedClosing,
    /// There is nothing between these parentheses.
    EmptyParentheses,
    /// This sign needs something after it: a term, or a value directly attached.
    NothingAfter(Symbol),
    /// This sign needs a term before it.
    NothingBefore(Symbol),
    /// A range needs a bound on at least one side of these dots.
    EmptyRange,
    /// This sign stands more than 32 groups and negations deep; it and those like it in the same group were passed over.
    TooDeep,
}

/// A sign that needs company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// `OR`
    Or,
    /// `AND`
    And,
    /// `NOT`
    Not,
    /// `-` before a term
    Minus,
    /// `:` after a field's name
    Colon,
    /// `,` between values
    Comma,
    /// `=`, `<`, `<=`, `>` or `>=` before a value
    Comparison,
}

impl MistakeKind {
    /// Whether a term written behind would be read as part of what is wrong.
    pub(super) fn reaches_on(self) -> bool {
        match self {
            Self::MissingClosing | Self::UnexpectedClosing | Self::TooDeep => true,
            Self::NothingAfter(symbol) => {
                matches!(symbol, Symbol::Or | Symbol::Not | Symbol::Minus)
            }
            Self::EmptyParentheses | Self::NothingBefore(_) | Self::EmptyRange => false,
        }
    }
}

/// Mistakes from left to right.
#[derive(Debug, Default)]
pub(super) struct Mistakes {
    list: Vec<Mistake>,
}

impl Mistakes {
    /// Adds a mistake at its place. Nearly all come in order; only the few groups that never close are reported late.
    pub(super) fn note(&mut self, span: Range<usize>, kind: MistakeKind) {
        let place = self.list.partition_point(|it| it.span.start <= span.start);
        self.list.insert(place, Mistake { span, kind });
    }

    pub(super) fn into_list(self) -> Vec<Mistake> {
        self.list
    }
}
