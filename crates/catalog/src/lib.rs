//! The catalog engine: holds rows in columns, finds those that a query asks for, counts them by value, sorts them, and says which of them are in view.
//!
//! ```
//! use catalog::{Cell, ColumnSpec, Direction, Filter, Kind, Query, Search, SortKey, Sorter, Table};
//!
//! let columns = vec![ColumnSpec::new("name", Kind::Text), ColumnSpec::new("size", Kind::Number)];
//! let mut table = Table::new(columns);
//! table.push(&[Cell::Text("Ubuntu 22.04"), Cell::Number(20.0)], "{}");
//! table.push(&[Cell::Text("CentOS 7.6"), Cell::Number(40.0)], "{}");
//! table.push(&[Cell::Text("Ubuntu 9.10"), Cell::Number(10.0)], "{}");
//! table.push(&[Cell::Text("ubuntu 24.04 镜像"), Cell::Missing], "{}");
//!
//! let now = 1_700_000_000;
//! let filter = Filter::new(&Query::parse("ubuntu size:<=20"), table.schema(), now);
//! let found = Search::default().run(&table, &filter, table.len());
//! let keys = [SortKey { column: 0, direction: Direction::Ascending }];
//! let order = Sorter::default().sort(&table, found.rows(), &keys);
//! let names: Vec<_> = order.iter().map(|row| table.cell(*row, 0).text().unwrap()).collect();
//! assert_eq!(names, ["Ubuntu 9.10", "Ubuntu 22.04"]); // numbers inside names count as numbers
//! ```
//!
//! The stages are separate, with inputs as narrow as can be, so that a caller memoises each on its own: a changed sort does not search, a
//! scroll does neither. What a stage keeps between calls ([`Search`], [`Sorter`], [`Facets`]) belongs to the caller, one for each table.
//!
//! | Stage | Costs | Keeps |
//! |---|---|---|
//! | [`Table::push`] | a hash a text; the folding of new ones | the columns |
//! | [`Filter::new`] | linear in the query | |
//! | [`Search::run`] | a scan of distinct texts a word, a look at each row's codes where it was found; less for a word that has grown | some bits a row |
//! | [`Facets::count`], [`histogram`] | a walk over the rows that are left, each | counts, and a byte a row for [`Facets::histogram`] |
//! | [`Sorter::sort`] | counting sorts of all rows when the keys change, then a walk over the order | 16 bytes a row |
//! | [`window()`] | nothing | |
//! | [`complete()`] | for values of a field what a search for them costs, else next to nothing | |
//!
//! What is deliberately absent: a clock (the time is passed in), a locale (values may have names in several languages, and all are searched),
//! threads, and a way to change or remove a row: a table only grows, and a refresh is a new table. Texts of 4 GB and tables of 4,294,967,295 rows are
//! refused.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![warn(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
#![warn(clippy::must_use_candidate, clippy::return_self_not_must_use)]

mod arena;
mod bits;
mod bounds;
mod civil;
mod column;
mod complete;
mod dictionary;
mod difference;
mod facet;
mod filter;
mod fold;
mod help;
mod leaf;
mod marks;
mod natural;
mod nearest;
mod pinyin;
mod query;
mod ranks;
mod raw;
mod schema;
mod search;
mod sort;
pub mod stored;
mod table;
mod value;
mod window;

pub use bits::Bits;
pub use bounds::Scale;
pub use civil::{DAY, Date, day_of, start_of};
pub use column::{Cell, CellRef};
pub use complete::{Candidate, Completions, Meaning, Typing, complete};
pub use difference::{Change, Difference, difference};
pub use facet::{Facet, FacetSpec, FacetValue, Facets, Histogram, histogram};
pub use filter::{Clause, Filter, Problem, ProblemKind};
pub use help::{Drop, Help, Spelling, help};
pub use marks::Marker;
pub use query::{
    Choice, Comparison, Leaf, Mistake, MistakeKind, Node, NodeKind, Query, Symbol, Test, Word,
    quoted,
};
pub use schema::{ColumnSpec, Flag, Kind, Matching, Pinyin, Schema};
pub use search::{Found, Search};
pub use sort::{Direction, SortKey, Sorter};
pub use table::{Memory, RowId, Table};
pub use value::{Tense, Unit, ValueError};
pub use window::{Viewport, Window, scroll_to, window};
