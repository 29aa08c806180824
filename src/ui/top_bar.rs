//! The bar at the top: what this is, the catalogs, the connection, and what belongs to the reader.

use crate::ui::prelude::*;
use view::{Catalog, Lang, ViewState, catalogs::CATALOGS};

use super::{
    connection::ConnectionButton,
    icon::{Icon, IconView},
    link::is_plain_click,
    live::{attr, text},
};
use crate::{
    state::{Prefs, Theme, href, t, use_store},
    words,
};

/// The bar at the top.
#[component]
pub fn TopBar() -> impl IntoView {
    view! {
        <header class="top-bar">
            <a class="top-bar__brand" href="./">
                <span class="top-bar__mark" aria-hidden="true"></span>
                <h1 class="top-bar__title">
                    {t(words::TITLE)} " " <span class="top-bar__for">{t(words::FOR_UCLOUD)}</span>
                </h1>
            </a>
            <nav class="top-bar__catalogs" aria-label=t(words::CATALOGS)>
                {CATALOGS.map(|catalog| view! { <CatalogLink catalog /> }).collect_view()}
            </nav>
            <ConnectionButton />
            <LanguageButton />
            <ThemeButton />
        </header>
    }
}

#[component]
fn CatalogLink(
    /// The catalog it leads to.
    catalog: &'static Catalog,
) -> impl IntoView {
    let store = use_store();
    let current = move || store.view().with(|it| it.catalog == catalog).then(|| "page".to_owned());
    let go = move |event: web_sys::MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            store.choose(|view| *view = ViewState::of(catalog));
        }
    };
    view! {
        <a class="top-bar__catalog" href=href(&ViewState::of(catalog)) aria-current=attr(current) on:click=heard(go)>
            {t(catalog.title)}
        </a>
    }
}

#[component]
fn LanguageButton() -> impl IntoView {
    let prefs = expect_context::<Prefs>();
    let other = move || if prefs.lang.get() == Lang::En { Lang::Zh } else { Lang::En };
    view! {
        <button
            class="button button--quiet"
            lang=text(move || other().tag().to_owned())
            aria-label=t(words::LANGUAGE_SWITCH)
            on:click=heard(move |_| prefs.speak(other()))
        >
            {t(words::OTHER_LANGUAGE)}
        </button>
    }
}

#[component]
fn ThemeButton() -> impl IntoView {
    let prefs = expect_context::<Prefs>();
    let label = move || {
        let name = match prefs.theme.get() {
            Theme::System => words::THEME_SYSTEM,
            Theme::Light => words::THEME_LIGHT,
            Theme::Dark => words::THEME_DARK,
        };
        name.get(prefs.lang.get()).to_owned()
    };
    view! {
        <button
            class="button button--bare"
            title=text(label)
            on:click=heard(move |_| prefs.next_theme())
        >
            <IconView icon=Icon::Theme />
        </button>
    }
}
