//! What somebody who only reads the documentation would get wrong about the action. The numbers are
//! those of the list of surprises, in which other actions have the rest.

use serde_json::json;

use super::*;

#[test]
fn surprise_1_the_answer_holds_groups_with_their_versions() {
    let page = answer(natural_world(), "");
    assert!(page.get("ImageSet").is_none() && page.get("ImageSetGroup").is_none());
    assert_eq!(groups(&page).len(), 20);
    assert!(groups(&page).iter().all(|group| group["Data"][0]["CompShareImageId"].is_string()));
    assert!(answer(natural_world(), "Offset=743")["CompshareImageGroup"].is_null());
}

#[test]
fn surprise_5_nested_json_is_refused_and_dotted_names_are_not() {
    let nested = [
        ("Tag", json!({"Region": "cn-wlcb", "Tag": ["LLM", "RAG"]})),
        ("SortCondition", json!({"Region": "cn-wlcb", "SortCondition": {"ASC": true}})),
    ];
    for (name, body) in nested {
        let message = format!("Params [api.DescribeCommunityImages.Request.{name}] not available");
        let refusal = answer_json(&body).unwrap_err();
        assert_eq!((refusal.code, refusal.message), (230, message));
    }
    let dotted = json!({"Region": "cn-wlcb", "Tag.0": "LLM", "Tag.1": "RAG"});
    let expected = answer(natural_world(), "Tag.0=LLM&Tag.1=RAG");
    assert_eq!(answer_json(&dotted), Ok(expected));
}

#[test]
fn surprise_8_a_status_is_spelt_in_two_ways() {
    let rows = all_rows();
    let expected = ["Available", "Making", "Offline", "Reviewing", "UnAvailable", "Unavailable"];
    let found = values(rows, "Status");
    assert_eq!(found, expected.map(|status| format!("\"{status}\"")).into());
}

#[test]
fn surprise_9_container_is_text_and_the_other_flags_are_not() {
    let rows = all_rows();
    assert_eq!(values(rows, "Container"), [r#""True""#, r#""False""#].map(String::from).into());
    for field in ["AutoStart", "ImageCharge", "IsOfficial"] {
        assert_eq!(values(rows, field), ["true", "false"].map(String::from).into(), "{field}");
    }
    assert!(everything().iter().all(|group| group["IsFavorite"].is_boolean()));
}

#[test]
fn surprise_10_some_times_and_counts_are_digits_in_text() {
    let rows = all_rows();
    for field in ["CreateTime", "CreatedCount"] {
        varies(rows, |row| row[field].is_string());
        let digits = rows.iter().filter_map(|row| row[field].as_str());
        assert!(digits.into_iter().all(|text| text.parse::<u64>().is_ok()), "{field}");
    }
    assert!(rows.iter().all(|row| row["PubTime"].is_i64()));
}

#[test]
fn surprise_11_sizes_are_in_mebibytes() {
    let sizes = all_rows().iter().map(|row| row["Size"].as_u64().unwrap()).collect();
    let sizes: BTreeSet<u64> = sizes;
    assert!(sizes.iter().all(|size| (20 * 1_024..=500 * 1_024).contains(size)), "{sizes:?}");
}

#[test]
fn surprise_15_a_price_is_a_number_here_and_never_a_set() {
    let rows = all_rows();
    assert!(rows.iter().all(|row| row["Price"].is_number() && row.get("PriceSet").is_none()));
}

#[test]
fn surprise_16_totals_and_limits_are_of_groups_and_not_of_rows() {
    let world = World::new(1, None);
    let page = answer(&world, "Limit=500");
    let rows: usize =
        groups(&page).iter().map(|group| group["Data"].as_array().unwrap().len()).sum();
    assert_eq!(groups(&page).len(), 100);
    assert!(rows > 100);
    assert!(all_rows().len() as u64 > page["TotalCount"].as_u64().unwrap());
}

#[test]
fn surprise_17_every_row_brings_a_text_that_must_not_be_trusted() {
    let rows = all_rows();
    for text in rows.iter().map(|row| row["Readme"].as_str().unwrap()) {
        assert!((1_024..=2_048).contains(&text.len()), "{} bytes", text.len());
        for part in ["# ", "<p ", "<img ", "![", "<iframe ", "<script>", "https://"] {
            assert!(text.contains(part), "no {part} in {text}");
        }
    }
    for trap in ["onerror=", "](javascript:", "onclick=", "<svg onload=", "<form ", "<style>"] {
        varies(rows, |row| row["Readme"].as_str().unwrap().contains(trap));
    }
}

#[test]
fn surprise_18_tags_are_a_list_null_or_several_in_one_text() {
    let rows = all_rows();
    varies(rows, |row| row["Tags"].is_null());
    varies(rows, |row| row["Tags"].is_string());
    for separator in ["，", ",", ";"] {
        varies(rows, |row| row["Tags"][0].as_str().is_some_and(|tag| tag.contains(separator)));
    }
    for field in ["SupportedGpuTypes", "SoftwarePorts", "FirewallPorts"] {
        varies(rows, |row| row[field].is_null());
    }
}

#[test]
fn surprise_20_regions_without_the_product_say_that_the_action_is_unknown() {
    for region in ["hk", "cn-sh", "cn-bj2", "us-ca"] {
        let query = format!("Action=DescribeCommunityImages&Region={region}");
        assert_eq!(
            call(natural_world(), &query).map_err(|refusal| refusal.code),
            Err(161),
            "{region}"
        );
    }
}
