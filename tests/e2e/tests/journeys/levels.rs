//! Names between a region and its rows: buckets, repositories and projects are found, chosen, or asked for by name.

use std::collections::BTreeSet;

use crate::{acts::keys, page::Page, seen::Seen, site::Site};

#[tokio::test]
async fn buckets_are_found_before_their_images_and_can_be_chosen() {
    let site = Site::sample().await;
    let page = site.visit("?c=docker&region=hk&sort=bucket").await;
    let whole = page.loaded().await;
    let buckets = names(&page, "bucket").await;
    assert!(buckets.len() > 2, "{buckets:#?}");
    let asked = asked(&site, "GetDockerImageList", "BucketName");
    assert_eq!(asked, buckets, "every bucket of the region is asked for its images");

    let chosen = buckets.iter().next_back().unwrap();
    page.tick(chosen).await;
    page.press_key(keys::ESCAPE).await;
    let seen = page.look().await;
    assert_eq!(
        (seen.count, &seen.address),
        (whole.count, &whole.address),
        "Escape chooses nothing"
    );

    page.unfold("#bucket").await;
    page.tick(chosen).await;
    assert_eq!(page.look().await.count, whole.count, "nothing is loaded before the choice is made");
    page.press("#bucket", "Load").await;
    let seen = page.shows("images of that bucket", |it| all(it, "bucket", &[chosen])).await;
    assert!(seen.count > Some(0) && seen.count < whole.count, "{seen:#?}");
    assert!(seen.address.contains(&format!("&bucket={chosen}&")), "{}", seen.address);

    page.back().await;
    let seen = page.shows("all of them again", |it| it.settled && it.count == whole.count).await;
    assert_eq!(seen.rows, whole.rows);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_bucket_that_nobody_lists_is_asked_for_all_the_same() {
    let site = Site::sample().await;
    let page = site.visit("?c=docker&region=hk").await;
    page.loaded().await;
    page.unfold("#bucket").await;
    page.type_into("#bucket [type=search]", &format!("hidden-one{}", keys::ENTER)).await;
    page.press("#bucket", "Load").await;
    let seen = page.shows("why there is nothing", |it| it.settled && !it.failures.is_empty()).await;
    let [failure] = seen.failures.as_slice() else { panic!("one list failed: {seen:#?}") };
    for part in ["hidden-one", "hk", "43023"] {
        assert!(failure.contains(part), "{part:?} should be in {failure:?}");
    }
    assert!(seen.rows.is_empty() && seen.address.contains("bucket=hidden-one"), "{seen:#?}");
    assert!(asked(&site, "GetDockerImageList", "BucketName").contains("hidden-one"));
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn private_and_public_repositories_are_loaded_and_projects_chosen() {
    let site = Site::sample().await;
    let page = site.visit("?c=repo&sort=repo").await;
    let own = page.loaded().await;
    let kinds = BTreeSet::from(["private".to_owned(), "public".to_owned()]);
    assert_eq!(asked(&site, "GetRepo", "Type"), kinds, "one answer lists one kind only");
    for repository in ["shop-web", "ops-tools"] {
        let found = page.search_for(repository).await;
        assert!(found.visible("repo").contains(&repository), "{found:#?}");
    }
    page.search_for("").await;

    let projects = names(&page, "project").await;
    assert!(projects.len() > 2, "{projects:#?}");
    page.tick("org-webapp").await;
    page.press("#project", "Load").await;
    let webapp = page.shows("another project's images", |it| is_of(it, "org-webapp", &own)).await;
    page.search_for("shop-web").await;
    assert_eq!(page.look().await.count, Some(0), "that is in another project");
    page.search_for("").await;

    page.unfold("#project").await;
    page.pick("#project", "All").await;
    page.press("#project", "Load").await;
    let more = own.count.max(webapp.count);
    let every = page.shows("images of all projects", |it| it.settled && it.count > more).await;
    assert!(every.count >= Some(own.count.unwrap() + webapp.count.unwrap()), "{every:#?}");
    assert_eq!(asked(&site, "GetRepoImage", "ProjectId"), projects);
    assert!(every.failures.is_empty(), "{every:#?}");
    page.has_a_quiet_console().await;
}

fn is_of(seen: &Seen, project: &str, before: &Seen) -> bool {
    let is_chosen = seen.address.contains(&format!("project={project}"));
    is_chosen && seen.settled && !seen.rows.is_empty() && seen.rows != before.rows
}

/// Whether all rows in view have one of these values.
fn all(seen: &Seen, column: &str, values: &[&str]) -> bool {
    let values = |it: &&str| values.contains(it);
    seen.settled && !seen.rows.is_empty() && seen.visible(column).iter().all(values)
}

/// Unfolds a menu of names, waits for the names, and returns them.
async fn names(page: &Page, menu: &str) -> BTreeSet<String> {
    page.unfold(&format!("#{menu}")).await;
    page.has(&format!("#{menu} li input[type=checkbox]")).await;
    let names =
        "return [...document.querySelectorAll(`#${arguments[0]} li input`)].map((it) => it.name)";
    page.run(names, vec![menu.into()]).await
}

/// The values with which an action was asked, each once.
fn asked(site: &Site, action: &str, parameter: &str) -> BTreeSet<String> {
    site.watch.asked(action).iter().filter_map(|it| it.get(parameter).cloned()).collect()
}
