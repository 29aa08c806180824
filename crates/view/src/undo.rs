//! What was looked at before: undo and redo of every change of a view, as a value.
//!
//! The present view belongs to whoever shows it; here are those before it and those that were undone. It is not the browser's history: that
//! one leads through pages and keeps what was typed to the last letter only, this one leads through what the reader did. Going back in the
//! browser is a change like any other here, and so can be undone; undoing is a choice like any other there, and so makes an entry.

use crate::{state::ViewState, text::Text};

/// How many steps can be undone. A view is a few hundred bytes.
const STEPS: usize = 200;

/// How long keys may rest before the next letter begins a new step, in milliseconds.
const PAUSE: u64 = 600;

/// The views before the present one, and those that were undone.
#[derive(Debug, Clone, Default)]
pub struct UndoStack {
    past: Vec<ViewState>,
    future: Vec<ViewState>,
    /// When the last letter was typed, if the last step was typing.
    typed: Option<u64>,
}

impl UndoStack {
    /// Takes note of a change from one view to another. `typed` is when, in milliseconds, if it was a letter: those that follow each other
    /// without a pause are one step.
    pub fn note(&mut self, before: &ViewState, after: &ViewState, typed: Option<u64>) {
        let goes_on = self.typed.zip(typed).is_some_and(|(last, now)| now < last + PAUSE);
        self.typed = typed;
        self.future.clear();
        if !goes_on {
            self.push(before.clone());
        } else if self.past.last() == Some(after) {
            // What was typed has been taken away again: there is nothing to undo.
            self.past.pop();
            self.typed = None;
        }
    }

    /// The view before the present one, which can be gone back to from now on.
    pub fn undo(&mut self, present: &ViewState) -> Option<ViewState> {
        let view = self.past.pop()?;
        self.future.push(present.clone());
        self.typed = None;
        Some(view)
    }

    /// The view that was undone last.
    pub fn redo(&mut self, present: &ViewState) -> Option<ViewState> {
        let view = self.future.pop()?;
        self.push(present.clone());
        self.typed = None;
        Some(view)
    }

    /// Whether there is anything to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is anything to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    fn push(&mut self, view: ViewState) {
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(view);
    }
}

/// What two views differ in, in a word: of several things the one that matters most.
#[must_use]
pub fn changed(before: &ViewState, after: &ViewState) -> Text {
    let part = PARTS.iter().find(|(_, is_same)| !is_same(before, after));
    part.map_or(COLUMNS, |it| it.0)
}

/// Whether two views are the same in some respect.
type Same = fn(&ViewState, &ViewState) -> bool;

const PARTS: &[(Text, Same)] = &[
    (Text::new("catalog", "目录"), |a, b| a.catalog == b.catalog),
    (Text::new("what is loaded", "加载范围"), ViewState::same_scope),
    (Text::new("search", "搜索"), |a, b| a.query == b.query),
    (Text::new("order", "排序"), |a, b| a.sort == b.sort),
    (Text::new("layout", "布局"), |a, b| a.layout == b.layout),
    (Text::new("details", "详情"), |a, b| a.item == b.item),
    (Text::new("comparison", "对比"), |a, b| {
        a.compared == b.compared && a.comparing == b.comparing
    }),
];

