//! What keys do that choose rows to be compared.

use catalog::RowId;
use view::Lang;

use super::show;
use crate::{
    state::Store,
    ui::{
        keys::{Does, act::Hands},
        prelude::*,
    },
    words,
};

/// Does what such a key means, and says what came of it: the mark of a row and the count may be out of sight.
///
/// The key is that of the row that the keyboard is on, or of the open one.
pub(in crate::ui) fn choose(hands: Hands, does: Does, key: Option<String>) {
    let (store, lang) = (hands.store, hands.prefs.lang.get_untracked());
    let said = untrack(|| match (does, key) {
        (Does::Compare, _) => show(store).map(|it| it.get(lang).to_owned()),
        (Does::Choose, Some(key)) => Some(toggle(store, &key, lang)),
        (Does::ChooseTo, Some(key)) => Some(choose_to(store, &key, lang)),
        (Does::Choose | Does::ChooseTo, None) => Some(words::NO_ROW.get(lang).to_owned()),
        _ => None,
    });
    said.into_iter().for_each(|it| hands.open.say(it));
}

/// Chooses all rows up to that of a key from the one that was chosen last, or takes that one out if it is chosen, and says so.
pub(super) fn choose_to(store: Store, key: &str, lang: Lang) -> String {
    let is_chosen = store.view().with(|it| it.is_compared(key));
    // An open row need not be among the results.
    let to = || store.find(key).and_then(|row| place(store, row));
    let range = if is_chosen { None } else { last_chosen(store).zip(to()) };
    range.map_or_else(|| toggle(store, key, lang), |(from, to)| choose_range(store, from, to, lang))
}

/// Chooses a row or takes it out, and says so.
pub(super) fn toggle(store: Store, key: &str, lang: Lang) -> String {
    store.choose(|it| it.toggle_compared(key));
    let (is_chosen, can_choose, len) = store
        .view()
        .with_untracked(|it| (it.is_compared(key), it.can_compare(), it.compared.len()));
    if !is_chosen && !can_choose {
        return words::NO_ROOM.get(lang).to_owned();
    }
    words::row_chosen(&name(store, key), is_chosen, len, lang)
}

/// What a row is called; its key if it is not there or has no name.
pub(super) fn name(store: Store, key: &str) -> String {
    let title = store.catalog().title_column;
    let name = untrack(|| store.find(key)).and_then(|row| store.text(row, title));
    name.unwrap_or_else(|| key.to_owned())
}

/// The place among the results of the row that was chosen last, if it is there.
fn last_chosen(store: Store) -> Option<usize> {
    let key = store.view().with(|it| it.compared.last().cloned())?;
    place(store, store.find(&key)?)
}

fn place(store: Store, row: RowId) -> Option<usize> {
    store.results().with(|it| it.rows.iter().position(|it| *it == row))
}

/// Chooses the rows between two places, in the order in which they are met.
fn choose_range(store: Store, from: usize, to: usize, lang: Lang) -> String {
    let rows = store.results().with(|it| it.rows.clone());
    let between = rows.get(from.min(to)..=from.max(to)).unwrap_or_default();
    let key = |row: &RowId| store.with_rows(|it| it.key(*row));
    let (mut down, mut up) = (between.iter().filter_map(key), between.iter().rev().filter_map(key));
    let keys: &mut dyn Iterator<Item = String> = if from <= to { &mut down } else { &mut up };
    let mut had_room = true;
    store.choose(|it| had_room = it.compare_also(keys));
    let len = store.view().with(|it| it.compared.len());
    if had_room { words::chosen(len, lang) } else { words::cut_short(between.len(), lang) }
}
