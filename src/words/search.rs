//! The texts about searching and sorting.

use catalog::Direction;
use view::{Catalog, Column, Format, Lang, SortBy, Text, grouped};

use super::noun;

words! {
    // The box.
    SEARCH: "Search", "搜索";
    SEARCH_HINT: "Search in every column…", "在所有字段中搜索…";
    HOW_TO_SEARCH: "How to search", "搜索方法";
    HOW_TO_SEARCH_NOTE: "Choose an example to add it to the search.", "点击示例即可加入搜索。";
    WITHOUT_WORD: "without this word", "不含这个词";
    EITHER_WORD: "with either word", "含任一个词";

    // Completion.
    OFFERS: "Suggestions", "建议";
    EXAMPLE: "example", "示例";
    HAS_VALUE: "has a value", "有值";
    HAS_NO_VALUE: "has no value", "无值";
    IS_SO: "a short name", "简称";

    // The terms of a query.
    TERMS: "Search terms", "搜索条件";
    MISTAKEN: "mistake", "有误";

    // Nothing found.
    NOTHING_FOUND: "Nothing matches", "没有匹配结果";
    NOTHING_FOUND_HINT: "Every word must be found somewhere in a row. Try fewer words or a part of one.", "每个词都须在同一行中出现。请减少关键词，或只输入一部分。";
    DID_YOU_MEAN: "Did you mean:", "您要找的是不是：";
    CLEAR_SEARCH: "Clear the search", "清除搜索";

    // The order.
    ADD_SORT: "Click while holding Shift to sort by this column too.", "按住 Shift 点击可追加此列排序。";
}

/// What a column is asked for by either of two values.
#[must_use]
pub fn one_of(column: &Column, a: &str, b: &str, lang: Lang) -> String {
    let (colon, or) = if lang == Lang::En { (": ", " or ") } else { ("：", " 或 ") };
    [column.label.get(lang), colon, a, or, b].concat()
}

/// What a field that is no column asks for, by its name in queries.
#[must_use]
pub fn of_field(name: &str) -> Text {
    match name {
        "has" => HAS_VALUE,
        "missing" => HAS_NO_VALUE,
        _ => IS_SO,
    }
}

/// The link that takes a term out of the search.
#[must_use]
pub fn remove_term(term: &str, lang: Lang) -> String {
    [Text::new("Remove ", "移除 ").get(lang), term].concat()
}

/// What a comparison (`>20GB`) asks a column for.
#[must_use]
pub fn compared(column: &Column, value: &str, lang: Lang) -> String {
    let (before, behind) = match column.format {
        Format::Time => (Text::new(": less than ", "：距今不到 "), Text::new(" ago", "")),
        Format::Deadline => (Text::new(": within ", "：从现在起 "), Text::new(" from now", " 内")),
        _ if value.starts_with('<') => (Text::new(" below ", "低于 "), Text::new("", "")),
        _ => (Text::new(" above ", "超过 "), Text::new("", "")),
    };
    let bound = value.trim_start_matches(['<', '>']);
    [column.label.get(lang), before.get(lang), bound, behind.get(lang)].concat()
}

/// What a range (`10..40`) asks a column for.
#[must_use]
pub fn between(column: &Column, value: &str, lang: Lang) -> String {
    let (from, until) = value.split_once("..").unwrap_or((value, ""));
    let (colon, to) = if lang == Lang::En { (": ", " to ") } else { ("：", " 至 ") };
    [column.label.get(lang), colon, from, to, until].concat()
}

/// What `has:` asks a column for.
#[must_use]
pub fn given(column: &Column, lang: Lang) -> String {
    let any = Text::new(": any at all", "：有值即可");
    [column.label.get(lang), any.get(lang)].concat()
}

/// What a short name stands for.
#[must_use]
pub fn short_for(query: &str, lang: Lang) -> String {
    [Text::new("short for ", "即 ").get(lang), query].concat()
}

/// Before and behind a term: so many rows there are without it.
#[must_use]
pub fn without_term(catalog: &Catalog, rows: usize, lang: Lang) -> (&'static str, String) {
    let (noun, rows) = (noun(catalog, rows, lang), grouped(rows as u64));
    match lang {
        Lang::En => ("Without ", [": ", &rows, " ", noun].concat()),
        Lang::Zh => ("去掉 ", ["：", &rows, " ", noun].concat()),
    }
}

/// An order of several columns in one sentence. Of one alone the header says enough.
#[must_use]
pub fn order(sort: &[SortBy], lang: Lang) -> Option<String> {
    (sort.len() > 1).then(|| sorted(sort, lang))
}

/// An order in one sentence.
#[must_use]
pub fn sorted(sort: &[SortBy], lang: Lang) -> String {
    let part = |it: &SortBy| {
        let direction = match it.direction {
            Direction::Ascending => Text::new("ascending", "升序"),
            Direction::Descending => Text::new("descending", "降序"),
        };
        [it.column.label.get(lang), " ", direction.get(lang)].concat()
    };
    let parts: Vec<_> = sort.iter().map(part).collect();
    match lang {
        Lang::En => ["Sorted by ", &parts.join(", then "), "."].concat(),
        Lang::Zh => ["排序：", &parts.join("，其次"), "。"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use view::ViewState;

    use super::*;

    #[test]
    fn only_an_order_of_several_columns_is_said() {
        let catalog = view::catalogs::first();
        let column = |key| catalog.column(key).unwrap();
        let mut view = ViewState::of(catalog);
        view.cycle_sort(column("size"));
        assert_eq!(order(&view.effective_sort(), Lang::En), None);
        view.add_sort(column("name"));
        view.add_sort(column("name"));
        for (lang, expected) in [
            (Lang::En, "Sorted by Size ascending, then Name descending."),
            (Lang::Zh, "排序：大小 升序，其次名称 降序。"),
        ] {
            assert_eq!(order(&view.effective_sort(), lang).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_term_to_leave_out_is_counted_by_language() {
        let catalog = view::catalogs::first();
        for (rows, en, zh) in
            [(1, ": 1 image", "：1 个镜像"), (1280, ": 1,280 images", "：1,280 个镜像")]
        {
            assert_eq!(without_term(catalog, rows, Lang::En), ("Without ", en.to_owned()));
            assert_eq!(without_term(catalog, rows, Lang::Zh), ("去掉 ", zh.to_owned()));
        }
    }
}
