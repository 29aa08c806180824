//! What can be written into the box, by examples in the catalog's own terms.

use std::sync::Arc;

use crate::ui::prelude::*;
use catalog::{Flag, Kind, Query, quoted};
use view::{Catalog, Column, FacetKind, Format, Lang, Word};

use crate::{
    app::Open,
    state::{Prefs, t, use_store},
    ui::{
        deferred::{Part, deferred},
        icon::{Icon, IconView},
        live::{part, when},
        menu::{self, Unfolding},
        query_link::QueryLink,
    },
    words,
};

/// A term, and what it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Example {
    term: String,
    means: String,
}

/// The name of the sheet on the page.
const SHEET: &str = "examples";

/// A button in the box that unfolds the examples.
#[component]
pub(super) fn Examples() -> impl IntoView {
    let is_open = RwSignal::new(false);
    let button = view! {
        <IconView icon=Icon::Question />
        <span class="visually-hidden">{t(words::HOW_TO_SEARCH)}</span>
    };
    // Their links hold the whole view, so they are made only while somebody looks.
    let sheet = when(move || is_open.get(), || deferred(Part::Examples));
    view! {
        <Unfolding
            id=SHEET
            class="search__help"
            button=button.into_any()
            toggled=Some(Callback::new(move |open| is_open.set(open)))
        >
            {sheet}
        </Unfolding>
    }
}

#[component]
pub(in crate::ui) fn ExamplesSheet() -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let keys = expect_context::<Open>().keys;
    let lines = move || {
        let lines = examples(store.catalog(), lang.get()).into_iter();
        lines.map(line).collect::<Vec<AnyView>>().into_any()
    };
    view! {
        <div class="search__sheet" data-testid="examples">
            <p class="hint">{t(words::HOW_TO_SEARCH_NOTE)}</p>
            <ul role="list">{part(lines)}</ul>
            <button type="button" class="search__keys" on:click=heard(move |_| keys.set(true))>
                {t(words::ALL_KEYS)} " " <kbd>"?"</kbd>
            </button>
        </div>
    }
}

fn line(Example { term, means }: Example) -> AnyView {
    let store = use_store();
    let query = {
        let term = term.clone();
        Arc::new(move || store.asked().with(|it| added(it.query(), &term)))
    };
    view! {
        <li>
            <QueryLink class="search__example" query followed=go_on>
                <code>{term}</code>
                " "
                <span>{means}</span>
            </QueryLink>
        </li>
    }
    .into_any()
}

/// With the example in the box, to be changed there.
fn go_on() {
    menu::fold(SHEET);
    super::focus();
}

/// Examples of all that a query can say, in terms of what people filter the catalog by.
fn examples(catalog: &'static Catalog, lang: Lang) -> Vec<Example> {
    let columns = || catalog.facets.iter().filter_map(|key| catalog.column(key));
    let first = |is: fn(&Column) -> bool| columns().find(|it| is(it));
    let of_words = [("-windows", words::WITHOUT_WORD), ("(cuda OR rocm)", words::EITHER_WORD)];
    let of_words = of_words
        .map(|(term, means)| Example { term: term.to_owned(), means: means.get(lang).to_owned() });
    let of_columns = [
        columns().find_map(|it| either(it, lang)),
        first(Column::is_number).map(|it| compared(it, lang)),
        first(|it| it.format == Format::Time).map(|it| compared(it, lang)),
        first(|it| it.format == Format::Deadline).map(|it| compared(it, lang)),
        first(|it| it.facet() == FacetKind::Histogram).map(|it| between(it, lang)),
        first(|it| it.kind() == Kind::Tags).map(|it| given(it, lang)),
    ];
    let of_flags = catalog.flags.iter().take(FLAGS).map(|it| short(it, lang));
    of_words.into_iter().chain(of_columns.into_iter().flatten()).chain(of_flags).collect()
}

/// How many short names are shown: enough to see what they are.
const FLAGS: usize = 2;

/// Either of two known values. A number for a value says nothing to people.
fn either(column: &Column, lang: Lang) -> Option<Example> {
    let is_word = |it: &&Word| it.value.starts_with(|it: char| it.is_alphabetic());
    let mut known = column.words().iter().filter(is_word);
    let (a, b) = (known.next()?, known.next()?);
    Some(Example {
        term: [column.key, ":", &quoted(a.value), ",", &quoted(b.value)].concat(),
        means: words::one_of(column, a.name.get(lang), b.name.get(lang), lang),
    })
}

fn compared(column: &Column, lang: Lang) -> Example {
    let [_, value, _] = column.examples();
    let means = words::compared(column, value, lang);
    Example { term: [column.key, ":", value].concat(), means }
}

fn between(column: &Column, lang: Lang) -> Example {
    let [_, _, value] = column.examples();
    let means = words::between(column, value, lang);
    Example { term: [column.key, ":", value].concat(), means }
}

fn given(column: &Column, lang: Lang) -> Example {
    Example { term: ["has:", column.key].concat(), means: words::given(column, lang) }
}

fn short(flag: &Flag, lang: Lang) -> Example {
    Example { term: ["is:", flag.name].concat(), means: words::short_for(flag.query, lang) }
}

/// The query with a term more, unless it asks for that already.
fn added(query: &Query, term: &str) -> String {
    let is_there = Query::parse(term).nodes().iter().all(|it| query.nodes().contains(it));
    if is_there { query.text().to_owned() } else { query.append(term) }
}

#[cfg(test)]
mod tests {
    use catalog::Filter;
    use view::catalogs::CATALOGS;

    use super::*;

    #[test]
    fn each_catalog_has_examples_that_it_understands() {
        for catalog in CATALOGS {
            let examples = examples(catalog, Lang::En);
            assert!((6..=10).contains(&examples.len()), "{}: {examples:#?}", catalog.id);
            for Example { term, means } in examples {
                let query = Query::parse(&term);
                let filter = Filter::new(&query, &catalog.schema(), 0);
                assert_eq!(filter.problems(), [], "{term} in {}", catalog.id);
                assert!(!query.is_empty(), "{term}");
                assert!(!means.trim().is_empty(), "{term}");
            }
        }
    }

    #[test]
    fn examples_are_in_the_terms_of_their_catalog() {
        let check = |term: &str, en: &str, zh: &str| {
            let catalog = view::catalogs::first();
            let means = |lang| {
                let found = examples(catalog, lang).into_iter().find(|it| it.term == term);
                found.map(|it| it.means)
            };
            assert_eq!(means(Lang::En).as_deref(), Some(en), "{term}");
            assert_eq!(means(Lang::Zh).as_deref(), Some(zh), "{term}");
        };
        check("-windows", "without this word", "不含这个词");
        check("size:>20GB", "Size above 20GB", "大小超过 20GB");
        check("created:<90d", "Created: less than 90d ago", "创建时间：距今不到 90d");
        check("eol:<180d", "End of life: within 180d from now", "停止维护：从现在起 180d 内");
        check("size:10..40", "Size: 10 to 40", "大小：10 至 40");
        check("is:available", "short for state:Available", "即 state:Available");
    }

    #[test]
    fn an_example_is_added_once() {
        let check = |text: &str, term: &str, expected: &str| {
            assert_eq!(added(&Query::parse(text), term), expected, "{text} and {term}");
        };
        check("", "-windows", "-windows");
        check("ubuntu", "-windows", "ubuntu -windows");
        check("-windows ubuntu", "-windows", "-windows ubuntu");
        check("(cuda OR  rocm)", "(cuda OR rocm)", "(cuda OR  rocm)");
        check("a OR b", "is:new", "(a OR b) is:new");
    }
}
