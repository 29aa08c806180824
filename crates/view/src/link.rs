//! The link: a view as a query string, and back.
//!
//! Canonical: keys in a fixed order, defaults left out, so that equal views have equal links. Reading never fails: what
//! cannot be used is skipped and named in a [`Notice`].

mod columns;

use std::fmt::Write as _;

use catalog::Direction;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    catalogs,
    describe::Catalog,
    open::is_beside_page,
    parts::Layout,
    state::{SortBy, ViewState},
};

/// What a query string says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The view.
    pub view: ViewState,
    /// What was skipped.
    pub notices: Vec<Notice>,
}

/// A part of a link that could not be used. It names the key and not the value, which may be anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The key.
    pub key: &'static str,
}

/// The version of the keys. A reader of version 1 links stays here for good.
const VERSION: &str = "1";

/// Longer values are damaged or hostile; no part of a view needs more.
const LONGEST: usize = 4096;

/// The most regions and zones a link may ask for: more than there are.
const MOST_PLACES: usize = 200;

/// Everything is escaped but what a query string may hold and chat programs keep as part of a link.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b',')
    .remove(b':')
    .remove(b'/');

/// Prints a view as a query string without its `?`. The default view is an empty one.
#[must_use]
pub fn print(view: &ViewState) -> String {
    let mut out = String::new();
    let default = ViewState::of(view.catalog);
    if view.catalog != catalogs::first() {
        put(&mut out, "c", view.catalog.id);
    }
    put_some(&mut out, "open", view.open.as_deref().unwrap_or_default());
    if view.regions != default.regions {
        put(&mut out, "region", &view.regions.join(","));
    }
    put_some(&mut out, "zone", &view.zones.join(","));
    let levels = view.catalog.levels.iter().map(|it| it.key);
    for key in levels.chain(view.catalog.params.iter().map(|it| it.key)) {
        put_some(&mut out, key, view.values.get(key).unwrap_or_default());
    }
    put_some(&mut out, "q", &view.query);
    put_some(&mut out, "sort", &print_sort(&view.sort));
    for (key, value) in columns::print(&view.columns) {
        put_some(&mut out, key, &value);
    }
    let layout = view.layout.filter(|it| *it != view.catalog.layout);
    put_some(&mut out, "view", layout.map_or("", name_of_layout));
    put_some(&mut out, "item", view.item.as_deref().unwrap_or_default());
    if out.is_empty() { out } else { format!("v={VERSION}&{out}") }
}

/// Reads a query string, with or without its `?`.
#[must_use]
pub fn parse(search: &str) -> Parsed {
    let pairs: Vec<(String, String)> = pairs(search).collect();
    let mut notices = Vec::new();
    let named = pairs.iter().find(|(key, _)| key == "c").map(|(_, id)| catalogs::find(id));
    if named == Some(None) {
        notices.push(Notice { key: "c" });
    }
    let mut view = ViewState::of(named.flatten().unwrap_or_else(catalogs::first));
    for (key, value) in &pairs {
        if let Err(notice) = take(&mut view, key, value) {
            notices.push(notice);
        }
    }
    Parsed { view, notices }
}

/// Takes one pair into the view. Unknown keys are passed over without a word: they may belong to whoever hosts the page.
fn take(view: &mut ViewState, key: &str, value: &str) -> Result<(), Notice> {
    let damaged = |key| Err(Notice { key });
    if value.is_empty() && key != "region" {
        return Ok(());
    }
    match key {
        "v" if value != VERSION => return damaged("v"),
        "open" if is_beside_page(value) => view.open = Some(value.to_owned()),
        "open" => return damaged("open"),
        // A place says nothing to a catalog that has none.
        "region" if view.catalog.regions.is_empty() => {}
        "zone" if !view.catalog.zones => {}
        "region" => match places(value) {
            Some(regions) => view.regions = regions,
            None => return damaged("region"),
        },
        "zone" => match places(value) {
            Some(zones) => view.zones = zones,
            None => return damaged("zone"),
        },
        "q" if value.len() <= LONGEST => value.clone_into(&mut view.query),
        "q" => return damaged("q"),
        "sort" => return parse_sort(view, value),
        "cols" | "width" | "pin" => return columns::take(view, key, value),
        "view" => match LAYOUTS.iter().find(|it| it.1 == value) {
            Some((layout, _)) => {
                view.layout = Some(*layout).filter(|it| *it != view.catalog.layout);
            }
            None => return damaged("view"),
        },
        "item" if value.len() <= LONGEST => view.item = Some(value.to_owned()),
        "item" => return damaged("item"),
        other => return take_value(view, other, value),
    }
    Ok(())
}

