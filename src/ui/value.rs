//! A value of the row that a slot shows.

use crate::ui::prelude::*;
use view::{Column, Format, Lang, Shown, Tone};

use super::{
    live::{Live, attr, memo, text},
    slot::Slot,
};
use crate::{
    browser,
    state::{Prefs, use_store},
    words,
};

/// A value: it is formatted when the slot's row changes, and only then.
#[derive(Clone, Copy)]
pub(super) struct Value {
    shown: Memo<Shown>,
    lang: RwSignal<Lang>,
}

impl Value {
    /// The value of a column.
    pub(super) fn new(column: &'static Column, slot: Slot) -> Self {
        let store = use_store();
        let lang = expect_context::<Prefs>().lang;
        let shown = memo(move || {
            let Some(row) = slot.row() else { return Shown::default() };
            let read = |rows: &view::Rows| {
                view::format(&rows.cell(row, column.key), column, lang.get(), browser::now())
            };
            store.with_rows(read).unwrap_or_default()
        });
        Self { shown, lang }
    }

    /// The text.
    pub(super) fn text(self) -> Live<String> {
        text(move || {
            self.shown.with(|it| if it.text.is_empty() { "—".into() } else { it.text.clone() })
        })
    }

    /// The text, if the value is there and, where that is asked for, means something.
    pub(super) fn given(self, with_tone: bool) -> Option<String> {
        let is_given = |it: &Shown| !it.text.is_empty() && (it.tone.is_some() || !with_tone);
        self.shown.with(|it| is_given(it).then(|| it.text.clone()))
    }

    /// What stands quietly beside it.
    pub(super) fn aside(self) -> Live<String> {
        text(move || self.shown.with(|it| it.aside.clone().unwrap_or_default()))
    }

    /// The exact value, or that there is none.
    pub(super) fn exact(self) -> Live<String> {
        text(move || match self.shown.get() {
            Shown { exact: Some(exact), .. } => exact,
            Shown { text, .. } if text.is_empty() => {
                words::NOT_RETURNED.get(self.lang.get()).to_owned()
            }
            Shown { text, .. } => text,
        })
    }

    /// The name of its tone in the page's styles.
    pub(super) fn tone(self) -> Live<Option<String>> {
        attr(move || self.shown.with(|it| tone(it).map(str::to_owned)))
    }
}

/// The name of a tone in the page's styles.
pub(super) fn tone(shown: &Shown) -> Option<&'static str> {
    if shown.text.is_empty() {
        return Some("missing");
    }
    match shown.tone? {
        Tone::Plain => None,
        Tone::Good => Some("good"),
        Tone::Wait => Some("wait"),
        Tone::Bad => Some("bad"),
    }
}

/// How values of a column are set, as the page's styles name it.
pub(super) fn kind(column: &Column) -> Option<&'static str> {
    match column.format {
        Format::Id => Some("code"),
        _ => column.is_number().then_some("number"),
    }
}
