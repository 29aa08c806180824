//! The parts that lie below each other: paragraphs, lists, tables and the like.

use super::{
    Block, DEEPEST, Node, html,
    inline::inline,
    list::{Marker, list},
    reader::Reader,
    table::{is_table, table},
};

/// Reads lines. What is too deep is a paragraph.
pub(super) fn blocks(reader: &mut Reader<'_>, lines: &[&str], depth: usize) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first().filter(|_| reader.has_room()) {
        if line.trim().is_empty() {
            rest = after;
            continue;
        }
        let start = if depth < DEEPEST { Start::of(rest) } else { None };
        let (node, behind) = match start {
            Some(start) => start.read(reader, rest, depth),
            None => paragraph(reader, rest, depth),
        };
        if let Some(node) = node {
            reader.note();
            nodes.push(node);
        }
        rest = behind;
    }
    nodes
}

/// What a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start<'a> {
    Heading(u8, &'a str),
    Rule,
    Fence(&'a str),
    Quote,
    Item(Marker),
    Html,
    Table,
    Indented,
}

/// A part, if there is anything in it, and the lines behind it.
pub(super) type Read<'t, 'l> = (Option<Node>, &'l [&'t str]);

impl<'t> Start<'t> {
    pub(super) fn of(lines: &[&'t str]) -> Option<Self> {
        let line = *lines.first()?;
        if indent(line) >= 4 {
            return Some(Self::Indented);
        }
        let text = line.trim();
        let (level, title) =
            (text.len() - text.trim_start_matches('#').len(), text.trim_start_matches('#'));
        if (1..=6).contains(&level) && (title.is_empty() || title.starts_with([' ', '\t'])) {
            let level = u8::try_from(level).unwrap_or(6);
            return Some(Self::Heading(level, title.trim().trim_end_matches('#').trim_end()));
        }
        match text.chars().next()? {
            '>' => Some(Self::Quote),
            '`' | '~' => fence(text).map(Self::Fence),
            _ if is_rule(text) => Some(Self::Rule),
            '<' if html::is_block(text) => Some(Self::Html),
            _ if is_table(lines) => Some(Self::Table),
            _ => Marker::of(line).map(Self::Item),
        }
    }

    /// Whether it ends a paragraph that stands before it.
    fn interrupts(self) -> bool {
        match self {
            Self::Indented => false,
            Self::Item(marker) => marker.number.is_none_or(|it| it == 1),
            _ => true,
        }
    }

    fn read<'l>(self, reader: &mut Reader<'_>, lines: &'l [&'t str], depth: usize) -> Read<'t, 'l> {
        let after = lines.get(1..).unwrap_or_default();
        match self {
            Self::Heading(level, title) => {
                let nodes = inline(reader, title, depth + 1);
                (heading(reader, level, nodes), after)
            }
            Self::Rule => (Some(Node::Rule), after),
            Self::Fence(fence) => fenced(fence, after),
            Self::Quote => quote(reader, lines, depth),
            Self::Item(marker) => list(reader, lines, marker, depth),
            Self::Html => raw(lines),
            Self::Table => table(reader, lines, depth),
            Self::Indented => indented(lines),
        }
    }
}

