//! A choice of names while it is made.

use view::{ALL, Choice, Level, Name, Unset};

use crate::{browser, session::Failure, state::Store, ui::prelude::*};

/// What is known of a level's names.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Names {
    NotAsked,
    Asking,
    Failed(Failure),
    Known(Vec<Name>),
}

/// A choice that is not in force yet: loading begins when the menu folds.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Draft {
    pub(super) level: &'static Level,
    pub(super) chosen: RwSignal<Vec<String>>,
    /// What the list is narrowed to, or the name that is being entered.
    pub(super) typed: RwSignal<String>,
    pub(super) names: RwSignal<Names>,
}

impl Draft {
    pub(super) fn new(level: &'static Level) -> Self {
        let (chosen, typed) = (RwSignal::default(), RwSignal::default());
        Self { level, chosen, typed, names: RwSignal::new(Names::NotAsked) }
    }

    pub(super) fn take_from(self, store: Store) {
        let chosen = store.view().with_untracked(|view| match self.level.choice(&view.values) {
            Choice::Names(names) => names.into_iter().map(str::to_owned).collect(),
            Choice::All if self.level.unset != Unset::All => vec![ALL.to_owned()],
            Choice::All | Choice::Unnamed => Vec::new(),
        });
        self.chosen.set(chosen);
        self.typed.set(String::new());
    }

    pub(super) fn apply_to(self, store: Store) {
        let value = self.chosen.get_untracked().join(",");
        store.choose(|view| view.values.set(self.level.key, &value));
    }

    /// Lists the names if the load does not list them anyway.
    pub(super) fn unfold(self, store: Store) {
        self.take_from(store);
        let known = matches!(self.names.get_untracked(), Names::Known(_) | Names::Asking);
        if known || self.level.unset == Unset::All {
            return;
        }
        self.names.set(Names::Asking);
        browser::spawn(async move {
            let names = store.list_names(self.level).await;
            // The menu may be gone by now.
            let _ = self.names.try_set(names.map_or_else(Names::Failed, Names::Known));
        });
    }

    /// The names to show: those that are known or chosen, narrowed to what is typed.
    pub(super) fn shown(self, store: Store) -> Vec<Name> {
        let mut names = store.listed_names(self.level);
        if let Names::Known(known) = self.names.get() {
            names.extend(known);
        }
        let chosen = self.chosen.get().into_iter().filter(|it| it != ALL);
        for id in chosen.collect::<Vec<_>>() {
            if !names.iter().any(|it| it.id == id) {
                names.push(Name { id, label: None });
            }
        }
        let typed = self.typed.with(|it| it.trim().to_owned());
        let matches = |it: &Name| {
            it.id.contains(&typed) || it.label.as_deref().is_some_and(|it| it.contains(&typed))
        };
        in_order(names.into_iter().filter(matches))
    }

    pub(super) fn add(self, name: &str) {
        self.chosen.update(|it| {
            it.retain(|it| it != ALL && it != name);
            it.push(name.to_owned());
        });
    }

    pub(super) fn toggle(self, name: &str) {
        if self.chosen.with_untracked(|it| it.iter().any(|it| it == name)) {
            self.chosen.update(|it| it.retain(|it| it != name));
        } else {
            self.add(name);
        }
    }
}

/// The first names in order, each once. By insertion: what sorts long lists weighs a kilobyte for each type it sorts.
fn in_order(names: impl Iterator<Item = Name>) -> Vec<Name> {
    let mut ordered: Vec<Name> = Vec::new();
    for name in names {
        if let Err(place) = ordered.binary_search(&name) {
            ordered.insert(place, name);
            ordered.truncate(MOST_SHOWN);
        }
    }
    ordered
}

/// More names than this are found by typing a part of them.
const MOST_SHOWN: usize = 200;
