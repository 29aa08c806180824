//! What the simulated service knows.

pub(crate) mod calendar;
pub(crate) mod community;
pub(crate) mod compshare;
pub(crate) mod custom;
pub(crate) mod image;
pub(crate) mod image_id;
pub(crate) mod light_image;
pub(crate) mod market;
pub(crate) mod offer;
pub(crate) mod place;
pub(crate) mod population;
pub(crate) mod project;
pub(crate) mod region;
pub(crate) mod registry;
pub(crate) mod scatter;
pub(crate) mod slot;
pub(crate) mod system;
pub(crate) mod world;