/// All that is left for views to differ in.
const COLUMNS: Text = Text::new("columns", "列");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{parts::Layout, text::Lang};

    /// What a reader does: types a text at a time, sets another, undoes, redoes.
    enum Does {
        Types(&'static str, u64),
        Chooses(&'static str),
        Undoes,
        Redoes,
    }
    use Does::{Chooses, Redoes, Types, Undoes};

    fn searching(text: &str) -> ViewState {
        ViewState { query: text.to_owned(), ..ViewState::default() }
    }

    fn after(acts: &[Does]) -> (UndoStack, ViewState) {
        let (mut history, mut view) = (UndoStack::default(), searching(""));
        for act in acts {
            let next = match act {
                Types(text, at) => Some((searching(text), Some(Some(*at)))),
                Chooses(text) => Some((searching(text), Some(None))),
                Undoes => history.undo(&view).map(|it| (it, None)),
                Redoes => history.redo(&view).map(|it| (it, None)),
            };
            let Some((next, noted)) = next else { continue };
            if let Some(typed) = noted {
                history.note(&view, &next, typed);
            }
            view = next;
        }
        (history, view)
    }

    #[test]
    fn steps_are_undone_and_redone() {
        let check = |acts: &[Does], query: &str, undo: bool, redo: bool| {
            let (history, view) = after(acts);
            assert_eq!(view.query, query);
            assert_eq!((history.can_undo(), history.can_redo()), (undo, redo), "{query}");
        };
        check(&[], "", false, false);
        check(&[Undoes], "", false, false);
        check(&[Redoes], "", false, false);
        check(&[Chooses("a")], "a", true, false);
        check(&[Chooses("a"), Undoes], "", false, true);
        check(&[Chooses("a"), Undoes, Redoes], "a", true, false);
        check(&[Chooses("a"), Chooses("b"), Undoes], "a", true, true);
        check(&[Chooses("a"), Chooses("b"), Undoes, Undoes, Undoes, Redoes], "a", true, true);
        // Whoever does something else has left what was undone.
        check(&[Chooses("a"), Undoes, Chooses("b"), Redoes], "b", true, false);
        check(&[Chooses("a"), Undoes, Chooses("b"), Undoes], "", false, true);
    }

    #[test]
    fn letters_without_a_pause_are_one_step() {
        let check = |acts: &[Does], steps: &[&str]| {
            let (mut history, mut view) = after(acts);
            let mut seen = Vec::new();
            while let Some(before) = history.undo(&view) {
                seen.push(before.query.clone());
                view = before;
            }
            assert_eq!(seen, steps);
        };
        check(&[Types("a", 0), Types("ab", 599), Types("abc", 1198)], &[""]);
        check(&[Types("a", 0), Types("ab", 600)], &["a", ""]);
        check(&[Types("a", 0), Chooses("x"), Types("xy", 10)], &["x", "a", ""]);
        check(&[Types("a", 0), Types("ab", 10), Undoes, Types("c", 20)], &[""]);
        // A clock that was set back is no pause.
        check(&[Types("a", 900), Types("ab", 10)], &[""]);
        // What was taken away again was never there.
        check(&[Types("a", 0), Types("", 10)], &[]);
        check(&[Types("a", 0), Types("", 10), Types("b", 20)], &[""]);
        check(&[Types("a", 0), Types("", 700)], &["a", ""]);
    }

    #[test]
    fn many_steps_are_kept() {
        let (mut history, mut view) = (UndoStack::default(), searching(""));
        for step in 0..STEPS + 7 {
            let next = searching(&step.to_string());
            history.note(&view, &next, None);
            view = next;
        }
        let mut undone = 0;
        while let Some(before) = history.undo(&view) {
            (view, undone) = (before, undone + 1);
        }
        assert_eq!((undone, view.query.as_str()), (STEPS, "6"));
        assert!(undone >= 50);
        while let Some(next) = history.redo(&view) {
            view = next;
        }
        assert_eq!(view.query, (STEPS + 6).to_string());
    }

    #[test]
    fn a_change_is_named_by_what_matters_most() {
        let check = |change: fn(&mut ViewState), en: &str| {
            let before = ViewState::default();
            let mut after = before.clone();
            change(&mut after);
            assert_eq!(changed(&before, &after).get(Lang::En), en);
            assert_eq!(changed(&after, &before).get(Lang::En), en);
        };
        check(|it| *it = ViewState::of(crate::catalogs::CATALOGS[1]), "catalog");
        check(|it| it.choose_regions(vec!["sg".into()]), "what is loaded");
        check(|it| (it.query, it.item) = ("a".into(), Some("b".into())), "search");
        check(|it| it.cycle_sort(&it.catalog.columns[0]), "order");
        check(|it| it.layout = Some(Layout::Cards), "layout");
        check(|it| it.item = Some("a".into()), "details");
        check(|it| it.toggle_compared("a"), "comparison");
        check(|it| it.comparing = true, "comparison");
    }
}
