//! The language as a whole: a table of each rule, each mistake and each edit, and the laws that hold for any text.

mod edits;
mod grammar;
mod laws;
mod mistakes;
mod trees;

use super::tree::{Comparison, Leaf, Node, NodeKind, Test, Word};

/// A tree in a form that is easy to compare: `<a | ['b c' ; !{os has x or y}]>`.
fn sketch(nodes: &[Node]) -> String {
    joined(nodes, " ; ")
}

fn joined(nodes: &[Node], between: &str) -> String {
    nodes.iter().map(node).collect::<Vec<_>>().join(between)
}

fn node(node: &Node) -> String {
    match &node.kind {
        NodeKind::All(nodes) => format!("[{}]", sketch(nodes)),
        NodeKind::Any(nodes) => format!("<{}>", joined(nodes, " | ")),
        NodeKind::Not(inner) => format!("!{}", self::node(inner)),
        NodeKind::Leaf(Leaf::Text { text, quoted: false }) => text.clone(),
        NodeKind::Leaf(Leaf::Text { text, .. }) => format!("'{text}'"),
        NodeKind::Leaf(Leaf::Field { name, test }) => {
            format!("{{{} {}}}", name.text, self::test(test))
        }
    }
}

fn test(test: &Test) -> String {
    match test {
        Test::Values { exact, values } => {
            let values: Vec<_> = values.iter().map(|it| it.text.as_str()).collect();
            format!("{} {}", if *exact { "is" } else { "has" }, values.join(" or "))
        }
        Test::Compare { op, value } => format!("{} {}", comparison(*op), value.text),
        Test::Range { from, to } => format!("{} to {}", bound(from.as_ref()), bound(to.as_ref())),
    }
}

fn comparison(op: Comparison) -> &'static str {
    match op {
        Comparison::Less => "below",
        Comparison::AtMost => "at most",
        Comparison::Greater => "above",
        Comparison::AtLeast => "at least",
    }
}

fn bound(word: Option<&Word>) -> &str {
    word.map_or("any", |it| it.text.as_str())
}
