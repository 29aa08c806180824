//! Search: which rows a filter lets through.

use crate::{
    bits::Bits,
    filter::{Condition, Filter},
    leaf::{Answer, Leaf},
    table::Table,
};

/// Searches one table, and keeps the answers to the last conditions, so that a longer word is looked for among the rows of the
/// shorter one, and a condition that is still there is not looked at again.
#[derive(Debug, Default)]
pub struct Search {
    answers: Vec<Kept>,
}

#[derive(Debug)]
struct Kept {
    leaf: Leaf,
    answer: Answer,
}

/// The rows that a filter lets through, and those that each of its clauses does.
#[derive(Debug, Clone, Default)]
pub struct Found {
    rows: Bits,
    clauses: Vec<Passed>,
}

#[derive(Debug, Clone)]
struct Passed {
    column: Option<usize>,
    rows: Bits,
}

/// How many answers are kept: the conditions of a long query, each twice, as it was before the last key and after it.
const KEPT: usize = 12;

impl Search {
    /// The rows among the first `len` that the filter lets through.
    ///
    /// A new word costs one scan over the distinct texts of each searched column, and a look at the codes of each row for columns in which
    /// it was found; a word that has grown costs that for the texts and rows of the shorter one. A field costs its column. Clauses are then put
    /// together 64 rows at a time. Allocates a bit a row and clause, nothing per row.
    pub fn run(&mut self, table: &Table, filter: &Filter, len: u32) -> Found {
        let len = len.min(table.len()) as usize;
        if self.answers.first().is_some_and(|it| it.answer.rows.len() != len) {
            self.answers.clear();
        }
        let mut rows = Bits::all(len);
        let mut clauses = Vec::with_capacity(filter.clauses().len());
        for clause in filter.clauses() {
            let passed = self.condition(table, &clause.condition, len);
            rows.keep(&passed);
            clauses.push(Passed { column: clause.column, rows: passed });
        }
        self.answers.truncate(KEPT);
        Found { rows, clauses }
    }

    /// How many bytes it keeps.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.answers.iter().map(|it| it.answer.bytes()).sum()
    }

    fn condition(&mut self, table: &Table, condition: &Condition, len: usize) -> Bits {
        match condition {
            Condition::All(all) => {
                let mut rows = Bits::all(len);
                all.iter().for_each(|it| rows.keep(&self.condition(table, it, len)));
                rows
            }
            Condition::Any(any) => {
                let mut rows = Bits::none(len);
                any.iter().for_each(|it| rows.join(&self.condition(table, it, len)));
                rows
            }
            Condition::Not(it) => {
                let mut rows = self.condition(table, it, len);
                rows.invert();
                rows
            }
            Condition::Leaf(leaf) => self.leaf(table, leaf, len).clone(),
        }
    }

    /// The rows that meet a condition; the last one asked for stands first.
    fn leaf(&mut self, table: &Table, leaf: &Leaf, len: usize) -> &Bits {
        if let Some(place) = self.answers.iter().position(|it| it.leaf == *leaf) {
            self.answers[..=place].rotate_right(1);
        } else {
            let wider = self.answers.iter().find(|it| leaf.narrows(&it.leaf));
            let answer = leaf.answer(table, len, wider.map(|it| (&it.leaf, &it.answer)));
            self.answers.insert(0, Kept { leaf: leaf.clone(), answer });
        }
        &self.answers[0].answer.rows
    }
}

impl Found {
    /// The rows that every clause lets through.
    #[must_use]
    pub fn rows(&self) -> &Bits {
        &self.rows
    }

    /// The rows that a clause lets through by itself.
    #[must_use]
    pub fn clause(&self, place: usize) -> Option<&Bits> {
        self.clauses.get(place).map(|it| &it.rows)
    }

    /// The rows that every clause lets through that is not about this column alone: what a facet counts among.
    #[must_use]
    pub fn without_column(&self, column: usize) -> Bits {
        self.all_but(&|_, it| it.column == Some(column))
    }

    /// The rows that every clause but one lets through.
    #[must_use]
    pub fn without_clause(&self, place: usize) -> Bits {
        self.all_but(&|at, _| at == place)
    }

    fn all_but(&self, is_left_out: &dyn Fn(usize, &Passed) -> bool) -> Bits {
        let mut rows = Bits::all(self.rows.len());
        let kept = self.clauses.iter().enumerate().filter(|(place, it)| !is_left_out(*place, it));
        kept.for_each(|(_, it)| rows.keep(&it.rows));
        rows
    }
}
