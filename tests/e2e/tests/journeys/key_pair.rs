//! A key pair in the page: it signs, and it stays in memory.

use ucloud_api::Code;
use ucloud_sim::{PRIVATE_KEY, PUBLIC_KEY};

use crate::{acts::keys, page::Page, seen::Seen, site::Site, traces};

const WRONG_KEY: &str = "0123456789abcdef0123456789abcdef01234567";

#[tokio::test]
async fn a_key_pair_signs() {
    let site = Site::relaying(40).await;
    let page = site.visit("").await;
    let seen = asked_to_connect(&page).await;
    assert!(!seen.is_sample && seen.rows.is_empty(), "{seen:#?}");
    assert_eq!(site.sim.requests(), [], "nothing may be asked before anybody signs");

    page.press("[data-testid=placeholder]", "Connect").await;
    connect(&page, PRIVATE_KEY).await;
    let seen = page.loaded().await;
    assert_eq!((seen.count, seen.placeholder), (Some(3 * 40), None));
    assert_eq!(seen.connection.as_deref(), Some("Key pair in this tab"));
    let seen = page.shows("no dialog", |it| !it.dialog).await;
    assert!(!seen.is_sample, "{seen:#?}");

    let requests = site.sim.requests();
    assert!(requests.iter().all(|it| it.signed), "{requests:#?}");
    assert!(requests.iter().any(|it| it.action == "DescribeImage"), "{requests:#?}");
    keeps_no_key(&page).await;
}

#[tokio::test]
async fn a_wrong_private_key_is_explained() {
    let site = Site::relaying(40).await;
    let page = site.visit("").await;
    asked_to_connect(&page).await;
    page.press("[data-testid=placeholder]", "Connect").await;
    connect(&page, WRONG_KEY).await;
    let sentence = Code::of(171).advice.en;
    let seen = page
        .shows("what is wrong", |it| it.outcome.as_ref().is_some_and(|it| it.contains(sentence)))
        .await;
    assert!(seen.outcome.as_ref().is_some_and(|it| it.contains("171")), "{:?}", seen.outcome);
    assert!(seen.dialog && seen.rows.is_empty(), "{seen:#?}");
    assert!(site.sim.requests().iter().all(|it| it.action == "GetRegion" && !it.signed));

    connect(&page, PRIVATE_KEY).await;
    let seen = page.loaded().await;
    assert_eq!(seen.count, Some(3 * 40));
    keeps_no_key(&page).await;
}

#[tokio::test]
async fn an_unknown_public_key_is_explained() {
    let site = Site::relaying(40).await;
    let page = site.visit("").await;
    asked_to_connect(&page).await;
    page.press("[data-testid=placeholder]", "Connect").await;
    page.fill("public-key", "nobody").await;
    page.fill("private-key", WRONG_KEY).await;
    page.press_key(keys::ENTER).await;
    let seen = page
        .shows("what is wrong", |it| it.outcome.as_ref().is_some_and(|it| it.contains("172")))
        .await;
    assert!(seen.outcome.is_some_and(|it| it.contains(Code::of(172).advice.en)));
    assert_eq!(seen.focus.as_deref(), Some("private-key"), "what was emptied is asked for again");
    let errors = traces::leaves_none(&page, &[WRONG_KEY]).await;
    assert_eq!(errors, [""; 0]);
}

async fn asked_to_connect(page: &Page) -> Seen {
    page.shows("that one must connect first", |it| {
        it.placeholder.as_ref().is_some_and(|it| it.starts_with("Connect to load it"))
    })
    .await
}

async fn connect(page: &Page, private_key: &str) {
    page.fill("public-key", PUBLIC_KEY).await;
    page.fill("private-key", private_key).await;
    page.press("dialog", "Test and connect").await;
}

async fn keeps_no_key(page: &Page) {
    let errors = traces::leaves_none(page, &[PUBLIC_KEY, PRIVATE_KEY, WRONG_KEY]).await;
    assert_eq!(errors, [""; 0]);
}
