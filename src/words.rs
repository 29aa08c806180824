//! Every text of the page that does not belong to a catalog, in both languages.

use view::{Catalog, Lang, Text, grouped};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $zh:literal;)*) => {
        $($(#[$doc])* pub const $name: Text = Text::new($en, $zh);)*
        #[cfg(test)]
        pub(super) const ALL: &[Text] = &[$($name),*];
    };
}

// After the macro, which reaches only what stands below it.
mod columns;
mod comparing;
mod connecting;
mod detail;
mod facets;
mod keys;
mod later;
mod opening;
mod paper;
mod search;
mod sharing;
mod standing;

pub use columns::*;
pub use comparing::*;
pub use connecting::*;
pub use detail::*;
pub use facets::*;
pub use keys::*;
pub use later::*;
pub use opening::*;
pub use paper::*;
pub use search::*;
pub use sharing::*;
pub use standing::*;

words! {
    // The bar at the top.
    TITLE: "Image Catalog", "镜像目录";
    FOR_UCLOUD: "for UCloud", "UCloud";
    CATALOGS: "Catalogs", "目录";
    OTHER_LANGUAGE: "中文", "English";
    LANGUAGE_SWITCH: "切换到中文", "Switch to English";
    THEME_SYSTEM: "Theme: as the system", "主题：跟随系统";
    THEME_LIGHT: "Theme: light", "主题：浅色";
    THEME_DARK: "Theme: dark", "主题：深色";
    CONNECT: "Connect", "连接";
    SAMPLE: "Sample data", "示例数据";
    SAMPLE_TITLE: "Every row on this page is made up.", "本页所有数据均为虚构。";
    BY_GATEWAY: "Gateway signs", "网关签名";
    BY_KEY_PAIR: "Key pair in this tab", "本页密钥";
    BY_ENDPOINT: "Endpoint signs", "签名服务签名";
    NOT_CONNECTED: "Not connected", "未连接";

    // Choosing.
    REGIONS: "Regions", "地域";
    ZONES: "Zones", "可用区";
    WHOLE_REGION: "Without a chosen zone the whole region is loaded.", "不选可用区则加载整个地域。";
    CHOOSE_ALL: "All", "全选";
    CHOOSE_NONE: "None", "清空";
    CHOOSE_DEFAULT: "Default", "默认";
    EVERY: "All", "全部";
    FIND_NAME: "Find, or enter a name", "查找，或输入名称";
    ADD: "Add", "添加";
    LOAD: "Load", "加载数据";
    PARAMETERS: "Request", "请求参数";
    PARAMETERS_NOTE: "These are sent to UCloud and narrow what is loaded, not only what is shown.", "以下参数会发送给 UCloud，缩小的是加载范围，而不只是显示范围。";
    ANY: "Any", "不限";
    COPY_LINK: "Copy link", "复制链接";
    COPIED: "Copied", "已复制";
    NOT_COPIED: "Not copied", "复制失败";
    COPY_ID: "Copy id", "复制 ID";

    // The table.
    NOT_RETURNED: "not returned", "未返回";
    GRID: "Images", "镜像列表";
    LOADING: "Loading", "加载中";

    // The cards.
    LAYOUT: "Layout", "布局";
    AS_TABLE: "Table", "表格";
    AS_CARDS: "Cards", "卡片";
    SHOW_COVERS: "Show covers", "显示封面";
    HIDE_COVERS: "Hide covers", "隐藏封面";

    // The detail.
    DETAIL: "Details", "详情";
    RAW_JSON: "Raw JSON", "原始 JSON";
    README: "README", "说明文档";
    NO_README: "Its author has written none.", "作者没有编写说明文档。";
    README_CUT: "It is too long to be shown here in full.", "内容过长，此处未完整显示。";
    PICTURE: "Picture", "图片";
    COPY: "Copy", "复制";
    MORE: "More", "展开";
    LESS: "Less", "收起";
    NONE: "None", "无";
    NOT_LOADED: "This row is not among the loaded ones", "该行不在已加载的数据中";
    NOT_LOADED_HINT: "It may lie in another region, or be gone.", "它可能位于其他地域，或已被删除。";

    // Failures.
    RETRY: "Try again", "重试";
    DISMISS: "Dismiss", "知道了";
}

/// `1,234 images`: the noun after a count that is shown by itself.
#[must_use]
pub fn noun(catalog: &Catalog, count: usize, lang: Lang) -> &'static str {
    let (one, many) = catalog.noun;
    if count == 1 { one.get(lang) } else { many.get(lang) }
}

/// How many of how many rows are shown, as read aloud.
#[must_use]
pub fn spoken(catalog: &Catalog, count: usize, lang: Lang) -> String {
    let noun = noun(catalog, count, lang);
    let count = grouped(count as u64);
    match lang {
        Lang::En => format!("{count} {noun} found"),
        Lang::Zh => format!("找到 {count} {noun}"),
    }
}

/// Behind the count of matches: out of how many, if not all match.
#[must_use]
pub fn out_of(count: usize, all: u32, lang: Lang) -> Option<String> {
    let all = u64::from(all);
    (count as u64 != all).then(|| match lang {
        Lang::En => format!("of {}", grouped(all)),
        Lang::Zh => format!("/ 共 {}", grouped(all)),
    })
}

/// Where the pictures of so many hosts are, and of which first: to show them tells these who looks.
#[must_use]
pub fn covers_from(count: usize, first: &str, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, 1) => format!("Covers come from another host: {first}"),
        (Lang::En, _) => format!("Covers come from {count} other hosts: {first}"),
        (Lang::Zh, _) => format!("封面来自 {count} 个外部站点：{first}"),
    }
}

/// The button that loads so many regions.
#[must_use]
pub fn load_regions(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, 1) => "Load 1 region".to_owned(),
        (Lang::En, _) => format!("Load {count} regions"),
        (Lang::Zh, _) => format!("加载 {count} 个地域"),
    }
}

/// The button that shows the rest of a list.
#[must_use]
pub fn show_all(count: usize, lang: Lang) -> String {
    let count = grouped(count as u64);
    match lang {
        Lang::En => format!("Show all {count}"),
        Lang::Zh => format!("显示全部 {count} 个"),
    }
}

#[cfg(test)]
mod tests {
    use view::catalogs;

    use super::*;

    #[test]
    fn nothing_is_left_untranslated() {
        for text in ALL
            .iter()
            .chain(columns::ALL)
            .chain(comparing::ALL)
            .chain(connecting::ALL)
            .chain(detail::ALL)
            .chain(facets::ALL)
            .chain(keys::ALL)
            .chain(search::ALL)
            .chain(later::ALL)
            .chain(opening::ALL)
            .chain(sharing::ALL)
            .chain(standing::ALL)
        {
            assert!(!text.en.trim().is_empty() && !text.zh.trim().is_empty());
            assert!(text.en != text.zh, "{}", text.en);
        }
    }

    #[test]
    fn counts_are_worded_by_language() {
        let catalog = catalogs::first();
        for (count, en, zh) in [
            (0, "0 images found", "找到 0 个镜像"),
            (1, "1 image found", "找到 1 个镜像"),
            (1234, "1,234 images found", "找到 1,234 个镜像"),
        ] {
            assert_eq!(spoken(catalog, count, Lang::En), en);
            assert_eq!(spoken(catalog, count, Lang::Zh), zh);
        }
        assert_eq!(out_of(5, 5, Lang::En), None);
        assert_eq!(out_of(5, 1500, Lang::En).as_deref(), Some("of 1,500"));
    }
}
