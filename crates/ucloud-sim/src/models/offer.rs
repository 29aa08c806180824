//! What a vendor puts on the market, and how the table of offers is written.

use super::{
    calendar,
    image::{Image, ImageType, Listing, State},
    place::Place,
    system::System,
};

/// What a vendor offers. The programs exist and the links are theirs; the vendors other than UCloud
/// are invented.
#[derive(Debug)]
pub(crate) struct Offer {
    pub(crate) name: &'static str,
    /// The name of the standard image beneath.
    pub(crate) system: &'static str,
    pub(crate) listing: Listing,
    /// Unix seconds of the first day on which the image could exist.
    pub(crate) since: i64,
    /// In how many of a hundred zones the offer exists.
    pub(crate) spread: u64,
    description: &'static str,
    size_gb: u32,
    features: &'static [&'static str],
}

/// What machines with a GPU can do.
const GPU: &[&str] =
    &["NetEnhnced", "NetEnhanced_Ultra", "HotPlug", "GPU", "CloudInit", "IPv6", "RssdAttachable"];

impl Offer {
    /// The offer in one place. After the first round it carries a version, because names would
    /// repeat.
    pub(crate) fn image(&'static self, system: &'static System, place: Place) -> Image {
        let name = self.name_in(&place);
        let created = place.created_after(self.since);
        let withdrawn = place.dice.named("withdrawn").chance(2);
        Image {
            created,
            description: self.description.to_owned(),
            size_gb: self.size_gb.max(system.size_gb()),
            features: if self.features.is_empty() { system.features } else { self.features },
            listing: Some(self.listing),
            state: if withdrawn { State::Unavailable } else { State::Available },
            ..place.image(system, ImageType::Business, name)
        }
    }

    fn name_in(&self, place: &Place) -> String {
        let part = |name, end| place.dice.named(name).below(end);
        match place.round {
            0 => self.name.to_owned(),
            _ => format!(
                "{} v{}.{}.{}",
                self.name,
                1 + part("major", 5),
                part("minor", 12),
                part("patch", 30)
            ),
        }
    }

    /// Who offers it, where it is described, and since which year and month.
    pub(crate) const fn by(
        mut self,
        vendor: &'static str,
        link: &'static str,
        since: (i64, i64),
    ) -> Self {
        self.listing.vendor = vendor;
        self.listing.link = link;
        self.since = calendar::unix(since.0, since.1, 1);
        self
    }

    pub(crate) const fn about(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }

    /// What the vendor wrote in place of one of the three words.
    pub(crate) const fn called(mut self, func_type: &'static str) -> Self {
        self.listing.func_type = func_type;
        self
    }

    pub(crate) const fn gpus(mut self, gpus: &'static [&'static str]) -> Self {
        self.listing.gpus = gpus;
        self
    }

    pub(crate) const fn scenes(mut self, scenes: &'static [&'static str]) -> Self {
        self.listing.scenes = scenes;
        self
    }

    pub(crate) const fn features(mut self, features: &'static [&'static str]) -> Self {
        self.features = features;
        self
    }

    pub(crate) const fn gb(mut self, size_gb: u32) -> Self {
        self.size_gb = size_gb;
        self
    }

    pub(crate) const fn spread(mut self, percent: u64) -> Self {
        self.spread = percent;
        self
    }
}

/// An offer for machines with a GPU, which are not in every zone.
pub(crate) const fn gpu(
    name: &'static str,
    system: &'static str,
    software: &'static str,
    primary: &'static str,
    month_fen: u32,
) -> Offer {
    offer("gpu", name, system, software, primary, month_fen).features(GPU).spread(80)
}

/// An offer of a program.
pub(crate) const fn app(
    name: &'static str,
    system: &'static str,
    software: &'static str,
    primary: &'static str,
    month_fen: u32,
) -> Offer {
    offer("app", name, system, software, primary, month_fen)
}

/// An offer of a system made ready for a purpose.
pub(crate) const fn uhost(
    name: &'static str,
    system: &'static str,
    software: &'static str,
    primary: &'static str,
    month_fen: u32,
) -> Offer {
    offer("uhost", name, system, software, primary, month_fen)
}

const fn offer(
    func_type: &'static str,
    name: &'static str,
    system: &'static str,
    software: &'static str,
    primary_software: &'static str,
    month_fen: u32,
) -> Offer {
    let listing = Listing {
        func_type,
        software,
        vendor: "",
        link: "",
        gpus: &[],
        scenes: &[],
        primary_software,
        month_fen,
    };
    Offer {
        name,
        system,
        listing,
        since: 0,
        spread: 95,
        description: "",
        size_gb: 20,
        features: &[],
    }
}
