//! The texts of the table's columns, their order and their density.

use view::{Lang, Text};

words! {
    COLUMNS: "Columns", "列";
    RESET_COLUMNS: "Reset", "恢复默认";
    PIN: "Pin", "固定";
    UNPIN: "Unpin", "取消固定";
    MOVE_UP: "Move up", "上移";
    MOVE_DOWN: "Move down", "下移";
    MOVE_LEFT: "Move left", "左移";
    MOVE_RIGHT: "Move right", "右移";
    FIT: "Fit to content", "适应内容宽度";
    RESIZE: "Resize with arrow keys", "用方向键调整宽度";
    HIDE: "Hide", "隐藏";
    OPTIONS: "Options", "选项";
    WIDTH: "Width", "宽度";
    MOVES_BY_KEY: "Drag to move, or press Alt with an arrow key.", "可拖动，或按 Alt 与方向键移动。";

    SORT: "Sort", "排序";
    SORT_UP: "Sort ascending", "升序排列";
    SORT_DOWN: "Sort descending", "降序排列";
    SORT_ALSO: "Sort by this too", "追加此列排序";
    SORT_DROP: "Remove from sorting", "取消此列排序";
    SORT_ADD: "Then by…", "追加排序列…";
    SORTED_UP: "Ascending", "升序";
    SORTED_DOWN: "Descending", "降序";

    DENSITY: "Density", "密度";
    COMPACT: "Compact", "紧凑";
    NORMAL: "Normal", "标准";
    ROOMY: "Roomy", "宽松";
}

/// The names of the densities, from the closest to the widest.
pub const DENSITIES: [Text; 3] = [COMPACT, NORMAL, ROOMY];

/// What an act or a figure is about: `Pin: Type`.
#[must_use]
pub fn about(what: Text, column: Text, lang: Lang) -> String {
    let between = match lang {
        Lang::En => ": ",
        Lang::Zh => "：",
    };
    [what.get(lang), between, column.get(lang)].concat()
}

/// Where a column stands after it was moved, counted from 1, as read aloud.
#[must_use]
pub fn moved(column: Text, place: usize, count: usize, lang: Lang) -> String {
    let (name, place, count) = (column.get(lang), place.to_string(), count.to_string());
    match lang {
        Lang::En => [name, ", column ", &place, " of ", &count].concat(),
        Lang::Zh => [name, "：第 ", &place, " 列，共 ", &count, " 列"].concat(),
    }
}

/// How many columns are shown, of how many.
#[must_use]
pub fn shown_columns(count: usize, all: usize, lang: Lang) -> String {
    let (count, all) = (count.to_string(), all.to_string());
    match lang {
        Lang::En => [&count, " of ", &all].concat(),
        Lang::Zh => [&count, " / ", &all].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_spoken_of_in_both_languages() {
        let check = |en: String, zh: String, expected: (&str, &str)| {
            assert_eq!((en.as_str(), zh.as_str()), expected);
        };
        let both = |words: &dyn Fn(Lang) -> String| (words(Lang::En), words(Lang::Zh));
        let size = Text::new("Size", "大小");
        let (en, zh) = both(&|lang| about(PIN, size, lang));
        check(en, zh, ("Pin: Size", "固定：大小"));
        let (en, zh) = both(&|lang| moved(size, 2, 11, lang));
        check(en, zh, ("Size, column 2 of 11", "大小：第 2 列，共 11 列"));
        let (en, zh) = both(&|lang| shown_columns(9, 24, lang));
        check(en, zh, ("9 of 24", "9 / 24"));
    }
}
