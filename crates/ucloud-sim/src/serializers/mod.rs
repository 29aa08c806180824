//! Models as the service writes them.

pub(crate) mod bucket;
pub(crate) mod community;
mod community_image;
pub(crate) mod compshare;
pub(crate) mod docker_image;
pub(crate) mod image;
pub(crate) mod image_tag;
pub(crate) mod light_image;
pub(crate) mod odd_time;
pub(crate) mod project;
pub(crate) mod region;
pub(crate) mod repo_image;
pub(crate) mod repository;