fn paragraph<'t, 'l>(reader: &mut Reader<'_>, lines: &'l [&'t str], depth: usize) -> Read<'t, 'l> {
    let goes_on = |place: usize| {
        let rest = lines.get(place..).unwrap_or_default();
        let is_blank = rest.first().is_none_or(|it| it.trim().is_empty());
        let ends = depth < DEEPEST && Start::of(rest).is_some_and(Start::interrupts);
        !is_blank && !ends && underlined(rest).is_none()
    };
    let end = 1 + (1..lines.len()).take_while(|place| goes_on(*place)).count();
    let (text, rest) = lines.split_at(end);
    let nodes = inline(
        reader,
        &text.iter().map(|it| it.trim_start()).collect::<Vec<_>>().join("\n"),
        depth + 1,
    );
    match underlined(rest) {
        _ if nodes.is_empty() => (None, rest),
        Some(level) => (heading(reader, level, nodes), rest.get(1..).unwrap_or_default()),
        None => (Some(Node::Block(Block::Paragraph, nodes)), rest),
    }
}

/// One without words is none: it would be a stop on the way through the headings where nothing is said.
fn heading(reader: &mut Reader<'_>, level: u8, nodes: Vec<Node>) -> Option<Node> {
    (!nodes.is_empty()).then(|| Node::Block(Block::Heading(reader.depth(level)), nodes))
}

/// The level of a heading whose underline comes first.
fn underlined(lines: &[&str]) -> Option<u8> {
    let line = lines.first()?.trim();
    let is_of = |mark| !line.is_empty() && line.chars().all(|it| it == mark);
    if is_of('=') { Some(1) } else { is_of('-').then_some(2) }
}

/// The marks of a fence, without what is said behind them.
fn fence(text: &str) -> Option<&str> {
    let mark = text.chars().next()?;
    let (fence, rest) = text.split_at(text.len() - text.trim_start_matches(mark).len());
    (fence.len() >= 3 && !(mark == '`' && rest.contains('`'))).then_some(fence)
}

/// To the same fence, or to the end.
fn fenced<'t, 'l>(fence: &str, lines: &'l [&'t str]) -> Read<'t, 'l> {
    let closes = |line: &&&str| {
        let line = line.trim();
        line.starts_with(fence) && line.chars().all(|it| fence.starts_with(it))
    };
    let end = lines.iter().take_while(|it| !closes(it)).count();
    let (code, rest) = lines.split_at(end);
    (Some(Node::Lines(joined(code))), rest.get(1..).unwrap_or_default())
}

fn indented<'t, 'l>(lines: &'l [&'t str]) -> Read<'t, 'l> {
    let end = lines.iter().take_while(|it| it.trim().is_empty() || indent(it) >= 4).count();
    let (code, rest) = lines.split_at(end);
    let code: Vec<_> = code.iter().map(|it| outdented(it, 4)).collect();
    (Some(Node::Lines(format!("{}\n", joined(&code).trim_end()))), rest)
}

fn joined(lines: &[&str]) -> String {
    lines.iter().flat_map(|it| [crate::format::visible(it), "\n".into()]).collect()
}

/// Lines that begin with `>`, and those that only go on with a paragraph in them.
fn quote<'t, 'l>(reader: &mut Reader<'_>, lines: &'l [&'t str], depth: usize) -> Read<'t, 'l> {
    let is_quoted = |it: &str| it.trim_start().starts_with('>');
    let goes_on = |place: &usize| {
        let rest = lines.get(*place..).unwrap_or_default();
        rest.first()
            .is_some_and(|it| is_quoted(it) || (!it.trim().is_empty() && Start::of(rest).is_none()))
    };
    let end = (0..lines.len()).take_while(goes_on).count();
    let (quoted, rest) = lines.split_at(end);
    let inner = quoted.iter().map(|line| match line.trim_start().strip_prefix('>') {
        Some(text) => text.strip_prefix(' ').unwrap_or(text),
        None => line,
    });
    let nodes = blocks(reader, &inner.collect::<Vec<_>>(), depth + 1);
    (Some(Node::Block(Block::Quote, nodes)), rest)
}

/// To an empty line, or to the end of an element whose content is no text.
fn raw<'t, 'l>(lines: &'l [&'t str]) -> Read<'t, 'l> {
    let end = html::block_end(lines).clamp(1, lines.len().max(1));
    let (raw, rest) = lines.split_at(end);
    let text = html::text(&raw.join("\n"));
    let words = || vec![Node::Text(crate::format::visible(&text).into_owned())];
    ((!text.is_empty()).then(|| Node::Block(Block::Paragraph, words())), rest)
}

fn is_rule(text: &str) -> bool {
    let Some(mark) = text.chars().next().filter(|it| "-*_".contains(*it)) else { return false };
    let is_of = text.chars().all(|it| it == mark || it == ' ' || it == '\t');
    is_of && text.matches(mark).count() >= 3
}

/// How far from the margin a line begins; a tab counts as four.
pub(super) fn indent(line: &str) -> usize {
    line.chars()
        .map_while(|it| match it {
            ' ' => Some(1),
            '\t' => Some(4),
            _ => None,
        })
        .sum()
}

/// The line with at most so much taken off its margin.
pub(super) fn outdented(line: &str, width: usize) -> &str {
    let mut taken = 0;
    line.trim_start_matches(|it: char| {
        let more = match it {
            ' ' => 1,
            '\t' => 4,
            _ => return false,
        };
        taken += more;
        taken <= width
    })
}
