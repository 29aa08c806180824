use proptest::prelude::*;

use super::*;
use crate::schema::Kind;

fn dictionary(texts: &[&str], spec: &ColumnSpec) -> Dictionary {
    let mut it = Dictionary::default();
    for text in texts {
        it.intern(text, spec);
    }
    it
}

fn check(texts: &[&str], needle: &str, expected: &[u32]) {
    let spec = ColumnSpec {
        names: vec![("Base", "标准镜像"), ("base", "Standard")],
        ..ColumnSpec::new("", Kind::Text)
    };
    let it = dictionary(texts, &spec);
    for among in [None, Some(Bits::all(texts.len()))] {
        let mut hits = Bits::none(texts.len());
        it.find(&Finder::new(needle), None, among.as_ref(), &mut hits);
        assert_eq!(hits.iter().collect::<Vec<_>>(), expected, "{needle} in {texts:?}");
    }
}

#[test]
fn finds_each_text_once() {
    check(&["", "aXa", "b", "xx", "镜像x"], "x", &[1, 3, 4]);
    check(&["Ubuntu", "CentOS", "ubuntu 22"], "ubuntu", &[0, 2]);
    check(&["a", "b"], "ab", &[]);
    check(&["标准镜像", "镜"], "镜像", &[0]);
    check(&["x1", "x2", "y"], "x", &[0, 1]);
    check(&[], "a", &[]);
    check(&["", "a"], "", &[0, 1]);
    check(&["uimage-1", "uimage-2"], "image", &[0, 1]);
    check(&["uimage-1", "uimage-2"], "e-1", &[0]);
    check(&["uimage-1", "image"], "image", &[0, 1]);
    check(&["uimage-1", "uima"], "age", &[0]);
    let long = "-".repeat(2000);
    check(&[&format!("{long}x"), &long, &format!("x{long}")], "x", &[0, 2]);
    let many: Vec<String> =
        (0..99).map(|it| format!("{it}{}", if it % 9 == 4 { "!" } else { "" })).collect();
    let many: Vec<_> = many.iter().map(String::as_str).collect();
    check(&many, "!", &[4, 13, 22, 31, 40, 49, 58, 67, 76, 85, 94]);
}

/// The codes found of texts so long that a few are looked at by themselves.
fn among(texts: &[&str], needle: &str, few: &[u32]) -> Vec<u32> {
    let texts: Vec<String> = texts.iter().map(|it| format!("{}{it}", "-".repeat(2000))).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let it = dictionary(&texts, &ColumnSpec::new("", Kind::Text));
    let (mut codes, mut hits) = (Bits::none(texts.len()), Bits::none(texts.len()));
    few.iter().for_each(|it| codes.add(*it));
    it.find(&Finder::new(needle), Needle::new(needle).as_ref(), Some(&codes), &mut hits);
    hits.iter().collect()
}

#[test]
fn of_few_codes_only_their_texts_are_looked_at() {
    let texts = ["gpu", "cuda", "gpux", "镜像", "镜像 jx"];
    let check = |needle: &str, few: &[u32], expected: &[u32]| {
        assert_eq!(among(&texts, needle, few), expected, "{needle} among {few:?}");
    };
    check("gpu", &[0, 2], &[0, 2]);
    check("gpux", &[0, 2], &[2]);
    // The caller says that no other can be a hit, and is believed.
    check("gpu", &[1, 2], &[2]);
    check("gpu", &[], &[]);
    // That holds for letters and not for what is read as them: a longer word may be pinyin where a shorter one was not.
    check("jx", &[4], &[3, 4]);
    check("jx", &[], &[3, 4]);
}

proptest! {
    #[test]
    fn codes_that_hold_all_hits_change_nothing(
        texts in prop::collection::vec("[ab]{0,3}", 0..20), needle in "[ab]{1,3}", more in any::<[bool; 20]>(), filler in 0_usize..600,
    ) {
        let texts: Vec<String> = texts.iter().map(|it| format!("{it}{}", "-".repeat(filler))).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let it = dictionary(&texts, &ColumnSpec::new("", Kind::Text));
        let found = |among: Option<&Bits>| {
            let mut hits = Bits::none(it.len());
            it.find(&Finder::new(&needle), None, among, &mut hits);
            hits
        };
        let hits = found(None);
        let mut among = hits.clone();
        (0..).zip(more).filter(|it| it.1).for_each(|it| among.add(it.0));
        prop_assert_eq!(found(Some(&among)), hits);
    }
}

#[test]
fn finds_a_value_by_its_names() {
    check(&["Base", "Custom"], "standard", &[0]);
    check(&["Custom", "BASE"], "标准", &[1]);
    check(&["Base"], "basestandard", &[]);
}

#[test]
fn whole_values_are_found_by_text_and_name() {
    let spec =
        ColumnSpec { names: vec![("Available", "可用")], ..ColumnSpec::new("", Kind::Text) };
    let it = dictionary(&["Unavailable", "Available"], &spec);
    for (wanted, expected) in
        [("available", &[1][..]), ("可用", &[1]), ("avail", &[]), ("unavailable", &[0])]
    {
        let mut hits = Bits::none(2);
        it.find_whole(&[wanted.to_owned()], &mut hits);
        assert_eq!(hits.iter().collect::<Vec<_>>(), expected, "{wanted}");
    }
}

#[test]
fn one_code_a_text() {
    let spec = ColumnSpec::new("", Kind::Text);
    let mut it = dictionary(&["a", "b"], &spec);
    assert_eq!(
        (it.intern("a", &spec), it.intern("b", &spec), it.intern("A", &spec), it.len()),
        (0, 1, 2, 3)
    );
    assert_eq!((it.text(2), it.folded(2), it.text(MISSING)), (Some("A"), Some("a"), None));
}

#[test]
fn codes_stay_while_a_dictionary_grows() {
    let spec = ColumnSpec::new("", Kind::Text);
    let mut it = Dictionary::default();
    for _ in 0..2 {
        (0..1000).for_each(|code| assert_eq!(it.intern(&format!("text {code}"), &spec), code));
    }
    assert_eq!((it.len(), it.known.len()), (1000, 1000));
}

#[test]
fn texts_that_fold_to_themselves_are_kept_once() {
    let spec = ColumnSpec::new("", Kind::Text);
    let mut it = dictionary(&["a", "b"], &spec);
    assert!(it.folded.is_none());
    it.intern("C", &spec);
    assert_eq!([0, 1, 2].map(|code| it.folded(code)), [Some("a"), Some("b"), Some("c")]);
}
