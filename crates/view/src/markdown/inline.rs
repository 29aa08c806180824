//! The parts that lie beside each other: words, and what is made of them.

mod links;

use super::{Block, DEEPEST, Node, reader::Reader};
use crate::format::visible;

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
        // Should a length ever not fit, the text ends there: the page must not.
        let (taken, rest) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
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
}

/// The marks in front, and what follows them.
fn run(text: &str, mark: char) -> (&str, &str) {
    text.split_at_checked(text.len() - text.trim_start_matches(mark).len()).unwrap_or((text, ""))
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
