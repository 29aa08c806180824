//! Regions and zones, in the order of UCloud's `api/summary/regionlist.md`.

/// A region with its zones. Zone numbers have gaps, and ids are prefixes of each other (`cn-sh`,
/// `cn-sh2`), so nothing is derived from an id: all are listed.
#[derive(Debug)]
pub(crate) struct Region {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) zones: &'static [&'static str],
}

/// The zone that `GetRegion` marks as the account's own.
pub(crate) const DEFAULT_ZONE: &str = "cn-bj2-05";

/// A table and not a data file: what the compiler has read cannot fail to parse at start.
pub(crate) static REGIONS: &[Region] = &[
    region("cn-bj1", "华北（北京）", &["cn-bj1-01"]),
    region("cn-bj2", "华北（北京2）", &["cn-bj2-02", "cn-bj2-03", "cn-bj2-05"]),
    region("cn-wlcb", "华北（乌兰察布）", &["cn-wlcb-01", "cn-wlcb-03"]),
    region("cn-wlcb2", "华北（乌兰察布2）", &["cn-wlcb2-01"]),
    region("cn-sh2", "华东（上海2）", &["cn-sh2-01", "cn-sh2-02", "cn-sh2-03"]),
    region("cn-jx", "华东（嘉兴）", &["cn-jx-01"]),
    region("cn-sh", "金融云-华东（上海）", &["cn-sh-01", "cn-sh-02", "cn-sh-03"]),
    region("cn-gd2", "华南（广州2）", &["cn-gd2-01"]),
    region("cn-gd", "华南（广州）", &["cn-gd-02"]),
    region("cn-guiyang1", "西南（贵阳）", &["cn-guiyang1-01"]),
    region("hk", "香港", &["hk-02", "hk-03"]),
    region("tw-tp", "台湾（台北）", &["tw-tp-01"]),
    region("sg", "新加坡", &["sg-01", "sg-02"]),
    region("jpn-tky", "日本（东京）", &["jpn-tky-01"]),
    region("kr-seoul", "韩国（首尔）", &["kr-seoul-01"]),
    region("th-bkk", "泰国（曼谷）", &["th-bkk-02"]),
    region("idn-jakarta", "印度尼西亚（雅加达）", &["idn-jakarta-01"]),
    region("vn-sng", "越南（胡志明）", &["vn-sng-01"]),
    region("ph-mnl", "菲律宾（马尼拉）", &["ph-mnl-01"]),
    region("ind-mumbai", "印度（孟买）", &["ind-mumbai-01"]),
    region("pk-khi", "巴基斯坦（卡拉奇）", &["pk-khi-01"]),
    region("us-den", "美国（丹佛）", &["us-den-01"]),
    region("us-ca", "美国（洛杉矶）", &["us-ca-01"]),
    region("us-ws", "美国（华盛顿）", &["us-ws-01"]),
    region("bra-saopaulo", "巴西（圣保罗）", &["bra-saopaulo-01"]),
    region("rus-mosc", "俄罗斯（莫斯科）", &["rus-mosc-01", "rus-mosc-02"]),
    region("ge-fra", "德国（法兰克福）", &["ge-fra-01"]),
    region("uk-london", "英国（伦敦）", &["uk-london-01"]),
    region("uae-dubai", "阿联酋（迪拜）", &["uae-dubai-01"]),
    region("afr-nigeria", "尼日利亚（拉各斯）", &["afr-nigeria-01"]),
    region("uz-tas", "乌兹别克斯坦（塔什干）", &["uz-tas-01"]),
    region("kz-ala", "哈萨克斯坦（阿拉木图）", &["kz-ala-01"]),
    region("mx-mex", "墨西哥（墨西哥城）", &["mx-mex-01"]),
];

const fn region(id: &'static str, name: &'static str, zones: &'static [&'static str]) -> Region {
    Region { id, name, zones }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn as_many_as_the_documentation_lists() {
        let zones: Vec<_> = REGIONS.iter().flat_map(|region| region.zones).collect();
        assert_eq!((REGIONS.len(), zones.len()), (33, 43));
        assert_eq!(zones.iter().collect::<BTreeSet<_>>().len(), zones.len());
        assert!(zones.contains(&&DEFAULT_ZONE));
    }

    #[test]
    fn a_zone_is_its_region_and_a_number() {
        for region in REGIONS {
            for zone in region.zones {
                let number = zone.strip_prefix(region.id).and_then(|rest| rest.strip_prefix('-'));
                assert!(number.is_some_and(|n| n.parse::<u8>().is_ok()), "{zone}");
            }
        }
    }
}
