//! Completion: what may be written at the caret.

mod values;

use std::ops::Range;

use memchr::memmem::Finder;

use crate::{
    bits::Bits,
    fold::fold,
    pinyin::Needle,
    query::{Place, replaced, typed},
    reserved::{SPECIALS, Special, special},
    schema::{ColumnSpec, Kind, Schema},
    table::Table,
};

/// What may be written at the caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completions {
    /// The text that they are for.
    text: String,
    /// The bytes of the text that a candidate takes the place of: up to the end of the word or value that the caret stands in. Empty where nothing is
    /// typed yet.
    pub span: Range<usize>,
    /// What is being typed.
    pub typing: Typing,
    /// What can stand there, the best first.
    pub candidates: Vec<Candidate>,
    /// Whether what follows belongs to the same term.
    goes_on: bool,
}

/// What is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// A word or the name of a field, which nothing tells apart before its colon.
    Word,
    /// A value of the column at this place. Numbers and times have no candidates.
    Value(usize),
    /// The name of a column behind `has:` or `missing:`.
    Name,
    /// A name behind `is:`.
    Flag,
    /// What nothing is known of: a phrase, or the value of a field that there is not.
    Text,
}

/// Something to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The text to put there, in quotes if it needs them. With its colon if values come next.
    pub text: String,
    /// What it means.
    pub meaning: Meaning,
}

/// What a candidate means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// The column at this place.
    Column(usize),
    /// `is:`, `has:` or `missing:`, by its name.
    Word(&'static str),
    /// A short name of [`Schema::flags`].
    Flag(&'static str),
    /// A value.
    Value {
        /// The column that has it.
        column: usize,
        /// The value as it stands in the table; `true` or `false` of a flag.
        value: String,
        /// How many rows of the table have it.
        rows: u32,
    },
}

/// What may be written at a place of a query's text, at most so many candidates.
///
/// A field is found by the beginning of any of its names, and by their pinyin; a value, which may have names too, also by what it contains. Values
/// that begin as the text does come first, of these the commonest. Where a field finds texts that its value is only a part of, a value by itself is
/// written as an exact one, so that it finds as many rows as it says.
///
/// Names cost next to nothing. Values of a field cost a scan of its column's distinct texts and a walk over the codes of its rows, as a search does;
/// for a word without a field that is done for columns of few texts only. Rows are counted among the first `len`, as [`crate::Search::run`] searches them.
/// Any text and any place will do: one inside a character is moved before it.
///
/// ```
/// use catalog::{Cell, ColumnSpec, Kind, Table, complete};
///
/// let mut table = Table::new(vec![ColumnSpec::new("zone", Kind::Text)]);
/// for zone in ["hk-02", "hk-03", "hk-03"] {
///     table.push(&[Cell::Text(zone)], "");
/// }
/// let it = complete("gpu zone:hk", 11, &table, table.len(), 9);
/// assert_eq!(it.apply("gpu zone:hk", 0), Some(("gpu zone:=hk-03".to_owned(), 15)));
/// ```
#[must_use]
pub fn complete(text: &str, caret: usize, table: &Table, len: u32, limit: usize) -> Completions {
    let typed = typed(text, caret);
    let part = fold(&typed.text);
    let rows = Bits::all(len.min(table.len()) as usize);
    let (finder, pinyin) = (Finder::new(&part), Needle::new(&part));
    let candidates = Vec::new();
    let mut found = Found { table, rows, part: &part, finder, pinyin, limit, candidates };
    let typing = match &typed.place {
        Place::Term => found.word(),
        Place::Name => found.names(":"),
        Place::Value { field, alone } => found.value(field, *alone),
        Place::Other => Typing::Text,
    };
    let (text, candidates) = (text.to_owned(), found.candidates);
    Completions { text, span: typed.span, typing, candidates, goes_on: typed.goes_on }
}

impl Completions {
    /// The text with a candidate in it, apart from what follows, and where the caret stands behind it. Nothing if there is no such candidate, or the text is
    /// another one.
    #[must_use]
    pub fn apply(&self, text: &str, candidate: usize) -> Option<(String, usize)> {
        let new = self.candidates.get(candidate).filter(|_| text == self.text)?.text.as_str();
        let (before, after) = (text.get(..self.span.start)?, text.get(self.span.end..)?);
        let apart = || replaced(text, self.span.clone(), new);
        let text = if self.goes_on { [before, new, after].concat() } else { apart() };
        Some((text, before.len() + new.len()))
    }
}

/// What has been found for a folded text.
struct Found<'a> {
    table: &'a Table,
    /// The rows that values are counted among.
    rows: Bits,
    part: &'a str,
    finder: Finder<'a>,
    /// What the text reads as, if it can be pinyin.
    pinyin: Option<Needle>,
    limit: usize,
    candidates: Vec<Candidate>,
}

