//! What texts mean. None of these has a mistake.

use super::sketch;
use crate::query::Query;

fn check(text: &str, expected: &str) {
    let query = Query::parse(text);
    assert_eq!(sketch(query.nodes()), expected, "{text:?}");
    assert_eq!(query.mistakes(), [], "{text:?}");
}

fn check_print(text: &str, expected: &str) {
    let query = Query::parse(text);
    assert_eq!(query.to_string(), expected, "{text:?}");
    assert_eq!(Query::parse(expected), query, "{text:?}");
}

#[test]
fn the_examples_of_the_help() {
    check("ubuntu cuda", "ubuntu ; cuda");
    check("\"exact phrase\"", "'exact phrase'");
    check("-windows", "!windows");
    check("NOT windows", "!windows");
    check("os:linux zone:hk-02", "{os has linux} ; {zone has hk-02}");
    check("os:linux,windows", "{os has linux or windows}");
    check("size:>20 size:10..40", "{size above 20} ; {size 10 to 40}");
    check("created:>2024-01-01", "{created above 2024-01-01}");
    check("created:<90d eol:<180d", "{created below 90d} ; {eol below 180d}");
    check("has:readme is:free", "{has has readme} ; {is has free}");
    check("(cuda OR rocm) -eol", "<cuda | rocm> ; !eol");
}

