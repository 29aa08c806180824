//! An image in a bucket of UGC.

use super::tags::Tags;
use crate::models::project::PROJECTS;

/// The host of the registry.
const HOST: &str = "ucsdr.ucloud.cn:5000";

/// An image of `GetDockerImageList`. It was updated when its last tag was pushed.
#[derive(Debug)]
pub(crate) struct DockerImage {
    /// Host, bucket and image, without a tag.
    pub(crate) reference: String,
    pub(crate) tags: Tags,
    pub(crate) form: Form,
}

/// How an answer writes an image. The official page shows two forms, and both are sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As in its example: `ImageName`, and nothing about the owner.
    Printed,
    /// As in its table: `BucketName`, with resource and project.
    Documented { resource_id: String, project_id: &'static str },
}

impl DockerImage {
    pub(crate) fn new(bucket: &str, name: &str, row: u64, tags: Tags) -> Self {
        let reference = format!("{HOST}/{bucket}/{name}");
        Self { reference, form: form(row, tags), tags }
    }
}

/// The first image of each bucket is written as in the example.
fn form(row: u64, tags: Tags) -> Form {
    if row.is_multiple_of(2) {
        return Form::Printed;
    }
    let digits = tags.dice.named("resource").bits() >> 32;
    let project = tags.dice.named("owner").below(PROJECTS.len() as u64) as usize;
    let project_id = PROJECTS.get(project).map_or("", |project| project.id);
    Form::Documented { resource_id: format!("ugc-image-{digits:08x}"), project_id }
}
