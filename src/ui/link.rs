//! Links that the page follows by itself.

use crate::ui::prelude::*;

/// Whether a click means to go there in this tab. Every other kind (a new tab, a new window, a download) is the browser's.
pub(super) fn is_plain_click(event: &web_sys::MouseEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !modified && !event.default_prevented()
}

/// Whether a click with Shift alone. It would open a window; a page that has something to add takes it for that.
pub(super) fn is_shift_click(event: &web_sys::MouseEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    event.button() == 0 && event.shift_key() && !modified && !event.default_prevented()
}

/// Whether a key is pressed together with one that makes it the browser's or the system's.
pub(super) fn is_chord(event: &web_sys::KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// The same view with another thing open, as an address.
pub(super) fn href_with(change: impl Fn(&mut view::ViewState)) -> String {
    let mut view = crate::state::use_store().view().get();
    change(&mut view);
    crate::state::href(&view)
}
