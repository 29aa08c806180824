//! Slices of time. What signals set off comes all at once otherwise: the whole page would be built in one task, and on a phone a tap would wait for that
//! for half a second.
//!
//! While there are slices, an effect whose task has lasted long enough waits for the next one, and all that come behind it do too: their order stays. The
//! page is hidden meanwhile, so nobody sees it half done. Afterwards effects run in the task that has set them off, as they do everywhere: a view that is in
//! use must never be painted half-way from one state to the next.

use std::{
    cell::{Cell, RefCell},
    pin::Pin,
    task::{Context, Poll, Waker},
};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::MessageChannel;

use super::soon;

/// How long the effects of a task may take, in milliseconds. A task that takes 50 is a long one, and a phone is some four times as slow as what
/// pages are built on.
const SLICE: f64 = 8.0;

thread_local! {
    /// Whether there are slices at all.
    static IS_ON: Cell<bool> = const { Cell::new(false) };
    /// When this one has begun.
    static BEGAN: Cell<f64> = const { Cell::new(0.0) };
    /// What waits for the next one, in order.
    static WAITING: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
}

/// Runs effects in slices from now on. To be called before the first signal is made.
pub fn slice_effects() {
    // Where there is an executor already, that one is kept, and all is done at once.
    let _ = Executor::init_custom_executor(Slices);
    IS_ON.set(true);
    BEGAN.set(js_sys::Date::now());
}

/// Calls back when no effect waits any more, and slices no longer.
pub fn after_slices(call: Box<dyn FnOnce()>) {
    soon(move || {
        if WAITING.with_borrow(Vec::is_empty) {
            IS_ON.set(false);
            call();
        } else {
            after_slices(call);
        }
    });
}

/// A future that waits for the next slice, whenever it is polled after the end of this one. An effect is a future that never ends.
pub fn sliced(future: PinnedLocalFuture<()>) -> impl Future<Output = ()> {
    Sliced(future)
}

/// Runs what it is given as the browser's own executor does, but for the slices.
struct Slices;

impl CustomExecutor for Slices {
    fn spawn(&self, future: PinnedFuture<()>) {
        self.spawn_local(future);
    }

    fn spawn_local(&self, future: PinnedLocalFuture<()>) {
        wasm_bindgen_futures::spawn_local(sliced(future));
    }

    fn poll_local(&self) {}
}

struct Sliced(PinnedLocalFuture<()>);

impl Future for Sliced {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if IS_ON.get() && js_sys::Date::now() - BEGAN.get() >= SLICE {
            wait(context.waker().clone());
            return Poll::Pending;
        }
        self.0.as_mut().poll(context)
    }
}

fn wait(waker: Waker) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(waker);
        waiting.len() == 1
    });
    if is_first {
        next_task(go_on);
    }
}

fn go_on() {
    BEGAN.set(js_sys::Date::now());
    WAITING.take().into_iter().for_each(Waker::wake);
}

/// Calls back in the next task. Of timers that follow each other browsers make some that are 4 ms long, which would add up.
fn next_task(call: fn()) {
    let Ok(channel) = MessageChannel::new() else { return soon(call) };
    let heard = Closure::once_into_js(call);
    channel.port1().set_onmessage(Some(heard.unchecked_ref()));
    if channel.port2().post_message(&JsValue::NULL).is_err() {
        soon(call);
    }
}
