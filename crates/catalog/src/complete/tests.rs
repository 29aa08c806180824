use proptest::prelude::*;

use super::*;
use crate::{Cell, Filter, Flag, Matching, Query, Search, reserved::answer};

const LIMIT: usize = 20;

fn schema() -> Schema {
    let text = |name, aliases: &[&'static str], matching| ColumnSpec {
        aliases: aliases.to_vec(),
        matching,
        ..ColumnSpec::new(name, Kind::Text)
    };
    let names = vec![("Base", "Standard"), ("Base", "标准镜像"), ("Custom", "自制镜像")];
    let columns = vec![
        text("name", &["ImageName", "名称"], Matching::Contains),
        ColumnSpec { names, ..text("type", &["ImageType", "类型"], Matching::Whole) },
        text("zone", &["可用区"], Matching::Contains),
        ColumnSpec { aliases: vec!["大小"], ..ColumnSpec::new("size", Kind::Number) },
        ColumnSpec::new("tags", Kind::Tags),
        ColumnSpec { aliases: vec!["自启动"], ..ColumnSpec::new("auto", Kind::Flag) },
        text("id", &[], Matching::Contains),
    ];
    Schema { columns, flags: vec![Flag { name: "free", query: "size:0" }] }
}

/// Name, type, zone, tags, whether it starts by itself. Names repeat, ids never do.
const ROWS: [(&str, &str, &str, &[&str], bool); 6] = [
    ("Ubuntu 22.04", "Base", "hk-02", &["gpu", "cuda 12"], true),
    ("Ubuntu 22.04", "Base", "hk-03", &["gpu", "gpu"], false),
    ("Ubuntu 24.04", "Custom", "hk-03", &[], false),
    ("My Ubuntu", "Custom", "cn-bj2-05", &["镜像"], false),
    ("My Ubuntu", "Base", "cn-bj2-05", &["OR"], false),
    ("a,b", "Base", "cn-bj2-05", &["..", ""], false),
];

fn table() -> Table {
    let mut table = Table::new(schema());
    for (row, (name, kind, zone, tags, auto)) in ROWS.iter().enumerate() {
        let tags: Vec<String> = tags.iter().map(|it| (*it).to_owned()).collect();
        let id = format!("img-{row}");
        let cells = [
            Cell::Text(name),
            Cell::Text(kind),
            Cell::Text(zone),
            Cell::Missing,
            Cell::Tags(&tags),
            Cell::Flag(*auto),
            Cell::Text(&id),
        ];
        table.push(&cells, "");
    }
    table
}

fn completed(text: &str, caret: usize, limit: usize) -> Completions {
    let table = table();
    complete(text, caret, &table, table.len(), limit)
}

/// The caret is a `|`. What is replaced stands in brackets; candidates are texts, each with its rows if it is a value.
fn check(marked: &str, typing: Typing, span: &str, expected: &[&str]) {
    let caret = marked.find('|').unwrap();
    let text = marked.replace('|', "");
    let found = completed(&text, caret, LIMIT);
    let said: Vec<_> = found.candidates.iter().map(said).collect();
    assert_eq!(found.typing, typing, "{marked}");
    assert_eq!(&text[found.span], span, "{marked}");
    assert_eq!(said, expected, "{marked}");
}

fn said(candidate: &Candidate) -> String {
    match &candidate.meaning {
        Meaning::Value { rows, .. } => format!("{} {rows}", candidate.text),
        _ => candidate.text.clone(),
    }
}

#[test]
fn a_field_goes_by_each_of_its_names() {
    check("na|", Typing::Word, "na", &["name:"]);
    check("gpu (-na|) x", Typing::Word, "na", &["name:"]);
    check("NA|ME", Typing::Word, "NAME", &["name:"]);
    check("imaget|", Typing::Word, "imaget", &["type:"]);
    check("可|", Typing::Word, "可", &["可用区:"]);
    check("kyq|", Typing::Word, "kyq", &["zone:"]);
    check("daxiao|", Typing::Word, "daxiao", &["size:"]);
    check("mis|", Typing::Word, "mis", &["missing:"]);
    check("i|", Typing::Word, "i", &["id:", "name:", "type:", "is:"]);
    check("zo|:hk", Typing::Word, "zo:", &["zone:"]);
    check("x zo|：hk", Typing::Word, "zo：", &["zone:"]);
    check("-|", Typing::Word, "", &ALL);
    check("a |", Typing::Word, "", &ALL);
    check("a | b", Typing::Word, "", &ALL);
}

