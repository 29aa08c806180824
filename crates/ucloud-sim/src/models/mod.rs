//! What the simulated service knows.

pub(crate) mod calendar;
pub(crate) mod custom;
pub(crate) mod image;
pub(crate) mod image_id;
pub(crate) mod market;
pub(crate) mod offer;
pub(crate) mod place;
pub(crate) mod population;
pub(crate) mod project;
pub(crate) mod region;
pub(crate) mod slot;
pub(crate) mod system;
