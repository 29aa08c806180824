//! Where things are: the project, what is built from it, and the user's cache folder.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};

/// Never read, never searched: built, or not ours.
const SKIPPED: &[&str] = &[".git", "target", "dist", "node_modules"];

#[derive(Debug)]
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    /// Kept between clones of the project: tools, and std for wasm where it had to be built.
    pub(crate) cache: PathBuf,
}

impl Workspace {
    /// The workspace that `cargo run` calls us for. Asked at run time: a target folder shared by two clones may hold one program
    /// for both.
    ///
    /// # Errors
    /// The environment names no home folder, so there is no cache folder.
    pub(crate) fn find() -> Result<Self> {
        let manifest =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| "xtask".into(), PathBuf::from);
        let root = manifest.parent().unwrap_or(Path::new("."));
        let home = "set HOME or XDG_CACHE_HOME, so that there is a place for the tools".to_owned();
        let cache = cache_folder(env::consts::OS, env::var_os).ok_or(Error::Missing(vec![home]))?;
        Ok(Self { root: root.to_owned(), cache })
    }

    /// The built page.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("target/dist")
    }

    /// What cargo compiles for the page. Apart from the rest, so that two toolchains do not wait for or undo each other.
    pub(crate) fn web_target(&self) -> PathBuf {
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
        self.root.join(target).join("web")
    }

    /// Cargo for this machine, with the toolchain that called us.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(&self.root);
        command
    }

    /// Every file of the project as a path relative to its root, with `/`, in order.
    pub(crate) fn files(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        walk(&self.root, "", &mut found)?;
        found.sort();
        Ok(found)
    }
}

fn walk(root: &Path, folder: &str, found: &mut Vec<String>) -> Result<()> {
    let path = root.join(folder);
    for entry in fs::read_dir(&path).map_err(Error::file(&path))? {
        let entry = entry.map_err(Error::file(&path))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let relative = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        match entry.file_type().map_err(Error::file(&path))? {
            kind if kind.is_dir() && !SKIPPED.contains(&name.as_str()) => {
                walk(root, &relative, found)?;
            }
            kind if kind.is_file() => found.push(relative),
            _ => {}
        }
    }
    Ok(())
}

/// The user's cache folder by the conventions of the system, and in it a folder of ours.
fn cache_folder(
    system: &str,
    variable: impl Fn(&'static str) -> Option<OsString>,
) -> Option<PathBuf> {
    let folder = |name| variable(name).filter(|it| !it.is_empty()).map(PathBuf::from);
    let home = || folder("HOME");
    let caches = match system {
        "macos" => home()?.join("Library/Caches"),
        "windows" => folder("LOCALAPPDATA")?,
        // A relative path there is to be ignored, says the XDG specification.
        _ => match folder("XDG_CACHE_HOME").filter(|it| it.is_absolute()) {
            Some(caches) => caches,
            None => home()?.join(".cache"),
        },
    };
    Some(caches.join("image-catalog"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(system: &str, variables: &[(&str, &str)], expected: Option<&str>) {
        let variable = |name| {
            variables.iter().find(|(it, _)| *it == name).map(|(_, value)| OsString::from(value))
        };
        assert_eq!(
            cache_folder(system, variable),
            expected.map(PathBuf::from),
            "{system} {variables:?}"
        );
    }

    #[test]
    fn cache_folders() {
        check("linux", &[("HOME", "/u")], Some("/u/.cache/image-catalog"));
        check("linux", &[("HOME", "/u"), ("XDG_CACHE_HOME", "/c")], Some("/c/image-catalog"));
        check("linux", &[("HOME", "/u"), ("XDG_CACHE_HOME", "")], Some("/u/.cache/image-catalog"));
        check("linux", &[("HOME", "/u"), ("XDG_CACHE_HOME", "c")], Some("/u/.cache/image-catalog"));
        check("macos", &[("HOME", "/u")], Some("/u/Library/Caches/image-catalog"));
        check("windows", &[("LOCALAPPDATA", "/a")], Some("/a/image-catalog"));
        check("linux", &[], None);
        check("windows", &[("HOME", "/u")], None);
    }
}
