//! The answer of `GetDockerImageList` (`api/ugc-api/get_docker_image_list.md`).

use serde::Serialize;

use crate::models::registry::{
    docker_image::{DockerImage, Form},
    tags::{Tag, Tags},
};

/// Alone among the lists it has a `Message` when all is well.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct DockerImageList {
    message: &'static str,
    total_count: u64,
    image_set: Vec<DockerImageRow>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct DockerImageRow {
    #[serde(flatten)]
    form: RowForm,
    /// Null for an image without tags.
    tag_set: Option<Vec<TagRow>>,
    update_time: i64,
}

#[derive(Serialize)]
#[serde(untagged)]
enum RowForm {
    #[serde(rename_all = "PascalCase")]
    Printed { image_name: String },
    #[serde(rename_all = "PascalCase")]
    Documented { bucket_name: String, resource_id: String, org_id: &'static str },
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct TagRow {
    tag_name: String,
    create_time: i64,
}

impl DockerImageList {
    pub(crate) fn new(total_count: u64, images: impl Iterator<Item = DockerImage>) -> Self {
        Self { message: "", total_count, image_set: images.map(DockerImageRow::new).collect() }
    }
}

impl DockerImageRow {
    fn new(image: DockerImage) -> Self {
        Self {
            form: RowForm::new(image.reference, image.form),
            tag_set: tag_rows(image.tags),
            update_time: image.tags.updated,
        }
    }
}

impl RowForm {
    fn new(reference: String, form: Form) -> Self {
        match form {
            Form::Printed => Self::Printed { image_name: reference },
            Form::Documented { resource_id, project_id } => {
                Self::Documented { bucket_name: reference, resource_id, org_id: project_id }
            }
        }
    }
}

fn tag_rows(tags: Tags) -> Option<Vec<TagRow>> {
    let row = |tag: Tag| TagRow { tag_name: tag.name, create_time: tag.pushed };
    let rows = (0..tags.count).filter_map(|place| tags.newest_first(place)).map(row);
    (tags.count > 0).then(|| rows.collect())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{dice::Dice, models::registry::program::Style};

    #[track_caller]
    fn check(count: u64, form: Form, row: &Value) {
        let (created, updated, dice) = (0, 1_234_567_890, Dice::new(1));
        let tags = Tags { style: Style::Counter, count, created, updated, dice };
        let reference = "ucsdr.ucloud.cn:5000/ucs/helloworld".to_owned();
        let list = DockerImageList::new(1, [DockerImage { reference, tags, form }].into_iter());
        let expected = json!({"Message": "", "TotalCount": 1, "ImageSet": [row]});
        assert_eq!(serde_json::to_value(list).unwrap(), expected);
    }

    #[test]
    fn a_row_in_both_forms() {
        let tag = json!({"TagName": "1", "CreateTime": 1_234_567_890});
        let printed = json!({"ImageName": "ucsdr.ucloud.cn:5000/ucs/helloworld",
            "TagSet": [tag], "UpdateTime": 1_234_567_890});
        check(1, Form::Printed, &printed);
        let documented = json!({"BucketName": "ucsdr.ucloud.cn:5000/ucs/helloworld",
            "ResourceId": "ugc-image-1", "OrgId": "org-sample", "TagSet": null,
            "UpdateTime": 1_234_567_890});
        let form = Form::Documented { resource_id: "ugc-image-1".into(), project_id: "org-sample" };
        check(0, form, &documented);
    }
}
