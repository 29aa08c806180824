//! The answer of `GetRepoImage` (`api/uhub-api/get_repo_image.md`).

use serde::Serialize;

use super::odd_time::OddTime;
use crate::models::registry::repo_image::RepoImage;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct RepoImageList {
    total_count: u64,
    /// Null when there is none.
    image_set: Option<Vec<RepoImageRow>>,
}

/// `RepoName` is absent: the documentation requires it, and its example has it in no row.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct RepoImageRow {
    image_name: String,
    pull_count: u64,
    create_time: OddTime,
    update_time: OddTime,
    latest_tag: String,
}

impl RepoImageList {
    /// The images with their numbers in the whole list.
    pub(crate) fn new(total_count: u64, images: impl Iterator<Item = (u64, RepoImage)>) -> Self {
        let rows: Vec<_> = images.map(|(row, image)| RepoImageRow::new(row, image)).collect();
        Self { total_count, image_set: (!rows.is_empty()).then_some(rows) }
    }
}

impl RepoImageRow {
    fn new(row: u64, image: RepoImage) -> Self {
        Self {
            image_name: image.name,
            pull_count: image.pulls,
            create_time: OddTime::new(image.created, row),
            update_time: OddTime::new(image.updated, row),
            latest_tag: image.tags.newest_name(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        dice::Dice,
        models::registry::{program::Style, tags::Tags},
    };

    fn image(updated: i64, count: u64) -> RepoImage {
        let (created, dice) = (1_500_000_000, Dice::new(1));
        let tags = Tags { style: Style::Counter, count, created, updated, dice };
        RepoImage { name: "nginx".into(), pulls: 4, created, updated, tags }
    }

    #[track_caller]
    fn check(images: impl Iterator<Item = (u64, RepoImage)>, image_set: &Value) {
        let list = serde_json::to_value(RepoImageList::new(5, images)).unwrap();
        assert_eq!(list, json!({"TotalCount": 5, "ImageSet": image_set}));
    }

    #[test]
    fn rows_as_on_the_wire() {
        let tagged = json!({"ImageName": "nginx", "PullCount": 4, "CreateTime": 1_500_000_000,
            "UpdateTime": 1_600_000_000, "LatestTag": "3"});
        check([(0, image(1_600_000_000, 3))].into_iter(), &json!([tagged]));
        let untagged = json!({"ImageName": "nginx", "PullCount": 4, "CreateTime": "1500000000",
            "UpdateTime": 0, "LatestTag": ""});
        check([(1, image(0, 0))].into_iter(), &json!([untagged]));
    }

    #[test]
    fn no_rows_are_null() {
        check(std::iter::empty(), &Value::Null);
    }
}
