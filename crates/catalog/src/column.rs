//! Columns: values of one kind, one a row.

use crate::{
    bits::{Bits, Ones},
    dictionary::{Dictionary, MISSING},
    schema::{ColumnSpec, Kind},
};

/// A value on its way in. One of another kind than its column counts as missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// No value.
    Missing,
    /// For [`Kind::Text`].
    Text(&'a str),
    /// For [`Kind::Tags`].
    Tags(&'a [String]),
    /// For [`Kind::Number`]; a NaN counts as missing.
    Number(f64),
    /// For [`Kind::Time`].
    Time(i64),
    /// For [`Kind::Flag`].
    Flag(bool),
}

/// A value as a table holds it.
#[derive(Debug, Clone, PartialEq)]
pub enum CellRef<'a> {
    /// No value.
    Missing,
    /// A text.
    Text(&'a str),
    /// At least one text.
    Tags(Vec<&'a str>),
    /// A number.
    Number(f64),
    /// Unix seconds.
    Time(i64),
    /// Yes or no.
    Flag(bool),
}

#[derive(Debug)]
pub(crate) enum Column {
    Text { codes: Vec<u32>, dictionary: Dictionary, distinct: bool },
    Tags { ends: Vec<u32>, codes: Vec<u32>, dictionary: Dictionary },
    Number { values: Vec<f64> },
    Time { values: Vec<i64> },
    Flag { values: Vec<u8> },
}

/// Stands for a missing time; no real one is that far back.
pub(crate) const NO_TIME: i64 = i64::MIN;

/// Stands for a missing flag.
pub(crate) const NO_FLAG: u8 = 2;

impl<'a> CellRef<'a> {
    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Column {
    pub(crate) fn new(kind: Kind) -> Self {
        let dictionary = Dictionary::default();
        match kind {
            Kind::Text => Self::Text { codes: Vec::new(), dictionary, distinct: true },
            Kind::Tags => Self::Tags { ends: Vec::new(), codes: Vec::new(), dictionary },
            Kind::Number => Self::Number { values: Vec::new() },
            Kind::Time => Self::Time { values: Vec::new() },
            Kind::Flag => Self::Flag { values: Vec::new() },
        }
    }

    /// Puts a value into a row. Rows that are passed over are missing; a column takes no memory for the missing values behind its last one,
    /// and so none at all if a catalog has none of it.
    pub(crate) fn put(&mut self, row: usize, cell: Cell<'_>, spec: &ColumnSpec) {
        match (self, cell) {
            (Self::Text { codes, dictionary, distinct }, Cell::Text(text)) => {
                let code = dictionary.intern(text, spec);
                codes.resize(row, MISSING);
                codes.push(code);
                *distinct &= code as usize == row;
            }
            (Self::Tags { ends, codes, dictionary }, Cell::Tags(tags)) if !tags.is_empty() => {
                let before = u32::try_from(codes.len()).unwrap_or(u32::MAX);
                codes.extend(tags.iter().map(|tag| dictionary.intern(tag, spec)));
                ends.resize(row, before);
                ends.push(u32::try_from(codes.len()).unwrap_or(u32::MAX));
            }
            (Self::Number { values }, Cell::Number(number)) if !number.is_nan() => {
                values.resize(row, f64::NAN);
                values.push(number);
            }
            (Self::Time { values }, Cell::Time(seconds)) if seconds != NO_TIME => {
                values.resize(row, NO_TIME);
                values.push(seconds);
            }
            (Self::Flag { values }, Cell::Flag(flag)) => {
                values.resize(row, NO_FLAG);
                values.push(flag.into());
            }
            _ => {}
        }
    }

    pub(crate) fn get(&self, row: usize) -> CellRef<'_> {
        self.value(row).unwrap_or(CellRef::Missing)
    }

    fn value(&self, row: usize) -> Option<CellRef<'_>> {
        match self {
            Self::Text { codes, dictionary, .. } => {
                dictionary.text(*codes.get(row)?).map(CellRef::Text)
            }
            Self::Tags { dictionary, .. } => {
                let tags: Vec<_> =
                    self.codes(row).iter().filter_map(|it| dictionary.text(*it)).collect();
                (!tags.is_empty()).then_some(CellRef::Tags(tags))
            }
            Self::Number { values } => {
                values.get(row).filter(|it| !it.is_nan()).map(|it| CellRef::Number(*it))
            }
            Self::Time { values } => {
                values.get(row).filter(|it| **it != NO_TIME).map(|it| CellRef::Time(*it))
            }
            Self::Flag { values } => {
                values.get(row).filter(|it| **it != NO_FLAG).map(|it| CellRef::Flag(*it == 1))
            }
        }
    }

    /// The dictionary codes of a row; none for columns without texts.
    pub(crate) fn codes(&self, row: usize) -> &[u32] {
        match self {
            Self::Text { codes, .. } => codes.get(row..=row).unwrap_or_default(),
            Self::Tags { ends, codes, .. } => {
                let start =
                    row.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
                let end = ends.get(row).copied().unwrap_or(0);
                codes.get(start as usize..end as usize).unwrap_or_default()
            }
            Self::Number { .. } | Self::Time { .. } | Self::Flag { .. } => &[],
        }
    }

    /// The texts of the column, if it holds any.
    pub(crate) fn dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Text { dictionary, .. } | Self::Tags { dictionary, .. } => Some(dictionary),
            Self::Number { .. } | Self::Time { .. } | Self::Flag { .. } => None,
        }
    }

    /// The empty set of its codes.
    pub(crate) fn no_codes(&self) -> Bits {
        Bits::none(self.dictionary().map_or(0, Dictionary::len))
    }

    /// Adds the rows that have one of the codes.
    ///
    /// Rows outside of `among` and those that are there already are not looked at. Where every row has a text of its own, the codes are the rows.
    pub(crate) fn add_rows(&self, codes: &Bits, among: Option<&Bits>, rows: &mut Bits) {
        match self {
            // Most columns do not have the word that is looked for.
            _ if codes.is_empty() => {}
            Self::Text { distinct: true, .. } => rows.join(codes),
            Self::Text { codes: each, .. } => {
                rows.add_each(among, |row| each.get(row).is_some_and(|it| codes.has(*it)));
            }
            Self::Tags { .. } => {
                rows.add_each(among, |row| self.codes(row).iter().any(|it| codes.has(*it)));
            }
            Self::Number { .. } | Self::Time { .. } | Self::Flag { .. } => {}
        }
    }

    /// Adds the rows that have a value.
    pub(crate) fn add_present(&self, rows: &mut Bits) {
        match self {
            Self::Text { codes, .. } => {
                rows.add_where(&|row| codes.get(row).is_some_and(|it| *it != MISSING));
            }
            Self::Tags { .. } => rows.add_where(&|row| !self.codes(row).is_empty()),
            Self::Number { values } => {
                rows.add_where(&|row| values.get(row).is_some_and(|it| !it.is_nan()));
            }
            Self::Time { values } => {
                rows.add_where(&|row| values.get(row).is_some_and(|it| *it != NO_TIME));
            }
            Self::Flag { values } => {
                rows.add_where(&|row| values.get(row).is_some_and(|it| *it != NO_FLAG));
            }
        }
    }

    /// Whether every row has a text of its own, so that codes are rows.
    pub(crate) fn is_distinct(&self) -> bool {
        matches!(self, Self::Text { distinct: true, .. })
    }

    /// How many bytes its values take, and how many its texts.
    pub(crate) fn bytes(&self) -> (usize, usize) {
        match self {
            Self::Text { codes, dictionary, .. } => (codes.capacity() * 4, dictionary.bytes()),
            Self::Tags { ends, codes, dictionary } => {
                ((codes.capacity() + ends.capacity()) * 4, dictionary.bytes())
            }
            Self::Number { values } => (values.capacity() * 8, 0),
            Self::Time { values } => (values.capacity() * 8, 0),
            Self::Flag { values } => (values.capacity(), 0),
        }
    }
}

impl Bits {
    /// Adds the numbers that pass a test. Those that are there already need not be tested.
    pub(crate) fn add_where(&mut self, test: &dyn Fn(usize) -> bool) {
        self.add_each(None, test);
    }

    /// Adds the numbers that pass a test, and are in `among` if there is one. It is compiled for each test: for those that run with every key.
    #[inline]
    fn add_each(&mut self, among: Option<&Self>, test: impl Fn(usize) -> bool) {
        let all = Self::all(if among.is_none() { self.len() } else { 0 });
        let among = among.unwrap_or(&all);
        for ((place, word), asked) in (0..).zip(self.words_mut()).zip(among.words()) {
            let open = asked & !*word;
            let first = place * 64;
            if open == !0 {
                // A full word in a plain loop: twice as fast as going from one to one.
                let found = (0..64).fold(0, |found, it| found | u64::from(test(first + it)) << it);
                *word |= found;
            } else {
                *word |= Ones(open)
                    .fold(0, |found, it| found | u64::from(test(first + it as usize)) << it);
            }
        }
    }
}

#[cfg(test)]
mod tests;
