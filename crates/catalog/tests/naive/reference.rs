//! A search that is too simple to be wrong.

use catalog::{Comparison, Leaf, Node, NodeKind, Query, Test};

use crate::inputs::{MADE, NAME, OWN, SIZE, TAGS};

/// A row.
#[derive(Debug, Clone)]
pub(crate) struct Image {
    pub(crate) name: Option<String>,
    pub(crate) size: Option<i32>,
    pub(crate) made: Option<i64>,
    pub(crate) tags: Vec<String>,
    pub(crate) own: Option<bool>,
}

pub(crate) fn fold(text: &str) -> String {
    text.replace("ＧＰＵ", "gpu").to_lowercase()
}

impl Image {
    pub(crate) fn meets(&self, node: &Node) -> bool {
        match &node.kind {
            NodeKind::All(all) => all.iter().all(|it| self.meets(it)),
            NodeKind::Any(any) => any.iter().any(|it| self.meets(it)),
            NodeKind::Not(it) => !self.meets(it),
            NodeKind::Leaf(Leaf::Text { text, .. }) => {
                self.name.iter().chain(&self.tags).any(|it| fold(it).contains(&fold(text)))
            }
            NodeKind::Leaf(Leaf::Field { name, test }) => self.meets_field(&name.text, test),
        }
    }

    fn meets_field(&self, name: &str, test: &Test) -> bool {
        match (name, test) {
            ("name" | "tag", Test::Values { exact, values }) => {
                let texts: Vec<&String> = if name == "name" {
                    self.name.iter().collect()
                } else {
                    self.tags.iter().collect()
                };
                let is_it = |text: &String, value: &str| {
                    if *exact {
                        fold(text) == fold(value)
                    } else {
                        fold(text).contains(&fold(value))
                    }
                };
                texts.iter().any(|text| values.iter().any(|it| is_it(text, &it.text)))
            }
            ("name", Test::Compare { op, value }) => {
                // The texts of this test sort as their characters do, once 9 is told from 10.
                let key = |text: &str| fold(text).replace("10", "910");
                self.name.as_ref().is_some_and(|it| compares(*op, &key(it), &key(&value.text)))
            }
            ("size", Test::Values { values, .. }) => {
                values.iter().any(|it| self.size == Some(it.text.parse().unwrap()))
            }
            ("size", Test::Compare { op, value }) => {
                self.size.is_some_and(|it| compares(*op, &it, &value.text.parse().unwrap()))
            }
            ("size", Test::Range { .. }) => self.size.is_some_and(|it| (-1..=1).contains(&it)),
            ("made", Test::Compare { .. }) => self.made.is_some_and(|it| it > 1),
            ("made", Test::Range { .. }) => self.made.is_some_and(|it| it <= 1),
            ("has", Test::Values { values, .. }) => values.iter().any(|it| self.has(&it.text)),
            ("missing", Test::Values { values, .. }) => values.iter().any(|it| !self.has(&it.text)),
            ("is", Test::Values { values, .. }) if values[0].text == "small" => {
                self.size.is_some_and(|it| it <= 0)
            }
            ("is" | "own", Test::Values { .. }) => self.own == Some(true),
            other => panic!("the reference does not know {other:?}"),
        }
    }

    pub(crate) fn has(&self, column: &str) -> bool {
        match column {
            "name" => self.name.is_some(),
            "size" => self.size.is_some(),
            "made" => self.made.is_some(),
            "tag" => !self.tags.is_empty(),
            other => panic!("the reference does not know {other}"),
        }
    }
}

fn compares<T: PartialOrd>(op: Comparison, value: &T, with: &T) -> bool {
    match op {
        Comparison::Less => value < with,
        Comparison::AtMost => value <= with,
        Comparison::Greater => value > with,
        Comparison::AtLeast => value >= with,
    }
}

/// The rows that a query asks for.
pub(crate) fn expected(images: &[Image], query: &Query) -> Vec<u32> {
    let rows = (0..).zip(images).filter(|(_, it)| query.nodes().iter().all(|node| it.meets(node)));
    rows.map(|(row, _)| row).collect()
}

/// The column that a term is about, if it is about one alone.
pub(crate) fn about(node: &Node) -> Option<String> {
    match &node.kind {
        NodeKind::All(parts) | NodeKind::Any(parts) => {
            let first = about(&parts[0])?;
            parts.iter().all(|it| about(it).as_ref() == Some(&first)).then_some(first)
        }
        NodeKind::Not(it) => about(it),
        NodeKind::Leaf(Leaf::Text { .. }) => None,
        NodeKind::Leaf(Leaf::Field { name, test: Test::Values { values, .. } }) => {
            match name.text.as_str() {
                "is" if values[0].text == "small" => Some("size".to_owned()),
                "is" => Some("own".to_owned()),
                "has" | "missing" if values.len() > 1 => None,
                "has" | "missing" => Some(values[0].text.clone()),
                name => Some(name.to_owned()),
            }
        }
        NodeKind::Leaf(Leaf::Field { name, .. }) => Some(name.text.clone()),
    }
}

/// A value as something that sorts; the texts of this test do as their characters do, once 9 is told from 10.
pub(crate) fn sort_value(image: &Image, column: usize) -> Option<(i64, String, String)> {
    let text = |it: &String| {
        let folded = fold(it);
        (0, folded.replace("10", "910"), format!("{:05}{it}", it.len()))
    };
    let number = |it: i64| (it, String::new(), String::new());
    match column {
        NAME => image.name.as_ref().map(text),
        SIZE => image.size.map(|it| number(it.into())),
        MADE => image.made.map(number),
        TAGS => image.tags.first().map(text),
        OWN => image.own.map(|it| number(it.into())),
        _ => None,
    }
}
