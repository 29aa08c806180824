//! Rows of a catalog: answers in, a table out.

use std::hash::{BuildHasher, BuildHasherDefault};

use catalog::{Cell, CellRef, Kind, RowId, Table};
use hashbrown::HashTable;
use rustc_hash::FxHasher;
use ucloud_api::{FieldValue, Problem, Tabular};

use crate::{
    column::{Column, Source},
    describe::Catalog,
    plan::Target,
};

/// The rows of a catalog that have arrived, each row once.
#[derive(Debug)]
pub struct Rows {
    catalog: &'static Catalog,
    table: Table,
    /// The rows by their keys. It is made when the first answer is appended: a table that came whole is looked through instead,
    /// which takes some milliseconds for a million rows where the making would take a second.
    keys: Option<HashTable<RowId>>,
}

/// What came with an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// Elements in the answer; what paging advances by.
    pub elements: u64,
    /// Rows that were there already: a list that changes while it is walked through repeats some.
    pub repeated: u64,
    /// How many rows the service says there are.
    pub total: Option<u64>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Rows {
    /// No rows yet.
    #[must_use]
    pub fn new(catalog: &'static Catalog) -> Self {
        Self::from_table(catalog, Table::new(catalog.schema()))
    }

    /// The rows of a table that was made for this catalog's schema.
    #[must_use]
    pub fn from_table(catalog: &'static Catalog, table: Table) -> Self {
        Self { catalog, table, keys: None }
    }

    /// The catalog they belong to.
    #[must_use]
    pub fn catalog(&self) -> &'static Catalog {
        self.catalog
    }

    /// The table for the engine.
    #[must_use]
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The value of a column in a row.
    #[must_use]
    pub fn cell(&self, row: RowId, key: &str) -> CellRef<'_> {
        self.catalog.place(key).map_or(CellRef::Missing, |place| self.table.cell(row, place))
    }

    /// The row's key in links: the values of the catalog's key columns. A row that lacks one of them is told by its number, which
    /// holds for this load only.
    #[must_use]
    pub fn key(&self, row: RowId) -> String {
        self.complete_key(row).unwrap_or_else(|| format!("~{}", row.0))
    }

    /// The row of that key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<RowId> {
        match &self.keys {
            Some(keys) => {
                keys.find(hash(key), |it| self.complete_key(*it).as_deref() == Some(key)).copied()
            }
            None => self.look_through(key),
        }
    }

    /// A target with values of a row as parameters; those that the row lacks are left out.
    #[must_use]
    pub fn stamped(
        &self,
        row: RowId,
        target: Target,
        stamps: &[(&'static str, &'static str)],
    ) -> Target {
        stamps.iter().fold(target, |target, (parameter, column)| {
            match self.cell(row, column).text() {
                Some(value) => target.with(parameter, value),
                None => target,
            }
        })
    }

    /// Appends the rows of an answer to a request for this target.
    pub fn append(&mut self, target: &Target, rows: &dyn Tabular) -> Received {
        if self.keys.is_none() {
            self.keys = Some(self.indexed());
        }
        let (before, mut readable) = (self.table.len(), 0);
        let sources = self.sources(rows.fields(), target);
        rows.each(&mut |values, raw| {
            self.append_row(&sources, values, raw);
            readable += 1;
        });
        Received {
            elements: rows.received(),
            repeated: readable - u64::from(self.table.len() - before),
            total: rows.total(),
            problems: rows.problems().to_vec(),
        }
    }

    fn sources<'a>(&self, fields: &[&str], target: &'a Target) -> Vec<Place<'a>> {
        self.catalog.columns.iter().map(|it| Place::of(it.source, fields, target)).collect()
    }

    fn append_row(&mut self, sources: &[Place<'_>], values: &[FieldValue<'_>], raw: &str) {
        let kinds = self.catalog.columns.iter().map(Column::kind);
        let cells: Vec<_> =
            sources.iter().zip(kinds).map(|(it, kind)| it.read(values, kind)).collect();
        let key = self.key_of(&cells);
        if key.as_deref().is_some_and(|key| self.find(key).is_some()) {
            return;
        }
        let (Some(added), Some(key)) = (self.table.push(&cells, raw), key) else { return };
        let Some(mut keys) = self.keys.take() else { return };
        self.enter(&mut keys, &key, added);
        self.keys = Some(keys);
    }

    fn indexed(&self) -> HashTable<RowId> {
        let mut keys = HashTable::new();
        for row in self.table.rows() {
            if let Some(key) = self.complete_key(row) {
                self.enter(&mut keys, &key, row);
            }
        }
        keys
    }

    fn enter(&self, keys: &mut HashTable<RowId>, key: &str, row: RowId) {
        let hash_of = |row: &RowId| self.complete_key(*row).map_or(0, |it| hash(&it));
        keys.insert_unique(hash(key), row, hash_of);
    }

    /// The first row of that key, part by part, so that no row's key is put together.
    fn look_through(&self, key: &str) -> Option<RowId> {
        let places = self.catalog.row_key.iter().map(|it| self.catalog.place(it));
        let places: Vec<_> = places.collect::<Option<_>>()?;
        let parts = |row: RowId| places.iter().map(move |it| self.table.cell(row, *it));
        self.table.rows().find(|row| is_spelt_by(key, parts(*row)))
    }

    fn key_of(&self, cells: &[Cell<'_>]) -> Option<String> {
        join(self.catalog.row_key.iter().map(|key| match cells.get(self.catalog.place(key)?)? {
            Cell::Text(text) => Some(*text),
            _ => None,
        }))
    }

    fn complete_key(&self, row: RowId) -> Option<String> {
        let parts = self.catalog.row_key.iter();
        join(parts.map(|it| self.table.cell(row, self.catalog.place(it)?).text()))
    }
}

