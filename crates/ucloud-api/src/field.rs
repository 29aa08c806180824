//! Reading one field leniently: what the documents promise and what the service sends are not the same.

mod number;
mod text;
mod time;

use std::borrow::Cow;

use serde_json::Value;

pub use number::Flag;
pub(crate) use number::{Decimal, Int, decimal, int, whole};
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
}

/// What can be shown as a field's value.
pub(crate) trait Show {
    /// The value, borrowed where it can be.
    fn show(&self) -> FieldValue<'_>;
}
