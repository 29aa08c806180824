//! Rows of an answer as a table sees them: values in the order of the fields, without a type for each action.
//!
//! A program that wants a field by its name takes the typed rows of [`Page`]. A table does not, and one reader for all models is
//! smaller than one for each: it is what the page, whose every byte is loaded, reads lists with.

use std::fmt;

use serde_json::Value;

use crate::{
    Envelope, Error, FieldValue, Model, Page, Problem,
    field::{Field, Show},
    model::{Fields, read_rows},
    slices,
};

/// Rows of an answer, whatever they are.
pub trait Tabular {
    /// The names of the fields on the wire.
    fn fields(&self) -> &'static [&'static str];
    /// How many elements the answer held, unreadable ones included: what paging advances by.
    fn received(&self) -> u64;
    /// How many rows there are, as the service counts.
    fn total(&self) -> Option<u64>;
    /// What could not be read.
    fn problems(&self) -> &[Problem];
    /// Shows the rows one after another: their values in the order of the fields, and their JSON as the service wrote it.
    fn each(&self, take: &mut dyn FnMut(&[FieldValue<'_>], &str));
}

/// Rows of an answer without a type of their own.
#[derive(Debug)]
pub struct Plain {
    fields: &'static [&'static str],
    rows: Vec<(Vec<Box<dyn Show>>, Box<str>)>,
    received: u64,
    total: Option<u64>,
    problems: Vec<Problem>,
}

/// A model whose rows a table can read.
pub(crate) trait Listed {
    /// How they are read.
    const SPEC: Spec;
}

/// How rows of a model are read.
pub(crate) struct Spec {
    pub(crate) fields: &'static [&'static str],
    pub(crate) named_by: Option<&'static str>,
    pub(crate) columns: &'static [Column],
}

/// A field: its names on the wire, and how its value is read.
pub(crate) struct Column {
    pub(crate) names: &'static [&'static str],
    pub(crate) read: Read,
}

/// Reads a value, and notes what could not be read of it; without a value, gives what stands for a missing one.
type Read = fn(Option<Value>, &mut dyn FnMut(&'static str)) -> Box<dyn Show>;

/// How a value of this type is read.
pub(crate) fn read<T: Field + 'static>(
    value: Option<Value>,
    note: &mut dyn FnMut(&'static str),
) -> Box<dyn Show> {
    Box::new(value.map_or_else(T::default, |it| T::take(it, note)))
}

impl Plain {
    /// Reads the rows of a list field, which may go by one of several names.
    pub(crate) fn read(body: &str, list: &[&str], spec: &Spec) -> Result<Self, Error> {
        let envelope = Envelope::open(body)?;
        Ok(Self::of(&envelope.list(list)?, envelope.total(), spec))
    }

    /// Reads the rows of a list inside a row. A row without that list has none.
    pub(crate) fn inside(row: &str, list: &str, spec: &Spec) -> Self {
        let elements = slices::member(row, list).and_then(slices::elements).unwrap_or_default();
        Self::of(&elements, None, spec)
    }

    fn of(elements: &[&str], total: Option<u64>, spec: &Spec) -> Self {
        let mut rows = Vec::with_capacity(elements.len());
        let problems = read_rows(elements, spec.named_by, &mut |fields, raw| {
            rows.push((spec.values(fields), raw.into()));
        });
        let received = elements.len() as u64;
        Self { fields: spec.fields, rows, received, total, problems }
    }
}

impl Spec {
    fn values(&self, fields: &mut Fields) -> Vec<Box<dyn Show>> {
        self.columns.iter().map(|it| fields.take_by(it.names, it.read)).collect()
    }
}

impl Tabular for Plain {
    fn fields(&self) -> &'static [&'static str] {
        self.fields
    }

    fn received(&self) -> u64 {
        self.received
    }

    fn total(&self) -> Option<u64> {
        self.total
    }

    fn problems(&self) -> &[Problem] {
        &self.problems
    }

    fn each(&self, take: &mut dyn FnMut(&[FieldValue<'_>], &str)) {
        for (values, raw) in &self.rows {
            let values: Vec<_> = values.iter().map(|it| it.show()).collect();
            take(&values, raw);
        }
    }
}

impl<M: Model> Tabular for Page<M> {
    fn fields(&self) -> &'static [&'static str] {
        M::FIELDS
    }

    fn received(&self) -> u64 {
        self.received
    }

    fn total(&self) -> Option<u64> {
        self.total
    }

    fn problems(&self) -> &[Problem] {
        &self.problems
    }

    fn each(&self, take: &mut dyn FnMut(&[FieldValue<'_>], &str)) {
        for row in &self.rows {
            take(&row.item.values(), &row.raw);
        }
    }
}

impl fmt::Debug for dyn Show {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.show().fmt(f)
    }
}
