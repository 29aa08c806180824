//! The keys of the page: one table that the handler reads, and the sheet that shows it.

pub(super) mod act;
mod name;
pub(super) mod sheet;

use crate::ui::prelude::*;
use view::Text;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::{browser::listen, words};
use act::Hands;
pub use sheet::KeysSheet;

/// A key and what it does.
struct Shortcut {
    /// What is pressed, any of these: `z`, `Shift+z`, or `Mod+z`, where `Mod` is Ctrl and on a Mac ⌘.
    keys: &'static [&'static str],
    place: Place,
    does: Does,
    /// What it does, in words.
    says: Text,
}

/// Where a key means this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Wherever nothing is typed.
    Anywhere,
    /// While the list has the focus.
    List,
    /// While the search box has it.
    Search,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    /// Goes to the search box.
    Search,
    /// Goes to the search box and shows what can stand there.
    Fields,
    /// Shows this table.
    Keys,
    /// Shows the facets.
    Facets,
    /// Lays the rows out in the other way.
    Layout,
    /// Has rows stand closer or wider.
    Density,
    /// Takes the last change back.
    Undo,
    /// Does again what was undone.
    Redo,
    /// Copies the id of the row that the keyboard is on, or of the open one.
    CopyId,
    /// Copies a link to the view.
    CopyLink,
    /// Chooses the row that the keyboard is on, or the open one, to be compared, or no longer.
    Choose,
    /// Chooses all rows up to that one.
    ChooseTo,
    /// Compares what is chosen.
    Compare,
    /// Goes to the list, which knows the key.
    List,
    /// What the part with the focus makes of it: the list in `step.rs`, the search box in `completion.rs`.
    There,
}

use Place::{Anywhere, List, Search};

const SHORTCUTS: &[Shortcut] = &[
    key(&["/"], Anywhere, Does::Search, words::KEY_SEARCH),
    key(&[FROM_ANYWHERE], Anywhere, Does::Fields, words::KEY_FIELDS),
    key(&["j", "k"], Anywhere, Does::List, words::KEY_LIST),
    key(&["f"], Anywhere, Does::Facets, words::KEY_FACETS),
    key(&["v"], Anywhere, Does::Layout, words::KEY_LAYOUT),
    key(&["d"], Anywhere, Does::Density, words::KEY_DENSITY),
    key(&["y"], Anywhere, Does::CopyId, words::KEY_COPY),
    key(&["Shift+y"], Anywhere, Does::CopyLink, words::KEY_LINK),
    key(&["x"], Anywhere, Does::Choose, words::KEY_CHOOSE),
    key(&["Shift+x"], Anywhere, Does::ChooseTo, words::KEY_CHOOSE_TO),
    key(&["c"], Anywhere, Does::Compare, words::KEY_COMPARE),
    key(&["z", "Mod+z"], Anywhere, Does::Undo, words::UNDO),
    key(&["Shift+z", "Mod+Shift+z", "Mod+y"], Anywhere, Does::Redo, words::REDO),
    key(&["?"], Anywhere, Does::Keys, words::KEY_HELP),
    key(&["ArrowDown", "ArrowUp", "j", "k"], List, Does::There, words::KEY_STEP),
    key(&["PageDown", "PageUp"], List, Does::There, words::KEY_PAGE),
    key(&["Home", "End"], List, Does::There, words::KEY_ENDS),
    key(&["Enter"], List, Does::There, words::KEY_OPEN),
    key(&["Escape"], List, Does::There, words::KEY_SHUT),
    key(&["ArrowDown", "ArrowUp"], Search, Does::There, words::KEY_OFFERS),
    key(&["Enter", "Tab"], Search, Does::There, words::KEY_ACCEPT),
    key(&["Escape"], Search, Does::There, words::KEY_CLEAR),
];

const fn key(keys: &'static [&'static str], place: Place, does: Does, says: Text) -> Shortcut {
    Shortcut { keys, place, does, says }
}

/// Listens to the keys of the page, as long as it stands.
pub fn listen_to_keys() {
    let hands = Hands::of_page();
    listen(&window(), "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        // Whoever had the focus has used the key, or types with it.
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let name = name::of(event);
        if is_typing() && name != FROM_ANYWHERE {
            return;
        }
        if let Some(does) = meant(&name).filter(|it| is_free(*it, event)) {
            event.prevent_default();
            hands.act(does, &name);
        }
    });
}

/// The one key that means the same while something is typed: it types nothing, and nobody undoes with it.
const FROM_ANYWHERE: &str = "Mod+k";

/// What a key does wherever nothing is typed.
fn meant(name: &str) -> Option<Does> {
    let here = SHORTCUTS.iter().filter(|it| it.place == Anywhere);
    here.into_iter().find(|it| it.keys.contains(&name)).map(|it| it.does)
}

/// Over a dialog only its own keys do anything, and a key that is held steps and does nothing else again.
fn is_free(does: Does, event: &KeyboardEvent) -> bool {
    let is_covered = document().query_selector(above(does)).is_ok_and(|it| it.is_some());
    let repeats = matches!(does, Does::Undo | Does::Redo | Does::List);
    !is_covered && (repeats || !event.repeat())
}

/// The dialogs over which it is not done.
fn above(does: Does) -> &'static str {
    match does {
        Does::Keys => "dialog[open]:not(#keys)",
        // A comparison is a step itself: undo must lead out of it.
        Does::Undo | Does::Redo => "dialog[open]:not(#compare)",
        _ => "dialog[open]",
    }
}

/// What takes letters.
const TYPED_INTO: &str =
    "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]";

fn is_typing() -> bool {
    document().active_element().is_some_and(|it| it.matches(TYPED_INTO).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{compare, step::Step};

    #[test]
    fn a_key_means_one_thing_in_a_place() {
        for place in [Anywhere, List, Search] {
            let here = SHORTCUTS.iter().filter(|it| it.place == place);
            let keys: Vec<_> = here.flat_map(|it| it.keys).collect();
            assert!(!keys.is_empty(), "{place:?} has no keys");
            for (at, key) in keys.iter().enumerate() {
                assert!(!keys[..at].contains(key), "{key} twice in {place:?}");
            }
        }
    }

    #[test]
    fn keys_of_the_whole_page_do_something() {
        for shortcut in SHORTCUTS {
            let is_there = shortcut.does == Does::There;
            assert_eq!(is_there, shortcut.place != Anywhere, "{:?}", shortcut.keys);
            for key in shortcut.keys.iter().filter(|_| !is_there) {
                assert_eq!(meant(key), Some(shortcut.does), "{key}");
            }
        }
        for key in ["", "Enter", "a", "Shift+f", "Mod+f", "Mod+/"] {
            assert_eq!(meant(key), None, "{key}");
        }
    }

    #[test]
    fn the_key_from_anywhere_leads_to_the_search() {
        assert_eq!(meant(FROM_ANYWHERE), Some(Does::Fields));
    }

    #[test]
    fn undo_leads_out_of_a_comparison() {
        let others = format!("dialog[open]:not(#{})", compare::DIALOG);
        assert_eq!(
            [Does::Undo, Does::Redo, Does::Choose].map(above),
            [&others, &others, "dialog[open]"]
        );
    }

    #[test]
    fn the_list_knows_its_keys() {
        let steps = SHORTCUTS.iter().filter(|it| it.place == List || it.does == Does::List);
        let keys = steps.flat_map(|it| it.keys).filter(|it| !["Enter", "Escape"].contains(it));
        for key in keys {
            assert!(Step::of_key(key, false, 9, 1).is_some(), "{key}");
        }
    }
}
