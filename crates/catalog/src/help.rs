//! Help where nothing is found: what to leave out, and what may have been meant.

use std::ops::Range;

use crate::{
    column::Column,
    filter::Filter,
    fold::fold,
    nearest::{Nearest, words},
    query::{Leaf, NodeKind, Query, Test, quoted},
    search::Found,
    table::Table,
};

/// What would lead to rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Help {
    /// The terms without which there are rows, the one that hides most first.
    pub drops: Vec<Drop>,
    /// What may have been meant by words that are nowhere.
    pub spellings: Vec<Spelling>,
}

/// A term to leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drop {
    /// Its place among the query's terms.
    pub term: usize,
    /// How many rows there are without it.
    pub rows: usize,
}

/// Another spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// What of the query's text to replace.
    pub span: Range<usize>,
    /// What to put there.
    pub text: String,
}

/// How many spellings of a word are suggested.
const SPELLINGS: usize = 3;

/// At most so many texts of a column are looked at, the first that came: help may take a moment, not a second.
const TEXTS: u32 = 50_000;

/// What helps against a result without rows. Costs a few counts of bits a term, and a walk over the words of all columns for each word that is nowhere.
#[must_use]
pub fn help(table: &Table, query: &Query, filter: &Filter, found: &Found) -> Help {
    let terms = 0..filter.clauses().len();
    let mut drops: Vec<Drop> = Vec::new();
    for term in terms.clone() {
        let rows = found.without_clause(term).count();
        if rows > 0 {
            let place = drops.partition_point(|it| it.rows >= rows);
            drops.insert(place, Drop { term, rows });
        }
    }
    let spellings = terms.filter(|it| found.clause(*it).is_some_and(|rows| rows.is_empty()));
    Help { drops, spellings: spellings.flat_map(|it| spellings_of(table, query, it)).collect() }
}

fn spellings_of(table: &Table, query: &Query, term: usize) -> Vec<Spelling> {
    let Some(node) = query.nodes().get(term) else { return Vec::new() };
    match &node.kind {
        NodeKind::Leaf(Leaf::Text { text, .. }) => {
            let searched = table.each().filter(|it| it.2.searched).map(|it| it.1);
            nearest(text, searched, &node.span)
        }
        NodeKind::Leaf(Leaf::Field { name, test: Test::Values { values, .. } }) => {
            let column = table.schema.place(&name.text).and_then(|it| table.columns.get(it));
            match values.as_slice() {
                [value] => nearest(&value.text, column.into_iter(), &value.span),
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

fn nearest<'a>(
    word: &str,
    columns: impl Iterator<Item = &'a Column>,
    span: &Range<usize>,
) -> Vec<Spelling> {
    let folded = fold(word);
    let mut nearest = Nearest::new(&folded);
    // Where every row has a text of its own, as ids are, one is as good a guess as any other.
    let dictionaries = columns.filter(|it| !it.is_distinct()).filter_map(Column::dictionary);
    for dictionary in dictionaries {
        let known = u32::try_from(dictionary.len()).unwrap_or(TEXTS).min(TEXTS);
        let texts = (0..known).filter_map(|code| dictionary.folded(code));
        texts.flat_map(words).for_each(|it| nearest.offer(it, 1));
    }
    let spelling = |it: &str| Spelling { span: span.clone(), text: quoted(it).into_owned() };
    nearest.best(SPELLINGS).iter().map(|it| spelling(it.word)).collect()
}
