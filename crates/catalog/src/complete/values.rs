//! Values that columns have, for completion.

use memchr::memmem::Finder;

use super::{Found, Meaning};
use crate::{
    bits::Bits,
    column::Column,
    dictionary::Dictionary,
    pinyin::Needle,
    query::quoted,
    schema::{ColumnSpec, Matching},
};

/// How many of the texts that contain what is typed are looked at: where so many do, what is typed says too little for the best of all to matter.
const LOOKED_AT: usize = 20_000;

/// In columns of at most so many distinct texts, values are looked for without being asked for.
const FEW: usize = 256;

/// What flags can be asked for, by the value that it means.
const ANSWERS: [(&str, &[&str]); 2] = [("true", &["yes", "是"]), ("false", &["no", "否"])];

/// A value that has been found, the better one first: whether it only contains what is typed, how many rows do not have it, its code.
type Hit = (bool, u32, u32);

impl Found<'_> {
    /// Values of a column; as exact ones where a value by itself would find more rows than have it.
    pub(super) fn values(&mut self, place: usize, alone: bool) {
        let (Some(column), Some(spec)) =
            (self.table.columns.get(place), self.schema().column(place))
        else {
            return;
        };
        if let Column::Flag { values } = column {
            return self.answers(place, values);
        }
        // Where every row has a text of its own, none is a better guess than another.
        if !(self.part.is_empty() && column.is_distinct()) {
            let sign = if alone { equals(spec) } else { "" };
            self.hits(place, column, spec, false, sign);
        }
    }

    /// Values of a column with few of them that begin as a word does, with the field that makes them terms.
    pub(super) fn known_values(&mut self, place: usize, spec: &ColumnSpec) {
        let Some(column) = self.table.columns.get(place) else { return };
        let known = column.dictionary().map_or(0, Dictionary::len);
        if known <= FEW && !column.is_distinct() && self.part.len() > 1 {
            let sign = [spec.name, ":", equals(spec)].concat();
            self.hits(place, column, spec, true, &sign);
        }
    }

    fn hits(
        &mut self,
        place: usize,
        column: &Column,
        spec: &ColumnSpec,
        begin: bool,
        before: &str,
    ) {
        let Some(dictionary) = column.dictionary() else { return };
        for (_, missing, code) in best(self, column, dictionary, spec, begin) {
            let Some(value) = dictionary.text(code) else { continue };
            let meaning =
                Meaning::Value { column: place, value: value.to_owned(), rows: u32::MAX - missing };
            self.add([before, &quoted(value)].concat(), meaning);
        }
    }

    fn answers(&mut self, place: usize, values: &[u8]) {
        for ((value, names), flag) in ANSWERS.into_iter().zip([1, 0]) {
            let named = names.iter().find(|it| it.starts_with(self.part));
            let named = named.or(names.first().filter(|_| value.starts_with(self.part)));
            let Some(name) = named else { continue };
            let rows = values.iter().filter(|it| **it == flag).count();
            let rows = u32::try_from(rows).unwrap_or(u32::MAX);
            let meaning = Meaning::Value { column: place, value: value.to_owned(), rows };
            self.add((*name).to_owned(), meaning);
        }
    }
}

/// The best values of a column, at most as many as are still wanted.
fn best(
    found: &Found<'_>,
    column: &Column,
    dictionary: &Dictionary,
    spec: &ColumnSpec,
    begin: bool,
) -> Vec<Hit> {
    let wanted = found.limit - found.candidates.len();
    let mut best: Vec<Hit> = Vec::new();
    if wanted == 0 {
        return best;
    }
    let hits = matching(found.part, dictionary, spec);
    if hits.is_empty() {
        return best;
    }
    let counts = counts(column, dictionary.len());
    let rows =
        |code: u32| counts.as_ref().map_or(1, |it| it.get(code as usize).copied().unwrap_or(0));
    for code in hits.iter().take(LOOKED_AT).filter(|it| dictionary.text(*it) != Some("")) {
        let missing = u32::MAX - rows(code);
        // Whether it begins so is asked only of what can still be among the best.
        if is_among(&best, wanted, &(false, missing, code)) {
            let hit = (!dictionary.begins(code, found.part), missing, code);
            if is_among(&best, wanted, &hit) && !(hit.0 && begin) {
                best.truncate(wanted - 1);
                best.insert(best.partition_point(|it| *it < hit), hit);
            }
        }
    }
    best
}

fn is_among(best: &[Hit], wanted: usize, hit: &Hit) -> bool {
    best.len() < wanted || best.last().is_some_and(|it| hit < it)
}

/// The codes of the values that contain a folded text, or read as it.
fn matching(part: &str, dictionary: &Dictionary, spec: &ColumnSpec) -> Bits {
    let mut hits = Bits::none(dictionary.len());
    let pinyin = Needle::new(part).filter(|_| spec.pinyin.takes(part.len()));
    dictionary.find(&Finder::new(part), pinyin.as_ref(), None, &mut hits);
    hits
}

/// How many rows have each text of a column; nothing where each has its own.
fn counts(column: &Column, texts: usize) -> Option<Vec<u32>> {
    if column.is_distinct() {
        return None;
    }
    let mut counts = vec![0; texts];
    let mut add = |code: &u32| counts.get_mut(*code as usize).into_iter().for_each(|it| *it += 1);
    match column {
        Column::Text { codes, .. } => codes.iter().for_each(add),
        Column::Tags { ends, .. } => (0..ends.len()).for_each(|row| {
            let codes = column.codes(row);
            // A value that a row has twice counts once.
            let before = |at: usize| codes.get(..at).unwrap_or_default();
            let firsts = codes.iter().enumerate().filter(|(at, it)| !before(*at).contains(it));
            firsts.for_each(|(_, it)| add(it));
        }),
        Column::Number { .. } | Column::Time { .. } | Column::Flag { .. } => {}
    }
    Some(counts)
}

/// The sign of an exact value where others would be looked for inside of texts.
fn equals(spec: &ColumnSpec) -> &'static str {
    if spec.matching == Matching::Contains { "=" } else { "" }
}
