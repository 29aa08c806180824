//! What a cell does not show in full, once the pointer has rested on it or the keyboard has come to its row: the whole of a text that is cut, over the
//! cell, and beside an id the button that copies it. What a value is exactly, and that there is none, is its title.
//!
//! Not before that, and one element for all cells: browsers have styles for titles, and would look for them again in every cell that changes. And
//! whether a text is cut off the browser only knows by laying the table out, so it is asked when nothing moves.

mod cut;
mod paper;
mod tip;

use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;
use view::{Column, Format};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, KeyboardEvent, MouseEvent, MouseEventInit};

use super::painting::Painting;
use crate::{
    browser::{self, Listener, follow, set},
    state::Prefs,
};
use cut::is_cut;
pub(super) use paper::PaperNote;
use tip::{Over, TipView, is_tip, is_under_tip};

/// How long the pointer has to rest, in milliseconds. Browsers show a title some time later.
const REST: u32 = 160;

/// What is revealed over the table, and the note for paper.
#[component]
pub(super) fn Reveal(
    /// The painted rows.
    painting: Painting,
) -> impl IntoView {
    let it = Reveals {
        painting,
        text: RwSignal::new(None),
        id: RwSignal::new(None),
        has_focus: RwSignal::new(false),
        waiting: StoredValue::new_local(None),
        pointed: StoredValue::new_local(None),
        titled: StoredValue::new_local(None),
    };
    it.listen();
    it.follow_rows();
    view! {
        <TipView over=it.text />
        <TipView over=it.id copies=true />
        <PaperNote lines=painting.lines />
    }
}

/// What is revealed. A handle.
#[derive(Clone, Copy)]
struct Reveals {
    painting: Painting,
    /// Over a cell with a text.
    text: RwSignal<Option<Over>>,
    /// Over a cell with an id.
    id: RwSignal<Option<Over>>,
    /// Whether the keyboard is on the list.
    has_focus: RwSignal<bool>,
    waiting: StoredValue<Option<Timeout>, LocalStorage>,
    /// The cell that the pointer is on.
    pointed: StoredValue<Option<Element>, LocalStorage>,
    titled: StoredValue<Option<Element>, LocalStorage>,
}

impl Reveals {
    /// Hears of the pointer and of the keyboard, around the list: what is revealed stands beside the scroller, which would cut it off.
    fn listen(self) {
        let listeners = StoredValue::new_local(Vec::new());
        let scroller = self.painting.lines.scroller;
        follow(move || {
            let Some(around) = scroller.get().and_then(|it| it.parent_element()) else { return };
            listeners.set_value(vec![
                Listener::new(&around, "mouseover", move |it| self.point_at(&it)),
                // Along a text over other rows and off it; or on in a cell that was forgotten when the rows changed below the pointer.
                Listener::new(&around, "mousemove", move |it| {
                    if self.pointed.with_value(Option::is_some) || cell_at(&it).is_some() {
                        self.point_at(&it);
                    }
                }),
                Listener::new(&around, "mouseleave", move |_| self.rest_on_row()),
                Listener::new(&around, "focusin", move |it| self.focus_at(element(it.target()))),
                Listener::new(&around, "focusout", move |it| {
                    self.focus_at(
                        it.dyn_ref::<FocusEvent>().and_then(|it| element(it.related_target())),
                    );
                }),
                Listener::capturing(&window(), "keydown", move |it| self.dismiss(&it)),
                Listener::capturing(&around, "click", move |it| self.press_below(&it)),
            ]);
        });
        on_cleanup(move || listeners.set_value(Vec::new()));
    }

    /// Other rows, another place of theirs, or another row under the keyboard: what was revealed is not there any more.
    fn follow_rows(self) {
        let (lines, prefs) = (self.painting.lines, expect_context::<Prefs>());
        follow(move || {
            lines.store.results().track();
            lines.store.columns().track();
            lines.viewport.track();
            lines.active.track();
            prefs.lang.track();
            self.has_focus.track();
            untrack(|| self.rest_on_row());
        });
    }

    /// The pointer is over something else.
    fn point_at(self, event: &Event) {
        let is_on_tip = element(event.target()).is_none_or(|it| is_tip(&it));
        if is_on_tip || is_under_tip(event) {
            return;
        }
        let Some(cell) = cell_at(event) else { return self.rest_on_row() };
        let is_new = self.pointed.with_value(|it| it.as_ref() != Some(&cell));
        if is_new {
            self.after_a_rest({
                let cell = cell.clone();
                move || self.reveal(std::slice::from_ref(&cell))
            });
            self.pointed.set_value(Some(cell));
        }
    }

    /// A press on a text that reaches over other rows is meant for the row that it is of.
    fn press_below(self, event: &Event) {
        let pressed = element(event.target()).filter(|it| !is_tip(it) && is_under_tip(event));
        let pointed = self.pointed.get_value();
        if let Some((pressed, pointed)) = pressed.zip(pointed)
            && !pointed.parent_element().is_some_and(|row| row.contains(Some(&pressed)))
            && let Some(row) = pointed.parent_element()
        {
            event.prevent_default();
            event.stop_propagation();
            press(&row.query_selector("a").ok().flatten().unwrap_or(pointed), event);
        }
    }

