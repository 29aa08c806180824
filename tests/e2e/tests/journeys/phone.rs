//! A phone: nothing is wider than the screen, and every button says what it is.

use crate::{acts::keys, looks::PHONE, page::Page, site::Site};

const CATALOGS: [&str; 6] = ["uhost", "community", "docker", "buckets", "repo", "light"];

#[tokio::test]
async fn everything_fits_on_a_phone() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.on_a_screen_of(PHONE.width, PHONE.height).await;
    for catalog in CATALOGS {
        for layout in ["table", "cards"] {
            page.goto(&format!("{}?v=1&c={catalog}&view={layout}", site.address)).await;
            let seen = page.loaded().await;
            assert_eq!(seen.layout.as_deref(), Some(layout));
            fits(&page, &format!("{catalog} as {layout}")).await;
            let menus = menus(&page).await;
            assert!(!menus.is_empty(), "{catalog} has no menus");
            for menu in menus {
                page.unfold(&format!("#{menu}")).await;
                fits(&page, &format!("the menu {menu} of {catalog} as {layout}")).await;
                page.press_key(keys::ESCAPE).await;
            }
            page.open_first().await;
            fits(&page, &format!("the detail in {catalog} as {layout}")).await;
        }
    }
    page.has_a_quiet_console().await;
}

async fn menus(page: &Page) -> Vec<String> {
    page.run("return [...document.querySelectorAll('details.menu')].map((it) => it.id)", vec![])
        .await
}

/// The page does not scroll sideways, what is unfolded lies on the screen, and each button that is seen has a name.
async fn fits(page: &Page, what: &str) {
    assert_eq!(page.width().await, PHONE.width, "the width of {what}");
    let look = "const isSeen = (it) => it.checkVisibility({ visibilityProperty: true });
        // What lies out of view in a short list is not laid out, and has no inner text.
        const said = (it) => it.checkVisibility({ contentVisibilityAuto: true }) ? it.innerText : it.textContent;
        const panels = [...document.querySelectorAll('details[open] .menu__panel, .detail')];
        const isBeside = (it) => it.getBoundingClientRect().left < -1 || it.getBoundingClientRect().right > innerWidth + 1;
        const buttons = [...document.querySelectorAll('button, summary, a[href], [role=button]')];
        const hasName = (it) => [said(it), it.ariaLabel, it.title].some((name) => name?.trim());
        return [...panels.filter(isSeen).filter(isBeside), ...buttons.filter(isSeen).filter((it) => !hasName(it))]
          .map((it) => it.outerHTML.slice(0, 300));";
    let wrong: Vec<String> = page.run(look, vec![]).await;
    assert_eq!(wrong, [""; 0], "beside the screen or without a name in {what}");
}
