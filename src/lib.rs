//! The page: everything that needs a browser.
//!
//! Credentials and requests are in [`session`], walking through lists in [`load`], what is looked at in [`state`], and what is
//! seen in [`ui`]. Components read the store and call its methods; they neither fetch nor parse.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![expect(
    missing_debug_implementations,
    reason = "components and stores are handles to signals; there is nothing in them to print"
)]

pub mod app;
pub mod browser;
mod later;
pub mod load;
pub mod session;
pub mod state;
pub mod ui;
pub mod words;

/// Puts the page where index.html left room for it, once the browser has caught its breath: to compile and start the module was a long
/// task by itself.
pub fn start() {
    browser::soon(|| {
        let Some(place) = browser::element(ui::PLACE) else { return };
        browser::slice_effects();
        leptos::mount::mount_to(place, app::App).forget();
        browser::after_slices(Box::new(ui::tell_built));
    });
}
