//! The answer of `GetImageTag` (`api/uhub-api/get_image_tag.md`).

use serde::Serialize;

use super::odd_time::OddTime;
use crate::models::registry::tags::Tag;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct TagList {
    total_count: u64,
    tag_set: Vec<TagRow>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct TagRow {
    tag_name: String,
    update_time: OddTime,
    digest: String,
}

impl TagList {
    /// The tags with their numbers in the whole list.
    pub(crate) fn new(total_count: u64, tags: impl Iterator<Item = (u64, Tag)>) -> Self {
        let rows = tags.map(|(row, tag)| TagRow {
            digest: tag.digest(),
            tag_name: tag.name,
            update_time: OddTime::new(tag.pushed, row),
        });
        Self { total_count, tag_set: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::dice::Dice;

    #[test]
    fn a_row_as_on_the_wire() {
        let tag = Tag { name: "1.10".into(), pushed: 1_700_000_000, content: Dice::new(1) };
        let row = json!({"TagName": "1.10", "UpdateTime": "2023-11-14 22:13:20",
            "Digest": tag.digest()});
        let list = serde_json::to_value(TagList::new(3, [(2, tag)].into_iter())).unwrap();
        assert_eq!(list, json!({"TotalCount": 3, "TagSet": [row]}));
    }
}
