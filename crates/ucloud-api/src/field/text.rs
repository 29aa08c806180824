//! Texts and lists.

use std::borrow::Cow;

use serde_json::Value;

use super::{Field, FieldValue, Show, Unreadable, digits, each};

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
            // Ids and versions may come as numbers.
            other => digits(&other).map(Some).ok_or(Unreadable { expected: "text" }),
        }
    }
}

impl Show for Text {
    fn show(&self) -> FieldValue<'_> {
        self.as_deref().map_or(FieldValue::Missing, FieldValue::Text)
    }
}

/// A list may come as the one text that is in it.
impl Field for List {
    fn read(value: Value) -> Result<Self, Unreadable> {
        let mut whole = Ok(());
        let list = Self::take(value, &mut |expected| whole = Err(Unreadable { expected }));
        whole.map(|()| list)
    }

    fn take(value: Value, note: &mut dyn FnMut(&'static str)) -> Self {
        let items = if value.is_array() { value } else { Value::Array(vec![value]) };
        let texts = each(items, LIST, note, |it| Text::read(it).ok());
        texts.into_iter().flatten().collect()
    }
}

impl Show for List {
    fn show(&self) -> FieldValue<'_> {
        if self.is_empty() { FieldValue::Missing } else { FieldValue::List(Cow::Borrowed(self)) }
    }
}

const LIST: &str = "a list of texts";

impl Field for Labels {
    fn read(value: Value) -> Result<Self, Unreadable> {
        List::read(value).map(Self::cut)
    }

    fn take(value: Value, note: &mut dyn FnMut(&'static str)) -> Self {
        Self::cut(List::take(value, note))
    }
}

impl Labels {
    #[expect(clippy::needless_pass_by_value, reason = "it is what reading gives")]
    fn cut(joined: List) -> Self {
        let parts = joined.iter().flat_map(|it| it.split(['，', ',', '；', ';', '、']));
        let labels = parts.map(str::trim).filter(|it| !it.is_empty());
        Self(labels.map(str::to_owned).collect())
    }
}

impl Show for Labels {
    fn show(&self) -> FieldValue<'_> {
        self.0.show()
    }
}

impl Field for Objects {
    fn read(value: Value) -> Result<Self, Unreadable> {
        let mut whole = Ok(());
        let it = Self::take(value, &mut |expected| whole = Err(Unreadable { expected }));
        whole.map(|()| it)
    }

    fn take(value: Value, note: &mut dyn FnMut(&'static str)) -> Self {
        Self(each(value, "a list of small objects", note, joined))
    }
}

/// The values of an object in the order of their names, which is not that of the text: a setting of the JSON reader decides about that.
fn joined(row: Value) -> Option<String> {
    let parts = match row {
        Value::Object(fields) => {
            let mut ordered: Vec<(String, Value)> = Vec::with_capacity(fields.len());
            for (name, value) in fields.into_iter().filter(|it| !it.1.is_null()) {
                let place = ordered.partition_point(|it| it.0 < name);
                ordered.insert(place, (name, value));
            }
            List::read(ordered.into_iter().map(|it| it.1).collect())
        }
        other => List::read(other),
    };
    parts.ok().map(|it| it.join(" "))
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
        assert_eq!(List::read(json!(["GPU", null, "IPv6"])), Ok(texts(&["GPU", "IPv6"])));
        assert_eq!(List::read(json!({})), Err(Unreadable { expected: LIST }));
        assert_eq!(Text::read(json!(7)), Ok(Some("7".into())));
        assert_eq!(Text::read(json!(12.4)), Ok(Some("12.4".into())));
        assert_eq!(Text::read(json!(2.0)), Ok(Some("2.0".into())));
        assert!(Text::read(json!({})).is_err());
    }

    #[test]
    fn a_bad_element_is_noted_and_costs_no_other() {
        let mut notes = Vec::new();
        let list = List::take(json!(["GPU", {}, 7, []]), &mut |it| notes.push(it));
        assert_eq!((list, notes), (texts(&["GPU", "7"]), vec![LIST]));
        let mut notes = Vec::new();
        let ports = json!([{"Software": "Jupyter", "Port": null}, {"Port": {}}]);
        assert_eq!(Objects::take(ports, &mut |it| notes.push(it)).0, ["Jupyter"]);
        assert_eq!(notes.len(), 1);
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
