//! A toolchain that compiles for wasm where rustup cannot fetch std: Debian's compiler, and a std built from Debian's sources.
//!
//! std belongs into the compiler's own folder, but `/usr/lib/rustlib` is not ours to write to. So the cache folder gets a toolchain
//! of its own: programs that start Debian's with `--sysroot`, links to its libraries, and beside them what we built. (Links to the
//! programs would be enough if Debian's rustc looked for its libraries where it was called from; 1.96 looks for them in the current
//! folder and then takes `/usr`.) Nothing outside the cache folder changes, not even rustup's settings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::process::{first_line, run};

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_LIBRARIES: &str = "/usr/lib/rustlib";
/// The first version that knows everything this project uses; the same as `rust-version` in Cargo.toml.
const OLDEST: (u32, u32) = (1, 95);

pub(crate) fn active_has_wasm() -> bool {
    let folder = first_line("rustc", &["--print", "target-libdir", "--target", TARGET]);
    folder.is_some_and(|it| Path::new(&it).is_dir())
}

/// Debian's compiler as it names itself, if the sources of its std are there too and it is new enough.
pub(crate) fn debian_rustc() -> Option<String> {
    let sources = Path::new(DEBIAN_LIBRARIES).join("src/rust/library/std/Cargo.toml");
    let line = first_line(DEBIAN_RUSTC, &["-V"]).filter(|_| sources.is_file())?;
    (minor_version(&line)? >= OLDEST).then_some(line)
}

/// Where the toolchain around a compiler is kept: another compiler gets another folder, so std is built anew for it.
pub(crate) fn folder(cache: &Path, rustc: &str) -> PathBuf {
    cache.join("toolchains").join(format!("debian-{}", key(rustc)))
}

/// Builds std and puts the toolchain together. It appears under its name when it is whole.
pub(crate) fn build(cache: &Path, rustc: &str) -> Result<()> {
    let folder = folder(cache, rustc);
    let scratch = folder.with_extension("building");
    remove(&scratch)?;
    let std = scratch.join("toolchain/lib/rustlib").join(TARGET).join("lib");
    create(&std)?;
    build_std(&scratch.join("empty"), &std)?;
    link_libraries(&scratch.join("toolchain/lib/rustlib"))?;
    write_programs(&scratch.join("toolchain/bin"), &folder)?;
    fs::rename(scratch.join("toolchain"), &folder).map_err(Error::file(&folder))?;
    remove(&scratch)
}

/// Compiles an empty library with `-Zbuild-std` and takes what cargo compiled it against.
fn build_std(project: &Path, into: &Path) -> Result<()> {
    create(&project.join("src"))?;
    write(&project.join("src/lib.rs"), "")?;
    write(&project.join("Cargo.toml"), EMPTY_PROJECT)?;
    run(&mut std_command(project))?;
    let libraries = project.join("target").join(TARGET).join("release/deps");
    for entry in fs::read_dir(&libraries).map_err(Error::file(&libraries))? {
        let path = entry.map_err(Error::file(&libraries))?.path();
        let Some(name) = path.file_name().and_then(|it| it.to_str()) else { continue };
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(&path, into.join(name)).map_err(Error::file(&path))?;
        }
    }
    Ok(())
}

/// `panic = "abort"` and size, as the page is built. `test` is there for the browser tests.
fn std_command(project: &Path) -> Command {
    let mut command = Command::new("/usr/bin/cargo");
    command.args([
        "build",
        "--release",
        "--quiet",
        "-Zbuild-std=std,panic_abort,test",
        "--target",
        TARGET,
    ]);
    command
        .current_dir(project)
        .env("RUSTC", DEBIAN_RUSTC)
        .env("CARGO_TARGET_DIR", project.join("target"));
    // -Z is for nightly compilers, or for those who say they know what they do. Bitcode is what LTO works on.
    command.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    command
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("LD_LIBRARY_PATH")
        .env_remove("RUSTC_WRAPPER");
    command
}

const EMPTY_PROJECT: &str = "\
[package]
name = \"empty\"
version = \"0.0.0\"
edition = \"2024\"

[workspace]

[profile.release]
opt-level = \"s\"
panic = \"abort\"
";

/// What Debian's compiler brings: std for this machine, sources, linkers.
fn link_libraries(into: &Path) -> Result<()> {
    let libraries = Path::new(DEBIAN_LIBRARIES);
    for entry in fs::read_dir(libraries).map_err(Error::file(libraries))? {
        let entry = entry.map_err(Error::file(libraries))?;
        if entry.file_name() != TARGET {
            link(&entry.path(), &into.join(entry.file_name()))?;
        }
    }
    Ok(())
}

fn write_programs(bin: &Path, sysroot: &Path) -> Result<()> {
    create(bin)?;
    link(Path::new("/usr/bin/cargo"), &bin.join("cargo"))?;
    for program in ["rustc", "rustdoc"] {
        let script = format!(
            "#!/bin/sh\nexec /usr/bin/{program} --sysroot '{}' \"$@\"\n",
            sysroot.display()
        );
        write(&bin.join(program), &script)?;
        make_executable(&bin.join(program))?;
    }
    Ok(())
}

/// `rustc 1.96.0 (ac68faa20 2026-05-25) (…)` to `1.96.0-ac68faa20`.
fn key(rustc: &str) -> String {
    let words = rustc.split_whitespace().skip(1).take(2);
    words.map(|it| it.trim_start_matches('(')).collect::<Vec<_>>().join("-")
}

fn minor_version(rustc: &str) -> Option<(u32, u32)> {
    let mut numbers = rustc.split_whitespace().nth(1)?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn create(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Error::file(folder))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(Error::file(folder)) } else { Ok(()) }
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(Error::file(path))
}

#[cfg(unix)]
fn link(original: &Path, link: &Path) -> Result<()> {
    std::os::unix::fs::symlink(original, link).map_err(Error::file(link))
}

#[cfg(unix)]
fn make_executable(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).map_err(Error::file(path))
}

/// Never called: there is no Debian elsewhere.
#[cfg(not(unix))]
fn link(original: &Path, link: &Path) -> Result<()> {
    fs::copy(original, link).map(drop).map_err(Error::file(link))
}

#[cfg(not(unix))]
fn make_executable(_path: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEBIAN: &str = "rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)";

    #[test]
    fn a_newer_compiler_gets_a_folder_of_its_own() {
        let check = |rustc: &str, name: &str| {
            assert_eq!(folder(Path::new("/c"), rustc), Path::new("/c/toolchains").join(name));
        };
        check(DEBIAN, "debian-1.96.0-ac68faa20");
        check("rustc 1.97.1 (0123456ab 2026-07-01)", "debian-1.97.1-0123456ab");
        check("rustc 1.97.1", "debian-1.97.1");
    }

    #[test]
    fn versions() {
        assert_eq!(minor_version(DEBIAN), Some((1, 96)));
        assert_eq!(minor_version("rustc 1.63.0"), Some((1, 63)));
        assert_eq!(minor_version("rustc"), None);
        assert_eq!(minor_version("rustc x.y"), None);
    }
}
