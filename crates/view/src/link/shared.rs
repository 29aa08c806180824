//! The link that is handed on.
//!
//! The address of the page holds the whole view, however long it is. A link that goes through chat, mail and short fields must be
//! shorter than that in rare cases; then the least important parts give way, and whoever copies it is told.

use super::{Notice, print};
use crate::{state::ViewState, text::Text};

/// How many characters a link that is handed on may have: longer ones are cut or no longer seen as links by some programs.
pub const LONGEST_SHARED: usize = 2000;

/// A link to hand on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The whole address.
    pub link: String,
    /// What it goes without, or that it is too long.
    pub notices: Vec<Notice>,
}

/// A part of a view that can give way: what it is called, and the view without it.
type Part = (Text, fn(&mut ViewState));

/// What gives way, the first that is enough. What is looked at and in which order is never among it.
const GIVE_WAY: &[Part] = &[
    (Text::new("column widths", "列宽"), ViewState::reset_widths),
    (Text::new("columns", "显示的列"), ViewState::reset_columns),
    (Text::new("compared rows", "对比的行"), clear_unseen),
];

/// Compares nothing, unless the rows are beside each other: then they are what is looked at.
fn clear_unseen(view: &mut ViewState) {
    if !view.comparing {
        view.clear_compared();
    }
}

/// The link of a view, with the address of the page in front. Where nothing that may give way makes it short enough, it is whole: a
/// link that is too long anyhow should at least say everything.
#[must_use]
pub fn shared(page: &str, view: &ViewState) -> Shared {
    let whole = link(page, view);
    if is_short(&whole) {
        return Shared { link: whole, notices: Vec::new() };
    }
    let short = shortened(page, view.clone());
    short.unwrap_or_else(|| Shared { link: whole, notices: vec![Notice::TooLong] })
}

fn shortened(page: &str, mut view: ViewState) -> Option<Shared> {
    let mut notices = Vec::new();
    for (name, give_way) in GIVE_WAY {
        let before = view.clone();
        give_way(&mut view);
        if view != before {
            notices.push(Notice::LeftOut(*name));
        }
        let link = link(page, &view);
        if is_short(&link) {
            return Some(Shared { link, notices });
        }
    }
    None
}

fn link(page: &str, view: &ViewState) -> String {
    let query = print(view);
    let mark = if query.is_empty() { "" } else { "?" };
    [page, mark, &query].concat()
}

/// All of a link is ASCII: its bytes are its characters.
fn is_short(link: &str) -> bool {
    link.len() <= LONGEST_SHARED
}

#[cfg(test)]
mod tests;
