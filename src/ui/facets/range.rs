//! The range that is asked of a column, as text: in the words of the query language.

use catalog::{Filter, ProblemKind, Query};
use view::{Lang, ViewState};

use super::{
    act::Act,
    node::Sketch,
    rail::{Placed, Scene},
};
use crate::{
    state::{Draft, Facet},
    words,
};

/// Both bounds. In place of a bound that nothing is asked of, the least and the greatest value are shown.
pub(super) fn range(at: &Placed<'_>, sketch: &mut Sketch, [least, most]: [&str; 2]) {
    sketch.open("div", "facet__range");
    input(at, sketch, false, least);
    sketch.open("span", "");
    sketch.set("aria-hidden", "true");
    sketch.text("–");
    sketch.close();
    input(at, sketch, true, most);
    sketch.close();
    if let Some(sentence) = sentence(&at.scene, at.facet) {
        sketch.open("p", "facet__wrong");
        sketch.set("id", &sentence_id(at.facet));
        sketch.set("role", "alert");
        sketch.text(&sentence);
        sketch.close();
    }
}

#[inline(never)]
fn input(at: &Placed<'_>, sketch: &mut Sketch, is_upper: bool, hint: &str) {
    let name = words::bound(at.label(), is_upper, at.scene.lang);
    let bound = bound(at.scene.view, at.facet, is_upper);
    let draft = draft(at.facet, is_upper, &bound);
    let text = draft.map(|it| &it.text).or(bound.as_ref()).map_or("", String::as_str);
    let is_wrong = draft.is_some_and(|it| it.is_wrong);
    sketch.input("input facet__bound", Act::Bound(at.place, is_upper), &name, text);
    sketch.set("placeholder", hint);
    sketch.flag("aria-invalid", is_wrong);
    if is_wrong {
        sketch.set("aria-describedby", &sentence_id(at.facet));
    }
    sketch.close();
}

/// What stands in the field of a bound instead of it. As soon as the bound is another one, nothing does.
fn draft<'a>(facet: &'a Facet, is_upper: bool, bound: &Option<String>) -> Option<&'a Draft> {
    let draft = facet.look.drafts.get(usize::from(is_upper))?.as_ref();
    draft.filter(|it| it.bound == *bound)
}

/// The bound in a view, if there is one.
pub(super) fn bound(view: &ViewState, facet: &Facet, is_upper: bool) -> Option<String> {
    let (from, to) = view.range(facet.column);
    if is_upper { to } else { from }
}

/// Puts another bound into a view, or none.
pub(super) fn bounded(view: &mut ViewState, facet: &Facet, is_upper: bool, text: &str) {
    let text = Some(text.trim()).filter(|it| !it.is_empty());
    let (from, to) = view.range(facet.column);
    let (from, to) = if is_upper { (from.as_deref(), text) } else { (text, to.as_deref()) };
    view.set_range(facet.column, from, to);
}

/// Whether a text is no bound.
pub(super) fn is_wrong(view: &ViewState, facet: &Facet, is_upper: bool, text: &str) -> bool {
    problem(view, facet, is_upper, text, (Lang::En, 0)).is_some()
}

/// What would be wrong with the facet's values in a view with another bound.
fn problem(
    view: &ViewState,
    facet: &Facet,
    is_upper: bool,
    text: &str,
    (lang, now): (Lang, i64),
) -> Option<String> {
    let mut view = view.clone();
    bounded(&mut view, facet, is_upper, text);
    let place = view.catalog.place(facet.column.key)?;
    let filter = Filter::new(&Query::parse(&view.query), &view.catalog.schema(), now);
    let is_here = |it: &ProblemKind| matches!(it, ProblemKind::Value(at, _) if *at == place);
    let problem = filter.problems().iter().find(|it| is_here(&it.kind))?;
    Some(view::sentence(problem, &view.query, view.catalog, lang))
}

/// What is wrong with what was entered, said anew for each view and language.
fn sentence(scene: &Scene<'_>, facet: &Facet) -> Option<String> {
    [false, true].into_iter().find_map(|is_upper| {
        let draft = draft(facet, is_upper, &bound(scene.view, facet, is_upper))?;
        let is_wrong = draft.is_wrong.then_some(&draft.text)?;
        problem(scene.view, facet, is_upper, is_wrong, (scene.lang, scene.now))
    })
}

fn sentence_id(facet: &Facet) -> String {
    ["wrong-", facet.column.key].concat()
}

#[cfg(test)]
mod tests {
    use view::catalogs;

    use super::*;
    use crate::ui::facets::{node::read, rail::Standing};

    fn check(query: &str, draft: (&str, Option<&str>, bool), expected: &[&str]) {
        let view = ViewState { query: query.to_owned(), ..ViewState::default() };
        let mut facet = Facet::new(catalogs::first().column("size").unwrap(), true);
        let (text, bound, is_wrong) = draft;
        let draft = Draft { text: text.to_owned(), bound: bound.map(str::to_owned), is_wrong };
        facet.look.drafts = [None, Some(draft)];
        let standing = Standing::Counted;
        let scene = Scene { view: &view, facets: &[], lang: Lang::En, now: 0, standing };
        let mut sketch = Sketch::new();
        range(&Placed { scene, facet: &facet, place: 0 }, &mut sketch, ["", ""]);
        let seen = read(&sketch.done());
        let seen: Vec<_> = seen.iter().map(|it| it.split(" is ").next().unwrap()).collect();
        assert_eq!(seen, expected, "{query}");
    }

    #[test]
    fn a_draft_stays_until_its_bound_is_another_one() {
        check("", ("5", None, false), &["Size from", "–", "Size to: 5"]);
        check("size:3..9", ("50", Some("9"), false), &["Size from: 3", "–", "Size to: 50"]);
        check("size:3..8", ("50", Some("9"), false), &["Size from: 3", "–", "Size to: 8"]);
    }

    #[test]
    fn a_mistake_is_told_whatever_else_is_asked() {
        let mistake = ("much", None, true);
        let facet = Facet::new(catalogs::first().column("size").unwrap(), true);
        let sentence = problem(&ViewState::default(), &facet, true, "much", (Lang::En, 0));
        let sentence = sentence.unwrap();
        let sentence = sentence.split(" is ").next().unwrap();
        check("", mistake, &["Size from", "–", "Size to: much", sentence]);
        check("ubuntu type:Base", mistake, &["Size from", "–", "Size to: much", sentence]);
        check("size:..9", mistake, &["Size from", "–", "Size to: 9"]);
    }
}
