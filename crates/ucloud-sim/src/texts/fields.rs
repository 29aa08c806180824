//! Which fields hold what people wrote, action by action.

/// The fields of one action.
#[derive(Debug)]
pub(super) struct Fields {
    pub(super) action: &'static str,
    /// What names a row, so that equal texts in one row stay equal and those of other rows differ.
    /// A row inside of another belongs to the outer one.
    pub(super) row: &'static [&'static str],
    texts: &'static [&'static str],
    links: &'static [&'static str],
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Link,
}

/// Every action. What requests name things by stays as it is, lest nothing be found any more: ids,
/// and the names of buckets, repositories and container images, which the registries restrict to
/// letters and digits anyway. So do words of the service such as states.
static ACTIONS: &[Fields] = &[
    Fields {
        action: "DescribeCommunityImages",
        row: &["GroupId"],
        texts: &[
            "ImageName",
            "ImageDesc",
            "Name",
            "Author",
            "AccountName",
            "Description",
            "Readme",
            "Tags",
            "VersionName",
            "VersionDesc",
            "FailedReason",
            "Framework",
            "FrameworkVersion",
            "CUDAVersion",
            "PythonVersion",
            "OsVersion",
            "Applications",
            "Software",
        ],
        links: &["Cover", "QrCodeUrl"],
    },
    Fields {
        action: "DescribeCompShareImageTags",
        row: &[],
        texts: &["Tags", "TagsMap", "TagIndex"],
        links: &[],
    },
    Fields { action: "DescribeCompShareSupportZone", row: &[], texts: &["Describe"], links: &[] },
    Fields {
        action: "DescribeImage",
        row: &["ImageId"],
        texts: &[
            "ImageName",
            "OsName",
            "ImageDescription",
            "FuncType",
            "IntegratedSoftware",
            "PrimarySoftware",
            "Vendor",
            "Tag",
        ],
        links: &["Links"],
    },
    Fields {
        action: "DescribeULHostImage",
        row: &["ImageId"],
        texts: &[
            "ImageName",
            "DisplayName",
            "OsName",
            "ImageDescription",
            "IntegratedSoftware",
            "Tag",
        ],
        links: &["ImageLogoLink"],
    },
    Fields {
        action: "GetDockerImageList",
        row: &["ImageName", "BucketName"],
        texts: &["TagName"],
        links: &[],
    },
    Fields { action: "GetImageBucketList", row: &["BucketName"], texts: &[], links: &[] },
    Fields { action: "GetImageTag", row: &["Digest"], texts: &["TagName"], links: &[] },
    Fields { action: "GetProjectList", row: &["ProjectId"], texts: &["ProjectName"], links: &[] },
    Fields { action: "GetRegion", row: &["Zone"], texts: &["RegionName"], links: &[] },
    Fields { action: "GetRepo", row: &["RepoName"], texts: &["Description"], links: &[] },
    Fields { action: "GetRepoImage", row: &["ImageName"], texts: &["LatestTag"], links: &[] },
];

/// The fields of an action; none for one that is not answered.
pub(super) fn of(action: &str) -> Option<&'static Fields> {
    ACTIONS.iter().find(|fields| fields.action == action)
}

impl Fields {
    pub(super) fn kind(&self, name: &str) -> Option<Kind> {
        if self.texts.contains(&name) {
            Some(Kind::Text)
        } else if self.links.contains(&name) {
            Some(Kind::Link)
        } else {
            None
        }
    }

    #[cfg(test)]
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.texts.iter().chain(self.links).copied()
    }
}
