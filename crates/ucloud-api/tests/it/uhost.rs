//! What is peculiar to virtual machine images: `DescribeImage`.

use serde_json::json;
use ucloud_api::{FieldValue, Model, Problem, models::describe_image::*};

/// The answer printed on the official page, whose values are random text.
const PRINTED: &str = include_str!("../data/describe_image.json");

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
        price_set: Some(1),
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

#[test]
fn zone_may_be_empty_for_a_whole_region() {
    check("Zone", json!(""), FieldValue::Missing);
    check("Zone", json!("hk-02"), FieldValue::Text("hk-02"));
}

#[test]
fn os_type_may_be_a_distribution_on_old_accounts() {
    check("OsType", json!("CentOS"), FieldValue::Text("CentOS"));
}

#[test]
fn minimal_cpu_is_empty_or_a_platform() {
    check("MinimalCPU", json!(""), FieldValue::Missing);
    check("MinimalCPU", json!("Broadwell"), FieldValue::Text("Broadwell"));
}

#[test]
fn maintain_eol_is_a_day_or_empty() {
    check("MaintainEol", json!("2021/12/31"), FieldValue::Time(1_640_908_800));
}

#[test]
fn func_type_is_free_text_in_the_answer() {
    check("FuncType", json!("人工智能"), FieldValue::Text("人工智能"));
}

#[test]
fn the_page_here_is_older_and_newer_fields_are_read() {
    check("Tag", json!("Default"), FieldValue::Text("Default"));
    check("DataSnapshotIds", json!(["s-1"]), FieldValue::List(vec!["s-1".to_owned()].into()));
}

#[test]
fn example_answer_misses_fields_of_the_table() {
    let page = decode(PRINTED).unwrap();
    let image = &page.rows[0].item;
    assert_eq!((image.maintain_eol.0, image.supported_gpu_types.len()), (None, 0));
    assert_eq!((image.scene_categories.len(), &image.primary_software), (0, &None));
}
