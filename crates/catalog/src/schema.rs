//! What a table's columns are, and what a query can say about them.

use crate::{
    bounds::Scale,
    value::{Tense, Unit},
};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One text a row.
    Text,
    /// Several texts a row.
    Tags,
    /// A number, in whatever unit the caller means.
    Number,
    /// Unix seconds.
    Time,
    /// Yes or no.
    Flag,
}

/// What `field:value` asks of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matching {
    /// That the value is in it: for free text.
    Contains,
    /// That it is the value: for columns with few known values, where one may be a part of another.
    Whole,
}

/// Whether Chinese texts are found by how they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pinyin {
    /// They are not: for ids and addresses.
    Never,
    /// By two letters or more: for names.
    InNames,
    /// By four letters or more: in long texts shorter words would be found by chance.
    InProse,
}

/// What `is:name` stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flag {
    /// Its name.
    pub name: &'static str,
    /// The query that it is short for.
    pub query: &'static str,
}

/// How a column is laid out and searched.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnSpec {
    /// What queries call it.
    pub name: &'static str,
    /// What else they may call it.
    pub aliases: Vec<&'static str>,
    /// What it holds.
    pub kind: Kind,
    /// What `name:value` asks of its texts.
    pub matching: Matching,
    /// Whether a word of the query that names no column is looked for here.
    pub searched: bool,
    /// From how many letters on a word is also looked for as pinyin.
    pub pinyin: Pinyin,
    /// Values and what people call them: a text is found by either.
    pub names: Vec<(&'static str, &'static str)>,
    /// The units that a number may be given in. Without one it is in the column's own.
    pub units: &'static [Unit],
    /// Which way its times lie.
    pub tense: Tense,
    /// Which numbers look round in it.
    pub scale: Scale,
}

/// The columns of a table, and the short names for queries on it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schema {
    /// The columns, in their places.
    pub columns: Vec<ColumnSpec>,
    /// What `is:` knows.
    pub flags: Vec<Flag>,
}

impl ColumnSpec {
    /// A column of that kind, which words are looked for in if it holds texts.
    #[must_use]
    pub fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            aliases: Vec::new(),
            kind,
            matching: Matching::Contains,
            searched: matches!(kind, Kind::Text | Kind::Tags),
            pinyin: Pinyin::InNames,
            names: Vec::new(),
            units: &[],
            tense: Tense::Past,
            scale: Scale::Decimal,
        }
    }
}

impl Pinyin {
    /// From how many letters on, whatever the column, more letters never find more.
    pub(crate) const SETTLED: usize = 4;

    /// Whether a word of that many letters is looked for.
    pub(crate) fn takes(self, letters: usize) -> bool {
        match self {
            Self::Never => false,
            Self::InNames => letters >= 2,
            Self::InProse => letters >= Self::SETTLED,
        }
    }
}

impl Schema {
    /// The place of the column that queries call so.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        let is = |other: &&str| other.eq_ignore_ascii_case(name);
        self.columns.iter().position(|it| is(&it.name) || it.aliases.iter().any(is))
    }

    /// The column at a place.
    pub(crate) fn column(&self, place: usize) -> Option<&ColumnSpec> {
        self.columns.get(place)
    }
}

impl From<Vec<ColumnSpec>> for Schema {
    fn from(columns: Vec<ColumnSpec>) -> Self {
        Self { columns, flags: Vec::new() }
    }
}
