use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn check(word: &str, text: &str, expected: Option<&str>) {
    let needle = Needle::new(word).unwrap_or_else(|| panic!("{word} is no pinyin"));
    let found = needle.find(text).map(|it| &text[it]);
    assert_eq!(found, expected, "{word} in {text}");
}

#[test]
fn finds_whole_syllables_initials_and_what_is_being_typed() {
    for word in
        ["jingxiang", "jx", "jxiang", "jingx", "jingxi", "jingxia", "jixiang", "jing'xiang", "j'x"]
    {
        let expected = (word != "jixiang").then_some("镜像");
        check(word, "镜像", expected);
        check(word, "Ubuntu 一键镜像库 v2", expected);
    }
    check("jing", "镜像", Some("镜"));
    check("ji", "镜像", Some("镜"));
    check("xiang", "镜像", Some("像"));
    check("xj", "镜像", None);
    check("jxx", "镜像", None);
    check("xunlian", "深度训练", Some("训练"));
    check("sdxx", "深度学习", Some("深度学习"));
}

#[test]
fn finds_every_reading() {
    for word in [
        "chongqing",
        "zhongqing",
        "cq",
        "zq",
        "chq",
        "zhq",
        "chqing",
        "cqing",
        "chongq",
        "cho",
        "zh",
        "qi",
    ] {
        let expected = match word {
            "cho" | "zh" => "重",
            "qi" => "庆",
            _ => "重庆",
        };
        check(word, "重庆", Some(expected));
    }
    check("yinhang", "银行", Some("银行"));
    check("yinxing", "银行", Some("银行"));
    check("yh", "银行", Some("银行"));
    check("yx", "银行", Some("银行"));
    check("zhangdu", "长都", Some("长都"));
    check("lvse", "绿色", Some("绿色"));
    check("lse", "绿色", Some("绿色"));
    check("shanghai", "上海", Some("上海"));
    check("sh", "上海", Some("上"));
    check("shh", "上海", Some("上海"));
}

#[test]
fn an_apostrophe_ends_a_syllable() {
    check("xian", "西安", Some("西安"));
    check("xian", "先", Some("先"));
    check("xi'an", "西安", Some("西安"));
    check("xi'an", "先", None);
    check("x'an", "西安", Some("西安"));
    check("xi'", "西安", Some("西"));
    check("xi'", "先", None);
    check("fangan", "方案", Some("方案"));
    check("fang'an", "方案", Some("方案"));
}

#[test]
fn what_stands_between_characters_ends_a_match() {
    for text in ["镜 像", "镜，像", "镜a像", "镜〇像", "镜\n像", "", "jx"] {
        check("jx", text, None);
    }
}

#[test]
fn refuses_what_cannot_be_cut() {
    for word in [
        "",
        "j",
        "j'",
        "'jx",
        "jx''",
        "jx''j",
        "ubuntu",
        "uimage",
        "vnc",
        "win",
        "jü",
        "镜像",
        "JX",
        "j x",
        "jx1",
        "22.04",
        "i",
        "''",
        &"j".repeat(64),
    ] {
        assert_eq!(Needle::new(word), None, "{word}");
    }
    for word in ["jx", "jx'", "centos", "cuda", "docker", "lv", &"j".repeat(63)] {
        assert!(Needle::new(word).is_some(), "{word}");
    }
}

#[test]
fn initials_are_those_of_every_cut() {
    for (word, expected) in [
        ("jx", "jx"),
        ("xian", "x"),
        ("xi'an", "xa"),
        ("shanghai", "sh"),
        ("zhh", "zh"),
        ("jingxiang", "jx"),
    ] {
        let bits = expected.bytes().fold(0, |all, it| all | bit(it));
        assert_eq!(Needle::new(word).unwrap().initials(), bits, "{word}");
    }
    assert_eq!(
        initials("镜像重 a"),
        ["j", "x", "z", "c", "t"].iter().fold(0, |all, it| all | bit(it.as_bytes()[0]))
    );
}

