//! The address bar. The only room that touches history.
//!
//! Each entry of the history has an address, which is the view, and a state, which is the [`Place`](super::Place) where the reader stood.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use view::ViewState;
use wasm_bindgen::JsValue;

use super::store::{Act, Store};
use crate::browser::{after_next_frame, follow, listen};

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
    store.steps.begin();
    let due = Due(StoredValue::new_local(None));
    listen(&window(), "popstate", move |_| {
        due.drop();
        read(store);
    });
    listen(&window(), "pagehide", move |_| {
        due.write();
        keep(&store.place());
    });
    let pending = StoredValue::new_local(None::<Timeout>);
    follow(move || {
        let address = store.view().with(href);
        // A write that waits is outdated by now, whoever asked for it.
        pending.set_value(None);
        due.write();
        match store.last_act() {
            Act::Arrived => {}
            Act::Mended => write(&address, &store.place(), Write::Replace),
            Act::Typed => {
                let write = move || write(&address, &store.place(), Write::Replace);
                pending.set_value(Some(Timeout::new(PAUSE, write)));
            }
            Act::Chose => {
                let (typed, left) = (store.take_typed(), store.take_left_place());
                due.push(Box::new(move || {
                    // What was typed belongs to the step before, and Back must find it there.
                    match typed {
                        Some(typed) => write(&href(&typed), &left, Write::Replace),
                        None => keep(&left),
                    }
                    // Where the list stays as it is, so does the reader; where it does not, the entry is told soon.
                    write(&address, &left, Write::Push);
                }));
            }
        }
    });
}

/// An entry of the history that is written behind the next frame: browsers take as long for it as for the rows, which do not wait for it. Whatever
/// comes sooner has it written first, but for Back: who has gone back is at another entry.
#[derive(Clone, Copy)]
struct Due(StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>);

impl Due {
    fn push(self, write: Box<dyn FnOnce()>) {
        self.0.set_value(Some(write));
        after_next_frame(move || self.write());
    }

    fn write(self) {
        if let Some(write) = self.0.try_update_value(Option::take).flatten() {
            write();
        }
    }

    fn drop(self) {
        self.0.set_value(None);
    }
}

#[derive(Clone, Copy)]
enum Write {
    Push,
    Replace,
}

fn read(store: Store) {
    let search = window().location().search().unwrap_or_default();
    store.arrive(view::parse(&search));
    store.return_to(kept());
}

/// What the entry keeps.
fn kept() -> String {
    let state = window().history().and_then(|it| it.state());
    state.ok().and_then(|it| it.as_string()).unwrap_or_default()
}

/// Keeps a place with the entry.
pub(super) fn keep(place: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::from_str(place), "", None);
    }
}

/// Writes the address if it is another one. A browser that refuses leaves an old address behind, which the next write mends.
fn write(address: &str, place: &str, how: Write) {
    let location = window().location();
    if location.search().is_ok_and(|it| it == address || (it.is_empty() && address == "?")) {
        return keep(place);
    }
    // Without a query string an empty one must be asked for by path, or the old one would stay.
    let address =
        if address == "?" { location.pathname().unwrap_or_default() } else { address.to_owned() };
    if let Ok(history) = window().history() {
        let place = JsValue::from_str(place);
        let _ = match how {
            Write::Push => history.push_state_with_url(&place, "", Some(&address)),
            Write::Replace => history.replace_state_with_url(&place, "", Some(&address)),
        };
    }
}
