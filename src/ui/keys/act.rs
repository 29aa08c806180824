//! What the keys of the whole page do.

use crate::ui::prelude::*;
use view::{Layout, Text};
use web_sys::{KeyboardEvent, KeyboardEventInit};

use super::Does;
use crate::{
    app::Open,
    browser,
    state::{Prefs, Store, focus_again, use_store},
    ui::{Later, facets, search_box, toolbar, undo},
    words,
};

/// All that keys lay hands on.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Hands {
    pub(in crate::ui) store: Store,
    pub(in crate::ui) prefs: Prefs,
    pub(in crate::ui) open: Open,
    later: Later,
    /// The last key that needs the file behind the first view, and the key of the row that it meant, until there is one.
    owed: StoredValue<Option<(Does, Option<String>)>>,
}

impl Hands {
    pub(super) fn of_page() -> Self {
        let (prefs, open, later) = (expect_context(), expect_context(), expect_context());
        let hands = Self { store: use_store(), prefs, open, later, owed: StoredValue::new(None) };
        browser::follow(move || hands.catch_up());
        hands
    }

    /// Does what a key of that name means.
    pub(super) fn act(self, does: Does, name: &str) {
        match does {
            Does::Search => search_box::focus(),
            Does::Fields => {
                search_box::focus();
                press_in("search", "ArrowDown");
            }
            Does::Keys => self.open.keys.update(|it| *it = !*it),
            Does::Facets => facets::toggle(self.store, self.prefs),
            Does::Layout => self.change_layout(),
            Does::Density => self.prefs.next_density(),
            Does::Undo => undo::step(self.store, self.prefs, self.open, true),
            Does::Redo => undo::step(self.store, self.prefs, self.open, false),
            Does::CopyId => self.copy_id(),
            Does::CopyLink => toolbar::press_copy(),
            Does::Choose | Does::ChooseTo | Does::Compare => self.choose_rows(does),
            Does::List => press_in(LIST, name),
            Does::There => {}
        }
    }

    fn choose_rows(self, does: Does) {
        untrack(|| {
            // The row as it is now: the reader may go on before the file is there.
            let row = self.store.meant_row();
            let key = row.and_then(|row| self.store.with_rows(|it| it.key(row)));
            self.owed.set_value(Some((does, key)));
            if self.later.tools().is_none() {
                self.later.fetch();
                self.say(words::LOADING);
            }
            self.catch_up();
        });
    }

    /// Does what is owed once its file is there, or says that it cannot be had.
    fn catch_up(self) {
        let (tools, has_failed) = (self.later.tools(), self.later.has_failed());
        if tools.is_none() && !has_failed {
            return;
        }
        let Some((does, key)) = self.owed.try_update_value(Option::take).flatten() else { return };
        match tools {
            Some(tools) => (tools.choose)(self, does, key),
            None => self.say(words::LATER_FAILED),
        }
    }

    fn say(self, text: Text) {
        self.open.say(text.get(self.prefs.lang.get_untracked()).to_owned());
    }

    /// The other layout is another list: it gets the focus if the one before had it.
    fn change_layout(self) {
        let had_focus = document().active_element().is_some_and(|it| it.id() == LIST);
        self.store.choose(|view| {
            view.lay_out(match view.effective_layout() {
                Layout::Table => Layout::Cards,
                Layout::Cards => Layout::Table,
            });
        });
        if had_focus {
            browser::before_next_frame(|| focus_again(LIST));
        }
    }

    /// Copies the id of the row that the keyboard is on, or of the open one.
    fn copy_id(self) {
        let Self { store, prefs, open, .. } = self;
        let id = untrack(|| {
            let row = store.meant_row()?;
            store.text(row, store.catalog().copy)
        });
        let Some(id) = id else { return };
        browser::spawn(async move {
            let lang = prefs.lang.get_untracked();
            let said = if browser::copy(id.clone()).await {
                [words::ID_COPIED.get(lang), &id].concat()
            } else {
                words::NOT_COPIED.get(lang).to_owned()
            };
            open.say(said);
        });
    }
}

/// Gives the element of that id the focus and the key.
fn press_in(id: &str, key: &str) {
    let Some(element) = browser::element(id) else { return };
    let _ = element.focus();
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_cancelable(true);
    if let Ok(key) = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init) {
        let _ = element.dispatch_event(&key);
    }
}
