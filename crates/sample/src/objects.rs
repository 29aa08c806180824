//! JSON objects out of a stream, one after another.

use std::io::BufRead;

use crate::Error;

/// The objects of a text: the elements of an array, or lines, or whatever stands between them that is no value.
///
/// It finds where objects end and does not read them: a file of some hundred megabytes is never in memory as a whole.
#[derive(Debug)]
pub(crate) struct Objects<R> {
    input: R,
    /// How many bytes were passed.
    offset: u64,
}

/// Where in an object a place is.
#[derive(Default)]
struct Place {
    depth: u32,
    in_string: bool,
    is_escaped: bool,
}

impl<R: BufRead> Objects<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, offset: 0 }
    }

    /// The next object; nothing if there is none any more.
    ///
    /// # Errors
    ///
    /// [`Error::NotRows`] for any other value, [`Error::CutShort`] if the text ends inside of an object.
    pub(crate) fn next(&mut self) -> Result<Option<String>, Error> {
        if !self.find()? {
            return Ok(None);
        }
        let mut object = Vec::new();
        let mut place = Place::default();
        loop {
            let bytes = self.input.fill_buf()?;
            if bytes.is_empty() {
                return Err(Error::CutShort);
            }
            let end = bytes.iter().position(|it| place.is_over_after(*it)).map(|it| it + 1);
            let taken = end.unwrap_or(bytes.len());
            object.extend_from_slice(bytes.get(..taken).unwrap_or_default());
            self.pass(taken);
            if end.is_some() {
                return String::from_utf8(object).map(Some).map_err(Error::NotText);
            }
        }
    }

    /// Goes to the beginning of the next object.
    fn find(&mut self) -> Result<bool, Error> {
        loop {
            let bytes = self.input.fill_buf()?;
            if bytes.is_empty() {
                return Ok(false);
            }
            let first = bytes.iter().enumerate().find(|it| !is_between(*it.1));
            let first = first.map(|(place, byte)| (place, *byte));
            let passed = first.map_or(bytes.len(), |it| it.0);
            self.pass(passed);
            match first {
                Some((_, b'{')) => return Ok(true),
                Some(_) => return Err(Error::NotRows { offset: self.offset }),
                None => {}
            }
        }
    }

    fn pass(&mut self, bytes: usize) {
        self.input.consume(bytes);
        self.offset += bytes as u64;
    }
}

impl Place {
    /// Whether the object is over after this byte of it.
    fn is_over_after(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.is_escaped => self.is_escaped = false,
            b'\\' => self.is_escaped = self.in_string,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' => self.depth += 1,
            b'}' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.depth == 0
    }
}

/// Whether a byte may stand between objects: white space, what makes them an array, and a byte order mark.
fn is_between(byte: u8) -> bool {
    byte.is_ascii_whitespace() || b"[,]\xef\xbb\xbf".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The objects of a text, read in pieces of a few bytes, and whether it ends well.
    fn objects(text: &str) -> (Vec<String>, bool) {
        let mut objects = Objects::new(std::io::BufReader::with_capacity(3, text.as_bytes()));
        let mut found = Vec::new();
        loop {
            match objects.next() {
                Ok(Some(object)) => found.push(object),
                Ok(None) => return (found, true),
                Err(_) => return (found, false),
            }
        }
    }

    #[test]
    fn objects_are_found_in_arrays_and_lines() {
        for (text, expected, is_well) in [
            ("", vec![], true),
            ("[]", vec![], true),
            (r#"[{"a":1},{"b":{}}]"#, vec![r#"{"a":1}"#, r#"{"b":{}}"#], true),
            ("{\"a\":1}\n{\"b\":2}\n", vec![r#"{"a":1}"#, r#"{"b":2}"#], true),
            ("\u{feff}[ {} ]", vec!["{}"], true),
            (r#"[{"a":"}\"]\\"},{}]"#, vec![r#"{"a":"}\"]\\"}"#, "{}"], true),
            (r#"[{"镜像":"{"}]"#, vec![r#"{"镜像":"{"}"#], true),
            (r#"[{"a":1},7]"#, vec![r#"{"a":1}"#], false),
            (r#"[{"a":1},{"b""#, vec![r#"{"a":1}"#], false),
            ("<html>", vec![], false),
        ] {
            assert_eq!(
                objects(text),
                (expected.into_iter().map(str::to_owned).collect(), is_well),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_row_is_told_by_its_place() {
        let mut objects = Objects::new(&b"[{}, null]"[..]);
        assert_eq!(objects.next().unwrap().as_deref(), Some("{}"));
        let error = objects.next().unwrap_err();
        assert!(matches!(error, Error::NotRows { offset: 5 }), "{error}");
    }
}
