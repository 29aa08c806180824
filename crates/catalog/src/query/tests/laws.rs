//! What holds for any text and any tree.

use proptest::prelude::*;

use super::trees::{nodes, text, value};
use crate::query::splice::closed;
use crate::query::{Choice, Node, NodeKind, Query};

/// The places of a node and of all that is in it.
fn spans(node: &Node, out: &mut Vec<std::ops::Range<usize>>) {
    out.push(node.span.clone());
    match &node.kind {
        NodeKind::All(nodes) | NodeKind::Any(nodes) => nodes.iter().for_each(|it| spans(it, out)),
        NodeKind::Not(inner) => spans(inner, out),
        NodeKind::Leaf(_) => out.extend(node.term().iter().flat_map(|it| {
            let (from, to) = it.bounds();
            let values = it.values().iter().chain(from).chain(to).chain([it.name]);
            values.map(|it| it.span.clone()).collect::<Vec<_>>()
        })),
    }
}

fn depth(node: &Node) -> usize {
    match &node.kind {
        NodeKind::All(nodes) | NodeKind::Any(nodes) => {
            nodes.iter().map(depth).max().unwrap_or(0) + 1
        }
        NodeKind::Not(inner) => depth(inner) + 1,
        NodeKind::Leaf(_) => 0,
    }
}

/// The terms that an edit of `os` must leave alone, as they are written.
fn others(query: &Query) -> Vec<&str> {
    let nodes = query.nodes().iter();
    let others = nodes.filter(|it| it.term().is_none_or(|it| !it.is_about("os")));
    others.map(|it| query.source(it.span.clone())).collect()
}

/// An alternative of conjunctions on each of the 32 levels.
const DEEPEST_TREE: usize = 2 * 32;

#[test]
fn the_deepest_text_makes_the_deepest_tree() {
    let query = Query::parse(&"a OR b (".repeat(1000));
    assert_eq!(query.nodes().iter().map(depth).max(), Some(DEEPEST_TREE));
    assert_eq!(Query::parse(&query.to_string()), query);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_parses_with_its_places_inside_it(text in text()) {
        let query = Query::parse(&text);
        let mut places = Vec::new();
        query.nodes().iter().for_each(|it| spans(it, &mut places));
        places.extend(query.mistakes().iter().map(|it| it.span.clone()));
        for place in places {
            prop_assert!(text.get(place.clone()).is_some_and(|it| !it.is_empty()), "{place:?}");
        }
        prop_assert!(query.mistakes().is_sorted_by_key(|it| it.span.start));
        prop_assert!(query.nodes().iter().all(|it| depth(it) <= DEEPEST_TREE));
    }

    #[test]
    fn the_print_of_any_text_means_the_same(text in text()) {
        let query = Query::parse(&text);
        let print = query.to_string();
        let again = Query::parse(&print);
        prop_assert_eq!(&again, &query, "{}", print);
        prop_assert_eq!(again.mistakes(), [], "{}", &print);
        prop_assert_eq!(again.to_string(), print);
    }

    #[test]
    fn the_print_of_any_tree_is_that_tree(nodes in nodes()) {
        let tree = Query { nodes, ..Query::default() };
        let print = tree.to_string();
        prop_assert_eq!(Query::parse(&print), tree, "{}", print);
    }

    #[test]
    fn a_toggled_value_is_included_and_back(text in text(), value in value(), exact: bool) {
        let query = Query::parse(&text);
        let edited = Query::parse(&query.toggle("os", &value, exact));
        match query.chosen("os", &value) {
            Choice::Included => prop_assert_eq!(edited.chosen("os", &value), Choice::Neither),
            Choice::Excluded => prop_assert_eq!(edited.chosen("os", &value), Choice::Included),
            Choice::Neither => {
                prop_assert_eq!(edited.chosen("os", &value), Choice::Included);
                let back = edited.toggle("os", &value, exact);
                prop_assert_eq!(&Query::parse(&back), &query, "{} {}", edited.text(), back);
            }
        }
    }

    #[test]
    fn an_excluded_value_is_excluded_and_back(text in text(), value in value(), exact: bool) {
        let query = Query::parse(&text);
        let edited = Query::parse(&query.exclude("os", &value, exact));
        if query.chosen("os", &value) == Choice::Excluded {
            prop_assert_ne!(edited.chosen("os", &value), Choice::Excluded);
        } else {
            prop_assert_eq!(edited.chosen("os", &value), Choice::Excluded);
            let back = Query::parse(&edited.exclude("os", &value, exact));
            prop_assert_eq!(back.chosen("os", &value), Choice::Neither);
        }
    }

    #[test]
    fn a_range_is_read_back(text in text(), from in prop::option::of(value()), to in value()) {
        let query = Query::parse(&text);
        let edited = Query::parse(&query.set_range("size", from.as_deref(), Some(&to)));
        prop_assert_eq!(edited.range("size"), (from.as_deref(), Some(to.as_str())));
        let cleared = Query::parse(&edited.set_range("size", None, None));
        prop_assert_eq!(cleared.range("size"), (None, None));
    }

    #[test]
    fn a_cleared_field_is_gone_and_the_rest_is_as_it_was(text in text()) {
        let query = Query::parse(&text);
        let edited = Query::parse(&query.clear_field("os"));
        prop_assert_eq!(edited.values("os").count(), 0);
        prop_assert_eq!(others(&edited), others(&query), "{}", edited.text());
    }

    #[test]
    fn a_dropped_term_is_all_that_goes(text in text(), index in 0_usize..4) {
        let query = Query::parse(&text);
        let mut nodes = query.nodes().to_vec();
        if index < nodes.len() {
            nodes.remove(index);
        }
        let edited = Query::parse(&query.drop_node(index));
        prop_assert_eq!(edited.nodes(), nodes, "{}", edited.text());
    }

    #[test]
    fn an_edit_leaves_other_terms_as_they_were_written(text in text(), value in value(), exact: bool) {
        // An edit puts in order what a mistake or a quote leaves open.
        let written = Query::parse(&text);
        let is_sound = written.mistakes().is_empty();
        let query = Query::parse(&closed(&if is_sound { text } else { written.to_string() }));
        let edits = [query.toggle("os", &value, exact), query.exclude("os", &value, exact)];
        for edited in edits.map(|it| Query::parse(&it)) {
            prop_assert!(edited.mistakes().is_empty(), "{}", edited.text());
            prop_assert_eq!(others(&edited), others(&query), "{}", edited.text());
        }
    }
}