/// Takes the value of a level or a parameter.
fn take_value(view: &mut ViewState, key: &str, value: &str) -> Result<(), Notice> {
    let catalog = view.catalog;
    let level = catalog.level(key).map(|it| (it.key, it.accepts(value)));
    let param = || catalog.param(key).map(|it| (it.key, Catalog::accepts(it, value)));
    match level.or_else(param) {
        Some((key, false)) => Err(Notice { key }),
        Some((key, true)) => {
            view.values.set(key, value);
            Ok(())
        }
        None => Ok(()),
    }
}

/// The names of layouts in links.
const LAYOUTS: [(Layout, &str); 2] = [(Layout::Table, "table"), (Layout::Cards, "cards")];

fn name_of_layout(layout: Layout) -> &'static str {
    LAYOUTS.iter().find(|it| it.0 == layout).map_or("", |it| it.1)
}

/// Ids of regions or zones: lower-case letters, digits and hyphens. Whether they exist is the service's to say, for a link
/// may be younger than this page. An empty value is an empty choice.
fn places(value: &str) -> Option<Vec<String>> {
    let is_id = |id: &str| {
        (1..=32).contains(&id.len())
            && id.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
    };
    let mut ids: Vec<String> = Vec::new();
    for id in value.split(',').filter(|it| !it.is_empty()) {
        if !is_id(id) || ids.len() >= MOST_PLACES {
            return None;
        }
        if !ids.iter().any(|it| it == id) {
            ids.push(id.to_owned());
        }
    }
    Some(ids)
}

fn print_sort(sort: &[SortBy]) -> String {
    let part = |it: &SortBy| match it.direction {
        Direction::Ascending => it.column.key.to_owned(),
        Direction::Descending => format!("{}:desc", it.column.key),
    };
    sort.iter().map(part).collect::<Vec<_>>().join(",")
}

/// Takes the parts that name a column, each column once; a notice if there are others.
fn parse_sort(view: &mut ViewState, value: &str) -> Result<(), Notice> {
    let parts: Vec<Option<SortBy>> =
        value.split(',').map(|part| sort_part(view.catalog, part)).collect();
    let whole = parts.iter().all(Option::is_some);
    view.sort.clear();
    for by in parts.into_iter().flatten() {
        if !view.sort.iter().any(|it| it.column == by.column) {
            view.sort.push(by);
        }
    }
    if whole { Ok(()) } else { Err(Notice { key: "sort" }) }
}

fn sort_part(catalog: &'static Catalog, part: &str) -> Option<SortBy> {
    let (key, direction) = match part.split_once(':') {
        None | Some((_, "asc")) => (part.trim_end_matches(":asc"), Direction::Ascending),
        Some((key, "desc")) => (key, Direction::Descending),
        Some(_) => return None,
    };
    Some(SortBy { column: catalog.column(key)?, direction })
}

fn pairs(search: &str) -> impl Iterator<Item = (String, String)> {
    let search = search.strip_prefix('?').unwrap_or(search);
    form_urlencoded::parse(search.as_bytes())
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
}

fn put_some(out: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        put(out, key, value);
    }
}

fn put(out: &mut String, key: &str, value: &str) {
    let between = if out.is_empty() { "" } else { "&" };
    let words = value.split(' ').map(|it| utf8_percent_encode(it, ESCAPED).to_string());
    let escaped = words.collect::<Vec<_>>().join("+");
    let _ = write!(out, "{between}{key}={escaped}"); // Writing to a string cannot fail.
}
