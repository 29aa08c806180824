//! The texts about rows that are chosen and compared.

use view::{Catalog, Lang, Text, ViewState, grouped};

use super::noun;

words! {
    COMPARISON: "Comparison", "对比";
    COMPARE: "Compare", "对比";
    DIFFERENCES_ONLY: "Differences only", "仅显示差异";
    FIELD: "Field", "字段";
    DIFFERS: "differs", "有差异";
    NO_ROOM: "At most 10 rows can be compared. Take one away first.", "最多可对比 10 行，请先移除一行。";
    NO_ROW: "Go to a row first: j and k lead there.", "请先用 j 或 k 移到某一行。";
    TOO_FEW: "Choose at least two rows to compare. In the list, x chooses the row that you are on.", "请至少选择两行再对比。在列表中按 x 可选择当前行。";
    ONE_LEFT: "There is only one row here. Choose another in the list to compare it with.", "目前只有一行。请在列表中再选一行进行对比。";
}

/// How many rows are chosen, of those that can be.
#[must_use]
pub fn chosen(len: usize, lang: Lang) -> String {
    let most = ViewState::MOST_COMPARED;
    match (lang, len) {
        (Lang::En, 1) => "1 chosen; choose another".to_owned(),
        (Lang::En, len) if len >= most => format!("{len} chosen, the most"),
        (Lang::En, _) => format!("{len} of {most} chosen"),
        (Lang::Zh, 1) => "已选 1 行，请再选一行".to_owned(),
        (Lang::Zh, len) if len >= most => format!("已选 {len} 行，已达上限"),
        (Lang::Zh, _) => format!("已选 {len} / {most}"),
    }
}

/// What became of a row, and how many are chosen now.
#[must_use]
pub fn row_chosen(name: &str, is_chosen: bool, len: usize, lang: Lang) -> String {
    let most = ViewState::MOST_COMPARED;
    match (lang, is_chosen) {
        (Lang::En, true) => format!("Chosen: {name}, {len} of {most}"),
        (Lang::En, false) => format!("No longer chosen: {name}, {len} of {most}"),
        (Lang::Zh, true) => format!("已选：{name}，{len} / {most}"),
        (Lang::Zh, false) => format!("已取消：{name}，{len} / {most}"),
    }
}

/// That so many rows were more than there was room for.
#[must_use]
pub fn cut_short(asked: usize, lang: Lang) -> String {
    let (asked, most) = (grouped(asked as u64), ViewState::MOST_COMPARED);
    match lang {
        Lang::En => format!(
            "{most} chosen, which is as many as can be compared. The rest of these {asked} rows was left out."
        ),
        Lang::Zh => format!("已选 {most} 行，已达上限。这 {asked} 行中的其余未选。"),
    }
}

/// What compares so many rows.
#[must_use]
pub fn compare(catalog: &Catalog, len: usize, lang: Lang) -> String {
    [COMPARE.get(lang), " ", &len.to_string(), " ", noun(catalog, len, lang)].concat()
}

/// The button that takes a row out of the comparison.
#[must_use]
pub fn take_out(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Take {name} out of the comparison"),
        Lang::Zh => format!("将 {name} 移出对比"),
    }
}

/// How many fields tell the rows apart.
#[must_use]
pub fn differing(differing: usize, of: usize, lang: Lang) -> String {
    let same = of - differing;
    match (lang, differing, same) {
        (Lang::En, 0, _) => format!("All {of} fields are the same"),
        (Lang::En, 1, _) => format!("1 field differs, {same} are the same"),
        (Lang::En, _, 1) => format!("{differing} fields differ, 1 is the same"),
        (Lang::En, _, _) => format!("{differing} fields differ, {same} are the same"),
        (Lang::Zh, 0, _) => format!("全部 {of} 个字段相同"),
        (Lang::Zh, _, _) => format!("{differing} 个字段有差异，{same} 个相同"),
    }
}

/// That chosen rows are not there: not yet, or not at all.
#[must_use]
pub fn not_among(len: usize, is_settled: bool, lang: Lang) -> String {
    match (lang, len, is_settled) {
        (Lang::En, 1, true) => "1 chosen row is not among what is loaded".to_owned(),
        (Lang::En, _, true) => format!("{len} chosen rows are not among what is loaded"),
        (Lang::En, 1, false) => "1 chosen row is not loaded yet".to_owned(),
        (Lang::En, _, false) => format!("{len} chosen rows are not loaded yet"),
        (Lang::Zh, _, true) => format!("所选的 {len} 行不在已加载的数据中"),
        (Lang::Zh, _, false) => format!("所选的 {len} 行尚未加载"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_as_much_room_as_is_said() {
        let most = format!(" {} ", ViewState::MOST_COMPARED);
        for lang in [Lang::En, Lang::Zh] {
            assert!(NO_ROOM.get(lang).contains(&most), "{}", NO_ROOM.get(lang));
        }
    }

    #[test]
    fn counts_are_worded() {
        for (said, expected) in [
            (chosen(1, Lang::En), "1 chosen; choose another"),
            (chosen(3, Lang::En), "3 of 10 chosen"),
            (chosen(3, Lang::Zh), "已选 3 / 10"),
            (chosen(10, Lang::En), "10 chosen, the most"),
            (chosen(1, Lang::Zh), "已选 1 行，请再选一行"),
            (row_chosen("Ubuntu", true, 2, Lang::En), "Chosen: Ubuntu, 2 of 10"),
            (row_chosen("Ubuntu", false, 0, Lang::Zh), "已取消：Ubuntu，0 / 10"),
            (compare(view::catalogs::first(), 2, Lang::En), "Compare 2 images"),
            (compare(view::catalogs::first(), 2, Lang::Zh), "对比 2 个镜像"),
            (differing(0, 11, Lang::En), "All 11 fields are the same"),
            (differing(1, 11, Lang::En), "1 field differs, 10 are the same"),
            (differing(10, 11, Lang::En), "10 fields differ, 1 is the same"),
            (differing(4, 11, Lang::Zh), "4 个字段有差异，7 个相同"),
            (not_among(1, true, Lang::En), "1 chosen row is not among what is loaded"),
            (not_among(2, false, Lang::En), "2 chosen rows are not loaded yet"),
        ] {
            assert_eq!(said, expected);
        }
    }
}
