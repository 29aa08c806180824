//! What somebody who only reads the documentation would get wrong about the action. The numbers are
//! those of the list of surprises, in which other actions and `tests/http` have the rest.

use super::*;

#[test]
fn surprise_8_net_enhanced_is_misspelt_and_a_state_has_two_spellings() {
    varies(|row| has_feature(row, "NetEnhnced"));
    assert!(!everything().iter().any(|row| has_feature(row, "NetEnhanced")));
    varies(|row| row["State"] == "Unavailable");
    varies(|row| row["State"] == "UnAvailable");
}

#[test]
fn surprise_10_times_are_numbers_here() {
    for row in everything() {
        assert!(row["CreateTime"].as_i64() > Some(1_388_534_399), "{row}");
    }
}

#[test]
fn surprise_11_sizes_are_in_gigabytes() {
    for row in everything() {
        let least = if row["OsType"] == "Windows" { 40 } else { 20 };
        assert!((least..=500).contains(&row["ImageSize"].as_u64().unwrap()), "{row}");
    }
    for (os_type, size) in [("Linux", 20), ("Windows", 40)] {
        let of = |row: &&&Value| row["OsType"] == os_type;
        assert!(rows_of("Base").iter().filter(of).all(|row| row["ImageSize"] == size));
    }
}

#[test]
fn surprise_13_a_region_is_needed_and_ids_differ_from_zone_to_zone() {
    let missing = call(natural_world(), "Action=DescribeImage").unwrap_err();
    assert_eq!((missing.code, missing.message.as_str()), (210, "Missing params [Region]"));
    let base = rows_of("Base");
    let same: Vec<_> = base.iter().filter(|row| row["ImageName"] == "CentOS 7.6 64位").collect();
    let distinct = |field: &str| same.iter().map(|row| text(row, field)).collect::<BTreeSet<_>>();
    assert!(same.len() > 35, "{}", same.len());
    assert_eq!(distinct("Zone").len(), same.len());
    assert_eq!(distinct("ImageId").len(), same.len());
}

#[test]
fn surprise_13_an_id_of_one_region_is_unknown_in_another() {
    let world = World::new(1, None);
    let (_, rows) = ask(&world, "Region=hk");
    let found = |region: &str| {
        ask(&world, &format!("Region={region}&ImageId={}", text(&rows[0], "ImageId"))).0
    };
    assert_eq!((found("hk"), found("sg")), (1, 0));
}

#[test]
fn surprise_15_price_set_is_a_flag_that_asks_and_a_list_that_answers() {
    let world = World::new(1, None);
    let plain = ask(&world, "Region=hk&ImageType=Business").1;
    assert!(plain.iter().all(|row| row.get("PriceSet").is_none()));
    assert_eq!(ask(&world, "Region=hk&ImageType=Business&PriceSet=0").1, plain);
    assert!(everything().iter().all(|row| row["PriceSet"].is_array()));
    varies(|row| row["PriceSet"][0]["Price"].as_f64() > Some(0.0));
    let kinds: BTreeSet<_> =
        everything().iter().map(|row| row["PriceSet"][0]["ChargeType"].to_string()).collect();
    assert_eq!(kinds, ["\"Month\"", "null"].map(String::from).into());
}

#[test]
fn surprise_15_prices_are_yuan_with_two_decimals_below_the_original() {
    let prices = everything().iter().flat_map(|row| row["PriceSet"].as_array().unwrap());
    for price in prices {
        let yuan = |field: &str| price[field].as_f64().unwrap();
        assert!(((yuan("Price") * 100.0).round() / 100.0 - yuan("Price")).abs() < f64::EPSILON);
        assert!(yuan("Price") <= yuan("OriginalPrice"), "{price}");
    }
}

#[test]
fn surprise_16_a_page_is_as_long_as_one_asks() {
    let world = World::new(1, Some(3_000));
    assert_eq!(ask(&world, "Region=hk&Limit=3000").1.len(), 3_000);
    assert_eq!(ask(&world, "Region=hk&Limit=500").1.len(), 500);
}

#[test]
fn surprise_20_each_listed_zone_answers_and_others_are_refused() {
    let world = World::new(1, Some(3));
    for region in REGIONS {
        for zone in region.zones {
            let query = format!("Action=DescribeImage&Region={}&Zone={zone}", region.id);
            assert_eq!(call(&world, &query).unwrap()["RetCode"], 0, "{zone}");
        }
    }
    let refused = |place: &str| call(&world, &format!("Action=DescribeImage&{place}")).unwrap_err();
    for closed in ["Region=cn-zj", "Region=cn-sh2&Zone=cn-zj-01", "Region=hk&Zone=hk-01"] {
        assert_eq!(refused(closed).code, 230, "{closed}");
    }
}
