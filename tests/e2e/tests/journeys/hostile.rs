//! Names, descriptions, READMEs and links by an attacker: all of it is shown, and none of it runs.

use ucloud_sim::{Options, Texts};

use crate::{page::Page, seen::Seen, site::Site};

const CATALOGS: [&str; 6] = ["uhost", "community", "docker", "buckets", "repo", "light"];

/// How many rows of each catalog are opened, each with other texts.
const OPENED: usize = 3;

#[tokio::test]
async fn nothing_that_strangers_wrote_runs() {
    let site = Site::sample_like(Options { texts: Texts::Hostile, ..Options::default() }).await;
    let page = site.visit("").await;
    page.loaded().await;
    for catalog in CATALOGS {
        // Other rows are opened as cards than in the table, so that more of the texts have their turn.
        for (layout, end) in [("table", 0.0), ("cards", 1.0)] {
            page.goto(&format!("{}?v=1&c={catalog}&view={layout}", site.address)).await;
            page.loaded().await;
            if (catalog, layout) == ("community", "cards") {
                page.press(".cover-note", "Show covers").await;
            }
            scroll_through(&page, catalog).await;
            let details = open_some(&page, catalog, end).await;
            // A bucket has nothing but a name, and the service lets that be letters and digits only.
            let can_attack = catalog != "buckets";
            assert_eq!(
                details.contains("__ran"),
                can_attack,
                "in {catalog} as {layout}: {details}"
            );
        }
    }
    is_only_missing_pictures(&page).await;
}

async fn scroll_through(page: &Page, catalog: &str) {
    for part in [0.0, 0.2, 0.4, 0.6, 0.8, 1.0] {
        page.scroll_to(part).await;
        is_inert(page, catalog).await;
    }
}

/// Opens some rows at an end of the list, unfolds whatever is folded, and returns what was to be read there.
async fn open_some(page: &Page, catalog: &str, end: f64) -> String {
    let seen = page.scroll_to(end).await;
    let mut details = String::new();
    for row in seen.rows.iter().rev().take(OPENED) {
        let open =
            "document.querySelector(`[data-row-id='${CSS.escape(arguments[0])}'] a`).click()";
        page.run::<()>(open, vec![row.id.as_str().into()]).await;
        let is_whole = |it: &Seen| it.has_whole_detail() && it.open.as_ref() == Some(&row.id);
        let seen = page.shows(&format!("the whole detail of {row:?}"), is_whole).await;
        let unfold =
            "for (const it of document.querySelectorAll('.detail details')) it.open = true;
            for (const it of document.querySelectorAll('.detail [aria-expanded]')) it.click();";
        page.run::<()>(unfold, vec![]).await;
        is_inert(page, catalog).await;
        details.extend(seen.detail.map(|it| it.text));
    }
    details
}

/// Nothing has run, nothing could, and nobody is asked anything.
async fn is_inert(page: &Page, catalog: &str) {
    let look = "const all = [...document.querySelectorAll('#app *')];
        const leads = (it) => it.href?.baseVal ?? it.href ?? it.action ?? '';
        const isOut = (it) => it.matches('a, area, form, use') && ![/^$/, /^https:/, /^#/].some((good) => good.test(leads(it)));
        const isOwn = (it) => leads(it).startsWith(location.origin);
        const bad = all.filter((it) =>
          it.matches('script, iframe, object, embed, base, meta, style, link, math, video, audio') ||
          [...it.attributes].some((attribute) => attribute.name.startsWith('on') || attribute.name === 'srcdoc') ||
          (it.matches('img') && !it.src.startsWith('https://')) ||
          (isOut(it) && !isOwn(it)));
        return [...bad.map((it) => it.outerHTML.slice(0, 300)), ...('__ran' in window ? ['it has run'] : [])];";
    let bad: Vec<String> = page.run(look, vec![]).await;
    assert_eq!(bad, [""; 0], "in {catalog}");
    assert!(page.client().get_alert_text().await.is_err(), "a dialog is open in {catalog}");
}

/// The pictures that were allowed are nowhere to be had; beside that nothing went wrong, and no policy had to step in.
async fn is_only_missing_pictures(page: &Page) {
    let errors = page.console_errors().await;
    let others: Vec<_> =
        errors.iter().filter(|it| !it.contains("net::ERR_NAME_NOT_RESOLVED")).collect();
    assert_eq!(others, [""; 0], "the console has other errors than missing pictures");
}
