//! Made-up answers in files beside the page, for a host that serves files and nothing else.
//!
//! `sample/index.json` says that they are there. Each action has a file of its own, which is read when the action is first asked; in it
//! stand answers by their requests, as unsigned forms.

use std::cell::RefCell;

use serde_json::Value;
use ucloud_api::Params;

use super::{failure::Failure, transport};

/// The answers that have been read so far, by their action.
#[derive(Default)]
pub struct Sample(RefCell<Vec<(String, Value)>>);

impl Sample {
    /// The sample beside the page; nothing if there is none.
    pub async fn find() -> Option<Self> {
        let index = transport::get("sample/index.json").await.ok()?;
        is_index(&index.body).then(Self::default)
    }

    /// The answer to a request.
    pub(super) async fn answer(&self, params: Params) -> Result<String, Failure> {
        let action = params.get("Action").unwrap_or_default().to_owned();
        if self.read(&action, |_| ()).is_none() {
            let answers = fetch(&action).await?;
            // Several lists ask at once; the first answer is kept.
            if self.read(&action, |_| ()).is_none() {
                self.0.borrow_mut().push((action.clone(), answers));
            }
        }
        let form = params.into_form();
        let found =
            |file: &Value| Some(file.get("answers")?.get(form.reveal())?.as_str()?.to_owned());
        self.read(&action, found).flatten().ok_or(Failure::NotInSample)
    }

    fn read<T>(&self, action: &str, read: impl FnOnce(&Value) -> T) -> Option<T> {
        self.0.borrow().iter().find(|it| it.0 == action).map(|it| read(&it.1))
    }
}

/// The answers of an action. A file that is not there is an answer too; one that could not be had may be had later.
async fn fetch(action: &str) -> Result<Value, Failure> {
    match transport::get(&format!("sample/{action}.json")).await {
        Ok(file) => Ok(serde_json::from_str(&file.body).unwrap_or_default()),
        Err(Failure::Refused { status: 404, .. }) => Ok(Value::Null),
        Err(failure) => Err(failure),
    }
}

/// A server that answers every address with its own page has no sample.
fn is_index(body: &str) -> bool {
    let index: Value = serde_json::from_str(body).unwrap_or_default();
    let is = |name, value: Value| index.get(name) == Some(&value);
    is("format", "image-catalog-sample".into()) && is("version", 1.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_sample_of_this_version_is_one() {
        for (body, expected) in [
            (r#"{"format":"image-catalog-sample","version":1}"#, true),
            (r#"{"format":"image-catalog-sample","version":2}"#, false),
            (r#"{"version":1}"#, false),
            ("<!doctype html>", false),
            ("[]", false),
            ("", false),
        ] {
            assert_eq!(is_index(body), expected, "{body}");
        }
    }
}
