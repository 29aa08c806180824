//! Why a key did nothing. Screen readers are told as of all that keys do; here it is seen for a while, where its outcome would have been.

use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;

use crate::{
    app::Open,
    browser,
    state::Prefs,
    ui::live::{text, when},
    words,
};

/// How long it is seen, in milliseconds. Whoever needs longer presses the key again.
const SHOWN: u32 = 8000;

/// What was refused, as long as nothing else is said.
pub(super) fn refusal() -> AnyView {
    let (lang, said) = (expect_context::<Prefs>().lang, expect_context::<Open>().said);
    let is_shown = RwSignal::new(false);
    let end = StoredValue::new_local(None::<Timeout>);
    browser::follow(move || {
        let lang = lang.get();
        let refuses = |said: &String| {
            [words::NO_ROW, words::TOO_FEW].into_iter().any(|it| it.get(lang) == said)
        };
        is_shown.set(said.with(refuses));
        end.set_value(Some(Timeout::new(SHOWN, move || {
            is_shown.try_set(false);
        })));
    });
    let line = move || {
        view! { <p class="hint chosen__refusal" aria-hidden="true">{text(move || said.get())}</p> }
            .into_any()
    };
    when(move || is_shown.get(), line).into_any()
}
