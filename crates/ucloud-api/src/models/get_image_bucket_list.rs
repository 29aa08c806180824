//! `GetImageBucketList`: the buckets of Docker images in a region.
//!
//! Source: [GetImageBucketList](https://docs.ucloud.cn/api/ugc-api/get_image_bucket_list).
//!
//! ```
//! use ucloud_api::models::get_image_bucket_list as api;
//!
//! let request = api::Request { region: "cn-bj2".into(), bucket_type: Some("User".into()), ..Default::default() };
//! assert_eq!(request.params().get("BucketType"), Some("User"));
//! ```

use crate::{
    Error, Page, Plain,
    field::{Int, Text, Time},
    model::model,
    plain::Listed,
    reference::Reference,
    request::request,
};

/// The action's name.
pub const ACTION: &str = "GetImageBucketList";

const LIST: &[&str] = &["ImageSet"];

request! {
    /// Region, such as `cn-bj2`. Required by the service.
    region: String = "Region",
    /// One bucket; unset lists all.
    bucket_name: Option<String> = "BucketName",
    /// `All` (if unset), `User` for the account's own, `Share` for public ones of others. The answer's `BucketType` has other values.
    bucket_type: Option<String> = "BucketType",
    /// `Default`.
    order_by: Option<String> = "OrderBy",
    /// How many buckets to return; 20 if unset.
    limit: Option<u64> = "Limit",
    /// How many buckets to pass over; 0 if unset.
    offset: Option<u64> = "Offset",
    /// Project. The page does not name it; every action of the general API takes it.
    project_id: Option<String> = "ProjectId",
}

/// Reads an answer. The list is called `ImageSet` although its rows are buckets.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<Bucket>, Error> {
    Page::read(body, LIST)
}

/// Reads an answer for a table.
///
/// # Errors
///
/// As [`decode`].
pub fn rows(body: &str) -> Result<Plain, Error> {
    Plain::read(body, LIST, &Bucket::SPEC)
}

model! {
    /// A bucket of Docker images.
    pub struct Bucket {
        /// Name. The printed example has a whole image reference here; [`Bucket::name`] takes the bucket out of it.
        bucket_name: Text = "BucketName",
        /// `Private` or `Public`.
        bucket_type: Text = "BucketType",
        /// How many images it holds.
        image_count: Int = "ImageCount",
        /// When it was made, in Unix seconds.
        create_time: Time = "CreateTime",
    }
}

impl Bucket {
    /// The name to ask for its images with: `ucs` of `ucs` and of `ucsdr.ucloud.cn:5000/ucs/helloworld:6`.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.bucket_name.as_deref().map(Reference::bucket_of)
    }
}
