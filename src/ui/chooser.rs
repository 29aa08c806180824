//! Choosing names of a level: projects, buckets, repositories.

mod draft;

use crate::ui::prelude::*;
use view::{ALL, Catalog, Level, Name, Text, Unset};

pub(super) use draft::Draft;
use draft::Names;

use super::{
    deferred::{Part, deferred},
    icon::Icon,
    live::{live, memo, part, text, when},
    menu::{FoldButton, Menu},
};
use crate::{
    browser::follow,
    state::{Prefs, t, use_store},
    words,
};

/// One menu for each level of the catalog.
#[component]
pub(super) fn Choosers() -> impl IntoView {
    let store = use_store();
    let menus = |catalog: &'static Catalog| {
        catalog.levels.iter().map(|level| view! { <Chooser level /> }).collect_view().into_any()
    };
    part(move || menus(store.catalog()))
}

#[component]
fn Chooser(
    /// What there is to choose.
    level: &'static Level,
) -> impl IntoView {
    let store = use_store();
    let draft = Draft::new(level);
    let value = memo(move || store.view().with(|it| it.values.owned(level.key)));
    follow(move || {
        value.with(|_| ());
        draft.take_from(store);
    });
    let count = memo(move || value.with(|it| it.as_deref().map_or(0, |it| it.split(',').count())));
    let toggled = Callback::new(move |open: bool| match open {
        true => draft.unfold(store),
        false => draft.apply_to(store),
    });
    let cancelled = Callback::new(move |()| draft.take_from(store));
    view! {
        <Menu id=level.key icon=Icon::Folder label=level.label count toggled cancelled>
            {deferred(Part::Chooser(draft))}
        </Menu>
    }
}

/// The names, and what puts the choice in force.
#[component]
pub(super) fn ChooserPanel(
    /// What is chosen so far.
    draft: Draft,
) -> impl IntoView {
    view! {
        <div class="chooser" data-testid="chooser">
            <Defaults draft />
            <NameInput draft />
            <NameList draft />
            <footer class="chooser__foot">
                <FoldButton menu=draft.level.key label=text(load_label()) />
            </footer>
        </div>
    }
}

fn load_label() -> impl Fn() -> String + Copy + Send + Sync {
    let lang = expect_context::<Prefs>().lang;
    move || words::LOAD.get(lang.get()).to_owned()
}

/// What can be wanted without naming anything.
#[component]
fn Defaults(
    /// What is chosen so far.
    draft: Draft,
) -> impl IntoView {
    let unnamed = match draft.level.unset {
        Unset::All => words::EVERY,
        Unset::Unnamed(label) => label,
    };
    let every = matches!(draft.level.unset, Unset::Unnamed(_)).then(|| {
        view! { <Tick draft names=&[ALL] label=words::EVERY /> }
    });
    view! {
        <Tick draft names=&[] label=unnamed />
        {every}
    }
}

/// A box that stands for a whole choice.
#[component]
fn Tick(
    /// What is chosen so far.
    draft: Draft,
    /// What the box chooses.
    names: &'static [&'static str],
    /// What that is called.
    label: Text,
) -> impl IntoView {
    let chosen = move || draft.chosen.with(|it| it == names);
    let choose = move |_| draft.chosen.set(names.iter().map(|it| (*it).to_owned()).collect());
    view! {
        <label class="check">
            <input type="radio" prop:checked=live(chosen) on:change=heard(choose) />
            <span>{t(label)}</span>
        </label>
    }
}

/// Narrows the list; Enter chooses what was typed, listed or not.
#[component]
fn NameInput(
    /// What is chosen so far.
    draft: Draft,
) -> impl IntoView {
    let enter = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let name = draft.typed.get_untracked().trim().to_owned();
        if draft.level.accepts(&name) && name != ALL {
            draft.add(&name);
            draft.typed.set(String::new());
        }
    };
    view! {
        <form class="chooser__find" on:submit=heard(enter)>
            <input
                class="input"
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-label=t(words::FIND_NAME)
                placeholder=t(words::FIND_NAME)
                prop:value=text(move || draft.typed.get())
                on:input=heard(move |event: web_sys::Event| draft.typed.set(event_target_value(&event)))
            />
            <button class="button">{t(words::ADD)}</button>
        </form>
    }
}

/// The names that are known, and those that are chosen without being known.
#[component]
fn NameList(
    /// What is chosen so far.
    draft: Draft,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let shown = memo(move || draft.shown(store));
    let items = move || {
        let item = |name| view! { <NameChoice name draft /> };
        shown.get().into_iter().map(item).collect_view().into_any()
    };
    let note = move || match draft.names.get() {
        Names::Asking => words::LOADING.get(lang.get()).to_owned(),
        Names::Failed(failure) => failure.sentence(lang.get()),
        Names::NotAsked | Names::Known(_) => String::new(),
    };
    view! {
        <ul class="chooser__list" role="list">{part(items)}</ul>
        {when(move || !note().is_empty(), move || view! { <p class="hint">{text(note)}</p> }.into_any())}
    }
}

#[component]
fn NameChoice(
    /// The name.
    name: Name,
    /// What is chosen so far.
    draft: Draft,
) -> impl IntoView {
    let Name { id, label } = name;
    let (own, toggled) = (id.clone(), id.clone());
    let chosen = move || draft.chosen.with(|it| it.contains(&own));
    let toggle = move |_| draft.toggle(&toggled);
    view! {
        <li>
            <label class="check">
                <input type="checkbox" name=id.clone() prop:checked=live(chosen) on:change=heard(toggle) />
                {label.map(|it| view! { <span>{it}</span> })}
                <code>{id}</code>
            </label>
        </li>
    }
}
