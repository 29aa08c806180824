//! A version of a group: the image that can be started.

use super::{
    group::{Group, Tags},
    software::Stack,
};
use crate::models::{
    compshare::{ZONES, Zone},
    place::NEWEST,
    scatter::{BASE36, scattered},
};

/// An image of the community, complete.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub(crate) id: String,
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) status: &'static str,
    pub(crate) failed_reason: &'static str,
    pub(crate) size_mb: u32,
    pub(crate) is_container: bool,
    pub(crate) tags: Tags,
    pub(crate) cover: String,
    pub(crate) stack: Option<Stack>,
    pub(crate) os: &'static str,
    pub(crate) created_count: Number,
    pub(crate) use_hours: u64,
    pub(crate) created: Number,
    pub(crate) published: i64,
    pub(crate) updated: i64,
    pub(crate) source_gpu: &'static str,
    pub(crate) gpus: Option<Vec<&'static str>>,
    pub(crate) firewall_ports: Option<Vec<u16>>,
    pub(crate) zones: Vec<&'static Zone>,
}

/// A number as it is stored: some back ends write digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    Plain(i64),
    Digits(i64),
}

/// Names as authors give them, oldest first: not in order as plain text, and once not even
/// different.
const NAMES: &[[&str; 6]] = &[
    ["v1.9", "v1.10", "V2.0", "v2.0.1", "v2.10", "v10.0"],
    ["v0.3.9", "v0.3.62", "v0.3.66", "v0.3.100", "v0.4", "V0.10"],
    ["v8", "v9", "v10", "v11", "v11-fix", "v12"],
    ["v26.0105", "v26.0201", "v26.0318", "v26.0402", "v26.0630", "v26.1012"],
    ["1.0", "1.0.1", "1.1-beta", "1.1", "1.1", "正式版"],
    ["v1", "v2", "v3.6", "v3.6.1", "latest", "最终版"],
];
const ABOUT: &[&str] = &[
    "",
    "",
    "首个版本",
    "升级主程序，修复启动脚本",
    "更换国内下载源；节点更新到最新",
    "Smaller image, same models",
    "修复 5090 上的兼容问题\n新增批量模式",
];
const SIZES_MB: &[u32] = &[30_720, 51_200, 51_200, 61_440, 81_920, 102_400, 102_400, 204_800];
/// The service has two spellings of one status.
const PASSED: &[&str] = &["UnAvailable", "Unavailable", "Offline"];
const COMING: &[&str] = &["Making", "Reviewing", "UnAvailable"];
const AVAILABLE: &str = "Available";
const DAY: u64 = 86_400;
/// A power of two above the six versions that a group can have; numbers of images count by it.
const MOST_VERSIONS: u64 = 8;

/// The version with this `age` of a group that has `count`: 0 is the newest.
pub(super) fn version(group: &Group, age: u64, count: u64) -> Version {
    let dice = group.dice.named("version").of(age);
    let status = status(group, age, count);
    let published = published(group, age);
    let updates = (20 * DAY).min((NEWEST - published).unsigned_abs() + 1);
    let made = published - dice.named("making").below(14 * DAY).cast_signed();
    let created_count = share(group.created_count(), age, count).cast_signed();
    Version {
        id: id(group, age),
        name: name(group, age, count),
        about: dice.named("about").pick(ABOUT),
        status,
        failed_reason: if status == "UnAvailable" {
            "镜像制作失败：系统盘空间不足"
        } else {
            ""
        },
        size_mb: dice.named("size").pick(SIZES_MB),
        is_container: group.dice.named("container").chance(60),
        tags: group.tags(),
        cover: cover(group),
        stack: group.family.framework.stack(dice.named("stack").bits()),
        os: group.dice.named("os").pick(group.family.os),
        created_count: Number::new(created_count, dice.named("count").chance(5)),
        use_hours: share(group.use_hours(), age, count),
        created: Number::new(made, dice.named("created").chance(8)),
        published,
        updated: published + dice.named("updated").below(updates).cast_signed(),
        source_gpu: dice.named("source").pick(group.family.gpus),
        gpus: gpus(group),
        firewall_ports: firewall_ports(group),
        zones: zones(group, age),
    }
}

/// `compshareImage-` and twelve digits, the first of which is 1 in every id that was ever seen.
pub(super) fn id(group: &Group, age: u64) -> String {
    let number = group.number * MOST_VERSIONS + age;
    format!("compshareImage-1{}", scattered(number, group.id_seed, 11, BASE36))
}

