//! What an implementer would get wrong, numbered as in `docs/api-notes.md`; each number has a test here or beside what it is about.

use serde_json::json;
use ucloud_api::{
    Action, Class, Code, Envelope, Error, KeyPair, Pager, Params, Product,
    models::{
        describe_community_images, describe_image, get_docker_image_list, get_region, get_repo,
        get_repo_image,
    },
    signature,
};

#[test]
fn surprise_1_community_images_come_in_groups() {
    let body = json!({"RetCode": 0, "CompshareImageGroup": [{"GroupId": "g", "Data": [{}, {}]}]});
    let page = describe_community_images::decode(&body.to_string()).unwrap();
    assert_eq!((page.received, page.rows[0].item.versions.len()), (1, 2));
}

#[test]
fn surprise_2_keys_sort_by_bytes_and_lists_start_at_zero() {
    let params =
        Params::default().with_list("Ids", 0..11).with("_", "1").with("a", "2").with("B", "3");
    let form = params.into_form();
    let keys: Vec<_> = form.reveal().split('&').filter_map(|it| it.split('=').next()).collect();
    assert_eq!(keys[..4], ["B", "Ids.0", "Ids.1", "Ids.10"]);
    assert_eq!(keys[keys.len() - 2..], ["_", "a"]);
}

#[test]
fn surprise_3_only_the_wire_form_is_escaped() {
    let signed = Params::new("GetRegion").with("Name", "a+b c&d=数").sign(&KeyPair::new("p", "k"));
    let raw = [("Action", "GetRegion"), ("Name", "a+b c&d=数"), ("PublicKey", "p")];
    assert_eq!(signed.added().last(), Some(("Signature", signature::sign(raw, "k").as_str())));
    assert!(signed.into_form().reveal().contains("Name=a%2Bb+c%26d%3D%E6%95%B0&"));
}

#[test]
fn surprise_4_empty_values_are_neither_signed_nor_sent() {
    let request = describe_image::Request {
        region: "hk".into(),
        zone: Some(String::new()),
        image_ids: vec![String::new()],
        ..Default::default()
    };
    assert_eq!(request.params().into_form().reveal(), "Action=DescribeImage&Region=hk");
    let signed = request.params().sign(&KeyPair::new("p", "k"));
    let raw = [("Action", "DescribeImage"), ("PublicKey", "p"), ("Region", "hk")];
    assert_eq!(signed.added().last(), Some(("Signature", signature::sign(raw, "k").as_str())));
}

#[test]
fn surprise_5_nested_values_go_as_dotted_keys() {
    let params = Params::new("A").with("SortCondition.Field", "Price").with_list("Tag", ["a", "b"]);
    assert_eq!(params.into_form().reveal(), "Action=A&SortCondition.Field=Price&Tag.0=a&Tag.1=b");
}

