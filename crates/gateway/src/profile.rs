//! Key pairs from the files of UCloud's command-line tools.
//!
//! `ucloud-cli` keeps two lists that are joined by the name of the profile: one of settings, one of credentials.
//! `compshare-cli` keeps everything in one object. Both are read as they are and never written. A reason is a sentence
//! for the one who keeps the file; it quotes names of profiles and nothing else of it.

use std::collections::BTreeMap;

use serde::{Deserialize, de::DeserializeOwned};
use ucloud_api::KeyPair;
use zeroize::Zeroizing;

/// What a profile of `ucloud-cli` says.
#[derive(Debug)]
pub(crate) struct Profile {
    pub(crate) key: KeyPair,
    /// Where its API is; empty if it does not say.
    pub(crate) base_url: String,
}

/// An entry of `config.json`.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Settings {
    profile: String,
    active: bool,
    base_url: String,
}

/// An entry of `credential.json`.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Credential {
    profile: String,
    auth_mode: String,
    cookie: Zeroizing<String>,
    public_key: Zeroizing<String>,
    private_key: Zeroizing<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct CompShare {
    current_profile: String,
    profiles: BTreeMap<String, Pair>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Pair {
    public_key: Zeroizing<String>,
    private_key: Zeroizing<String>,
}

/// The profile of that name, or the active one for an empty name.
///
/// # Errors
///
/// A sentence that says why there is no key pair.
pub(crate) fn ucloud(settings: &str, credentials: &str, name: &str) -> Result<Profile, String> {
    let settings: Vec<Settings> = read(settings)?;
    let credentials: Vec<Credential> = read(credentials)?;
    let active = || settings.iter().find(|it| it.active).map(|it| it.profile.as_str());
    let name = chosen(name, active)?;
    let found = credentials.iter().find(|it| it.profile == name);
    let names = || credentials.iter().map(|it| it.profile.as_str());
    let credential = found.ok_or_else(|| unknown(name, names()))?;
    let base_url = settings.iter().find(|it| it.profile == name).map(|it| it.base_url.clone());
    Ok(Profile { key: credential.key()?, base_url: base_url.unwrap_or_default() })
}

/// The key pair of that name, or the current one for an empty name.
///
/// # Errors
///
/// A sentence that says why there is no key pair.
pub(crate) fn compshare(text: &str, name: &str) -> Result<KeyPair, String> {
    let file: CompShare = read(text)?;
    let current = || Some(file.current_profile.as_str()).filter(|it| !it.is_empty());
    let name = chosen(name, current)?;
    let names = || file.profiles.keys().map(String::as_str);
    let pair = file.profiles.get(name).ok_or_else(|| unknown(name, names()))?;
    key_pair(name, &pair.public_key, &pair.private_key)
}

/// The parser's own words might quote the file, so only the place is told.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        format!("it does not read as its tool writes it, from line {line}, column {column}")
    })
}

fn chosen<'a>(name: &'a str, active: impl FnOnce() -> Option<&'a str>) -> Result<&'a str, String> {
    let none = || "no profile is active: name one".to_owned();
    if name.is_empty() { active().ok_or_else(none) } else { Ok(name) }
}

fn unknown<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> String {
    format!("there is no profile {name}, only {}", names.collect::<Vec<_>>().join(", "))
}

impl Credential {
    /// Neither a token of OAuth nor a cookie of the console can sign, and neither lasts.
    fn key(&self) -> Result<KeyPair, String> {
        let Self { profile: name, public_key, private_key, .. } = self;
        let has_pair = !public_key.is_empty() || !private_key.is_empty();
        match () {
            () if self.auth_mode.eq_ignore_ascii_case("oauth") => Err(format!(
                "the profile {name} logs in with OAuth, which cannot sign: choose one with a key pair"
            )),
            () if !has_pair && !self.cookie.is_empty() => Err(format!(
                "the profile {name} holds a cookie of the console, which cannot sign: choose one with a key pair"
            )),
            () => key_pair(name, public_key, private_key),
        }
    }
}

