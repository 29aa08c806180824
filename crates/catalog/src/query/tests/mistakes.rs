//! Each mistake with its place, and what is left of the query.

use super::sketch;
use crate::query::MistakeKind::{self, *};
use crate::query::Query;
use crate::query::Symbol::*;

/// Checks mistakes given as the text pointed at, its place, and what is wrong.
fn check(text: &str, expected: &str, mistakes: &[(&str, usize, MistakeKind)]) {
    let query = Query::parse(text);
    let found = query.mistakes().iter();
    let found: Vec<_> =
        found.map(|it| (query.source(it.span.clone()), it.span.start, it.kind)).collect();
    assert_eq!(found, mistakes, "{text:?}");
    assert_eq!(sketch(query.nodes()), expected, "{text:?}");
}

#[test]
fn parentheses() {
    check("(a OR b", "<a | b>", &[("(", 0, MissingClosing)]);
    check("(", "", &[("(", 0, MissingClosing)]);
    check("a ((b", "a ; b", &[("(", 2, MissingClosing), ("(", 3, MissingClosing)]);
    check("(\"a)", "'a)'", &[("(", 0, MissingClosing)]);
    check("a) b", "a ; b", &[(")", 1, UnexpectedClosing)]);
    check(")", "", &[(")", 0, UnexpectedClosing)]);
    check("a OR b）c", "<a | [b ; c]>", &[("）", 6, UnexpectedClosing)]);
    check("a ( )", "a", &[("( )", 2, EmptyParentheses)]);
    check("-()", "", &[("()", 1, EmptyParentheses)]);
}

#[test]
fn words_that_connect() {
    check("OR", "", &[("OR", 0, NothingBefore(Or))]);
    check("OR a", "a", &[("OR", 0, NothingBefore(Or))]);
    check("(OR a)", "a", &[("OR", 1, NothingBefore(Or))]);
    check("a OR", "a", &[("OR", 2, NothingAfter(Or))]);
    check("(a OR) b", "a ; b", &[("OR", 3, NothingAfter(Or))]);
    check("a OR OR b", "<a | b>", &[("OR", 2, NothingAfter(Or))]);
    check("AND a", "a", &[("AND", 0, NothingBefore(And))]);
    check("a OR AND b", "<a | b>", &[("OR", 2, NothingAfter(Or)), ("AND", 5, NothingBefore(And))]);
    check("a AND", "a", &[("AND", 2, NothingAfter(And))]);
    check("a AND OR b", "<a | b>", &[("AND", 2, NothingAfter(And))]);
    check("NOT", "", &[("NOT", 0, NothingAfter(Not))]);
    check("a NOT )", "a", &[("NOT", 2, NothingAfter(Not)), (")", 6, UnexpectedClosing)]);
    check("-OR a", "a", &[("-", 0, NothingAfter(Minus))]);
}

#[test]
fn fields_without_a_value() {
    check("a: b", "b", &[(":", 1, NothingAfter(Colon))]);
    check("a：", "", &[("：", 1, NothingAfter(Colon))]);
    check("-a:", "", &[(":", 2, NothingAfter(Colon))]);
    check("a:(b)", "b", &[(":", 1, NothingAfter(Colon))]);
    check("a:= b", "b", &[("=", 2, NothingAfter(Comparison))]);
    check("a:>= b", "b", &[(">=", 2, NothingAfter(Comparison))]);
    check("a:＜", "", &[("＜", 2, NothingAfter(Comparison))]);
    check("a:b,", "{a has b}", &[(",", 3, NothingAfter(Comma))]);
    check("a:b,,c", "{a has b or c}", &[(",", 3, NothingAfter(Comma))]);
    check("a:,b", "{a has b}", &[(":", 1, NothingAfter(Colon))]);
    check("a:..", "", &[("..", 2, EmptyRange)]);
    check("a: OR b", "b", &[(":", 1, NothingAfter(Colon))]);
}

#[test]
fn depth() {
    let groups = |depth: usize| format!("{}a b{}", "(".repeat(depth), ")".repeat(depth));
    check(&groups(32), "a ; b", &[]);
    // Mere terms lose nothing.
    check(&groups(99), "a ; b", &[]);
    let negations = |depth: usize| format!("{}a", "NOT ".repeat(depth));
    check(&negations(32), &format!("{}a", "!".repeat(32)), &[]);
    check(&negations(40), &format!("{}a", "!".repeat(32)), &[("NOT", 128, TooDeep)]);
}

#[test]
fn a_group_that_is_too_deep_ends_where_it_closes() {
    let text = format!("{}(a OR -(b)) x:1 OR c{}", "(".repeat(32), ")".repeat(32));
    check(&text, "<[a ; b ; {x has 1}] | c>", &[("OR", 35, TooDeep)]);
    let open = "(".repeat(34);
    let query = Query::parse(&open);
    assert!(query.is_empty());
    assert_eq!(query.mistakes().len(), 33);
}

#[test]
fn a_long_text_is_no_burden() {
    for part in ["(", ")", "-", "NOT ", "a OR ", "a:", "a:,", "\"", "\\", "..", "a ", "-(", "x:1.."]
    {
        let text = part.repeat(50_000);
        assert_eq!(Query::parse(&text).text().len(), text.len(), "{part:?}");
    }
}
