//! Pictures that strangers have put on hosts of their own.
//!
//! To load one tells its host who looks, so none is loaded before the reader allows it. Until then, and when one fails, a
//! picture is drawn from the name: a tint and initials, the same for the same name.

use crate::ui::prelude::*;

use super::live::{Live, flag, memo, part, text};
use crate::{state::Prefs, words};

/// A picture of a fixed shape, 16 to 9. It says nothing that is not beside it in words, so it has no name of its own.
#[component]
pub(super) fn Cover(
    /// What the drawn one is made from.
    name: Live<String>,
    /// Where the picture is, if there is one.
    address: Live<Option<String>>,
) -> impl IntoView {
    let allowed = expect_context::<Prefs>().covers;
    let name = memo(name);
    let address = memo(move || address().filter(|it| allowed.get() && view::host(it).is_some()));
    let outcome = RwSignal::new(None::<(String, bool)>);
    let ended = move |well| outcome.set(address.get_untracked().map(|it| (it, well)));
    let is = move |well| {
        address.with(|address| {
            outcome.with(|it| {
                it.as_ref().is_some_and(|it| it.1 == well && Some(&it.0) == address.as_ref())
            })
        })
    };
    let picture = move || match address.get() {
        // While another address is on its way, the element still shows the last one: it is seen once it has loaded.
        Some(address) if !is(false) => view! {
            <img
                class="cover__picture"
                alt=""
                loading="lazy"
                decoding="async"
                referrerpolicy="no-referrer"
                src=address
                data-loaded=flag(move || is(true))
                on:load=move |_| ended(true)
                on:error=move |_| ended(false)
            />
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! {
        <div
            class="cover"
            aria-hidden="true"
            data-initials=text(move || name.with(|it| initials(it)))
            data-tint=text(move || name.with(|it| tint(it).to_string()))
        >
            {part(picture)}
        </div>
    }
}

/// The button that allows pictures from other hosts, and takes that back.
#[component]
pub(super) fn CoverSwitch() -> impl IntoView {
    let prefs = expect_context::<Prefs>();
    let label = move || {
        let label = if prefs.covers.get() { words::HIDE_COVERS } else { words::SHOW_COVERS };
        label.get(prefs.lang.get()).to_owned()
    };
    view! {
        <button class="button button--quiet" on:click=heard(move |_| prefs.allow_covers(!prefs.covers.get_untracked()))>
            {text(label)}
        </button>
    }
}

/// The first letters of the first two words; of a name in another script than Latin, the first character alone.
fn initials(name: &str) -> String {
    let words = name.split(is_between_words);
    let mut letters = words.filter_map(|it| it.chars().next());
    let Some(first) = letters.next() else { return String::new() };
    let second = letters.next().filter(|it| first.is_ascii() && it.is_ascii_alphabetic());
    [Some(first), second].iter().flatten().map(char::to_ascii_uppercase).collect()
}

/// Spaces and punctuation, of Chinese too. By ranges: the tables of all scripts would weigh more than this whole file.
fn is_between_words(it: char) -> bool {
    it.is_ascii_punctuation()
        || matches!(it, '\0'..=' ' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}')
}

/// How many tints there are in the style.
const TINTS: u32 = 7;

/// The tint of a name, by the hash of Fowler, Noll and Vo, which spreads short texts well.
fn tint(name: &str) -> u32 {
    let hash = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    name.bytes().fold(2_166_136_261, hash) % TINTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_drawn_by_their_initials() {
        for (name, expected) in [
            ("Stable Diffusion WebUI", "SD"),
            ("comfyui", "C"),
            ("llama-factory", "LF"),
            ("Qwen 3", "Q"),
            ("大模型 微调", "大"),
            ("【官方】ComfyUI", "官"),
            ("--", ""),
            ("", ""),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[test]
    fn names_have_different_tints() {
        let mut seen: Vec<_> = ('a'..='z').map(|it| tint(&it.to_string())).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), TINTS as usize);
    }
}
