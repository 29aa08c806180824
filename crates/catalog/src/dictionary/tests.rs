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
fn texts_that_fold_to_themselves_are_kept_once() {
    let spec = ColumnSpec::new("", Kind::Text);
    let mut it = dictionary(&["a", "b"], &spec);
    assert!(it.folded.is_none());
    it.intern("C", &spec);
    assert_eq!([0, 1, 2].map(|code| it.folded(code)), [Some("a"), Some("b"), Some("c")]);
}
