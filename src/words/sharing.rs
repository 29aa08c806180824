//! The texts about links: what of one could not be used, and what one goes without.

use view::{LONGEST_SHARED, Lang, Notice, Text, grouped};

words! {
    DAMAGED_LINK: "These parts of the link could not be used and were left out:", "链接中的以下部分无法使用，已忽略：";
    LEAVES_OUT: "The link to share leaves out …", "用于分享的链接省略了…";
    TO_FIT: ", so that it fits into …. The address of this page holds everything.", "，以控制在 …以内。本页地址仍保留全部内容。";
    LONG_LINK: "The link is longer than …, and some programs cut such links. Check it where you paste it, or search for less.", "链接超过 …，部分程序可能会将其截断。请在粘贴后检查，或缩短搜索内容。";
    CHARACTERS: " characters", " 个字符";
}

/// What there is to say about a link. Behind it stand the keys of the parts that could not be used.
#[must_use]
pub fn about_link(notices: &[Notice], lang: Lang) -> String {
    match notices.first() {
        None => String::new(),
        Some(Notice::Skipped(_)) => DAMAGED_LINK.get(lang).to_owned(),
        Some(Notice::LeftOut(_)) => shortened(notices, lang),
        Some(Notice::TooLong) => around(LONG_LINK, &most(lang), lang),
    }
}

fn shortened(notices: &[Notice], lang: Lang) -> String {
    let names = notices.iter().filter_map(|it| match it {
        Notice::LeftOut(name) => Some(name.get(lang)),
        _ => None,
    });
    let names = listed(&names.collect::<Vec<_>>(), lang);
    around(LEAVES_OUT, &names, lang) + &around(TO_FIT, &most(lang), lang)
}

fn most(lang: Lang) -> String {
    grouped(LONGEST_SHARED as u64) + CHARACTERS.get(lang)
}

/// A text with another one in its `…`.
fn around(text: Text, inner: &str, lang: Lang) -> String {
    text.get(lang).replace('…', inner)
}

/// `a, b and c`.
fn listed(names: &[&str], lang: Lang) -> String {
    let (comma, and) = if lang == Lang::En { (", ", " and ") } else { ("、", "和") };
    match names {
        [first @ .., before, last] => {
            let first: String = first.iter().flat_map(|it| [*it, comma]).collect();
            [first.as_str(), *before, and, *last].concat()
        }
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(notices: &[Notice], en: &str, zh: &str) {
        assert_eq!(about_link(notices, Lang::En), en);
        assert_eq!(about_link(notices, Lang::Zh), zh);
    }

    #[test]
    fn a_link_is_told_about_in_a_sentence() {
        let [widths, columns, rows] = [("widths", "列宽"), ("columns", "列"), ("rows", "行")]
            .map(|(en, zh)| Notice::LeftOut(Text::new(en, zh)));
        check(&[], "", "");
        check(&[Notice::Skipped("q")], DAMAGED_LINK.en, DAMAGED_LINK.zh);
        check(
            &[widths],
            "The link to share leaves out widths, so that it fits into 2,000 characters. The address of this page holds everything.",
            "用于分享的链接省略了列宽，以控制在 2,000 个字符以内。本页地址仍保留全部内容。",
        );
        check(
            &[widths, columns, rows],
            "The link to share leaves out widths, columns and rows, so that it fits into 2,000 characters. The address of this page holds everything.",
            "用于分享的链接省略了列宽、列和行，以控制在 2,000 个字符以内。本页地址仍保留全部内容。",
        );
        check(
            &[Notice::TooLong],
            "The link is longer than 2,000 characters, and some programs cut such links. Check it where you paste it, or search for less.",
            "链接超过 2,000 个字符，部分程序可能会将其截断。请在粘贴后检查，或缩短搜索内容。",
        );
    }
}
