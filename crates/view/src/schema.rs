//! What the engine is told about a catalog: what queries call its columns, and what they may say about them.

use catalog::{ColumnSpec, Flag, Kind, Matching, Pinyin, Scale, Schema, Tense, Unit};

use crate::{
    column::{Column, Format, Place},
    describe::Catalog,
    regions::{REGIONS, Region},
    text::Text,
};

/// How the values of a column are counted for whoever filters by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetKind {
    /// Each value with how many rows have it.
    Values,
    /// How many rows lie in each of some bins.
    Histogram,
}

impl Catalog {
    /// The columns and the short names for queries, as the engine takes them.
    ///
    /// Of an alias that several columns have, only the first keeps it: a name leads to one column.
    #[must_use]
    pub fn schema(&self) -> Schema {
        let specs = self.columns.iter().map(|column| {
            let mut spec = column.spec();
            spec.aliases.retain(|alias| self.named(alias) == Some(column));
            spec
        });
        Schema { columns: specs.collect(), flags: self.flags.to_vec() }
    }

    /// The column that queries call so, whatever the case of the letters: a key goes before an alias.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&'static Column> {
        let is = |it: &'static str| it.eq_ignore_ascii_case(name);
        let by_key = self.columns.iter().find(|it| is(it.key));
        by_key.or_else(|| self.columns.iter().find(|it| it.aliases().any(is)))
    }

    /// What `is:` knows: the short names, and the columns that are answered with yes or no.
    pub fn flag_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let columns = self.columns.iter().filter(|it| it.kind() == Kind::Flag);
        let columns = columns.map(|it| it.key);
        let flags: &'static [Flag] = self.flags;
        let is_new = move |key: &&str| !flags.iter().any(|it| it.name == *key);
        flags.iter().map(|it| it.name).chain(columns.filter(is_new))
    }
}

impl Column {
    /// The column as the engine takes it, with all the names that people may know it by.
    #[must_use]
    pub fn spec(&self) -> ColumnSpec {
        ColumnSpec {
            aliases: self.aliases().collect(),
            matching: self.matching(),
            searched: self.is_searched(),
            pinyin: self.pinyin(),
            names: self.names(),
            units: self.units(),
            tense: if self.format == Format::Deadline { Tense::Future } else { Tense::Past },
            scale: self.scale(),
            ..ColumnSpec::new(self.key, self.kind())
        }
    }

    /// How its values are counted for whoever filters by it.
    #[must_use]
    pub fn facet(&self) -> FacetKind {
        match self.kind() {
            Kind::Text | Kind::Tags | Kind::Flag => FacetKind::Values,
            Kind::Number | Kind::Time => FacetKind::Histogram,
        }
    }

    /// What else than its key queries may call it: its field in the API, without the objects around it, and its labels. Only what the
    /// language reads as a name.
    fn aliases(&self) -> impl Iterator<Item = &'static str> + use<> {
        let field = self.api_name().rsplit('.').next().unwrap_or_default();
        let key = self.key;
        let all = [field, self.label.zh, self.label.en].into_iter();
        all.filter(move |it| is_name(it) && !it.eq_ignore_ascii_case(key))
    }

    /// What people call its values: of a region its name, of a zone that of the region it lies in. The answers of a flag are read by the language.
    fn names(&self) -> Vec<(&'static str, &'static str)> {
        match (self.format, self.place) {
            (Format::Flag, _) => Vec::new(),
            (_, Some(Place::Region)) => names(REGIONS.iter().map(|it| (it.id, it.name))),
            (_, Some(Place::Zone)) => {
                let zones = |it: &'static Region| it.zones.iter().map(|zone| (*zone, it.name));
                names(REGIONS.iter().flat_map(zones))
            }
            _ => names(self.words().iter().map(|it| (it.value, it.name))),
        }
    }

    /// Known words are told apart as a whole: `Available` is a part of `Unavailable`.
    pub(crate) fn matching(&self) -> Matching {
        match self.format {
            Format::Word(_) | Format::Flag => Matching::Whole,
            _ => Matching::Contains,
        }
    }

    /// Nobody looks for a word in the address of a picture, and each would be found by `https`.
    fn is_searched(&self) -> bool {
        let is_text = matches!(self.kind(), Kind::Text | Kind::Tags);
        is_text && !matches!(self.format, Format::Address | Format::Picture)
    }

    fn pinyin(&self) -> Pinyin {
        match self.format {
            Format::Id | Format::Address | Format::Picture => Pinyin::Never,
            Format::Prose => Pinyin::InProse,
            _ => Pinyin::InNames,
        }
    }

    /// The units that a number may be given in.
    pub(crate) fn units(&self) -> &'static [Unit] {
        match self.format {
            Format::Gigabytes => GIGABYTES,
            Format::Megabytes => MEGABYTES,
            Format::Hours => HOURS,
            Format::YuanPerHour => YUAN,
            _ => &[],
        }
    }

    fn scale(&self) -> Scale {
        match self.format {
            Format::Gigabytes | Format::Megabytes => Scale::Binary,
            Format::Count | Format::Hours => Scale::Whole,
            _ => Scale::Decimal,
        }
    }
}

const GIGABYTES: &[Unit] = &[
    unit("GB", 1.0),
    unit("G", 1.0),
    unit("MB", 1.0 / 1024.0),
    unit("M", 1.0 / 1024.0),
    unit("TB", 1024.0),
    unit("T", 1024.0),
];

/// A bare number is in GB here too, so that `size:>20` means the same in every catalog.
const MEGABYTES: &[Unit] = &[
    unit("", 1024.0),
    unit("GB", 1024.0),
    unit("G", 1024.0),
    unit("MB", 1.0),
    unit("M", 1.0),
    unit("TB", 1024.0 * 1024.0),
    unit("T", 1024.0 * 1024.0),
];

const HOURS: &[Unit] = &[unit("h", 1.0), unit("小时", 1.0), unit("d", 24.0), unit("天", 24.0)];

const YUAN: &[Unit] = &[unit("元", 1.0), unit("yuan", 1.0)];

const fn unit(name: &'static str, factor: f64) -> Unit {
    Unit { name, factor }
}

/// Values with what people call them in either language. A name that is the value itself would be kept for nothing.
fn names(words: impl Iterator<Item = (&'static str, Text)>) -> Vec<(&'static str, &'static str)> {
    let mut names = Vec::new();
    for (value, Text { en, zh }) in words {
        names.extend((!en.eq_ignore_ascii_case(value)).then_some((value, en)));
        let is_new = !zh.eq_ignore_ascii_case(value) && zh != en;
        names.extend(is_new.then_some((value, zh)));
    }
    names
}

/// Whether queries can call a column so. Labels begin with a letter; what keeps them from being names is what stands between words.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|it| it.is_alphanumeric() || it == '_')
}

#[cfg(test)]
mod tests;
