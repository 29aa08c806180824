//! Rows of an answer as typed values, with what could not be read said and not hidden.

use serde_json::Value;

use crate::{
    Envelope, Error,
    field::{Field, FieldValue},
};

/// A typed row of an answer.
pub trait Model: Sized {
    /// The names of its fields on the wire, in the order of the official page.
    const FIELDS: &'static [&'static str];

    /// Reads a row, noting each field that could not be read.
    fn read(fields: &mut Fields) -> Self;

    /// The values of all fields, in the order of [`Model::FIELDS`].
    fn values(&self) -> Vec<FieldValue<'_>>;
}

/// One answer's rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<M> {
    /// The rows that could be read.
    pub rows: Vec<Row<M>>,
    /// How many elements the answer held, unreadable ones included: what paging advances by.
    pub received: u64,
    /// `TotalCount`, where the service gave it. It may contradict the rows.
    pub total: Option<u64>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// A row with the text it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<M> {
    /// The typed row.
    pub item: M,
    /// Its JSON as the service wrote it.
    pub raw: Box<str>,
}

/// A part of an answer that could not be read. It costs the field or the row, never the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The row's place in the answer, from 0.
    pub row: usize,
    /// The field, or nothing if the whole row is unreadable.
    pub field: Option<&'static str>,
    /// What was expected there.
    pub expected: &'static str,
}

/// The fields of one row while it is read.
#[derive(Debug)]
pub struct Fields {
    values: Vec<(String, Value)>,
    problems: Vec<(&'static str, &'static str)>,
}

impl Fields {
    /// Takes a field by its name or, failing that, by another name it is known under.
    pub(crate) fn take<T: Field>(&mut self, names: &[&'static str]) -> T {
        let found = names.iter().find_map(|name| Some((name, self.take_value(name)?)));
        let Some((name, value)) = found.filter(|(_, value)| !value.is_null()) else {
            return T::default();
        };
        T::read(value).unwrap_or_else(|error| {
            self.problems.push((name, error.expected));
            T::default()
        })
    }

    fn take_value(&mut self, name: &str) -> Option<Value> {
        let place = self.values.iter().position(|it| it.0 == name)?;
        Some(self.values.remove(place).1)
    }

    /// What is left: fields that no document names.
    pub(crate) fn rest(&mut self) -> Vec<(String, Value)> {
        std::mem::take(&mut self.values)
    }
}

impl<M: Model> Page<M> {
    /// Reads the rows of a list field.
    ///
    /// # Errors
    ///
    /// As [`Envelope::open`] and [`Envelope::list`]. A bad row is a [`Problem`], not an error.
    pub fn read(body: &str, list: &str) -> Result<Self, Error> {
        let envelope = Envelope::open(body)?;
        let elements = envelope.list(list)?;
        let mut page = Self {
            rows: Vec::with_capacity(elements.len()),
            received: elements.len() as u64,
            total: envelope.int("TotalCount").and_then(|it| it.try_into().ok()),
            problems: Vec::new(),
        };
        for (place, raw) in elements.into_iter().enumerate() {
            page.read_row(place, raw);
        }
        Ok(page)
    }

    fn read_row(&mut self, row: usize, raw: &str) {
        let Ok(Value::Object(values)) = serde_json::from_str(raw) else {
            self.problems.push(Problem { row, field: None, expected: "an object" });
            return;
        };
        let mut fields = Fields { values: values.into_iter().collect(), problems: Vec::new() };
        self.rows.push(Row { item: M::read(&mut fields), raw: raw.into() });
        let problems = fields.problems.into_iter();
        self.problems.extend(problems.map(|(field, expected)| Problem {
            row,
            field: Some(field),
            expected,
        }));
    }
}

/// Declares a model: per field its documentation, name, type, and its names on the wire, the documented one first.
macro_rules! model {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* $field:ident: $type:ty = $wire:literal $(| $alias:literal)*, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type, )*
            /// Fields that no document names, as they came.
            pub unknown: Vec<(String, serde_json::Value)>,
        }

        impl $crate::model::Model for $name {
            const FIELDS: &'static [&'static str] = &[$($wire),*];

            fn read(fields: &mut $crate::model::Fields) -> Self {
                Self {
                    $( $field: fields.take(&[$wire $(, $alias)*]), )*
                    unknown: fields.rest(),
                }
            }

            fn values(&self) -> Vec<$crate::field::FieldValue<'_>> {
                let fields: &[&dyn $crate::field::Show] = &[$( &self.$field ),*];
                fields.iter().map(|it| it.show()).collect()
            }
        }
    };
}
pub(crate) use model;
