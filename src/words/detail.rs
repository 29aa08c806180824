//! The texts of a row's detail about other rows and about its JSON.

use view::{Lang, Text, grouped};

words! {
    RELATED_SCOPE: "Among the rows that are loaded.", "仅限已加载的数据。";
    VERSION: "Version", "版本";
    COPY_NAME: "Copy name", "复制名称";
    FIND_IN_JSON: "Find in the JSON", "在 JSON 中查找";
    NOT_IN_JSON: "Not found", "未找到";
}

/// The way to a group of rows that the detail shows a part of.
#[must_use]
pub fn list_related(len: usize, lang: Lang) -> String {
    let len = grouped(len as u64);
    match lang {
        Lang::En => format!("Show all {len} in the list"),
        Lang::Zh => format!("在列表中显示全部 {len} 个"),
    }
}

/// Which of the places found is shown: `2 of 7`.
#[must_use]
pub fn place_of(place: usize, len: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{place} of {len}"),
        Lang::Zh => format!("第 {place} 处，共 {len} 处"),
    }
}