const ALL: [&str; 10] =
    ["name:", "type:", "zone:", "size:", "tags:", "auto:", "id:", "is:", "has:", "missing:"];

#[test]
fn a_word_leads_to_values_that_begin_so() {
    check("hk|", Typing::Word, "hk", &["zone:=hk-03 2", "zone:=hk-02 1"]);
    check("ub|x", Typing::Word, "ubx", &["name:=\"Ubuntu 22.04\" 2", "name:=\"Ubuntu 24.04\" 1"]);
    check("标准|", Typing::Word, "标准", &["type:Base 4"]);
    check("img-|", Typing::Word, "img-", &[]);
    check("h|", Typing::Word, "h", &["has:"]);
}

#[test]
fn values_begin_or_contain_what_is_typed_the_commonest_first() {
    let ubuntu = ["=\"Ubuntu 22.04\" 2", "=\"Ubuntu 24.04\" 1", "=\"My Ubuntu\" 2"];
    check("name:ub|", Typing::Value(0), "ub", &ubuntu);
    check("名称：UB|un x", Typing::Value(0), "UBun", &ubuntu);
    check("name:\"ubuntu 24|", Typing::Value(0), "\"ubuntu 24", &["=\"Ubuntu 24.04\" 1"]);
    check("name:\"ubuntu 24|\" x", Typing::Value(0), "\"ubuntu 24\"", &["=\"Ubuntu 24.04\" 1"]);
    check("name:\"ubuntu 24| x", Typing::Value(0), "\"ubuntu 24", &["=\"Ubuntu 24.04\" 1"]);
    check(
        "name:a,|",
        Typing::Value(0),
        "",
        &["\"Ubuntu 22.04\" 2", "\"My Ubuntu\" 2", "\"Ubuntu 24.04\" 1", "\"a,b\" 1"],
    );
    check("zone:|", Typing::Value(2), "", &["=cn-bj2-05 3", "=hk-03 2", "=hk-02 1"]);
    check("zone:x,hk|,y", Typing::Value(2), "hk", &["hk-03 2", "hk-02 1"]);
    check("zone:hk|,y", Typing::Value(2), "hk", &["hk-03 2", "hk-02 1"]);
    check("zone:=hk|", Typing::Value(2), "hk", &["hk-03 2", "hk-02 1"]);
    check("zone:>=hk|", Typing::Value(2), "hk", &["hk-03 2", "hk-02 1"]);
    check("zone:hk|..x", Typing::Value(2), "hk", &["=hk-03 2", "=hk-02 1"]);
    check("zone:a..hk|", Typing::Value(2), "hk", &["hk-03 2", "hk-02 1"]);
    check("type:标|", Typing::Value(1), "标", &["Base 4"]);
    check("type:|", Typing::Value(1), "", &["Base 4", "Custom 2"]);
    check(
        "tags:|",
        Typing::Value(4),
        "",
        &["=gpu 2", "=\"cuda 12\" 1", "=镜像 1", "=OR 1", "=\"..\" 1"],
    );
    check("tags:jx|", Typing::Value(4), "jx", &["=镜像 1"]);
    check("auto:|", Typing::Value(5), "", &["yes 1", "no 5"]);
    check("auto:否|", Typing::Value(5), "否", &["否 5"]);
    check("size:|", Typing::Value(3), "", &[]);
    check("id:|", Typing::Value(6), "", &[]);
    check("id:3|", Typing::Value(6), "3", &["=img-3 1"]);
    check("foo:|", Typing::Text, "", &[]);
}

#[test]
fn names_behind_is_has_and_missing() {
    check("is:|", Typing::Flag, "", &["free", "auto"]);
    check("-is:自|", Typing::Flag, "自", &["自启动"]);
    check("has:z|", Typing::Name, "z", &["zone"]);
    check("missing:zone,s|", Typing::Name, "s", &["size"]);
}

#[test]
fn nothing_is_known_of_phrases() {
    check("\"zo|", Typing::Text, "", &[]);
    check("\"zo\"|", Typing::Text, "", &[]);
    check("a OR|", Typing::Text, "", &[]);
    check("\"|", Typing::Text, "", &[]);
}

