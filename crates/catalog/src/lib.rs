//! The catalog engine: holds rows in columns, finds those that match a text, sorts them, and says which of them are in
//! view.
//!
//! ```
//! use catalog::{Cell, ColumnSpec, Direction, Kind, Query, Ranks, Scratch, SortKey, Table};
//!
//! let mut table = Table::new(&[ColumnSpec::new(Kind::Text), ColumnSpec::new(Kind::Number)]);
//! table.push(&[Cell::Text("Ubuntu 22.04"), Cell::Number(20.0)], "{}");
//! table.push(&[Cell::Text("CentOS 7.6"), Cell::Number(40.0)], "{}");
//! table.push(&[Cell::Text("Ubuntu 9.10"), Cell::Missing], "{}");
//!
//! let found = catalog::search(&table, &Query::parse("ubuntu"), None, &mut Scratch::default());
//! let keys = [SortKey { column: 0, direction: Direction::Ascending }];
//! let order = catalog::sort(&table, &found, &keys, &mut Ranks::default());
//! let names: Vec<_> = order.iter().map(|row| table.cell(*row, 0).text().unwrap()).collect();
//! assert_eq!(names, ["Ubuntu 9.10", "Ubuntu 22.04"]); // numbers inside names count as numbers
//! ```
//!
//! The stages are plain functions whose inputs are as narrow as can be, so that a caller memoises each on its own: a
//! changed sort does not search, a scroll does neither. Scratch memory belongs to the caller and is used again.
//!
//! What is deliberately absent: columns have places and kinds but no names; there is no clock, no locale, no threads, and
//! no way to change or remove a row: a table only grows, and a refresh is a new table.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![warn(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
#![warn(clippy::must_use_candidate, clippy::return_self_not_must_use)]

mod blocks;
mod column;
mod dictionary;
mod difference;
mod fold;
mod natural;
mod query;
mod search;
mod sort;
mod table;
mod window;

pub use column::{Cell, CellRef, ColumnSpec, Kind};
pub use difference::{Change, Difference, difference};
pub use query::Query;
pub use search::{Scratch, search};
pub use sort::{Direction, Ranks, SortKey, sort};
pub use table::{RowId, Table};
pub use window::{Viewport, Window, scroll_to, window};
