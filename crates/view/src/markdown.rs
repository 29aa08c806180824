//! Markdown that a stranger has written, as a small tree that nothing can be run from.
//!
//! The page makes a node of each part; at no point is there a string of HTML. What such texts try to bring along is left out here:
//! the tags of raw HTML, whatever stands in a `<script>` or `<style>`, and links that are not `https:`. A text can be neither so
//! long nor so deep that showing it would stop the page.

mod blocks;
mod html;
mod inline;
mod link;
mod list;
mod reader;
mod table;
#[cfg(test)]
mod tests;

use blocks::blocks;
use reader::Reader;

/// A text, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markdown {
    /// Its parts.
    pub nodes: Vec<Node>,
    /// Whether it was too long, and its end is missing.
    pub is_cut: bool,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Words.
    Text(String),
    /// Words of a program, within a line.
    Code(String),
    /// Lines of a program.
    Lines(String),
    /// The end of a line.
    Break,
    /// A line across.
    Rule,
    /// The box in front of a task: whether it is done.
    Task(bool),
    /// A picture.
    Picture {
        /// Its address, if that is one to be loaded: see [`host`](crate::host).
        address: Option<String>,
        /// What it shows.
        alt: String,
    },
    /// A link.
    Link {
        /// Its address, which has a [`host`](crate::host).
        address: String,
        /// What is written on it.
        nodes: Vec<Self>,
    },
    /// A part that holds others.
    Block(Block, Vec<Self>),
}

/// A part that holds others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph,
    /// A heading by how deep it lies below others, from 1: a text may begin with any level and leave some out, and an outline may not.
    Heading(u8),
    /// A quotation.
    Quote,
    /// A list; with its first number if it is numbered.
    List(Option<u64>),
    /// An item of a list.
    Item,
    /// Words said with stress.
    Emphasis,
    /// Words said with more stress.
    Strong,
    /// Words struck through.
    Struck,
    /// A table. Its first part is its head.
    Table,
    /// The head of a table: cells.
    Head,
    /// A row of a table: cells.
    Row,
    /// A cell of a table.
    Cell,
}

/// How much of a text is read, in bytes. The longest seen have a tenth of it.
const LONGEST: usize = 200 * 1024;

/// How many parts are made of it: some of the shortest are two characters long, and each is an element of the page.
const MOST: usize = 20_000;

/// How deep parts lie within each other; what lies deeper is put on that level.
const DEEPEST: usize = 32;

/// Reads a text. There is no text that it fails on.
#[must_use]
pub fn markdown(text: &str) -> Markdown {
    let (read, rest) = text.split_at(text.floor_char_boundary(LONGEST));
    let mut lines: Vec<_> = read.trim_start_matches('\u{feff}').lines().collect();
    let mut reader = Reader::new(&mut lines);
    let nodes = blocks(&mut reader, &lines, 0);
    Markdown { nodes, is_cut: !rest.is_empty() || !reader.has_room() }
}

/// All that is written in these parts, without what they are.
fn words(nodes: &[Node]) -> String {
    let word = |node: &Node| match node {
        Node::Text(text) | Node::Code(text) | Node::Lines(text) => text.clone(),
        Node::Picture { alt, .. } => alt.clone(),
        Node::Link { nodes, .. } | Node::Block(_, nodes) => words(nodes),
        Node::Break => " ".to_owned(),
        Node::Rule | Node::Task(_) => String::new(),
    };
    nodes.iter().map(word).collect()
}
