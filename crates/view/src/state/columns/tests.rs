//! Edits of the columns, in a catalog that shows `name state type os size created eol zone region id features` and names rows by the
//! first.

use super::*;

const OWN: &str = "name| state type os size created eol zone region id features";

/// The columns that are shown, with a bar behind those that stay in place.
fn print(view: &ViewState) -> String {
    let mut out = String::new();
    for (place, column) in view.shown_columns().into_iter().enumerate() {
        out.push_str(if out.is_empty() { "" } else { " " });
        out.push_str(column.key);
        out.push_str(if place + 1 == view.pinned() { "|" } else { "" });
    }
    out
}

/// Does what is said: `+key` and `-key` show and hide, `^key` pins and unpins, `a<b` and `a>b` move to a side, `<a` and `a>` by one.
fn edited(edits: &str) -> ViewState {
    let mut view = ViewState::default();
    let column = |key: &str| view.catalog.column(key).unwrap();
    let mut steps: Vec<Box<dyn Fn(&mut ViewState)>> = Vec::new();
    for edit in edits.split_whitespace() {
        let key = edit.trim_start_matches(['+', '-', '^']);
        let is_move = edit.contains(['<', '>']);
        let side = if edit.contains('<') { Side::Before } else { Side::After };
        steps.push(match edit.split(['<', '>']).collect::<Vec<_>>()[..] {
            ["", key] | [key, ""] if is_move => {
                let it = column(key);
                Box::new(move |view| view.step_column(it, side))
            }
            [key, other] => {
                let (it, other) = (column(key), column(other));
                Box::new(move |view| view.move_column(it, side, other))
            }
            _ if edit.starts_with('^') => {
                let it = column(key);
                Box::new(move |view| view.toggle_pin(it))
            }
            _ => {
                let it = column(key);
                Box::new(move |view| view.toggle_column(it))
            }
        });
    }
    steps.into_iter().for_each(|step| step(&mut view));
    view
}

fn check(edits: &str, expected: &str) {
    let view = edited(edits);
    assert_eq!(print(&view), expected, "{edits}");
    assert_eq!(
        view.has_own_columns(),
        expected != OWN,
        "{edits}: what is the catalog's is left out"
    );
}

#[test]
fn columns_are_shown_and_hidden() {
    check("", OWN);
    check("-state -features", "name| type os size created eol zone region id");
    check("-state +state", OWN);
    check("+vendor", "name| state type os size created eol zone region id features vendor");
    check("-name", OWN);
    check("-state -type -os -size -created -eol -zone -region -id -features", "name|");
}

#[test]
fn a_column_comes_back_behind_the_one_that_it_follows_in_the_catalog() {
    check("-type os<state +type", "name| os state type size created eol zone region id features");
    check("-state -type +type", "name| type os size created eol zone region id features");
}

#[test]
fn columns_move() {
    check("size<state", "name| size state type os created eol zone region id features");
    check("state>size", "name| type os size state created eol zone region id features");
    check("<size", "name| state type size os created eol zone region id features");
    check("size>", "name| state type os created size eol zone region id features");
    check("size> <size", OWN);
    check("features> <name size<size", OWN);
    check("vendor<size", OWN);
}

#[test]
fn columns_stay_in_place_or_not() {
    check("^size", "name size| state type os created eol zone region id features");
    check("^size ^size", "name| size state type os created eol zone region id features");
    check("^name", "name state type os size created eol zone region id features");
    check("^name ^name", OWN);
    check("^state ^type ^os", "name state type os| size created eol zone region id features");
    check("^state ^type ^os ^size", "name state type os| size created eol zone region id features");
    check("^vendor", OWN);
}

#[test]
fn a_column_joins_those_beside_it() {
    check("^size state<size", "name state size| type os created eol zone region id features");
    check("^size name>eol", "size| state type os created eol name zone region id features");
    check("<state", "state name| type os size created eol zone region id features");
    check("name>", "state name type os size created eol zone region id features");
    check("^size -size", "name| state type os created eol zone region id features");
    check(
        "^state ^type -state +state",
        "name state type| os size created eol zone region id features",
    );
}

#[test]
fn hidden_columns_are_offered_where_the_catalog_has_them() {
    let check = |edits: &str, expected: &str| {
        let view = edited(edits);
        let every: Vec<_> = view.every_column().iter().map(|it| it.key).collect();
        assert_eq!(every.len(), view.catalog.columns.len(), "each once");
        assert!(every.join(" ").starts_with(expected), "{edits}: {every:?}");
    };
    check("", "name state type os size");
    check("-state -type", "name state type os size");
    check("-type type>size", "name state type os size");
    check("-type os<state", "name os state type size");
    check("os<name", "os name state type size");
}

#[test]
fn widths_are_kept_where_they_were_changed() {
    let mut view = ViewState::default();
    let [name, size, vendor] =
        ["name", "size", "vendor"].map(|it| view.catalog.column(it).unwrap());
    assert_eq!([name, size, vendor].map(|it| view.width(it)), [280, 88, 176]);
    let mut check = |column, width, expected: u16, kept: &[(&str, u16)]| {
        view.set_width(column, width);
        assert_eq!(view.width(column), expected);
        let widths: Vec<_> = view.columns.widths.iter().map(|it| (it.0.key, it.1)).collect();
        assert_eq!(widths, kept);
    };
    check(size, 120, 120, &[("size", 120)]);
    check(vendor, 9, ViewState::NARROWEST, &[("size", 120), ("vendor", 56)]);
    check(name, 9999, ViewState::WIDEST, &[("name", 800), ("size", 120), ("vendor", 56)]);
    check(size, 88, 88, &[("name", 800), ("vendor", 56)]);
    check(name, 280, 280, &[("name", 280), ("vendor", 56)]);
    view.reset_columns();
    assert_eq!(view, ViewState::default());
}
