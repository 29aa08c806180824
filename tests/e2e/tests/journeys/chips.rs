//! The terms of the query as chips.

use crate::site::Site;

#[tokio::test]
async fn terms_stand_beside_the_count() {
    let site = Site::sample().await;
    let page = site.visit("?q=ubuntu+-type:Custom+size:>20").await;
    let seen = page.loaded().await;
    assert_eq!(seen.chips, ["ubuntu", "Type: Custom excluded", "Size > 20"]);
    let (before, right) = (seen.count, page.search_for("ubuntu size:>20").await.count);
    page.search_for("ubuntu -type:Custom size:>20").await;
    page.shows("all terms", |it| it.chips.len() == 3).await;
    page.follow("[data-testid=chips]", "Remove Type: Custom").await;
    let seen = page.shows("one term less", |it| it.chips.len() == 2).await;
    assert_eq!(seen.search_box.as_deref(), Some("ubuntu size:>20"));
    assert!(seen.count == right && seen.count > before, "{seen:#?}");
    page.follow("[data-testid=chips]", "Remove Size > 20").await;
    let seen = page.shows("a single word, which is none", |it| it.chips.is_empty()).await;
    assert_eq!(seen.query.as_deref(), Some("ubuntu"));
    page.shows("the focus where it goes on", |it| it.focus.as_deref() == Some("search")).await;
    page.back().await;
    page.shows("the term again", |it| it.chips == ["ubuntu", "Size > 20"]).await;
    page.has_a_quiet_console().await;
}

/// However many there are, they scroll in their line, and the page does not.
#[tokio::test]
async fn many_terms_make_the_page_no_wider() {
    let site = Site::sample().await;
    let terms = ["-a"; 40].join("+");
    let page = site.visit(&format!("?q={terms}")).await;
    page.shows("all terms", |it| it.settled && it.chips.len() == 40).await;
    let screen = page.run::<u32>("return innerWidth", vec![]).await;
    assert!(page.width().await <= screen);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_chip_finds_its_term_in_the_box() {
    let site = Site::sample().await;
    let page = site.visit("?q=镜像+size:>20+ubuntu").await;
    page.loaded().await;
    page.press("[data-testid=chips]", "Size > 20").await;
    page.shows("the box in focus", |it| it.focus.as_deref() == Some("search")).await;
    let selected = "const it = document.querySelector('#search');
        return it.value.slice(it.selectionStart, it.selectionEnd);";
    assert_eq!(page.run::<String>(selected, vec![]).await, "size:>20");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_mistaken_term_says_so() {
    let site = Site::sample().await;
    let page = site.visit("?q=ubuntu+size:>big").await;
    let seen = page.loaded().await;
    assert_eq!(seen.chips.len(), 2);
    assert!(seen.chips[1].starts_with("Size > big mistake: Size takes a number"), "{seen:#?}");
    page.has_a_quiet_console().await;
}

/// Whether there are terms, and of what kind, moves nothing else.
#[tokio::test]
async fn nothing_jumps_for_a_chip() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    let top = "return document.querySelector('[role=grid]').getBoundingClientRect().top";
    let before = page.run::<f64>(top, vec![]).await;
    for text in ["ubuntu size:>20", "ubuntu size:>big", &"-windows ".repeat(30), "ubuntu"] {
        page.search_for(text).await;
        page.shows(text, |it| it.chips.is_empty() == (text == "ubuntu")).await;
        assert_eq!(page.run::<f64>(top, vec![]).await, before, "{text}");
    }
    page.has_a_quiet_console().await;
}
