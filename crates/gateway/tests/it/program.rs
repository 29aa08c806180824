//! The program: a start that fails says why in one sentence.

use std::{net::TcpListener, process::Command};

use crate::harness::page;

fn check(arguments: &[&str], variables: &[(&str, &str)], code: i32, sentence: &str) {
    let page = page();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gateway"));
    for name in ["UCLOUD_PUBLIC_KEY", "UCLOUD_PRIVATE_KEY", "UCLOUD_SECURITY_TOKEN", "RUST_LOG"] {
        command.env_remove(name);
    }
    // The first of two values of an option would be an error, so the page is given where no case gives it.
    if !arguments.contains(&"--page") {
        command.arg("--page").arg(&page);
    }
    let output = command.args(arguments).envs(variables.iter().copied()).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{stderr}");
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
    check(&["--listen", &address, "--demo"], &[], 1, "is taken by another program");
    check(&["--listen", free, "--page", "/nowhere"], &[], 2, "there is no index.html in /nowhere");
    check(&["--listen", free], &half, 2, "UCLOUD_PRIVATE_KEY is missing");
    check(&["--listen", "0.0.0.0:0"], &both, 2, "may only listen on loopback");
    check(&["--listen", free, "--demo", "--demo-rows", "99999999999"], &[], 2, "sample data");
}
