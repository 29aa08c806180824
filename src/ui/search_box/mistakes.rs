//! Where a query is wrong, and what was expected there.

use std::ops::Range;

use crate::ui::prelude::*;

use super::Typing;
use crate::{
    state::{Prefs, Store, use_store},
    ui::live::{part, text, when},
};

/// The id of the sentence, for the input that it describes.
pub(super) const SENTENCE: &str = "search-mistake";

/// The query once more, in front of the input and unseen but for the lines below what is wrong: no part of an input can be styled.
///
/// In front, since a selection would hide what lies behind; presses go through it.
#[component]
pub(super) fn Mirror(
    /// The store.
    store: Store,
    /// What the reader is doing.
    typing: Typing,
) -> impl IntoView {
    let pieces = move || {
        let spans: Vec<_> =
            typing.problems.with(|all| all.iter().map(|it| it.span.clone()).collect());
        store.asked().with(|it| {
            let pieces = pieces(it.query().text(), &spans).into_iter();
            pieces.map(piece).collect::<Vec<AnyView>>().into_any()
        })
    };
    let shift = move || format!("translateX(-{}px)", typing.scrolled.get());
    let mirror = move || {
        view! {
            <div class="search__mirror" aria-hidden="true">
                <div style:transform=text(shift)>{part(pieces)}</div>
            </div>
        }
        .into_any()
    };
    when(move || typing.problems.with(|it| !it.is_empty()), mirror)
}

/// What is wrong first, read aloud too. It keeps its element while there is nothing to say: a region that comes with its words is
/// not heard everywhere.
#[component]
pub(in crate::ui) fn Sentence() -> impl IntoView {
    let (store, typing) = (use_store(), expect_context::<Typing>());
    let lang = expect_context::<Prefs>().lang;
    let sentence = move || {
        let Some(first) = typing.problems.with(|it| it.first().cloned()) else {
            return String::new();
        };
        let catalog = store.catalog();
        store.asked().with(|it| view::sentence(&first, it.query().text(), catalog, lang.get()))
    };
    view! {
        <p
            id=SENTENCE
            class="search__mistake"
            role="status"
            title=text(sentence)
            data-testid="search-mistake"
        >
            {text(sentence)}
        </p>
    }
}

fn piece((text, is_wrong): (&str, bool)) -> AnyView {
    let class = if is_wrong { "search__wrong" } else { "search__plain" };
    view! { <span class=class>{text.to_owned()}</span> }.into_any()
}

/// The text in pieces, each with whether it lies in one of the spans, which are in the order of their starts.
fn pieces<'a>(text: &'a str, spans: &[Range<usize>]) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for span in spans {
        let start = span.start.max(done);
        if let (Some(plain), Some(wrong)) = (text.get(done..start), text.get(start..span.end)) {
            pieces.extend([(plain, false), (wrong, true)]);
            done = span.end;
        }
    }
    pieces.push((text.get(done..).unwrap_or_default(), false));
    pieces.retain(|it| !it.0.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_whole_text() {
        let check = |text: &str, spans: &[(usize, usize)], marked: &str| {
            let spans: Vec<_> = spans.iter().map(|it| it.0..it.1).collect();
            let pieces = pieces(text, &spans);
            assert_eq!(pieces.iter().map(|it| it.0).collect::<String>(), text);
            let mark =
                |it: &(&str, bool)| if it.1 { format!("[{}]", it.0) } else { it.0.to_owned() };
            assert_eq!(pieces.iter().map(mark).collect::<String>(), marked);
        };
        check("", &[], "");
        check("abc", &[], "abc");
        check("abc", &[(0, 3)], "[abc]");
        check("a size:x b", &[(7, 8)], "a size:[x] b");
        check("(a OR", &[(0, 1), (3, 5)], "[(]a [OR]");
        // One in another, one into another, and one behind the end.
        check("abcdef", &[(0, 4), (1, 2)], "[abcd]ef");
        check("abcdef", &[(0, 3), (2, 5)], "[abc][de]f");
        check("abc", &[(1, 9)], "abc");
        check("镜像x", &[(3, 6)], "镜[像]x");
    }
}
