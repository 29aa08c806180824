//! The answers that UCloud's own documents print: each catalog shows them, though they are far from what the service says.

use std::sync::Arc;

use axum::{Form, Router, routing::post};
use ucloud_sim::{Options, Simulator};

use crate::{service::Asked, site::Site};

/// The printed example of each action. The last is ours: the one that is printed for repositories does not lead to their images.
const EXAMPLES: &[(&str, &str)] = &[
    ("DescribeImage", include_str!("../../../../crates/ucloud-api/tests/data/describe_image.json")),
    (
        "DescribeCommunityImages",
        include_str!("../../../../crates/ucloud-api/tests/data/describe_community_images.json"),
    ),
    (
        "GetImageBucketList",
        include_str!("../../../../crates/ucloud-api/tests/data/get_image_bucket_list.json"),
    ),
    (
        "GetDockerImageList",
        include_str!("../../../../crates/ucloud-api/tests/data/get_docker_image_list.json"),
    ),
    ("GetRepoImage", include_str!("../../../../crates/ucloud-api/tests/data/get_repo_image.json")),
    ("GetRepo", r#"{"RetCode": 0, "RepoSet": [{"RepoName": "library"}], "TotalCount": 1}"#),
];

/// Behind what was printed there is nothing more, whatever its total promises.
async fn answer(Form(asked): Form<Asked>) -> String {
    let is_first = asked.get("Offset").is_none_or(|it| it == "0");
    let example = EXAMPLES.iter().find(|it| it.0 == asked["Action"] && is_first);
    example.map_or(r#"{"RetCode": 0}"#, |it| it.1).to_owned()
}

#[tokio::test]
async fn each_catalog_shows_the_printed_example() {
    let sim = Arc::new(Simulator::new(Options::default()).unwrap());
    let site = Site::sample_from(Router::new().route("/", post(answer)), sim).await;
    let page = site.visit("?region=hk").await;
    let links = [
        ("?v=1&region=hk", "tLrQRsEd", 1),
        ("?v=1&c=community", "", 1),
        ("?v=1&c=docker&region=hk", "helloworld", 1),
        ("?v=1&c=buckets&region=hk", "ucs", 1),
        ("?v=1&c=repo", "QfwwaABh", 9),
    ];
    for (link, text, count) in links {
        for layout in ["table", "cards"] {
            page.goto(&format!("{}{link}&view={layout}", site.address)).await;
            let seen = page.loaded().await;
            assert_eq!(seen.count, Some(count), "{link}: {seen:#?}");
            assert_eq!(seen.layout.as_deref(), Some(layout));
            assert_eq!((seen.failures.as_slice(), &seen.placeholder), (&[][..], &None));
            assert!(seen.rows.iter().any(|it| it.text.contains(text)), "{link}: {seen:#?}");
            let opened = page.open_first().await;
            assert!(opened.detail.is_some_and(|it| it.raw.is_some_and(|raw| raw.len() > 10)));
        }
    }
    page.has_a_quiet_console().await;
}
