//! What is seen. One component a file, with the style of the same name.
#![expect(
    unreachable_pub,
    reason = "the component macro makes its parts public, whatever the component is"
)]

mod age;
mod card;
mod cards;
mod chips;
mod chooser;
mod columns;
mod compare;
mod connect;
mod connection;
mod copy;
mod cover;
mod cover_note;
mod deferred;
mod detail;
mod drill;
mod facets;
mod failures;
mod folded;
mod grid;
mod grid_cell;
mod grid_header;
mod grid_row;
mod icon;
mod keys;
mod layout;
mod lines;
mod lines_view;
mod link;
mod live;
mod markdown;
mod marks;
mod menu;
mod no_match;
mod notices;
mod painted_row;
mod painting;
mod parameters;
mod picture;
mod placeholder;
mod prelude;
mod query_link;
mod regions;
mod reveal;
mod scope;
mod search_box;
mod shell;
mod skeleton;
mod slot;
mod speech;
mod status;
mod step;
mod toolbar;
mod top_bar;
mod undo;
mod value;

pub use columns::{ColumnsDialog, Panels};
pub use connect::ConnectDialog;
pub use deferred::Later;
pub use detail::Detail;
pub use facets::Facets;
pub use failures::Failures;
pub use keys::{KeysSheet, listen_to_keys};
pub use layout::RowsView;
pub use notices::Notices;
pub use placeholder::Placeholder;
pub use search_box::Typing;
pub use shell::{PLACE, in_turn, tell_built};
pub use speech::Speech;
pub use status::ResultStatus;
pub use toolbar::Toolbar;
pub use top_bar::TopBar;
