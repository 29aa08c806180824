//! Each filter against a look at each row, and each order against the values it goes by.

use super::*;

/// Enough groups for two pages and for every filter. The natural number would say nothing more,
/// and each page that is filtered or sorted looks at all.
fn small() -> World {
    World::new(1, Some(130))
}

/// What is found, without the texts, which no filter looks at.
fn lean(world: &World, query: &str) -> Vec<Value> {
    all_groups(world, &format!("ExcludeReadme=true&{query}"))
}

/// All groups, computed once.
fn whole() -> &'static [Value] {
    static GROUPS: LazyLock<Vec<Value>> = LazyLock::new(|| lean(&small(), ""));
    &GROUPS
}

#[track_caller]
fn check_filter(filter: &str, naive: impl Fn(&Value) -> bool) {
    let expected: Vec<_> = whole().iter().filter(|group| naive(group)).cloned().collect();
    assert!(!expected.is_empty() && expected.len() < whole().len(), "{filter} divides nothing");
    assert_eq!(lean(&small(), filter), expected, "{filter}");
}

/// A field of the first version, where all versions have the same.
fn first<'a>(group: &'a Value, field: &str) -> &'a Value {
    &group["Data"][0][field]
}

fn has_tag(group: &Value, tag: &str) -> bool {
    match first(group, "Tags") {
        Value::Array(tags) => tags.iter().any(|found| found == tag),
        other => other == tag,
    }
}

fn holds(group: &Value, text: &str) -> bool {
    group["ImageName"].as_str().unwrap().contains(text)
}

#[test]
fn filters_do_what_a_look_at_each_group_does() {
    check_filter("IsFree=true", |group| first(group, "Price") == 0.0);
    check_filter("IsFree=false", |group| first(group, "ImageCharge") == true);
    check_filter("IsOfficial=true", |group| first(group, "AuthInfo") == 1);
    check_filter("IsOfficial=false", |group| first(group, "AuthInfo") != 1);
    check_filter("IfAutoStart=true", |group| first(group, "AutoStart") == true);
    check_filter("IfAutoStart=false", |group| first(group, "AutoStart") == false);
    check_filter("Author=DeepForge", |group| first(group, "Author") == "DeepForge");
    check_filter("Tag=LLM", |group| has_tag(group, "LLM"));
    check_filter("Tag.0=LLM", |group| has_tag(group, "LLM"));
    check_filter("Tag.0=LLM&Tag.1=RAG", |group| has_tag(group, "LLM") && has_tag(group, "RAG"));
    check_filter("Name=ComfyUI", |group| holds(group, "ComfyUI"));
    check_filter("IsFree=true&Tag=语音&IfAutoStart=true", |group| {
        first(group, "Price") == 0.0 && has_tag(group, "语音") && first(group, "AutoStart") == true
    });
}

#[test]
fn fuzzy_search_looks_at_name_and_author_in_any_case() {
    let holds = |group: &Value, text: &str| {
        let lower = |text: &Value| text.as_str().unwrap().to_lowercase();
        lower(&group["ImageName"]).contains(text) || lower(first(group, "Author")).contains(text)
    };
    check_filter("FuzzySearch=comfyUI", |group| holds(group, "comfyui"));
    check_filter("FuzzySearch=deepforge", |group| holds(group, "deepforge"));
    check_filter("FuzzySearch=数字人", |group| holds(group, "数字人"));
    check_filter("FuzzySearch=炼丹", |group| holds(group, "炼丹"));
}

#[test]
fn nothing_found_is_no_error() {
    let page = answer(natural_world(), "Name=no such image");
    assert_eq!(page["TotalCount"], 0);
    assert_eq!(page["AvailableTotalCount"], 0);
    assert!(page["CompshareImageGroup"].is_null());
}

#[test]
fn a_group_and_an_image_are_found_by_id() {
    let world = World::new(1, None);
    let group = everything()
        .iter()
        .rev()
        .find(|group| group["Data"].as_array().unwrap().len() > 2)
        .unwrap();
    let by_group = answer(&world, &format!("GroupId={}", group["GroupId"].as_str().unwrap()));
    assert_eq!(groups(&by_group), std::slice::from_ref(group));
    let row = &group["Data"][1];
    let id = row["CompShareImageId"].as_str().unwrap();
    let found = groups(&answer(&world, &format!("CompShareImageId={id}")));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["GroupId"], group["GroupId"]);
    assert_eq!(found[0]["Status"], group["Status"]);
    assert_eq!(found[0]["Data"], Value::Array(vec![row.clone()]));
}

/// The values that a sort goes by, in the order of the list.
fn sorted_values(query: &str, value: impl Fn(&Value) -> f64) -> Vec<f64> {
    lean(&small(), query).iter().map(value).collect()
}

#[track_caller]
fn check_sort(field: &str, value: impl Fn(&Value) -> f64) {
    let sort = format!("SortCondition.Field={field}");
    let down = sorted_values(&sort, &value);
    assert!(down.is_sorted_by(|left, right| left >= right), "{field} descends");
    let up = sorted_values(&format!("{sort}&SortCondition.ASC=true"), &value);
    assert!(up.is_sorted_by(|left, right| left <= right), "{field} ascends");
    assert_eq!(up.len(), down.len());
    assert_ne!(up, down);
}

#[test]
fn sorts() {
    let of = |field: &'static str| move |group: &Value| group[field].as_f64().unwrap();
    let of_first = |field: &'static str| move |group: &Value| first(group, field).as_f64().unwrap();
    check_sort("Favor", of("RecommendCount"));
    check_sort("CreatedCount", of("CreatedCount"));
    check_sort("ImageUseTime", of("ImageUseTime"));
    check_sort("FavoritesCount", of("FavoritesCount"));
    check_sort("Price", of_first("Price"));
    check_sort("PubTime", of_first("PubTime"));
}

#[test]
fn the_newest_come_first_by_default() {
    let world = small();
    let whole = lean(&world, "");
    for query in ["SortCondition.Field=PubTime", "SortCondition.ASC=false"] {
        assert_eq!(lean(&world, query), whole, "{query}");
    }
    let mut reversed = lean(&world, "SortCondition.ASC=true");
    reversed.reverse();
    assert_eq!(reversed, whole);
}

#[test]
fn a_filtered_list_is_sorted_too() {
    let prices = sorted_values("Name=ComfyUI&SortCondition.Field=Price", |group| {
        first(group, "Price").as_f64().unwrap()
    });
    assert!(prices.len() > 5 && prices.is_sorted_by(|left, right| left >= right));
}
