//! The page in a browser, against a service that is made up in the same tab.
//!
//! What needs no browser is tested natively in `crates/`; what needs a whole site, several tabs or real keys on a real keyboard is
//! a journey in `tests/e2e`. On the host this program is empty.
#![cfg(target_arch = "wasm32")]

mod address;
mod images;
mod names;
mod page;
mod service;
mod session;
mod table;

use std::{cell::Cell, rc::Rc};

use image_catalog::browser::Listener;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, EventTarget};

wasm_bindgen_test_configure!(run_in_browser);

/// A search without SIMD is slower than plain JavaScript, and nothing else would tell that its flag was lost. This does not even compile then.
#[wasm_bindgen_test]
fn the_module_is_built_with_simd() {
    const { assert!(cfg!(target_feature = "simd128")) };
}

#[wasm_bindgen_test]
fn a_listener_hears_nothing_once_it_is_dropped() {
    let target = EventTarget::new().unwrap();
    let heard = Rc::new(Cell::new(0));
    let listener = Listener::new(&target, "ring", {
        let heard = Rc::clone(&heard);
        move |_| heard.set(heard.get() + 1)
    });
    let ring = || target.dispatch_event(&Event::new("ring").unwrap()).unwrap();
    ring();
    assert_eq!(heard.get(), 1);
    drop(listener);
    ring();
    assert_eq!(heard.get(), 1);
}
