//! Filters: a query whose names and values are known to be those of a table.

mod reader;
mod values;

use std::ops::Range;

use crate::{
    leaf::{Leaf, Word},
    marks::Marker,
    query::{MistakeKind, Query},
    schema::Schema,
    value::ValueError,
};
use reader::Reader;

/// What rows must meet: clauses, all of them.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    clauses: Vec<Clause>,
    problems: Vec<Problem>,
}

/// A term of the query.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// Where it stands in the query's text.
    pub span: Range<usize>,
    /// The column, if it is about one alone.
    pub column: Option<usize>,
    pub(crate) condition: Condition,
}

/// A condition made of others.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Condition {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Leaf(Leaf),
}

/// Something in the query that could not be read as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The bytes of the query's text to point at.
    pub span: Range<usize>,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// What is wrong with a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// It is not written as the language is.
    Syntax(MistakeKind),
    /// There is no column of that name. The nearest that there is, if one is near.
    UnknownField(Option<&'static str>),
    /// `is:` knows no such name.
    UnknownFlag,
    /// It is no value of that column.
    Value(usize, ValueError),
    /// Yes and no are all that this column can be asked for.
    NotComparable(usize),
}

impl Filter {
    /// What a query means for tables of a schema at a time, in Unix seconds.
    ///
    /// What has a problem is left out, be it a term, an alternative or a value of several: what is asked besides it still holds. A term of which nothing
    /// is left lets every row through. A field that there is not is looked for as text,
    /// since `nginx:1.25` is what images are called, unless its name is nearly that of a column.
    #[must_use]
    pub fn new(query: &Query, schema: &Schema, now: i64) -> Self {
        let mut reader = Reader { schema, now, text: query, problems: Vec::new(), depth: 0 };
        let clauses = query.nodes().iter().map(|it| {
            let condition = reader.node(it).unwrap_or(Condition::Leaf(Leaf::Always));
            Clause { span: it.span.clone(), column: condition.column(), condition }
        });
        let clauses = clauses.collect();
        let mut problems = reader.problems;
        for it in query.mistakes() {
            let place =
                problems.partition_point(|other: &Problem| other.span.start <= it.span.start);
            let kind = ProblemKind::Syntax(it.kind);
            problems.insert(place, Problem { span: it.span.clone(), kind });
        }
        Self { clauses, problems }
    }

    /// The terms, in their order.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// What could not be read, from left to right.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What to mark in the cells of a column: nothing if the query asks for no words there. `searched` says whether words that name no column are looked
    /// for in it.
    #[must_use]
    pub fn marker(&self, column: usize, searched: bool) -> Option<Marker> {
        let mut words = Vec::new();
        self.clauses.iter().for_each(|it| it.condition.words(column, searched, &mut words));
        let mut marker = Marker::default();
        words.iter().for_each(|it| marker.add(&it.text, it.pinyin.is_none()));
        (!words.is_empty()).then_some(marker)
    }
}

impl Condition {
    /// The column that all of it is about.
    fn column(&self) -> Option<usize> {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                let (first, rest) = parts.split_first()?;
                first.column().filter(|it| rest.iter().all(|part| part.column() == Some(*it)))
            }
            Self::Not(it) => it.column(),
            Self::Leaf(leaf) => leaf.column(),
        }
    }

    /// The words that rows have because of it.
    fn words<'a>(&'a self, column: usize, searched: bool, words: &mut Vec<&'a Word>) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().for_each(|it| it.words(column, searched, words));
            }
            Self::Leaf(Leaf::Word(word)) if searched => words.push(word),
            Self::Leaf(Leaf::Contains(place, these)) if *place == column => {
                words.extend(these);
            }
            Self::Not(_) | Self::Leaf(_) => {}
        }
    }
}
