//! Key pairs and tokens from files, as the program takes them.
//!
//! The address to listen on is taken, so that a start which gets that far ends there: everything was read by then.

use std::{fs, net::TcpListener, path::PathBuf};

use crate::program::run;

const SETTINGS: &str = r#"[{"profile": "own", "active": true}, {"profile": "login"}]"#;
const CREDENTIALS: &str = r#"[
    {"profile": "own", "public_key": "own-public", "private_key": "own-private"},
    {"profile": "login", "auth_mode": "oauth", "access_token": "secret-access"}
]"#;
const COMPSHARE: &str = r#"{"current_profile": "gpu", "profiles": {
    "gpu": {"public_key": "gpu-public", "private_key": "gpu-private"}
}}"#;
const STARTED: &str = "is taken by another program";

/// A home with these files, for one test.
fn home(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    // What an earlier run left may be read-only.
    let _ = fs::remove_dir_all(&home);
    for (path, text) in files {
        let file = home.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        set_mode(&file, 0o600);
    }
    home
}

#[cfg(unix)]
fn set_mode(file: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn set_mode(_: &std::path::Path, _: u32) {}

/// What it wrote, after it ended with this sentence and told no secret.
fn check(arguments: &[&str], variables: &[(&str, &str)], sentence: &str) -> String {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (_, stderr) = run(&[arguments, &["--listen", &address]].concat(), variables);
    let last = stderr.lines().last().unwrap_or_default();
    assert!(last.starts_with("error: ") && last.contains(sentence), "{arguments:?}\n{stderr}");
    for secret in ["own-private", "gpu-private", "secret"] {
        assert!(!stderr.contains(secret), "{arguments:?}\n{stderr}");
    }
    stderr
}

#[test]
fn profiles_are_found_in_the_home_folder() {
    let files = [
        (".ucloud/config.json", SETTINGS),
        (".ucloud/credential.json", CREDENTIALS),
        (".config/compshare/config.json", COMPSHARE),
    ];
    let home = home("found", &files);
    let home = [("HOME", home.to_str().unwrap())];
    for arguments in [
        &["--profile"][..],
        &["--profile", "own"],
        &["--compshare-profile"],
        &["--compshare-profile", "gpu"],
        &["--profile", "--compshare-profile"],
    ] {
        let stderr = check(arguments, &home, STARTED);
        assert!(!stderr.contains("WARN"), "{arguments:?}\n{stderr}");
    }
    check(&["--profile", "login"], &home, "the profile login logs in with OAuth");
    check(&["--profile", "other"], &home, "there is no profile other, only own, login");
    check(&["--compshare-profile", "other"], &home, "there is no profile other, only gpu");
}

#[test]
fn files_of_other_places_are_named_as_for_the_clients_of_ucloud() {
    let home = home("elsewhere", &[("keys.json", CREDENTIALS), ("settings.json", SETTINGS)]);
    let path = |name: &str| home.join(name).to_str().unwrap().to_owned();
    let (keys, settings) = (path("keys.json"), path("settings.json"));
    let keys = ("UCLOUD_SHARED_CREDENTIAL_FILE", keys.as_str());
    let settings = ("UCLOUD_SHARED_CONFIG_FILE", settings.as_str());
    check(&["--profile"], &[keys, settings], STARTED);
    check(&["--profile", "own"], &[keys, ("HOME", "/nowhere")], STARTED);
    check(&["--profile"], &[keys, ("HOME", "/nowhere")], "no profile is active: name one");
    check(
        &["--profile"],
        &[settings, ("HOME", "/nowhere")],
        "cannot read /nowhere/.ucloud/credential.json",
    );
}

#[test]
fn a_profile_that_was_named_leaves_the_variables_alone() {
    let home = home("named", &[(".ucloud/credential.json", CREDENTIALS)]);
    let variables = [("HOME", home.to_str().unwrap()), ("UCLOUD_PUBLIC_KEY", "half")];
    check(&["--profile", "own"], &variables, STARTED);
    check(&[], &variables, "UCLOUD_PRIVATE_KEY is missing");
}

#[cfg(unix)]
#[test]
fn a_file_that_others_may_read_is_pointed_out() {
    let home = home("open", &[("token", "0123456789-secret\n")]);
    let token = home.join("token");
    let token = token.to_str().unwrap();
    let arguments = ["--access-token-file", token];
    let handed_over = [("CREDENTIALS_DIRECTORY", home.to_str().unwrap())];
    for (mode, variables, expected) in [
        (0o600, &[][..], false),
        (0o400, &[], false),
        (0o640, &[], true),
        (0o604, &[], true),
        (0o440, &handed_over, false),
    ] {
        set_mode(token.as_ref(), mode);
        let stderr = check(&arguments, variables, STARTED);
        assert_eq!(stderr.contains("give it the mode 600"), expected, "{mode:o}\n{stderr}");
    }
}