/// Where a column's value is found for one target.
enum Place<'a> {
    Field(usize),
    Part(usize, fn(&str) -> &str),
    Stamp(&'a str),
    Nowhere,
}

impl<'a> Place<'a> {
    fn of(source: Source, fields: &[&str], target: &'a Target) -> Self {
        let field = |name| fields.iter().position(|it| *it == name);
        let found = match source {
            Source::Answer(name) => field(name).map(Self::Field),
            Source::Part(name, part) => field(name).map(|place| Self::Part(place, part)),
            Source::Request(parameter) => target.stamp(parameter).map(Self::Stamp),
        };
        found.unwrap_or(Self::Nowhere)
    }

    fn read(&self, values: &'a [FieldValue<'_>], kind: Kind) -> Cell<'a> {
        match self {
            Self::Field(place) => values.get(*place).map_or(Cell::Missing, |it| cell(it, kind)),
            Self::Part(place, part) => match values.get(*place) {
                Some(FieldValue::Text(text)) => Cell::Text(part(text)),
                _ => Cell::Missing,
            },
            Self::Stamp(text) => Cell::Text(text),
            Self::Nowhere => Cell::Missing,
        }
    }
}

/// A value as its column takes it. Where the kinds differ, the engine counts it as missing.
fn cell<'a>(value: &'a FieldValue<'_>, kind: Kind) -> Cell<'a> {
    match value {
        FieldValue::Missing => Cell::Missing,
        FieldValue::Text(text) if kind == Kind::Flag => yes_or_no(text),
        FieldValue::Text(text) => Cell::Text(text),
        FieldValue::Number(number) => Cell::Number(*number),
        FieldValue::Time(seconds) => Cell::Time(*seconds),
        FieldValue::List(texts) => Cell::Tags(texts),
    }
}

/// A flag in the words of the service, which has several for the same.
fn yes_or_no(text: &str) -> Cell<'static> {
    let is_one_of = |words: [&str; 3]| words.iter().any(|it| it.eq_ignore_ascii_case(text));
    match (is_one_of(["true", "1", "yes"]), is_one_of(["false", "0", "no"])) {
        (true, _) => Cell::Flag(true),
        (_, true) => Cell::Flag(false),
        _ => Cell::Missing,
    }
}

/// Whether a key is these parts with a slash between each two.
fn is_spelt_by<'a>(key: &str, parts: impl Iterator<Item = CellRef<'a>>) -> bool {
    let rest = parts.enumerate().try_fold(key, |rest, (number, part)| {
        let rest = if number == 0 { rest } else { rest.strip_prefix('/')? };
        rest.strip_prefix(part.text()?)
    });
    rest == Some("")
}

fn join<'a>(parts: impl Iterator<Item = Option<&'a str>>) -> Option<String> {
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

fn hash(key: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(key)
}

#[cfg(test)]
mod tests;
