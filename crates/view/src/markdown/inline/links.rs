//! Links, pictures, addresses, and tags, which vanish.

use std::borrow::Cow;

use super::{
    super::{
        Node, html,
        link::{bracket, destination, unescaped},
    },
    Line,
};
use crate::{address::host, format::visible};

impl Line<'_, '_, '_> {
    pub(super) fn link(&mut self) -> Option<()> {
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

    pub(super) fn picture(&mut self) -> Option<()> {
        let (label, len, address) = self.bracketed(self.rest.strip_prefix('!')?)?;
        self.take(len + 1);
        let alt = super::super::words(&self.inner(label));
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
    pub(super) fn tag(&mut self) -> Option<()> {
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

    pub(super) fn entity(&mut self) -> Option<()> {
        let (text, len) = html::entity(self.rest)?;
        self.take(len);
        self.text.push(text);
        Some(())
    }

    /// An address that stands for itself.
    pub(super) fn address(&mut self) -> Option<()> {
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

fn unlinked(node: Node) -> Vec<Node> {
    match node {
        Node::Link { nodes, .. } => nodes,
        other => vec![other],
    }
}
