//! The text that a row's author has written about it.

use catalog::RowId;
use leptos::prelude::*;
use ucloud_api::{Params, Span};
use view::{Readme, Target};

use super::{inside::Errand, store::Store};
use crate::{
    load::{Sink, Stage},
    session::Failure,
};

/// The text of a row's author. A handle: copies are the same text.
#[derive(Clone, Copy)]
pub struct Writing {
    /// Whether it has come, and what it is, if there is one.
    text: RwSignal<Option<Option<String>>>,
    errand: Errand,
}

impl Store {
    /// The text of a row's author, which begins to load; nothing if the row's catalog has none.
    #[must_use]
    pub fn writing(self, row: RowId) -> Option<Writing> {
        let readme = self.view.with_untracked(|it| it.catalog.readme.as_ref())?;
        let target = self.view.with_untracked(view::plan).into_iter().next().unwrap_or_default();
        let target = self.stamped(target, readme.stamps, row);
        let writing = Writing { text: RwSignal::new(None), errand: Errand::new() };
        writing.errand.begin(self, Asked { writing, readme, target });
        Some(writing)
    }
}

impl Writing {
    /// Whether it has come; and the text, if its author has written one.
    #[must_use]
    pub fn text(self) -> ReadSignal<Option<Option<String>>> {
        self.text.read_only()
    }

    /// The request for it.
    #[must_use]
    pub fn errand(self) -> Errand {
        self.errand
    }
}

/// A text that was asked for: a walk of one step.
struct Asked {
    writing: Writing,
    readme: &'static Readme,
    target: Target,
}

impl Sink for Asked {
    fn next(&self, _: usize) -> Option<Span> {
        let is_wanted = self.writing.text.try_with_untracked(Option::is_none) == Some(true);
        is_wanted.then_some(Span { offset: 0, limit: 1 })
    }

    fn request(&self, _: usize, _: Span) -> Params {
        (self.readme.request)(&self.target)
    }

    fn answered(&self, _: usize, body: &str) -> Result<(), Failure> {
        let text = (self.readme.read)(body)?;
        self.writing.text.try_set(Some(text.filter(|it| !it.trim().is_empty())));
        Ok(())
    }

    fn stands(&self, _: usize, stage: Stage) {
        self.writing.errand.stands(stage);
    }
}
