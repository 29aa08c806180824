//! The answer of `GetImageBucketList` (`api/ugc-api/get_image_bucket_list.md`).

use serde::Serialize;

use crate::models::registry::{Access, bucket::Bucket};

/// The list is called `ImageSet` although it holds buckets, which `TotalCount` counts.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct BucketList {
    total_count: usize,
    image_set: Vec<BucketRow>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct BucketRow {
    bucket_name: String,
    bucket_type: &'static str,
    image_count: u64,
    create_time: i64,
}

impl BucketList {
    pub(crate) fn new(total_count: usize, buckets: &[&Bucket]) -> Self {
        let rows = buckets.iter().map(|bucket| BucketRow {
            bucket_name: bucket.shown_name(),
            bucket_type: bucket_type(bucket.access),
            image_count: bucket.images,
            create_time: bucket.created,
        });
        Self { total_count, image_set: rows.collect() }
    }
}

fn bucket_type(access: Access) -> &'static str {
    match access {
        Access::Private => "Private",
        Access::Public => "Public",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::models::registry::bucket::Buckets;

    #[test]
    fn a_row_as_on_the_wire() {
        let buckets = Buckets::new(1, Some(10));
        let bucket = &buckets.region("cn-bj2").unwrap()[0];
        let row = json!({"BucketName": "ucs", "BucketType": "Public", "ImageCount": 10,
            "CreateTime": bucket.created});
        let list = serde_json::to_value(BucketList::new(7, &[bucket])).unwrap();
        assert_eq!(list, json!({"TotalCount": 7, "ImageSet": [row]}));
    }
}
