//! Gets the SDK, once, into the folder that cargo keeps for tests.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{self, Command, Output},
    sync::OnceLock,
};

/// Pinned, so that what passes today passes tomorrow. Newer ones: `pip index versions`.
const PACKAGE: &str = "ucloud-sdk-python3";
const VERSION: &str = "0.11.150";

/// The folder of the SDK. `None`, after a sentence that says why, on a machine that cannot have it.
///
/// A machine that has pip and says of itself that it is a CI has no excuse: there a failed install
/// is a failed test, or a network that went away would look like a simulator that passes.
pub(crate) fn sdk() -> Option<&'static Path> {
    static SDK: OnceLock<Option<PathBuf>> = OnceLock::new();
    SDK.get_or_init(|| find_or_install().map_err(|cause| say(&cause)).ok()).as_deref()
}

fn find_or_install() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{PACKAGE}-{VERSION}"));
    if !folder.exists() {
        run(pip().arg("--version")).map_err(|_| "python3 with pip is not here".to_owned())?;
        install(&folder).inspect_err(|cause| assert!(!in_ci(), "{cause}"))?;
    }
    // Python itself may have gone since.
    run(Command::new("python3").arg("--version")).map(|()| folder)
}

/// Beside, and then renamed: a broken-off install is never taken for a whole one.
///
/// `--target` and no virtual environment, because Debian packs `venv` apart from Python.
fn install(folder: &Path) -> Result<(), String> {
    let beside = folder.with_file_name(format!("{PACKAGE}.part-{}", process::id()));
    let options =
        ["install", "--quiet", "--disable-pip-version-check", "--no-input", "--retries=2"];
    let mut pip = pip();
    pip.args(options).arg("--target").arg(&beside).arg(format!("{PACKAGE}=={VERSION}"));
    run(&mut pip).inspect_err(|_| drop(fs::remove_dir_all(&beside)))?;
    // Another test run may have been faster, and its folder is as good.
    match fs::rename(&beside, folder) {
        Err(cause) if !folder.exists() => Err(format!("{}: {cause}", folder.display())),
        _ => Ok(()),
    }
}

fn pip() -> Command {
    let mut python = Command::new("python3");
    python.args(["-m", "pip"]);
    python
}

fn run(command: &mut Command) -> Result<(), String> {
    let shown = format!("{command:?}");
    let Output { status, stderr, .. } =
        command.output().map_err(|cause| format!("{shown}: {cause}"))?;
    let cause = || format!("{shown} {status}: {}", String::from_utf8_lossy(&stderr));
    if status.success() { Ok(()) } else { Err(cause()) }
}

fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

/// Past libtest, which keeps what passing tests print to itself.
fn say(cause: &str) {
    // Where nobody can be told, nobody reads.
    let _ = writeln!(std::io::stderr(), "skipped: the tests with {PACKAGE}, since {cause}");
}
