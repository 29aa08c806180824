//! Regions and zones.
//!
//! Source: [regions and zones](https://docs.ucloud.cn/api/summary/regionlist), in the order of that page. It gives
//! Chinese names only; the English ones are translations. A region that opened later works by its id alone.

use crate::text::Text;

/// A region of UCloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Its id, such as `cn-bj2`.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// The ids of its zones. The numbers in them have gaps.
    pub zones: &'static [&'static str],
}

impl Region {
    /// The region of that id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        REGIONS.iter().find(|it| it.id == id)
    }
}

/// The region that a zone lies in: its id without the number. `cn-sh2-01` lies in `cn-sh2`, not in `cn-sh`.
#[must_use]
pub fn region_of(zone: &str) -> &str {
    zone.rsplit_once('-').map_or(zone, |(region, _)| region)
}

const fn region(
    id: &'static str,
    en: &'static str,
    zh: &'static str,
    zones: &'static [&'static str],
) -> Region {
    Region { id, name: Text::new(en, zh), zones }
}

/// Every region that the page lists.
#[rustfmt::skip]
pub const REGIONS: &[Region] = &[
    region("cn-bj1", "North China (Beijing)", "华北（北京）", &["cn-bj1-01"]),
    region("cn-bj2", "North China (Beijing 2)", "华北（北京2）", &["cn-bj2-02", "cn-bj2-03", "cn-bj2-05"]),
    region("cn-wlcb", "North China (Ulanqab)", "华北（乌兰察布）", &["cn-wlcb-01", "cn-wlcb-03"]),
    region("cn-wlcb2", "North China (Ulanqab 2)", "华北（乌兰察布2）", &["cn-wlcb2-01"]),
    region("cn-sh2", "East China (Shanghai 2)", "华东（上海2）", &["cn-sh2-01", "cn-sh2-02", "cn-sh2-03"]),
    region("cn-jx", "East China (Jiaxing)", "华东（嘉兴）", &["cn-jx-01"]),
    region("cn-sh", "Financial Cloud - East China (Shanghai)", "金融云-华东（上海）", &["cn-sh-01", "cn-sh-02", "cn-sh-03"]),
    region("cn-gd2", "South China (Guangzhou 2)", "华南（广州2）", &["cn-gd2-01"]),
    region("cn-gd", "South China (Guangzhou)", "华南（广州）", &["cn-gd-02"]),
    region("cn-guiyang1", "Southwest China (Guiyang)", "西南（贵阳）", &["cn-guiyang1-01"]),
    region("hk", "Hong Kong", "香港", &["hk-02", "hk-03"]),
    region("tw-tp", "Taiwan (Taipei)", "台湾（台北）", &["tw-tp-01"]),
    region("sg", "Singapore", "新加坡", &["sg-01", "sg-02"]),
    region("jpn-tky", "Japan (Tokyo)", "日本（东京）", &["jpn-tky-01"]),
    region("kr-seoul", "South Korea (Seoul)", "韩国（首尔）", &["kr-seoul-01"]),
    region("th-bkk", "Thailand (Bangkok)", "泰国（曼谷）", &["th-bkk-02"]),
    region("idn-jakarta", "Indonesia (Jakarta)", "印度尼西亚（雅加达）", &["idn-jakarta-01"]),
    region("vn-sng", "Vietnam (Ho Chi Minh City)", "越南（胡志明）", &["vn-sng-01"]),
    region("ph-mnl", "Philippines (Manila)", "菲律宾（马尼拉）", &["ph-mnl-01"]),
    region("ind-mumbai", "India (Mumbai)", "印度（孟买）", &["ind-mumbai-01"]),
    region("pk-khi", "Pakistan (Karachi)", "巴基斯坦（卡拉奇）", &["pk-khi-01"]),
    region("us-den", "United States (Denver)", "美国（丹佛）", &["us-den-01"]),
    region("us-ca", "United States (Los Angeles)", "美国（洛杉矶）", &["us-ca-01"]),
    region("us-ws", "United States (Washington)", "美国（华盛顿）", &["us-ws-01"]),
    region("bra-saopaulo", "Brazil (Sao Paulo)", "巴西（圣保罗）", &["bra-saopaulo-01"]),
    region("rus-mosc", "Russia (Moscow)", "俄罗斯（莫斯科）", &["rus-mosc-01", "rus-mosc-02"]),
    region("ge-fra", "Germany (Frankfurt)", "德国（法兰克福）", &["ge-fra-01"]),
    region("uk-london", "United Kingdom (London)", "英国（伦敦）", &["uk-london-01"]),
    region("uae-dubai", "United Arab Emirates (Dubai)", "阿联酋（迪拜）", &["uae-dubai-01"]),
    region("afr-nigeria", "Nigeria (Lagos)", "尼日利亚（拉各斯）", &["afr-nigeria-01"]),
    region("uz-tas", "Uzbekistan (Tashkent)", "乌兹别克斯坦（塔什干）", &["uz-tas-01"]),
    region("kz-ala", "Kazakhstan (Almaty)", "哈萨克斯坦（阿拉木图）", &["kz-ala-01"]),
    region("mx-mex", "Mexico (Mexico City)", "墨西哥（墨西哥城）", &["mx-mex-01"]),
];

/// The regions that CompShare, the GPU platform, runs in.
#[rustfmt::skip]
pub const COMPSHARE_REGIONS: &[Region] = &[
    region("cn-wlcb", "North China (Ulanqab)", "华北（乌兰察布）", &["cn-wlcb-01"]),
    region("cn-sh2", "East China (Shanghai 2)", "华东（上海2）", &["cn-sh2-02"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_lies_in_its_region() {
        assert_eq!((REGIONS.len(), REGIONS.iter().map(|it| it.zones.len()).sum()), (33, 43));
        for region in REGIONS {
            assert!(region.zones.iter().all(|zone| region_of(zone) == region.id), "{}", region.id);
        }
    }

    #[test]
    fn finds_by_id() {
        assert_eq!(Region::find("hk").map(|it| it.name.en), Some("Hong Kong"));
        assert_eq!(Region::find("cn-zj"), None);
    }
}
