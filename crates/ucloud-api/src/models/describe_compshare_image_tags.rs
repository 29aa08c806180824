//! `DescribeCompShareImageTags`: the labels that community images can carry, by category.
//!
//! Source: [DescribeCompShareImageTags](https://docs.ucloud.cn/api/ucompshare-api/describe_comp_share_image_tags).

use serde_json::Value;

use crate::{
    Envelope, Error,
    field::{Field, Labels},
    request::request,
};

/// The action's name.
pub const ACTION: &str = "DescribeCompShareImageTags";

request! {}

/// The labels of community images.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImageTags {
    /// Every label.
    pub all: Vec<String>,
    /// *Newer.* Categories with their labels, in the order that `TagIndex` gives; those it does not name come last.
    pub categories: Vec<Category>,
}

/// A category of labels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Category {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub tags: Vec<String>,
}

/// Reads an answer. What is missing or has another shape counts as empty.
///
/// # Errors
///
/// As [`Envelope::open`].
pub fn decode(body: &str) -> Result<ImageTags, Error> {
    let envelope = Envelope::open(body)?;
    let order = labels(envelope.value("TagIndex"));
    let mut categories: Vec<_> = match envelope.value("TagsMap") {
        Some(Value::Object(map)) => map.into_iter().map(category).collect(),
        _ => Vec::new(),
    };
    let place = |name: &str| order.iter().position(|it| it == name).unwrap_or(order.len());
    categories.sort_by_key(|it| place(&it.name));
    Ok(ImageTags { all: labels(envelope.value("Tags")), categories })
}

fn category((name, tags): (String, Value)) -> Category {
    Category { name, tags: labels(Some(tags)) }
}

fn labels(value: Option<Value>) -> Vec<String> {
    value.and_then(|it| Labels::read(it).ok()).unwrap_or_default().0
}
