//! Help where nothing is found: what to leave out, and what may have been meant.

use std::{borrow::Cow, ops::Range};

use memchr::memmem::Finder;

use crate::{
    bits::Bits,
    column::Column,
    dictionary::Dictionary,
    filter::Filter,
    fold::fold,
    nearest::{Nearest, words},
    query::{Leaf, NodeKind, Query, Test, quoted},
    schema::{ColumnSpec, Pinyin},
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
    let (word, span, column) = match &node.kind {
        NodeKind::Leaf(Leaf::Text { text, .. }) => (text, &node.span, None),
        NodeKind::Leaf(Leaf::Field { name, test: Test::Values { values, .. } }) => {
            let ([value], Some(column)) = (values.as_slice(), table.schema.place(&name.text))
            else {
                return Vec::new();
            };
            (&value.text, &value.span, Some(column))
        }
        _ => return Vec::new(),
    };
    let is_asked =
        |it: &(usize, &Column, &ColumnSpec)| column.map_or(it.2.searched, |column| column == it.0);
    let known = Known::of(table.each().filter(is_asked).map(|it| (it.1, it.2)));
    let word = fold(word);
    let whole: Vec<_> = known.nearest(&word, SPELLINGS, false).into_iter().map(quoted).collect();
    let texts = if whole.is_empty() { known.mended(&word, column.is_some()) } else { whole };
    texts.into_iter().map(|it| Spelling { span: span.clone(), text: it.into_owned() }).collect()
}

/// The texts that a word may be a misspelling of.
struct Known<'a>(Vec<&'a Dictionary>);

impl<'a> Known<'a> {
    /// Of codes that no two rows share, as ids are, one is as good a guess as any other.
    fn of(columns: impl Iterator<Item = (&'a Column, &'a ColumnSpec)>) -> Self {
        let is_id =
            |it: &(&Column, &ColumnSpec)| it.0.is_distinct() && it.1.pinyin == Pinyin::Never;
        Self(columns.filter(|it| !is_id(it)).filter_map(|it| it.0.dictionary()).collect())
    }

    /// The words nearest to one, or the pieces of words: `22.04` of `ubuntu-22.04`.
    fn nearest(&self, word: &str, most: usize, in_pieces: bool) -> Vec<&'a str> {
        let mut nearest = Nearest::new(word);
        for dictionary in &self.0 {
            let known = u32::try_from(dictionary.len()).unwrap_or(TEXTS).min(TEXTS);
            let texts = (0..known).filter_map(|code| dictionary.folded(code));
            let words = texts.flat_map(words);
            if in_pieces {
                words.flat_map(pieces).for_each(|it| nearest.offer(it, 1));
            } else {
                words.for_each(|it| nearest.offer(it, 1));
            }
        }
        nearest.best(most).iter().map(|it| it.word).collect()
    }

    /// A word of several pieces with the nearest in place of each that is nowhere: as it was joined if that is somewhere, else side by side, which
    /// a field takes as one text.
    fn mended(&self, word: &str, in_field: bool) -> Vec<Cow<'a, str>> {
        let (mut joined, mut rest, mut apart) = (String::new(), word, Vec::new());
        for piece in words(word).flat_map(pieces) {
            let Some(known) = self.known(piece) else { return Vec::new() };
            let (joint, later) = rest.split_once(piece).unwrap_or_default();
            joined.push_str(joint);
            joined.push_str(known);
            rest = later;
            apart.push(known);
        }
        joined.push_str(rest);
        if apart.len() < 2 {
            return Vec::new();
        }
        let spaced = apart.join(" ");
        match (self.has(&joined), in_field) {
            (true, _) => vec![Cow::Owned(quoted(&joined).into_owned())],
            (false, true) if self.has(&spaced) => vec![Cow::Owned(quoted(&spaced).into_owned())],
            (false, true) => Vec::new(),
            (false, false) => vec![Cow::Owned(spaced)],
        }
    }

    /// A piece that is somewhere, or else the nearest that is.
    fn known<'w>(&self, piece: &'w str) -> Option<&'w str>
    where
        'a: 'w,
    {
        if self.has(piece) { Some(piece) } else { self.nearest(piece, 1, true).pop() }
    }

    /// Whether some text contains a folded one.
    fn has(&self, part: &str) -> bool {
        let finder = Finder::new(part);
        self.0.iter().any(|it| {
            let mut hits = Bits::none(it.len());
            it.find(&finder, None, None, &mut hits);
            !hits.is_empty()
        })
    }
}