impl Found<'_> {
    fn word(&mut self) -> Typing {
        self.names(":");
        for (place, spec) in self.schema().columns.iter().enumerate() {
            self.known_values(place, spec);
        }
        Typing::Word
    }

    fn value(&mut self, field: &str, alone: bool) -> Typing {
        match (special(field), self.schema().place(field)) {
            (Some(Special::Is), _) => self.flags(),
            (Some(Special::Has | Special::Missing), _) => {
                self.columns("", &|_| true);
                Typing::Name
            }
            (_, Some(place)) => {
                self.values(place, alone);
                Typing::Value(place)
            }
            (_, None) => Typing::Text,
        }
    }

    /// What can stand before a colon.
    fn names(&mut self, colon: &str) -> Typing {
        self.columns(colon, &|_| true);
        let part = self.part;
        for (word, _) in SPECIALS.into_iter().filter(|it| it.0.starts_with(part)) {
            self.add([word, colon].concat(), Meaning::Word(word));
        }
        Typing::Word
    }

    fn flags(&mut self) -> Typing {
        let (flags, part) = (&self.schema().flags, self.part);
        for flag in flags.iter().filter(|it| begins(it.name, part)) {
            self.add(flag.name.to_owned(), Meaning::Flag(flag.name));
        }
        let is_new = |it: &ColumnSpec| flags.iter().all(|flag| flag.name != it.name);
        self.columns("", &|it| it.kind == Kind::Flag && is_new(it));
        Typing::Flag
    }

    /// Columns whose own name begins so, then those that have another that does.
    fn columns(&mut self, colon: &str, is_wanted: &dyn Fn(&ColumnSpec) -> bool) {
        for own in [true, false] {
            for (place, spec) in self.schema().columns.iter().enumerate() {
                let is_own = begins(spec.name, self.part);
                let name = if is_own { Some(spec.name) } else { self.alias(spec) };
                if let Some(name) = name.filter(|_| is_own == own && is_wanted(spec)) {
                    self.add([name, colon].concat(), Meaning::Column(place));
                }
            }
        }
    }

    /// What to call a column that has an alias which begins so: by that alias if it is typed in its own letters, else by its name.
    fn alias(&self, spec: &ColumnSpec) -> Option<&'static str> {
        let reads =
            |it: &str| self.pinyin.as_ref().is_some_and(|pinyin| pinyin.find_here(it).is_some());
        let alias = spec.aliases.iter().find(|it| begins(it, self.part) || reads(it))?;
        Some(if self.part.is_ascii() { spec.name } else { alias })
    }

    fn add(&mut self, text: String, meaning: Meaning) {
        if self.candidates.len() < self.limit {
            self.candidates.push(Candidate { text, meaning });
        }
    }
}

impl<'a> Found<'a> {
    fn schema(&self) -> &'a Schema {
        self.table.schema()
    }
}

fn begins(name: &str, part: &str) -> bool {
    fold(name).starts_with(part)
}

#[cfg(test)]
mod tests;
