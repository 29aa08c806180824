//! Why a file is not opened.

use std::fmt;

use catalog::stored::Damaged;

use crate::text::{Lang, Text};

/// Why a file is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    /// It is no file of rows.
    Foreign,
    /// A later version of this program has written it, in this version of the form.
    Newer(u8),
    /// Its rows belong to a catalog that this program does not have.
    UnknownCatalog,
    /// It ends too early, or contradicts itself.
    Damaged,
}

impl OpenError {
    /// What is wrong, and what to do about it.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Foreign => Text::new(
                "This is not a file of rows. Check the path behind “open=” in the link.",
                "这不是行数据文件。请检查链接中 open= 后的路径。",
            ),
            Self::Newer(_) => Text::new(
                "The file was made by a newer version of this page. Reload the page, or have its host update it.",
                "此文件由更新版本的页面生成。请刷新页面，或请部署者升级。",
            ),
            Self::UnknownCatalog => Text::new(
                "The file holds rows of a catalog that this page does not have. A newer page may have it.",
                "此文件属于本页面没有的目录。更新版本的页面可能支持。",
            ),
            Self::Damaged => Text::new(
                "The file is damaged or incomplete. Try again; if that does not help, make it anew.",
                "文件已损坏或不完整。请重试；若仍失败，请重新生成。",
            ),
        }
    }
}

impl From<Damaged> for OpenError {
    fn from(damaged: Damaged) -> Self {
        match damaged {
            // The form of the table has a version of its own, which rises with the programs.
            Damaged::Version(version) => Self::Newer(version),
            Damaged::Short | Damaged::Wrong => Self::Damaged,
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().get(Lang::En))
    }
}

impl std::error::Error for OpenError {}