#[test]
fn surprise_6_success_is_what_the_return_code_says() {
    for (body, expected) in [
        (r#"{"RetCode":0}"#, None),
        (r#"{"RetCode":"0"}"#, None),
        (r#"{"RetCode":"171","Message":"m"}"#, Some(171)),
        (r#"{"RetCode":8874}"#, Some(8874)),
    ] {
        let code = Envelope::open(body).err().and_then(|it| it.advice()).map(|it| it.number);
        assert_eq!(code, expected, "{body}");
    }
}

#[test]
fn surprise_7_only_what_heals_is_tried_again() {
    for (number, heals) in [
        (110, true),
        (130, true),
        (150, true),
        (153, true),
        (8889, true),
        (43020, true),
        (171, false),
        (8095, false),
        (8846, false),
        (214_001, false),
    ] {
        assert_eq!(Code::of(number).class.heals(), heals, "{number}");
    }
    assert_eq!(Code::of(153).class, Class::RetrySlow);
}

#[test]
fn surprise_8_misspelt_and_mixed_case_values_come_as_they_were_sent() {
    let body = json!({"RetCode": 0, "ImageSet": [{"State": "UnAvailable", "Features": ["NetEnhnced", "NetEnhanced"]}]});
    let image = describe_image::decode(&body.to_string()).unwrap().rows.remove(0).item;
    assert_eq!(image.state.as_deref(), Some("UnAvailable"));
    assert_eq!(image.features, ["NetEnhnced", "NetEnhanced"]);
}

#[test]
fn surprise_12_lists_are_called_image_set_whatever_they_hold() {
    let body = r#"{"RetCode":0,"ImageSet":[{"BucketName":"a","ImageName":"b"}]}"#;
    assert_eq!(get_docker_image_list::decode(body).unwrap().received, 1);
    assert_eq!(ucloud_api::models::get_image_bucket_list::decode(body).unwrap().received, 1);
}

#[test]
fn surprise_13_repositories_have_no_region() {
    assert!(describe_image::Request::PARAMS.contains(&"Region"));
    for params in
        [get_repo_image::Request::PARAMS, get_repo::Request::PARAMS, get_region::Request::PARAMS]
    {
        assert!(!params.contains(&"Region"), "{params:?}");
    }
}

#[test]
fn surprise_14_both_kinds_of_repositories_must_be_asked_for() {
    let ask = |kind: Option<&str>| {
        let kind = kind.map(str::to_owned);
        get_repo::Request { kind, ..Default::default() }.params().into_form().reveal().to_owned()
    };
    assert_eq!(ask(None), "Action=GetRepo");
    assert_eq!(ask(Some("private")), "Action=GetRepo&Type=private");
}

#[test]
fn surprise_15_price_set_is_a_flag_in_the_request_and_a_list_in_the_answer() {
    let request = describe_image::Request { price_set: Some(1), ..Default::default() };
    assert!(request.params().into_form().reveal().ends_with("PriceSet=1"));
    let body =
        json!({"RetCode": 0, "ImageSet": [{"PriceSet": [{"ChargeType": "Month", "Price": 12.5}]}]});
    let image = describe_image::decode(&body.to_string()).unwrap().rows.remove(0).item;
    assert_eq!(image.prices.0[0].price, "12.50");
}

#[test]
fn surprise_16_rows_are_counted_and_totals_are_not_believed() {
    let mut pager = Pager::new(100);
    let mut asked = Vec::new();
    for (rows, total) in [(100, Some(100)), (100, Some(350)), (100, Some(0)), (20, Some(320))] {
        asked.push(pager.next().unwrap().offset);
        pager.received(rows, total);
    }
    assert_eq!((asked, pager.next()), (vec![0, 100, 200, 300], None));
}

#[test]
fn surprise_17_a_list_can_be_asked_for_without_its_texts() {
    let request =
        describe_community_images::Request { exclude_readme: Some(true), ..Default::default() };
    assert!(request.params().into_form().reveal().ends_with("ExcludeReadme=true"));
}

#[test]
fn surprise_18_lists_may_be_null() {
    let decode = |body: &str| get_docker_image_list::decode(body).unwrap();
    assert_eq!(decode(r#"{"RetCode":0,"ImageSet":null}"#).received, 0);
    let page = decode(r#"{"RetCode":0,"ImageSet":[{"ImageName":"a","TagSet":null}]}"#);
    assert_eq!((page.problems.len(), page.rows[0].item.tags.0.len()), (0, 0));
}

#[test]
fn surprise_19_compshare_has_a_host_of_its_own() {
    let product = |name| Action::find(name).unwrap().product;
    assert_eq!(product("DescribeCommunityImages").host(), "api.compshare.cn");
    assert_eq!(product("DescribeImage"), Product::UCloud);
    assert_ne!(Product::CompShare.host(), Product::UCloud.host());
}

#[test]
fn surprise_20_a_closed_region_is_told_from_a_wrong_key() {
    for (number, class) in
        [(161, Class::Bug), (230, Class::Param), (293, Class::Param), (299, Class::Auth)]
    {
        let error = Error::Refused { code: number, message: String::new() };
        assert_eq!(error.advice().map(|it| (it.number, it.class)), Some((number, class)));
        assert!(!error.heals());
    }
}
