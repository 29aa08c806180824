//! The texts about how a load stands, and about what is there when it has brought nothing.

use catalog::{DAY, Date, day_of};
use view::{Lang, Text, grouped};

use crate::load::Summary;

words! {
    SAMPLE_NOTE: "Made up. Connect to see your own.", "虚构数据，连接后查看真实数据。";
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

/// A time as a clock shows it, with its day unless that is today's. Both in seconds of the reader's own clock.
#[must_use]
pub fn moment(at: i64, now: i64, lang: Lang) -> String {
    let minutes = at.rem_euclid(DAY) / 60;
    let clock = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    if day_of(at) == day_of(now) {
        return clock;
    }
    let date = Date::of_day(day_of(at));
    let (day, month) = (date.day(), date.month());
    match lang {
        Lang::En => {
            let name = MONTHS.into_iter().zip(1..).find(|it| it.1 == month).map_or("", |it| it.0);
            format!("{clock} on {day} {name}")
        }
        Lang::Zh => format!("{month}月{day}日 {clock}"),
    }
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// What the button says that loads the rows of a time, as a clock shows it, once more.
#[must_use]
pub fn load_again(at: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Loaded at {at}. Load again"),
        Lang::Zh => format!("加载于 {at}，点击重新加载"),
    }
}

/// That the rows are those of a time, as a clock shows it, while newer ones are on their way or could not all be had.
#[must_use]
pub fn older(at: &str, failed: bool, lang: Lang) -> String {
    match (lang, failed) {
        (Lang::En, false) => format!("As of {at}; loading again…"),
        (Lang::En, true) => format!("As of {at}; not all could be loaded again"),
        (Lang::Zh, false) => format!("{at} 的数据，正在更新…"),
        (Lang::Zh, true) => format!("{at} 的数据，未能全部更新"),
    }
}

/// What is shown although lists stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// No row.
    Nothing,
    /// What had arrived.
    Part,
    /// All rows, as they were when they were loaded the last time.
    Older,
}

/// The heading over the lists that stopped.
#[must_use]
pub fn failed_lists(count: usize, left: Left, lang: Lang) -> String {
    let (en, zh) = match left {
        Left::Nothing => (" could not be loaded", "未能加载"),
        Left::Part => (" stopped; what had arrived is shown", "加载中断，已到达的数据仍可使用"),
        Left::Older => (
            " could not be loaded again; the rows of before are shown",
            "未能更新，仍显示之前的数据",
        ),
    };
    match (lang, count) {
        (Lang::En, 1) => ["1 list", en].concat(),
        (Lang::En, _) => format!("{count} lists{en}"),
        (Lang::Zh, _) => format!("{count} 个列表{zh}"),
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
    fn a_moment_has_its_day_unless_that_is_today() {
        let noon = 20_778 * DAY + 43_200;
        let check = |at, en, zh| {
            assert_eq!(
                (moment(at, noon, Lang::En).as_str(), moment(at, noon, Lang::Zh).as_str()),
                (en, zh)
            );
        };
        check(noon, "12:00", "12:00");
        check(noon - 43_200 + 59, "00:00", "00:00");
        check(noon + 43_199, "23:59", "23:59");
        check(noon - 43_201, "23:59 on 20 Nov", "11月20日 23:59");
        check(noon + 43_200, "00:00 on 22 Nov", "11月22日 00:00");
        check(noon - 300 * DAY, "12:00 on 25 Jan", "1月25日 12:00");
        check(0, "00:00 on 1 Jan", "1月1日 00:00");
    }

    #[test]
    fn nothing_that_has_not_come_is_said_to_be_shown() {
        let check = |count, left, en| assert_eq!(failed_lists(count, left, Lang::En), en);
        check(3, Left::Nothing, "3 lists could not be loaded");
        check(1, Left::Part, "1 list stopped; what had arrived is shown");
        check(1, Left::Older, "1 list could not be loaded again; the rows of before are shown");
    }
}
