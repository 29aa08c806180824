//! What there is to say about a link: what of it could not be used, or what it goes without.

use crate::ui::prelude::*;
use view::Notice;

use super::{
    icon::{Icon, IconView},
    live::{text, when},
};
use crate::{
    browser,
    state::{Prefs, Store, focus_again, t, use_store},
    words,
};

/// Says it in a line above the rows, until it is dismissed or there is something else to say.
#[component]
pub fn Notices(
    /// Where whoever has dismissed it by keyboard goes on: the button goes with the line.
    #[prop(default = to_list)]
    next: fn(),
) -> impl IntoView {
    let (store, lang) = (use_store(), expect_context::<Prefs>().lang);
    let notices = store.notices();
    let sentence = move || notices.with(|it| words::about_link(it, lang.get()));
    let keys = move || notices.with(|it| skipped(it));
    when(
        move || notices.with(|it| !it.is_empty()),
        move || {
            view! {
                <div class="notice notice--warn" role="alert" data-testid="link-notice">
                    <IconView icon=Icon::Warning />
                    <p class="notice__text">{text(sentence)} " " <code>{text(keys)}</code></p>
                    <button class="button button--quiet" on:click=heard(move |_| dismiss(store, next))>{t(words::DISMISS)}</button>
                </div>
            }
            .into_any()
        },
    )
}

/// The keys of the parts that could not be used. They are how whoever has the link finds these in it.
fn skipped(notices: &[Notice]) -> String {
    let keys = notices.iter().filter_map(|it| match it {
        Notice::Skipped(key) => Some(*key),
        Notice::LeftOut(_) | Notice::TooLong => None,
    });
    keys.collect::<Vec<_>>().join(", ")
}

fn dismiss(store: Store, next: fn()) {
    store.notices().set(Vec::new());
    browser::before_next_frame(next);
}

fn to_list() {
    focus_again(LIST);
}