fn key_pair(name: &str, public: &str, private: &str) -> Result<KeyPair, String> {
    match (public.trim(), private.trim()) {
        ("", "") => Err(format!("the profile {name} holds no key pair")),
        ("", _) => Err(format!("the profile {name} has no public_key")),
        (_, "") => Err(format!("the profile {name} has no private_key")),
        (public, private) => Ok(KeyPair::new(public, private)),
    }
}

#[cfg(test)]
mod tests {
    use ucloud_api::Params;

    use super::*;

    const SETTINGS: &str = r#"[
        {"profile": "work", "active": false, "base_url": "https://api.work.example/", "timeout_sec": 15},
        {"profile": "own", "active": true, "project_id": "org-1"},
        {"profile": "web", "active": false}
    ]"#;
    const CREDENTIALS: &str = r#"[
        {"profile": "own", "public_key": "own-public", "private_key": "own-private", "cookie": ""},
        {"profile": "work", "public_key": " work-public ", "private_key": "work-private", "auth_mode": ""},
        {"profile": "web", "public_key": "", "private_key": "", "cookie": "c", "csrf_token": "t"},
        {"profile": "login", "auth_mode": "oauth", "access_token": "a", "public_key": "p", "private_key": "k"},
        {"profile": "half", "public_key": "p"},
        {"profile": "bare"}
    ]"#;

    fn public_key(key: &KeyPair) -> String {
        let signed = Params::new("GetRegion").sign(key);
        signed.added().find(|it| it.0 == "PublicKey").unwrap().1.to_owned()
    }

    fn check_ucloud(settings: &str, credentials: &str, name: &str, expected: &str) {
        let outcome = ucloud(settings, credentials, name);
        let shown = outcome.map(|it| format!("{} {}", public_key(&it.key), it.base_url));
        assert_eq!(shown.unwrap_or_else(|reason| reason).trim(), expected, "{name}");
    }

    #[test]
    fn profiles_of_ucloud_cli() {
        let check = |name, expected| check_ucloud(SETTINGS, CREDENTIALS, name, expected);
        check("", "own-public");
        check("own", "own-public");
        check("work", "work-public https://api.work.example/");
        check(
            "web",
            "the profile web holds a cookie of the console, which cannot sign: choose one with a key pair",
        );
        check(
            "login",
            "the profile login logs in with OAuth, which cannot sign: choose one with a key pair",
        );
        check("half", "the profile half has no private_key");
        check("bare", "the profile bare holds no key pair");
        check("other", "there is no profile other, only own, work, web, login, half, bare");
    }

    #[test]
    fn files_of_ucloud_cli_that_say_less() {
        check_ucloud("[]", CREDENTIALS, "own", "own-public");
        check_ucloud("[]", CREDENTIALS, "", "no profile is active: name one");
        let place = |line, column| {
            format!("it does not read as its tool writes it, from line {line}, column {column}")
        };
        check_ucloud("{", CREDENTIALS, "own", &place(1, 0));
        check_ucloud("[]", r#"["own-private"]"#, "own", &place(1, 14));
        check_ucloud("[]", "[\n{\"private_key\": 5}]", "own", &place(2, 17));
    }

    #[test]
    fn profiles_of_compshare_cli() {
        let file = r#"{"current_profile": "gpu", "language": "zh", "profiles": {
            "gpu": {"public_key": "gpu-public", "private_key": "gpu-private"},
            "half": {"private_key": "k"}
        }}"#;
        let cases = [
            (file, "", "gpu-public"),
            (file, "gpu", "gpu-public"),
            (file, "half", "the profile half has no public_key"),
            (file, "own", "there is no profile own, only gpu, half"),
            ("{}", "", "no profile is active: name one"),
        ];
        for (text, name, expected) in cases {
            let outcome = compshare(text, name).map(|it| public_key(&it));
            assert_eq!(outcome.unwrap_or_else(|reason| reason), expected, "{name}");
        }
    }
}
