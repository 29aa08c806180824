//! Each edit as text before and after.

use crate::query::{Choice, Query, quoted};

fn toggle(text: &str, value: &str, expected: &str) {
    assert_eq!(Query::parse(text).toggle("os", value, false), expected, "{text:?}");
}

fn exclude(text: &str, value: &str, expected: &str) {
    assert_eq!(Query::parse(text).exclude("os", value, false), expected, "{text:?}");
}

fn range(text: &str, from: &str, to: &str, expected: &str) {
    let [from, to] = [from, to].map(|it| Some(it).filter(|it| !it.is_empty()));
    assert_eq!(Query::parse(text).set_range("size", from, to), expected, "{text:?}");
}

fn drop(text: &str, index: usize, expected: &str) {
    assert_eq!(Query::parse(text).drop_node(index), expected, "{text:?}");
}

#[test]
fn a_value_is_added() {
    toggle("", "linux", "os:linux");
    toggle("a", "linux", "a os:linux");
    toggle("a ", "linux", "a os:linux");
    toggle("  a　b", "CentOS 7", "  a　b os:\"CentOS 7\"");
    toggle("os:linux a", "windows", "os:linux,windows a");
    toggle("OS：“linux”，", "windows", "OS：“linux”,windows，");
    toggle("os:=linux", "windows", "os:=linux,windows");
    toggle("(os:linux) x", "windows", "(os:linux,windows) x");
    toggle("os:>3", "linux", "os:>3 os:linux");
    toggle("os:a os:b", "c", "os:a,c os:b");
    toggle("os:\"a\"x", "c", "os:\"a\",c x");
    assert_eq!(Query::parse("a").toggle("os", "b", true), "a os:=b");
}

#[test]
fn a_value_is_removed() {
    toggle("os:linux", "linux", "");
    toggle("a os:linux  b", "linux", "a b");
    toggle("a  os:linux", "LINUX", "a");
    toggle("os:linux a", "linux", "a");
    toggle("os:a,b,c x", "a", "os:b,c x");
    toggle("os:a,\"b\",c x", "b", "os:a,c x");
    toggle("os:a,b,c x", "c", "os:a,b x");
    toggle("os:a,b,A", "a", "os:b");
    toggle("os:a,\"b\"x", "b", "os:a x");
    toggle("os:\"a\",b\"x\"", "a", "os:b\"x\"");
    toggle("os:a,,b", "b", "os:a");
    toggle("os:a x os:a,b", "a", "x os:b");
    toggle("x AND os:a AND y", "a", "x AND y");
    toggle("os:a AND y", "a", "y");
    toggle("x AND os:a", "a", "x");
    toggle("(os:a)x", "a", "x");
    toggle("x(os:a)y", "a", "x y");
    toggle("((os:a) y)", "a", "(y)");
    toggle("( os:a os:a ) y", "a", "y");
    toggle("(x os:a )", "a", "(x)");
    toggle("(os:a", "a", "");
}

#[test]
fn an_excluded_value_is_wanted_again() {
    toggle("-os:a", "a", "os:a");
    toggle("-os:a,b x", "a", "-os:b x os:a");
    toggle("-os:a os:b", "a", "os:b,a");
    toggle("os:a -os:a", "a", "os:a");
    toggle("NOT (os:a) x", "a", "x os:a");
}

#[test]
fn a_value_is_excluded() {
    exclude("", "a b", "-os:\"a b\"");
    exclude("os:a,b", "a", "os:b -os:a");
    exclude("x os:a", "a", "x -os:a");
    exclude("-os:a x", "b", "-os:a,b x");
    exclude("-os:a x", "a", "x");
    exclude("-(os:a) x", "b", "-(os:a,b) x");
    exclude("os:a -os:a", "a", "os:a");
    assert_eq!(Query::parse("").exclude("os", "b", true), "-os:=b");
}

#[test]
fn what_is_not_a_term_by_itself_stays() {
    toggle("(os:a OR x) y", "a", "(os:a OR x) y os:a");
    toggle("-(os:a x)", "a", "-(os:a x) os:a");
    toggle("NOT NOT os:a", "a", "NOT NOT os:a os:a");
}

