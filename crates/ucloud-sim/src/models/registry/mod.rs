//! Container images: what the older registry (UGC) and the newer one (UHub) hold.
//!
//! Both name programs that exist and tag them as people do. In UGC an image lies in a bucket of a
//! region, in UHub in a repository of a project.

pub(crate) mod bucket;
pub(crate) mod docker_image;
pub(crate) mod names;
pub(crate) mod program;
pub(crate) mod repo_image;
pub(crate) mod repository;
pub(crate) mod tags;

use super::place::NEWEST;
use crate::dice::Dice;

/// Who may look into a bucket or a repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Private,
    Public,
}

/// A moment between two others, in Unix seconds, and never after [`NEWEST`].
fn moment(dice: Dice, first: i64, last: i64) -> i64 {
    let span = last.min(NEWEST).saturating_sub(first).max(1);
    first + dice.below(span.unsigned_abs()).cast_signed()
}
