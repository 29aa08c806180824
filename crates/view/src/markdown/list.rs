//! Lists.

use super::{
    Block, Node,
    blocks::{Read, Start, blocks, indent, outdented},
    reader::Reader,
};

/// What stands in front of an item of a list: its first number if it has one, and how far its text is from the margin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    kind: char,
    pub(super) number: Option<u64>,
    width: usize,
}

impl Marker {
    pub(super) fn of(line: &str) -> Option<Self> {
        let text = line.trim_start();
        let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
        let (number, rest) = text.split_at(digits);
        let kind = rest.chars().next()?;
        let number = match (kind, digits) {
            ('-' | '*' | '+', 0) => None,
            ('.' | ')', 1..=9) => Some(number.parse().ok()?),
            _ => return None,
        };
        let rest = rest.strip_prefix(kind)?;
        let space = rest.len() - rest.trim_start_matches(' ').len();
        let space = if rest.trim().is_empty() || space > 4 { 1 } else { space };
        let is_item = rest.is_empty() || rest.starts_with([' ', '\t']);
        is_item.then_some(Self { kind, number, width: indent(line) + digits + 1 + space.max(1) })
    }
}

/// The items of a list, and those behind it that go on with it.
pub(super) fn list<'t, 'l>(
    reader: &mut Reader<'_>,
    lines: &'l [&'t str],
    marker: Marker,
    depth: usize,
) -> Read<'t, 'l> {
    let (mut items, mut rest, mut is_loose) = (Vec::new(), lines, false);
    while let Some(next) =
        rest.first().and_then(|it| Marker::of(it)).filter(|it| it.kind == marker.kind)
    {
        let end = item_end(rest, next.width);
        let (item, behind) = rest.split_at(end);
        let blanks = behind.iter().take_while(|it| it.trim().is_empty()).count();
        let behind = behind.get(blanks..).unwrap_or_default();
        let goes_on =
            behind.first().and_then(|it| Marker::of(it)).is_some_and(|it| it.kind == marker.kind);
        is_loose |= item.iter().any(|it| it.trim().is_empty()) || (blanks > 0 && goes_on);
        items.push((item, next.width));
        rest = behind;
    }
    let items = items.into_iter().map(|(lines, width)| {
        let nodes = item(reader, lines, width, depth);
        Node::Block(
            Block::Item,
            if is_loose { nodes } else { nodes.into_iter().flat_map(unwrapped).collect() },
        )
    });
    (Some(Node::Block(Block::List(marker.number), items.collect())), rest)
}

/// How many lines belong to an item: those as far in as its text, and those that go on with its paragraph.
fn item_end(lines: &[&str], width: usize) -> usize {
    let mut end = 1;
    for (place, line) in lines.iter().enumerate().skip(1) {
        let rest = lines.get(place..).unwrap_or_default();
        let is_lazy = place == end && Start::of(rest).is_none();
        if line.trim().is_empty() {
            continue;
        }
        if indent(line) < width && !is_lazy {
            break;
        }
        end = place + 1;
    }
    end
}

fn item(reader: &mut Reader<'_>, lines: &[&str], width: usize, depth: usize) -> Vec<Node> {
    let mut inner: Vec<&str> = lines.iter().map(|it| outdented(it, width)).collect();
    let mut task = None;
    if let Some(first) = inner.first_mut() {
        let line = lines.first().copied().unwrap_or_default();
        let text = line.trim_start().trim_start_matches(|it: char| it.is_ascii_digit());
        *first = text.get(1..).unwrap_or_default().trim_start();
        for (mark, done) in [("[ ] ", false), ("[x] ", true), ("[X] ", true)] {
            if let Some(text) = first.strip_prefix(mark) {
                (*first, task) = (text, Some(Node::Task(done)));
            }
        }
    }
    let mut nodes = blocks(reader, &inner, depth + 2);
    match (task, nodes.first_mut()) {
        (Some(task), Some(Node::Block(Block::Paragraph, words))) => words.insert(0, task),
        (Some(task), _) => nodes.insert(0, task),
        (None, _) => {}
    }
    nodes
}

fn unwrapped(node: Node) -> Vec<Node> {
    match node {
        Node::Block(Block::Paragraph, nodes) => nodes,
        other => vec![other],
    }
}
