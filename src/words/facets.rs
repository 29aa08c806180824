//! The texts of the facets.

use view::{Catalog, Lang, Text, grouped};

words! {
    FACETS: "Filters", "筛选";
    FACETS_SHOW: "Show filters", "显示筛选";
    FACETS_HIDE: "Hide filters", "隐藏筛选";
    SKIP_FACETS: "Skip to the list", "跳到列表";
    CLEAR_FACETS: "Clear all", "全部清除";
    CLEAR: "Clear", "清除";
    NO_FACETS: "There is nothing to filter yet.", "暂无可筛选的内容。";
    IS_CHOSEN: "chosen", "已选";
    IS_EXCLUDED: "excluded", "已排除";
    NO_VALUE: "Not returned", "未返回";
    NO_SUCH_VALUE: "No value like this", "没有这样的值";
}

/// The button that leaves a value's rows out.
#[must_use]
pub fn exclude(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Exclude {name}"),
        Lang::Zh => format!("排除{name}"),
    }
}

/// The input that looks for a value of a facet.
#[must_use]
pub fn find_in(facet: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Find in {facet}"),
        Lang::Zh => format!("在{facet}中查找"),
    }
}

/// The input for a bound of a facet's range.
#[must_use]
pub fn bound(facet: &str, is_upper: bool, lang: Lang) -> String {
    match (lang, is_upper) {
        (Lang::En, false) => format!("{facet} from"),
        (Lang::En, true) => format!("{facet} to"),
        (Lang::Zh, false) => format!("{facet}下限"),
        (Lang::Zh, true) => format!("{facet}上限"),
    }
}

/// The button that takes away what is asked of a facet.
#[must_use]
pub fn clear(facet: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Clear {facet}"),
        Lang::Zh => format!("清除{facet}"),
    }
}

/// The button that shows more values, of which there are so many in all, if that is known.
#[must_use]
pub fn more_values(count: Option<usize>, lang: Lang) -> String {
    let count = count.map(|it| grouped(it as u64));
    match (lang, count) {
        (Lang::En, Some(count)) => format!("{count} more"),
        (Lang::En, None) => "More".to_owned(),
        (Lang::Zh, Some(count)) => format!("还有 {count} 个"),
        (Lang::Zh, None) => "更多".to_owned(),
    }
}

/// A bar of a histogram: its range, and how many of how many rows lie there.
#[must_use]
pub fn bar(from: &str, to: &str, count: u32, all: u32, lang: Lang) -> String {
    let (count, all) = (grouped(u64::from(count)), grouped(u64::from(all)));
    match lang {
        Lang::En => format!("{from} to {to}: {count} of {all}"),
        Lang::Zh => format!("{from} 至 {to}：{count} / 共 {all}"),
    }
}

/// The button that leaves the facets for the rows.
#[must_use]
pub fn show_rows(catalog: &Catalog, count: usize, lang: Lang) -> String {
    let noun = super::noun(catalog, count, lang);
    let count = grouped(count as u64);
    match lang {
        Lang::En => format!("Show {count} {noun}"),
        Lang::Zh => format!("显示 {count} {noun}"),
    }
}

#[cfg(test)]
mod tests {
    use view::catalogs;

    use super::*;

    #[test]
    fn counts_are_worded_by_language() {
        let check = |en: String, zh: String, expected: (&str, &str)| {
            assert_eq!((en.as_str(), zh.as_str()), expected);
        };
        let both = |words: &dyn Fn(Lang) -> String| (words(Lang::En), words(Lang::Zh));
        let (en, zh) = both(&|lang| more_values(Some(1234), lang));
        check(en, zh, ("1,234 more", "还有 1,234 个"));
        let (en, zh) = both(&|lang| more_values(None, lang));
        check(en, zh, ("More", "更多"));
        let (en, zh) = both(&|lang| bar("16 GB", "32 GB", 5, 1500, lang));
        check(en, zh, ("16 GB to 32 GB: 5 of 1,500", "16 GB 至 32 GB：5 / 共 1,500"));
        let (en, zh) = both(&|lang| show_rows(catalogs::first(), 1, lang));
        check(en, zh, ("Show 1 image", "显示 1 个镜像"));
        let (en, zh) = both(&|lang| show_rows(catalogs::first(), 12, lang));
        check(en, zh, ("Show 12 images", "显示 12 个镜像"));
    }
}