/// The parts of a word that hyphens join.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    word.split(['-', '_'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cell, ColumnSpec, Kind, Search};

    /// What is suggested for a query that finds nothing among these names.
    fn check(names: &[&str], query: &str, expected: &[&str]) {
        let mut table = Table::new(vec![ColumnSpec::new("name", Kind::Text)]);
        for name in names {
            table.push(&[Cell::Text(name)], "");
        }
        let query = Query::parse(query);
        let spellings = suggested(&table, &query);
        let texts: Vec<_> = spellings.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, expected, "{query}");
        for it in spellings {
            let mended = [&query.text()[..it.span.start], &it.text, &query.text()[it.span.end..]];
            let filter = Filter::new(&Query::parse(&mended.concat()), table.schema(), 0);
            let rows = Search::default().run(&table, &filter, table.len());
            assert!(!rows.rows().is_empty(), "{query}: {}", it.text);
        }
    }

    fn suggested(table: &Table, query: &Query) -> Vec<Spelling> {
        let filter = Filter::new(query, table.schema(), 0);
        let found = Search::default().run(table, &filter, table.len());
        help(table, query, &filter, &found).spellings
    }

    #[test]
    fn names_help_even_if_no_two_rows_share_one_and_ids_do_not() {
        let id = ColumnSpec { pinyin: Pinyin::Never, ..ColumnSpec::new("id", Kind::Text) };
        let mut table = Table::new(vec![id, ColumnSpec::new("name", Kind::Text)]);
        for (id, name) in [("uimage-ab1", "Ubuntu"), ("uimage-ab2", "CentOS")] {
            table.push(&[Cell::Text(id), Cell::Text(name)], "");
        }
        for (text, expected) in [("ubunto", &["ubuntu"][..]), ("uimage-ab3", &[])] {
            let spellings = suggested(&table, &Query::parse(text));
            let texts: Vec<_> = spellings.iter().map(|it| it.text.as_str()).collect();
            assert_eq!(texts, expected, "{text}");
        }
    }

    #[test]
    fn joints_at_the_ends_or_beside_each_other_are_no_pieces() {
        let names = ["ubuntu-22.04", "centos"];
        for nothing in ["--", "-_-", "ubunto--rocky", "__"] {
            check(&names, nothing, &[]);
        }
        check(&names, "_ubunto-22.04", &["ubuntu-22.04"]);
    }

    #[test]
    fn a_word_is_mended_as_a_whole_or_in_pieces() {
        let names = ["Ubuntu 22.04", "CentOS 7.9"];
        check(&names, "ubunto", &["ubuntu"]);
        check(&names, "name:ubunto", &["ubuntu"]);
        check(&names, "ubunto-22.04", &["ubuntu 22.04"]);
        check(&names, "cento_7", &["cento 7"]);
        check(&names, "ubuntu-22.05", &["ubuntu 22.04"]);
        check(&names, "ubunto-rocky", &[]);
        check(&["ubuntu-22.04-x64", "centos"], "ubunto-22.04", &["ubuntu-22.04"]);
        check(&["ubuntu-22.04", "centos"], "ubunto-22.04", &["ubuntu-22.04"]);
        check(&["Ubuntu-22.04-x64", "centos"], "name:ubunto-22", &["ubuntu-22"]);
        // What is mended may be a part of another piece.
        check(&["xcudb-cuda", "centos"], "xcudb-cudb", &["xcudb-cuda"]);
    }
}
