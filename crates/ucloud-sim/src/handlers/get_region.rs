//! `GetRegion`: where the account may work, one row for each zone.

use super::Call;
use crate::{refusal::Refusal, serializers::region::RegionList};

/// Answers `GetRegion`; it takes no parameters.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    call.answer(&RegionList::new())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::handlers::tests::{call, natural_world};

    #[test]
    fn all_regions_and_zones() {
        let answer = call(natural_world(), "Action=GetRegion").unwrap();
        let rows = answer["Regions"].as_array().unwrap();
        let distinct = |field: &str| {
            rows.iter().map(|row| row[field].to_string()).collect::<BTreeSet<_>>().len()
        };
        assert_eq!(rows.len(), 43);
        assert_eq!((distinct("Region"), distinct("Zone"), distinct("RegionId")), (33, 43, 43));
        assert_eq!(rows.iter().filter(|row| row["IsDefault"] == true).count(), 1);
    }

    #[test]
    fn a_row_is_a_zone_with_these_fields() {
        let answer = call(natural_world(), "Action=GetRegion").unwrap();
        for row in answer["Regions"].as_array().unwrap() {
            let keys: Vec<_> = row.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, ["BitMaps", "IsDefault", "Region", "RegionId", "RegionName", "Zone"]);
            assert!(row["RegionId"].is_u64() && row["IsDefault"].is_boolean());
            assert!(row["Zone"].as_str().unwrap().starts_with(row["Region"].as_str().unwrap()));
        }
    }

    #[test]
    fn surprise_20_the_financial_region_is_listed_and_closed_zones_are_not() {
        let answer = call(natural_world(), "Action=GetRegion").unwrap();
        let rows = answer["Regions"].as_array().unwrap();
        let having =
            |field: &str, value: &str| rows.iter().filter(|row| row[field] == value).count();
        assert_eq!(having("Region", "cn-sh"), 3);
        for closed in ["cn-zj-01", "cn-north-01", "hk-01", "cn-bj2-04", "th-bkk-01"] {
            assert_eq!(having("Zone", closed), 0, "{closed}");
        }
    }

    #[test]
    fn surprise_21_names_of_regions_are_chinese_only() {
        let answer = call(natural_world(), "Action=GetRegion").unwrap();
        for row in answer["Regions"].as_array().unwrap() {
            assert!(
                !row["RegionName"].as_str().unwrap().contains(|it: char| it.is_ascii_alphabetic())
            );
        }
    }
}
