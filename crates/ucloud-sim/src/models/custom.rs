//! Images that the account made itself: names as people give them.

use super::{
    calendar,
    image::{Image, ImageType, State},
    place::Place,
    system::System,
};
use crate::dice::Dice;

/// The account made no image before this.
pub(crate) const SINCE: i64 = calendar::unix(2019, 3, 1);

/// Images made before this know only the fields and the words of their time.
const OLD_UNTIL: i64 = calendar::unix(2020, 9, 1);

/// Business groups; the first one is where everything lands that nobody sorted.
pub(crate) const TAGS: &[&str] =
    &["Default", "Default", "Default", "生产环境", "测试环境", "data-team"];

/// What custom images are made from.
pub(crate) const SYSTEMS: &[&str] = &[
    "CentOS 7.6 64位",
    "CentOS 7.9 64位",
    "高内核CentOS 7.9 64位",
    "Ubuntu 18.04 64位",
    "Ubuntu 20.04 64位",
    "Ubuntu 22.04 64位",
    "Ubuntu 24.04 64位",
    "Debian 11.7 64位",
    "Rocky 9.2 64位",
    "Windows 2019 64位",
    "Windows 2022 64位",
];

const PROJECTS: &[&str] = &[
    "web",
    "api",
    "order",
    "官网",
    "商城",
    "支付网关",
    "k8s-node",
    "nginx",
    "mysql8",
    "数据分析平台",
    "ERP",
    "zhangwei-dev",
    "ci-runner",
    "风控模型",
    "redis-cluster",
    "小程序后端",
    "log-collector",
    "618大促",
    "game-gw",
    "客服系统",
];
const ROLES: &[&str] = &[
    "prod",
    "golden",
    "base",
    "备份",
    "灰度",
    "压测机",
    "生产环境（勿删）",
    "staging",
    "v2",
    "升级前",
    "模板",
    "backup",
    "test",
    "final_v3",
    "slave",
];
const DESCRIPTIONS: &[&str] = &[
    "",
    "",
    "",
    "上线前备份，保留 30 天",
    "内核 <= 4.19，不要在快杰机型上使用；负责人：\"王工\"",
    "Golden image for the autoscaling group, rebuilt weekly",
    "包含 JDK 11、Nginx 1.24 与监控 agent，密码见内部文档",
    "从旧机房迁移，数据盘请单独挂载到 /data 目录。首次启动后需要执行初始化脚本，并把主机名改为 \
     <业务>-<环境>-<序号> 的格式，否则配置中心不会下发配置。",
    "temp, delete after Q3",
    "等保整改后的版本",
    "已关闭 swap 和 SELinux，sysctl 参数已按压测结果调整",
];
const SIZES_GB: &[u32] = &[20, 20, 40, 40, 50, 60, 100, 120, 200, 500];

/// A custom image in one place.
pub(crate) fn image(system: &'static System, place: Place) -> Image {
    let dice = place.dice;
    // Nothing can be copied from a system before that system exists.
    let created = place.created_within(SINCE.max(system.since), i64::MAX);
    let is_disk_pair = dice.named("data disk").chance(20);
    let is_old = created < OLD_UNTIL;
    Image {
        is_old,
        os_type: if is_old { distribution(system) } else { system.os_type.name() },
        created,
        state: state(dice.named("state")),
        description: dice.named("description").pick(DESCRIPTIONS).to_owned(),
        size_gb: dice.named("size").pick(SIZES_GB).max(system.size_gb()),
        snapshot_ids: is_disk_pair.then(|| snapshot_id(dice)).into_iter().collect(),
        ..place.image(system, ImageType::Custom, name(dice, created))
    }
}

fn name(dice: Dice, created: i64) -> String {
    let project = dice.named("project").pick(PROJECTS);
    let role = dice.named("role").pick(ROLES);
    match dice.named("style").below(4) {
        0 => format!("{project}-{role}"),
        1 => format!("{project}_{role}_{}", calendar::compact(created)),
        2 => format!("{project} {role} {:02}", 1 + dice.named("number").below(24)),
        _ => format!("{project}-{role}-{}", calendar::compact(created)),
    }
}

fn state(dice: Dice) -> State {
    match dice.below(100) {
        0..=5 => State::Making,
        6..=9 => State::Copying,
        10..=11 => State::Unavailable,
        12..=13 => State::UnavailableOtherwiseSpelt,
        _ => State::Available,
    }
}

/// The first word of the name: `CentOS`.
fn distribution(system: &System) -> &'static str {
    system.os_name().split(' ').next().unwrap_or_default()
}

fn snapshot_id(dice: Dice) -> String {
    format!("bsm-snapshot-{:08x}", dice.named("snapshot").bits() >> 32)
}
