//! Where key pairs and the access token come from: the environment, and files that it or an option names.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use gateway::{AccessToken, BaseUrl, Error};
use tracing::warn;
use ucloud_api::{KeyPair, Product};
use zeroize::Zeroizing;

use crate::profile;

/// The environment: what a variable of that name is set to.
pub(crate) type Variable<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The variables of a product's key pair; UCloud's are those of its own clients, as are CompShare's.
struct Names {
    public: &'static str,
    private: &'static str,
    security_token: Option<&'static str>,
}

const TOKEN: &str = "GATEWAY_ACCESS_TOKEN";

fn names(product: Product) -> Names {
    match product {
        Product::UCloud => Names {
            public: "UCLOUD_PUBLIC_KEY",
            private: "UCLOUD_PRIVATE_KEY",
            security_token: Some("UCLOUD_SECURITY_TOKEN"),
        },
        Product::CompShare => Names {
            public: "COMPSHARE_PUBLIC_KEY",
            private: "COMPSHARE_PRIVATE_KEY",
            security_token: None,
        },
    }
}

/// The key pair of a product, if the environment holds one.
///
/// # Errors
///
/// [`Error::HalfKeyPair`].
pub(crate) fn from_environment(
    product: Product,
    variable: Variable<'_>,
) -> Result<Option<KeyPair>, Error> {
    let names = names(product);
    match (set(variable, names.public), set(variable, names.private)) {
        (None, None) => Ok(None),
        (Some(_), None) => Err(Error::HalfKeyPair(names.private)),
        (None, Some(_)) => Err(Error::HalfKeyPair(names.public)),
        (Some(public), Some(private)) => {
            let token = names.security_token.and_then(|it| set(variable, it)).unwrap_or_default();
            Ok(Some(KeyPair::new(&public, &private).with_security_token(&token)))
        }
    }
}

/// A profile of `ucloud-cli`: its key pair, and where its API is if it says so.
///
/// # Errors
///
/// [`Error::Unreadable`], [`Error::NoProfile`], and [`Error::BadUpstream`] for the address.
pub(crate) fn from_ucloud_cli(
    name: &str,
    variable: Variable<'_>,
) -> Result<(KeyPair, Option<BaseUrl>), Error> {
    let file = |overridden, usual| match set(variable, overridden) {
        Some(path) => PathBuf::from(path.as_str()),
        None => home(variable).join(".ucloud").join(usual),
    };
    let settings = file("UCLOUD_SHARED_CONFIG_FILE", "config.json");
    let credentials = file("UCLOUD_SHARED_CREDENTIAL_FILE", "credential.json");
    let settings = read_if_there(&settings)?.unwrap_or_else(|| Zeroizing::new("[]".to_owned()));
    let text = read_secret(&credentials, variable)?;
    let profile = profile::ucloud(&settings, &text, name)
        .map_err(|reason| Error::NoProfile(credentials, reason))?;
    let base = Some(profile.base_url.trim()).filter(|it| !it.is_empty());
    Ok((profile.key, base.map(str::parse).transpose()?))
}

/// A profile of `compshare-cli`.
///
/// # Errors
///
/// [`Error::Unreadable`] and [`Error::NoProfile`].
pub(crate) fn from_compshare_cli(name: &str, variable: Variable<'_>) -> Result<KeyPair, Error> {
    let file = home(variable).join(".config").join("compshare").join("config.json");
    let text = read_secret(&file, variable)?;
    profile::compshare(&text, name).map_err(|reason| Error::NoProfile(file, reason))
}

/// The access token: of the file if one is named, else of the environment.
///
/// # Errors
///
/// [`Error::Unreadable`] and [`Error::BadToken`].
pub(crate) fn access_token(
    file: Option<&Path>,
    variable: Variable<'_>,
) -> Result<Option<AccessToken>, Error> {
    match file {
        Some(file) => read_secret(file, variable)?.parse().map(Some),
        None => set(variable, TOKEN).map(|it| it.parse()).transpose(),
    }
}

/// A variable that is set to nothing is one that is not set.
fn set(variable: Variable<'_>, name: &str) -> Option<Zeroizing<String>> {
    variable(name).filter(|it| !it.trim().is_empty()).map(Zeroizing::new)
}

fn home(variable: Variable<'_>) -> PathBuf {
    let home = ["HOME", "USERPROFILE"].into_iter().find_map(|it| set(variable, it));
    home.map(|it| PathBuf::from(it.as_str())).unwrap_or_default()
}

fn read_if_there(file: &Path) -> Result<Option<Zeroizing<String>>, Error> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(Zeroizing::new(text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::Unreadable(file.to_owned(), error)),
    }
}

fn read_secret(file: &Path, variable: Variable<'_>) -> Result<Zeroizing<String>, Error> {
    let text = fs::read_to_string(file).map(Zeroizing::new);
    let text = text.map_err(|error| Error::Unreadable(file.to_owned(), error))?;
    // What a service manager hands over lies in a folder that only this service can enter.
    let is_handed_over =
        variable("CREDENTIALS_DIRECTORY").is_some_and(|folder| file.starts_with(folder));
    if !is_handed_over && is_open_to_others(file) {
        warn!(file = %file.display(), "others on this machine may read it: give it the mode 600");
    }
    Ok(text)
}

#[cfg(unix)]
fn is_open_to_others(file: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(file).is_ok_and(|it| it.mode() & 0o077 != 0)
}

/// Elsewhere there is no mode that would say it.
#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> bool {
    false
}
