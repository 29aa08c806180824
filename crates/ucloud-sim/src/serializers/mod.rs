//! Models as the service writes them.

pub(crate) mod image;
pub(crate) mod project;
pub(crate) mod region;
