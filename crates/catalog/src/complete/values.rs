//! Values that columns have, for completion.

use super::{Found, Meaning};
use crate::{
    bits::Bits,
    column::Column,
    dictionary::Dictionary,
    facet::Counts,
    query::quoted,
    reserved::ANSWERS,
    schema::{ColumnSpec, Kind, Matching},
};

/// How many of the texts that contain what is typed are looked at: where so many do, what is typed says too little for the best of all to matter.
const LOOKED_AT: usize = 20_000;

/// In columns of at most so many distinct texts, values are looked for without being asked for.
const FEW: usize = 256;

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
        if spec.kind == Kind::Flag {
            return self.answers(place, column);
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

    fn answers(&mut self, place: usize, column: &Column) {
        let counts = Counts::of(column, &self.rows);
        for it in &ANSWERS {
            let typed = it.words.iter().find(|word| word.starts_with(self.part));
            // In the letters that are typed; one way to write it in each of them is enough.
            let word = typed.filter(|word| !word.is_ascii()).or(typed.and(it.words.first()));
            let Some(word) = word else { continue };
            let (value, rows) = (it.value.to_owned(), counts.of_code(it.means.into()));
            self.add((*word).to_owned(), Meaning::Value { column: place, value, rows });
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
    let hits = matching(found, dictionary, spec);
    if hits.is_empty() {
        return best;
    }
    // Where every row has a text of its own there is nothing to count.
    let counts = (!column.is_distinct()).then(|| Counts::of(column, &found.rows));
    let rows = |code: u32| {
        counts.as_ref().map_or_else(|| found.rows.has(code).into(), |it| it.of_code(code))
    };
    for code in hits.iter().take(LOOKED_AT).filter(|it| dictionary.text(*it) != Some("")) {
        let missing = u32::MAX - rows(code);
        // Whether it begins so is asked only of what can still be among the best, and what no row has yet is no value.
        if missing < u32::MAX && is_among(&best, wanted, &(false, missing, code)) {
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

/// The codes of the values that contain what is typed, or read as it.
fn matching(found: &Found<'_>, dictionary: &Dictionary, spec: &ColumnSpec) -> Bits {
    let mut hits = Bits::none(dictionary.len());
    let pinyin = found.pinyin.as_ref().filter(|_| spec.pinyin.takes(found.part.len()));
    dictionary.find(&found.finder, pinyin, None, &mut hits);
    hits
}

/// The sign of an exact value where others would be looked for inside of texts.
fn equals(spec: &ColumnSpec) -> &'static str {
    if spec.matching == Matching::Contains { "=" } else { "" }
}
