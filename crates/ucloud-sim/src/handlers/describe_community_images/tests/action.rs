//! Row by row what is known about the action: a test for each fact.

use serde_json::json;

use super::*;

#[test]
fn the_list_is_groups_of_versions_and_no_image_set() {
    let page = answer(natural_world(), "");
    let keys: Vec<_> = page.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        ["Action", "AvailableTotalCount", "CompshareImageGroup", "RetCode", "TotalCount"]
    );
    assert_eq!(page["Action"], "DescribeCommunityImagesResponse");
}

#[test]
fn a_group_has_these_fields() {
    for group in everything() {
        let keys: Vec<_> = group.as_object().unwrap().keys().map(String::as_str).collect();
        #[rustfmt::skip] // as a list, not as a column
        assert_eq!(keys, [
            "CreatedCount", "Data", "FavoritesCount", "GroupId", "ImageDesc", "ImageName",
            "ImageUseTime", "IsFavorite", "RecommendCount", "Status",
        ]);
    }
}

#[test]
fn a_row_has_the_documented_fields_and_the_newer_ones() {
    for row in all_rows() {
        let keys: Vec<_> = row.as_object().unwrap().keys().map(String::as_str).collect();
        #[rustfmt::skip] // as a list, not as a column
        assert_eq!(keys, [
            "AuthInfo", "Author", "AutoStart", "CompShareImageId", "Container", "Cover",
            "CreateTime", "CreatedCount", "Description", "FailedReason", "FavoritesCount",
            "FirewallPorts", "GroupId", "ImageCharge", "ImageOwnerAlias", "ImageSupportZone",
            "ImageType", "ImageUseTime", "IsOfficial", "Name", "Owner", "Price", "PubTime",
            "QrCodeUrl", "Readme", "Size", "SoftwarePorts", "Softwares", "SourceGpuType", "Status",
            "SupportedGpuTypes", "Tags", "UpdateTime", "VersionDesc", "VersionName", "Visibility",
        ]);
    }
}

#[test]
fn the_id_is_not_called_image_id_as_in_the_printed_example() {
    assert!(all_rows().iter().all(|row| row.get("ImageId").is_none()));
}

#[test]
fn limit_is_text_or_a_number() {
    let ask = |limit: Value| answer_json(&json!({"Region": "cn-wlcb", "Limit": limit})).unwrap();
    assert_eq!(ask(json!("7")), ask(json!(7)));
    assert_eq!(groups(&ask(json!(7))).len(), 7);
}

#[test]
fn the_direction_is_text_or_a_flag() {
    let ask =
        |asc: Value| answer_json(&json!({"Region": "cn-wlcb", "SortCondition.ASC": asc})).unwrap();
    assert_eq!(ask(json!("true")), ask(json!(true)));
    assert_eq!(ask(json!("false")), ask(json!(false)));
    assert_ne!(ask(json!(true)), ask(json!(false)));
}

#[test]
fn the_zone_may_be_left_out() {
    let world = World::new(1, None);
    assert_eq!(answer(&world, ""), answer(&world, "Zone=cn-wlcb-01"));
}

#[test]
fn several_tags_are_an_intersection() {
    let world = World::new(1, None);
    let count = |query: &str| all_groups(&world, query).len();
    assert!(count("Tag.0=LLM&Tag.1=vLLM") < count("Tag.0=LLM"));
    assert_eq!(count("Tag.0=LLM&Tag.1=vLLM"), count("Tag.0=vLLM&Tag.1=LLM"));
}

#[test]
fn some_kinds_of_machine_are_named_twice() {
    varies(all_rows(), |row| {
        let list = row["SupportedGpuTypes"].as_array();
        list.is_some_and(|list| {
            list.iter().map(Value::to_string).collect::<BTreeSet<_>>().len() < list.len()
        })
    });
}

#[test]
fn software_ports_zones_and_pictures_have_their_own_fields() {
    let rows = all_rows();
    varies(rows, |row| row["SoftwarePorts"][0]["Software"] == "ComfyUI");
    varies(rows, |row| row["SoftwarePorts"][0]["Port"].is_u64());
    varies(rows, |row| row["FirewallPorts"][0].is_u64());
    varies(rows, |row| row["QrCodeUrl"] == "");
    for row in rows {
        let zone = &row["ImageSupportZone"][0];
        assert!(zone["Zone"].is_string() && zone["ZoneId"].is_u64());
        assert!(row["UpdateTime"].as_i64() >= row["PubTime"].as_i64());
        for url in [&row["Cover"], &row["QrCodeUrl"]] {
            let url = url.as_str().unwrap();
            let host = url.strip_prefix("https://").and_then(|rest| rest.split('/').next());
            assert!(url.is_empty() || host.is_some_and(|host| host.ends_with(".example.com")));
        }
    }
}

