//! Rows of a catalog: answers in, a table out.

use std::hash::{BuildHasher, BuildHasherDefault};

use catalog::{Cell, CellRef, ColumnSpec, RowId, Table};
use hashbrown::HashTable;
use rustc_hash::FxHasher;
use ucloud_api::{FieldValue, Problem, Tabular};

use crate::{column::Source, describe::Catalog, plan::Target};

/// The rows of a catalog that have arrived, each row once.
#[derive(Debug)]
pub struct Rows {
    catalog: &'static Catalog,
    table: Table,
    keys: HashTable<RowId>,
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
        let columns: Vec<_> = catalog.kinds().map(ColumnSpec::new).collect();
        Self { catalog, table: Table::new(&columns), keys: HashTable::new() }
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
        self.keys.find(hash(key), |row| self.complete_key(*row).as_deref() == Some(key)).copied()
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
        let cells: Vec<_> = sources.iter().map(|it| it.read(values)).collect();
        let key = self.key_of(&cells);
        if key.as_deref().is_some_and(|key| self.find(key).is_some()) {
            return;
        }
        let (Some(added), Some(key)) = (self.table.push(&cells, raw), key) else { return };
        let (catalog, table) = (self.catalog, &self.table);
        let hash_of = |row: &RowId| key_in(catalog, table, *row).map_or(0, |it| hash(&it));
        self.keys.insert_unique(hash(&key), added, hash_of);
    }

    fn key_of(&self, cells: &[Cell<'_>]) -> Option<String> {
        join(self.catalog.row_key.iter().map(|key| match cells.get(self.catalog.place(key)?)? {
            Cell::Text(text) => Some(*text),
            _ => None,
        }))
    }

    fn complete_key(&self, row: RowId) -> Option<String> {
        key_in(self.catalog, &self.table, row)
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

    fn read(&self, values: &'a [FieldValue<'_>]) -> Cell<'a> {
        match self {
            Self::Field(place) => values.get(*place).map_or(Cell::Missing, cell),
            Self::Part(place, part) => match values.get(*place) {
                Some(FieldValue::Text(text)) => Cell::Text(part(text)),
                _ => Cell::Missing,
            },
            Self::Stamp(text) => Cell::Text(text),
            Self::Nowhere => Cell::Missing,
        }
    }
}

fn cell<'a>(value: &'a FieldValue<'_>) -> Cell<'a> {
    match value {
        FieldValue::Missing => Cell::Missing,
        FieldValue::Text(text) => Cell::Text(text),
        FieldValue::Number(number) => Cell::Number(*number),
        FieldValue::Time(seconds) => Cell::Time(*seconds),
        FieldValue::List(texts) => Cell::Tags(texts),
    }
}

fn key_in(catalog: &Catalog, table: &Table, row: RowId) -> Option<String> {
    join(catalog.row_key.iter().map(|key| table.cell(row, catalog.place(key)?).text()))
}

fn join<'a>(parts: impl Iterator<Item = Option<&'a str>>) -> Option<String> {
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

fn hash(key: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogs;

    fn load(answers: &[(&str, &str)]) -> (Rows, Vec<Received>) {
        let catalog = catalogs::first();
        let mut rows = Rows::new(catalog);
        let received = answers.iter().map(|(region, set)| {
            let target = Target::default().with("Region", region);
            let body = format!(r#"{{"RetCode":0,"TotalCount":9,"ImageSet":{set}}}"#);
            (catalog.append)(&mut rows, &target, &body).unwrap()
        });
        let received = received.collect();
        (rows, received)
    }

    #[test]
    fn rows_carry_the_region_they_were_asked_for() {
        let (rows, _) = load(&[("hk", r#"[{"ImageId":"a"}]"#), ("sg", r#"[{"ImageId":"a"}]"#)]);
        let keys: Vec<_> = rows.table().rows().map(|row| rows.key(row)).collect();
        assert_eq!(keys, ["hk/a", "sg/a"]);
        assert_eq!(rows.find("sg/a"), Some(RowId(1)));
        assert_eq!(rows.find("us-ca/a"), None);
    }

    #[test]
    fn a_repeated_row_is_kept_once_and_counted() {
        let (rows, received) = load(&[
            ("hk", r#"[{"ImageId":"a"},{"ImageId":"b"}]"#),
            ("hk", r#"[{"ImageId":"b"},{"ImageId":"c"}]"#),
        ]);
        assert_eq!(rows.table().len(), 3);
        assert_eq!(
            (received[1].elements, received[1].repeated, received[1].total),
            (2, 1, Some(9))
        );
    }

    #[test]
    fn rows_without_an_id_are_all_kept() {
        let (rows, received) = load(&[("hk", r#"[{"ImageName":"x"},{"ImageName":"x"}]"#)]);
        assert_eq!((rows.table().len(), received[0].repeated), (2, 0));
        assert_eq!(rows.key(RowId(1)), "~1");
    }
}
