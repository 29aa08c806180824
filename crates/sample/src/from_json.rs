//! Rows from JSON, read as the page reads answers.

use std::io::BufRead;

use serde_json::Value;
use view::{Catalog, Rows, Source, Target};

use crate::{Error, objects::Objects};

/// Rows without their answer get this one, in parts of so many bytes. Every list of rows goes by this name, or by this one among others.
const HEAD: &str = r#"{"RetCode":0,"ImageSet":["#;
const TAIL: &str = "]}";
const PART: usize = 1 << 20;

/// What was read.
#[derive(Debug)]
pub struct Taken {
    /// The rows.
    pub rows: Rows,
    /// How many rows were there already.
    pub repeated: u64,
    /// How many rows and values could not be read.
    pub problems: u64,
}

/// Reads rows as the API returns them: an array of them, one after another, or whole answers. `place` has the parameters that they were
/// asked with, which answers do not carry; a row that has such a member all the same keeps its own.
///
/// # Errors
///
/// [`Error::NotRows`] and [`Error::CutShort`] for what is no JSON of rows, [`Error::Unreadable`] for an answer that is a refusal.
pub fn from_json(
    catalog: &'static Catalog,
    place: &Target,
    input: impl BufRead,
) -> Result<Taken, Error> {
    let mut reading = Reading::new(catalog, place);
    let mut objects = Objects::new(input);
    while let Some(object) = objects.next()? {
        if is_answer(&object) {
            reading.flush()?;
            reading.append(place, &object)?;
        } else {
            reading.row(&object)?;
        }
    }
    reading.flush()?;
    Ok(reading.taken)
}

/// Rows on their way into a table.
struct Reading<'a> {
    taken: Taken,
    /// The parameters that rows were asked with.
    place: &'a Target,
    /// Their names.
    stamps: Vec<&'static str>,
    /// The rows that wait to be read together, and what they were asked with.
    body: String,
    target: Target,
}

impl<'a> Reading<'a> {
    fn new(catalog: &'static Catalog, place: &'a Target) -> Self {
        let stamps = catalog.columns.iter().filter_map(|it| match it.source {
            Source::Request(parameter) => Some(parameter),
            Source::Answer(_) | Source::Part(..) => None,
        });
        let taken = Taken { rows: Rows::new(catalog), repeated: 0, problems: 0 };
        let (body, target) = (HEAD.to_owned(), Target::default());
        Self { taken, place, stamps: stamps.collect(), body, target }
    }

    fn row(&mut self, row: &str) -> Result<(), Error> {
        let target = self.target_of(row);
        if target != self.target || self.body.len() > PART {
            self.flush()?;
            self.target = target;
        }
        if self.body.len() > HEAD.len() {
            self.body.push(',');
        }
        self.body.push_str(row);
        Ok(())
    }

    /// What a row was asked with, by its own word or else by that of all.
    fn target_of(&self, row: &str) -> Target {
        self.stamps.iter().fold(Target::default(), |target, stamp| {
            match text(row, stamp).or_else(|| self.place.owned(stamp)) {
                Some(value) => target.with(stamp, &value),
                None => target,
            }
        })
    }

    fn flush(&mut self) -> Result<(), Error> {
        if self.body.len() == HEAD.len() {
            return Ok(());
        }
        let mut body = std::mem::take(&mut self.body);
        body.push_str(TAIL);
        let target = std::mem::take(&mut self.target);
        self.append(&target, &body)?;
        body.truncate(HEAD.len());
        (self.body, self.target) = (body, target);
        Ok(())
    }

    fn append(&mut self, target: &Target, body: &str) -> Result<(), Error> {
        let append = self.taken.rows.catalog().append;
        let received = append(&mut self.taken.rows, target, body)?;
        self.taken.repeated += received.repeated;
        self.taken.problems += received.problems.len() as u64;
        Ok(())
    }
}

fn is_answer(object: &str) -> bool {
    member(object, "RetCode").is_some()
}

fn text(object: &str, name: &str) -> Option<String> {
    member(object, name)?.as_str().map(str::to_owned)
}

/// A member of an object, which is read only if the name stands in it at all.
fn member(object: &str, name: &str) -> Option<Value> {
    let is_named = object.contains(&format!("\"{name}\""));
    let object: Value = is_named.then(|| serde_json::from_str(object).ok()).flatten()?;
    object.get(name).cloned()
}

#[cfg(test)]
mod tests {
    use view::catalogs::CATALOGS;

    use super::*;

    /// The keys of the rows that are read, and how many were there already.
    fn check(json: &str, expected: &[&str], repeated: u64) {
        let place = Target::default().with("Region", "hk");
        let taken = from_json(CATALOGS[0], &place, json.as_bytes()).unwrap();
        let rows = taken.rows.table().rows();
        assert_eq!(rows.map(|it| taken.rows.key(it)).collect::<Vec<_>>(), expected, "{json}");
        assert_eq!(taken.repeated, repeated, "{json}");
    }

    #[test]
    fn rows_and_answers_are_read() {
        check("[]", &[], 0);
        check(r#"[{"ImageId":"a"},{"ImageId":"b"},{"ImageId":"a"}]"#, &["hk/a", "hk/b"], 1);
        check("{\"ImageId\":\"a\"}\n{\"ImageId\":\"b\"}", &["hk/a", "hk/b"], 0);
        check(r#"[{"ImageId":"a","Region":"sg"},{"ImageId":"a"}]"#, &["sg/a", "hk/a"], 0);
        check(r#"{"RetCode":0,"ImageSet":[{"ImageId":"a"}]}"#, &["hk/a"], 0);
        let both =
            r#"[{"ImageId":"a"},{"RetCode":0,"ImageSet":[{"ImageId":"b"}]},{"ImageId":"c"}]"#;
        check(both, &["hk/a", "hk/b", "hk/c"], 0);
    }

    #[test]
    fn parts_make_one_list() {
        let rows: Vec<_> =
            (0..5000).map(|it| format!(r#"{{"ImageId":"{it}{}"}}"#, "-".repeat(500))).collect();
        let json = format!("[{}]", rows.join(","));
        let taken = from_json(CATALOGS[0], &Target::default(), json.as_bytes()).unwrap();
        assert_eq!(taken.rows.table().len(), 5000);
        assert_eq!(taken.rows.table().raw(catalog::RowId(4321)), rows[4321]);
    }

    #[test]
    fn every_catalog_has_its_rows_in_a_list_of_that_name() {
        for catalog in CATALOGS {
            let body = format!(r"{HEAD}{{}}{TAIL}");
            let received = (catalog.append)(&mut Rows::new(catalog), &Target::default(), &body);
            assert_eq!(received.unwrap().elements, 1, "{catalog:?}");
        }
    }

    #[test]
    fn a_refusal_is_none() {
        let refusal = br#"{"RetCode":171,"Message":"no"}"#;
        let error = from_json(CATALOGS[0], &Target::default(), &refusal[..]).unwrap_err();
        assert!(matches!(error, Error::Unreadable(_)), "{error}");
    }
}
