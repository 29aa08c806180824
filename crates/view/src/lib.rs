//! What is looked at: catalogs as data, the state of a view, and its link.
//!
//! Everything that is particular to a catalog stands in one file of [`catalogs`]; table, detail, link and loader read
//! that description and know no catalog by name.
//!
//! What is deliberately absent: signals, the browser, the clock (the time is passed in), and HTTP. A [`ViewState`]
//! has no place for a credential, so no link can carry one.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![warn(clippy::must_use_candidate, clippy::return_self_not_must_use)]

mod address;
mod chip;
mod column;
mod compare;
mod describe;
mod export;
mod format;
mod json;
mod level;
mod link;
mod markdown;
mod open;
mod parts;
mod plan;
mod problem;
mod regions;
mod related;
mod rows;
mod schema;
mod state;
mod text;
mod undo;

pub mod catalogs;
pub mod rows_file;

pub use address::host;
pub use chip::{Chip, chips};
pub use column::{Column, Format, Source, Tone, Word};
pub use compare::{Field, Group, side_by_side};
pub use describe::{Catalog, Input, Param, Section};
pub use export::Export;
pub use format::{Shown, end_of, format, grouped, named, relative, tags};
pub use json::{indented, occurrences};
pub use level::{ALL, Choice, Found, Level, Name, Unset};
pub use link::{LONGEST_SHARED, Notice, Parsed, Shared, parse, print, shared};
pub use markdown::{Block, Markdown, Node, markdown};
pub use open::is_beside_page;
pub use parts::{Card, Drill, From, Inner, Layout, Readme};
pub use plan::{Target, found, plan, unfound};
pub use problem::sentence;
pub use regions::{COMPSHARE_REGIONS, REGIONS, Region, region_of};
pub use related::Related;
pub use rows::{Received, Rows};
pub use schema::FacetKind;
pub use state::{Bounds, Columns, Side, SortBy, ViewState};
pub use text::{Lang, Text};
pub use undo::{UndoStack, changed};
