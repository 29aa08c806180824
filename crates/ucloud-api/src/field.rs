//! Reading one field leniently: what the documents promise and what the service sends are not the same.

mod number;
mod text;
mod time;

use std::borrow::Cow;

use serde_json::Value;

pub use number::Flag;
pub(crate) use number::{Decimal, Int, decimal, digits, int, whole};
pub(crate) use text::{Elements, List, Text};
pub use text::{Labels, Objects};
pub use time::Time;

/// The value of a model's field, whatever its type: what tables, details and exports read.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue<'a> {
    /// Not returned, `null`, or empty.
    Missing,
    /// Text as it came.
    Text(&'a str),
    /// A number, in the field's own unit.
    Number(f64),
    /// Unix seconds.
    Time(i64),
    /// Several texts.
    List(Cow<'a, [String]>),
}

/// Why a value could not be read; it counts as missing then, and the row's raw JSON still shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable {
    /// What was expected, for instance `a whole number`.
    pub expected: &'static str,
}

/// A type that a model's field can have.
pub(crate) trait Field: Show + Sized + Default {
    /// Reads a value that is neither absent nor `null`.
    fn read(value: Value) -> Result<Self, Unreadable>;

    /// Reads as much of a value as can be read, and notes what was expected where something could not.
    fn take(value: Value, note: &mut dyn FnMut(&'static str)) -> Self {
        Self::read(value).unwrap_or_else(|error| {
            note(error.expected);
            Self::default()
        })
    }
}

/// Reads the elements of a list one by one: what cannot be read is noted, once for them all, and costs no other. Elements that are
/// `null` say nothing.
pub(crate) fn each<T>(
    value: Value,
    expected: &'static str,
    note: &mut dyn FnMut(&'static str),
    read: impl Fn(Value) -> Option<T>,
) -> Vec<T> {
    let Value::Array(items) = value else {
        note(expected);
        return Vec::new();
    };
    let (mut taken, mut lost) = (Vec::new(), false);
    for item in items.into_iter().filter(|it| !it.is_null()) {
        match read(item) {
            Some(item) => taken.push(item),
            None => lost = true,
        }
    }
    if lost {
        note(expected);
    }
    taken
}

/// What can be shown as a field's value.
pub(crate) trait Show {
    /// The value, borrowed where it can be.
    fn show(&self) -> FieldValue<'_>;
}