#[test]
fn softwares_are_null_or_an_object_whose_index_is_zero() {
    let rows = all_rows();
    varies(rows, |row| row["Softwares"].is_null());
    for software in rows.iter().map(|row| &row["Softwares"]).filter(|it| !it.is_null()) {
        let keys: Vec<_> = software.as_object().unwrap().keys().map(String::as_str).collect();
        #[rustfmt::skip] // as a list, not as a column
        assert_eq!(keys, [
            "Applications", "CUDAVersion", "Framework", "FrameworkVersion", "FrameworkVersionIndex",
            "OsVersion", "PythonVersion",
        ]);
        assert_eq!(software["FrameworkVersionIndex"], 0);
    }
    varies(rows, |row| row["Softwares"]["Applications"].is_array());
    varies(rows, |row| row["Softwares"]["FrameworkVersion"] == "");
}

#[test]
fn readmes_stay_away_only_when_that_is_asked() {
    let world = World::new(1, None);
    let lean = groups(&answer(&world, "ExcludeReadme=true"));
    let rows = lean.iter().flat_map(|group| group["Data"].as_array().unwrap());
    assert!(rows.into_iter().all(|row| row.get("Readme").is_none()));
    assert_eq!(answer(&world, "ExcludeReadme=false"), answer(&world, ""));
}

#[test]
fn authors_are_ordinary_official_or_certified() {
    let rows = all_rows();
    assert_eq!(values(rows, "AuthInfo"), ["0", "1", "2"].map(String::from).into());
    for row in rows {
        let is_official = row["AuthInfo"] == 1;
        assert_eq!(row["IsOfficial"], is_official);
        assert_eq!(row["ImageOwnerAlias"] == "Official", is_official);
        assert_eq!(row["Owner"]["AccountName"], row["Author"]);
    }
}

#[test]
fn a_price_is_in_steps_of_a_hundredth_and_a_flag_says_whether_it_costs() {
    let rows = all_rows();
    varies(rows, |row| row["ImageCharge"] == true);
    for row in rows {
        let price = row["Price"].as_f64().unwrap();
        assert_eq!(row["ImageCharge"], price > 0.0);
        assert!(((price * 100.0).round() / 100.0 - price).abs() < f64::EPSILON);
    }
}

#[test]
fn counts_and_hours_of_the_versions_are_those_of_the_group() {
    let number = |value: &Value| {
        value.as_u64().or_else(|| value.as_str().and_then(|digits| digits.parse().ok())).unwrap()
    };
    for group in everything() {
        for field in ["CreatedCount", "ImageUseTime"] {
            let rows = group["Data"].as_array().unwrap();
            let sum: u64 = rows.iter().map(|row| number(&row[field])).sum();
            assert_eq!(group[field], sum, "{field}");
        }
    }
}

#[test]
fn rows_repeat_the_name_and_the_id_of_their_group() {
    let all = everything();
    for group in all {
        for row in group["Data"].as_array().unwrap() {
            assert_eq!(row["Name"], group["ImageName"]);
            assert_eq!(row["GroupId"], group["GroupId"]);
        }
    }
    assert!(values(all, "ImageName").len() < all.len(), "no two works have the same name");
}

#[test]
fn types_of_image_occur_that_the_page_does_not_list() {
    let types = values(all_rows(), "ImageType");
    assert_eq!(types, [r#""Community""#, r#""Game""#, r#""Other""#].map(String::from).into());
}

#[test]
fn names_are_asked_for_in_their_own_case_and_not_in_chinese() {
    let world = World::new(1, None);
    let total = |name: &str| all_groups(&world, &format!("Name={name}")).len();
    assert!(total("ComfyUI") > 0 && total("comfyui") > 0);
    assert_ne!(total("ComfyUI"), total("comfyui"));
    assert_eq!((total("COMFYUI"), total("数字人")), (0, 0));
    assert!(!all_groups(&world, "FuzzySearch=数字人").is_empty());
}

#[test]
fn there_are_about_743_groups_of_one_to_six_versions() {
    let all = everything();
    let counts: BTreeSet<_> =
        all.iter().map(|group| group["Data"].as_array().unwrap().len()).collect();
    assert_eq!((all.len(), counts), (743, (1..=6).collect()));
}

#[test]
fn names_of_versions_are_not_in_order_as_plain_text() {
    let all = everything();
    let oldest_first = |group: &Value| -> Vec<String> {
        let rows = group["Data"].as_array().unwrap().iter().rev();
        rows.map(|row| row["VersionName"].as_str().unwrap().to_owned()).collect()
    };
    varies(all, |group| {
        oldest_first(group).starts_with(&["v1.9", "v1.10", "V2.0"].map(String::from))
    });
    varies(all, |group| oldest_first(group).is_sorted());
}

#[test]
fn some_groups_are_favourites_of_the_account() {
    varies(everything(), |group| group["IsFavorite"] == true);
}
