//! What a pointer does between its press and its release.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

use crate::{browser::Listener, ui::prelude::*};

/// What has become of a gesture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Phase {
    /// The pointer is there, in pixels of the window.
    At(i32, i32),
    /// It was let go.
    Done,
    /// Escape was pressed, or the browser took the pointer for something else.
    Cancelled,
}

/// A gesture under way, or none. Whoever starts one holds it.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Gesture(StoredValue<Option<Held>, LocalStorage>);

struct Held {
    told: Rc<dyn Fn(Phase)>,
    _listeners: [Listener; 4],
}

impl Gesture {
    pub(in crate::ui) fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Follows a pointer that was pressed until it is let go. One that is followed already is given up: of two fingers the last one counts.
    pub(super) fn start(self, event: &PointerEvent, told: impl Fn(Phase) + 'static) {
        self.cancel();
        if !is_main(event) {
            return;
        }
        let told: Rc<dyn Fn(Phase)> = Rc::new(told);
        let own = event.pointer_id();
        let listen = |name, phase: fn(&Event, i32) -> Option<Phase>| {
            let told = told.clone();
            let heard = move |event: Event| {
                let Some(phase) = phase(&event, own) else { return };
                // The end lets go of this listener too, which must not take along what is still to be told.
                let told = told.clone();
                if !matches!(phase, Phase::At(..)) {
                    self.0.try_set_value(None);
                }
                told(phase);
            };
            Listener::new(&window(), name, heard)
        };
        let listeners = [
            listen("pointermove", |event, own| of(event, own).map(at)),
            listen("pointerup", |event, own| of(event, own).map(|_| Phase::Done)),
            listen("pointercancel", |event, own| of(event, own).map(|_| Phase::Cancelled)),
            listen("keydown", |event, _| escaped(event).then_some(Phase::Cancelled)),
        ];
        self.0.set_value(Some(Held { told, _listeners: listeners }));
    }

    /// Gives up the gesture that is under way, and says whether there was one.
    pub(super) fn cancel(self) -> bool {
        let held = self.0.try_update_value(Option::take).flatten();
        held.inspect(|it| (it.told)(Phase::Cancelled)).is_some()
    }
}

/// Whether a pointer presses as it does for a click. Another button has a menu, which may keep the release to itself.
pub(super) fn is_main(event: &PointerEvent) -> bool {
    event.button() == 0
}

/// Has an element get all events of a pointer, beyond the window's edge too. A click then is the element's: whoever wants one does this
/// only once the pointer has moved.
pub(super) fn capture(element: &Element, pointer: i32) {
    // A pointer that is gone by now cannot be kept.
    let _ = element.set_pointer_capture(pointer);
}

/// The event if it is about that pointer: on a touch screen there may be others.
fn of(event: &Event, own: i32) -> Option<&PointerEvent> {
    event.dyn_ref::<PointerEvent>().filter(|it| it.pointer_id() == own)
}

fn at(event: &PointerEvent) -> Phase {
    Phase::At(event.client_x(), event.client_y())
}

fn escaped(event: &Event) -> bool {
    let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Escape");
    if is_escape {
        // A dialog around it stays open.
        event.prevent_default();
    }
    is_escape
}
