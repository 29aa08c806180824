//! The query language: what a person types, as a tree.
//!
//! This stage is about signs only. It knows no columns, so that `size:20GB` is a field with a value whether or not there is a
//! `size`, and `nginx:1.25` is one too; each name and value carries its place in the text, for a later stage to take it as
//! plain words or to point at it.
//!
//! ```text
//! any      = all { "OR" all }
//! all      = operand { ["AND"] operand }
//! operand  = ( "-" | "NOT" ) operand | "(" any ")" | phrase | field | word
//! field    = name ":" ( ["="] value { "," value } | compare value | [value] ".." [value] )
//! compare  = ">" | ">=" | "<" | "<="
//! value    = phrase | word
//! ```
//!
//! - A name is letters of any script, digits, `_` and `-`, and begins with a letter or `_`. What has a colon otherwise (`12:30`,
//!   `docker.io/x:1`) is a word, and so is whatever goes on with `://`.
//! - A range is split at the first `..` of its first value: `v1..2` is the range from `v1` to `2`, and `1...3` ends at `.3`. The
//!   other values of a list, exact values (`:=1..2`), compared values and whatever stands in quotes keep their dots.
//! - Inside quotes `\` takes a following `\` or closing quote literally. A quote without its partner reaches to the end and is
//!   no mistake, since a phrase should work while it is being typed. A phrase of nothing but white space is passed over.
//! - `-` negates what is attached to it. Alone, inside a word or before another `-` (`--gpus`) it is text.
//! - Full-width signs of Chinese input methods are read as their plain ones: `：，（）－＞＜＝`, `“ ”`, `「 」`, and the
//!   ideographic space.
//! - Conjunctions in conjunctions and alternatives in alternatives become one list, and a group of one is that one. Double
//!   negation stays as it is written, since an edit should not find a term where a person sees none.
//! - Groups and negations go 32 deep, where an alternative at the top counts as a group; a term has at most 64 nodes above it.
//!   In a deeper group the signs of structure are passed over and its terms must all hold; deeper negations are passed over.

mod caret;
mod edit;
mod lex;
mod mistake;
mod parse;
mod print;
mod splice;
mod term;
mod tree;

#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;

pub(crate) use caret::{Place, typed};
pub use edit::Choice;
pub use mistake::{Mistake, MistakeKind, Symbol};
pub use print::quoted;
pub(crate) use splice::replaced;
pub use tree::{Comparison, Leaf, Node, NodeKind, Test, Word};

/// A query as it was typed, and what it means. Any text parses, in time linear in its length.
///
/// It prints canonically: `Query::parse(&query.to_string())` equals `query` and has no mistakes. Two queries are equal if
/// they mean the same, however they are spaced, quoted or mistaken.
///
/// ```
/// use catalog::Query;
///
/// let query = Query::parse("ubuntu AND -os:windows  size:>20");
/// assert_eq!(query.to_string(), "ubuntu -os:windows size:>20");
/// assert_eq!(query.toggle("zone", "hk-02", false), "ubuntu AND -os:windows  size:>20 zone:hk-02");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Query {
    text: String,
    nodes: Vec<Node>,
    mistakes: Vec<Mistake>,
}

impl Query {
    /// Parses a text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let (nodes, mistakes) = parse::parse(text);
        Self { text: text.to_owned(), nodes, mistakes }
    }

    /// The text as it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The terms, all of which must hold. A single alternative (`a OR b`) is one term.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// What could not be read as it stands, from left to right.
    #[must_use]
    pub fn mistakes(&self) -> &[Mistake] {
        &self.mistakes
    }

    /// Whether nothing is asked, so that every row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The text at a place, such as a node's `span`; empty if this query's text has no such place.
    #[must_use]
    pub fn source(&self, span: Range<usize>) -> &str {
        self.text.get(span).unwrap_or_default()
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print::print(&self.nodes))
    }
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.nodes == other.nodes
    }
}

impl Eq for Query {}
