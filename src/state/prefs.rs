//! What belongs to the reader and not to the view: language, theme, density, whether pictures may be loaded and facets are shown. Kept
//! in this browser.

use leptos::prelude::*;
use view::{Lang, Text};

use crate::browser::{self, follow};

/// Language, theme, pictures and facets, changeable at any time.
#[derive(Clone, Copy)]
pub struct Prefs {
    /// The language.
    pub lang: RwSignal<Lang>,
    /// The theme.
    pub theme: RwSignal<Theme>,
    /// Whether pictures may be loaded from hosts that their authors have chosen.
    pub covers: RwSignal<bool>,
    /// Whether facets stand beside the list, where it has room beside it.
    pub facets: RwSignal<bool>,
    /// How close rows stand: a place among the densities.
    pub density: RwSignal<usize>,
}

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

const LANG: &str = "lang";
const THEME: &str = "theme";
const COVERS: &str = "covers";
const FACETS: &str = "facets";
/// The only value that allows pictures; whatever else is kept does not.
const ALLOWED: &str = "allowed";
const DENSITY: &str = "density";
/// The names of the densities in storage and in the page's `data-density`, from the closest to the widest.
const DENSITIES: [&str; 3] = ["compact", "normal", "roomy"];
const NORMAL: usize = 1;
const SHOWN: &str = "shown";
const HIDDEN: &str = "hidden";

/// Where the list is wide enough with facets beside it that nobody need ask for them.
const ROOMY: &str = "(min-width: 1100px)";

impl Prefs {
    /// Takes what the browser has kept, or else what it prefers, and provides it to the page.
    pub fn provide() -> Self {
        let kept = browser::stored(LANG).or_else(|| browser::languages().into_iter().next());
        let theme = browser::stored(THEME).map_or(Theme::System, |it| Theme::of_name(&it));
        let density = browser::stored(DENSITY);
        let density = DENSITIES.iter().position(|it| density.as_deref() == Some(*it));
        let it = Self {
            density: RwSignal::new(density.unwrap_or(NORMAL)),
            lang: RwSignal::new(kept.map_or(Lang::En, |it| Lang::of_tag(&it))),
            theme: RwSignal::new(theme),
            covers: RwSignal::new(browser::stored(COVERS).is_some_and(|it| it == ALLOWED)),
            facets: RwSignal::new(
                browser::stored(FACETS).map_or_else(|| browser::matches(ROOMY), |it| it == SHOWN),
            ),
        };
        follow(move || set_on_page("lang", it.lang.get().tag()));
        follow(move || set_on_page("data-theme", it.theme.get().name()));
        follow(move || set_on_page("data-density", density_name(it.density.get())));
        provide_context(it);
        it
    }

    /// Speaks another language from now on.
    pub fn speak(self, lang: Lang) {
        browser::store(LANG, lang.tag());
        self.lang.set(lang);
    }

    /// Goes on to the next theme: system, light, dark.
    pub fn next_theme(self) {
        let next = self.theme.get_untracked().next();
        browser::store(THEME, next.name());
        self.theme.set(next);
    }

    /// Allows pictures from other hosts, or no more.
    pub fn allow_covers(self, allowed: bool) {
        browser::store(COVERS, if allowed { ALLOWED } else { "" });
        self.covers.set(allowed);
    }

    /// Shows facets beside the list, or no more.
    pub fn show_facets(self, shown: bool) {
        browser::store(FACETS, if shown { SHOWN } else { HIDDEN });
        self.facets.set(shown);
    }

    /// Goes on to the next density, and from the widest to the closest.
    pub fn next_density(self) {
        self.set_density((self.density.get_untracked() + 1) % DENSITIES.len());
    }

    /// Has rows stand closer or wider from now on: a place in the list of densities.
    pub fn set_density(self, place: usize) {
        browser::store(DENSITY, density_name(place));
        self.density.set(place);
    }
}

fn density_name(place: usize) -> &'static str {
    DENSITIES.get(place).copied().unwrap_or_default()
}

impl Theme {
    /// Its name in storage and in the page's `data-theme`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn of_name(name: &str) -> Self {
        [Self::Light, Self::Dark].into_iter().find(|it| it.name() == name).unwrap_or_default()
    }

    fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// A text in the reader's language, for a view. [`Prefs::provide`] must have been called further up.
///
/// Boxed like every live part of the page, and for the same reason: see `ui/live.rs`.
#[must_use]
pub fn t(text: Text) -> Box<dyn Fn() -> String + Send + Sync> {
    let lang = expect_context::<Prefs>().lang;
    Box::new(move || text.get(lang.get()).to_owned())
}

fn set_on_page(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        browser::set(&root, name, Some(value));
    }
}
