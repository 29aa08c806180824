//! The few things that are asked of the browser itself. Whatever it refuses (storage in a private window, the clipboard
//! without a gesture) is an absent value, never a panic.

mod element;
mod highlight;
mod slices;

use std::pin::Pin;

use gloo_timers::callback::Timeout;
use leptos::prelude::{Effect, SetValue, StoredValue, on_cleanup, window};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget, IdleRequestOptions};

pub use element::{element, element_as, focus, focus_on, pixels, set, show_dialog, target};
pub use highlight::{Marked, part_of, units_before};
pub use slices::{after_slices, slice_effects, sliced};

/// What the styles make of a property of an element, once everything that decides it has been weighed.
pub fn style(element: &web_sys::Element, property: &str) -> Option<String> {
    window().get_computed_style(element).ok()??.get_property_value(property).ok()
}

/// A media query. It tells its listeners of `change`.
pub fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    window().match_media(query).ok()?
}

/// Whether a media query holds.
pub fn matches(query: &str) -> bool {
    media(query).is_some_and(|it| it.matches())
}

/// Whether this is a machine of Apple's, whose keys have other names.
pub fn is_mac() -> bool {
    let platform = window().navigator().platform().unwrap_or_default();
    platform.starts_with("Mac") || platform.starts_with("iP")
}

/// The time, in Unix seconds.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, some 290 billion years from now"
)]
pub fn now() -> i64 {
    (js_sys::Date::now() / 1000.0) as i64
}

/// A time in Unix seconds, moved by as much as the clock where the reader is differs from that of UTC then.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "exact for some 285 million years, and zones differ by hours"
)]
pub fn local(seconds: i64) -> i64 {
    let date = js_sys::Date::new(&(seconds as f64 * 1000.0).into());
    seconds - date.get_timezone_offset() as i64 * 60
}

/// A value that this browser keeps for the page.
pub fn stored(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Keeps a value. A browser that refuses forgets it with the page, which is all that can be done.
pub fn store(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Keeps a value no longer.
pub fn forget(key: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(key);
    }
}

/// The languages the reader prefers, the first one first.
pub fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|it| it.as_string()).collect()
}

/// Copies a text. Whether it worked is the answer: a page that is not served over https has no clipboard.
pub async fn copy(text: String) -> bool {
    if !window().is_secure_context() {
        return false;
    }
    let written = window().navigator().clipboard().write_text(&text);
    wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
}

/// Does something outside the page's signals, now and whenever a signal that it reads changes. Boxed, as [`spawn`] is.
pub fn follow(act: impl Fn() + 'static) {
    let act: Box<dyn Fn()> = Box::new(act);
    Effect::new(move |_: Option<()>| act());
}

/// Runs a future beside everything else. Boxed, so that the machinery around it is compiled once and not once a future.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    let future: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    wasm_bindgen_futures::spawn_local(future);
}

/// A listener that is taken away when it is dropped.
#[must_use = "the listener is taken away as soon as this is dropped"]
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    capture: bool,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to an event of a target.
    pub fn new(
        target: &EventTarget,
        name: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Self {
        Self::of(target, name, false, Closure::new(heard))
    }

    /// Listens to an event of anything in a target, before that hears of it.
    pub fn capturing(
        target: &EventTarget,
        name: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Self {
        Self::of(target, name, true, Closure::new(heard))
    }

    fn of(
        target: &EventTarget,
        name: &'static str,
        capture: bool,
        closure: Closure<dyn FnMut(Event)>,
    ) -> Self {
        let heard = closure.as_ref().unchecked_ref();
        let _ = target.add_event_listener_with_callback_and_bool(name, heard, capture);
        Self { target: target.clone(), name, capture, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let heard = self.closure.as_ref().unchecked_ref();
        let (target, name) = (&self.target, self.name);
        let _ = target.remove_event_listener_with_callback_and_bool(name, heard, self.capture);
    }
}

/// Listens to an event of a target as long as the part of the page stands that asks for it.
pub fn listen(target: &EventTarget, name: &'static str, heard: impl FnMut(Event) + 'static) {
    let listener = StoredValue::new_local(Some(Listener::new(target, name, heard)));
    on_cleanup(move || listener.set_value(None));
}

/// Watches the size of an element until it is dropped.
#[must_use = "the watch ends as soon as this is dropped"]
pub struct SizeWatch {
    observer: web_sys::ResizeObserver,
    _closure: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Calls back now and whenever the element's size changes.
    pub fn new(element: &web_sys::Element, changed: impl FnMut() + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut()>::new(changed);
        let observer = web_sys::ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _closure: closure })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back in a task of its own, before which the browser may answer whoever types or scrolls.
pub fn soon(call: impl FnOnce() + 'static) {
    Timeout::new(0, call).forget();
}

/// Calls back before the next frame is painted; in a tab that paints none, after a moment all the same. Boxed, as [`spawn`] is.
pub fn before_next_frame(call: impl FnOnce() + 'static) {
    let call: Box<dyn FnOnce()> = Box::new(call);
    if window().document().is_some_and(|it| it.hidden()) {
        Timeout::new(100, call).forget();
    } else {
        leptos::prelude::request_animation_frame(call);
    }
}

/// Calls back when the browser has nothing more urgent to do, after a second at the latest: while pages of rows arrive it may never say so. Where it
/// cannot tell, that is after half a second.
pub fn when_idle(call: impl FnOnce() + 'static) {
    let idle = Closure::once_into_js(call);
    let options = IdleRequestOptions::new();
    options.set_timeout(1000);
    if window().request_idle_callback_with_options(idle.unchecked_ref(), &options).is_err() {
        let call: js_sys::Function = idle.unchecked_into();
        Timeout::new(500, move || drop(call.call0(&wasm_bindgen::JsValue::NULL))).forget();
    }
}

/// Calls back after the next frame is painted: for work that what is on the screen does not wait for.
pub fn after_next_frame(call: impl FnOnce() + 'static) {
    let call: Box<dyn FnOnce()> = Box::new(call);
    before_next_frame(move || {
        Timeout::new(BREATH, call).forget();
    });
}

/// How long after a frame what did not belong to it is done, in milliseconds. Without a breath it would come before all that the frame has waited for.
const BREATH: u32 = 4;
