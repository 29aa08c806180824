//! Texts and lists.

use std::borrow::Cow;

use serde_json::Value;

use super::{Field, FieldValue, Show, Unreadable, int};

/// Text; an empty one counts as missing.
pub(crate) type Text = Option<String>;
/// Several texts.
pub(crate) type List = Vec<String>;

/// Labels. The service may join several in one text, so commas and semicolons of either width cut them apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels(pub Vec<String>);

/// Small objects, each as one text: its values in the order of their names, joined by spaces, such as `8888 Jupyter`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Objects(pub Vec<String>);

/// The elements of a list, to be read as rows of their own.
#[derive(Debug, Default)]
pub(crate) struct Elements(pub(crate) Vec<Value>);

impl Field for Text {
    fn read(value: Value) -> Result<Self, Unreadable> {
        match value {
            Value::String(text) => Ok(Some(text).filter(|it| !it.is_empty())),
            Value::Bool(flag) => Ok(Some(flag.to_string())),
            // Ids may come as numbers; nothing that is text has a fraction.
            other => {
                int(&other).map(|it| Some(it.to_string())).ok_or(Unreadable { expected: "text" })
            }
        }
    }
}

impl Show for Text {
    fn show(&self) -> FieldValue<'_> {
        self.as_deref().map_or(FieldValue::Missing, FieldValue::Text)
    }
}

impl Field for List {
    fn read(value: Value) -> Result<Self, Unreadable> {
        let Value::Array(items) = value else {
            return Ok(Text::read(value).map_err(|_| LIST)?.into_iter().collect());
        };
        let texts: Result<Vec<Text>, Unreadable> = items.into_iter().map(Text::read).collect();
        Ok(texts.map_err(|_| LIST)?.into_iter().flatten().collect())
    }
}

impl Show for List {
    fn show(&self) -> FieldValue<'_> {
        if self.is_empty() { FieldValue::Missing } else { FieldValue::List(Cow::Borrowed(self)) }
    }
}

const LIST: Unreadable = Unreadable { expected: "a list of texts" };

impl Field for Labels {
    fn read(value: Value) -> Result<Self, Unreadable> {
        let joined = List::read(value)?;
        let parts = joined.iter().flat_map(|it| it.split(['，', ',', '；', ';', '、']));
        let labels = parts.map(str::trim).filter(|it| !it.is_empty());
        Ok(Self(labels.map(str::to_owned).collect()))
    }
}

impl Show for Labels {
    fn show(&self) -> FieldValue<'_> {
        self.0.show()
    }
}

impl Field for Objects {
    fn read(value: Value) -> Result<Self, Unreadable> {
        let rows = Elements::read(value)?.0;
        let texts = rows.into_iter().map(|row| match row {
            Value::Object(fields) => List::read(fields.into_iter().map(|it| it.1).collect()),
            other => List::read(other),
        });
        let texts: Result<Vec<_>, _> = texts.map(|it| it.map(|parts| parts.join(" "))).collect();
        texts.map(Self)
    }
}

impl Show for Objects {
    fn show(&self) -> FieldValue<'_> {
        self.0.show()
    }
}

impl Field for Elements {
    fn read(value: Value) -> Result<Self, Unreadable> {
        match value {
            Value::Array(items) => Ok(Self(items)),
            _ => Err(Unreadable { expected: "a list" }),
        }
    }
}

impl Show for Elements {
    fn show(&self) -> FieldValue<'_> {
        FieldValue::Missing
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn texts(of: &[&str]) -> Vec<String> {
        of.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn lists_are_read_leniently() {
        assert_eq!(List::read(json!(["GPU", "", "IPv6"])), Ok(texts(&["GPU", "IPv6"])));
        assert_eq!(List::read(json!("GPU")), Ok(texts(&["GPU"])));
        assert_eq!(List::read(json!([22, 8888])), Ok(texts(&["22", "8888"])));
        assert_eq!(List::read(json!(["GPU", null, "IPv6"])), Err(LIST));
        assert_eq!(Text::read(json!(7)), Ok(Some("7".into())));
        assert!(Text::read(json!({})).is_err());
    }

    #[test]
    fn surprise_18_joined_labels_are_cut_apart() {
        let expected = Labels(texts(&["AI绘画", "数字人", "ComfyUI"]));
        for value in [
            json!(["AI绘画", "数字人", "ComfyUI"]),
            json!(["AI绘画，数字人", "ComfyUI"]),
            json!(["AI绘画,数字人; ComfyUI"]),
            json!("AI绘画；数字人、ComfyUI,"),
        ] {
            assert_eq!(Labels::read(value.clone()), Ok(expected.clone()), "{value}");
        }
    }

    #[test]
    fn small_objects_become_one_text_each() {
        let ports = json!([{"Software": "Jupyter", "Port": 8888}, 22]);
        assert_eq!(Objects::read(ports), Ok(Objects(texts(&["8888 Jupyter", "22"]))));
        assert!(Objects::read(json!([{"Port": {}}])).is_err());
    }
}
