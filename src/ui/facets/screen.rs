//! The rail on the page: painted behind the rows, and told what the reader does.

use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;
use view::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, KeyboardEvent, MouseEvent};

use super::{
    act::{Act, change},
    node::{Node, Sketch},
    paint::{Painted, act_of, element_of, paint},
    rail::{Scene, Standing},
    spread,
};
use crate::{
    browser::{self, target},
    state::{self, Prefs, Store},
    ui::{
        Later,
        link::{is_chord, is_plain_click},
    },
    words,
};

/// So many rows show what there is to filter, while the rest still loads.
const TELLING: u32 = 2000;

/// How long keys must rest before the rail follows what is typed, in milliseconds.
const PAUSE: u32 = 200;

/// The rail. A handle.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Screen {
    pub(super) store: Store,
    lang: RwSignal<Lang>,
    pub(super) later: Later,
    is_narrow: RwSignal<bool>,
    painted: StoredValue<Parts, LocalStorage>,
    /// Whether it will be painted anyway.
    is_due: StoredValue<bool>,
    /// It waits for the keys, with what they have made of the query.
    waiting: StoredValue<Option<(String, Timeout)>, LocalStorage>,
}

/// What was painted, and into which element.
#[derive(Default)]
struct Parts {
    root: Option<HtmlElement>,
    painted: Vec<Painted>,
}

impl Screen {
    /// Paints it from now on, a frame behind the rows, and when keys rest: some hundred links follow the view, and what is typed must not wait for them.
    pub(super) fn new(store: Store, is_narrow: RwSignal<bool>) -> Self {
        let lang = expect_context::<Prefs>().lang;
        let later = expect_context::<Later>();
        let painted = StoredValue::new_local(Parts::default());
        let (is_due, waiting) = (StoredValue::new(false), StoredValue::new_local(None));
        let it = Self { store, lang, later, is_narrow, painted, is_due, waiting };
        browser::follow(move || {
            it.track();
            let is_typed = store.last_act() == state::Act::Typed && store.rail().is_outdated();
            it.wait_for_keys(is_typed);
            if !is_typed && !it.is_due.get_value() {
                it.is_due.set_value(true);
                browser::after_next_frame(move || {
                    // It gives the value back if the page is gone.
                    if it.is_due.try_set_value(false).is_none() {
                        it.paint();
                    }
                });
            }
        });
        it
    }

    /// Paints it when keys rest. Rows that come meanwhile begin no new rest, or a long load would have none.
    fn wait_for_keys(self, is_typed: bool) {
        let query = untrack(|| self.store.view().with(|it| it.query.clone()));
        let waits = self.waiting.with_value(|it| it.as_ref().is_some_and(|it| it.0 == query));
        if is_typed && waits {
            return;
        }
        let rested = move || {
            self.waiting.set_value(None);
            self.paint();
        };
        self.waiting.set_value(is_typed.then(|| (query, Timeout::new(PAUSE, rested))));
    }

    fn track(self) {
        self.store.view().track();
        self.store.results().track();
        self.store.rail().track();
        self.store.rail().shown.track();
        let _ = self.store.is_settled();
        let _ = self.later.tools();
        self.lang.track();
        self.is_narrow.track();
    }

    /// Makes the page show what there is now.
    pub(super) fn paint(self) {
        let Some(root) = browser::element("facets") else { return };
        self.store.count_facets();
        // What describes them comes behind the first view, and has this called again.
        let tools = untrack(|| self.later.tools());
        let nodes = match tools {
            Some(it) => untrack(|| (it.sketch)(self)),
            None => untrack(|| self.meanwhile()),
        };
        self.painted.try_update_value(|it| {
            if it.root.as_ref() != Some(&root) {
                *it = Parts { root: Some(root.clone()), painted: Vec::new() };
            }
            paint(&root, &mut it.painted, nodes);
        });
    }

