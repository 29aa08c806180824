//! `DescribeImage`: what is asked, and what all kinds of answers become.

use proptest::prelude::*;
use serde_json::json;
use ucloud_api::{FieldValue, Model, Problem, models::describe_image::*};

/// The answer printed on the official page, whose values are random text.
const PRINTED: &str = include_str!("data/describe_image.json");

#[test]
fn the_printed_answer_reads_without_a_problem() {
    let page = decode(PRINTED).unwrap();
    assert_eq!((page.received, page.total, page.problems.len()), (1, Some(4), 0));
    let image = &page.rows[0].item;
    assert_eq!(image.image_id.as_deref(), Some("DSFagZyu"));
    assert_eq!(image.image_size, Some(5));
    assert_eq!(image.features, ["fIjpPBic"]);
    assert!(image.unknown.is_empty(), "{:?}", image.unknown);
    assert!(
        page.rows[0].raw.contains("\"Vendor\": \"JjBqzeus\""),
        "the raw text is kept as written"
    );
}

#[test]
fn every_parameter_is_sent_under_its_name() {
    let some = |text: &str| Some(text.to_owned());
    let request = Request {
        region: "hk".into(),
        zone: some("hk-02"),
        project_id: some("org-xp2ucn"),
        image_type: some("Base"),
        os_type: some("Linux"),
        image_id: some("uimage-a"),
        image_ids: vec!["uimage-b".into(), "uimage-c".into()],
        func_type: some("gpu"),
        tag: some("Default"),
        offset: Some(0),
        limit: Some(500),
        price_set: true,
    };
    assert_eq!(
        request.params().into_form().reveal(),
        "Action=DescribeImage&FuncType=gpu&ImageId=uimage-a&ImageIds.0=uimage-b&ImageIds.1=uimage-c&ImageType=Base\
         &Limit=500&Offset=0&OsType=Linux&PriceSet=1&ProjectId=org-xp2ucn&Region=hk&Tag=Default&Zone=hk-02"
    );
    assert_eq!(Request::default().params().into_form().reveal(), "Action=DescribeImage");
}

/// One row's field as the table sees it, from a row with only that field.
#[expect(clippy::needless_pass_by_value, reason = "the cases read better")]
fn check(field: &str, value: serde_json::Value, expected: FieldValue<'_>) {
    let body = json!({"RetCode": 0, "ImageSet": [{field: value}]}).to_string();
    let page = decode(&body).unwrap();
    let place = HostImage::FIELDS.iter().position(|it| *it == field).unwrap();
    assert_eq!(page.rows[0].item.values()[place], expected, "{body}");
    assert_eq!(page.problems, [], "{body}");
}

#[test]
fn fields_are_read_as_they_come() {
    check("ImageName", json!("CentOS 7.6 64位"), FieldValue::Text("CentOS 7.6 64位"));
    check("ImageName", json!(""), FieldValue::Missing);
    check("ImageName", json!(null), FieldValue::Missing);
    check("ImageSize", json!(20), FieldValue::Number(20.0));
    check("ImageSize", json!("20"), FieldValue::Number(20.0));
    check("CreateTime", json!("1700000000"), FieldValue::Time(1_700_000_000));
    check("MaintainEol", json!("2024/06/30"), FieldValue::Time(1_719_705_600));
    check("MaintainEol", json!(""), FieldValue::Missing);
    check("Features", json!(null), FieldValue::Missing);
    check(
        "Features",
        json!(["NetEnhnced"]),
        FieldValue::List(vec!["NetEnhnced".to_owned()].into()),
    );
    check(
        "PriceSet",
        json!([{"ChargeType": "Month", "Price": "12.5", "OriginalPrice": 20}]),
        FieldValue::List(vec!["Month 12.50".to_owned()].into()),
    );
}

#[test]
fn a_bad_row_and_a_bad_field_are_named_and_cost_nothing_else() {
    let body = r#"{"RetCode":0,"TotalCount":3,"ImageSet":[{"ImageId":"a","ImageSize":"big"},7,{"ImageId":"b"}]}"#;
    let page = decode(body).unwrap();
    let ids: Vec<_> = page.rows.iter().map(|row| row.item.image_id.as_deref().unwrap()).collect();
    assert_eq!((page.received, ids), (3, vec!["a", "b"]));
    assert_eq!(
        page.problems,
        [
            Problem { row: 0, field: Some("ImageSize"), expected: "a whole number" },
            Problem { row: 1, field: None, expected: "an object" },
        ]
    );
}

#[test]
fn unknown_fields_are_kept() {
    let page = decode(r#"{"RetCode":0,"ImageSet":[{"ImageId":"a","Colour":"blue"}]}"#).unwrap();
    assert_eq!(page.rows[0].item.unknown, [("Colour".to_owned(), json!("blue"))]);
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|it| json!(it)),
        any::<i64>().prop_map(|it| json!(it)),
        any::<f64>().prop_map(|it| json!(it)),
        ".{0,8}".prop_map(|it| json!(it)),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let name = prop_oneof![
            prop::sample::select(HostImage::FIELDS).prop_map(str::to_owned),
            "[a-z]{1,4}"
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|it| json!(it)),
            prop::collection::btree_map(name, inner, 0..6).prop_map(|it| json!(it)),
        ]
    })
}

proptest! {
    #[test]
    fn no_answer_makes_it_panic(rows in any_json(), code in any_json(), text in ".{0,40}") {
        let _ = decode(&json!({"RetCode": code, "ImageSet": rows}).to_string());
        let _ = decode(&json!({"RetCode": 0, "ImageSet": [rows]}).to_string());
        let _ = decode(&text);
    }
}
