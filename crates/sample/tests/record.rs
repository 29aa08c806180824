//! The sample holds all that a page asks, and nothing that must not be in a file.

use std::sync::Arc;

use sample::Record;
use ucloud_api::{ACTIONS, Span};
use ucloud_sim::{Options, PRIVATE_KEY, PUBLIC_KEY, Simulator};
use view::{ViewState, catalogs::CATALOGS, plan};

async fn record() -> Record {
    // Few rows, for the walk is the same.
    let options = Options { rows_per_region: Some(30), ..Options::default() };
    Record::of(Arc::new(Simulator::new(options).unwrap())).await.unwrap()
}

#[tokio::test]
async fn first_visits_find_their_answers() {
    let record = record().await;
    for catalog in CATALOGS {
        let view = ViewState::of(catalog);
        for target in plan(&view) {
            let params = if let Some(level) = target.level(&view) {
                (level.request)(&target, Span { offset: 0, limit: 100 })
            } else {
                let limit = catalog.page_size(&view.values);
                (catalog.request)(&target, &view.values, Span { offset: 0, limit })
            };
            let form = params.into_form().reveal().to_owned();
            assert!(record.answers.contains_key(&form), "{form}");
        }
    }
}

#[tokio::test]
async fn rows_find_what_they_ask_for_when_they_are_opened() {
    let record = record().await;
    for action in ["GetImageTag", "DescribeCommunityImages"] {
        let of_one = |form: &str| form.contains("ImageName=") || form.contains("CompShareImageId=");
        let asked = record.answers.keys().filter(|it| it.starts_with(&format!("Action={action}&")));
        assert!(asked.filter(|it| of_one(it)).count() >= 30, "{action}");
    }
}

#[tokio::test]
async fn each_action_has_a_file_and_no_file_holds_a_key() {
    let files = record().await.files();
    assert!(files["index.json"].contains(sample::FORMAT));
    for (name, content) in &files {
        let action = name.strip_suffix(".json").unwrap();
        assert!(action == "index" || ACTIONS.iter().any(|it| it.name == action), "{name}");
        for secret in [PUBLIC_KEY, PRIVATE_KEY, "Signature", "PublicKey"] {
            assert!(!content.contains(secret), "{secret} in {name}");
        }
    }
}
