//! What a link asks for, in words: for a reader who cannot load it yet.

use crate::ui::prelude::*;
use view::{ALL, Input, Lang, Param, Region, ViewState};

use super::live::part;
use crate::{
    state::{Prefs, t, use_store},
    words,
};

/// Catalog, places, names, parameters and search of the view. Never a row, for none is there.
#[component]
pub(super) fn Scope() -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let lines = move || {
        let lines = store.view().with(|it| scope(it, lang.get())).into_iter();
        lines
            .map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> })
            .collect_view()
            .into_any()
    };
    view! {
        <section class="scope" aria-label=t(words::SCOPE) data-testid="scope">
            <dl class="scope__list">{part(lines)}</dl>
        </section>
    }
}

/// Names and values, in the order in which the toolbar asks for them.
fn scope(view: &ViewState, lang: Lang) -> Vec<(String, String)> {
    let label = |text: view::Text| text.get(lang).to_owned();
    let catalog = (label(words::SCOPE_CATALOG), label(view.catalog.title));
    let regions = (label(words::REGIONS), regions(view, lang));
    let zones = (label(words::ZONES), view.zones.join(", "));
    let levels = view.catalog.levels.iter().filter_map(|level| {
        let names = view.values.get(level.key)?;
        let names = if names == ALL { label(words::SCOPE_ALL) } else { names.replace(',', ", ") };
        Some((label(level.label), names))
    });
    let params = view.catalog.params.iter().filter_map(|param| {
        Some((label(param.label), chosen(param, view.values.get(param.key)?, lang)))
    });
    let search = (label(words::SEARCH), view.query.trim().to_owned());
    let lines = [catalog, regions, zones].into_iter().chain(levels).chain(params).chain([search]);
    lines.filter(|it| !it.1.is_empty()).collect()
}

fn regions(view: &ViewState, lang: Lang) -> String {
    let name = |id: &String| {
        Region::find(id).map_or_else(|| id.clone(), |it| format!("{} {id}", it.name.get(lang)))
    };
    view.regions.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// A value as its form shows it.
fn chosen(param: &Param, value: &str, lang: Lang) -> String {
    match param.input {
        Input::Choice(choices) => {
            let choice = choices.iter().find(|it| it.value == value);
            choice.map_or_else(|| value.to_owned(), |it| it.name.get(lang).to_owned())
        }
        Input::Flag => "✓".to_owned(),
        Input::Text(_) | Input::PageSize { .. } | Input::Start => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(link: &str, lang: Lang, expected: &[(&str, &str)]) {
        let lines = scope(&view::parse(link).view, lang);
        let lines: Vec<_> = lines.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
        assert_eq!(lines, expected, "{link}");
    }

    #[test]
    fn a_link_is_told_in_words() {
        check(
            "region=hk,sg&zone=hk-02&os=Linux&q=cuda%2012",
            Lang::En,
            &[
                ("Catalog", "VM images"),
                ("Regions", "Hong Kong hk, Singapore sg"),
                ("Zones", "hk-02"),
                ("System", "Linux"),
                ("Search", "cuda 12"),
            ],
        );
        check(
            "region=hk&project=*",
            Lang::Zh,
            &[("目录", "云主机镜像"), ("地域", "香港 hk"), ("项目", "全部")],
        );
    }

    #[test]
    fn what_is_not_narrowed_is_not_told() {
        check("c=repo", Lang::En, &[("Catalog", "UHub images")]);
        check("c=repo&repo=a,b", Lang::En, &[("Catalog", "UHub images"), ("Repositories", "a, b")]);
    }
}
