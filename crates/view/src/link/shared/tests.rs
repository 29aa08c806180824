use super::*;
use crate::{catalogs::CATALOGS, parse, state::Side};

const PAGE: &str = "https://images.example.com/catalog/";

/// The heaviest view that a link is promised to hold whole: all regions, all columns shown, reordered and with widths of their own, ten
/// compared rows, a query of 200 letters, two columns to sort by and an open row.
fn heavy() -> ViewState {
    let mut view = wide(ViewState::default());
    view.choose_regions(view.catalog.regions.iter().map(|it| it.id.to_owned()).collect());
    view.query = letters(200);
    for key in ["size", "name"] {
        view.add_sort(view.catalog.column(key).unwrap());
    }
    compared(10, "cn-guiyang1/uimage-", view)
}

/// All columns, the other way round, none of them as wide as it was.
fn wide(mut view: ViewState) -> ViewState {
    let columns = view.catalog.columns;
    for column in columns {
        if !view.is_shown(column) {
            view.toggle_column(column);
        }
        view.move_column(column, Side::Before, view.shown_columns()[0]);
        view.set_width(column, 199);
    }
    assert_eq!(view.shown_columns().len(), columns.len());
    view
}

fn compared(count: usize, key: &str, mut view: ViewState) -> ViewState {
    for number in 0..count {
        view.toggle_compared(&format!("{key}{number:06}"));
    }
    view.item = view.compared.first().cloned();
    view
}

/// Words of six letters, so many letters in all with the spaces.
fn letters(count: usize) -> String {
    "ubuntu ".chars().cycle().take(count).collect()
}

fn of(id: &str) -> ViewState {
    ViewState::of(CATALOGS.into_iter().find(|it| it.id == id).unwrap())
}

#[test]
fn the_heavy_case_is_whole() {
    let view = heavy();
    assert_eq!((view.regions.len(), view.compared.len(), view.query.len()), (33, 10, 200));
    assert_eq!(view.columns.widths.len(), view.catalog.columns.len());
    let shared = shared(PAGE, &view);
    assert_eq!(shared.notices, []);
    assert!(shared.link.len() <= LONGEST_SHARED, "{}: {}", shared.link.len(), shared.link);
    assert_eq!(parse(shared.link.split_once('?').unwrap().1).view, view);
}

/// What a link goes without, in the order in which it gave way.
fn left_out(shared: &Shared) -> Vec<&'static str> {
    let name = |it: &Notice| match it {
        Notice::LeftOut(name) => name.en,
        Notice::TooLong => "too long",
        Notice::Skipped(key) => key,
    };
    shared.notices.iter().map(name).collect()
}

#[test]
fn parts_give_way_in_their_order() {
    let check = |change: fn(&mut ViewState), expected: &[&str]| {
        let mut view = heavy();
        change(&mut view);
        let shared = shared(PAGE, &view);
        assert_eq!(left_out(&shared), expected, "{}", shared.link.len());
        let is_too_long = expected == ["too long"];
        assert_eq!(shared.link.len() > LONGEST_SHARED, is_too_long, "{}", shared.link);
        let kept = parse(shared.link.split_once('?').unwrap().1).view;
        assert!(kept.same_scope(&view) && kept.query == view.query);
        assert!(kept.sort == view.sort && kept.item == view.item);
        assert!(!is_too_long || kept == view, "what is too long anyhow is whole");
    };
    check(|_| {}, &[]);
    check(|it| it.query = letters(1000), &["column widths"]);
    check(|it| it.query = letters(1250), &["column widths", "columns"]);
    check(|it| it.query = letters(1500), &["column widths", "columns", "compared rows"]);
    check(|it| (it.query, _) = (letters(1500), it.show_comparison(true)), &["too long"]);
    check(|it| it.query = letters(2000), &["too long"]);
    check(|it| it.query = "镜".repeat(200), &["too long"]);
    // What was not there cannot be left out.
    check(|it| (it.query, _) = (letters(1500), it.reset_columns()), &["compared rows"]);
    check(|it| (it.query, _) = (letters(1250), it.reset_widths()), &["columns"]);
    check(|it| (it.query, _) = (letters(2000), it.clear_compared()), &["too long"]);
}

#[test]
fn other_catalogs_give_way_too_if_they_must() {
    let check = |view: ViewState, expected: &[&str]| {
        let shared = shared(PAGE, &view);
        assert_eq!(left_out(&shared), expected, "{} {}", view.catalog.id, shared.link.len());
    };
    for catalog in CATALOGS {
        check(ViewState::of(catalog), &[]);
        check(compared(10, "cn-wlcb/", ViewState::of(catalog)), &[]);
        check(wide(ViewState::of(catalog)), &[]);
    }
    check(compared(10, "hk/uhub.service.ucloud.cn/library/", wide(of("docker"))), &[]);
    check(compared(10, "group-1a2b3c4d-", wide(of("community"))), &[]);
}

#[test]
fn the_address_of_the_page_counts() {
    let view = ViewState { query: letters(100), ..ViewState::default() };
    let shared = |page: &str| shared(page, &view);
    assert_eq!(shared(PAGE).link, [PAGE, "?", &print(&view)].concat());
    assert_eq!(left_out(&shared(&"x".repeat(2000))), ["too long"]);
    assert_eq!(super::shared(PAGE, &ViewState::default()).link, PAGE);
}
