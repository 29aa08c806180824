//! The table of actions: all that this product ever asks of UCloud.

/// A read-only action of the API.
///
/// The gateway lets exactly these through, so a new row here is a decision about security too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Action {
    /// The value of the `Action` parameter.
    pub name: &'static str,
    /// The product that answers it, and with that the host and the kind of key.
    pub product: Product,
}

/// A product with a host, and possibly keys, of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Product {
    /// The general API, which nearly every product answers on.
    UCloud,
    /// CompShare, the GPU platform, whose console hands out keys of its own.
    CompShare,
}

const fn on(product: Product, name: &'static str) -> Action {
    Action { name, product }
}

/// Every action, in alphabetical order.
pub const ACTIONS: &[Action] = &[
    on(Product::CompShare, "DescribeCommunityImages"),
    on(Product::CompShare, "DescribeCompShareImageTags"),
    on(Product::CompShare, "DescribeCompShareSupportZone"),
    on(Product::UCloud, "DescribeImage"),
    on(Product::UCloud, "DescribeULHostImage"),
    on(Product::UCloud, "GetDockerImageList"),
    on(Product::UCloud, "GetImageBucketList"),
    on(Product::UCloud, "GetImageTag"),
    on(Product::UCloud, "GetProjectList"),
    on(Product::UCloud, "GetRegion"),
    on(Product::UCloud, "GetRepo"),
    on(Product::UCloud, "GetRepoImage"),
];

impl Action {
    /// The action of that name, if it is one of [`ACTIONS`].
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        ACTIONS.iter().find(|it| it.name == name)
    }
}

impl Product {
    /// Every product.
    pub const ALL: &[Self] = &[Self::UCloud, Self::CompShare];

    /// Its name in settings, such as the gateway's options.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::UCloud => "ucloud",
            Self::CompShare => "compshare",
        }
    }

    /// The public host, called over https.
    #[must_use]
    pub fn host(self) -> &'static str {
        match self {
            Self::UCloud => "api.ucloud.cn",
            Self::CompShare => "api.compshare.cn",
        }
    }

    /// The product of that name in settings.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_unique() {
        assert!(ACTIONS.windows(2).all(|pair| pair[0].name < pair[1].name));
    }

    /// The gateway trusts this table: a name that writes has no business in it.
    #[test]
    fn every_action_only_reads() {
        for action in ACTIONS {
            let reads =
                ["Describe", "Get", "List"].iter().any(|verb| action.name.starts_with(verb));
            assert!(reads, "{} does not look read-only", action.name);
        }
    }

    #[test]
    fn a_product_is_found_by_its_name() {
        for product in Product::ALL {
            assert_eq!(Product::find(product.id()), Some(*product));
        }
        assert_eq!(Product::find("other"), None);
    }

    #[test]
    fn finds_by_exact_name() {
        assert_eq!(Action::find("DescribeImage").map(|it| it.product), Some(Product::UCloud));
        let community = Action::find("DescribeCommunityImages").map(|it| it.product);
        assert_eq!(community, Some(Product::CompShare));
        assert_eq!(Action::find("describeimage"), None);
        assert_eq!(Action::find("TerminateUHostInstance"), None);
    }
}
