//! What may be written next, in words.

use catalog::{Candidate, Meaning, Typing};
use view::{Catalog, Lang, grouped, named};

use crate::words;

/// A candidate as it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offer {
    /// What it is, for people.
    pub(super) label: String,
    /// What it is in queries, or which column it belongs to.
    pub(super) note: String,
    /// How many rows have it, as `1,234`; empty where that is not what it is about.
    pub(super) count: String,
}

impl Offer {
    /// The offer of a candidate.
    pub(super) fn of(candidate: &Candidate, typing: Typing, catalog: &Catalog, lang: Lang) -> Self {
        let written = || candidate.text.clone();
        let plain = |label: String, note: String| Self { label, note, count: String::new() };
        match &candidate.meaning {
            // An example of a number or a time: it says how such values are written.
            Meaning::Column(_) if matches!(typing, Typing::Value(_)) => {
                plain(written(), words::EXAMPLE.get(lang).to_owned())
            }
            Meaning::Column(place) => {
                let column = catalog.columns.get(*place);
                plain(column.map_or_else(written, |it| it.label.get(lang).to_owned()), written())
            }
            Meaning::Word(word) => plain(words::of_field(word).get(lang).to_owned(), written()),
            Meaning::Flag(name) => {
                let flag = catalog.flags.iter().find(|it| it.name == *name);
                plain(
                    written(),
                    flag.map(|it| words::short_for(it.query, lang)).unwrap_or_default(),
                )
            }
            Meaning::Value { column, value, rows } => {
                let column = catalog.columns.get(*column);
                // Behind its field nobody need be told which it belongs to.
                let of = column.filter(|_| typing == Typing::Word);
                Self {
                    label: column.map_or_else(|| value.clone(), |it| named(value, it, lang)),
                    note: of.map(|it| it.label.get(lang).to_owned()).unwrap_or_default(),
                    count: grouped(u64::from(*rows)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_are_in_the_reader_s_language() {
        let catalog = view::catalogs::first();
        let place = |key| catalog.place(key).unwrap();
        let check = |text: &str, meaning: Meaning, typing, expected: [&str; 3]| {
            let candidate = Candidate { text: text.to_owned(), meaning };
            for (lang, halves) in [Lang::En, Lang::Zh].into_iter().zip(0..) {
                let offer = Offer::of(&candidate, typing, catalog, lang);
                let said = [offer.label, offer.note, offer.count];
                let half = expected.map(|it| it.split('|').nth(halves).unwrap_or(it).to_owned());
                assert_eq!(said, half, "{text}");
            }
        };
        let value = |key, value: &str| Meaning::Value {
            column: place(key),
            value: value.to_owned(),
            rows: 1234,
        };
        check("size:", Meaning::Column(place("size")), Typing::Word, ["Size|大小", "size:", ""]);
        check("size", Meaning::Column(place("size")), Typing::Name, ["Size|大小", "size", ""]);
        let of_size = Typing::Value(place("size"));
        check(">20GB", Meaning::Column(place("size")), of_size, [">20GB", "example|示例", ""]);
        let has = ["has a value|有值", "has:", ""];
        check("has:", Meaning::Word("has"), Typing::Word, has);
        let of_type = Typing::Value(place("type"));
        check("Base", value("type", "Base"), of_type, ["Standard|标准镜像", "", "1,234"]);
        let base = ["Standard|标准镜像", "Type|类型", "1,234"];
        check("type:Base", value("type", "Base"), Typing::Word, base);
        let own = ["own", "short for type:Custom|即 type:Custom", ""];
        check("own", Meaning::Flag("own"), Typing::Flag, own);
    }
}
