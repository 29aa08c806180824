//! `CompShareImage`: an image of CompShare, which several of its actions list.

use crate::{
    field::{Decimal, Flag, Int, Labels, List, Objects, Text, Time},
    model::model,
};

model! {
    /// A version of an image of CompShare.
    pub struct CommunityImage {
        /// Id, such as `compshareImage-17xgwsn7aw2y`. The printed example calls it `ImageId`.
        image_id: Text = "CompShareImageId" | "ImageId",
        /// Name, the same for all versions of a group.
        name: Text = "Name",
        /// The author's nickname.
        author: Text = "Author",
        /// 0 for an ordinary author, 1 for an official account, 2 for a certified author.
        auth_info: Text = "AuthInfo",
        /// `Official` for images of the platform, `Community` for those of users.
        owner_alias: Text = "ImageOwnerAlias",
        /// `System`, `App`, `Custom` or `Community`; also seen: `Game`, `Other`.
        image_type: Text = "ImageType",
        /// Whether it comes from an official image. Only on self-made ones.
        is_official: Flag = "IsOfficial",
        /// Whether it is a container image and not one of a virtual machine. Comes as text, `"True"` or `"False"`.
        container: Flag = "Container",
        /// `Available`, `Making`, `UnAvailable`, `Reviewing` or `Offline`, in varying case.
        status: Text = "Status",
        /// Size in MB.
        size: Int = "Size",
        /// 0 for private, 1 for published in the community.
        visibility: Text = "Visibility",
        /// Description.
        description: Text = "Description",
        /// Labels, which may come joined in one text.
        tags: Labels = "Tags",
        /// Yuan per GPU per hour; 0 is free, missing is unknown.
        price: Decimal = "Price",
        /// Address of the cover picture.
        cover: Text = "Cover",
        /// Markdown of its author, with HTML in it. Nothing in it can be trusted.
        readme: Text = "Readme",
        /// Framework, such as `PyTorch`.
        framework: Text = "Softwares.Framework",
        /// Version of the framework.
        framework_version: Text = "Softwares.FrameworkVersion",
        /// Version of CUDA.
        cuda_version: Text = "Softwares.CUDAVersion",
        /// Programs in it.
        applications: List = "Softwares.Applications",
        /// *Newer.* Version of the system.
        os_version: Text = "Softwares.OsVersion",
        /// *Newer.* Version of Python.
        python_version: Text = "Softwares.PythonVersion",
        /// *Newer.* Always 0 so far.
        framework_version_index: Int = "Softwares.FrameworkVersionIndex",
        /// How many machines were made from it.
        created_count: Int = "CreatedCount",
        /// How many users keep it as a favourite.
        favorites_count: Int = "FavoritesCount",
        /// Why it could not be made.
        failed_reason: Text = "FailedReason",
        /// When it was made, in Unix seconds.
        create_time: Time = "CreateTime",
        /// When it was published, in Unix seconds.
        pub_time: Time = "PubTime",
        /// The owner's nickname.
        owner_name: Text = "Owner.AccountName",
        /// The owner's id.
        owner_id: Text = "Owner.AccountId",
        /// Id of the group.
        group_id: Text = "GroupId",
        /// Name of the version.
        version_name: Text = "VersionName",
        /// Description of the version.
        version_desc: Text = "VersionDesc",
        /// The machine that a self-made image comes from.
        source_gpu_type: Text = "SourceGpuType",
        /// Whether its software starts by itself.
        auto_start: Flag = "AutoStart",
        /// Whether it costs.
        image_charge: Flag = "ImageCharge",
        /// How long it was used, in hours.
        image_use_time: Int = "ImageUseTime",
        /// *Newer.* GPU models that it is recommended for, some of them twice.
        supported_gpu_types: List = "SupportedGpuTypes",
        /// *Newer.* When it was changed last, in Unix seconds.
        update_time: Time = "UpdateTime",
        /// *Newer.* Address of the author's QR code.
        qr_code: Text = "QrCodeUrl",
        /// *Newer.* Programs with the ports they listen on.
        software_ports: Objects = "SoftwarePorts",
        /// *Newer.* Ports that the firewall opens.
        firewall_ports: List = "FirewallPorts",
        /// *Newer.* Zones that have it.
        support_zones: Objects = "ImageSupportZone",
        /// *Newer.* Whether the caller keeps it as a favourite.
        is_favorite: Flag = "IsFavorite",
    }
}

impl CommunityImage {
    /// Whether a machine can be made from it.
    #[must_use]
    pub fn is_available(&self) -> bool {
        self.status.as_deref().is_some_and(|it| it.eq_ignore_ascii_case("Available"))
    }
}
