//! Which repositories of UHub each project has.

use super::{Access, moment, names::Names, repo_image::RepoImage};
use crate::{dice::Dice, models::calendar};

/// A repository as its owner set it up.
#[derive(Debug)]
pub(crate) struct Listing {
    pub(crate) project: &'static str,
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    pub(crate) access: Access,
    /// Whether images can be pulled from outside of UCloud.
    pub(crate) is_outside: bool,
    first_image: &'static str,
}

use Access::{Private, Public};

/// Eight for each project, which is the quota.
static LISTINGS: &[Listing] = &[
    listing("org-sample", "ucloudcli", Public, "UCloud 命令行工具").with("ucloud-cli").outside(),
    listing("org-sample", "gcr_io", Public, "Mirror of gcr.io").with("cadvisor").outside(),
    listing("org-sample", "base-images", Private, "基础镜像，每周一重建"),
    listing("org-sample", "shop-backend", Private, "").outside(),
    listing("org-sample", "shop-web", Private, "商城前端"),
    listing("org-sample", "middleware", Private, "中间件：Redis、Kafka、RocketMQ")
        .with("rocketmq-console-ng"),
    listing("org-sample", "ops-tools", Public, "运维工具"),
    listing("org-sample", "archive", Private, "已清空，勿用"),
    listing("org-webapp", "wangkai", Public, "").with("httpserver").outside(),
    listing("org-webapp", "site", Private, "官网").with("nginx"),
    listing("org-webapp", "campaign", Private, "活动页"),
    listing("org-webapp", "cms", Private, "Content management, staging and production"),
    listing("org-webapp", "ci-cache", Private, ""),
    listing("org-webapp", "open", Public, "对外提供的示例").outside(),
    listing("org-webapp", "proxy", Private, "网关与反向代理").with("traefik"),
    listing("org-webapp", "trash", Private, "temp, delete after Q3"),
    listing("org-mlteam", "uaishare", Public, "UAI 训练与推理基础镜像")
        .with("cpu_uaiservice_ubuntu-14.04_python-2.7.6_tensorflow-1.4.0")
        .outside(),
    listing("org-mlteam", "evtrain", Private, "训练平台").with("cvmart-daemon-amd64"),
    listing("org-mlteam", "inference", Private, "线上推理服务").with("triton-server"),
    listing("org-mlteam", "notebooks", Public, "JupyterLab 环境").with("jupyterlab"),
    listing("org-mlteam", "datasets", Private, "数据处理"),
    listing("org-mlteam", "lonegunmanb", Public, "").with("rocketmq-console-ng").outside(),
    listing("org-mlteam", "experiments", Private, "Weekly experiments, no support"),
    listing("org-mlteam", "legacy", Private, "旧平台，只读"),
];

/// The places in a project of the repositories that are not like the others.
const GROWING: usize = 0;
const MISCOUNTED: usize = 1;
const EMPTY: usize = 7;

/// The repositories of all projects.
#[derive(Debug)]
pub(crate) struct Repositories(Vec<Repository>);

/// A repository. Its images are numbered from 0; the times are Unix seconds.
#[derive(Debug)]
pub(crate) struct Repository {
    pub(crate) listing: &'static Listing,
    /// How many images it has.
    pub(crate) images: u64,
    /// How many images it says it has.
    pub(crate) claimed_images: u64,
    pub(crate) created: i64,
    pub(crate) updated: i64,
    names: Names,
    dice: Dice,
}

impl Repositories {
    /// `rows` images in the first repository of each project, or a natural number of them. Costs
    /// the same for any number.
    pub(crate) fn new(seed: u64, rows: Option<u64>) -> Self {
        let dice = Dice::new(seed).named("uhub");
        let all = LISTINGS.iter().map(|listing| {
            let same_project = LISTINGS.iter().filter(|other| other.project == listing.project);
            let place = same_project.take_while(|other| other.name != listing.name).count();
            Repository::new(listing, place, rows, dice.named(listing.name))
        });
        Self(all.collect())
    }

    pub(crate) fn in_project(&self, id: &str) -> impl Iterator<Item = &Repository> {
        self.0.iter().filter(move |repository| repository.listing.project == id)
    }
}

impl Repository {
    fn new(listing: &'static Listing, place: usize, rows: Option<u64>, dice: Dice) -> Self {
        let images = image_count(place, rows, dice.named("images"));
        let missing = if place == MISCOUNTED { 4 } else { 0 };
        let since = calendar::unix(2018, 4, 1);
        let created = moment(dice.named("created"), since, since + 1_000 * 86_400);
        Self {
            listing,
            images,
            claimed_images: images.saturating_sub(missing),
            created,
            updated: moment(dice.named("updated"), created, i64::MAX),
            names: Names::beginning_with(listing.first_image, dice),
            dice,
        }
    }

    pub(crate) fn image(&self, row: u64) -> RepoImage {
        RepoImage::new(self.names, row, self.created, self.dice.of(row))
    }

    /// The image with this name, found without a look at the others.
    pub(crate) fn image_named(&self, name: &str) -> Option<RepoImage> {
        let row = self.names.row(name).filter(|row| *row < self.images)?;
        Some(self.image(row))
    }
}

impl Listing {
    const fn with(mut self, first_image: &'static str) -> Self {
        self.first_image = first_image;
        self
    }

    const fn outside(mut self) -> Self {
        self.is_outside = true;
        self
    }
}

fn image_count(place: usize, rows: Option<u64>, dice: Dice) -> u64 {
    match (place, rows) {
        (GROWING, Some(rows)) => rows,
        (EMPTY, _) => 0,
        _ => 9 + dice.below(52),
    }
}

const fn listing(
    project: &'static str,
    name: &'static str,
    access: Access,
    description: &'static str,
) -> Listing {
    Listing { project, name, description, access, is_outside: false, first_image: "" }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::models::project::PROJECTS;

    #[test]
    fn each_project_has_eight_and_none_share_a_name() {
        let repositories = Repositories::new(1, None);
        let names: BTreeSet<_> = LISTINGS.iter().map(|listing| listing.name).collect();
        assert_eq!(names.len(), LISTINGS.len());
        for project in PROJECTS {
            let all: Vec<_> = repositories.in_project(project.id).collect();
            assert_eq!(all.len(), 8, "{}", project.id);
            for access in [Public, Private] {
                assert!(all.iter().any(|repository| repository.listing.access == access));
            }
            assert_eq!(all[GROWING].listing.access, Public);
        }
        assert_eq!(repositories.in_project("org-000000").count(), 0);
    }

    #[test]
    fn only_the_first_grows() {
        let natural = Repositories::new(1, None).0;
        for rows in [0, 5, 1_000_000] {
            for (index, grown) in Repositories::new(1, Some(rows)).0.iter().enumerate() {
                let expected = if index % 8 == GROWING { rows } else { natural[index].images };
                assert_eq!(grown.images, expected, "{}", grown.listing.name);
            }
        }
    }

    #[test]
    fn images_are_found_by_name() {
        for repository in Repositories::new(1, Some(300)).0 {
            for row in 0..repository.images {
                let name = repository.image(row).name;
                let found = repository.image_named(&name).unwrap();
                assert_eq!(found.name, name);
            }
            let beyond = repository.image(repository.images).name;
            assert!(repository.image_named(&beyond).is_none(), "{beyond}");
        }
    }
}
