//! An image of `DescribeImage`.

/// An image, complete. The sizes are in GB, the times in Unix seconds.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    /// Empty when the image belongs to the whole region.
    pub(crate) zone: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) os_type: OsType,
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
}

/// What the market says about an image.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listing {
    pub(crate) func_type: FuncType,
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
    /// What a market image is for.
    FuncType { Gpu = "gpu", App = "app", Uhost = "uhost" }
}
/// Whether an image can be used. Nothing filters by it, so its names are only written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Available,
    Making,
    Unavailable,
    Copying,
}

impl State {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Available => "Available",
            Self::Making => "Making",
            Self::Unavailable => "Unavailable",
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
