//! The reader of links of version 1.

mod columns;

use catalog::Direction;

use super::{COMPARISON, LAYOUTS, Notice, Pair, Parsed, VERSION};
use crate::{
    catalogs,
    describe::Catalog,
    open::is_beside_page,
    state::{SortBy, ViewState},
};

/// What became of a part of a link: the key, if it could not be used or not quite.
type Taken = Result<(), &'static str>;

/// Longer values are damaged or hostile; no part of a view needs more.
const LONGEST: usize = 4096;

/// The most regions and zones a link may ask for: more than there are.
const MOST_PLACES: usize = 200;

/// Reads the pairs of a query string. The catalog comes first, wherever it stands, since it says what the other keys mean.
pub(super) fn read(pairs: &[Pair]) -> Parsed {
    let named = pairs.iter().find(|(key, _)| key == "c").map(|(_, id)| catalogs::find(id));
    let catalog = named.flatten();
    let mut view = ViewState::of(catalog.unwrap_or_else(catalogs::first));
    let mut notices = Vec::new();
    if named.is_some() && catalog.is_none() {
        note(&mut notices, Err("c"));
    }
    for (key, value) in pairs {
        note(&mut notices, take(&mut view, key, value));
    }
    note(&mut notices, settle_places(&mut view));
    note(&mut notices, settle_comparison(&mut view));
    Parsed { view, notices }
}

/// Names each key once, however often it stands in the link.
fn note(notices: &mut Vec<Notice>, taken: Taken) {
    let notice = taken.err().map(Notice::Skipped);
    notices.extend(notice.filter(|it| !notices.contains(it)));
}

/// Takes one pair into the view. Unknown keys are passed over without a word: they may belong to whoever hosts the page.
fn take(view: &mut ViewState, key: &str, value: &str) -> Taken {
    if value.is_empty() && key != "region" {
        return Ok(());
    }
    match key {
        "c" | VERSION => {}
        "open" => view.open = Some(text("open", value, is_beside_page)?),
        // A place says nothing to a catalog that has none.
        "region" if view.catalog.regions.is_empty() => {}
        "zone" if !view.catalog.zones => {}
        "region" => view.regions = places(value).ok_or("region")?,
        "zone" => view.zones = places(value).ok_or("zone")?,
        "q" => view.query = text("q", value, is_short)?,
        "sort" => return take_sort(view, value),
        "cols" | "width" | "pin" => return columns::take(view, key, value),
        "view" => return take_layout(view, value),
        "item" => view.item = Some(text("item", value, is_short)?),
        "compare" => return take_compared(view, value),
        "show" if value == COMPARISON => view.comparing = true,
        "show" => return Err("show"),
        other => return take_value(view, other, value),
    }
    Ok(())
}

/// Brings regions into the order in which they are kept, and lets go of zones that lie in none of them. Either may stand first.
fn settle_places(view: &mut ViewState) -> Taken {
    let zones = view.zones.len();
    let regions = std::mem::take(&mut view.regions);
    view.choose_regions(regions);
    if view.zones.len() == zones { Ok(()) } else { Err("zone") }
}

/// Shows no comparison of nothing. The rows may stand behind the key that shows them.
fn settle_comparison(view: &mut ViewState) -> Taken {
    let asked = view.comparing;
    view.show_comparison(asked);
    if view.comparing == asked { Ok(()) } else { Err("show") }
}

fn text(key: &'static str, value: &str, accepts: fn(&str) -> bool) -> Result<String, &'static str> {
    if accepts(value) { Ok(value.to_owned()) } else { Err(key) }
}

fn is_short(value: &str) -> bool {
    value.len() <= LONGEST
}

/// Takes the value of a level or a parameter.
fn take_value(view: &mut ViewState, key: &str, value: &str) -> Taken {
    let catalog = view.catalog;
    let level = catalog.level(key).map(|it| (it.key, it.accepts(value)));
    let param = || catalog.param(key).map(|it| (it.key, Catalog::accepts(it, value)));
    match level.or_else(param) {
        Some((key, false)) => Err(key),
        Some((key, true)) => {
            view.values.set(key, value);
            Ok(())
        }
        None => Ok(()),
    }
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

/// Takes the parts that name a column, each column once.
fn take_sort(view: &mut ViewState, value: &str) -> Taken {
    let parts: Vec<Option<SortBy>> =
        value.split(',').map(|part| sort_part(view.catalog, part)).collect();
    let whole = parts.iter().all(Option::is_some);
    view.sort.clear();
    for by in parts.into_iter().flatten() {
        if !view.sort.iter().any(|it| it.column == by.column) {
            view.sort.push(by);
        }
    }
    if whole { Ok(()) } else { Err("sort") }
}

fn sort_part(catalog: &'static Catalog, part: &str) -> Option<SortBy> {
    let (key, direction) = match part.split_once(':') {
        None => (part, Direction::Ascending),
        Some((key, "asc")) => (key, Direction::Ascending),
        Some((key, "desc")) => (key, Direction::Descending),
        Some(_) => return None,
    };
    Some(SortBy { column: catalog.column(key)?, direction })
}

fn take_layout(view: &mut ViewState, value: &str) -> Taken {
    let (layout, _) = LAYOUTS.iter().find(|it| it.1 == value).ok_or("view")?;
    view.layout = Some(*layout).filter(|it| *it != view.catalog.layout);
    Ok(())
}

/// Takes one more row to compare, each row once and as many as there can be.
fn take_compared(view: &mut ViewState, value: &str) -> Taken {
    let is_there = view.is_compared(value);
    if !is_there && is_short(value) && view.can_compare() {
        view.toggle_compared(value);
    }
    if view.is_compared(value) { Ok(()) } else { Err("compare") }
}
