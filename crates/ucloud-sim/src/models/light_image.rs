//! Images of the lightweight servers (ULightHost): standard images, applications and own images.
//!
//! They are images like those of UHost, from the same systems and the same market, but a pool of
//! their own with its own ids.

use super::{
    image::{FuncType, Image, ImageType},
    population::{Population, RegionImages},
    slot::Slot,
};
use crate::dice::Dice;

/// The images of all regions.
#[derive(Debug)]
pub(crate) struct LightImages(Population);

/// An image, and how the console shows it.
#[derive(Debug)]
pub(crate) struct LightImage {
    pub(crate) image: Image,
    pub(crate) display_name: String,
    /// A picture of the application; empty for what is none.
    pub(crate) logo: String,
    pub(crate) scene: Scene,
}

/// The zone of the shop in which an application is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scene {
    Normal,
    CrossBorder,
}

/// What sells abroad, by its first software.
const CROSS_BORDER: &[&str] = &["WordPress", "Odoo", "Node.js", "Nginx"];

impl LightImages {
    /// The natural population. It does not grow: lightweight servers have no large catalogue.
    pub(crate) fn new(seed: u64) -> Self {
        Self(Population::new(Dice::new(seed).named("ulighthost").bits(), None))
    }

    pub(crate) fn region(&self, id: &str) -> Option<&RegionImages> {
        self.0.region(id)
    }
}

/// The images of a region that lightweight servers take: of the market, the applications only.
pub(crate) fn light_images(images: &RegionImages) -> impl Iterator<Item = LightImage> {
    let rows = (0..images.len()).filter(|&row| images.slot(row).is_some_and(is_light));
    rows.filter_map(|row| images.image(row)).map(LightImage::new)
}

impl Scene {
    pub(crate) fn parse(name: &str) -> Option<Self> {
        match name {
            "Normal" => Some(Self::Normal),
            "CrossBorder" => Some(Self::CrossBorder),
            _ => None,
        }
    }
}

impl LightImage {
    fn new(image: Image) -> Self {
        let software = image.listing.map_or("", |listing| listing.primary_software);
        Self {
            display_name: display_name(&image, software),
            logo: logo(&image),
            scene: scene(software),
            image,
        }
    }
}

fn is_light(slot: Slot) -> bool {
    slot.image_type() != ImageType::Business || slot.func_type() == Some(FuncType::App)
}

fn display_name(image: &Image, software: &'static str) -> String {
    match image.image_type {
        ImageType::Base => image.name.trim_end_matches(" 64位").to_owned(),
        ImageType::Business => software.to_owned(),
        ImageType::Custom => image.name.clone(),
    }
}

/// On a reserved domain, so that no picture of anybody is fetched for made-up data.
fn logo(image: &Image) -> String {
    match image.image_type {
        ImageType::Base | ImageType::Custom => String::new(),
        ImageType::Business => format!("https://static.example.com/ulighthost/{}.png", image.id),
    }
}

fn scene(software: &str) -> Scene {
    if CROSS_BORDER.contains(&software) { Scene::CrossBorder } else { Scene::Normal }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::market::MARKET;

    fn images(region: &str) -> Vec<LightImage> {
        light_images(LightImages::new(1).region(region).unwrap()).collect()
    }

    #[test]
    fn of_the_market_only_applications() {
        for light in images("cn-bj2") {
            let is_app = light.image.image_type == ImageType::Business;
            let func_type = light.image.listing.map(|listing| listing.func_type);
            assert_eq!(func_type, is_app.then_some(FuncType::App.name()));
            assert_eq!(!light.logo.is_empty(), is_app, "{}", light.image.name);
            assert!(!light.display_name.is_empty(), "{}", light.image.name);
        }
    }

    #[test]
    fn what_sells_abroad_is_on_the_market() {
        for name in CROSS_BORDER {
            let sells = MARKET.iter().any(|offer| offer.listing.primary_software == *name);
            assert!(sells, "{name}");
        }
    }

    #[test]
    fn the_ids_are_not_those_of_uhost() {
        let uhost = Population::new(1, None);
        let uhost = uhost.region("hk").unwrap();
        let ids: Vec<_> = (0..uhost.len()).map(|row| uhost.id(row)).collect();
        assert!(images("hk").iter().all(|light| !ids.contains(&light.image.id)));
    }
}
