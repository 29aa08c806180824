use catalog::RowId;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::{Target, catalogs};

/// Rows of one image each, with these fields.
fn rows(images: &[Json]) -> Rows {
    let catalog = catalogs::first();
    let mut rows = Rows::new(catalog);
    let body = json!({"RetCode": 0, "ImageSet": images}).to_string();
    let target = Target::default().with("Region", "hk");
    (catalog.append)(&mut rows, &target, &body).unwrap();
    rows
}

fn print(export: Export, images: &[Json], keys: &[&str], lang: Lang) -> String {
    let rows = rows(images);
    let order: Vec<RowId> = rows.table().rows().collect();
    let columns: Vec<_> = keys.iter().map(|key| rows.catalog().column(key).unwrap()).collect();
    export.print(&rows, &order, &columns, lang)
}

fn images() -> Vec<Json> {
    vec![
        json!({"ImageId": "a", "ImageName": "Ubuntu, \"24.04\"", "ImageSize": 20, "State": "Available",
            "CreateTime": 1_700_000_000, "Features": ["GPU", "IPv6"]}),
        json!({"ImageId": "b", "ImageName": "=cmd|' /C calc'!A0", "ImageSize": 0}),
    ]
}

const KEYS: &[&str] = &["name", "size", "state", "created", "features"];

#[test]
fn csv_is_what_the_screen_shows_with_raw_numbers_and_no_formula() {
    assert_eq!(
        print(Export::Csv, &images(), KEYS, Lang::En),
        "Name,Size (GB),State,Created,Features\r\n\
         \"Ubuntu, \"\"24.04\"\"\",20,Available,2023-11-14T22:13:20Z,GPU; IPv6\r\n\
         '=cmd|' /C calc'!A0,0,,,\r\n"
    );
    assert!(print(Export::Csv, &images(), KEYS, Lang::Zh).contains(",可用,"));
}

#[test]
fn json_has_the_values_of_the_service_and_the_same_keys_in_each_row() {
    let read: Json = serde_json::from_str(&print(Export::Json, &images(), KEYS, Lang::Zh)).unwrap();
    assert_eq!(
        read,
        json!([
            {"name": "Ubuntu, \"24.04\"", "size": 20, "state": "Available",
             "created": "2023-11-14T22:13:20Z", "features": ["GPU", "IPv6"]},
            {"name": "=cmd|' /C calc'!A0", "size": 0, "state": null, "created": null, "features": null},
        ])
    );
    assert_eq!(print(Export::Json, &[], KEYS, Lang::En), "[]\n");
    let lines = print(Export::NdJson, &images(), KEYS, Lang::En);
    let each: Vec<Json> = lines.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert_eq!(Json::Array(each), read);
}

#[test]
fn markdown_has_no_mark_but_its_own() {
    let hostile = [
        json!({"ImageId": "a", "ImageName": "![x](https://e.example) <b>|\n# y", "ImageSize": 1.5}),
    ];
    assert_eq!(
        print(Export::Markdown, &hostile, &["name", "size"], Lang::En),
        "| Name | Size (GB) |\n| --- | --: |\n\
         | \\!\\[x\\](https\\://e.example) \\<b\\>\\| \\# y |  |\n"
    );
}

#[test]
fn flags_are_true_false_or_nothing() {
    let catalog = catalogs::CATALOGS.into_iter().find(|it| it.column("auto").is_some()).unwrap();
    let mut rows = Rows::new(catalog);
    let group = |id: &str, auto: Json| json!({"GroupId": id, "Data": [{"CompShareImageId": id, "Status": "Available", "AutoStart": auto}]});
    let groups = [group("a", json!(true)), group("b", json!(false)), group("c", Json::Null)];
    let body = json!({"RetCode": 0, "CompshareImageGroup": groups}).to_string();
    (catalog.append)(&mut rows, &Target::default(), &body).unwrap();
    let order: Vec<RowId> = rows.table().rows().collect();
    let columns = [catalog.column("auto").unwrap()];
    let print = |export: Export| export.print(&rows, &order, &columns, Lang::En);
    assert_eq!(print(Export::Csv), "Starts by itself\r\ntrue\r\nfalse\r\n\r\n");
    assert_eq!(print(Export::NdJson), "{\"auto\":true}\n{\"auto\":false}\n{\"auto\":null}\n");
}

#[test]
fn order_and_columns_are_those_given() {
    let rows = rows(&images());
    let columns = [rows.catalog().column("id").unwrap()];
    let csv = Export::Csv.print(&rows, &[RowId(1), RowId(0)], &columns, Lang::En);
    assert_eq!(csv, "Image id\r\nb\r\na\r\n");
}

#[test]
fn numbers_keep_what_they_have() {
    for (number, expected) in [
        (0.0, "0"),
        (20.0, "20"),
        (0.35, "0.35"),
        (-1.5, "-1.5"),
        (1e12, "1000000000000"),
        (0.1 + 0.2, "0.3"),
    ] {
        assert_eq!(decimal(number), expected);
    }
}

/// A reader of CSV by the letter of the RFC.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut rest = text.chars().peekable();
    while let Some(it) = rest.next() {
        match it {
            '"' if quoted && rest.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && rest.next_if_eq(&'\n').is_some() => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(it),
        }
    }
    rows
}

proptest! {
    #[test]
    fn csv_reads_back_and_holds_no_formula(names in prop::collection::vec("[=+@a\",\r\n 镜-]{1,8}", 1..4)) {
        let images: Vec<_> = names
            .iter()
            .enumerate()
            .map(|(id, name)| json!({"ImageId": id.to_string(), "ImageName": name}))
            .collect();
        let read = read_csv(&print(Export::Csv, &images, &["name", "id"], Lang::En));
        prop_assert_eq!(read.len(), names.len() + 1);
        for (row, name) in read[1..].iter().zip(&names) {
            prop_assert!(!row[0].starts_with(['=', '+', '-', '@']));
            prop_assert_eq!(row[0].strip_prefix('\'').unwrap_or(&row[0]), name);
        }
    }

    #[test]
    fn json_reads_back(name in ".{1,12}") {
        let images = [json!({"ImageId": "a", "ImageName": name})];
        let read: Json = serde_json::from_str(&print(Export::NdJson, &images, &["name"], Lang::En)).unwrap();
        prop_assert_eq!(read["name"].as_str(), Some(name.as_str()));
    }
}
