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
//! What a person does to the result goes back into the query, which stays as they wrote it:
//!
//! ```
//! # use catalog::{Cell, ColumnSpec, FacetSpec, Facets, Filter, Kind, Query, Search, Table, help};
//! # let mut table = Table::new(vec![ColumnSpec::new("name", Kind::Text), ColumnSpec::new("zone", Kind::Text)]);
//! for (name, zone) in [("Ubuntu 22.04", "hk-02"), ("Ubuntu 24.04", "sg-01"), ("Windows 10", "sg-01")] {
//!     table.push(&[Cell::Text(name), Cell::Text(zone)], "");
//! }
//! let (mut search, mut facets) = (Search::default(), Facets::default());
//! let mut find = |query: &Query| {
//!     let filter = Filter::new(query, table.schema(), 0);
//!     (search.run(&table, &filter, table.len()), filter)
//! };
//!
//! let query = Query::parse("ubuntu  zone:hk-02");
//! let zones = FacetSpec { column: 1, limit: 10, matching: String::new() };
//! let counted = facets.count(&table, &find(&query).0, &[zones]);
//! let counts: Vec<_> = counted[0].values.iter().map(|it| (it.text.as_str(), it.count)).collect();
//! assert_eq!(counts, [("sg-01", 1), ("hk-02", 1)]); // as if no zone were chosen
//! assert_eq!(query.toggle("zone", "sg-01", false), "ubuntu  zone:hk-02,sg-01");
//!
//! let query = Query::parse("ubunto zone:sg-01");
//! let (found, filter) = find(&query);
//! let help = help(&table, &query, &filter, &found);
//! assert_eq!(help.spellings[0].text, "ubuntu");
//! assert_eq!((help.drops[0].term, help.drops[0].rows), (0, 2)); // two rows without `ubunto`
//! ```
//!
//! The stages are separate, with inputs as narrow as can be, so that a caller memoises each on its own: a changed sort does not search, a
//! scroll does neither. What a stage keeps between calls ([`Search`], [`Sorter`], [`Facets`]) belongs to the caller, one for each table, and stays good
//! while rows arrive. Each takes how many rows of the table count, so that those that have just come can wait until they are worth the work.
//!
//! | Stage | Costs | Keeps |
//! |---|---|---|
//! | [`Table::push`] | a hash a text; the folding of new ones. What is full is doubled, the rest never touched again | the columns |
//! | [`Filter::new`] | linear in the query | |
//! | [`Search::run`] | a scan of distinct texts a word, a look at each row's codes where it was found; less for a word that has grown | some bits a row |
//! | [`Facets::count`] | a walk over the rows that are left, each; none for the same rows again | counts |
//! | [`Facets::histogram`] | a walk over the rows that are left; at first, two over the column | a byte a row |
//! | [`Sorter::sort`] | counting sorts of all rows when the keys change, then a walk over the order | 16 bytes a row |
//! | [`window()`] | nothing | |
//! | [`Marker::marks`] | a search of one text a word | |
//! | [`complete()`] | for values of a field what a search for them costs, else next to nothing | |
//! | [`help()`] | a count of bits a term, a walk over the words of the columns for each that is nowhere | |
//! | [`difference()`] | a hash a row, a comparison a cell | |
//! | [`stored::Reader`] | a copy; the folding of distinct texts | |
//!
//! A table of a million images, twelve columns from 350 bytes of JSON each, takes some 330 bytes a row: 71 for codes and numbers, 153 for distinct texts as
//! they are written and as they are searched, 104 for the packed JSON. [`Table::memory`] says it of any table.
//!
//! What is deliberately absent: a clock (the time is passed in), a locale (values may have names in several languages, and all are searched),
//! threads, and a way to change or remove a row: a table only grows, and a refresh is a new table. Nothing here panics on any query or any bytes. Texts of
//! 4 GB and tables of 4,294,967,295 rows are refused. Case is that of Latin, Greek and Cyrillic; accents that stand apart from their letters are not folded,
//! and stems, synonyms and relevance are for other engines: a row is found or it is not.
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
mod reserved;
mod schema;
mod search;
mod sort;
pub mod stored;
mod table;
mod value;
mod window;

pub use bits::Bits;
pub use bounds::Scale;
pub use civil::{DAY, Date, day_of};
pub use column::{Cell, CellRef};
pub use complete::{Candidate, Completions, Meaning, Typing, complete};
pub use difference::{Change, Difference, difference};
pub use facet::{Facet, FacetSpec, FacetValue, Facets, Histogram};
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
