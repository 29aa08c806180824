//! The one account that the simulator knows.

use crate::models::project::{PROJECTS, Project};

/// The public key of the simulated account: the sample that UCloud's signature documentation
/// prints. It is published, and opens nothing.
pub const PUBLIC_KEY: &str = "ucloudsomeone@example.com1296235120854146120";

/// The private key that belongs to [`PUBLIC_KEY`], from the same published page. It is a sample,
/// not a secret.
pub const PRIVATE_KEY: &str = "46f09bb9fab4f12dfc160dae12273d5332b5debe";

/// The public key of the account's temporary credential. It is made up, as are the two that belong
/// to it; UCloud publishes no sample. `AssumeRole` calls this `AccessKeyId`.
pub const TEMPORARY_PUBLIC_KEY: &str = "sample-temporary-public-key";

/// The private key that belongs to [`TEMPORARY_PUBLIC_KEY`]. `AssumeRole` calls it
/// `AccessKeySecret`.
pub const TEMPORARY_PRIVATE_KEY: &str = "sample-temporary-private-key";

/// The `SecurityToken` that each request with the temporary keys must carry, and none with the
/// others. It never expires; ask for its end with the fault `code=174`.
pub const SECURITY_TOKEN: &str = "sample-security-token";

/// A key pair, and the token that it is good with.
#[derive(Debug)]
pub(crate) struct Credential {
    public_key: &'static str,
    pub(crate) private_key: &'static str,
    pub(crate) security_token: Option<&'static str>,
}

const CREDENTIALS: &[Credential] = &[
    Credential { public_key: PUBLIC_KEY, private_key: PRIVATE_KEY, security_token: None },
    Credential {
        public_key: TEMPORARY_PUBLIC_KEY,
        private_key: TEMPORARY_PRIVATE_KEY,
        security_token: Some(SECURITY_TOKEN),
    },
];

/// What the owner of `public_key` signs with.
pub(crate) fn credential(public_key: &str) -> Option<&'static Credential> {
    CREDENTIALS.iter().find(|credential| credential.public_key == public_key)
}

/// The project of the account with this id.
pub(crate) fn project(id: &str) -> Option<&'static Project> {
    PROJECTS.iter().find(|project| project.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_samples_are_known() {
        let check = |public_key, private_key| {
            assert_eq!(credential(public_key).map(|it| it.private_key), private_key);
        };
        check(PUBLIC_KEY, Some(PRIVATE_KEY));
        check(TEMPORARY_PUBLIC_KEY, Some(TEMPORARY_PRIVATE_KEY));
        check("somebody@example.com", None);
        check("", None);
    }
}
