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
}

/// Every action, in alphabetical order.
pub const ACTIONS: &[Action] = &[
    Action { name: "DescribeImage", product: Product::UCloud },
    Action { name: "GetRegion", product: Product::UCloud },
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
    pub const ALL: &[Self] = &[Self::UCloud];

    /// The public host, called over https.
    #[must_use]
    pub fn host(self) -> &'static str {
        match self {
            Self::UCloud => "api.ucloud.cn",
        }
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
    fn finds_by_exact_name() {
        assert_eq!(Action::find("DescribeImage").map(|it| it.product), Some(Product::UCloud));
        assert_eq!(Action::find("describeimage"), None);
        assert_eq!(Action::find("TerminateUHostInstance"), None);
    }
}
