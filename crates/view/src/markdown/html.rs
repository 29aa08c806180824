//! Raw HTML: what is left of it when its tags are gone.

/// Elements whose content is no text.
const MUTE: &[&str] = &["script", "style", "template", "iframe", "object", "svg", "noscript"];

/// Elements that stand within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd",
    "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "u", "var",
];

/// Characters that have names. The list of all of them would weigh more than the rest of this folder.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("hellip", '…'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("middot", '·'),
    ("bull", '•'),
    ("times", '×'),
    ("larr", '←'),
    ("rarr", '→'),
    ("colon", ':'),
    ("Tab", ' '),
    ("NewLine", ' '),
];

/// The character that a text begins with as `&name;` or by its number, and the length of that.
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('&')?;
    let name = rest.get(..rest.bytes().take(LONGEST).position(|it| it == b';')?)?;
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => ENTITIES.iter().find(|it| it.0 == name)?.1,
    };
    Some((character, name.len() + 2))
}

/// How long a name is at most.
const LONGEST: usize = 10;

fn numbered(number: &str) -> Option<char> {
    let number = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(number.ok()?)
}

/// Whether a line begins a part of HTML that stands by itself.
pub(super) fn is_block(line: &str) -> bool {
    let Some(tag) = line.strip_prefix('<') else { return false };
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let end = name_end(tag);
    let (name, rest) = tag.split_at(end);
    let is_inline = INLINE.iter().any(|it| it.eq_ignore_ascii_case(name));
    let is_tag = rest.is_empty() || rest.starts_with([' ', '\t', '>', '/']);
    tag.starts_with("!--") || (!name.is_empty() && is_tag && !is_inline)
}

/// How many lines it has.
pub(super) fn block_end(lines: &[&str]) -> usize {
    let first = lines.first().map_or("", |it| it.trim_start());
    let tag = first.strip_prefix('<').unwrap_or(first);
    let through = |is_last: &dyn Fn(&str) -> bool| {
        lines.iter().position(|it| is_last(it)).map_or(lines.len(), |it| it + 1)
    };
    if tag.starts_with("!--") {
        return through(&|it| it.contains("-->"));
    }
    match find_mute(tag) {
        Some(mute) => through(&|it| !closing(it, mute).is_empty()),
        None => lines.iter().take_while(|it| !it.trim().is_empty()).count(),
    }
}

/// Whether a tag ends a line.
pub(super) fn is_break(tag: &str) -> bool {
    is_named(tag, "br")
}

/// The text between the tags, its white space folded.
///
/// This decides what is read, not what is safe: whatever comes out is shown as text and never as HTML.
pub(super) fn text(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        kept.push_str(before);
        kept.push(' ');
        rest = behind(tag);
    }
    kept.push_str(rest);
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What follows a tag, a comment, or an element without text.
pub(super) fn behind(tag: &str) -> &str {
    if let Some(comment) = tag.strip_prefix("!--") {
        return after(comment, "-->");
    }
    match find_mute(tag) {
        Some(mute) => after(closing(tag, mute), ">"),
        None => after(tag, ">"),
    }
}

fn find_mute(tag: &str) -> Option<&'static str> {
    MUTE.iter().copied().find(|it| is_named(tag, it))
}

/// From an element's closing tag on; nothing if it is never closed.
fn closing<'a>(html: &'a str, name: &str) -> &'a str {
    let closes = |it: &str| it.strip_prefix("</").is_some_and(|it| is_named(it, name));
    let mut places = html.match_indices("</").map(|it| it.0);
    places.find_map(|it| html.get(it..).filter(|it| closes(it))).unwrap_or_default()
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |it| it.1)
}

fn is_named(tag: &str, name: &str) -> bool {
    tag.get(..name_end(tag)).is_some_and(|it| it.eq_ignore_ascii_case(name))
}

fn name_end(tag: &str) -> usize {
    tag.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(tag.len())
}
