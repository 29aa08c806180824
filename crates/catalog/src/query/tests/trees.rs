//! Arbitrary texts and trees for the laws.

use proptest::prelude::*;

use crate::query::{Comparison, Leaf, Node, NodeKind, Test, Word};

/// Any text, mostly of what the language gives a meaning to.
pub(super) fn text() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(SIGNS).prop_map(str::to_owned);
    let piece = prop_oneof![8 => sign, 1 => ".{0,4}"];
    prop::collection::vec(piece, 0..24).prop_map(|it| it.concat())
}

const SIGNS: &[&str] = &[
    " ",
    " ",
    " ",
    "　",
    "(",
    ")",
    "（",
    "）",
    "\"",
    "“",
    "”",
    "「",
    "」",
    "-",
    "－",
    "OR",
    " OR ",
    "AND",
    " AND ",
    "NOT ",
    ":",
    "：",
    ",",
    "，",
    "=",
    ">",
    "<",
    "＞",
    "..",
    ".",
    "\\",
    "/",
    "//",
    "a",
    "b1",
    "镜像",
    "os:",
    "OS:a",
    "os:linux",
    "-os:a",
    "size:>2",
    "size:1..",
    "((((((((((((((((((((((((((((((((",
    "NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT ",
];

/// The terms of a query as the parser would give them: no list of one, none inside one of its kind.
pub(super) fn nodes() -> impl Strategy<Value = Vec<Node>> {
    let leaf = leaf().prop_map(|it| node(NodeKind::Leaf(it)));
    let any = leaf.prop_recursive(5, 24, 4, |inner| {
        let several = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            several().prop_map(|nodes| node(NodeKind::All(flat(nodes, true)))),
            several().prop_map(|nodes| node(NodeKind::Any(flat(nodes, false)))),
            inner.clone().prop_map(|it| node(NodeKind::Not(Box::new(it)))),
        ]
    });
    prop::collection::vec(any, 0..4).prop_map(|nodes| flat(nodes, true))
}

fn node(kind: NodeKind) -> Node {
    Node { span: 0..0, kind }
}

fn flat(nodes: Vec<Node>, is_all: bool) -> Vec<Node> {
    let flat = nodes.into_iter().flat_map(|it| match (it.kind, is_all) {
        (NodeKind::All(inner), true) | (NodeKind::Any(inner), false) => inner,
        (kind, _) => vec![node(kind)],
    });
    flat.collect()
}

fn leaf() -> impl Strategy<Value = Leaf> {
    let plain =
        prop::sample::select(&["a", "-", "--x", "x-y", "12:30", "http://x", "镜像", "a,b"][..]);
    prop_oneof![
        plain.prop_map(|it| Leaf::Text { text: it.to_owned(), quoted: false }),
        value()
            .prop_filter("an empty phrase is no term", |it| !it.trim().is_empty())
            .prop_map(|text| Leaf::Text { text, quoted: true }),
        (name(), test()).prop_map(|(name, test)| Leaf::Field { name, test }),
    ]
}

fn test() -> impl Strategy<Value = Test> {
    let op = prop::sample::select(
        &[Comparison::Less, Comparison::AtMost, Comparison::Greater, Comparison::AtLeast][..],
    );
    prop_oneof![
        (any::<bool>(), prop::collection::vec(word(), 1..4))
            .prop_map(|(exact, values)| Test::Values { exact, values }),
        (op, word()).prop_map(|(op, value)| Test::Compare { op, value }),
        (word(), prop::option::of(word()))
            .prop_map(|(from, to)| Test::Range { from: Some(from), to }),
        word().prop_map(|to| Test::Range { from: None, to: Some(to) }),
    ]
}

fn name() -> impl Strategy<Value = Word> {
    prop::sample::select(&["os", "OS", "size", "系统", "_a-1", "OR"][..])
        .prop_map(|it| Word { text: it.to_owned(), span: 0..0 })
}

fn word() -> impl Strategy<Value = Word> {
    value().prop_map(|text| Word { text, span: 0..0 })
}

/// Any value, mostly one with signs in it.
pub(super) fn value() -> impl Strategy<Value = String> {
    prop_oneof![text(), "[a-c.=<>,:/\\\\\"-]{0,4}", ".{0,6}"]
}
