//! Rows of an answer as typed values, with what could not be read said and not hidden.

use serde_json::Value;

use crate::{
    Envelope, Error,
    field::{Field, FieldValue},
    slices,
};

/// A typed row of an answer.
pub trait Model: Sized {
    /// The names of its fields on the wire, in the order of the official page. A dot leads into an object: `Owner.AccountId`.
    const FIELDS: &'static [&'static str];

    /// The field that a row stands for if it is no object but a bare text.
    const NAMED_BY: Option<&'static str> = None;

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
    /// `TotalCount` or its like, where the service gave it. It may contradict the rows.
    pub total: Option<u64>,
    /// `AvailableTotalCount`: how many of them can be used. Community images alone have it.
    pub available: Option<u64>,
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
    /// The fields of a row of this model; nothing if it is no such row.
    pub(crate) fn of<M: Model>(row: Value) -> Option<Self> {
        Self::new(row, M::NAMED_BY)
    }

    fn new(row: Value, named_by: Option<&'static str>) -> Option<Self> {
        let values = match (row, named_by) {
            (Value::Object(values), _) => values.into_iter().collect(),
            (text @ Value::String(_), Some(name)) => vec![(name.to_owned(), text)],
            _ => return None,
        };
        Some(Self { values, problems: Vec::new() })
    }

    /// Takes a field by its name or, failing that, by another name it is known under.
    pub(crate) fn take<T: Field>(&mut self, names: &[&'static str]) -> T {
        self.take_by(names, |value, note| value.map_or_else(T::default, |it| T::take(it, note)))
    }

    /// Takes a field with a reader, which gets nothing if the field says nothing.
    pub(crate) fn take_by<T>(
        &mut self,
        names: &[&'static str],
        read: fn(Option<Value>, &mut dyn FnMut(&'static str)) -> T,
    ) -> T {
        let found = self.find(names);
        let name = found.as_ref().map_or("", |it| it.0);
        read(found.map(|it| it.1), &mut |expected| self.problems.push((name, expected)))
    }

    /// The first of these fields that says something.
    fn find(&mut self, names: &[&'static str]) -> Option<(&'static str, Value)> {
        let said = |it: &Value| !it.is_null() && *it != "";
        names.iter().find_map(|name| Some((*name, self.take_value(name).filter(said)?)))
    }

    /// Takes a field; a dot in its name leads into an object.
    fn take_value(&mut self, name: &str) -> Option<Value> {
        let (first, rest) = name.split_once('.').map_or((name, None), |it| (it.0, Some(it.1)));
        let place = self.values.iter().position(|it| it.0 == first)?;
        let Some(inner) = rest else { return Some(self.values.remove(place).1) };
        // Taken and not removed: what removes from a map weighs a kilobyte in the page, and does nothing else there.
        self.values.get_mut(place)?.1.get_mut(inner).map(Value::take)
    }

    /// What was expected where something could not be read.
    pub(crate) fn problems(&self) -> impl Iterator<Item = &'static str> {
        self.problems.iter().map(|it| it.1)
    }

    /// Whether a field is there, be it `null`.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.values.iter().any(|it| it.0 == name)
    }

    /// Reads a row that lies in this row's field of that name. What cannot be read of it counts among this row's problems.
    pub(crate) fn read_inner<M: Model>(&mut self, field: &'static str, row: Value) -> Option<M> {
        let Some(mut inner) = Self::of::<M>(row) else {
            self.problems.push((field, AN_OBJECT));
            return None;
        };
        let item = M::read(&mut inner);
        self.problems.append(&mut inner.problems);
        Some(item)
    }

    /// What is left: fields that no document names. Those that are `null` say nothing.
    pub(crate) fn rest(&mut self) -> Vec<(String, Value)> {
        let mut rest = std::mem::take(&mut self.values);
        rest.iter_mut().for_each(|it| drop_nulls(&mut it.1));
        rest.retain(|it| !it.1.is_null());
        rest
    }
}

/// Drops what an object says nothing about, and an object that says nothing at all.
fn drop_nulls(value: &mut Value) {
    let Value::Object(fields) = value else { return };
    let mut kept = serde_json::Map::new();
    for (name, value) in std::mem::take(fields) {
        if !value.is_null() {
            kept.insert(name, value);
        }
    }
    *value = if kept.is_empty() { Value::Null } else { Value::Object(kept) };
}

const AN_OBJECT: &str = "an object";

impl<M: Model> Page<M> {
    /// Reads the rows of a list inside a row, which is given as the service wrote it. A row without that list has none.
    #[must_use]
    pub fn inside(row: &str, list: &str) -> Self {
        let elements = slices::member(row, list).and_then(slices::elements).unwrap_or_default();
        Self::of(&elements, None)
    }

    /// Reads the rows of a list field, which may go by one of several names.
    ///
    /// # Errors
    ///
    /// As [`Envelope::open`] and [`Envelope::list`]. A bad row is a [`Problem`], not an error.
    pub fn read(body: &str, list: &[&str]) -> Result<Self, Error> {
        let envelope = Envelope::open(body)?;
        let available = envelope.count("AvailableTotalCount");
        Ok(Self { available, ..Self::of(&envelope.list(list)?, envelope.total()) })
    }

    /// Reads rows, each as the service wrote it.
    pub(crate) fn of(elements: &[&str], total: Option<u64>) -> Self {
        let mut rows = Vec::with_capacity(elements.len());
        let problems = read_rows(elements, M::NAMED_BY, &mut |fields, raw| {
            rows.push(Row { item: M::read(fields), raw: raw.into() });
        });
        Self { rows, received: elements.len() as u64, total, available: None, problems }
    }
}

/// Reads rows of any model, and says what could not be read. Apart from [`Page::of`] so that the page has it once and not once a model.
pub(crate) fn read_rows(
    elements: &[&str],
    named_by: Option<&'static str>,
    take: &mut dyn FnMut(&mut Fields, &str),
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (row, raw) in elements.iter().enumerate() {
        let parsed = serde_json::from_str(raw).ok();
        let Some(mut fields) = parsed.and_then(|it| Fields::new(it, named_by)) else {
            problems.push(Problem { row, field: None, expected: AN_OBJECT });
            continue;
        };
        take(&mut fields, raw);
        let problem = |(field, expected)| Problem { row, field: Some(field), expected };
        problems.extend(fields.problems.into_iter().map(problem));
    }
    problems
}

/// Declares a model: per field its documentation, name, type, and its names on the wire, the documented one first.
macro_rules! model {
    (
        $(#[$meta:meta])*
        pub struct $name:ident $(named by $named_by:literal)? {
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

        impl $crate::plain::Listed for $name {
            const SPEC: $crate::plain::Spec = $crate::plain::Spec {
                fields: &[$($wire),*],
                named_by: <Self as $crate::model::Model>::NAMED_BY,
                columns: &[$($crate::plain::Column {
                    names: &[$wire $(, $alias)*],
                    read: $crate::plain::read::<$type>,
                }),*],
            };
        }

        impl $crate::model::Model for $name {
            const FIELDS: &'static [&'static str] = &[$($wire),*];
            $( const NAMED_BY: Option<&'static str> = Some($named_by); )?

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