    /// Escape takes away what is revealed, and does nothing else then: search and detail stay. It comes back with another cell or row.
    fn dismiss(self, event: &Event) {
        let is_escape = event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|it| it.key() == "Escape" && !it.is_composing());
        // A button alone covers nothing that the cell shows.
        let covers = |it: &Option<Over>| it.as_ref().is_some_and(Over::has_text);
        let is_shown = [self.text, self.id].iter().any(|it| it.with_untracked(covers));
        // A dialog lies over it.
        let is_covered = || document().query_selector("dialog[open]").is_ok_and(|it| it.is_some());
        if is_escape && is_shown && !is_covered() {
            event.prevent_default();
            event.stop_propagation();
            let pointed = self.pointed.get_value();
            self.hide();
            self.pointed.set_value(pointed);
        }
    }

    /// The button over a cell belongs to what had the focus before: it must not go while it is being pressed.
    fn focus_at(self, target: Option<Element>) {
        if !target.as_ref().is_some_and(is_tip) {
            let has_focus = target.is_some_and(|it| it.id() == LIST);
            self.has_focus.maybe_update(|it| std::mem::replace(it, has_focus) != has_focus);
        }
    }

    /// Shows what the row under the keyboard does not show in full. A finger has tapped on it.
    fn rest_on_row(self) {
        self.after_a_rest(move || {
            let is_under = self.has_focus.get_untracked() || browser::matches("(pointer: coarse)");
            let row = untrack(|| self.painting.lines.active_id()).filter(|_| is_under);
            let row = row.as_deref().and_then(browser::element);
            let cells = row
                .map(|it| it.children())
                .into_iter()
                .flat_map(|cells| (0..cells.length()).filter_map(move |place| cells.item(place)));
            self.reveal(&cells.filter(|it| self.matters(it)).collect::<Vec<_>>());
        });
    }

    /// Whether a cell of the row under the keyboard is one to look at: of its ids the one that is copied, and texts that are cut.
    fn matters(self, cell: &Element) -> bool {
        let copied = self.painting.lines.store.catalog().copy;
        let matters = |it: &Column| it.key == copied || it.keeps_end && it.format != Format::Id;
        self.painting.at(cell).is_some_and(|(_, column)| matters(column))
    }

    fn after_a_rest(self, act: impl Fn() + 'static) {
        self.hide();
        self.waiting.set_value(Some(Timeout::new(REST, act)));
    }

    fn hide(self) {
        // What has the keyboard must not go with it.
        if document().active_element().as_ref().is_some_and(is_tip) {
            browser::focus(LIST);
        }
        self.waiting.set_value(None);
        self.pointed.set_value(None);
        for over in [self.text, self.id] {
            over.maybe_update(|it| it.take().is_some());
        }
        if let Some(before) = self.titled.try_update_value(Option::take).flatten() {
            set(&before, "title", None);
        }
    }

    /// Shows what of these cells has to be, the first of each kind.
    fn reveal(self, cells: &[Element]) {
        for cell in cells {
            let Some((row, column)) = self.painting.at(cell) else { continue };
            let store = self.painting.lines.store;
            let is_id = is_id(column, store.catalog().copy);
            let text = is_id.then(|| untrack(|| store.text(row, column.key))).flatten();
            match (text, is_cut(cell)) {
                (Some(id), is_cut) => show(self.id, cell, is_cut, id),
                (None, true) => {
                    show(self.text, cell, true, cell.text_content().unwrap_or_default());
                }
                (None, false) => self.title(cell),
            }
        }
    }

    fn title(self, cell: &Element) {
        let is_first = self.titled.with_value(Option::is_none);
        if let Some(whole) = self.painting.unsaid(cell).filter(|_| is_first) {
            set(cell, "title", Some(&whole));
            self.titled.set_value(Some(cell.clone()));
        }
    }
}

/// The cell that an event is of.
fn cell_at(event: &Event) -> Option<Element> {
    element(event.target())?.closest(".grid__row--body > .grid__cell").ok()?
}

/// Whether values are copied.
fn is_id(column: &Column, copied: &str) -> bool {
    column.format == Format::Id || column.key == copied
}

fn show(over: RwSignal<Option<Over>>, cell: &Element, is_cut: bool, text: String) {
    if over.with_untracked(Option::is_none) {
        over.set(Over::of(cell, is_cut, text));
    }
}

/// Clicks on an element as was clicked elsewhere: with Control on a link, that opens it in a tab.
fn press(element: &Element, like: &Event) {
    let Some(like) = like.dyn_ref::<MouseEvent>() else { return };
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_alt_key(like.alt_key());
    init.set_ctrl_key(like.ctrl_key());
    init.set_meta_key(like.meta_key());
    init.set_shift_key(like.shift_key());
    if let Ok(click) = MouseEvent::new_with_mouse_event_init_dict("click", &init) {
        let _ = element.dispatch_event(&click);
    }
}

fn element(target: Option<web_sys::EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}
