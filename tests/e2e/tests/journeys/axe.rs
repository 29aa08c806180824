//! Accessibility: axe-core finds nothing in any state, theme or language.
//!
//! `E2E_AXE` is the script, `axe.min.js`; `cargo xtask test` gets it. Without it nothing is checked, except in CI, where that fails.

use std::{collections::BTreeMap, env, fs, io::Write};

use serde::Deserialize;

use crate::{
    looks::{DESKTOP, LANGS, PHONE, Screen, THEMES},
    page::Page,
    states::{self, Behind, State},
};

/// Where rules are broken, by the rule and the element.
type Found = BTreeMap<(String, String), Vec<String>>;

#[tokio::test]
async fn axe_finds_nothing_on_a_desktop() {
    finds_nothing(DESKTOP).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone() {
    finds_nothing(PHONE).await;
}

async fn finds_nothing(screen: Screen) {
    let Some(script) = script() else { return };
    let mut found = Found::new();
    for behind in Behind::FEW {
        let site = behind.open().await;
        let page = site.visit("").await;
        page.stand_still_on(screen).await;
        for state in states::behind(*behind).filter(|it| screen.has(it.on)) {
            state.arrive(&page, &site).await;
            page.run::<()>(&script, vec![]).await;
            look(&page, state, &mut found).await;
        }
    }
    assert!(found.is_empty(), "on a {}: {found:#?}", screen.name);
}

/// Looks at a state in each language and theme. Names depend on the language alone and colours on the theme alone, so two of the four
/// pairs show all that there is.
async fn look(page: &Page, state: &State, found: &mut Found) {
    for (lang, theme) in LANGS.into_iter().zip(THEMES) {
        page.speak(lang).await;
        page.prefer(theme).await;
        for Violation { rule, target, why } in violations(page).await {
            let places = found.entry((rule, target)).or_default();
            places.push(format!("{} in {lang}, {theme}: {why}", state.name));
        }
    }
}

/// An element that breaks a rule.
#[derive(Deserialize)]
struct Violation {
    rule: String,
    target: String,
    why: String,
}

async fn violations(page: &Page) -> Vec<Violation> {
    // Styles are there already: to load them a second time is what the policy of the page forbids.
    let check = "const [done] = arguments;
        const options = { preload: false, resultTypes: ['violations'] };
        const target = (it) => it.target.join(' ').replace(/\\d+/g, '1');
        const violation = (rule, it) => ({ rule, target: target(it), why: `${it.failureSummary} ${it.html.slice(0, 160)}` });
        axe.run(document, options)
          .then((it) => done(it.violations.flatMap(({ id, nodes }) => nodes.map((node) => violation(id, node)))))
          .catch((error) => done([{ rule: 'axe itself', target: '', why: `${error}` }]));";
    let found = page.client().execute_async(check, vec![]).await.unwrap();
    serde_json::from_value(found).unwrap()
}

/// The script, or nothing behind a sentence that says so. A CI has no excuse: what is not checked there is not checked.
fn script() -> Option<String> {
    if let Some(path) = env::var_os("E2E_AXE") {
        return Some(fs::read_to_string(&path).unwrap());
    }
    let in_ci = env::var_os("CI").is_some_and(|it| !it.is_empty() && it != "false");
    assert!(!in_ci, "accessibility cannot be checked: E2E_AXE names no axe-core");
    // Past libtest, which keeps what passing tests print to itself.
    let _ = writeln!(std::io::stderr(), "skipped: accessibility, since E2E_AXE names no axe-core");
    None
}
