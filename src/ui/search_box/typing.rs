//! What the reader is doing in the box: nobody wants to be told of a mistake before the word is written.

use crate::ui::prelude::*;
use std::ops::Range;

use catalog::{MistakeKind, Problem, ProblemKind, Symbol};
use gloo_timers::callback::Timeout;
use view::Chip;
use web_sys::HtmlInputElement;

use crate::{
    state::{Prefs, Store},
    ui::live::memo,
};

/// How long the keys must rest before the word at the caret counts as written, in milliseconds.
const PAUSE: u32 = 600;

/// Typing as it goes on. A handle.
#[derive(Clone, Copy)]
pub struct Typing {
    /// Whether an input method puts a character together. What stands there until then is nothing to search for: half of a syllable
    /// would find chance.
    pub(super) composing: RwSignal<bool>,
    /// How far the input has scrolled, in pixels.
    pub(super) scrolled: RwSignal<usize>,
    /// Whether keys were pressed just now.
    busy: RwSignal<bool>,
    /// Where the caret is, in bytes.
    caret: RwSignal<usize>,
    /// The end of `busy`. It is called off with the box.
    pause: StoredValue<Option<Timeout>, LocalStorage>,
    /// The problems that the reader should hear of now.
    pub(super) problems: Memo<Vec<Problem>>,
    /// The terms as they were when the keys last rested: with every letter they would say once more what stands in the box.
    pub(in crate::ui) chips: Memo<Vec<Chip>>,
}

impl Typing {
    /// Typing in the search box of a page with that store.
    #[must_use]
    pub fn new(store: Store) -> Self {
        let (composing, busy) = (RwSignal::new(false), RwSignal::new(false));
        let caret = RwSignal::new(0);
        let problems = memo(move || {
            let word = busy.get().then(|| caret.get());
            if composing.get() { Vec::new() } else { heard_of(store, word) }
        });
        let lang = expect_context::<Prefs>().lang;
        let chips = Memo::new(move |before: Option<&Vec<Chip>>| match before {
            Some(before) if busy.get() || composing.get() => before.clone(),
            _ => problems.with(|problems| {
                let catalog = store.catalog();
                store.asked().with(|it| view::chips(it.query(), problems, catalog, lang.get()))
            }),
        });
        Self {
            composing,
            scrolled: RwSignal::new(0),
            busy,
            caret,
            pause: StoredValue::new_local(None),
            problems,
            chips,
        }
    }

    /// Something was typed.
    pub(super) fn went_on(self, input: &HtmlInputElement) {
        self.moved(input);
        self.busy.set(true);
        self.pause.set_value(Some(Timeout::new(PAUSE, move || {
            self.busy.try_set(false);
        })));
    }

    /// The caret or the text in the input may be elsewhere.
    pub(super) fn moved(self, input: &HtmlInputElement) {
        let caret = input.selection_start().ok().flatten().unwrap_or_default();
        set(self.caret, byte_at(&input.value(), caret));
        set(self.scrolled, usize::try_from(input.scroll_left()).unwrap_or_default());
    }

    /// The reader is done.
    pub(super) fn rest(self) {
        self.pause.set_value(None);
        set(self.busy, false);
    }

    /// Where the caret is, in bytes.
    pub(super) fn caret(self) -> usize {
        self.caret.get_untracked()
    }
}

/// The problems, but for those of the word at the caret if one is being written there.
fn heard_of(store: Store, caret: Option<usize>) -> Vec<Problem> {
    store.asked().with(|asked| {
        let text = asked.query().text();
        let word = caret.map(|caret| word_at(text, caret));
        let is_known = |it: &&Problem| word.as_ref().is_none_or(|word| !is_open(it, text, word));
        asked.problems().iter().filter(is_known).cloned().collect()
    })
}

/// Tells those who follow a signal only of what is new to them.
fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|it| *it != value) {
        signal.set(value);
    }
}

/// Whether what is being written at a word may still mend it.
fn is_open(problem: &Problem, text: &str, word: &Range<usize>) -> bool {
    let Range { start, end } = problem.span;
    let touches = start <= word.end && word.start <= end;
    touches
        || match problem.kind {
            // The group may go on behind the word.
            ProblemKind::Syntax(MistakeKind::MissingClosing) => end <= word.start,
            // These stand apart from what they need.
            ProblemKind::Syntax(MistakeKind::NothingAfter(
                Symbol::Or | Symbol::And | Symbol::Not,
            )) => text.get(end..word.start).is_some_and(|it| it.trim().is_empty()),
            _ => false,
        }
}

/// The word that a caret is in or beside; it is empty between two spaces.
fn word_at(text: &str, caret: usize) -> Range<usize> {
    let is_letter = |it: char| !it.is_whitespace();
    let (before, after) = text.split_at_checked(caret).unwrap_or((text, ""));
    let start = before.trim_end_matches(is_letter).len();
    start..text.len() - after.trim_start_matches(is_letter).len()
}

/// The byte at a place that browsers count in UTF-16.
fn byte_at(text: &str, units: u32) -> usize {
    let mut place = 0;
    let found = text.char_indices().find(|(_, it)| {
        let is_there = place >= units as usize;
        place += it.len_utf16();
        is_there
    });
    found.map_or(text.len(), |it| it.0)
}

#[cfg(test)]
mod tests {
    use catalog::Query;

    use super::*;

    #[test]
    fn carets_are_found_in_any_script() {
        let check = |text: &str, units: u32, byte: usize| {
            assert_eq!(byte_at(text, units), byte, "{units} in {text:?}");
            let back = crate::browser::units_before(text, byte);
            assert!(back == units || byte_at(text, back) == byte, "{byte} in {text:?}");
        };
        check("", 0, 0);
        check("", 9, 0);
        check("abc", 1, 1);
        check("abc", 3, 3);
        check("镜像 a", 2, 6);
        check("🐧a", 2, 4);
        check("🐧a", 3, 5);
    }

    #[test]
    fn a_word_reaches_from_space_to_space() {
        let check = |text: &str, word: &str| {
            let caret = text.find('|').unwrap();
            let plain = text.replace('|', "");
            assert_eq!(&plain[word_at(&plain, caret)], word, "{text}");
        };
        check("|", "");
        check("size:>|", "size:>");
        check("a size:|>2 b", "size:>2");
        check("a |b", "b");
        check("a| b", "a");
        check("a | b", "");
        check("镜像|　b", "镜像");
    }

    #[test]
    fn a_mistake_is_said_once_the_caret_has_left_it() {
        let check = |text: &str, said: usize| {
            let caret = text.find('|').unwrap();
            let query = Query::parse(&text.replace('|', ""));
            let word = word_at(query.text(), caret);
            let problems = query
                .mistakes()
                .iter()
                .map(|it| Problem { span: it.span.clone(), kind: ProblemKind::Syntax(it.kind) });
            let open = |it: &Problem| is_open(it, query.text(), &word);
            assert_eq!(problems.filter(|it| !open(it)).count(), said, "{text}");
        };
        check("size:>|", 0);
        check("size:> |", 1);
        check("size:> 2|", 1);
        check("size:> |2", 1);
        check("ubuntu size:>| cuda", 0);
        check("ubuntu size:> cuda|", 1);
        check("ubuntu OR|", 0);
        check("ubuntu OR |", 0);
        check("(cuda OR rocm|", 0);
        check("(cuda rocm |", 0);
        check("a| (cuda", 1);
        check("a )| b", 0);
        check("a ) b|", 1);
    }
}
