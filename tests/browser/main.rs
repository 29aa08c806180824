//! The page in a browser, against a service that is made up in the same tab.
//!
//! What needs no browser is tested natively in `crates/`; what needs a whole site, several tabs or real keys on a real keyboard is
//! a journey in `tests/e2e`. On the host this program is empty.
#![cfg(target_arch = "wasm32")]

mod address;
mod cards;
mod connecting;
mod images;
mod names;
mod page;
mod service;
mod session;
mod slices;
mod table;
mod whole;

use std::{cell::Cell, rc::Rc};

use image_catalog::browser::Listener;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, EventTarget};

wasm_bindgen_test_configure!(run_in_browser);

/// A search without SIMD is slower than plain JavaScript, and nothing else would tell that its flag was lost: without it this does
/// not compile.
#[wasm_bindgen_test]
fn the_module_is_built_with_simd() {
    const { assert!(cfg!(target_feature = "simd128")) };
}

#[wasm_bindgen_test]
fn a_listener_hears_nothing_once_it_is_dropped() {
    let target = EventTarget::new().unwrap();
    let ring = || target.dispatch_event(&Event::new("ring").unwrap()).unwrap();
    // A listener whose closure is gone while it still listens would be an error of the page.
    let (errors, _watch) = counted(&web_sys::window().unwrap(), "error");
    let (heard, listener) = counted(&target, "ring");
    ring();
    assert_eq!(heard.get(), 1);
    drop(listener);
    ring();
    assert_eq!((heard.get(), errors.get()), (1, 0));
}

fn counted(target: &EventTarget, name: &'static str) -> (Rc<Cell<u32>>, Listener) {
    let count = Rc::new(Cell::new(0));
    let counter = Rc::clone(&count);
    (count, Listener::new(target, name, move |_| counter.set(counter.get() + 1)))
}
