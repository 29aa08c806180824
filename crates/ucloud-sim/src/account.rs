//! The one account that the simulator knows.

use crate::models::project::{PROJECTS, Project};

/// The public key of the simulated account: the sample that UCloud's signature documentation
/// prints. It is published, and opens nothing.
pub const PUBLIC_KEY: &str = "ucloudsomeone@example.com1296235120854146120";

/// The private key that belongs to [`PUBLIC_KEY`], from the same published page. It is a sample,
/// not a secret.
pub const PRIVATE_KEY: &str = "46f09bb9fab4f12dfc160dae12273d5332b5debe";

/// The private key of whoever owns `public_key`.
pub(crate) fn private_key_of(public_key: &str) -> Option<&'static str> {
    (public_key == PUBLIC_KEY).then_some(PRIVATE_KEY)
}

/// The project of the account with this id.
pub(crate) fn project(id: &str) -> Option<&'static Project> {
    PROJECTS.iter().find(|project| project.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_published_key_is_known() {
        assert_eq!(private_key_of(PUBLIC_KEY), Some(PRIVATE_KEY));
        assert_eq!(private_key_of("somebody@example.com"), None);
        assert_eq!(private_key_of(""), None);
    }
}
