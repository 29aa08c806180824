use catalog::{Filter, Query};

use super::*;
use crate::{catalogs, catalogs::CATALOGS};

/// The sentence about the first problem of a query, in both languages.
fn check(catalog: &str, query: &str, en: &str, zh: &str) {
    let catalog = catalogs::find(catalog).unwrap();
    let filter = Filter::new(&Query::parse(query), &catalog.schema(), 1_700_000_000);
    let problem = filter.problems().first().unwrap_or_else(|| panic!("{query} is right"));
    let said = Lang::ALL.iter().map(|lang| sentence(problem, query, catalog, *lang));
    assert_eq!(said.collect::<Vec<_>>(), [en, zh], "{query}");
}

#[test]
fn fields_that_there_are_not() {
    check(
        "uhost",
        "ubuntu sise:>20",
        "There is no field “sise”. Did you mean size?",
        "没有字段“sise”。您要找的是 size 吗？",
    );
    check(
        "uhost",
        "has:colour",
        "There is no field “colour”. Fields are called as the columns are, such as name.",
        "没有字段“colour”。字段名与列相同，例如 name。",
    );
    check(
        "docker",
        "is:free",
        "“is:” does not know “free”. It knows new or latest.",
        "“is:”不支持“free”，可用的有 new 或 latest。",
    );
}

#[test]
fn values_that_are_none() {
    check(
        "uhost",
        "size:big",
        "Size takes a number, such as 20, >20GB or 10..40; “big” is none.",
        "“大小”需要数字，例如 20、>20GB 或 10..40；“big”不是数字。",
    );
    check(
        "community",
        "size:>20pb",
        "Size takes GB, G, MB, M, TB or T as its unit; “20pb” has another.",
        "“大小”的单位可以是 GB、G、MB、M、TB 或 T；“20pb”的单位无法识别。",
    );
    check(
        "community",
        "uses:>20GB",
        "Used takes a number without a unit, such as 100, >1000 or 10..100; “20GB” has one.",
        "“使用次数”需要不带单位的数字，例如 100、>1000 或 10..100；“20GB”带有单位。",
    );
    check(
        "uhost",
        "created:<soon",
        "Created takes a date or an age, such as 2024-05-01, <90d or 2024-01..2024-06; “soon” is neither.",
        "“创建时间”需要日期或时长，例如 2024-05-01、<90d 或 2024-01..2024-06；“soon”都不是。",
    );
    check(
        "uhost",
        "eol:2024-02-30",
        "“2024-02-30” is in no calendar; dates are written as 2024-05-31.",
        "日历上没有“2024-02-30”；日期写作 2024-05-31。",
    );
    check(
        "community",
        "auto:>1",
        "Starts by itself is yes or no: write auto:yes or auto:no.",
        "“自启动”只有是或否：请写 auto:yes 或 auto:no。",
    );
}

#[test]
fn signs_that_stand_alone() {
    check(
        "uhost",
        "cuda OR",
        "“OR” needs something after it, such as cuda OR rocm.",
        "“OR”后面缺少内容，例如 cuda OR rocm。",
    );
    check(
        "uhost",
        "OR cuda",
        "“OR” needs something before it, such as cuda OR rocm.",
        "“OR”前面缺少内容，例如 cuda OR rocm。",
    );
    check(
        "docker",
        "updated:>",
        "“>” needs something after it, such as updated:<90d.",
        "“>”后面缺少内容，例如 updated:<90d。",
    );
    check(
        "uhost",
        "(a",
        "This parenthesis is never closed: add “)” where the group ends.",
        "这个括号没有闭合：请在末尾补上“)”。",
    );
}

/// Every kind of problem, in every catalog and list inside a row: a new kind does not compile until it is here.
#[test]
fn every_kind_has_a_sentence() {
    let lists = CATALOGS.iter().flat_map(|it| it.inner.iter().map(|inner| inner.list).chain([*it]));
    for catalog in lists {
        for kind in kinds(catalog.columns.len()) {
            let name = format!("{kind:?}");
            for lang in Lang::ALL {
                let problem = Problem { span: 0..4, kind: kind.clone() };
                let said = sentence(&problem, "what", catalog, *lang);
                assert!(said.ends_with(['.', '?', '。', '？']), "{name}: {said}");
                assert!(!said.contains("{}") && !said.contains(&name), "{name}: {said}");
            }
        }
    }
}

fn kinds(columns: usize) -> Vec<ProblemKind> {
    use MistakeKind::*;
    let symbols = [
        Symbol::Or,
        Symbol::And,
        Symbol::Not,
        Symbol::Minus,
        Symbol::Colon,
        Symbol::Comma,
        Symbol::Comparison,
    ];
    let after = symbols.iter().flat_map(|it| [NothingAfter(*it), NothingBefore(*it)]);
    let mistakes = [MissingClosing, UnexpectedClosing, EmptyParentheses, EmptyRange, TooDeep];
    let mut kinds: Vec<_> = mistakes.into_iter().chain(after).map(ProblemKind::Syntax).collect();
    kinds.extend([
        ProblemKind::UnknownField(None),
        ProblemKind::UnknownField(Some("size")),
        ProblemKind::UnknownFlag,
    ]);
    for place in 0..=columns {
        let errors = [
            ValueError::NotANumber,
            ValueError::UnknownUnit,
            ValueError::NotATime,
            ValueError::NoSuchDate,
        ];
        kinds.extend(errors.map(|it| ProblemKind::Value(place, it)));
        kinds.push(ProblemKind::NotComparable(place));
    }
    kinds
}

#[test]
fn a_long_or_hidden_text_does_not_spoil_the_sentence() {
    let query = ["size:", &"9".repeat(400), "x\u{202e}"].concat();
    let catalog = catalogs::first();
    let filter = Filter::new(&Query::parse(&query), &catalog.schema(), 0);
    let said = sentence(&filter.problems()[0], &query, catalog, Lang::En);
    assert!(
        said.chars().count() < 160 && said.contains('…') && !said.contains('\u{202e}'),
        "{said}"
    );
    assert_eq!(quote("a\u{202e}b"), "a⟨U+202E⟩b");
}

#[test]
fn texts_are_filled_and_listed() {
    assert_eq!(fill("{} is {}.", &["a", "{}"]), "a is {}.");
    assert_eq!(list(&["a"], Lang::En), "a");
    assert_eq!(list(&["a", "b", "c"], Lang::En), "a, b or c");
    assert_eq!(list(&["a", "b"], Lang::Zh), "a 或 b");
}
