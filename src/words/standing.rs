//! The texts about how a load stands, and about what is there when it has brought nothing.

use view::{Lang, Text, grouped};

use crate::load::Summary;

words! {
    SAMPLE_NOTE: "Made up. Connect to see your own.", "以下数据均为虚构。连接后可查看真实数据。";
    FIRST_ANSWER: "Loading…", "加载中…";
    NO_ROWS: "There are no images here", "这里没有镜像";
    NO_ROWS_HINT: "The chosen regions and request parameters hold none.", "所选地域和请求参数下没有镜像。";
    NO_REGIONS: "No region is chosen", "未选择地域";
    NO_REGIONS_HINT: "Choose at least one region to load its images.", "请至少选择一个地域以加载镜像。";
    CHOOSE_REGIONS: "Choose regions", "选择地域";
    ALL_FAILED: "Nothing could be loaded", "未能加载任何数据";
    ALL_FAILED_HINT: "What went wrong is said above.", "原因见上方。";
    RETRY_ALL: "Try all again", "全部重试";
}

/// How far the load has come: `412 of 1,930 loaded · 7 of 9 regions`. Nothing once everything is there, and of rows
/// nothing before it is known how many there are.
#[must_use]
pub fn progress(summary: Summary, lang: Lang) -> Option<String> {
    if summary.is_complete() {
        return None;
    }
    let lists = complete(summary, lang);
    if summary.expected == 0 {
        return Some(lists);
    }
    let (received, expected) = (grouped(summary.received), grouped(summary.expected));
    Some(match lang {
        Lang::En => format!("{received} of {expected} loaded · {lists}"),
        Lang::Zh => format!("已加载 {received} / {expected} · {lists}"),
    })
}

fn complete(Summary { done, lists, .. }: Summary, lang: Lang) -> String {
    match (lang, lists) {
        (Lang::En, 1) => format!("{done} of 1 list complete"),
        (Lang::En, _) => format!("{done} of {lists} lists complete"),
        (Lang::Zh, _) => format!("{done} / {lists} 个列表完成"),
    }
}

/// How many cells the page could not read.
#[must_use]
pub fn unreadable(count: usize, lang: Lang) -> Option<String> {
    (count > 0).then(|| match (lang, count) {
        (Lang::En, 1) => "1 value could not be read; its row's raw JSON shows it".to_owned(),
        (Lang::En, _) => {
            format!("{count} values could not be read; their rows' raw JSON shows them")
        }
        (Lang::Zh, _) => format!("有 {count} 个值无法解析，可在该行的原始 JSON 中查看"),
    })
}

/// A view that begins further down the list.
#[must_use]
pub fn starts_at(start: u64, lang: Lang) -> Option<String> {
    (start > 0).then(|| match lang {
        Lang::En => format!("a part of each list, from row {} on", grouped(start)),
        Lang::Zh => format!("仅包含每个列表第 {} 行之后的部分", grouped(start)),
    })
}

/// The heading over the lists that stopped: whether any of what they hold has come.
#[must_use]
pub fn failed_lists(count: usize, is_partial: bool, lang: Lang) -> String {
    match (lang, count, is_partial) {
        (Lang::En, 1, true) => "1 list stopped; what had arrived is shown".to_owned(),
        (Lang::En, _, true) => format!("{count} lists stopped; what had arrived is shown"),
        (Lang::En, 1, false) => "1 list could not be loaded".to_owned(),
        (Lang::En, _, false) => format!("{count} lists could not be loaded"),
        (Lang::Zh, _, true) => format!("{count} 个列表加载中断，已到达的数据仍可使用"),
        (Lang::Zh, _, false) => format!("{count} 个列表未能加载"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_is_told_in_figures_until_it_is_complete() {
        let check = |lists, done, received, expected, en: Option<&str>| {
            let summary = Summary { lists, done, received, expected, ..Summary::default() };
            assert_eq!(progress(summary, Lang::En).as_deref(), en);
        };
        check(9, 7, 412, 1930, Some("412 of 1,930 loaded · 7 of 9 lists complete"));
        check(1, 0, 5, 9, Some("5 of 9 loaded · 0 of 1 list complete"));
        check(3, 0, 0, 0, Some("0 of 3 lists complete"));
        check(0, 0, 0, 0, None);
    }

    #[test]
    fn nothing_that_has_not_come_is_said_to_be_shown() {
        assert_eq!(failed_lists(3, false, Lang::En), "3 lists could not be loaded");
        assert_eq!(failed_lists(1, true, Lang::En), "1 list stopped; what had arrived is shown");
    }
}
