//! Links of version 1, as they have been made and are kept somewhere, and what each of them means.

use std::fmt::Write as _;

use catalog::Direction;
use view::{Layout, Notice, ViewState, parse, print};

const LINKS: &str = include_str!("links-v1.txt");

#[test]
fn links_mean_what_they_meant() {
    let expected: Vec<&str> = LINKS.split("\n\n").filter(|it| !is_remark(it)).collect();
    let meant: Vec<String> = expected.iter().map(|it| meaning(link_of(it))).collect();
    let other = expected.iter().zip(&meant).filter(|(it, meant)| it.trim_end() != *meant);
    let other: Vec<&str> = other.map(|it| it.1.as_str()).collect();
    assert!(other.is_empty(), "these links mean something else now:\n\n{}", other.join("\n\n"));
}

/// The file says all there is to say: each key, and each catalog with all that it can be asked for; and no link twice.
#[test]
fn every_key_and_every_catalog_occurs() {
    let links: Vec<&str> = LINKS.lines().filter_map(|it| it.strip_prefix("link ")).collect();
    let has =
        |part: &str| links.iter().any(|it| it.split(['?', '&']).any(|it| it.starts_with(part)));
    for key in "v c open region zone q sort cols width pin view item compare show".split(' ') {
        assert!(has(&format!("{key}=")), "{key}");
    }
    for catalog in view::catalogs::CATALOGS {
        assert!(has(&format!("c={}", catalog.id)), "{}", catalog.id);
        let keys =
            catalog.levels.iter().map(|it| it.key).chain(catalog.params.iter().map(|it| it.key));
        for key in keys {
            let of_it = |it: &&&str| parse(link_of_line(it)).view.catalog == catalog;
            let named = links.iter().filter(of_it).any(|it| it.contains(&format!("{key}=")));
            assert!(named, "{} {key}", catalog.id);
        }
    }
    let mut sorted = links.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), links.len(), "a link stands there twice");
}

/// Links are printed so that they read as they were, whichever version prints them.
#[test]
fn what_is_printed_means_the_same() {
    for link in LINKS.lines().filter_map(|it| it.strip_prefix("link ")).map(link_of_line) {
        let view = parse(link).view;
        let again = parse(&print(&view));
        assert_eq!((again.view, again.notices), (view, Vec::new()), "{link}");
    }
}

fn is_remark(block: &str) -> bool {
    block.trim().is_empty() || block.lines().all(|it| it.starts_with('#'))
}

fn link_of(block: &str) -> &str {
    let line = block.lines().find_map(|it| it.strip_prefix("link "));
    let Some(line) = line else { panic!("no link in {block:?}") };
    link_of_line(line)
}

fn link_of_line(line: &str) -> &str {
    line.trim()
}

/// A link and what it means, as the file has it.
fn meaning(link: &str) -> String {
    let parsed = parse(link);
    let mut out = format!("link   {link}\nview   {}", spelled(&parsed.view));
    let skipped = parsed.notices.iter().map(|it| match it {
        Notice::Skipped(key) => *key,
        other => panic!("no notice of a reader: {other:?}"),
    });
    let skipped = skipped.collect::<Vec<_>>().join(" ");
    if !skipped.is_empty() {
        let _ = write!(out, "\nskips  {skipped}");
    }
    let printed = print(&parsed.view);
    if printed != link.trim_start_matches('?') {
        let _ = write!(out, "\nprints {printed}");
    }
    out.trim_end().to_owned()
}

/// A view in words: the catalog, and then what is chosen. Regions are always said, since they are what a link without any loads.
fn spelled(view: &ViewState) -> String {
    let mut out = view.catalog.id.to_owned();
    let mut say = |name: &str, values: String| {
        if !values.is_empty() {
            let _ = write!(out, " | {name} {values}");
        }
    };
    let quoted = |text: &Option<String>| text.iter().map(|it| format!("{it:?}")).collect();
    say("file", quoted(&view.open));
    if !view.catalog.regions.is_empty() {
        let regions = view.regions.join(" ");
        say("regions", if regions.is_empty() { "none".to_owned() } else { regions });
    }
    say("zones", view.zones.join(" "));
    let levels = view.catalog.levels.iter().map(|it| it.key);
    for key in levels.chain(view.catalog.params.iter().map(|it| it.key)) {
        say(key, quoted(&view.values.owned(key)));
    }
    say("query", quoted(&Some(view.query.clone()).filter(|it| !it.is_empty())));
    let sort = view.sort.iter().map(|it| match it.direction {
        Direction::Ascending => format!("{} up", it.column.key),
        Direction::Descending => format!("{} down", it.column.key),
    });
    say("sort", sort.collect::<Vec<_>>().join(", "));
    say_columns(view, &mut say);
    say(
        "layout",
        match view.layout {
            None => String::new(),
            Some(Layout::Table) => "table".to_owned(),
            Some(Layout::Cards) => "cards".to_owned(),
        },
    );
    say("open", quoted(&view.item));
    say("compared", view.compared.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(" "));
    say("shown", if view.comparing { "compared".to_owned() } else { String::new() });
    out
}

fn say_columns(view: &ViewState, say: &mut dyn FnMut(&str, String)) {
    let shown: Vec<&str> = view.shown_columns().iter().map(|it| it.key).collect();
    let own: Vec<&str> = view.catalog.shown().map(|it| it.key).collect();
    if shown != own {
        say("columns", shown.join(" "));
    }
    let width = |it| view.chosen_width(it).map(|width| format!("{} {width}", it.key));
    let widths: Vec<String> = view.catalog.columns.iter().filter_map(width).collect();
    say("widths", widths.join(", "));
    if view.pinned() != 1 {
        say("pinned", view.pinned().to_string());
    }
}
