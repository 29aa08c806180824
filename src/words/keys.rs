//! The texts about keys, and about what was undone.

use view::{Lang, Text};

words! {
    KEYS: "Keyboard shortcuts", "键盘快捷键";
    ALL_KEYS: "All keyboard shortcuts", "全部键盘快捷键";
    KEYS_ANYWHERE: "Anywhere", "任意位置";
    KEYS_IN_LIST: "In the list", "列表中";
    KEYS_IN_SEARCH: "In the search box", "搜索框中";

    KEY_SEARCH: "Go to the search box", "转到搜索框";
    KEY_FIELDS: "Search, with what can be searched in", "搜索，并列出可用字段";
    KEY_HELP: "Show or hide these shortcuts", "显示或隐藏快捷键";
    KEY_FACETS: "Show or hide filters", "显示或隐藏筛选";
    KEY_LAYOUT: "Table or cards", "切换表格与卡片";
    KEY_DENSITY: "Rows closer or wider", "切换行距";
    KEY_COPY: "Copy the row’s id", "复制该行的 ID";
    KEY_LINK: "Copy a link to this view", "复制当前视图的链接";
    KEY_CHOOSE: "Choose the row to compare it, or not", "选择该行用于对比，再按则取消";
    KEY_CHOOSE_TO: "Choose all rows up to this one", "选到该行为止";
    KEY_COMPARE: "Compare the chosen rows", "对比所选的行";
    KEY_LIST: "Go to the list, down or up", "转到列表并向下或向上";
    KEY_STEP: "Row by row", "逐行移动";
    KEY_PAGE: "Page by page", "逐页移动";
    KEY_ENDS: "First or last row", "第一行或最后一行";
    KEY_OPEN: "Open details", "打开详情";
    KEY_SHUT: "Close details", "关闭详情";
    KEY_OFFERS: "Suggestions, next or previous", "建议：下一个或上一个";
    KEY_ACCEPT: "Take the chosen suggestion", "采用所选建议";
    KEY_CLEAR: "Hide suggestions, then clear the search", "收起建议，再按则清除搜索";

    UNDO: "Undo", "撤销";
    REDO: "Redo", "重做";
    STEPS: "Undo and redo", "撤销与重做";
    UNDONE: "Undone: ", "已撤销：";
    REDONE: "Done again: ", "已重做：";
    NOTHING_TO_UNDO: "There is nothing to undo", "没有可撤销的操作";
    NOTHING_TO_REDO: "There is nothing to redo", "没有可重做的操作";
    ID_COPIED: "Copied: ", "已复制：";
}

/// What was undone or done again, if anything was.
#[must_use]
pub fn stepped(back: bool, about: Option<Text>, lang: Lang) -> String {
    let (done, nothing) = if back { (UNDONE, NOTHING_TO_UNDO) } else { (REDONE, NOTHING_TO_REDO) };
    match about {
        Some(about) => [done.get(lang), about.get(lang)].concat(),
        None => nothing.get(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_says_what_it_was_about() {
        let search = Text::new("search", "搜索");
        for (back, about, en, zh) in [
            (true, Some(search), "Undone: search", "已撤销：搜索"),
            (false, Some(search), "Done again: search", "已重做：搜索"),
            (true, None, "There is nothing to undo", "没有可撤销的操作"),
            (false, None, "There is nothing to redo", "没有可重做的操作"),
        ] {
            assert_eq!(stepped(back, about, Lang::En), en);
            assert_eq!(stepped(back, about, Lang::Zh), zh);
        }
    }
}
