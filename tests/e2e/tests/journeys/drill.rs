//! From a bucket to the images in it, and back.

use crate::{
    page::Page,
    seen::{Row, Seen},
    site::Site,
};

const LINK: &str = "Show its images";

#[tokio::test]
async fn a_bucket_leads_to_its_images_and_back() {
    let site = Site::sample().await;
    let page = site.visit("?c=buckets&sort=images:desc").await;
    let buckets = page.loaded().await;
    let bucket = buckets.rows[0].clone();
    let link = address(&page, &bucket).await;
    page.follow(&format!("[data-row-id='{}']", bucket.id), LINK).await;
    let images = shows_images_of(&page, &bucket).await;
    assert_eq!(images.address, link, "a click leads where the link does");
    assert!(images.detail.is_none(), "the click is not for the row: {images:#?}");

    page.back().await;
    let again =
        page.shows("the buckets as they were", |it| it.settled && it.rows == buckets.rows).await;
    assert_eq!((again.sort, again.address), (buckets.sort, buckets.address));
    assert!(again.detail.is_none());

    let opened = page.open_first().await;
    assert!(opened.detail.is_some_and(|it| it.text.contains(LINK)), "the detail leads there too");
    page.follow("[data-testid=detail]", LINK).await;
    shows_images_of(&page, &bucket).await;
    page.has_a_quiet_console().await;

    let other = site.visit("").await;
    other.goto(&link).await;
    let theirs = shows_images_of(&other, &bucket).await;
    assert_eq!(theirs.rows, images.rows);
    other.has_a_quiet_console().await;
}

async fn address(page: &Page, bucket: &Row) -> String {
    let link = "const links = document.querySelectorAll(`[data-row-id='${arguments[0]}'] a`);
        return [...links].find((it) => it.textContent.includes(arguments[1])).href";
    page.run(link, vec![bucket.id.as_str().into(), LINK.into()]).await
}

/// Waits for the images of a bucket, all of them and no others.
async fn shows_images_of(page: &Page, bucket: &Row) -> Seen {
    let (name, region) = (bucket.title.as_str(), bucket.cells["region"].as_str());
    let is_there = |it: &Row| {
        let cell = |key| it.cells.get(key).map(String::as_str);
        cell("bucket") == Some(name) && cell("region") == Some(region)
    };
    let what = format!("images of {name}");
    let seen = page
        .shows(&what, |it| it.settled && !it.rows.is_empty() && it.rows.iter().all(is_there))
        .await;
    assert_eq!(seen.catalog.as_deref(), Some("Docker images"));
    assert_eq!(seen.count, bucket.cells["images"].parse().ok(), "as many as the bucket says");
    assert!(seen.failures.is_empty(), "{seen:#?}");
    seen
}
