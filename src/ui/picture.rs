//! A picture in a text or a field.

use crate::ui::prelude::*;

use super::live::part;
use crate::{
    state::{Prefs, t},
    words,
};

/// A picture from a host that a stranger has chosen. It is loaded only if the reader allows pictures; until then, and if there is
/// nothing to load, it is its words, with a link where it can be seen.
#[component]
pub(super) fn Picture(
    /// Where it is, if it may be loaded from there.
    address: Option<String>,
    /// What it shows.
    alt: String,
) -> impl IntoView {
    let allowed = expect_context::<Prefs>().covers;
    part(move || match (address.clone(), allowed.get()) {
        (Some(address), true) => picture(address, alt.clone()),
        (Some(address), false) => {
            let alt = words(&alt);
            view! { <Out address>{alt}</Out> }.into_any()
        }
        (None, _) => words(&alt),
    })
}

fn picture(address: String, alt: String) -> AnyView {
    view! {
        <img class="picture" src=address alt=alt loading="lazy" decoding="async" referrerpolicy="no-referrer" />
    }
    .into_any()
}

fn words(alt: &str) -> AnyView {
    if alt.trim().is_empty() { t(words::PICTURE).into_any() } else { alt.to_owned().into_any() }
}

/// A link out of the page, to a place that nobody has checked. Where it leads is said when the pointer is on it.
#[component]
pub(super) fn Out(
    /// Where it leads, which [`view::host`] has let through.
    address: String,
    /// What is written on it.
    children: Children,
) -> impl IntoView {
    let host = view::host(&address).unwrap_or_default().to_owned();
    view! {
        <a href=address title=host target="_blank" rel="noopener noreferrer nofollow ugc">
            {children()}
        </a>
    }
}
