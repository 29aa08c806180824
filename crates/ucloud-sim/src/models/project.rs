//! The projects of the account.

/// A project: what an account divides its resources into.
#[derive(Debug)]
pub(crate) struct Project {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    /// Unix seconds.
    pub(crate) created: i64,
    pub(crate) is_default: bool,
    pub(crate) members: u32,
}

pub(crate) static PROJECTS: &[Project] = &[
    Project {
        id: "org-sample",
        name: "默认项目",
        created: 1_488_358_800,
        is_default: true,
        members: 6,
    },
    Project {
        id: "org-webapp",
        name: "官网与活动页",
        created: 1_560_134_400,
        is_default: false,
        members: 3,
    },
    Project {
        id: "org-mlteam",
        name: "算法平台",
        created: 1_678_672_800,
        is_default: false,
        members: 9,
    },
];
