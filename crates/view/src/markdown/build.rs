//! From a parser's events to a tree.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use super::{Block, DEEPEST, MOST, Node, html};
use crate::{address::host, format::visible};

/// The tree so far, and the parts that are still open.
#[derive(Debug, Default)]
pub(super) struct Builder {
    nodes: Vec<Node>,
    open: Vec<Open>,
    /// How many parts were made.
    made: usize,
    /// The element within a line whose content is no text.
    mute: Option<&'static str>,
}

/// A part whose end has not come.
#[derive(Debug)]
struct Open {
    kind: Kind,
    nodes: Vec<Node>,
}

/// What becomes of it at its end.
#[derive(Debug)]
enum Kind {
    Block(Block),
    Link(String),
    Picture(String),
    Lines,
    Html,
    /// Nothing: what it holds goes to what holds it.
    Flat,
}

impl Builder {
    /// Whether more may be added.
    pub(super) fn has_room(&self) -> bool {
        self.made < MOST
    }

    pub(super) fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(_) => self.end(),
            Event::Text(text) if self.mute.is_none() => self.text(&text),
            Event::Code(text) if self.mute.is_none() => {
                self.add(Node::Code(visible(&text).into_owned()))
            }
            Event::Html(text) => self.raw(&text),
            Event::InlineHtml(tag) if html::is_break(&tag) => self.add(Node::Break),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.add(Node::Break),
            Event::Rule => self.add(Node::Rule),
            Event::TaskListMarker(done) => self.add(Node::Task(done)),
            Event::InlineHtml(tag) => self.mute = html::mute(self.mute, &tag),
            // What is not heard, and what is not asked of the parser.
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_) => {}
        }
    }

    /// The tree, with what is still open closed.
    pub(super) fn finish(mut self) -> Vec<Node> {
        while !self.open.is_empty() {
            self.end();
        }
        self.nodes
    }

    fn start(&mut self, tag: Tag<'_>) {
        let kind = if self.open.len() < DEEPEST { Kind::of(tag) } else { Kind::Flat };
        self.open.push(Open { kind, nodes: Vec::new() });
    }

    fn end(&mut self) {
        self.mute = None;
        let Some(Open { kind, nodes }) = self.open.pop() else { return };
        match kind {
            Kind::Block(block) => self.add(Node::Block(block, nodes)),
            Kind::Link(address) if host(&address).is_some() => {
                self.add(Node::Link { address, nodes });
            }
            Kind::Picture(address) => {
                let address = Some(address).filter(|it| host(it).is_some());
                self.add(Node::Picture { address, alt: words(&nodes) });
            }
            Kind::Lines => self.add(Node::Lines(words(&nodes))),
            Kind::Html => self.html(&words(&nodes)),
            Kind::Link(_) | Kind::Flat => nodes.into_iter().for_each(|it| self.add(it)),
        }
    }

    /// Words go on where words ended: the parser cuts at every character that could have meant something.
    fn text(&mut self, text: &str) {
        let text = visible(text);
        match self.here().last_mut() {
            Some(Node::Text(before)) => before.push_str(&text),
            _ => self.add(Node::Text(text.into_owned())),
        }
    }

    /// A line of a block of HTML. It is read as a whole at its end.
    fn raw(&mut self, text: &str) {
        match self.open.last() {
            Some(Open { kind: Kind::Html, .. }) => self.text(text),
            _ => self.html(text),
        }
    }

    fn html(&mut self, html: &str) {
        let text = html::text(html);
        if !text.is_empty() {
            self.add(Node::Block(Block::Paragraph, vec![Node::Text(text)]));
        }
    }

    fn add(&mut self, node: Node) {
        self.made += 1;
        self.here().push(node);
    }

    fn here(&mut self) -> &mut Vec<Node> {
        self.open.last_mut().map_or(&mut self.nodes, |it| &mut it.nodes)
    }
}

impl Kind {
    fn of(tag: Tag<'_>) -> Self {
        Self::Block(match tag {
            Tag::Paragraph => Block::Paragraph,
            Tag::Heading { level, .. } => Block::Heading(number(level)),
            Tag::BlockQuote(_) => Block::Quote,
            Tag::List(first) => Block::List(first),
            Tag::Item => Block::Item,
            Tag::Emphasis => Block::Emphasis,
            Tag::Strong => Block::Strong,
            Tag::Strikethrough => Block::Struck,
            Tag::Table(_) => Block::Table,
            Tag::TableHead => Block::Head,
            Tag::TableRow => Block::Row,
            Tag::TableCell => Block::Cell,
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                return Self::Lines;
            }
            Tag::HtmlBlock => return Self::Html,
            Tag::Link { dest_url, .. } => return Self::Link(dest_url.into_string()),
            Tag::Image { dest_url, .. } => return Self::Picture(dest_url.into_string()),
            _ => return Self::Flat,
        })
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
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
