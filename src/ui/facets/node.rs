//! What the rail should look like, as data.
//!
//! A rail has some sixty lines with a dozen live parts each. As closures that follow signals they were seven hundred effects. Here one pass writes down
//! all of it, which takes no browser to test, and [`paint`](super::paint) makes the page so.

use super::act::Act;
use crate::ui::icon::Icon;

/// An element.
#[derive(Debug)]
pub(in crate::ui) struct Node {
    pub(super) tag: &'static str,
    pub(super) class: &'static str,
    /// Tells it from others of the same kind beside it.
    pub(super) key: &'static str,
    pub(super) attributes: Vec<(&'static str, String)>,
    /// Its words, if there are no elements in it.
    pub(super) text: String,
    pub(super) children: Vec<Self>,
    /// What is done when it is pressed or something is entered.
    pub(super) act: Option<Act>,
}

/// A description in the making: elements are opened and closed like those of a document, and what is said meanwhile is about the one opened last.
///
/// Everything is copied, and nothing handed on by value: such chains of calls take less than half the code.
#[derive(Debug)]
pub(super) struct Sketch {
    open: Vec<Node>,
}

impl Node {
    pub(super) fn new(tag: &'static str, class: &'static str) -> Self {
        let (key, attributes, text) = ("", Vec::new(), String::new());
        Self { tag, class, key, attributes, text, children: Vec::new(), act: None }
    }
}

impl Sketch {
    pub(super) fn new() -> Self {
        Self { open: vec![Node::new("", "")] }
    }

    /// The elements that were described, those inside them included.
    pub(super) fn done(mut self) -> Vec<Node> {
        self.open.pop().map_or_else(Vec::new, |it| it.children)
    }

    #[inline(never)]
    pub(super) fn open(&mut self, tag: &'static str, class: &'static str) {
        self.open.push(Node::new(tag, class));
    }

    #[inline(never)]
    pub(super) fn close(&mut self) {
        if let Some(node) = self.open.pop()
            && let Some(around) = self.open.last_mut()
        {
            around.children.push(node);
        }
    }

    /// An element with words.
    #[inline(never)]
    pub(super) fn words(&mut self, tag: &'static str, class: &'static str, text: &str) {
        self.open(tag, class);
        self.text(text);
        self.close();
    }

    /// A button, which remains open.
    #[inline(never)]
    pub(super) fn button(&mut self, class: &'static str, act: Act) {
        self.open("button", class);
        self.set("type", "button");
        self.act(act);
    }

    /// An input for words that the browser is not to mend. It remains open.
    #[inline(never)]
    pub(super) fn input(&mut self, class: &'static str, act: Act, name: &str, value: &str) {
        self.open("input", class);
        self.set("autocomplete", "off");
        self.set("autocapitalize", "off");
        self.set("spellcheck", "false");
        self.set("aria-label", name);
        self.set("value", value);
        self.act(act);
    }

    /// An icon. It says nothing by itself.
    #[inline(never)]
    pub(super) fn icon(&mut self, icon: Icon) {
        self.open("svg", "icon");
        self.set("viewBox", "0 0 16 16");
        self.set("aria-hidden", "true");
        self.open("path", "");
        self.set("d", icon.path());
        self.close();
        self.close();
    }

    #[inline(never)]
    pub(super) fn set(&mut self, name: &'static str, value: &str) {
        if let Some(it) = self.open.last_mut() {
            it.attributes.push((name, value.to_owned()));
        }
    }

    /// An attribute that says `true` or `false`.
    pub(super) fn flag(&mut self, name: &'static str, value: bool) {
        self.set(name, if value { "true" } else { "false" });
    }

    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) {
        if let Some(it) = self.open.last_mut() {
            text.clone_into(&mut it.text);
        }
    }

    pub(super) fn key(&mut self, key: &'static str) {
        if let Some(it) = self.open.last_mut() {
            it.key = key;
        }
    }

    #[inline(never)]
    pub(super) fn act(&mut self, act: Act) {
        if let Some(it) = self.open.last_mut() {
            it.act = Some(act);
        }
    }
}

/// What a reader of the whole text would get, for tests: a line for each element that has words, a name or a text in it.
#[cfg(test)]
pub(super) fn read(nodes: &[Node]) -> Vec<String> {
    let mut lines = Vec::new();
    for node in nodes {
        let get = |name: &str| node.attributes.iter().find(|it| it.0 == name).map(|it| &*it.1);
        let words = [get("aria-label"), Some(&*node.text), get("value")];
        let words = words.into_iter().flatten().filter(|it| !it.trim().is_empty());
        let words: Vec<_> = words.collect();
        if !words.is_empty() {
            lines.push(words.join(": "));
        }
        lines.extend(read(&node.children));
    }
    lines
}
