//! The parts that lie beside each other: words, and what is made of them.

use std::borrow::Cow;

use super::{
    Block, DEEPEST, Node, html,
    link::{bracket, destination, unescaped},
    reader::Reader,
};
use crate::{address::host, format::visible};

/// Reads the text of a paragraph, its lines apart.
pub(super) fn inline(reader: &mut Reader<'_>, text: &str, depth: usize) -> Vec<Node> {
    if depth > DEEPEST {
        return vec![Node::Text(visible(text).into_owned())];
    }
    let mut line = Line {
        reader,
        rest: text.trim_end(),
        before: ' ',
        nodes: Vec::new(),
        text: String::new(),
        depth,
        dead: Vec::new(),
    };
    line.read();
    line.flush();
    line.nodes
}

/// A text that is being read.
struct Line<'r, 't, 'a> {
    reader: &'r mut Reader<'t>,
    rest: &'a str,
    /// The character in front.
    before: char,
    nodes: Vec<Node>,
    /// Words that are no part yet.
    text: String,
    depth: usize,
    /// What has been looked for and is not there any more: looking again each time would take the square of the length.
    dead: Vec<&'a str>,
}

impl<'a> Line<'_, '_, 'a> {
    fn read(&mut self) {
        while let Some(it) = self.rest.chars().next().filter(|_| self.reader.has_room()) {
            let is_read = match it {
                '\\' => self.escape(),
                '\n' => self.end_of_line(),
                '`' => self.code(),
                '*' | '_' | '~' => self.stress(it),
                '[' => self.link(),
                '!' => self.picture(),
                '<' => self.tag(),
                '&' => self.entity(),
                'h' => self.address(),
                _ => None,
            };
            if is_read.is_none() {
                self.take(it.len_utf8());
                self.text.push(it);
            }
        }
    }

    /// Goes on behind so many bytes, and gives them back.
    fn take(&mut self, len: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(len);
        self.before = taken.chars().next_back().unwrap_or(self.before);
        self.rest = rest;
        taken
    }