#[test]
fn a_candidate_takes_the_place_of_what_is_typed() {
    let check = |marked: &str, expected: &str| {
        let caret = marked.find('|').unwrap();
        let text = marked.replace('|', "");
        let (mut text, caret) = completed(&text, caret, LIMIT).apply(&text, 0).unwrap();
        text.insert(caret, '|');
        assert_eq!(text, expected, "{marked}");
    };
    check("si|", "size:|");
    check("zo|:hk x", "zone:|hk x");
    check("-(si|)", "-(size:|)");
    check("zo|\"b\"", "zone:| \"b\"");
    check("zone:h|k b", "zone:=hk-03| b");
    check("zone:h|,x", "zone:hk-03|,x");
    check("zone:>h|\"x\"", "zone:>hk-03| \"x\"");
    check("name:ub|", "name:=\"Ubuntu 22.04\"|");
    check("a |b", "a name:| b");
    assert_eq!(completed("si", 2, LIMIT).apply("si", 9), None);
    assert_eq!(completed("si", 2, LIMIT).apply("siz", 0), None, "another text");
    assert_eq!(completed("si", 2, 0).candidates, []);
}

#[test]
fn values_are_counted_among_the_rows_that_were_asked_for() {
    let check = |text: &str, len: u32, expected: &[&str]| {
        let found = complete(text, text.len(), &table(), len, LIMIT);
        assert_eq!(found.candidates.iter().map(said).collect::<Vec<_>>(), expected, "{text} {len}");
    };
    check("zone:", 2, &["=hk-02 1", "=hk-03 1"]);
    check("zone:", 3, &["=hk-03 2", "=hk-02 1"]);
    check("tags:", 2, &["=gpu 2", "=\"cuda 12\" 1"]);
    check("auto:", 1, &["yes 1", "no 0"]);
    check("id:img", 2, &["=img-0 1", "=img-1 1"]);
}

/// All that is typed of queries like these, at each place.
const TEXTS: [&str; 8] = [
    "zone:hk-0,cn x",
    "-type：Ba ub",
    "name:\"Ubuntu\" OR tags:g",
    "(tags:\"cu\",. 镜",
    "name:=My,\"a,\" is:f",
    "zone:h..c missing:z,",
    "name:a,\"b\"..c \"hk\".x",
    "auto:y -- 「a」b",
];

#[test]
fn every_value_is_read_as_what_it_is_and_finds_what_it_says() {
    let table = table();
    for text in TEXTS {
        for caret in 0..text.len() + 2 {
            let found = complete(text, caret, &table, table.len(), LIMIT);
            for (place, candidate) in found.candidates.iter().enumerate() {
                let (new, end) = found.apply(text, place).unwrap();
                let Meaning::Value { column, value, rows } = &candidate.meaning else { continue };
                let typed = typed(&new, end);
                let Place::Value { field, alone } = typed.place else {
                    panic!("{new} at {end}: {typed:?}");
                };
                let read = answer(&typed.text).map_or(typed.text, |it| it.to_string());
                let place = table.schema().place(&field);
                assert_eq!((place, &read), (Some(*column), value), "{new}");
                let term =
                    Query::parse(&[&field, ":", &candidate.text].concat().replace("::", ":"));
                if alone || candidate.text.contains(':') {
                    let term = if candidate.text.contains(':') {
                        Query::parse(&candidate.text)
                    } else {
                        term
                    };
                    let filter = Filter::new(&term, table.schema(), 0);
                    let count = Search::default().run(&table, &filter, 99).rows().count();
                    assert_eq!(count, *rows as usize, "{new}: {term}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_and_any_caret_will_do(
        text in "([a-z镜：:=,.()\"“” -]|zone:|is:|type:|hk|..){0,12}", caret in 0_usize..40, limit in 0_usize..9,
    ) {
        let found = completed(&text, caret, limit);
        let (before, rest) = text.split_at(found.span.start);
        let after = &rest[found.span.len()..];
        prop_assert!(found.candidates.len() <= limit && found.span.start <= caret);
        for (place, candidate) in found.candidates.iter().enumerate() {
            let (new, end) = found.apply(&text, place).unwrap();
            let written = new.strip_prefix(before).and_then(|it| it.strip_prefix(&*candidate.text));
            prop_assert_eq!(end, before.len() + candidate.text.len());
            prop_assert_eq!(written.map(str::trim_start), Some(after.trim_start()), "{}", new);
        }
    }
}
