//! The canonical text of a query.

use std::borrow::Cow;

use super::lex::{Lexer, TokenKind, ends_word, plain};
use super::tree::{Comparison, Leaf, Node, NodeKind, Test, Word};

/// A value as it must be written after a field's colon: in quotes if it would be read as something else without.
///
/// ```
/// assert_eq!(catalog::quoted("hk-02"), "hk-02");
/// assert_eq!(catalog::quoted("CentOS 7"), "\"CentOS 7\"");
/// ```
#[must_use]
pub fn quoted(value: &str) -> Cow<'_, str> {
    if is_bare_value(value) { Cow::Borrowed(value) } else { Cow::Owned(in_quotes(value)) }
}

/// Terms that must all hold.
pub(super) fn print(nodes: &[Node]) -> String {
    let mut out = String::new();
    match nodes {
        [node] => push_inner(node, &mut out),
        _ => push_all(nodes, &mut out),
    }
    out
}

/// A text in quotes.
pub(super) fn in_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for it in text.chars() {
        if matches!(it, '"' | '\\') {
            out.push('\\');
        }
        out.push(it);
    }
    out.push('"');
    out
}

/// A node that has its parentheses, or needs none.
fn push_inner(node: &Node, out: &mut String) {
    match &node.kind {
        NodeKind::All(nodes) => push_all(nodes, out),
        NodeKind::Any(nodes) => push_any(nodes, out),
        NodeKind::Not(inner) => push_not(inner, out),
        NodeKind::Leaf(leaf) => push_leaf(leaf, out),
    }
}

fn push_all(nodes: &[Node], out: &mut String) {
    push_list(nodes, " ", push_operand, out);
}

fn push_any(nodes: &[Node], out: &mut String) {
    push_list(nodes, " OR ", push_alternative, out);
}

/// What stands beside `OR`, which binds weaker than a list of terms.
fn push_alternative(node: &Node, out: &mut String) {
    match &node.kind {
        NodeKind::All(nodes) => push_all(nodes, out),
        _ => push_operand(node, out),
    }
}

fn push_operand(node: &Node, out: &mut String) {
    let is_list = matches!(node.kind, NodeKind::All(_) | NodeKind::Any(_));
    if is_list {
        out.push('(');
    }
    push_inner(node, out);
    if is_list {
        out.push(')');
    }
}

/// A minus before a minus would be text.
fn push_not(inner: &Node, out: &mut String) {
    let start = out.len();
    out.push('-');
    push_operand(inner, out);
    if out.get(start + 1..).is_some_and(|it| it.starts_with(['-', '－'])) {
        out.replace_range(start..=start, "NOT ");
    }
}

fn push_leaf(leaf: &Leaf, out: &mut String) {
    match leaf {
        Leaf::Text { text, quoted: false } if is_word(text) => out.push_str(text),
        Leaf::Text { text, .. } => out.push_str(&in_quotes(text)),
        Leaf::Field { name, test } => {
            out.push_str(&name.text);
            out.push(':');
            push_test(test, out);
        }
    }
}

fn push_test(test: &Test, out: &mut String) {
    match test {
        Test::Values { exact, values } => {
            out.push_str(if *exact { "=" } else { "" });
            push_list(values, ",", push_word, out);
        }
        Test::Compare { op, value } => {
            out.push_str(sign(*op));
            push_word(value, out);
        }
        Test::Range { from, to } => {
            out.push_str(&range(from.as_ref().map(text), to.as_ref().map(text)));
        }
    }
}

/// A range as it stands after a field's colon.
pub(super) fn range(from: Option<&str>, to: Option<&str>) -> String {
    let mut out = String::new();
    out.push_str(&from.map(quoted).unwrap_or_default());
    out.push_str("..");
    out.push_str(&to.map(quoted).unwrap_or_default());
    out
}

fn push_list<T>(items: &[T], between: &str, push: fn(&T, &mut String), out: &mut String) {
    for (place, item) in items.iter().enumerate() {
        out.push_str(if place == 0 { "" } else { between });
        push(item, out);
    }
}

fn push_word(word: &Word, out: &mut String) {
    out.push_str(&quoted(&word.text));
}

fn text(word: &Word) -> &str {
    &word.text
}

fn sign(op: Comparison) -> &'static str {
    match op {
        Comparison::Less => "<",
        Comparison::AtMost => "<=",
        Comparison::Greater => ">",
        Comparison::AtLeast => ">=",
    }
}

/// Whether the lexer reads this as one word and nothing else.
fn is_word(text: &str) -> bool {
    let token = Lexer::new(text).next();
    token.is_some_and(|it| {
        it.span == (0..text.len())
            && matches!(it.kind, TokenKind::Leaf(Leaf::Text { quoted: false, .. }))
    })
}

/// Whether a value can stand without quotes wherever a value may. A few could in some places where others could not; one
/// rule for all is easier to remember.
fn is_bare_value(value: &str) -> bool {
    let is_end = |it: char| ends_word(it) || plain(it) == ',';
    let begins_as_sign = |it: char| matches!(plain(it), '=' | '<' | '>');
    !(value.is_empty()
        || value.starts_with("//")
        // The dots of a range would follow.
        || value.ends_with('.')
        || value.starts_with(begins_as_sign)
        || value.contains("..")
        || value.contains(is_end))
}
