//! Slices of time: what runs in them keeps its order, and lets others in between.

use std::{cell::RefCell, rc::Rc};

use futures_util::FutureExt;
use image_catalog::browser::{after_slices, slice_effects, sliced};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn what_takes_long_waits_for_a_task_of_its_own_and_keeps_its_order() {
    let log = Log::default();
    slice_effects();
    for name in ["first", "second", "third"] {
        spawn_local(sliced(log.clone().work(name).boxed_local()));
    }
    // Microtasks come in the order in which they were asked for; all of those above would have run before this one.
    spawn_local(log.clone().work("in between"));
    settled().await;
    // On a busy machine the first slice may be over before the first of them has its turn.
    let (is_after_one, is_before_all) =
        (["first", "in between", "second", "third"], ["in between", "first", "second", "third"]);
    let done = log.0.take();
    assert!(done == is_after_one || done == is_before_all, "{done:?}");

    for name in ["fourth", "fifth"] {
        spawn_local(sliced(log.clone().work(name).boxed_local()));
    }
    spawn_local(log.clone().work("behind"));
    settled().await;
    assert_eq!(*log.0.borrow(), ["fourth", "fifth", "behind"], "there are no slices any more");
}

/// What was done.
#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<&'static str>>>);

impl Log {
    /// Takes longer than a slice does.
    async fn work(self, name: &'static str) {
        self.0.borrow_mut().push(name);
        let end = js_sys::Date::now() + 20.0;
        while js_sys::Date::now() < end {}
    }
}

async fn settled() {
    let settled = js_sys::Promise::new(&mut |resolve, _| {
        after_slices(Box::new(move || drop(resolve.call0(&resolve))));
    });
    JsFuture::from(settled).await.unwrap();
}