    /// What stands there until the file has come that knows the rest. Beside the list that is nothing, for it comes soon.
    fn meanwhile(self) -> Vec<Node> {
        let (is_narrow, has_failed) = (self.is_narrow.get(), self.later.has_failed());
        if !self.store.rail().shown.get() || !(is_narrow || has_failed) {
            return Vec::new();
        }
        let words = if has_failed { words::LATER_FAILED } else { words::LOADING };
        let mut sketch = Sketch::new();
        sketch.words("p", "hint deferred", words.get(self.lang.get()));
        if has_failed {
            sketch.button("button", Act::Again);
            sketch.text(words::RETRY.get(self.lang.get()));
            sketch.close();
        }
        sketch.done()
    }

    /// What it should look like.
    pub(in crate::ui) fn nodes(self) -> Vec<Node> {
        let (store, lang, now) = (self.store, self.lang.get(), browser::now());
        let mut sketch = Sketch::new();
        if store.rail().shown.get() {
            let rows = store.results().with(|it| it.rows.len());
            let (view, standing) = (&store.view().get(), self.standing());
            let is_narrow = self.is_narrow.get();
            store.rail().with_facets(&mut |facets| {
                let scene = Scene { view, facets, lang, now, standing };
                match is_narrow {
                    true => scene.over(&mut sketch, rows),
                    false => scene.beside(&mut sketch),
                }
            });
        }
        sketch.done()
    }

    fn standing(self) -> Standing {
        let (rows, generation) = self.store.results().with(|it| (it.out_of, it.generation));
        let counted = self.store.rail().counted_rows(generation);
        let is_settled = self.store.is_settled();
        if is_settled && rows == 0 {
            Standing::Empty
        } else if counted >= TELLING || (is_settled && counted > 0 && counted == rows) {
            Standing::Counted
        } else {
            Standing::Waiting
        }
    }

    /// Does what was pressed, unless the click means something else to the browser. Beside a sheet lies its backdrop, which closes it. What changes the
    /// rail alone is seen at once: it has no rows to wait for.
    pub(super) fn press(self, event: &MouseEvent) {
        let Some(act) = self.act(event) else {
            if target::<HtmlDialogElement>(event).is_some() {
                self.store.rail().shown.set(false);
            }
            return;
        };
        if act.is_link() {
            if !is_plain_click(event) {
                return;
            }
            event.prevent_default();
        }
        act.perform(self.store);
        if act == Act::Again {
            // Its button goes while the file comes.
            browser::focus("facets");
            self.later.fetch();
        }
        if let Act::Fold(_) | Act::More(_) | Act::Fewer(_) = act {
            self.paint();
        }
    }

    /// Goes from bar to bar; with Shift, what lies between them is asked for.
    pub(super) fn key(self, event: &KeyboardEvent) {
        if is_chord(event) {
            return;
        }
        let Some(Act::Bar(place, _)) = self.act(event) else { return };
        let (store, key) = (self.store, event.key());
        if key == " " {
            event.prevent_default();
            return target(event).as_ref().map_or((), HtmlElement::click);
        }
        let mut next = None;
        store.rail().with_facets(&mut |it| {
            next = it.get(place).and_then(|it| spread::step(it, &key));
        });
        let Some(bar) = next else { return };
        event.prevent_default();
        self.focus(&Act::Bar(place, bar));
        let is_extended = event.shift_key();
        store.look_at_facet(place, &mut |look| {
            look.bar = bar;
            look.anchor = if is_extended { look.anchor } else { bar };
        });
        if is_extended {
            change(store, &|view, facets| {
                if let Some(it) = facets.get(place) {
                    spread::extend(view, it, it.look.anchor, bar);
                }
            });
        }
    }

    fn focus(self, act: &Act) {
        let element = self.painted.with_value(|it| element_of(&it.painted, act).cloned());
        let _ = element.as_ref().and_then(|it| it.dyn_ref()).map(HtmlElement::focus);
    }

    /// What is done at an event. What the browser tells of an element while that is being painted is nothing that the reader does.
    pub(super) fn act(self, event: &Event) -> Option<Act> {
        let target = target::<Element>(event)?;
        self.painted.try_with_value(|it| act_of(&it.painted, &target).cloned()).flatten()
    }
}
