//! What stands in the fields that people fill in.
//!
//! `fields` says which those are, and `hostile` has the texts of attackers. They are written into
//! the finished answer, so that nothing else about it can change: what filters look for, and the
//! order that sorts make, are those of the natural texts.

mod fields;
mod hostile;
#[cfg(test)]
mod tests;

use clap::ValueEnum;
use serde_json::{Map, Value};

use self::fields::{Fields, Kind};
use crate::dice::Dice;

/// Who wrote the names, descriptions and links of the simulated data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Texts {
    /// Ordinary people: names and remarks in Chinese and English
    #[default]
    Natural,
    /// An attacker: every name, remark and link tries to run something that sets `window.__ran`
    ///
    /// Before a text stands one of many strings that attack pages, spreadsheets and shells; a link
    /// is replaced. Which one it is depends on the row and the text, so it is the same every time.
    /// Ids, totals, filters and sorts are those of the natural texts.
    Hostile,
}

impl Texts {
    /// The body of an answer to `action`, as these people would have it.
    pub(crate) fn written_into(self, body: Vec<u8>, action: &str) -> Vec<u8> {
        match (self, fields::of(action)) {
            (Self::Hostile, Some(fields)) => spoilt(body, fields),
            _ => body,
        }
    }
}

fn spoilt(body: Vec<u8>, fields: &Fields) -> Vec<u8> {
    let Ok(mut answer) = serde_json::from_slice(&body) else { return body };
    look_through(&mut answer, fields, None);
    serde_json::to_vec(&answer).unwrap_or(body)
}

/// Looks for the fields. `row` is what the row that we are in is known by.
fn look_through(value: &mut Value, fields: &Fields, row: Option<Dice>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| look_through(item, fields, row)),
        Value::Object(object) => {
            let row = row.or_else(|| row_of(object, fields));
            for (name, value) in object {
                match fields.kind(name) {
                    Some(kind) => fill(value, kind, row.unwrap_or_else(no_row)),
                    None => look_through(value, fields, row),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn row_of(object: &Map<String, Value>, fields: &Fields) -> Option<Dice> {
    let name = fields.row.iter().find_map(|name| object.get(*name)?.as_str())?;
    Some(no_row().named(name))
}

fn no_row() -> Dice {
    Dice::new(0)
}

/// Writes into a field: into each element of a list, and into the names in an object too.
fn fill(value: &mut Value, kind: Kind, row: Dice) {
    match value {
        Value::String(text) => *text = kind.instead_of(text, row),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, kind, row)),
        Value::Object(object) => {
            let renamed = std::mem::take(object).into_iter().map(|(name, mut value)| {
                fill(&mut value, kind, row);
                (kind.instead_of(&name, row), value)
            });
            *object = renamed.collect();
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl Kind {
    /// The natural text stays behind the hostile one: rows can still be told apart and be found.
    fn instead_of(self, natural: &str, row: Dice) -> String {
        let dice = row.named(natural);
        match self {
            Self::Link => dice.pick(hostile::LINKS).to_owned(),
            Self::Text if natural.is_empty() => dice.pick(hostile::TEXTS).to_owned(),
            Self::Text => format!("{} {natural}", dice.pick(hostile::TEXTS)),
        }
    }
}
