//! The parameters of the catalog's action, as a form made from their declaration.

use crate::ui::prelude::*;
use view::{Catalog, Input, Param, Text, Word};
use web_sys::HtmlInputElement;

use super::{
    deferred::{Part, deferred},
    icon::Icon,
    live::{live, memo, part, text},
    menu::Menu,
};
use crate::{
    state::{Store, t, use_store},
    words,
};

/// The menu of parameters that narrow what is loaded.
#[component]
pub(super) fn Parameters() -> impl IntoView {
    let store = use_store();
    let params = move || store.catalog().params;
    let count = memo(move || {
        store
            .view()
            .with(|it| params().iter().filter(|param| it.values.get(param.key).is_some()).count())
    });
    view! {
        <Menu id="parameters" icon=Icon::Sliders label=words::PARAMETERS count>
            {deferred(Part::Parameters)}
        </Menu>
    }
}

/// A field for each.
#[component]
pub(super) fn ParametersPanel() -> impl IntoView {
    let params = move || use_store().catalog().params;
    let fields =
        move || params().iter().map(|param| view! { <Field param /> }).collect_view().into_any();
    view! {
        <div class="parameters" data-testid="parameters">
            <p class="hint">{t(words::PARAMETERS_NOTE)}</p>
            {part(fields)}
        </div>
    }
}

#[component]
fn Field(
    /// What it sets.
    param: &'static Param,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="field__label">{t(param.label)} " " <code class="field__api">{param.api_name}</code></span>
            {match param.input {
                Input::Choice(choices) => view! { <ChoiceInput param choices /> }.into_any(),
                Input::Flag => view! { <FlagInput param /> }.into_any(),
                Input::Text(example) => view! { <TextInput param kind="text" hint=example.to_owned() /> }.into_any(),
                Input::PageSize { default, .. } => {
                    view! { <TextInput param kind="number" hint=default.to_string() /> }.into_any()
                }
                Input::Start => view! { <TextInput param kind="number" hint="0".to_owned() /> }.into_any(),
            }}
        </label>
    }
}

#[component]
fn ChoiceInput(
    /// What it sets.
    param: &'static Param,
    /// What there is to choose.
    choices: &'static [Word],
) -> impl IntoView {
    let store = use_store();
    let any = (words::ANY, "");
    let choices = std::iter::once(any).chain(choices.iter().map(|it| (it.name, it.value)));
    let option = |(name, value): (Text, &'static str)| {
        view! { <option value=value prop:selected=live(is(store, param, value))>{t(name)}</option> }
    };
    view! {
        <select class="input" name=param.key on:change=heard(move |event: web_sys::Event| set(store, param, &event_target_value(&event)))>
            {choices.map(option).collect_view()}
        </select>
    }
}

#[component]
fn FlagInput(
    /// What it sets.
    param: &'static Param,
) -> impl IntoView {
    let store = use_store();
    let change =
        move |event| set(store, param, if event_target_checked(&event) { "1" } else { "" });
    view! { <input type="checkbox" name=param.key prop:checked=is(store, param, "1") on:change=heard(change) /> }
}

#[component]
fn TextInput(
    /// What it sets.
    param: &'static Param,
    /// The type of the input.
    kind: &'static str,
    /// What is shown while it is empty.
    hint: String,
) -> impl IntoView {
    let store = use_store();
    let change = move |event| {
        set(store, param, &event_target_value(&event));
        // What was refused does not stay in the box as if it were in force.
        event_target::<HtmlInputElement>(&event).set_value(&untrack(|| value(store, param)));
    };
    view! {
        <input
            class="input"
            type=kind
            name=param.key
            placeholder=hint
            min=(kind == "number").then_some("0")
            autocomplete="off"
            prop:value=text(move || value(store, param))
            on:change=heard(change)
        />
    }
}

fn value(store: Store, param: &Param) -> String {
    store.view().with(|it| it.values.owned(param.key)).unwrap_or_default()
}

fn is(
    store: Store,
    param: &'static Param,
    expected: &'static str,
) -> impl Fn() -> bool + Copy + Send {
    move || value(store, param) == expected
}

/// Sets a parameter; what a link could not hold takes it away.
fn set(store: Store, param: &'static Param, value: &str) {
    let value = if Catalog::accepts(param, value.trim()) { value.trim() } else { "" };
    store.choose(|view| view.values.set(param.key, value));
}
