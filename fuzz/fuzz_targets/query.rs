//! Any text as a query: it becomes a tree with places inside the text, prints as what it means, and takes edits.
#![no_main]

use catalog::{Choice, Leaf, Node, NodeKind, Query, Test, Word};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let query = Query::parse(text);
    query.nodes().iter().for_each(|it| within(it, text));
    for mistake in query.mistakes() {
        assert!(text.get(mistake.span.clone()).is_some_and(|it| !it.is_empty()), "{mistake:?}");
    }
    prints(&query);
    chooses(&query);
    sets(&query);
    drops(&query);
});

fn prints(query: &Query) {
    let again = Query::parse(&query.to_string());
    assert_eq!(&again, query);
    assert!(again.mistakes().is_empty(), "{:?}", again.mistakes());
}

fn chooses(query: &Query) {
    // A value with signs in it, which are most of the language.
    let value = query.text().get(..8).unwrap_or(query.text());
    let toggled = Query::parse(&query.toggle("os", value, false));
    match query.chosen("os", value) {
        Choice::Included => assert_eq!(toggled.chosen("os", value), Choice::Neither),
        Choice::Excluded => assert_eq!(toggled.chosen("os", value), Choice::Included),
        Choice::Neither => {
            assert_eq!(toggled.chosen("os", value), Choice::Included);
            assert_eq!(&Query::parse(&toggled.toggle("os", value, false)), query);
        }
    }
}

fn sets(query: &Query) {
    let set = Query::parse(&query.set_range("size", Some("10"), None));
    assert_eq!(set.range("size"), (Some("10"), None));
    let cleared = Query::parse(&query.clear_field("os"));
    assert_eq!(cleared.values("os").count(), 0);
}

fn drops(query: &Query) {
    if let Some((_, rest)) = query.nodes().split_first() {
        assert_eq!(Query::parse(&query.drop_node(0)).nodes(), rest);
    }
}

fn within(node: &Node, text: &str) {
    assert!(text.get(node.span.clone()).is_some_and(|it| !it.is_empty()), "{node:?}");
    match &node.kind {
        NodeKind::All(nodes) | NodeKind::Any(nodes) => nodes.iter().for_each(|it| within(it, text)),
        NodeKind::Not(inner) => within(inner, text),
        NodeKind::Leaf(Leaf::Text { .. }) => {}
        NodeKind::Leaf(Leaf::Field { name, test }) => {
            let words = [name].into_iter().chain(words(test));
            words.for_each(|it| assert!(text.get(it.span.clone()).is_some(), "{it:?}"));
        }
    }
}

fn words(test: &Test) -> Vec<&Word> {
    match test {
        Test::Values { values, .. } => values.iter().collect(),
        Test::Compare { value, .. } => vec![value],
        Test::Range { from, to } => from.iter().chain(to).collect(),
    }
}
