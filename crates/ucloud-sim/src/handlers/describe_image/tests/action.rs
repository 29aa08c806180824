//! Row by row what is known about the action: a test for each fact.

use super::*;

#[test]
fn newer_parameters_and_fields_are_there() {
    let world = World::new(1, None);
    let total = |query: &str| ask(&world, &format!("Region=cn-bj2&{query}")).0;
    assert!(total("FuncType=app") < total(""));
    assert!(total("Tag=Default") < total(""));
    assert_eq!(total("ImageIds.0=uimage-nothing"), 0);
    assert!(everything().iter().all(|row| row["Tag"].is_string()));
    varies(|row| row["Tag"] == "Default");
    varies(|row| row["DataSnapshotIds"][0].is_string());
}

#[test]
fn wrong_values_of_func_type_are_ignored_in_silence() {
    let world = World::new(1, None);
    assert_eq!(ask(&world, "Region=hk&FuncType=nonsense"), ask(&world, "Region=hk"));
}

#[test]
fn func_type_may_come_more_than_once() {
    let world = World::new(1, None);
    let thrice = ask(&world, "Region=hk&FuncType=gpu&FuncType=gpu&FuncType=gpu");
    assert_eq!(thrice, ask(&world, "Region=hk&FuncType=gpu"));
}

#[test]
fn fields_that_the_printed_example_misses_are_not_in_every_row() {
    for field in ["MaintainEol", "SupportedGPUTypes", "SceneCategories", "PrimarySoftware"] {
        varies(|row| row.get(field).is_none());
        for row in everything().iter().filter(|row| row.get(field).is_none()) {
            assert_eq!(row["ImageType"], "Custom", "{field}");
        }
    }
}

#[test]
fn func_type_is_set_for_the_market_only_and_may_be_free_text() {
    assert!(everything().iter().all(|row| row["FuncType"].is_string() == is_business(row)));
    let known = [r#""gpu""#, r#""app""#, r#""uhost""#, "null"].map(String::from).into();
    let found = values("FuncType");
    assert!(found.is_superset(&known) && found.len() > known.len(), "{found:?}");
}

fn is_business(row: &Value) -> bool {
    row["ImageType"] == "Business"
}

#[test]
fn the_market_is_business_in_request_and_answer() {
    let (total, rows) = ask(natural_world(), "Region=hk&ImageType=Business&Limit=1000");
    assert!(total > 0 && rows.iter().all(is_business));
    for field in ["Vendor", "Links", "IntegratedSoftware"] {
        assert!(everything().iter().all(|row| row.get(field).is_some() == is_business(row)));
    }
}

#[test]
fn states_are_these_four_and_one_of_them_in_two_spellings() {
    let expected = ["Available", "Copying", "Making", "UnAvailable", "Unavailable"];
    assert_eq!(values("State"), expected.map(|state| format!("\"{state}\"")).into());
}

#[test]
fn minimal_cpu_is_empty_or_broadwell_for_three_systems() {
    for row in everything() {
        let is_old = ["7.3", "7.4", "7.5"].map(|version| format!("CentOS {version} 64位"));
        let expected = if is_old.contains(&text(row, "OsName").into()) { "Broadwell" } else { "" };
        assert_eq!(row["MinimalCPU"], expected, "{row}");
    }
    varies(|row| row["MinimalCPU"] == "Broadwell");
}

#[test]
fn maintain_eol_is_a_day_or_empty() {
    varies(|row| row["MaintainEol"] == "");
    for row in everything().iter().filter(|row| !text(row, "MaintainEol").is_empty()) {
        let parts: Vec<_> = text(row, "MaintainEol").split('/').map(str::len).collect();
        assert_eq!(parts, [4, 2, 2], "{row}");
    }
    let ends = |system: &str, day: &str| {
        let of = |row: &&&Value| text(row, "OsName").starts_with(system);
        assert!(rows_of("Base").iter().filter(of).all(|row| row["MaintainEol"] == day), "{system}");
    };
    ends("CentOS 7", "2024/06/30");
    ends("CentOS 8", "2021/12/31");
}

#[test]
fn names_may_carry_a_mark_that_the_end_has_come() {
    varies(|row| text(row, "ImageName").ends_with("「EOL」"));
    for row in everything().iter().filter(|row| text(row, "ImageName").contains("EOL")) {
        assert!(text(row, "MaintainEol") < "2022/01/01" && row["ImageType"] == "Base", "{row}");
        assert!(!text(row, "OsName").contains("EOL"), "{row}");
    }
}

#[test]
fn zone_is_empty_for_images_of_the_whole_region() {
    varies(|row| row["Zone"] == "");
    let (_, of_zone) = ask(natural_world(), "Region=hk&Zone=hk-02&Limit=1000");
    assert!(of_zone.iter().any(|row| row["Zone"] == ""));
    assert!(of_zone.iter().all(|row| row["Zone"] == "" || row["Zone"] == "hk-02"));
}

#[test]
fn os_type_is_a_distribution_in_old_custom_images() {
    let distributions = |row: &Value| !["Linux", "Windows"].contains(&text(row, "OsType"));
    varies(distributions);
    for row in everything().iter().filter(|row| distributions(row)) {
        assert!(text(row, "OsName").starts_with(text(row, "OsType")), "{row}");
        assert_eq!(row["ImageType"], "Custom", "{row}");
    }
}

#[test]
fn other_states_are_listed_as_well() {
    for kind in ["Base", "Business", "Custom"] {
        assert!(rows_of(kind).iter().any(|row| row["State"] != "Available"), "{kind}");
    }
}

#[test]
fn the_zone_of_compshare_lists_plain_systems_and_no_machines() {
    let (_, rows) = ask(natural_world(), "Region=cn-wlcb&Zone=cn-wlcb-01&Limit=1000");
    assert!((60..110).contains(&rows.len()), "{}", rows.len());
    for row in rows {
        assert!(text(&row, "ImageId").starts_with("uimage-"), "{row}");
        let machines = row.get("SupportedGPUTypes").and_then(Value::as_array);
        assert!(machines.is_none_or(Vec::is_empty), "{row}");
    }
    varies(|row| row["SupportedGPUTypes"][0].is_string());
}

#[test]
fn a_custom_image_has_the_limits_of_its_parent() {
    let limits = |row: &Value| (row["OsName"].to_string(), row["Features"].to_string());
    let parents: BTreeSet<_> = rows_of("Base").into_iter().map(limits).collect();
    for row in rows_of("Custom") {
        let is_windows = text(row, "OsName").starts_with("Windows");
        assert_eq!(row["OsType"] == "Windows", is_windows, "{row}");
        assert!(parents.contains(&limits(row)), "{row}");
    }
}

#[test]
fn machines_and_images_match_by_features_and_names() {
    let is_virtual = |row: &Value| {
        row["Features"]
            .as_array()
            .unwrap()
            .iter()
            .any(|it| it.as_str().unwrap().starts_with("Vgpu_"))
    };
    let is_fast = |row: &Value| has_feature(row, "RssdAttachable");
    varies(|row| is_fast(row) && !is_virtual(row));
    varies(|row| is_fast(row) && is_virtual(row));
    varies(|row| has_feature(row, "Aarch64_Type"));
    varies(|row| text(row, "ImageName").contains("高内核"));
    for row in everything() {
        assert!(is_fast(row) || !has_feature(row, "Aarch64_Type"), "{row}");
    }
}
