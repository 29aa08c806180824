use proptest::prelude::*;

use super::*;
use crate::catalogs;

type Edit = fn(&mut ViewState, &Column, &str);
const TOGGLE: Edit = |view, column, value| view.toggle_value(column, value);
const EXCLUDE: Edit = |view, column, value| view.exclude_value(column, value);

fn view(catalog: &str, query: &str) -> ViewState {
    ViewState { query: query.to_owned(), ..ViewState::of(catalogs::find(catalog).unwrap()) }
}

fn check(edit: Edit, catalog: &str, query: &str, key: &str, value: &str, expected: &str) {
    let mut view = view(catalog, query);
    let column = view.catalog.column(key).unwrap();
    edit(&mut view, column, value);
    assert_eq!(view.query, expected, "{query:?} {key} {value}");
}

#[test]
fn values_join_the_query_and_leave_it() {
    check(TOGGLE, "uhost", "", "type", "Base", "type:Base");
    check(TOGGLE, "uhost", "ubuntu", "zone", "hk-02", "ubuntu zone:=hk-02");
    check(TOGGLE, "uhost", "", "os", "Ubuntu 22.04", "os:=\"Ubuntu 22.04\"");
    check(TOGGLE, "uhost", "type:Base", "type", "Custom", "type:Base,Custom");
    check(TOGGLE, "uhost", "type:base,custom x", "type", "Custom", "type:base x");
    check(EXCLUDE, "uhost", "", "type", "Base", "-type:Base");
    check(EXCLUDE, "uhost", "type:Base", "type", "Base", "-type:Base");
    check(TOGGLE, "uhost", "-type:Base gpu", "type", "Base", "gpu type:Base");
    check(EXCLUDE, "uhost", "-type:Base", "type", "Base", "");
}

#[test]
fn what_people_call_it_counts() {
    check(TOGGLE, "uhost", "类型:标准镜像", "type", "Base", "");
    check(TOGGLE, "uhost", "ImageType:standard,base a", "type", "Base", "a");
    check(TOGGLE, "uhost", "类型:标准镜像", "type", "Custom", "类型:标准镜像,Custom");
    check(EXCLUDE, "uhost", "类型:标准镜像", "type", "Base", "-type:Base");
    check(TOGGLE, "uhost", "(type:Base OR x)", "type", "Base", "(type:Base OR x) type:Base");
}

#[test]
fn a_flag_has_one_answer() {
    check(TOGGLE, "community", "", "auto", "true", "auto:true");
    check(TOGGLE, "community", "auto:true x", "auto", "false", "x auto:false");
    check(TOGGLE, "community", "自启动:是", "auto", "true", "");
}

#[test]
fn a_value_is_chosen_as_the_query_says() {
    let check = |query: &str, expected| {
        let view = view("uhost", query);
        let column = view.catalog.column("type").unwrap();
        assert_eq!(view.chosen(column, "Base"), expected, "{query}");
    };
    check("type:base", Choice::Included);
    check("镜像 类型:标准镜像", Choice::Included);
    check("-imagetype:Custom,Standard", Choice::Excluded);
    check("type:Custom", Choice::Neither);
    check("Base", Choice::Neither);
    check("os:Base", Choice::Neither);
}

#[test]
fn ranges_are_set_read_and_taken_away() {
    let check = |query: &str, range: (Option<&str>, Option<&str>), expected: &str| {
        let mut view = view("uhost", query);
        let column = view.catalog.column("size").unwrap();
        view.set_range(column, range.0, range.1);
        assert_eq!(view.query, expected, "{query}");
        let owned = |it: Option<&str>| it.map(str::to_owned);
        assert_eq!(view.range(column), (owned(range.0), owned(range.1)), "{query}");
        view.clear_column(column);
        assert_eq!(view.range(column), (None, None));
    };
    check("", (Some("20"), Some("40")), "size:20..40");
    check("a size:>20 b", (Some("10"), None), "a size:10.. b");
    check("大小:>20 b", (None, Some("40")), "大小:..40 b");
    check("size:>20 b 大小:<40", (Some("1"), Some("2")), "size:1..2 b");
    check("size:>20 b 大小:<40", (None, None), "b");
}

#[test]
fn bins_are_ranges_in_the_unit_of_the_query() {
    let check = |catalog: &str, key: &str, from: f64, to: f64, expected: &str| {
        let mut view = view(catalog, "");
        view.set_bins(view.catalog.column(key).unwrap(), from, to);
        assert_eq!(view.query, expected);
    };
    check("uhost", "size", 16.0, 32.0, "size:16..32");
    check("community", "size", 16_384.0, 32_768.0, "size:16..32");
    check("community", "size", 0.0, 512.0, "size:0..512MB");
    check("community", "price", 0.0, 0.5, "price:0..0.5");
    // From 1 May to the first moment of July.
    check("uhost", "created", 1_714_521_600.0, 1_719_792_000.0, "created:2024-05-01..2024-06-30");
}

#[test]
fn a_column_is_cleared_under_all_its_names() {
    let mut view = view("uhost", "x type:Base -类型:Custom imagetype:=Base (type:Base OR y)");
    view.clear_column(view.catalog.column("type").unwrap());
    assert_eq!(view.query, "x (type:Base OR y)");
}

const QUERIES: &str = "[a-z类型:=,.()\" -]{0,30}|(-?(type|类型|ImageType|os):=?(Base|标准镜像|standard|custom)(,base)? ?){0,4}|(-?(size|大小):(>1|2..3|4) ?){0,3}";

proptest! {
    #[test]
    fn a_choice_is_made_and_taken_back(query in QUERIES, excluded: bool) {
        let (edit, made) = if excluded { (EXCLUDE, Choice::Excluded) } else { (TOGGLE, Choice::Included) };
        let mut view = view("uhost", &query);
        let column = view.catalog.column("type").unwrap();
        for _ in 0..2 {
            let expected = if view.chosen(column, "Base") == made { Choice::Neither } else { made };
            edit(&mut view, column, "Base");
            prop_assert_eq!(view.chosen(column, "Base"), expected, "{}", view.query);
        }
    }

    #[test]
    fn a_range_is_what_was_set(query in QUERIES) {
        let mut view = view("uhost", &query);
        let column = view.catalog.column("size").unwrap();
        view.set_range(column, Some("1.5"), Some("2TB"));
        prop_assert_eq!(view.range(column), (Some("1.5".to_owned()), Some("2TB".to_owned())), "{}", view.query);
        view.clear_column(column);
        prop_assert_eq!(view.range(column), (None, None), "{}", view.query);
    }
}
