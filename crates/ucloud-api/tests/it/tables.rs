//! A table's reader and the typed one see the same.

use proptest::prelude::*;
use ucloud_api::{
    Error, Model, Page, Plain, Tabular,
    models::{
        describe_image, describe_ulhost_image, get_docker_image_list, get_image_bucket_list,
        get_image_tag, get_repo_image,
    },
};

use crate::helpers::{Decode, shown};

/// Everything that a reader gives, as text.
fn print(rows: &dyn Tabular) -> String {
    let mut print =
        format!("{:?} {} {:?} {:?}", rows.fields(), rows.received(), rows.total(), rows.problems());
    rows.each(&mut |values, raw| {
        let values: Vec<_> = values.iter().map(shown).collect();
        print += &format!("\n{} {raw}", values.join("|"));
    });
    print
}

fn agree<M: Model>(decode: Decode<M>, rows: fn(&str) -> Result<Plain, Error>, body: &str) {
    let typed = decode(body).map(|it: Page<M>| print(&it));
    assert_eq!(rows(body).map(|it| print(&it)), typed, "{body}");
}

fn all_agree(body: &str) {
    agree(describe_image::decode, describe_image::rows, body);
    agree(describe_ulhost_image::decode, describe_ulhost_image::rows, body);
    agree(get_docker_image_list::decode, get_docker_image_list::rows, body);
    agree(get_image_bucket_list::decode, get_image_bucket_list::rows, body);
    agree(get_image_tag::decode, get_image_tag::rows, body);
    agree(get_repo_image::decode, get_repo_image::rows, body);
}

#[test]
fn both_read_the_same_answers() {
    for body in [
        include_str!("decoders/seeds/describe_image.json"),
        include_str!("decoders/seeds/describe_ulhost_image.json"),
        include_str!("decoders/seeds/get_docker_image_list.json"),
        include_str!("decoders/seeds/get_image_bucket_list.json"),
        include_str!("decoders/seeds/get_image_tag.json"),
        include_str!("decoders/seeds/get_repo_image.json"),
        r#"{"RetCode":0,"ImageSet":[7,{"ImageSize":"big","TagSet":[{"CreateTime":"soon"}]},{}]}"#,
        r#"{"RetCode":171}"#,
        "",
    ] {
        all_agree(body);
    }
}

proptest! {
    #[test]
    fn both_read_the_same_oddities(
        field in prop::sample::select(describe_image::HostImage::FIELDS),
        value in r#"null|true|-?[0-9]{1,6}|"[a-z0-9/ -]{0,12}"|\[\]|\[null,"a",7,\{\}\]|\{"a":1\}"#,
    ) {
        all_agree(&format!(r#"{{"RetCode":0,"TotalCount":9,"ImageSet":[{{"{field}":{value}}}]}}"#));
    }
}
