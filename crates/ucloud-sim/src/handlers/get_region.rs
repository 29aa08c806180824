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

    use crate::{handlers::tests::call, models::world::World};

    #[test]
    fn all_regions_and_zones() {
        let answer = call(&World::new(1, None), "Action=GetRegion").unwrap();
        let rows = answer["Regions"].as_array().unwrap();
        let distinct = |field: &str| {
            rows.iter().map(|row| row[field].to_string()).collect::<BTreeSet<_>>().len()
        };
        assert_eq!(rows.len(), 43);
        assert_eq!((distinct("Region"), distinct("Zone"), distinct("RegionId")), (33, 43, 43));
        assert_eq!(rows.iter().filter(|row| row["IsDefault"] == true).count(), 1);
    }
}
