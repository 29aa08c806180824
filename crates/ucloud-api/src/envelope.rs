//! The frame that every answer comes in.

use serde_json::Value;

use crate::{Error, field, slices};

/// The names that a total goes by.
const TOTALS: &[&str] = &["TotalCount", "Total", "ProjectCount"];

/// An answer whose `RetCode` is 0, with its other fields still as text.
///
/// The rows of a list are kept as the service wrote them, so that a reader can be shown the very text.
#[derive(Debug)]
pub struct Envelope<'a> {
    fields: Vec<(&'a str, &'a str)>,
}

impl<'a> Envelope<'a> {
    /// Opens an answer. `RetCode` may be a number or digits as text.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] if the service says so, [`Error::NotAnAnswer`] for anything that has no `RetCode`.
    pub fn open(body: &'a str) -> Result<Self, Error> {
        let fields = slices::members(body.trim_start_matches('\u{feff}'))
            .ok_or_else(|| not_an_answer("it is no JSON object, or cut short"))?;
        let it = Self { fields };
        match it.int("RetCode") {
            Some(0) => Ok(it),
            Some(code) => Err(Error::Refused { code, message: it.text("Message") }),
            None => Err(not_an_answer("it has no RetCode")),
        }
    }

    /// A whole number among the fields.
    #[must_use]
    pub fn int(&self, name: &str) -> Option<i64> {
        field::int(&self.value(name)?)
    }

    /// How many rows there are in all, as the service counts.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        TOTALS.iter().find_map(|name| self.count(name))
    }

    /// A whole number of 0 or more among the fields.
    #[must_use]
    pub fn count(&self, name: &str) -> Option<u64> {
        self.int(name)?.try_into().ok()
    }

    /// The elements of the list that goes by one of these names, each as it was written: of the first that has any. `null` and an
    /// absent list are empty ones.
    ///
    /// # Errors
    ///
    /// [`Error::NotAnAnswer`] if the field is there and is no list.
    pub fn list(&self, names: &[&str]) -> Result<Vec<&'a str>, Error> {
        for raw in names.iter().filter_map(|name| self.raw(name)).filter(|raw| *raw != "null") {
            let elements =
                slices::elements(raw).ok_or_else(|| not_an_answer("its list is none"))?;
            if !elements.is_empty() {
                return Ok(elements);
            }
        }
        Ok(Vec::new())
    }

    fn text(&self, name: &str) -> String {
        match self.value(name) {
            Some(Value::String(text)) => text,
            _ => String::new(),
        }
    }

    /// Any field.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<Value> {
        serde_json::from_str(self.raw(name)?).ok()
    }

    fn raw(&self, name: &str) -> Option<&'a str> {
        slices::find(&self.fields, name)
    }
}

fn not_an_answer(reason: &str) -> Error {
    Error::NotAnAnswer { reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, expected: Result<i64, i64>) {
        let outcome = Envelope::open(body).map(|it| it.int("TotalCount").unwrap_or(-1));
        let outcome = outcome.map_err(|error| error.advice().map_or(-1, |it| it.number));
        assert_eq!(outcome, expected, "{body}");
    }

    #[test]
    fn opens_what_is_an_answer() {
        check(r#"{"RetCode":0,"TotalCount":3}"#, Ok(3));
        check(r#"{"RetCode":"0","TotalCount":"3"}"#, Ok(3));
        check(r#"{"RetCode":171,"Message":"no"}"#, Err(171));
        check(r#"{"RetCode":"172"}"#, Err(172));
        check("\u{feff}{\"RetCode\":0,\"TotalCount\":3}", Ok(3));
        check(r#"{"Ret\u0043ode":0,"TotalCount":3}"#, Ok(3));
        check("<html>502</html>", Err(-1));
        check(r#"{"RetCode":0,"#, Err(-1));
        check("[]", Err(-1));
        check("", Err(-1));
    }

    #[test]
    fn a_list_may_be_null_or_absent_but_not_a_number() {
        let open = |body| {
            Envelope::open(body).and_then(|it| it.list(&["ImageSet"]).map(|rows| rows.len()))
        };
        assert_eq!(open(r#"{"RetCode":0}"#), Ok(0));
        assert_eq!(open(r#"{"RetCode":0,"ImageSet":null}"#), Ok(0));
        assert_eq!(open(r#"{"RetCode":0,"ImageSet":[{},3]}"#), Ok(2));
        assert!(open(r#"{"RetCode":0,"ImageSet":7}"#).is_err());
    }

    #[test]
    fn the_services_own_words_are_kept() {
        let error = Envelope::open(r#"{"RetCode":230,"Message":"Params [Zone] not available"}"#)
            .unwrap_err();
        assert_eq!(error.to_string(), "refused with code 230: Params [Zone] not available");
    }
}
