use catalog::{Filter, Query};

use super::*;
use crate::catalogs::{self, CATALOGS};

#[test]
fn columns_go_by_key_field_and_labels() {
    let check = |catalog: &str, name: &str, expected: Option<&str>| {
        let found = catalogs::find(catalog).unwrap().named(name).map(|it| it.key);
        assert_eq!(found, expected, "{catalog} {name}");
    };
    check("uhost", "size", Some("size"));
    check("uhost", "ImageSize", Some("size"));
    check("uhost", "大小", Some("size"));
    check("uhost", "SYSTEM", Some("os"));
    check("uhost", "ostype", Some("family"));
    check("uhost", "colour", None);
    check("community", "CUDAVersion", Some("cuda"));
    check("community", "description", Some("description"));
    check("community", "描述", Some("summary"));
    check("docker", "ImageName", Some("name"));
}

/// Problems that a query has in a catalog, and whether a cell of that many GB is let through.
fn lets_through(catalog: &str, query: &str, gigabytes: f64) -> bool {
    let catalog = catalogs::find(catalog).unwrap();
    let filter = Filter::new(&Query::parse(query), &catalog.schema(), 0);
    assert_eq!(filter.problems(), [], "{query}");
    let place = catalog.place("size").unwrap();
    let in_unit = if catalog.columns[place].format == Format::Megabytes { 1024.0 } else { 1.0 };
    let mut cells = vec![catalog::Cell::Missing; catalog.columns.len()];
    cells[place] = catalog::Cell::Number(gigabytes * in_unit);
    let mut table = catalog::Table::new(catalog.schema());
    table.push(&cells, "");
    catalog::Search::default().run(&table, &filter, 1).rows().count() == 1
}

#[test]
fn a_size_means_the_same_in_every_catalog() {
    for catalog in CATALOGS.iter().filter(|it| it.column("size").is_some()) {
        for (query, size, expected) in [
            ("size:>20", 20.0, false),
            ("size:>20", 20.5, true),
            ("size:20GB", 20.0, true),
            ("size:512mb", 0.5, true),
            ("size:1..2t", 2048.0, true),
            ("大小:<1T", 1023.0, true),
        ] {
            assert_eq!(lets_through(catalog.id, query, size), expected, "{} {query}", catalog.id);
        }
    }
}

#[test]
fn a_word_goes_by_its_value_and_its_names() {
    let spec = catalogs::first().column("type").unwrap().spec();
    assert_eq!(spec.names.first(), Some(&("Base", "Standard")));
    assert!(
        spec.names.contains(&("Base", "标准镜像")) && !spec.names.contains(&("Custom", "Custom"))
    );
    let family = catalogs::first().column("family").unwrap().spec();
    assert_eq!((family.names.len(), family.matching), (0, Matching::Whole));
}

/// One row has a value in a column, the other has none of them.
fn finds(catalog: &str, key: &str, value: &str, queries: &[&str]) {
    let catalog = catalogs::find(catalog).unwrap();
    let place = catalog.place(key).unwrap();
    let mut table = catalog::Table::new(catalog.schema());
    for value in [value, "hk-02"] {
        let mut cells = vec![catalog::Cell::Missing; catalog.columns.len()];
        cells[place] = catalog::Cell::Text(value);
        table.push(&cells, "");
    }
    for query in queries {
        let filter = Filter::new(&Query::parse(query), table.schema(), 0);
        let found = catalog::Search::default().run(&table, &filter, 2);
        assert_eq!(found.rows().iter().collect::<Vec<_>>(), [0], "{} {key} {query}", catalog.id);
    }
}

#[test]
fn places_go_by_their_ids_and_their_names() {
    let region = ["北京", "beijing", "BJ2", "华北（北京2）", "地域:北京", "region:=cn-bj2"];
    finds("uhost", "region", "cn-bj2", &region);
    finds("docker", "region", "cn-bj2", &region);
    finds("light", "zone", "cn-bj2-05", &["北京", "beijing", "cn-bj2", "可用区:北京"]);
    finds("uhost", "zone", "cn-wlcb-01", &["乌兰察布", "zone:ulanqab"]);
}

#[test]
fn what_is_a_name() {
    for (text, expected) in [
        ("Zone", true),
        ("可用区", true),
        ("SupportedGPUTypes", true),
        ("镜像 ID", false),
        ("价格（元）", false),
        ("", false),
    ] {
        assert_eq!(is_name(text), expected, "{text}");
    }
}
