//! JSON cut into its parts without reading them.
//!
//! An answer is cut into its fields and rows, and each row is then parsed by itself: so one bad row costs no other, and the very text of
//! a row is at hand. `serde_json`'s `RawValue` does the same, but brings its error texts along, which print floats, whose tables
//! alone weigh some three kilobytes on the wire.

use serde_json::Value;

/// The members of an object: their names as they are quoted, and their values. Nothing if the text is no whole object.
pub(crate) fn members(json: &str) -> Option<Vec<(&str, &str)>> {
    parts(json, '{', '}')?.into_iter().map(split).collect()
}

/// The value of a member of an object.
pub(crate) fn member<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    find(&members(json)?, name)
}

/// The value of a name among members. Names are compared as they are meant: one may be written with escapes.
pub(crate) fn find<'a>(members: &[(&'a str, &'a str)], name: &str) -> Option<&'a str> {
    let is_it = |quoted: &str| serde_json::from_str::<Value>(quoted).is_ok_and(|it| it == name);
    members.iter().find(|(quoted, _)| is_it(quoted)).map(|it| it.1)
}

/// The elements of an array. Nothing if the text is no whole array.
pub(crate) fn elements(json: &str) -> Option<Vec<&str>> {
    parts(json, '[', ']')
}

fn split(text: &str) -> Option<(&str, &str)> {
    let quoted = text.strip_prefix('"')?;
    let mut inside = Strings::within();
    let end = quoted.bytes().position(|byte| !inside.after(byte))?;
    let (name, rest) = text.split_at_checked(end + 2)?;
    Some((name, rest.trim_start().strip_prefix(':')?.trim()))
}

/// What stands between the commas that are inside these brackets and inside no others.
fn parts(json: &str, open: char, close: char) -> Option<Vec<&str>> {
    let inner = json.trim().strip_prefix(open)?.strip_suffix(close)?;
    let (mut parts, mut depth, mut start, mut strings) = (Vec::new(), 0_u32, 0, Strings::outside());
    for (place, byte) in inner.bytes().enumerate() {
        if strings.after(byte) {
            continue;
        }
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b',' if depth == 0 => {
                parts.push(inner.get(start..place)?.trim());
                start = place + 1;
            }
            _ => {}
        }
    }
    let last = inner.get(start..)?.trim();
    if !(parts.is_empty() && last.is_empty()) {
        parts.push(last);
    }
    (depth == 0 && !strings.inside && parts.iter().all(|it| !it.is_empty())).then_some(parts)
}

/// Whether a place is inside a string, byte by byte.
struct Strings {
    inside: bool,
    escaped: bool,
}

impl Strings {
    fn outside() -> Self {
        Self { inside: false, escaped: false }
    }

    fn within() -> Self {
        Self { inside: true, escaped: false }
    }

    /// Whether the text is inside a string after this byte.
    fn after(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'"' => self.inside = !self.inside,
            b'\\' => self.escaped = self.inside,
            _ => {}
        }
        self.inside
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn cuts_at_its_own_commas_only() {
        let found = members(r#" {"a": 1, "b, {\"": [1, {"c": 2}], "d":"x,y}"} "#);
        assert_eq!(
            found,
            Some(vec![("\"a\"", "1"), (r#""b, {\"""#, r#"[1, {"c": 2}]"#), ("\"d\"", "\"x,y}\"")])
        );
        assert_eq!(elements("[]"), Some(vec![]));
        assert_eq!(elements("[ {} ,[1,2],null ]"), Some(vec!["{}", "[1,2]", "null"]));
    }

    #[test]
    fn what_is_cut_short_is_nothing() {
        let whole = r#"{"RetCode":0,"ImageSet":[{"a":"}]"},{"b":[]}]}"#;
        assert!(members(whole).is_some());
        for end in 0..whole.len() {
            assert_eq!(members(&whole[..end]), None, "{}", &whole[..end]);
        }
        for text in ["[1,]", "[,]", "[1}]", "[\"]", "{}", "7"] {
            assert_eq!(elements(text), None, "{text}");
        }
        assert_eq!(members(r#"{"a"}"#), None);
        assert_eq!(members(r#"{a:1}"#), None);
    }

    proptest! {
        #[test]
        fn agrees_with_a_parser(items in prop::collection::vec((".{0,6}", ".{0,6}", any::<i32>()), 0..5)) {
            let values: Vec<Value> = items.iter().map(|(a, b, c)| json!({"x": [a, {"y": b}], "z": c})).collect();
            let text = serde_json::to_string(&values).unwrap();
            let cut: Vec<Value> = elements(&text).unwrap().into_iter().map(|it| serde_json::from_str(it).unwrap()).collect();
            prop_assert_eq!(cut, values);
        }

        #[test]
        fn no_text_makes_it_panic(text in "[{}\\[\\],:\"\\\\a镜 ]{0,24}") {
            let _ = (members(&text), elements(&text));
        }
    }
}