#[test]
fn a_new_term_holds_beside_everything() {
    toggle("a OR b", "x", "(a OR b) os:x");
    toggle("(a) OR (b) ", "x", "((a) OR (b)) os:x");
    toggle("(a OR b)", "x", "(a OR b) os:x");
    toggle("\"a b", "x", "\"a b\" os:x");
    toggle("“a\\", "x", "\"a\\\\\" os:x");
    toggle("os:\"a", "x", "os:\"a\",x");
    toggle("z: a", "x", "z: a os:x");
    // Mistakes that would swallow it.
    toggle("(a OR b", "x", "(a OR b) os:x");
    toggle("a OR", "x", "a os:x");
    toggle("a NOT", "x", "a os:x");
    toggle("a OR b) c", "x", "(a OR b c) os:x");
    toggle("a AND", "x", "a AND os:x");
}

#[test]
fn choices_are_read_back() {
    let query = Query::parse("os:a,B -OS:c (os:d) (os:e OR x) os:f -os:F os:>1");
    for (value, expected) in [
        ("a", Choice::Included),
        ("b", Choice::Included),
        ("c", Choice::Excluded),
        ("d", Choice::Included),
        ("e", Choice::Neither),
        ("f", Choice::Excluded),
        ("1", Choice::Neither),
    ] {
        assert_eq!(query.chosen("os", value), expected, "{value:?}");
    }
    let values: Vec<_> = query.values("Os").map(|(value, _)| value).collect();
    assert_eq!(values, ["a", "B", "c", "d", "f", "F"]);
    assert_eq!(query.chosen("zone", "a"), Choice::Neither);
}

#[test]
fn ranges_are_set() {
    range("", "10", "40", "size:10..40");
    range("a", "10", "", "a size:10..");
    range("a size:>5 b", "10", "40", "a size:10..40 b");
    range("Size:>5  size:<9 b", "", "40", "size:..40  b");
    range("size:1..2 a size:<9", "", "", "a");
    range("-size:>5 size:3", "1", "2", "-size:>5 size:3 size:1..2");
    range("size:>5\"b\"", "1", "", "size:1.. \"b\"");
    range("(size:>5)", "1", "", "(size:1..)");
    range("a OR size:>5", "1", "2", "(a OR size:>5) size:1..2");
    range("size:>\"5", "1.", "2 GB", "size:\"1.\"..\"2 GB\"");
}

#[test]
fn ranges_are_read_back() {
    for (text, expected) in [
        ("", (None, None)),
        ("size:10..40", (Some("10"), Some("40"))),
        ("size:..40", (None, Some("40"))),
        ("Size:>10 size:<=40", (Some("10"), Some("40"))),
        ("size:>=1 size:>2", (Some("1"), None)),
        ("-size:>1 size:5 (size:<3 OR a)", (None, None)),
    ] {
        assert_eq!(Query::parse(text).range("size"), expected, "{text:?}");
    }
}

#[test]
fn terms_are_dropped() {
    drop("a (b OR c) d", 1, "a d");
    drop("a OR b", 0, "");
    drop("a NOT b", 1, "a");
    drop("a", 7, "a");
    drop("\"a\"b\"c\"", 1, "\"a\" \"c\"");
    drop("AND a", 0, "");
    drop("a AND (AND b) AND c", 1, "a AND c");
}

#[test]
fn a_field_is_cleared() {
    let query = Query::parse("os:a x -os:b AND os:>1 (OS:1..2) (os:c OR y)");
    assert_eq!(query.clear_field("os"), "x (os:c OR y)");
    assert_eq!(query.clear_field("zone"), query.text());
}

#[test]
fn terms_stand_where_they_were_written() {
    let query = Query::parse("a AND “b c” -( d e ) (os:x) (f OR g)");
    let sources: Vec<_> = query.nodes().iter().map(|it| query.source(it.span.clone())).collect();
    assert_eq!(sources, ["a", "“b c”", "-( d e )", "os:x", "f OR g"]);
}

#[test]
fn values_are_quoted_where_they_must_be() {
    for (value, expected) in [
        ("linux", "linux"),
        ("hk-02", "hk-02"),
        ("12:30", "12:30"),
        ("1.25", "1.25"),
        ("-x", "-x"),
        ("", "\"\""),
        ("a b", "\"a b\""),
        ("a　b", "\"a　b\""),
        ("a,b", "\"a,b\""),
        ("a，b", "\"a，b\""),
        ("a(b", "\"a(b\""),
        ("1..2", "\"1..2\""),
        ("1.", "\"1.\""),
        (">1", "\">1\""),
        ("＝1", "\"＝1\""),
        ("//x", "\"//x\""),
        ("a\"b\\c", "\"a\\\"b\\\\c\""),
    ] {
        assert_eq!(quoted(value), expected, "{value:?}");
    }
}
