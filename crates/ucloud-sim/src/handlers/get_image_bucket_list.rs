//! `GetImageBucketList`: the buckets of one region.

use super::{Call, registry};
use crate::{
    models::registry::bucket::{Bucket, Owner},
    refusal::Refusal,
    serializers::bucket::BucketList,
};

/// Answers `GetImageBucketList`.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    let buckets = registry::buckets(call)?;
    registry::check_order(call)?;
    let owner = call.params.choice("BucketType", owner)?.flatten();
    let name = call.params.text("BucketName");
    let takes = |bucket: &&Bucket| {
        owner.is_none_or(|owner| bucket.owner == owner)
            && name.as_ref().is_none_or(|name| bucket.name == *name)
    };
    let found: Vec<_> = buckets.iter().filter(takes).collect();
    let shown = registry::shown(registry::page(call)?, &found);
    call.answer(&BucketList::new(found.len(), shown))
}

/// `BucketType` asks for the owner, or for all; the field of that name says who may look.
fn owner(name: &str) -> Option<Option<Owner>> {
    match name {
        "All" => Some(None),
        "User" => Some(Some(Owner::Account)),
        "Share" => Some(Some(Owner::ThirdParty)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::{
        handlers::tests::{call, natural_world},
        models::region::REGIONS,
    };

    fn ask(query: &str) -> (u64, Vec<Value>) {
        let query = format!("Action=GetImageBucketList&{query}");
        let answer = call(natural_world(), &query).unwrap();
        (answer["TotalCount"].as_u64().unwrap(), answer["ImageSet"].as_array().unwrap().clone())
    }

    fn column(rows: &[Value], field: &str) -> Vec<String> {
        rows.iter().map(|row| row[field].as_str().unwrap().to_owned()).collect()
    }

    #[track_caller]
    fn refuses(query: &str, code: i64, message: &str) {
        let query = format!("Action=GetImageBucketList&{query}");
        let refusal = call(natural_world(), &query).unwrap_err();
        assert_eq!((refusal.code, refusal.message.as_str()), (code, message));
    }

    #[test]
    fn refusals() {
        refuses("Region=cn-mars", 230, "Params [Region] not available");
        refuses("Region=hk&BucketType=Private", 230, "Params [BucketType] not available");
        refuses("Region=hk&OrderBy=Name", 230, "Params [OrderBy] not available");
        refuses("Region=hk&Limit=x", 210, "Params [Limit] must be an integer of 0 or more");
    }

    #[test]
    fn ugc_region_is_required() {
        refuses("BucketName=ucs", 210, "Missing params [Region]");
    }

    /// It is under this name that `ask` finds them.
    #[test]
    fn ugc_image_set_is_a_list_of_buckets() {
        let (_, rows) = ask("Region=hk");
        assert!(rows.iter().all(|row| row["ImageCount"].is_u64() && row["BucketName"].is_string()));
    }

    #[test]
    fn pages_are_the_whole() {
        let (total, whole) = ask("Region=hk");
        assert_eq!(whole.len() as u64, total);
        let pages =
            (0..total).flat_map(|offset| ask(&format!("Region=hk&Limit=1&Offset={offset}")).1);
        assert_eq!(pages.collect::<Vec<_>>(), whole);
        assert_eq!(ask("Region=hk&Offset=50"), (total, vec![]));
        assert_eq!(ask("Region=hk&OrderBy=Default&BucketType=All&Limit=20&Offset=0").1, whole);
    }

    #[test]
    fn a_bucket_is_found_by_its_own_name() {
        let (total, rows) = ask("Region=hk&BucketName=ucs");
        assert_eq!((total, rows[0]["BucketName"].as_str()), (1, Some("ucs")));
        let (total, rows) = ask("Region=hk&BucketName=library");
        assert_eq!(total, 1);
        let shown = rows[0]["BucketName"].as_str().unwrap();
        assert_eq!(ask(&format!("Region=hk&BucketName={shown}")).0, 0);
        assert_eq!(ask("Region=hk&BucketName=uc").0, 0);
    }

    #[test]
    fn surprise_12_asked_by_owner_and_answered_by_access() {
        let types = |query: &str| column(&ask(query).1, "BucketType");
        let (mut of_user, mut of_share) = (vec![], vec![]);
        for region in REGIONS {
            of_user.extend(types(&format!("Region={}&BucketType=User", region.id)));
            of_share.extend(types(&format!("Region={}&BucketType=Share", region.id)));
        }
        assert!(of_share.iter().all(|access| access == "Public"));
        assert!(of_user.iter().any(|access| access == "Public"));
        assert!(of_user.iter().any(|access| access == "Private"));
    }

    #[test]
    fn surprise_12_ugc_bucket_list_example_names_some_buckets_by_a_reference() {
        let names = column(&ask("Region=cn-bj2").1, "BucketName");
        assert!(names.iter().any(|name| name == "ucs"));
        let reference = names.iter().find(|name| name.starts_with("ucsdr.ucloud.cn:5000/library/"));
        let (_, tag) = reference.unwrap().rsplit_once('/').unwrap().1.split_once(':').unwrap();
        assert!(!tag.is_empty());
    }

    #[test]
    fn ugc_bucket_type_defaults_to_all() {
        let count = |query: &str| ask(query).0;
        let all = count("Region=cn-bj2");
        assert_eq!(count("Region=cn-bj2&BucketType=All"), all);
        let parts =
            count("Region=cn-bj2&BucketType=User") + count("Region=cn-bj2&BucketType=Share");
        assert_eq!(parts, all);
    }

    #[test]
    fn ugc_total_count_counts_buckets() {
        let (total, rows) = ask("Region=cn-bj2&Limit=2");
        let images: u64 = rows.iter().map(|row| row["ImageCount"].as_u64().unwrap()).sum();
        assert!((4..=8).contains(&total) && images != total, "{total}, {images} images");
    }
}
