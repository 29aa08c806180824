//! Whether the built page is still the one that the sources make.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// What has no part in the page. Named by exclusion, so that a new folder of sources counts from its first day.
const NOT_THE_PAGE: &[&str] =
    &[".ci/", ".github/", "crates/gateway/", "crates/ucloud-sim/", "docs/", "tests/", "xtask/"];

/// One line that changes whenever the page would: of every source file its path and content, and of the tools their versions.
///
/// Contents, not times: a fresh checkout of the same sources makes the same page.
pub(crate) fn of_sources(workspace: &Workspace, tools: &str) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    tools.hash(&mut hasher);
    for path in workspace.files()?.iter().filter(|it| belongs(it)) {
        let full = workspace.root.join(path);
        (path, fs::read(&full).map_err(Error::file(&full))?).hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// One line that changes whenever a file of the built page comes, goes or changes its size.
pub(crate) fn of_output(dist: &Path) -> String {
    let mut files: Vec<_> = fs::read_dir(dist)
        .into_iter()
        .flatten()
        .flatten()
        .map(|it| (it.file_name(), size(&it)))
        .collect();
    files.sort();
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn size(entry: &fs::DirEntry) -> u64 {
    entry.metadata().map_or(0, |it| it.len())
}

fn belongs(path: &str) -> bool {
    let prose = Path::new(path).extension().is_some_and(|it| it == "md");
    !prose && !NOT_THE_PAGE.iter().any(|it| path.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_of_the_page() {
        let check = |path: &str, expected: bool| assert_eq!(belongs(path), expected, "{path}");
        check("src/main.rs", true);
        check("crates/catalog/src/lib.rs", true);
        check("style/base.css", true);
        check("Cargo.lock", true);
        check(".cargo/config.toml", true);
        check("crates/gateway/src/lib.rs", false);
        check("tests/browser/main.rs", false);
        check("README.md", false);
        check("xtask/src/main.rs", false);
    }

    #[test]
    fn a_stamp_follows_content_and_tools() {
        let root = scratch("sources");
        let workspace = Workspace { root: root.clone(), cache: root.clone() };
        let stamp = |tools| of_sources(&workspace, tools).unwrap();
        fs::write(root.join("a"), "1").unwrap();
        let first = stamp("rustc 1");
        assert_eq!(stamp("rustc 1"), first);
        assert_ne!(stamp("rustc 2"), first);
        fs::write(root.join("a"), "2").unwrap();
        assert_ne!(stamp("rustc 1"), first);
        fs::write(root.join("a"), "1").unwrap();
        fs::write(root.join("b.md"), "prose").unwrap();
        assert_eq!(stamp("rustc 1"), first);
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_stamp_follows_the_output() {
        let dist = scratch("output");
        fs::write(dist.join("index.html"), "x").unwrap();
        let first = of_output(&dist);
        assert_eq!(of_output(&dist), first);
        fs::write(dist.join("index.html.br"), "x").unwrap();
        assert_ne!(of_output(&dist), first);
        fs::remove_dir_all(dist).unwrap();
    }

    fn scratch(name: &str) -> std::path::PathBuf {
        let folder =
            std::env::temp_dir().join(format!("xtask-stamp-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }
}
