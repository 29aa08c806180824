//! What is inside a row: versions, tags, and what the author has written.

use serde_json::Value;
use ucloud_api::Code;

use crate::{
    acts::keys,
    page::Page,
    sample::natural,
    seen::{Detail, Inner, Seen},
    site::Site,
};

const FORBIDDEN: &str = "code=299";

#[tokio::test]
async fn versions_are_sorted_by_time_and_as_people_count() {
    let site = Site::sample().await;
    let page = site.visit("?c=community&region=cn-wlcb").await;
    page.loaded().await;
    let group = group_with(&page, &["\"v1.9\"", "\"v1.10\""]).await;
    page.goto(&format!("{}?v=1&c=community&item={group}", site.address)).await;
    let seen = page.shows("a whole detail", Seen::has_whole_detail).await;
    let versions = seen.inner().unwrap();
    assert!(versions.title.starts_with("Versions"), "{versions:#?}");
    assert_eq!(versions.sorted, ["Published descending"]);
    assert!(versions.column(2).iter().rev().is_sorted(), "{versions:#?}");
    let count = versions.rows.len();

    let rising = sorted_by(&page, "Version", "Version ascending").await;
    let rising = rising.inner().unwrap();
    assert!(rising.column(0).is_sorted_by_key(|it| natural(it)), "{rising:#?}");
    assert_eq!(place(rising, "v1.9") + 1, place(rising, "v1.10"), "{rising:#?}");
    let falling = sorted_by(&page, "Version", "Version descending").await;
    let falling = falling.inner().unwrap();
    assert!(falling.column(0).iter().rev().is_sorted_by_key(|it| natural(it)), "{falling:#?}");
    assert_eq!((rising.rows.len(), falling.rows.len()), (count, count), "sorting loses none");
    page.has_a_quiet_console().await;
}

async fn sorted_by(page: &Page, column: &str, sorted: &str) -> Seen {
    page.press("[data-testid=inner-list]", column).await;
    page.shows(sorted, |it| it.inner().is_some_and(|it| it.sorted == [sorted])).await
}

fn place(versions: &Inner, name: &str) -> usize {
    versions.column(0).iter().position(|it| *it == name).unwrap()
}

