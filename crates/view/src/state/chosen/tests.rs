use catalog::{
    Cell,
    Choice::{Excluded, Included, Neither},
    Facets, Filter, Search, Table,
};
use proptest::prelude::*;

use super::*;
use crate::{catalogs, schema::FacetKind};

fn with(query: &str, key: &str) -> (ViewState, &'static Column) {
    let view = ViewState { query: query.to_owned(), ..ViewState::default() };
    let column = view.catalog.column(key).unwrap();
    (view, column)
}

#[test]
fn chosen_values_are_those_of_the_query() {
    let check = |query: &str, key: &str, expected: &[(&str, Choice)]| {
        let (view, column) = with(query, key);
        let choices = view.choices(column);
        let choices: Vec<_> = choices.iter().map(|it| (it.0.as_str(), it.1)).collect();
        assert_eq!(choices, expected, "{query}");
        assert_eq!(view.asks_about(column), !expected.is_empty(), "{query}");
    };
    check("type:Base,custom x", "type", &[("Base", Included), ("Custom", Included)]);
    check("类型:标准镜像 -imagetype:Custom", "type", &[("Base", Included), ("Custom", Excluded)]);
    check("type:Base type:standard", "type", &[("Base", Included)]);
    check("zone:hk", "zone", &[("hk", Included)]);
    check("os:Base OR type:Base", "type", &[]);
}

#[test]
fn a_range_is_something_that_is_asked() {
    for (query, expected) in [("size:>20", true), ("missing:size", true), ("20", false)] {
        let (view, column) = with(query, "size");
        assert_eq!(view.asks_about(column), expected, "{query}");
    }
}

#[test]
fn missing_values_are_chosen_and_excluded() {
    type Edit = fn(&mut ViewState, &Column);
    const TOGGLE: Edit = |view, column| view.toggle_missing(column);
    const EXCLUDE: Edit = |view, column| view.exclude_missing(column);
    let check = |edit: Edit, query: &str, expected: &str, choice: Choice| {
        let (mut view, column) = with(query, "size");
        edit(&mut view, column);
        assert_eq!(
            (view.query.as_str(), view.chosen_missing(column)),
            (expected, choice),
            "{query}"
        );
    };
    check(TOGGLE, "", "missing:size", Included);
    check(TOGGLE, "a missing:size", "a", Neither);
    check(TOGGLE, "missing:大小", "", Neither);
    check(TOGGLE, "-has:size", "", Neither);
    check(TOGGLE, "size:>20 b", "b missing:size", Included);
    check(TOGGLE, "missing:eol", "missing:eol -has:size", Included);
    check(TOGGLE, "-missing:size", "missing:size", Included);
    check(EXCLUDE, "size:>20", "size:>20 -missing:size", Excluded);
    check(EXCLUDE, "-missing:eol", "-missing:eol,size", Excluded);
    check(EXCLUDE, "has:size", "", Neither);
    check(EXCLUDE, "missing:size", "-missing:size", Excluded);
}

#[test]
fn bins_do_not_overlap() {
    let check = |catalog: &str, key: &str, bounds: &[f64], expected: &[&str]| {
        let mut view = ViewState::of(catalogs::find(catalog).unwrap());
        let column = view.catalog.column(key).unwrap();
        for (place, expected) in expected.iter().enumerate() {
            let (from, to) = column.bin(bounds, place).unwrap();
            view.set_bins(column, from, to);
            assert_eq!(view.query, *expected);
        }
        assert_eq!(column.bin(bounds, expected.len()), None);
    };
    check("uhost", "size", &[0.0, 32.0, 64.0], &["size:0..31", "size:32..64"]);
    check("uhost", "size", &[0.0, 0.5, 1.0], &["size:0..0.49", "size:0.5..1"]);
    check("community", "price", &[0.0, 1.0, 5.0], &["price:0..0.99", "price:1..5"]);
    check("community", "uses", &[0.0, 1.0, 2.0], &["uses:0..0.99", "uses:1..2"]);
    let months = [1_714_521_600.0, 1_717_200_000.0, 1_719_792_000.0];
    let days = ["created:2024-05-01..2024-05-31", "created:2024-06-01..2024-06-30"];
    check("uhost", "created", &months, &days);
}

/// How many rows each bin of a column's histogram has, and how many the query finds that a click on it makes.
fn bins_and_rows(column: &Column, values: &[i64], cell: fn(i64) -> Cell<'static>) {
    let mut table = Table::new(vec![column.spec()]);
    for value in values {
        table.push(&[cell(*value)], "");
    }
    let all = Search::default().run(&table, &Filter::default(), table.len());
    let histogram = Facets::default().histogram(&table, &all, 0, 12);
    for (place, (_, expected)) in histogram.bins.iter().enumerate() {
        let (from, to) = column.bin(&histogram.bounds, place).unwrap();
        let (from, to) = column.bounds(from, to);
        let text = Query::default().set_range(column.key, Some(&from), Some(&to));
        let filter = Filter::new(&Query::parse(&text), table.schema(), 0);
        let found = Search::default().run(&table, &filter, table.len()).rows().count();
        assert_eq!((found, filter.problems()), (*expected as usize, &[][..]), "{text}");
    }
}

proptest! {
    #[test]
    fn a_bin_finds_the_rows_that_it_counts(
        values in prop::collection::vec(prop_oneof![0..60_i64, 0..5_000_i64, 0..10_000_000_i64], 1..40),
    ) {
        #[expect(clippy::cast_precision_loss, reason = "they are small")]
        const WHOLE: fn(i64) -> Cell<'static> = |it| Cell::Number(it as f64);
        #[expect(clippy::cast_precision_loss, reason = "they are small")]
        const CENTS: fn(i64) -> Cell<'static> = |it| Cell::Number(it as f64 / 100.0);
        const HOURS: fn(i64) -> Cell<'static> = |it| Cell::Time(it * 3600);
        for catalog in catalogs::CATALOGS {
            for column in catalog.columns.iter().filter(|it| it.facet() == FacetKind::Histogram) {
                let cell = match (column.kind(), column.format) {
                    (Kind::Time, _) => HOURS,
                    (_, Format::YuanPerHour) => CENTS,
                    _ => WHOLE,
                };
                bins_and_rows(column, &values, cell);
            }
        }
    }
}

#[test]
fn nothing_is_left_of_a_cleared_facet() {
    let (mut view, column) = with("a size:>20 -missing:size 大小:<40", "size");
    view.clear_facet(column);
    assert_eq!(view.query, "a");
}

#[test]
fn a_value_and_none_are_not_wanted_together() {
    let (mut view, column) = with("missing:type", "type");
    view.toggle_value(column, "Base");
    assert_eq!(view.query, "type:Base");
    view.exclude_missing(column);
    view.toggle_value(column, "Custom");
    assert_eq!(view.query, "type:Base,Custom -missing:type");
}
