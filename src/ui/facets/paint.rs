//! Makes elements of the page what they are described as, and touches nothing that is so already: whatever has the focus keeps it, and where counts stay the
//! browser has nothing to lay out.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{act::Act, node::Node};
use crate::{browser, ui::prelude::document};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element as it was described last.
pub(super) struct Painted {
    node: Node,
    element: Element,
    children: Vec<Self>,
}

/// Makes the children of an element what they should be. One that is described anew keeps its element if it is of the same kind; those
/// that are described no more go.
pub(super) fn paint(parent: &Element, painted: &mut Vec<Painted>, nodes: Vec<Node>) {
    let count = nodes.len();
    for (place, node) in nodes.into_iter().enumerate() {
        let same = painted.iter().skip(place).position(|it| it.node.is_like(&node));
        match same {
            Some(gone) => painted.drain(place..place + gone).for_each(|it| it.element.remove()),
            None => insert(parent, painted, place, &node),
        }
        if let Some(it) = painted.get_mut(place) {
            it.become_so(node);
        }
    }
    if painted.len() > count {
        painted.drain(count..).for_each(|it| it.element.remove());
    }
}

fn insert(parent: &Element, painted: &mut Vec<Painted>, place: usize, node: &Node) {
    let Some(element) = create(node) else { return };
    let next = painted.get(place).map(|it| &*it.element);
    let _ = parent.insert_before(&element, next);
    let node = Node::new(node.tag, node.class);
    painted.insert(place.min(painted.len()), Painted { node, element, children: Vec::new() });
}

fn create(node: &Node) -> Option<Element> {
    let element = match node.tag {
        "svg" | "path" => document().create_element_ns(Some(SVG), node.tag),
        _ => document().create_element(node.tag),
    };
    let element = element.ok()?;
    if !node.class.is_empty() {
        let _ = element.set_attribute("class", node.class);
    }
    Some(element)
}

/// What is done where an element was pressed: what it does itself, or what the innermost one around it does.
pub(super) fn act_of<'a>(painted: &'a [Painted], target: &Element) -> Option<&'a Act> {
    let around = painted.iter().find(|it| it.element.contains(Some(target.as_ref())))?;
    act_of(&around.children, target).or(around.node.act.as_ref())
}

/// The element that does an act.
pub(super) fn element_of<'a>(painted: &'a [Painted], act: &Act) -> Option<&'a Element> {
    painted.iter().find_map(|it| match &it.node.act {
        Some(done) if done == act => Some(&it.element),
        _ => element_of(&it.children, act),
    })
}

impl Painted {
    fn become_so(&mut self, mut node: Node) {
        for (name, value) in &node.attributes {
            if !self.node.attributes.iter().any(|it| it.0 == *name && it.1 == *value) {
                set(&self.element, name, Some(value));
            }
        }
        for (name, _) in &self.node.attributes {
            if !node.attributes.iter().any(|it| it.0 == *name) {
                set(&self.element, name, None);
            }
        }
        if node.text != self.node.text {
            self.element.set_text_content(Some(&node.text));
        }
        paint(&self.element, &mut self.children, std::mem::take(&mut node.children));
        self.node = node;
    }
}

/// Two attributes are none in truth: an input's `value` is what stands in it, and a `height` is a style.
fn set(element: &Element, name: &str, value: Option<&str>) {
    let text = value.unwrap_or_default();
    if let (Some(input), "value") = (element.dyn_ref::<HtmlInputElement>(), name) {
        if input.value() != text {
            input.set_value(text);
        }
    } else if let (Some(element), "height") = (element.dyn_ref::<HtmlElement>(), name) {
        let _ = element.style().set_property("height", text);
    } else {
        browser::set(element, name, value);
    }
}

impl Node {
    fn is_like(&self, other: &Self) -> bool {
        (self.tag, self.class, self.key) == (other.tag, other.class, other.key)
    }
}