#[test]
fn words_and_phrases() {
    check("", "");
    check(" \t\n", "");
    check("Ubuntu  22.04\nCUDA", "Ubuntu ; 22.04 ; CUDA");
    check("\"CentOS 7", "'CentOS 7'");
    check("a\"b c\"d", "a ; 'b c' ; d");
    check("\"\" \" \" a \"", "a");
    check("-\"", "");
    check("a OR \"\"", "a");
    check("(\"\")", "");
    check(r#""a \"b\" c""#, "'a \"b\" c'");
    check(r#""C:\\x\y""#, r"'C:\x\y'");
    check(r#""a\"#, r"'a\'");
    check(r#""a\""#, "'a\"'");
    check(r"C\D", r"C\D");
    check("a,b", "a,b");
    check("“Ubuntu 22”「深度 学习」", "'Ubuntu 22' ; '深度 学习'");
    check(r"「a\」b」", "'a」b'");
    check("“it's \"so\"”", "'it's \"so\"'");
}

#[test]
fn conjunction_alternative_and_negation() {
    check("a AND b", "a ; b");
    check("a AND -b", "a ; !b");
    check("a OR b", "<a | b>");
    check("a b OR c d", "<[a ; b] | [c ; d]>");
    check("a (b OR c) d", "a ; <b | c> ; d");
    check("or and not Or oR", "or ; and ; not ; Or ; oR");
    check("ORACLE NOTE ANDROID", "ORACLE ; NOTE ; ANDROID");
    check("\"OR\"", "'OR'");
    check("-(a b)", "![a ; b]");
    check("-(a OR b)", "!<a | b>");
    check("NOT (a)", "!a");
    check("NOT NOT a", "!!a");
    check("NOT -a", "!!a");
    check("-NOT a", "!!a");
    check("-\"a b\"", "!'a b'");
    check("-os:linux", "!{os has linux}");
    check("a - b", "a ; - ; b");
    check("a -", "a ; -");
    check("(-)", "-");
    check("--gpus", "--gpus");
    check("x-y a-", "x-y ; a-");
    check("a\"b\"-c", "a ; 'b' ; !c");
}

#[test]
fn groups_of_groups() {
    check("((a))", "a");
    check("(a b) c", "a ; b ; c");
    check("a (b (c d))", "a ; b ; c ; d");
    check("a OR (b OR (c OR d))", "<a | b | c | d>");
    check("(a OR b)", "<a | b>");
    check("a OR (b c)", "<a | [b ; c]>");
    check("foo(bar)baz", "foo ; bar ; baz");
    check("(a)OR(b)", "<a | b>");
}

#[test]
fn fields() {
    check("系统:linux", "{系统 has linux}");
    check("_a-b2:x", "{_a-b2 has x}");
    check("os:\"a b\",\"c\"", "{os has a b or c}");
    check("os:a\"b\"", "{os has a} ; 'b'");
    check("os:\"a\"b", "{os has a} ; b");
    check("os:a(b)", "{os has a} ; b");
    check("os:\"\"", "{os has }");
    check("os:\"", "{os has }");
    check("os:=linux", "{os is linux}");
    check("os:=a,\"b c\"", "{os is a or b c}");
    check("os:==x", "{os is =x}");
    check("os:-x", "{os has -x}");
    check("os:OR", "{os has OR}");
    check("time:12:30", "{time has 12:30}");
    check("a::b", "{a has :b}");
    check("nginx:1.25", "{nginx has 1.25}");
    check("OR:x", "{OR has x}");
    check("missing:price", "{missing has price}");
}

#[test]
fn colons_in_words() {
    check("http://x https：//y/z?a=b,c", "http://x ; https：//y/z?a=b,c");
    check("12:30 ::", "12:30 ; ::");
    check("docker.io/x:1", "docker.io/x:1");
    check(":x -:x", ":x ; !:x");
    check("--a:b", "--a:b");
}

#[test]
fn comparisons() {
    check("size:>20", "{size above 20}");
    check("size:>=20", "{size at least 20}");
    check("size:<20", "{size below 20}");
    check("size:<=20", "{size at most 20}");
    check("size:>\"20 GB\"", "{size above 20 GB}");
    check("size:>1,000", "{size above 1,000}");
    check("size:>1..2", "{size above 1..2}");
    check("size:>=-5", "{size at least -5}");
    check("size:>>5", "{size above >5}");
}

#[test]
fn ranges() {
    check("size:10..40", "{size 10 to 40}");
    check("size:10..", "{size 10 to any}");
    check("size:..40", "{size any to 40}");
    check("v:1.2..3.4", "{v 1.2 to 3.4}");
    check("v:v1..2", "{v v1 to 2}");
    check("v:1...3", "{v 1 to .3}");
    check("v:1..2..3", "{v 1 to 2..3}");
    check("v:1..2,3", "{v 1 to 2,3}");
    check("v:\"1 a\"..\"2 b\"", "{v 1 a to 2 b}");
    check("v:\"1..2\"", "{v has 1..2}");
    check("v:=1..2", "{v is 1..2}");
    check("v:0,1..2", "{v has 0 or 1..2}");
    check("(size:10..)", "{size 10 to any}");
}

#[test]
fn full_width_signs() {
    check("系统：linux，windows", "{系统 has linux or windows}");
    check("（a OR b）　－c", "<a | b> ; !c");
    check("size：＞＝20", "{size at least 20}");
    check("size:＜20", "{size below 20}");
    check("os：＝“a b”，「c」", "{os is a b or c}");
    check("镜像，系统", "镜像，系统");
}

#[test]
fn prints_canonically() {
    check_print("", "");
    check_print(" a  AND　b ", "a b");
    check_print("((a OR (b c)))", "a OR b c");
    check_print("（a OR b） c", "(a OR b) c");
    check_print("NOT a", "-a");
    check_print("NOT NOT a", "NOT -a");
    check_print("NOT -(a b)", "NOT -(a b)");
    check_print("NOT --a", "NOT --a");
    check_print("NOT -", "NOT -");
    check_print("“a b", "\"a b\"");
    check_print(r"「a\b」", r#""a\\b""#);
    check_print("\"OR\" \"a:b\" \"-x\" \"(x\"", "\"OR\" \"a:b\" \"-x\" \"(x\"");
    check_print("os：＝a，“b c”", "os:=a,\"b c\"");
    check_print("a:\"b\"", "a:b");
    check_print("a:\"b,c\",\"=d\",\"\"", "a:\"b,c\",\"=d\",\"\"");
    check_print("http:\"//x\"", "http:\"//x\"");
    check_print("v:\"1.\"..2 v:1...3", "v:\"1.\"..2 v:1...3");
    check_print("size:>\"a..b\"", "size:>\"a..b\"");
    check_print("a OR b )", "a OR b");
}
