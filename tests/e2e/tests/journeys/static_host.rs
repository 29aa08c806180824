//! A host that serves files and nothing else: the built page with the sample beside it, in a folder of a larger site.

use std::{fs, path::Path, sync::Arc};

use axum::Router;
use sample::Record;
use tokio::sync::SemaphorePermit;
use tower_http::services::ServeDir;
use ucloud_sim::{Options, Simulator};

use crate::{
    folder::Folder,
    page::Page,
    seen::{Detail, Seen},
    service::Spawned,
    site::turn,
};

/// The first catalog is the one that a first visit shows.
const CATALOGS: [&str; 6] = [
    "VM images",
    "Light server images",
    "Community images",
    "Docker images",
    "Docker buckets",
    "UHub images",
];
const NOT_IN_SAMPLE: &str = "The sample data beside this page does not hold this.";

#[tokio::test]
async fn without_a_gateway_the_sample_beside_the_page_is_shown() {
    let host = StaticHost::start().await;
    let page = host.visit("").await;
    let first = page.loaded().await;
    assert_eq!(first.catalog.as_deref(), Some(CATALOGS[0]));
    for catalog in CATALOGS {
        let seen = page.go_to(catalog).await;
        assert!(seen.is_sample, "sample data must be marked as such: {seen:#?}");
        assert!(seen.is_filled && seen.failures.is_empty(), "{seen:#?}");
        assert!(seen.address.starts_with(&host.address), "{seen:#?}");
    }

    let tags = page.open_first().await;
    let tags = whole(&tags).inner.as_ref().unwrap();
    assert!(tags.title.starts_with("Tags") && !tags.rows.is_empty(), "{tags:#?}");

    page.go_to("Community images").await;
    let image = page.open_first().await;
    let image = whole(&image);
    let versions = image.inner.as_ref().unwrap();
    assert!(versions.title.starts_with("Versions") && !versions.rows.is_empty(), "{versions:#?}");
    let readme = image.readme.as_deref().unwrap_or_default();
    assert!(readme.starts_with("README") && readme.len() > 50, "{readme}");
    lacks_only_the_gateway(&page).await;
}

#[tokio::test]
async fn what_the_sample_does_not_hold_is_said_and_one_may_connect() {
    let host = StaticHost::start().await;
    let page = host.visit("?v=1&region=sg").await;
    let seen = page.shows("a failure", |it| it.settled && !it.failures.is_empty()).await;
    assert!(seen.failures[0].contains(NOT_IN_SAMPLE), "{seen:#?}");
    assert!(seen.rows.is_empty() && seen.is_sample, "{seen:#?}");

    page.press("header", "Connect").await;
    page.shows("the dialog", |it| it.dialog).await;
    page.has("dialog[open] [name='public-key']").await;
    lacks_only_the_gateway(&page).await;
}

/// The detail with all of its parts.
fn whole(seen: &Seen) -> &Detail {
    let detail = seen.detail.as_ref().unwrap();
    assert!(detail.failures.is_empty(), "{detail:#?}");
    detail
}

/// A page finds out that it has no gateway by asking for its settings, and a browser notes that no such file is there.
async fn lacks_only_the_gateway(page: &Page) {
    let errors = page.console_errors().await;
    let is_expected = |it: &String| it.contains("/config.json") && it.contains("404");
    assert!(errors.iter().any(is_expected), "a page without a gateway has looked for one");
    let others: Vec<_> = errors.iter().filter(|it| !is_expected(it)).collect();
    assert!(others.is_empty(), "the console should have no other error, but has {others:#?}");
}

/// A running host. It is gone when this is dropped, and so are its files.
struct StaticHost {
    address: String,
    _folder: Folder,
    _service: Spawned,
    _turn: SemaphorePermit<'static>,
}

impl StaticHost {
    /// With few rows in the sample: nothing here depends on how many there are.
    async fn start() -> Self {
        let turn = turn().await;
        let folder = Folder::with_page();
        write_sample(&folder.join("sample")).await;
        let files = Router::new().nest_service("/some/path", ServeDir::new(folder.join("")));
        let service = Spawned::new(files).await;
        let address = format!("{}some/path/", service.url);
        Self { address, _folder: folder, _service: service, _turn: turn }
    }

    async fn visit(&self, query: &str) -> Page {
        Page::open(&format!("{}{query}", self.address)).await
    }
}

async fn write_sample(folder: &Path) {
    let options = Options { rows_per_region: Some(30), ..Options::default() };
    let record = Record::of(Arc::new(Simulator::new(options).unwrap())).await.unwrap();
    fs::create_dir_all(folder).unwrap();
    for (name, content) in record.files() {
        fs::write(folder.join(name), content).unwrap();
    }
}
