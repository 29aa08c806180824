//! What to do where a query finds nothing: other spellings, and terms to leave out.

use std::{ops::Range, sync::Arc};

use crate::ui::prelude::*;
use catalog::{Help, Query};
use gloo_timers::callback::Timeout;
use view::{Catalog, Lang};

use super::{live::part, query_link::QueryLink};
use crate::{
    browser,
    state::{Prefs, t, use_store},
    words,
};

/// How many spellings and how many terms are offered at most.
const MOST: usize = 4;

/// What may be searched for instead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Ways {
    /// With another spelling of a word that is nowhere.
    spellings: Vec<Way>,
    /// Without a term, and how many rows there are then; most rows first.
    drops: Vec<(Way, usize)>,
}

/// Another query.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Way {
    query: String,
    /// What it puts in or leaves out.
    part: String,
}

/// How long typing must pause before ways are looked for, in milliseconds: it takes longer than a search.
const PAUSE: u32 = 250;

/// The ways on. They are looked for only while this is shown, once for each result that stays.
#[component]
pub(super) fn NoMatch() -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let ways = RwSignal::new(Ways::default());
    let waiting = StoredValue::new_local(None);
    browser::follow(move || {
        store.asked().with(|_| ());
        ways.maybe_update(|it| std::mem::take(it) != Ways::default());
        let look = move || {
            untrack(|| store.asked().with(|it| ways.set(Ways::new(it.query(), &store.help()))));
        };
        waiting.set_value(Some(Timeout::new(PAUSE, look)));
    });
    part(move || view(ways.get(), store.catalog(), lang.get()))
}

fn view(ways: Ways, catalog: &'static Catalog, lang: Lang) -> AnyView {
    if ways == Ways::default() {
        return view! { <p class="placeholder__hint">{t(words::NOTHING_FOUND_HINT)}</p> }
            .into_any();
    }
    let drops = ways.drops.into_iter().map(|(way, rows)| drop_line(way, rows, catalog, lang));
    let drops: Vec<AnyView> = drops.collect();
    view! {
        {spelling_line(ways.spellings)}
        <ul class="no-match" role="list">{drops}</ul>
    }
    .into_any()
}

fn spelling_line(ways: Vec<Way>) -> AnyView {
    if ways.is_empty() {
        return ().into_any();
    }
    let code = |it: &str| view! { <code>{it.to_owned()}</code> }.into_any();
    let links = ways.into_iter().map(|it| link(it.query, code(&it.part)));
    let links: Vec<AnyView> = links.collect();
    view! {
        <p class="no-match__spellings" data-testid="spellings">
            <span>{t(words::DID_YOU_MEAN)}</span>
            {links}
        </p>
    }
    .into_any()
}

fn drop_line(way: Way, rows: usize, catalog: &Catalog, lang: Lang) -> AnyView {
    let (before, after) = words::without_term(catalog, rows, lang);
    let words = view! { {before} <code>{way.part}</code> {after} }.into_any();
    view! { <li>{link(way.query, words)}</li> }.into_any()
}

fn link(query: String, words: AnyView) -> AnyView {
    let query = Arc::new(move || query.clone());
    view! { <QueryLink class="no-match__way" query followed=to_rows>{words}</QueryLink> }.into_any()
}

/// The list, which is there again from the next frame on, takes the keyboard: the link that had it is gone.
fn to_rows() {
    browser::before_next_frame(|| browser::focus(LIST));
}

impl Ways {
    fn new(query: &Query, help: &Help) -> Self {
        let spellings = help.spellings.iter().map(|it| Way {
            query: replaced(query.text(), &it.span, &it.text),
            part: it.text.clone(),
        });
        let drops = help.drops.iter().filter_map(|it| {
            let span = query.nodes().get(it.term)?.span.clone();
            let part = query.source(span).to_owned();
            Some((Way { query: query.drop_node(it.term), part }, it.rows))
        });
        // To leave out the only term is to clear the search, which is offered anyway.
        let most = if query.nodes().len() > 1 { MOST } else { 0 };
        Self { spellings: spellings.take(MOST).collect(), drops: drops.take(most).collect() }
    }
}

fn replaced(text: &str, span: &Range<usize>, new: &str) -> String {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    [before, new, after].concat()
}

#[cfg(test)]
mod tests {
    use catalog::{Drop, Spelling};

    use super::*;

    #[test]
    fn a_way_changes_its_part_alone() {
        let check = |text: &str, help: Help, expected: &[(&str, &str)]| {
            let ways = Ways::new(&Query::parse(text), &help);
            let all = ways.spellings.iter().chain(ways.drops.iter().map(|it| &it.0));
            let all: Vec<_> = all.map(|it| (it.part.as_str(), it.query.as_str())).collect();
            assert_eq!(all, expected, "{text}");
        };
        let term = |term| Drop { term, rows: 3 };
        let drops = |terms: &[usize]| Help {
            drops: terms.iter().map(|it| term(*it)).collect(),
            ..Help::default()
        };
        check("", Help::default(), &[]);
        check("ubuntu  -os:linux cuda", drops(&[1]), &[("-os:linux", "ubuntu  cuda")]);
        check("a b:=c (d OR e)", drops(&[2, 1]), &[("d OR e", "a b:=c"), ("b:=c", "a (d OR e)")]);
        check(
            "a b c d e",
            drops(&[0, 1, 2, 3, 4]),
            &[("a", "b c d e"), ("b", "a c d e"), ("c", "a b d e"), ("d", "a b c e")],
        );
        check("alone", drops(&[0]), &[]);
        let spelling = Spelling { span: 5..11, text: "ubuntu".to_owned() };
        let spellings = Help { spellings: vec![spelling], ..Help::default() };
        check("cuda ubunut 镜像", spellings, &[("ubuntu", "cuda ubuntu 镜像")]);
    }
}
