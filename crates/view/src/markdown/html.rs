//! Raw HTML: what is left of it when its tags are gone.

/// Elements whose content is no text.
const MUTE: &[&str] = &["script", "style", "template", "iframe", "object", "svg", "noscript"];

/// Whether a tag ends a line.
pub(super) fn is_break(tag: &str) -> bool {
    is_named(tag.trim_start_matches('<'), "br")
}

/// The element whose content is no text, behind this tag, if it was this one before it.
pub(super) fn mute(now: Option<&'static str>, tag: &str) -> Option<&'static str> {
    let tag = tag.trim_start_matches('<');
    let closes = |it: &&str| tag.strip_prefix('/').is_some_and(|tag| is_named(tag, it));
    now.filter(|it| !closes(it)).or_else(|| find_mute(tag))
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
fn behind(tag: &str) -> &str {
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
    let end = tag.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(tag.len());
    tag.get(..end).is_some_and(|it| it.eq_ignore_ascii_case(name))
}
