//! The columns as the styles have them: their widths, and where those that stay in place stand.

use view::{Column, ViewState};

use crate::{browser, ui::live::memo, ui::prelude::*};

/// Keeps the styles of the table what the view says. They are set through its style object: markup may hold none.
pub(in crate::ui) fn follow_widths() {
    let store = crate::state::use_store();
    let styles = memo(move || store.view().with(|view| styles(view, least())));
    browser::follow(move || set(&styles.get()));
}

/// Shows a view's widths without taking the view over: what a drag would lead to.
pub(super) fn preview(view: &ViewState) {
    set(&styles(view, least()));
}

/// How wide a column is at least: as wide as two fingers, one for the order and one for the menu, and the edge.
pub(in crate::ui) fn least() -> u16 {
    if browser::matches("(pointer: coarse)") { 2 * FINGER + EDGE } else { ViewState::NARROWEST }
}

/// How wide a finger and an edge for it are in a header, in pixels. Its styles know the same.
const FINGER: u16 = 44;
const EDGE: u16 = 16;

fn set(styles: &str) {
    if let Some(grid) = browser::element(LIST) {
        grid.style().set_css_text(styles);
    }
}

/// The widths of all columns, that of the table, and for each column that stays in place that it does and where.
fn styles(view: &ViewState, least: u16) -> String {
    let shown = view.shown_columns();
    let mut out = String::from("--columns:");
    for column in &shown {
        out.push(' ');
        push_track(&mut out, view, column, least);
    }
    out.push_str(";--width:");
    push_sum(&mut out, view, &shown, least);
    for place in 1..=view.pinned().min(shown.len()) {
        let number = place.to_string();
        out.push_str(&[";--stick-", &number, ":sticky;--over-", &number, ":1"].concat());
        out.push_str(&[";--pin-", &number, ":"].concat());
        push_sum(&mut out, view, shown.get(..place - 1).unwrap_or_default(), least);
    }
    out
}

/// The column that names the row takes what is left over, until it is given a width.
fn push_track(out: &mut String, view: &ViewState, column: &Column, least: u16) {
    let is_flexible = is_title(view, column) && view.chosen_width(column).is_none();
    out.push_str(if is_flexible { "minmax(" } else { "" });
    match is_title(view, column) {
        true => push_title(out, view, column, least),
        false => push_pixels(out, u32::from(view.width(column).max(least))),
    }
    out.push_str(if is_flexible { ",1fr)" } else { "" });
}

/// The width of some columns together.
fn push_sum(out: &mut String, view: &ViewState, columns: &[&Column], least: u16) {
    out.push_str("calc(");
    let (mut pixels, mut title) = (0, None);
    for column in columns {
        match is_title(view, column) {
            true => title = Some(column),
            false => pixels += u32::from(view.width(column).max(least)),
        }
    }
    if let Some(title) = title {
        push_title(out, view, title, least);
        out.push_str(" + ");
    }
    push_pixels(out, pixels);
    out.push(')');
}

/// On a narrow screen it leaves room for the others.
fn push_title(out: &mut String, view: &ViewState, column: &Column, least: u16) {
    out.push_str("min(");
    push_pixels(out, u32::from(view.width(column).max(least)));
    out.push_str(if view.chosen_width(column).is_some() { ",70vw)" } else { ",46vw)" });
}

fn push_pixels(out: &mut String, pixels: u32) {
    out.push_str(&browser::pixels(pixels.into()));
}

fn is_title(view: &ViewState, column: &Column) -> bool {
    view.catalog.title_column == column.key
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = include_str!("../../../style/grid_header.css");

    #[test]
    fn a_header_has_room_for_its_buttons() {
        let menu =
            format!("inset-inline-end: {EDGE}px; place-items: center end; width: {FINGER}px");
        for style in [menu, format!(".grid__grip {{ width: {EDGE}px; }}")] {
            assert!(STYLES.contains(&style), "{style}");
        }
    }

    #[test]
    fn widths_become_styles() {
        let check = |link: &str, least: u16, expected: &str| {
            assert_eq!(styles(&view::parse(link).view, least), expected, "{link}");
        };
        check(
            "cols=name,size,zone",
            56,
            "--columns: minmax(min(280px,46vw),1fr) 88px 116px;--width:calc(min(280px,46vw) + 204px);--stick-1:sticky;--over-1:1;--pin-1:calc(0px)",
        );
        check(
            "cols=size,name,zone&width=name:300&pin=3",
            56,
            "--columns: 88px min(300px,70vw) 116px;--width:calc(min(300px,70vw) + 204px);--stick-1:sticky;--over-1:1;--pin-1:calc(0px);--stick-2:sticky;--over-2:1;--pin-2:calc(88px);--stick-3:sticky;--over-3:1;--pin-3:calc(min(300px,70vw) + 88px)",
        );
        check(
            "cols=name&pin=0",
            56,
            "--columns: minmax(min(280px,46vw),1fr);--width:calc(min(280px,46vw) + 0px)",
        );
        check(
            "cols=name,size,zone&pin=3",
            104,
            "--columns: minmax(min(280px,46vw),1fr) 104px 116px;--width:calc(min(280px,46vw) + 220px);--stick-1:sticky;--over-1:1;--pin-1:calc(0px);--stick-2:sticky;--over-2:1;--pin-2:calc(min(280px,46vw) + 0px);--stick-3:sticky;--over-3:1;--pin-3:calc(min(280px,46vw) + 104px)",
        );
    }
}
