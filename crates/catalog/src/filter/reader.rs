//! From a query's tree to conditions: whose names are columns, and whose values are texts.

use std::ops::Range;

use super::{Condition, Problem, ProblemKind};
use crate::{
    fold::fold,
    leaf::{Leaf, Word},
    nearest::Nearest,
    query::{self, Node, NodeKind, Query, Test},
    reserved::{Special, special},
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
    /// What a node asks; nothing if that could not be read, which is noted then, so that what stands beside it counts alone.
    pub(super) fn node(&mut self, node: &Node) -> Option<Condition> {
        match &node.kind {
            NodeKind::All(all) => join(Condition::All, all.iter().map(|it| self.node(it))),
            NodeKind::Any(any) => join(Condition::Any, any.iter().map(|it| self.node(it))),
            NodeKind::Not(it) => self.node(it).map(not),
            NodeKind::Leaf(query::Leaf::Text { text, quoted }) => word(text, *quoted),
            NodeKind::Leaf(query::Leaf::Field { name, test }) => self.field(&node.span, name, test),
        }
    }

    fn field(&mut self, span: &Range<usize>, name: &query::Word, test: &Test) -> Option<Condition> {
        match (special(&name.text), test) {
            (Some(Special::Has), Test::Values { values, .. }) => self.any(values, Self::present),
            (Some(Special::Missing), Test::Values { values, .. }) => {
                self.any(values, |it, value| it.present(value).map(not))
            }
            (Some(Special::Is), Test::Values { values, .. }) => self.any(values, Self::flag),
            _ => match self.schema.place(&name.text) {
                Some(place) => self.column(place, test).map(Condition::Leaf),
                None => self.unknown(span, name, test),
            },
        }
    }

    fn any(
        &mut self,
        values: &[query::Word],
        one: fn(&mut Self, &query::Word) -> Option<Condition>,
    ) -> Option<Condition> {
        join(Condition::Any, values.iter().map(|it| one(self, it)))
    }

    fn present(&mut self, name: &query::Word) -> Option<Condition> {
        if let Some(place) = self.schema.place(&name.text) {
            return Some(Condition::Leaf(Leaf::Present(place)));
        }
        let nearest = self.nearest(&name.text);
        self.problem(&name.span, ProblemKind::UnknownField(nearest))
    }

    fn flag(&mut self, name: &query::Word) -> Option<Condition> {
        let schema = self.schema;
        let flag = schema.flags.iter().find(|it| it.name.eq_ignore_ascii_case(&name.text));
        if let Some(flag) = flag.filter(|_| self.depth < FLAGS_DEEP) {
            let query = Query::parse(flag.query);
            let mut reader =
                Reader { text: &query, problems: Vec::new(), depth: self.depth + 1, ..*self };
            return join(Condition::All, query.nodes().iter().map(|it| reader.node(it)));
        }
        match schema.place(&name.text) {
            Some(place) if schema.column(place).is_some_and(|it| it.kind == Kind::Flag) => {
                Some(Condition::Leaf(Leaf::Flag(place, true)))
            }
            _ => self.problem(&name.span, ProblemKind::UnknownFlag),
        }
    }

    fn unknown(
        &mut self,
        span: &Range<usize>,
        name: &query::Word,
        test: &Test,
    ) -> Option<Condition> {
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

    /// Notes a problem, in place of what could not be read.
    pub(super) fn problem<T>(&mut self, span: &Range<usize>, kind: ProblemKind) -> Option<T> {
        self.problems.push(Problem { span: span.clone(), kind });
        None
    }
}

fn not(it: Condition) -> Condition {
    Condition::Not(Box::new(it))
}

/// One condition of those that could be read: the only one itself, none of none.
fn join(
    kind: fn(Vec<Condition>) -> Condition,
    parts: impl Iterator<Item = Option<Condition>>,
) -> Option<Condition> {
    let mut parts: Vec<_> = parts.flatten().collect();
    if parts.len() < 2 { parts.pop() } else { Some(kind(parts)) }
}

fn word(text: &str, is_phrase: bool) -> Option<Condition> {
    let folded = fold(text);
    let trimmed = folded.trim();
    let word = || Word::new(trimmed.to_owned(), is_phrase);
    (!trimmed.is_empty()).then(|| Condition::Leaf(Leaf::Word(word())))
}
