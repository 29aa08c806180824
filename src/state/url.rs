//! The address bar. The only room that touches history.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use view::ViewState;
use wasm_bindgen::JsValue;

use super::store::{Act, Store};
use crate::browser::{Listener, follow};

/// How long typing must pause before the address follows, in milliseconds. Safari and Firefox refuse a page that writes the address
/// a hundred times in half a minute.
const PAUSE: u32 = 200;

/// The address of a view, relative to the page.
#[must_use]
pub fn href(view: &ViewState) -> String {
    format!("?{}", view::print(view))
}

/// Takes the view from the address, and keeps both the same from then on.
pub fn follow_address(store: Store) {
    read(store);
    let back = Listener::new(&window(), "popstate", move |_| read(store));
    let back = StoredValue::new_local(Some(back));
    let pending = StoredValue::new_local(None::<Timeout>);
    follow(move || {
        let address = store.view().with(href);
        // A write that waits is outdated by now, whoever asked for it.
        pending.set_value(None);
        match store.last_act() {
            Act::Arrived => {}
            Act::Typed => {
                let write = Timeout::new(PAUSE, move || write(&address, Write::Replace));
                pending.set_value(Some(write));
            }
            Act::Chose => {
                // What was typed belongs to the step before, and Back must find it there.
                if let Some(typed) = store.take_typed() {
                    write(&href(&typed), Write::Replace);
                }
                write(&address, Write::Push);
            }
        }
    });
    on_cleanup(move || back.set_value(None));
}

#[derive(Clone, Copy)]
enum Write {
    Push,
    Replace,
}

fn read(store: Store) {
    let search = window().location().search().unwrap_or_default();
    store.arrive(view::parse(&search));
}

/// Writes the address if it is another one. A browser that refuses leaves an old address behind, which the next write mends.
fn write(address: &str, how: Write) {
    let location = window().location();
    if location.search().is_ok_and(|it| it == address || (it.is_empty() && address == "?")) {
        return;
    }
    // Without a query string an empty one must be asked for by path, or the old one would stay.
    let address =
        if address == "?" { location.pathname().unwrap_or_default() } else { address.to_owned() };
    if let Ok(history) = window().history() {
        let _ = match how {
            Write::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
            Write::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
        };
    }
}
