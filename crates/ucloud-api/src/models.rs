//! The answers of each action, one file each.
//!
//! Every file has the same shape: `ACTION` is its name, `Request` what to ask for, `decode` reads an answer. What the files do not
//! type can be asked with [`Params`](crate::Params) and read with [`Envelope`](crate::Envelope).

pub mod community_image;
pub mod describe_community_images;
pub mod describe_compshare_image_tags;
pub mod describe_compshare_support_zone;
pub mod describe_image;
pub mod describe_ulhost_image;
pub mod get_docker_image_list;
pub mod get_image_bucket_list;
pub mod get_image_tag;
pub mod get_project_list;
pub mod get_region;
pub mod get_repo;
pub mod get_repo_image;
