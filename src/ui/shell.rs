//! The shell: what index.html shows until the program has built the page behind it, part by part.

use crate::ui::prelude::*;
use web_sys::Event;

use super::live::{Live, when};
use crate::browser;

/// The id of the place where the page is built.
pub const PLACE: &str = "app";
/// What boot.js waits for on it, to take the shell away.
const BUILT: &str = "built";

/// A part of the page that an effect of its own builds, behind what is being built now: between two effects the browser may answer a tap.
pub fn in_turn(build: fn() -> AnyView) -> Live<Option<AnyView>> {
    let is_its_turn = RwSignal::new(false);
    browser::follow(move || is_its_turn.set(true));
    when(move || is_its_turn.get(), build)
}

/// Has the shell go: all of the page is there.
pub fn tell_built() {
    if let (Some(place), Ok(event)) = (browser::element(PLACE), Event::new(BUILT)) {
        let _ = place.dispatch_event(&event);
    }
}

#[cfg(test)]
mod tests {
    use view::{Lang, Layout, Text, catalogs::CATALOGS};

    use super::*;
    use crate::{
        ui::{search_box::INPUT, skeleton},
        words,
    };

    const DOCUMENT: &str = include_str!("../../index.html");
    const SCRIPT: &str = include_str!("../../boot.js");
    const EARLIER: &str = include_str!("../../prefs.js");
    const STYLES: &str = include_str!("../../style/skeleton.css");

    #[test]
    fn the_shell_speaks_as_the_page_does() {
        let check = |before: &str, text: Text, after: &str| {
            for lang in [Lang::En, Lang::Zh] {
                let tag = ["lang=\"", lang.tag(), "\""].concat();
                let said = [before, text.get(lang), after].concat();
                let lines = DOCUMENT.lines().filter(|it| it.contains(&tag));
                assert!(lines.clone().any(|it| it.contains(&said)), "{said} in {lang:?}");
            }
        };
        check("\">", words::TITLE, " <span class=\"top-bar__for\">");
        check("<span class=\"top-bar__for\">", words::FOR_UCLOUD, "</span>");
        check("placeholder=\"", words::SEARCH_HINT, "\"");
        check("aria-label=\"", words::SEARCH, "\"");
        check("\">", words::FIRST_ANSWER, "</span>");
    }

    #[test]
    fn the_shell_knows_which_catalogs_open_as_cards_and_how_tall_those_are() {
        let as_cards = CATALOGS.into_iter().filter(|it| it.layout == Layout::Cards);
        let ids: Vec<_> = as_cards.clone().map(|it| it.id).collect();
        assert!(EARLIER.contains(&format!("{ids:?}.includes(link.get(\"c\"))")), "{ids:?}");
        for catalog in as_cards {
            let height = skeleton::height(catalog);
            let style = format!("#shell .blank {{ padding-block-end: {height}px; }}");
            assert!(STYLES.contains(&style), "{style}");
            assert!(catalog.card.cover.is_some() && catalog.card.text.is_some());
        }
        assert_eq!(DOCUMENT.matches("<div class=\"blank\"").count(), skeleton::CARDS);
    }

    #[test]
    fn the_shell_reads_the_layout_as_the_page_does() {
        for (sign, name, layout) in
            [("===", "cards", Layout::Cards), ("!==", "table", Layout::Table)]
        {
            assert!(EARLIER.contains(&format!("view {sign} \"{name}\"")), "{name}");
            for catalog in CATALOGS {
                let link = format!("c={}&view={name}", catalog.id);
                assert_eq!(view::parse(&link).view.effective_layout(), layout, "{link}");
            }
        }
    }

    #[test]
    fn the_page_is_built_where_the_scripts_look_for_it() {
        assert!(DOCUMENT.contains(&format!("<div id=\"{PLACE}\" inert></div>")));
        assert!(SCRIPT.contains(&format!("getElementById(\"{PLACE}\")")));
        assert!(SCRIPT.contains(&format!("addEventListener(\"{BUILT}\"")));
        assert!(SCRIPT.contains(&format!("getElementById(\"{INPUT}\")")));
    }
}
