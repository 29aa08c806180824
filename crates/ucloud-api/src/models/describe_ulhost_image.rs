//! `DescribeULHostImage`: the images that lightweight servers of a region can start from.
//!
//! Source: [DescribeULHostImage](https://docs.ucloud.cn/api/ulighthost-api/describe_ul_host_image).

use crate::{
    Error, Page, Plain,
    field::{Int, List, Text, Time},
    model::model,
    plain::Listed,
    request::request,
};

/// The action's name.
pub const ACTION: &str = "DescribeULHostImage";

const LIST: &[&str] = &["ImageSet"];

request! {
    /// Region, such as `cn-bj2`. Required by the service.
    region: String = "Region",
    /// Zone; one that is not in the region is refused with 230.
    zone: Option<String> = "Zone",
    /// Project. Sub-accounts must give one.
    project_id: Option<String> = "ProjectId",
    /// `Base`, `App` or `Custom`; unset lists all. Applications are asked for as `App` and answered as `Business`.
    image_type: Option<String> = "ImageType",
    /// `Normal` or `CrossBorder`, for applications.
    scene: Option<String> = "Scene",
    /// `Linux` or `Windows`; unset lists both.
    os_type: Option<String> = "OsType",
    /// One image.
    image_id: Option<String> = "ImageId",
    /// Several images.
    image_ids: Vec<String> = "ImageIds",
    /// Business group.
    tag: Option<String> = "Tag",
    /// How many images to pass over; 0 if unset.
    offset: Option<u64> = "Offset",
    /// How many images to return; 20 if unset.
    limit: Option<u64> = "Limit",
}

/// Reads an answer.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<LightImage>, Error> {
    Page::read(body, LIST)
}

/// Reads an answer for a table.
///
/// # Errors
///
/// As [`decode`].
pub fn rows(body: &str) -> Result<Plain, Error> {
    Plain::read(body, LIST, &LightImage::SPEC)
}

model! {
    /// An image for lightweight servers.
    pub struct LightImage {
        /// Zone; empty for images of the whole region.
        zone: Text = "Zone",
        /// Id, such as `uimage-fya3qr`.
        image_id: Text = "ImageId",
        /// Name.
        image_name: Text = "ImageName",
        /// The name that the console shows.
        display_name: Text = "DisplayName",
        /// Business group.
        tag: Text = "Tag",
        /// `Linux` or `Windows`.
        os_type: Text = "OsType",
        /// System with its version.
        os_name: Text = "OsName",
        /// `Base`, `Business` or `Custom`.
        image_type: Text = "ImageType",
        /// Abilities such as `HotPlug` or `IPv6`.
        features: List = "Features",
        /// Kind of an application.
        func_type: Text = "FuncType",
        /// Software of an application.
        integrated_software: Text = "IntegratedSoftware",
        /// Vendor of an application.
        vendor: Text = "Vendor",
        /// Introduction of an application.
        links: Text = "Links",
        /// `Available`, `Making`, `Copying` or `Unavailable`, in varying case.
        state: Text = "State",
        /// Description.
        image_description: Text = "ImageDescription",
        /// When it was made, in Unix seconds.
        create_time: Time = "CreateTime",
        /// Size in GB.
        image_size: Int = "ImageSize",
        /// The oldest CPU platform it runs on.
        minimal_cpu: Text = "MinimalCPU",
        /// End of the system's maintenance. Comes as `YYYY/MM/DD`.
        maintain_eol: Time = "MaintainEol",
        /// Scenes.
        scene_categories: List = "SceneCategories",
        /// Address of its logo.
        image_logo_link: Text = "ImageLogoLink",
    }
}