/// The id of a group whose JSON has all of these parts.
async fn group_with(page: &Page, parts: &[&str]) -> String {
    let ask = "const [parts, done] = arguments;
        const asked = { Action: 'DescribeCommunityImages', Region: 'cn-wlcb', Limit: 100, ExcludeReadme: true };
        const answer = fetch('api', { method: 'POST', body: new URLSearchParams(asked) });
        const holds = (it) => parts.every((part) => JSON.stringify(it).includes(part));
        const id = (it) => it && JSON.stringify(it).match(/\"GroupId\":\"([^\"]*)\"/)?.[1];
        answer.then((it) => it.json()).then((it) => {
          const groups = Object.values(it).filter(Array.isArray).flat();
          done(id(groups.find(holds)) ?? '');
        });";
    let id = page.client().execute_async(ask, vec![parts.into()]).await.unwrap();
    let id = id.as_str().unwrap_or_default().to_owned();
    assert!(!id.is_empty(), "no group has {parts:?}");
    id
}

#[tokio::test]
async fn what_an_author_has_written_becomes_nodes_and_raw_html_none() {
    let site = Site::sample().await;
    let page = site.visit("?c=community").await;
    page.loaded().await;
    let seen = page.open_first().await;
    let detail = seen.detail.unwrap();
    assert!(detail.failures.is_empty(), "{detail:#?}");
    let readme = detail.readme.unwrap();
    assert!(readme.starts_with("README") && readme.len() > 200, "{readme}");
    assert!(!readme.contains("<script") && !readme.contains("document.cookie"), "{readme}");
    let count = |selector: &'static str| {
        let all = "return document.querySelectorAll(`[data-testid=readme] ${arguments[0]}`).length";
        page.run::<u64>(all, vec![Value::from(selector)])
    };
    for selector in ["h4", "p", "table td"] {
        assert!(count(selector).await > 0, "a README has {selector}");
    }
    for selector in ["script", "style", "iframe", "form", "img", "[onload]", "[onclick]"] {
        assert_eq!(count(selector).await, 0, "{selector} came through");
    }
    assert_eq!(count("a:not([href^='https://'])").await, 0, "a link leads elsewhere than https");

    let asked = site.watch.asked("DescribeCommunityImages");
    let (one, lists): (Vec<_>, Vec<_>) =
        asked.iter().partition(|it| it.contains_key("CompShareImageId"));
    assert_eq!(one.len(), 1, "a README is fetched for the row that is opened: {one:#?}");
    assert!(lists.iter().all(|it| it["ExcludeReadme"] == "true"), "{lists:#?}");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_readme_that_cannot_be_had_is_asked_for_again() {
    let site = Site::sample().await;
    let page = site.visit("?c=community").await;
    page.loaded().await;
    site.trouble(&[&format!("action=DescribeCommunityImages,{FORBIDDEN}")]);
    fails_and_heals(&page, &site, "readme", |it| {
        it.failures.is_empty() && it.readme.as_ref().is_some_and(|it| it.len() > 200)
    })
    .await;
}

#[tokio::test]
async fn tags_are_fetched_and_asked_for_again() {
    let site = Site::sample().await;
    let page = site.visit("?c=repo").await;
    page.loaded().await;
    site.trouble(&[&format!("action=GetImageTag,{FORBIDDEN}")]);
    let seen = fails_and_heals(&page, &site, "inner-list", |it| {
        it.inner.as_ref().is_some_and(|it| !it.rows.is_empty())
    })
    .await;
    let (row, tags) = (&seen.rows[0], seen.inner().unwrap());
    assert_eq!(tags.sorted, ["Pushed descending"], "{tags:#?}");
    assert!(tags.column(0).contains(&row.cells["latest"].as_str()), "{row:?} {tags:#?}");
    let asked = site.watch.asked("GetImageTag");
    assert!(asked.len() >= 2 && asked.iter().all(|it| it["ImageName"] == row.title), "{asked:#?}");
    assert!(asked.iter().all(|it| it["RepoName"] == row.cells["repo"]), "{asked:#?}");
}

/// Opens a row, sees that a part of its detail cannot be had and why, and gets it at the second try.
async fn fails_and_heals(
    page: &Page,
    site: &Site,
    part: &str,
    is_there: impl Fn(&Detail) -> bool,
) -> Seen {
    let seen = page.open_first().await;
    let detail = seen.detail.as_ref().unwrap();
    let [failure] = detail.failures.as_slice() else { panic!("one part failed: {seen:#?}") };
    for part in [Code::of(299).advice.en, "299"] {
        assert!(failure.contains(part), "{part:?} should be in {failure:?}");
    }
    assert!(!is_there(detail), "{seen:#?}");
    assert!(seen.failures.is_empty(), "the list itself is whole: {seen:#?}");
    site.trouble(&[]);
    page.press(&format!("[data-testid={part}]"), "Try again").await;
    let seen = page
        .shows(part, |it| it.detail.as_ref().is_some_and(|it| !it.is_busy && is_there(it)))
        .await;
    assert!(seen.detail.as_ref().is_some_and(|it| it.failures.is_empty()), "{seen:#?}");
    page.has_a_quiet_console().await;
    seen
}

#[tokio::test]
async fn closing_a_detail_calls_off_what_it_asked_for() {
    let site = Site::sample().await;
    let page = site.visit("?c=repo").await;
    let seen = page.loaded().await;
    // Longer than anybody waits here: only calling it off ends it.
    site.trouble(&["action=GetImageTag,latency=600s"]);
    page.type_into("#grid", keys::DOWN).await;
    page.press_key(keys::ENTER).await;
    let asked = || site.watch.asked("GetImageTag");
    site.comes_to("the tags are asked for", || asked().len() == 1).await;
    page.press("[data-testid=detail]", "Close").await;
    page.shows("no detail", |it| it.detail.is_none()).await;
    site.comes_to("nothing is waited for", || site.watch.under_way() == 0).await;

    site.trouble(&[]);
    page.press_key(keys::DOWN).await;
    page.press_key(keys::ENTER).await;
    let other = &seen.rows[1].title;
    let what = format!("the tags of {other}");
    page.shows(&what, |it| {
        it.has_whole_detail() && it.detail.as_ref().is_some_and(|it| it.title == *other)
    })
    .await;
    let first: Vec<_> =
        asked().into_iter().filter(|it| it["ImageName"] == seen.rows[0].title).collect();
    assert_eq!(first.len(), 1, "no later page of what was closed: {first:#?}");
    page.has_a_quiet_console().await;
}
