//! What is inside a row and is asked for by itself, while the row's detail is open.
//!
//! It belongs to whoever asked for it. When that part of the page goes, the walk goes with it, and so does its request.

use catalog::RowId;
use leptos::prelude::*;
use view::Target;

use super::store::Store;
use crate::{
    load::{Load, Sink, Stage},
    session::Failure,
};

/// A walk for one reader. A handle: copies are the same walk.
#[derive(Clone, Copy)]
pub struct Errand {
    stage: RwSignal<Stage>,
    load: StoredValue<Option<Load>, LocalStorage>,
}

impl Errand {
    /// A walk that has not begun, for as long as the part of the page that makes it.
    pub(super) fn new() -> Self {
        Self { stage: RwSignal::new(Stage::Waiting), load: StoredValue::new_local(None) }
    }

    /// How it stands.
    #[must_use]
    pub fn stage(self) -> ReadSignal<Stage> {
        self.stage.read_only()
    }

    /// Notes how it stands, if anybody still wants to know.
    pub(super) fn stands(self, stage: Stage) {
        self.stage.try_set(stage);
    }

    /// Begins it. Without a connection it has failed at once.
    pub(super) fn begin(self, store: Store, sink: impl Sink) {
        let load = store.connection.with_value(|it| Some(Load::new(it.as_ref()?, sink)));
        if load.is_none() {
            self.stands(Stage::Failed(Failure::NoGateway));
        }
        self.load.set_value(load);
        self.walk();
    }

    /// Goes on from where it stopped; once, however often it is asked for.
    pub fn retry(self) {
        if self.stage.with_untracked(|it| matches!(it, Stage::Failed(_))) {
            self.stands(Stage::Waiting);
            self.walk();
        }
    }

    fn walk(self) {
        self.load.with_value(|load| {
            if let Some(load) = load {
                load.add([0]);
            }
        });
    }
}

impl Store {
    /// A target with values of a row as parameters; those that the row lacks are left out.
    pub(super) fn stamped(
        self,
        target: Target,
        stamps: &[(&'static str, &'static str)],
        row: RowId,
    ) -> Target {
        let stamped = self.with_rows(|rows| rows.stamped(row, target.clone(), stamps));
        stamped.unwrap_or(target)
    }

    /// The text of a column in a row.
    #[must_use]
    pub fn text(self, row: RowId, column: &str) -> Option<String> {
        self.with_rows(|rows| rows.cell(row, column).text().map(str::to_owned)).flatten()
    }
}
