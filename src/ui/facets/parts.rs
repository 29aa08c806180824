//! The buttons and inputs of the facets: what they do is boxed, so that each is compiled once and not once a use.

use crate::ui::prelude::*;

use crate::ui::live::{Live, attr, flag};

/// A button.
pub(super) struct Button {
    pub(super) id: Option<&'static str>,
    pub(super) class: &'static str,
    /// Its name, where its content says less.
    pub(super) name: Live<Option<String>>,
    pub(super) content: AnyView,
    pub(super) press: Box<dyn Fn()>,
}

/// A button with words.
pub(super) fn button(
    class: &'static str,
    words: Live<String>,
    press: impl Fn() + 'static,
) -> AnyView {
    let (name, content) = (attr(|| None), words.into_any());
    Button { id: None, class, name, content, press: Box::new(press) }.view()
}

impl Button {
    pub(super) fn view(self) -> AnyView {
        let Self { id, class, name, content, press } = self;
        view! {
            <button type="button" id=id class=class aria-label=name on:click=heard(move |_| press())>
                {content}
            </button>
        }
        .into_any()
    }
}

/// An input for a text.
pub(super) struct Input {
    pub(super) class: &'static str,
    pub(super) name: Live<String>,
    /// What stands in it as long as nothing else does.
    pub(super) hint: Live<String>,
    pub(super) value: Live<String>,
    /// What is wrong with it; empty if nothing is.
    pub(super) wrong: RwSignal<String>,
    /// The id of the sentence that says so.
    pub(super) sentence: String,
    /// Told while a text is typed.
    pub(super) typed: Box<dyn Fn(String)>,
    /// Told when it was.
    pub(super) entered: Box<dyn Fn(String)>,
}

impl Input {
    pub(super) fn view(self) -> AnyView {
        let Self { class, name, hint, value, wrong, sentence, typed, entered } = self;
        let is_wrong = move || wrong.with(|it| !it.is_empty());
        view! {
            <input
                class=class
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-label=name
                aria-invalid=flag(is_wrong)
                aria-describedby=attr(move || is_wrong().then(|| sentence.clone()))
                placeholder=hint
                prop:value=value
                on:input=heard(move |event: web_sys::Event| typed(event_target_value(&event)))
                on:change=heard(move |event: web_sys::Event| entered(event_target_value(&event)))
            />
        }
        .into_any()
    }
}
