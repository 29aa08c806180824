//! From a query's tree to conditions: whose names are columns, and whose values are texts.

use std::ops::Range;

use super::{Condition, Problem, ProblemKind};
use crate::{
    fold::fold,
    leaf::{Leaf, Word},
    nearest::Nearest,
    query::{self, Node, NodeKind, Query, Test},
    schema::{Kind, Schema},
};

/// How deep short names may stand for others; each stands for a query that has none in all catalogs there are.
const FLAGS_DEEP: u8 = 2;

/// Reads a query for a schema.
pub(super) struct Reader<'a> {
    pub(super) schema: &'a Schema,
    pub(super) now: i64,
    pub(super) text: &'a Query,
    pub(super) problems: Vec<Problem>,
    pub(super) depth: u8,
}

impl Reader<'_> {
    pub(super) fn node(&mut self, node: &Node) -> Condition {
        match &node.kind {
            NodeKind::All(all) => Condition::All(all.iter().map(|it| self.node(it)).collect()),
            NodeKind::Any(any) => Condition::Any(any.iter().map(|it| self.node(it)).collect()),
            NodeKind::Not(it) => not(self.node(it)),
            NodeKind::Leaf(query::Leaf::Text { text, quoted }) => word(text, *quoted),
            NodeKind::Leaf(query::Leaf::Field { name, test }) => self.field(&node.span, name, test),
        }
    }

    fn field(&mut self, span: &Range<usize>, name: &query::Word, test: &Test) -> Condition {
        match (name.text.to_ascii_lowercase().as_str(), test) {
            ("has", Test::Values { values, .. }) => self.any(values, Self::present),
            ("missing", Test::Values { values, .. }) => {
                self.any(values, |it, value| not(it.present(value)))
            }
            ("is", Test::Values { values, .. }) => self.any(values, Self::flag),
            _ => match self.schema.place(&name.text) {
                Some(place) => {
                    self.column(place, test).map_or(Condition::Leaf(Leaf::Always), Condition::Leaf)
                }
                None => self.unknown(span, name, test),
            },
        }
    }

    fn any(
        &mut self,
        values: &[query::Word],
        one: impl Fn(&mut Self, &query::Word) -> Condition,
    ) -> Condition {
        match values {
            [it] => one(self, it),
            _ => Condition::Any(values.iter().map(|it| one(self, it)).collect()),
        }
    }

    fn present(&mut self, name: &query::Word) -> Condition {
        if let Some(place) = self.schema.place(&name.text) {
            return Condition::Leaf(Leaf::Present(place));
        }
        let nearest = self.nearest(&name.text);
        self.problem(&name.span, ProblemKind::UnknownField(nearest))
    }

    fn flag(&mut self, name: &query::Word) -> Condition {
        let schema = self.schema;
        let flag = schema.flags.iter().find(|it| it.name.eq_ignore_ascii_case(&name.text));
        if let Some(flag) = flag.filter(|_| self.depth < FLAGS_DEEP) {
            let query = Query::parse(flag.query);
            let mut reader =
                Reader { text: &query, problems: Vec::new(), depth: self.depth + 1, ..*self };
            let mut all: Vec<_> = query.nodes().iter().map(|it| reader.node(it)).collect();
            return if all.len() == 1 { all.remove(0) } else { Condition::All(all) };
        }
        match schema.place(&name.text) {
            Some(place) if schema.column(place).is_some_and(|it| it.kind == Kind::Flag) => {
                Condition::Leaf(Leaf::Flag(place, true))
            }
            _ => self.problem(&name.span, ProblemKind::UnknownFlag),
        }
    }

    fn unknown(&mut self, span: &Range<usize>, name: &query::Word, test: &Test) -> Condition {
        let nearest = self.nearest(&name.text);
        let is_text = matches!(test, Test::Values { exact: false, .. });
        if is_text && nearest.is_none() {
            return word(self.text.source(span.clone()), true);
        }
        self.problem(&name.span, ProblemKind::UnknownField(nearest))
    }

    fn nearest(&self, name: &str) -> Option<&'static str> {
        let folded = fold(name);
        let mut nearest = Nearest::new(&folded);
        self.schema.columns.iter().for_each(|it| nearest.offer(it.name, 1));
        nearest.best(1).first().map(|it| it.word)
    }

    pub(super) fn problem(&mut self, span: &Range<usize>, kind: ProblemKind) -> Condition {
        self.problems.push(Problem { span: span.clone(), kind });
        Condition::Leaf(Leaf::Always)
    }
}

/// The opposite; of a term with a problem, as of the term itself, every row.
fn not(it: Condition) -> Condition {
    if it == Condition::Leaf(Leaf::Always) { it } else { Condition::Not(Box::new(it)) }
}

fn word(text: &str, is_phrase: bool) -> Condition {
    let folded = fold(text);
    let trimmed = folded.trim();
    Condition::Leaf(if trimmed.is_empty() {
        Leaf::Always
    } else {
        Leaf::Word(Word::new(trimmed.to_owned(), is_phrase))
    })
}
