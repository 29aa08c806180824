//! Where an image stands, and what it has from there.

use super::{
    calendar,
    image::{Image, ImageType, State},
    system::System,
};
use crate::dice::Dice;

/// Nothing is younger than this, so that equal seeds give equal rows next year too.
pub(crate) const NEWEST: i64 = calendar::unix(2026, 10, 31);

/// Where and when an image is made; with it a source can complete the image.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) zone: &'static str,
    pub(crate) id: String,
    pub(crate) tag: &'static str,
    /// How often the natural population was used up before this row.
    pub(crate) round: u64,
    pub(crate) dice: Dice,
}

impl Place {
    /// A moment in the half year after `since`, and later in later rounds.
    pub(crate) fn created_after(&self, since: i64) -> i64 {
        let days = if self.round == 0 { 180 } else { 900 };
        self.created_within(since, since + days * 86_400)
    }

    /// A moment between two others, but never after [`NEWEST`].
    pub(crate) fn created_within(&self, first: i64, last: i64) -> i64 {
        let span = last.min(NEWEST).saturating_sub(first).max(1);
        first + self.dice.named("created").below(span.unsigned_abs()).cast_signed()
    }

    /// What all images have from their system; the sources replace the rest.
    pub(crate) fn image(
        self,
        system: &'static System,
        image_type: ImageType,
        name: String,
    ) -> Image {
        Image {
            zone: self.zone,
            id: self.id,
            name,
            os_type: system.os_type.name(),
            os_name: system.os_name(),
            image_type,
            features: system.features,
            listing: None,
            state: State::Available,
            description: String::new(),
            created: system.since,
            size_gb: system.size_gb(),
            minimal_cpu: system.minimal_cpu,
            end_of_life: system.end_of_life,
            tag: self.tag,
            snapshot_ids: Vec::new(),
            is_old: false,
        }
    }
}
