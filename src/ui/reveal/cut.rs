//! Whether a text is cut. The browser lays the table out to tell, so it is asked of one cell and when nothing moves.

use web_sys::{Element, Range};

/// Whether a cell shows less than all of its text.
pub(super) fn is_cut(cell: &Element) -> bool {
    let first = cell.first_element_child();
    let is_wider = |it: &Element| it.scroll_width() > it.client_width();
    is_wider(cell) || first.is_some_and(|it| is_wider(&it) || is_covered(&it).unwrap_or_default())
}

/// Whether the end of a text lies over its middle.
fn is_covered(text: &Element) -> Option<bool> {
    let end = text.first_element_child()?.get_bounding_client_rect();
    let start = Range::new().ok()?;
    start.select_node_contents(&text.first_child()?).ok()?;
    // Half a pixel may be a matter of rounding.
    Some(end.width() > 0.0 && start.get_bounding_client_rect().right() > end.left() + 0.5)
}