/// All that may be typed for some characters, spelled out.
fn spellings(text: &[char]) -> BTreeSet<String> {
    let Some((last, before)) = text.split_last() else { return [String::new()].into() };
    let before = before.iter().fold(BTreeSet::from([String::new()]), |all, it| {
        let forms = forms(*it);
        all.iter()
            .flat_map(|start| {
                forms.iter().flat_map(move |it| [format!("{start}{it}"), format!("{start}{it}'")])
            })
            .collect()
    });
    let mut ends: BTreeSet<String> =
        forms(*last).into_iter().flat_map(|it| [format!("{it}'"), it]).collect();
    ends.extend(readings(*last).flat_map(|it| (1..=it.len()).map(|len| it[..len].to_owned())));
    before.iter().flat_map(|start| ends.iter().map(move |end| format!("{start}{end}"))).collect()
}

fn forms(it: char) -> BTreeSet<String> {
    let initials = readings(it).flat_map(|it| {
        if it[1..].starts_with('h') { vec![&it[..1], &it[..2]] } else { vec![&it[..1]] }
    });
    readings(it).chain(initials).map(str::to_owned).collect()
}

fn readings(it: char) -> impl Iterator<Item = &'static str> {
    syllables(it).map(name)
}

fn naive(word: &str, text: &[char]) -> Option<Range<usize>> {
    let ranges =
        (0..text.len()).flat_map(|start| (start + 1..=text.len()).map(move |end| start..end));
    ranges.into_iter().find(|it| spellings(&text[it.clone()]).contains(word))
}

/// Characters that are easily confused, and a letter.
const CHARACTERS: &[char] = &[
    '西', '安', '先', '重', '庆', '行', '啊', '额', '恩', '女', '绿', '乐', '长', '镜', '像', '上',
    '海', 'x',
];

fn text() -> impl Strategy<Value = Vec<char>> {
    prop::collection::vec(prop::sample::select(CHARACTERS), 1..4)
}

/// Mostly words that the text, or one like it, is spelled with.
fn word_and_text() -> impl Strategy<Value = (String, Vec<char>)> {
    let spelled = (text(), any::<prop::sample::Index>()).prop_map(|(text, index)| {
        let all: Vec<String> = spellings(&text).into_iter().collect();
        (if all.is_empty() { "xian".to_owned() } else { index.get(&all).clone() }, text)
    });
    let other = ("(xi|an|x|z|zh|ch?|e|n|ing|'){1,5}", text());
    prop_oneof![spelled, other.boxed(), ("[a-z']{2,5}", text())]
}

proptest! {
    #[test]
    fn finds_what_is_spelled_out((word, text) in word_and_text()) {
        let string: String = text.iter().collect();
        let bytes = |at: usize| text[..at].iter().map(|it| it.len_utf8()).sum::<usize>();
        let letters = word.bytes().filter(u8::is_ascii_lowercase).count();
        let expected = naive(&word, &text).filter(|_| letters > 1).map(|it| bytes(it.start)..bytes(it.end));
        let needle = Needle::new(&word);
        prop_assert_eq!(needle.as_ref().and_then(|it| it.find(&string)), expected, "{} in {}", word, string);
        if let Some(needle) = needle.filter(|it| it.find(&string).is_some()) {
            prop_assert_eq!(needle.initials() & !initials(&string), 0);
        }
    }

    #[test]
    fn growing_narrows((word, text) in word_and_text(), more in "[a-z']") {
        let string: String = text.iter().collect();
        let found = |word: &str| Needle::new(word).map(|it| it.find(&string).is_some());
        for len in 0..=word.len() {
            let beginning = &word[..len];
            for long in [&word, &format!("{beginning}{more}")] {
                if found(long) == Some(true) {
                    // Nothing: a letter alone is no needle.
                    prop_assert_ne!(found(beginning), Some(false), "{} but not {} in {}", long, beginning, string);
                }
                let letters = beginning.bytes().filter(u8::is_ascii_lowercase).count();
                if Needle::new(long).is_some() && letters > 1 {
                    prop_assert!(Needle::new(beginning).is_some(), "{} but not {}", long, beginning);
                }
            }
        }
    }
}
