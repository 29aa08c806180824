//! What is seen. One component a file, with the style of the same name.
#![expect(
    unreachable_pub,
    reason = "the component macro makes its parts public, whatever the component is"
)]

mod chooser;
mod connect;
mod connection;
mod copy;
mod detail;
mod failures;
mod grid;
mod grid_cell;
mod grid_header;
mod grid_row;
mod icon;
mod link;
mod live;
mod menu;
mod notices;
mod parameters;
mod placeholder;
mod regions;
mod speech;
mod status;
mod toolbar;
mod top_bar;

pub use connect::ConnectDialog;
pub use detail::Detail;
pub use failures::Failures;
pub use grid::Grid;
pub use notices::Notices;
pub use placeholder::Placeholder;
pub use speech::Speech;
pub use status::ResultStatus;
pub use toolbar::Toolbar;
pub use top_bar::TopBar;
