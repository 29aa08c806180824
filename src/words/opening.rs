//! The texts about rows from a file.

use catalog::{Date, day_of};
use view::{Lang, Text, rows_file::About};

use crate::load::Summary;

words! {
    FROM_FILE: "Rows from a file", "数据来自文件";
    FILE_FAILED: "The file could not be opened", "未能打开文件";
    FILE_EMPTY: "The file holds no rows", "文件中没有数据";
    NO_SUCH_FILE: "There is no such file beside this page. Check the path behind “open=” in the link.", "此页面旁没有该文件。请检查链接中 open= 后的路径。";
    FILE_REFUSED: "The server of this page did not give the file out.", "本页服务器未能提供该文件。";
    FILE_UNREACHABLE: "The file could not be fetched. Check the network and try again.", "无法获取文件。请检查网络后重试。";
    CANNOT_INFLATE: "This browser cannot open compressed files. A newer one can.", "此浏览器无法打开压缩文件。请使用较新的版本。";
}

/// How much of a file has come: `3.2 MB of 12.4 MB read`. Nothing once all of it has.
#[must_use]
pub fn read_so_far(summary: Summary, lang: Lang) -> Option<String> {
    if summary.is_complete() {
        return None;
    }
    let (received, expected) = (megabytes(summary.received), megabytes(summary.expected));
    Some(match lang {
        Lang::En => format!("{received} of {expected} read"),
        Lang::Zh => format!("已读取 {received} / {expected}"),
    })
}

/// What a file is called, and when it was made.
#[must_use]
pub fn of_file(about: &About, lang: Lang) -> String {
    let made = Date::of_day(day_of(about.made));
    let made = format!("{}-{:02}-{:02}", made.year(), made.month(), made.day());
    match (lang, about.title.as_str()) {
        (Lang::En, "") => format!("file of {made}"),
        (Lang::En, title) => format!("file “{title}” of {made}"),
        (Lang::Zh, "") => format!("文件生成于 {made}"),
        (Lang::Zh, title) => format!("文件“{title}”，生成于 {made}"),
    }
}

fn megabytes(bytes: u64) -> String {
    let tenths = bytes * 10 / (1 << 20);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use view::catalogs;

    use super::*;

    #[test]
    fn bytes_are_counted_until_all_have_come() {
        let check = |done, received, expected: Option<&str>| {
            let summary =
                Summary { lists: 1, done, received, expected: 13 << 20, ..Summary::default() };
            assert_eq!(read_so_far(summary, Lang::En).as_deref(), expected);
        };
        check(0, 0, Some("0.0 MB of 13.0 MB read"));
        check(0, 3_400_000, Some("3.2 MB of 13.0 MB read"));
        check(1, 13 << 20, None);
    }

    #[test]
    fn a_file_is_told_by_its_title_and_its_day() {
        let file = |title: &str| About {
            catalog: catalogs::first(),
            made: 1_795_305_600,
            rows: 0,
            is_sample: false,
            title: title.to_owned(),
            scope: None,
        };
        assert_eq!(of_file(&file(""), Lang::En), "file of 2026-11-22");
        assert_eq!(of_file(&file("All"), Lang::En), "file “All” of 2026-11-22");
        assert_eq!(of_file(&file("全部"), Lang::Zh), "文件“全部”，生成于 2026-11-22");
    }
}