    /// Takes so many bytes as words.
    fn keep(&mut self, len: usize) {
        let taken = self.take(len);
        self.text.push_str(taken);
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.reader.note();
            self.nodes.push(Node::Text(visible(&text).into_owned()));
        }
    }

    fn add(&mut self, node: Node) {
        self.flush();
        self.reader.note();
        self.nodes.push(node);
    }

    fn inner(&mut self, text: &str) -> Vec<Node> {
        inline(self.reader, text, self.depth + 1)
    }

    /// Where something stands in what follows; once it is not there, it never will be.
    fn find(&mut self, from: usize, what: &'a str) -> Option<usize> {
        if self.dead.contains(&what) {
            return None;
        }
        let found = self.rest.get(from..)?.find(what).map(|it| it + from);
        if found.is_none() {
            self.dead.push(what);
        }
        found
    }

    fn escape(&mut self) -> Option<()> {
        let next = self
            .rest
            .get(1..)?
            .chars()
            .next()
            .filter(|it| *it == '\n' || it.is_ascii_punctuation())?;
        self.take(2);
        if next == '\n' {
            self.add(Node::Break);
        } else {
            self.text.push(next);
        }
        Some(())
    }

    fn end_of_line(&mut self) -> Option<()> {
        self.take(1);
        let is_hard = self.text.ends_with("  ");
        self.text.truncate(self.text.trim_end().len());
        if is_hard {
            self.add(Node::Break);
        } else {
            self.text.push(' ');
        }
        Some(())
    }

    fn code(&mut self) -> Option<()> {
        let (marks, _) = run(self.rest, '`');
        let mut from = marks.len();
        let end = loop {
            let found = self.find(from, marks);
            let Some(place) = found else {
                self.keep(marks.len());
                return Some(());
            };
            let len = run(self.rest.get(place..)?, '`').0.len();
            if len == marks.len() {
                break place;
            }
            from = place + len;
        };
        let code = self.take(end).get(marks.len()..)?.replace('\n', " ");
        self.take(marks.len());
        let inner = code
            .strip_prefix(' ')
            .and_then(|it| it.strip_suffix(' '))
            .filter(|it| !it.trim().is_empty());
        self.add(Node::Code(visible(inner.unwrap_or(&code)).into_owned()));
        Some(())
    }

    /// Words between marks. Marks open before a letter and close behind one; unlike in English, no space has to be on their
    /// other side, since Chinese has none.
    fn stress(&mut self, mark: char) -> Option<()> {
        let (marks, after) = run(self.rest, mark);
        let marks = marks.get(..marks.len().min(2))?;
        let is_word = mark == '_' && self.before.is_alphanumeric();
        let block = match (mark, marks.len()) {
            ('~', 2) => Block::Struck,
            ('~', _) => return None,
            (_, 2) => Block::Strong,
            _ => Block::Emphasis,
        };
        if is_word
            || after.starts_with(char::is_whitespace)
            || after.is_empty()
            || self.dead.contains(&marks)
        {
            self.keep(marks.len());
            return Some(());
        }
        let Some(end) = closing(self.rest, marks, mark) else {
            self.dead.push(marks);
            self.keep(marks.len());
            return Some(());
        };
        let inner = self.take(end).get(marks.len()..)?;
        self.take(marks.len());
        let nodes = self.inner(inner);
        self.add(Node::Block(block, nodes));
        Some(())
    }

    fn link(&mut self) -> Option<()> {
        let (label, len, address) = self.bracketed(self.rest)?;
        self.take(len);
        let nodes = self.inner(label);
        if host(&address).is_some() {
            // A link within a link is no longer one.
            let nodes = nodes.into_iter().flat_map(unlinked).collect();
            self.add(Node::Link { address: address.into_owned(), nodes });
        } else {
            self.flush();
            self.nodes.extend(nodes);
        }
        Some(())
    }

    fn picture(&mut self) -> Option<()> {
        let (label, len, address) = self.bracketed(self.rest.strip_prefix('!')?)?;
        self.take(len + 1);
        let alt = super::words(&self.inner(label));
        let address = Some(address.into_owned()).filter(|it| host(it).is_some());
        self.add(Node::Picture { address, alt });
        Some(())
    }

    /// `[label](address)`, `[label][name]` or `[name]`: the label, the length of all, and the address.
    fn bracketed<'b>(&self, text: &'b str) -> Option<(&'b str, usize, Cow<'b, str>)> {
        let end = bracket(text)?;
        let (label, after) = (text.get(1..end)?, text.get(end + 1..)?);
        if let Some((address, len)) = after.strip_prefix('(').and_then(destination) {
            return Some((label, end + 2 + len, unescaped(address)));
        }
        let name = after.strip_prefix('[').and_then(|it| it.split_once(']')).map(|it| it.0);
        let len = end + 1 + name.map_or(0, |it| it.len() + 2);
        let name = name.filter(|it| !it.is_empty()).unwrap_or(label);
        let address = self.reader.address(name)?;
        Some((label, len, unescaped(address).into_owned().into()))
    }

    /// A tag vanishes, and so does what stands in an element whose content is no text. An address in its place is a link.
    fn tag(&mut self) -> Option<()> {
        let inner = self.rest.get(1..)?;
        inner.chars().next().filter(|it| it.is_ascii_alphabetic() || "/!?".contains(*it))?;
        if inner.starts_with("!--") {
            let end = self.find(1, "-->").map_or(self.rest.len(), |it| it + 3);
            self.take(end);
            return Some(());
        }
        let end = self.find(1, ">")?;
        let inner = self.rest.get(1..end)?;
        if !inner.contains(char::is_whitespace)
            && inner.contains([':', '@'])
            && !inner.contains('=')
        {
            self.take(end + 1);
            self.linked(inner);
            return Some(());
        }
        if html::is_break(inner) {
            self.add(Node::Break);
        }
        let left = html::behind(self.rest.get(1..)?).len();
        self.take(self.rest.len() - left);
        Some(())
    }

    fn entity(&mut self) -> Option<()> {
        let (text, len) = html::entity(self.rest)?;
        self.take(len);
        self.text.push(text);
        Some(())
    }

    /// An address that stands for itself.
    fn address(&mut self) -> Option<()> {
        if self.before.is_ascii_alphanumeric() || !self.rest.starts_with("https://") {
            return None;
        }
        let ends = |it: char| {
            it.is_whitespace() || it.is_control() || "<>()[]|`*\"'".contains(it) || !it.is_ascii()
        };
        let address = self.rest.get(..self.rest.find(ends).unwrap_or(self.rest.len()))?;
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '_', '~']);
        self.take(address.len());
        self.linked(address);
        Some(())
    }

    fn linked(&mut self, address: &str) {
        if host(address).is_some() {
            let nodes = vec![Node::Text(visible(address).into_owned())];
            self.add(Node::Link { address: address.to_owned(), nodes });
        } else {
            self.text.push_str(address);
        }
    }
}

/// The marks in front, and what follows them.
fn run(text: &str, mark: char) -> (&str, &str) {
    text.split_at(text.len() - text.trim_start_matches(mark).len())
}

/// Where the marks that a text begins with are closed. Of more marks in a row than needed the last ones close.
fn closing(text: &str, marks: &str, mark: char) -> Option<usize> {
    let mut from = marks.len() + run(text.get(marks.len()..)?, mark).0.len();
    loop {
        let place = from + text.get(from..)?.find(mark)?;
        let (run, after) = run(text.get(place..)?, mark);
        let before = text.get(..place)?.chars().next_back();
        let is_word = mark == '_' && after.starts_with(char::is_alphanumeric);
        let fits = run.len() == marks.len() || run.len() > 2;
        if fits && !is_word && before.is_some_and(|it| !it.is_whitespace() && it != '\\') {
            return Some(place + run.len() - marks.len());
        }
        from = place + run.len();
    }
}

fn unlinked(node: Node) -> Vec<Node> {
    match node {
        Node::Link { nodes, .. } => nodes,
        other => vec![other],
    }
}
