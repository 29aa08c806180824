//! An image of `DescribeImage`.

/// An image, complete. The sizes are in GB, the times in Unix seconds.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    /// Empty when the image belongs to the whole region.
    pub(crate) zone: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
    /// The family, or the distribution: old accounts have images from before there were families.
    pub(crate) os_type: &'static str,
    pub(crate) os_name: &'static str,
    pub(crate) image_type: ImageType,
    pub(crate) features: &'static [&'static str],
    /// Only market images have one.
    pub(crate) listing: Option<Listing>,
    pub(crate) state: State,
    pub(crate) description: String,
    pub(crate) created: i64,
    pub(crate) size_gb: u32,
    pub(crate) minimal_cpu: &'static str,
    /// `YYYY/MM/DD`, or empty when nobody has said.
    pub(crate) end_of_life: &'static str,
    pub(crate) tag: &'static str,
    pub(crate) snapshot_ids: Vec<String>,
    /// Whether the service has never filled the fields that it added later.
    pub(crate) is_old: bool,
}

impl Image {
    /// The family, also of images that name their distribution in its place.
    pub(crate) fn family(&self) -> OsType {
        OsType::parse(self.os_type).unwrap_or(OsType::Linux)
    }
}

/// What the market says about an image.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listing {
    /// One of [`FuncType`], or whatever the vendor wrote.
    pub(crate) func_type: &'static str,
    pub(crate) software: &'static str,
    pub(crate) vendor: &'static str,
    pub(crate) link: &'static str,
    pub(crate) gpus: &'static [&'static str],
    pub(crate) scenes: &'static [&'static str],
    pub(crate) primary_software: &'static str,
    /// Price of a month in hundredths of a yuan; 0 is free.
    pub(crate) month_fen: u32,
}

/// Declares a set of values together with their names on the wire.
macro_rules! wire_names {
    ($(#[$doc:meta])* $type:ident { $($value:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $type { $($value),+ }

        impl $type {
            pub(crate) const ALL: &[Self] = &[$(Self::$value),+];

            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$value => $name),+ }
            }

            pub(crate) fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }
    };
}

wire_names! {
    /// Who made the image: UCloud, a vendor on the market, the account itself.
    ImageType { Base = "Base", Business = "Business", Custom = "Custom" }
}
wire_names! {
    /// The family of the system.
    OsType { Linux = "Linux", Windows = "Windows" }
}
wire_names! {
    /// What a market image is for, as far as the service can be asked for it.
    FuncType { Gpu = "gpu", App = "app", Uhost = "uhost" }
}
/// Whether an image can be used. Nothing filters by it, so its names are only written. One of them
/// is written in two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Available,
    Making,
    Unavailable,
    UnavailableOtherwiseSpelt,
    Copying,
}

impl State {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Available => "Available",
            Self::Making => "Making",
            Self::Unavailable => "Unavailable",
            Self::UnavailableOtherwiseSpelt => "UnAvailable",
            Self::Copying => "Copying",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for value in ImageType::ALL {
            assert_eq!(ImageType::parse(value.name()), Some(*value));
        }
        assert_eq!(FuncType::parse("gpu"), Some(FuncType::Gpu));
        assert_eq!(OsType::parse("linux"), None);
    }
}
