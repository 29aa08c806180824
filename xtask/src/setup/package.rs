//! What comes from npm's registry, each in one version, in a folder of its own.

use std::path::PathBuf;

use crate::versions;
use crate::workspace::Workspace;

/// A package of npm's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Package {
    Axe,
    Lighthouse,
}

impl Package {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Axe => "axe-core",
            Self::Lighthouse => "lighthouse",
        }
    }

    pub(crate) fn version(self) -> &'static str {
        match self {
            Self::Axe => versions::AXE,
            Self::Lighthouse => versions::LIGHTHOUSE,
        }
    }

    /// The folder that npm installs into, beside the tools that cargo compiles.
    pub(crate) fn folder(self, workspace: &Workspace) -> PathBuf {
        workspace.cache.join("tools").join(format!("{}-{}", self.name(), self.version()))
    }

    /// The packages that are there, with the file that each is used by.
    pub(crate) fn all_in(workspace: &Workspace) -> Vec<(Self, PathBuf)> {
        let all = [Self::Axe, Self::Lighthouse].into_iter();
        all.filter_map(|it| Some((it, it.find(workspace)?))).collect()
    }

    /// Nothing where an install has broken off: it is made anew.
    fn find(self, workspace: &Workspace) -> Option<PathBuf> {
        let modules = self.folder(workspace).join("node_modules");
        let file = match self {
            Self::Axe => "axe-core/axe.min.js",
            Self::Lighthouse => "lighthouse/cli/index.js",
        };
        // What npm writes when everything else is there.
        let is_whole = modules.join(".package-lock.json").is_file();
        Some(modules.join(file)).filter(|it| is_whole && it.is_file())
    }
}
