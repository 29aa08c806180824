//! What the actions of the container registries read from a call in the same way.

use super::{Call, page::Page};
use crate::{
    models::{
        project::PROJECTS,
        registry::{bucket::Bucket, repository::Repository},
    },
    refusal::Refusal,
};

/// Neither registry documents a maximum; one page of images carries all their tags, hence this one.
const LONGEST_PAGE: u64 = 1_000;

/// A bucket is not there (`api/ugc-api/error_code.md`).
const NO_BUCKET: i64 = 43_023;

/// `Offset` and `Limit`.
pub(super) fn page(call: &Call<'_>) -> Result<Page, Refusal> {
    Page::read(call.params, LONGEST_PAGE)
}

/// What a page shows of a list that is short enough to be collected.
pub(super) fn shown<T>(page: Page, list: &[T]) -> &[T] {
    let range = page.range(list.len() as u64);
    list.get(range.start as usize..range.end as usize).unwrap_or_default()
}

/// The buckets of `Region`, which must be given and exist.
pub(super) fn buckets<'a>(call: &Call<'a>) -> Result<&'a [Bucket], Refusal> {
    let found = call.world.buckets.region(call.region()?.id);
    found.ok_or_else(|| Refusal::not_available("Region"))
}

/// The bucket `BucketName`, which must be given. The name is that of the bucket itself: references,
/// which lists show in its place, are not there.
pub(super) fn bucket<'a>(call: &Call<'a>) -> Result<&'a Bucket, Refusal> {
    let buckets = buckets(call)?;
    let name = call.params.required("BucketName")?;
    let found = buckets.iter().find(|bucket| bucket.name == name);
    found.ok_or_else(|| Refusal::of_code(NO_BUCKET))
}

/// `OrderBy` of the buckets and their images, for which one order exists.
pub(super) fn check_order(call: &Call<'_>) -> Result<(), Refusal> {
    call.params.choice("OrderBy", |order| (order == "Default").then_some(())).map(drop)
}

/// The id of `ProjectId`, or of the default project when none is given.
pub(super) fn project(call: &Call<'_>) -> Result<&'static str, Refusal> {
    let asked = call.params.text("ProjectId");
    let found = PROJECTS.iter().find(|project| match &asked {
        Some(id) => project.id == id,
        None => project.is_default,
    });
    found
        .map(|project| project.id)
        .ok_or_else(|| Refusal::unknown_project(&asked.unwrap_or_default()))
}

/// The repository `RepoName`, which must be given and belong to the project.
pub(super) fn repository<'a>(call: &Call<'a>) -> Result<&'a Repository, Refusal> {
    let project = project(call)?;
    let name = call.params.required("RepoName")?;
    let mut repositories = call.world.repositories.in_project(project);
    let found = repositories.find(|repository| repository.listing.name == name);
    // The service publishes no codes for its repositories. This is how it says elsewhere that a
    // value names nothing.
    found.ok_or_else(|| Refusal::not_available("RepoName"))
}
