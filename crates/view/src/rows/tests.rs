//! Rows told apart, found and read.

use super::*;
use crate::catalogs;

fn load(answers: &[(&str, &str)]) -> (Rows, Vec<Received>) {
    let catalog = catalogs::first();
    let mut rows = Rows::new(catalog);
    let received = answers.iter().map(|(region, set)| {
        let target = Target::default().with("Region", region);
        let body = format!(r#"{{"RetCode":0,"TotalCount":9,"ImageSet":{set}}}"#);
        (catalog.append)(&mut rows, &target, &body).unwrap()
    });
    let received = received.collect();
    (rows, received)
}

#[test]
fn rows_carry_the_region_they_were_asked_for() {
    let (rows, _) = load(&[("hk", r#"[{"ImageId":"a"}]"#), ("sg", r#"[{"ImageId":"a"}]"#)]);
    let keys: Vec<_> = rows.table().rows().map(|row| rows.key(row)).collect();
    assert_eq!(keys, ["hk/a", "sg/a"]);
    assert_eq!(rows.find("sg/a"), Some(RowId(1)));
    assert_eq!(rows.find("us-ca/a"), None);
}

#[test]
fn a_repeated_row_is_kept_once_and_counted() {
    let (rows, received) = load(&[
        ("hk", r#"[{"ImageId":"a"},{"ImageId":"b"}]"#),
        ("hk", r#"[{"ImageId":"b"},{"ImageId":"c"}]"#),
    ]);
    assert_eq!(rows.table().len(), 3);
    assert_eq!((received[1].elements, received[1].repeated, received[1].total), (2, 1, Some(9)));
}

#[test]
fn rows_without_an_id_are_all_kept() {
    let (rows, received) = load(&[("hk", r#"[{"ImageName":"x"},{"ImageName":"x"}]"#)]);
    assert_eq!((rows.table().len(), received[0].repeated), (2, 0));
    assert_eq!(rows.key(RowId(1)), "~1");
}

#[test]
fn a_table_that_came_whole_finds_and_takes_rows_as_another() {
    let answers = [("hk", r#"[{"ImageId":"a"},{"ImageId":"b/c"},{"ImageName":"x"}]"#)];
    let (rows, _) = load(&answers);
    let mut rows = Rows::from_table(rows.catalog, rows.table);
    for (key, expected) in [
        ("hk/a", Some(RowId(0))),
        ("hk/b/c", Some(RowId(1))),
        ("hk/b", None),
        ("hk/ab", None),
        ("hka", None),
        ("hk/", None),
        ("", None),
    ] {
        assert_eq!(rows.find(key), expected, "{key}");
    }
    let more = r#"{"RetCode":0,"ImageSet":[{"ImageId":"a"},{"ImageId":"d"}]}"#;
    let received = (rows.catalog.append)(&mut rows, &Target::default().with("Region", "hk"), more);
    assert_eq!((received.unwrap().repeated, rows.table().len()), (1, 4));
    assert_eq!(rows.find("hk/d"), Some(RowId(3)));
}

#[test]
fn a_flag_is_read_from_any_of_its_words() {
    for (text, expected) in [
        ("true", Cell::Flag(true)),
        ("YES", Cell::Flag(true)),
        ("1", Cell::Flag(true)),
        ("False", Cell::Flag(false)),
        ("no", Cell::Flag(false)),
        ("0", Cell::Flag(false)),
        ("maybe", Cell::Missing),
        ("", Cell::Missing),
    ] {
        assert_eq!(cell(&FieldValue::Text(text), Kind::Flag), expected, "{text}");
    }
    assert_eq!(cell(&FieldValue::Text("true"), Kind::Text), Cell::Text("true"));
}