fn name(group: &Group, age: u64, count: u64) -> &'static str {
    let scheme = group.dice.named("names").below(NAMES.len() as u64) as usize;
    let position = count.saturating_sub(age + 1) as usize;
    NAMES.get(scheme).and_then(|names| names.get(position)).copied().unwrap_or_default()
}

/// In an available group one version certainly is: the newest, or the one before while the newest
/// is still being made.
fn status(group: &Group, age: u64, count: u64) -> &'static str {
    let newest_is_coming = count > 1 && group.dice.named("coming").chance(12);
    match age {
        _ if !group.is_available => group.dice.named("passed").pick(PASSED),
        0 if newest_is_coming => group.dice.named("stage").pick(COMING),
        0 => AVAILABLE,
        1 if newest_is_coming => AVAILABLE,
        _ if group.dice.named("old").of(age).chance(15) => group.dice.of(age).pick(PASSED),
        _ => AVAILABLE,
    }
}

/// Unix seconds. Up to two months lie between a version and the next.
fn published(group: &Group, age: u64) -> i64 {
    let gap = |age| DAY * (5 + group.dice.named("gap").of(age).below(55));
    group.published() - (1..=age).map(gap).sum::<u64>().cast_signed()
}

/// The part of a group's count that falls to one version: half to the newest, half of the rest to
/// the one before, and so on; the oldest has what remains. Together they are the whole.
fn share(whole: u64, age: u64, count: u64) -> u64 {
    let rest = whole >> age;
    if age + 1 == count { rest } else { rest - (rest >> 1) }
}

fn cover(group: &Group) -> String {
    let dice = group.dice.named("cover");
    let (high, low) = (dice.of(0).bits(), dice.of(1).bits());
    let millis = group.published() * 1_000 + (low % 1_000).cast_signed();
    format!("https://covers.example.com/images/{high:016x}{low:016x}_{millis}.png")
}

/// The service repeats some of them, and has none for others.
fn gpus(group: &Group) -> Option<Vec<&'static str>> {
    let mut gpus = group.family.gpus.to_vec();
    match group.dice.named("gpus").below(100) {
        0..=4 => return None,
        5..=19 => gpus.extend_from_within(..1),
        _ => {}
    }
    Some(gpus)
}

fn firewall_ports(group: &Group) -> Option<Vec<u16>> {
    let ports: Vec<_> = group.family.ports.iter().map(|(_, port)| *port).collect();
    (!ports.is_empty()).then_some(ports)
}

/// Most images are in both zones, some were never copied to the other one.
fn zones(group: &Group, age: u64) -> Vec<&'static Zone> {
    let only = match group.dice.named("zones").of(age).below(100) {
        0..=19 => Some(0),
        20..=27 => Some(1),
        _ => None,
    };
    let there = |(index, _): &(usize, _)| only.is_none_or(|only| *index == only);
    ZONES.iter().enumerate().filter(there).map(|(_, zone)| zone).collect()
}

impl Number {
    fn new(value: i64, as_digits: bool) -> Self {
        if as_digits { Self::Digits(value) } else { Self::Plain(value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::community::Community;

    fn groups() -> impl Iterator<Item = Group> {
        let community = Community::new(1, None);
        (0..community.len()).filter_map(move |number| community.group(number))
    }

    #[test]
    fn ids_have_the_shape_of_real_ones() {
        for version in groups().flat_map(|group| group.versions()) {
            let suffix = version.id.strip_prefix("compshareImage-1").unwrap();
            let is_digit = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
            assert!(suffix.len() == 11 && suffix.bytes().all(is_digit), "{}", version.id);
        }
    }

    #[test]
    fn shares_are_the_whole() {
        for whole in [0, 1, 2, 3, 7, 100, 16_969] {
            for count in 1..=MOST_VERSIONS {
                let sum: u64 = (0..count).map(|age| share(whole, age, count)).sum();
                assert_eq!(sum, whole, "{whole} among {count}");
            }
        }
    }

    #[test]
    fn times_fit_together() {
        for group in groups() {
            let versions = group.versions();
            assert!(versions.is_sorted_by(|newer, older| newer.published > older.published));
            for version in versions {
                let (Number::Plain(made) | Number::Digits(made)) = version.created;
                assert!(made <= version.published && version.published <= version.updated);
                assert!(version.updated <= NEWEST);
            }
        }
    }
}
