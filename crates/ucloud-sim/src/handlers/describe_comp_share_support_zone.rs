//! `DescribeCompShareSupportZone`: where CompShare is.

use super::Call;
use crate::{
    models::{
        compshare::{ZONES, zones_in},
        region::REGIONS,
    },
    refusal::Refusal,
    serializers::compshare::ZoneList,
};

/// Answers `DescribeCompShareSupportZone`: the zones of one region, or all.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    let Some(id) = call.params.text("Region") else {
        return call.answer(&ZoneList::new(ZONES.iter()));
    };
    let region = REGIONS.iter().find(|region| region.id == id);
    let region = region.ok_or_else(|| Refusal::not_available("Region"))?;
    call.answer(&ZoneList::new(zones_in(region)))
}

#[cfg(test)]
mod tests {
    use crate::{
        handlers::tests::{call, natural_world},
        models::world::World,
    };

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let query = format!("Action=DescribeCompShareSupportZone{query}");
        let answer = call(natural_world(), &query).unwrap();
        let rows = answer["ZoneInfo"].as_array().unwrap();
        let zones: Vec<_> = rows.iter().map(|row| row["Zone"].as_str().unwrap()).collect();
        assert_eq!(zones, expected, "{query}");
    }

    #[test]
    fn zones_of_a_region_or_all() {
        check("", &["cn-wlcb-01", "cn-sh2-02"]);
        check("&Region=", &["cn-wlcb-01", "cn-sh2-02"]);
        check("&Region=cn-sh2", &["cn-sh2-02"]);
        check("&Region=hk", &[]);
    }

    #[test]
    fn a_region_must_exist() {
        let world = World::new(1, None);
        let refusal = call(&world, "Action=DescribeCompShareSupportZone&Region=cn-mars");
        assert_eq!(refusal.unwrap_err().code, 230);
    }
}
