//! The program: a start that fails says why in one sentence.

use std::{net::TcpListener, process::Command};

use crate::harness::page;

/// What would reach the program from whoever runs the tests.
const SETTINGS: &[&str] = &[
    "UCLOUD_PUBLIC_KEY",
    "UCLOUD_PRIVATE_KEY",
    "UCLOUD_SECURITY_TOKEN",
    "UCLOUD_SHARED_CONFIG_FILE",
    "UCLOUD_SHARED_CREDENTIAL_FILE",
    "COMPSHARE_PUBLIC_KEY",
    "COMPSHARE_PRIVATE_KEY",
    "GATEWAY_ACCESS_TOKEN",
    "CREDENTIALS_DIRECTORY",
    "HOME",
    "RUST_LOG",
];

/// Runs it to its end: exit code, and what it wrote for people.
pub(crate) fn run(arguments: &[&str], variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gateway"));
    for name in SETTINGS {
        command.env_remove(name);
    }
    // The first of two values of an option would be an error, so the page is given where no case gives it.
    if !arguments.contains(&"--page") {
        command.arg("--page").arg(page());
    }
    let output = command.args(arguments).envs(variables.iter().copied()).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

fn check(arguments: &[&str], variables: &[(&str, &str)], code: i32, sentence: &str) {
    let (actual, stderr) = run(arguments, variables);
    assert_eq!(actual, Some(code), "{arguments:?}\n{stderr}");
    let last = stderr.lines().last().unwrap_or_default();
    assert!(last.starts_with("error: ") && last.contains(sentence), "{arguments:?}\n{stderr}");
}

#[test]
fn a_start_that_fails_says_why() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let free = "127.0.0.1:0";
    let half = [("UCLOUD_PUBLIC_KEY", "public-part")];
    let both = [("UCLOUD_PUBLIC_KEY", "public-part"), ("UCLOUD_PRIVATE_KEY", "private-part")];
    let gpu = [("COMPSHARE_PUBLIC_KEY", "public-part"), ("COMPSHARE_PRIVATE_KEY", "private-part")];
    let short = [("GATEWAY_ACCESS_TOKEN", "secret")];
    check(&["--listen", &address, "--demo"], &[], 1, "is taken by another program");
    check(&["--listen", free, "--page", "/nowhere"], &[], 2, "there is no index.html in /nowhere");
    check(&["--listen", free], &half, 2, "UCLOUD_PRIVATE_KEY is missing");
    check(&["--listen", "0.0.0.0:0"], &both, 2, "needs an access token where others can reach it");
    check(&["--listen", "0.0.0.0:0"], &gpu, 2, "needs an access token where others can reach it");
    check(&["--listen", free], &short, 2, "it is shorter than 16 characters");
    check(&["--listen", free, "--access-token-file", "/nowhere"], &[], 2, "cannot read /nowhere");
    check(&["--listen", free, "--demo", "--demo-rows", "99999999999"], &[], 2, "sample data");
}
