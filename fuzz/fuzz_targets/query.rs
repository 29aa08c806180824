//! Any text as a query: it becomes a tree with places inside the text, prints as what it means, takes edits, is answered and completed.
#![no_main]

use std::sync::LazyLock;

use catalog::{
    Cell, Choice, ColumnSpec, Filter, Flag, Kind, Leaf, Node, NodeKind, Query, Schema, Search,
    Table, Test, Unit, Word, complete, help,
};
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
    answers(&query);
    completes(text);
});

/// A column of each kind, and a row with values and one without.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut size = ColumnSpec::new("size", Kind::Number);
    size.units = &[Unit { name: "GB", factor: 1.0 }, Unit { name: "天", factor: 24.0 }];
    let kinds =
        [("os", Kind::Text), ("tag", Kind::Tags), ("made", Kind::Time), ("own", Kind::Flag)];
    let columns = kinds.map(|(name, kind)| ColumnSpec::new(name, kind)).into_iter().chain([size]);
    let flags = vec![Flag { name: "new", query: "made:<30d" }];
    let mut table = Table::new(Schema { columns: columns.collect(), flags });
    let tags = ["镜像".to_owned(), "a, b".to_owned()];
    table.push(
        &[
            Cell::Text("Ubuntu 22.04"),
            Cell::Tags(&tags),
            Cell::Time(0),
            Cell::Flag(true),
            Cell::Number(1.5),
        ],
        "",
    );
    table.push(&[], "");
    table
});

/// What it means can be asked of a table, and no problem lies outside of it.
fn answers(query: &Query) {
    let filter = Filter::new(query, TABLE.schema(), 1_700_000_000);
    for problem in filter.problems() {
        assert!(query.text().get(problem.span.clone()).is_some(), "{problem:?}");
    }
    let found = Search::default().run(&TABLE, &filter, TABLE.len());
    for spelling in help(&TABLE, query, &filter, &found).spellings {
        assert!(query.text().get(spelling.span.clone()).is_some(), "{spelling:?}");
    }
}

/// Each candidate can be put where the caret is, and what is written then is a query too.
fn completes(text: &str) {
    for caret in [text.len() / 2, text.len()] {
        let found = complete(text, caret, &TABLE, TABLE.len(), 9);
        for place in 0..found.candidates.len() {
            let (new, end) = found.apply(text, place).expect("a candidate for this text");
            assert!(new.is_char_boundary(end), "{new} at {end}");
            prints(&Query::parse(&new));
        }
    }
}

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
