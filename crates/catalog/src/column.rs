//! Columns: values of one kind, one a row.

use crate::dictionary::{Dictionary, MISSING};

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
}

/// How a column is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnSpec {
    /// What it holds.
    pub kind: Kind,
}

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
}

#[derive(Debug)]
pub(crate) enum Column {
    Text { codes: Vec<u32>, dictionary: Dictionary },
    Tags { ends: Vec<usize>, codes: Vec<u32>, dictionary: Dictionary },
    Number { values: Vec<f64> },
    Time { values: Vec<i64> },
}

/// Stands for a missing time; no real one is that far back.
const NO_TIME: i64 = i64::MIN;

impl ColumnSpec {
    /// A column of that kind.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self { kind }
    }
}

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
    pub(crate) fn new(spec: ColumnSpec) -> Self {
        let dictionary = Dictionary::default();
        match spec.kind {
            Kind::Text => Self::Text { codes: Vec::new(), dictionary },
            Kind::Tags => Self::Tags { ends: Vec::new(), codes: Vec::new(), dictionary },
            Kind::Number => Self::Number { values: Vec::new() },
            Kind::Time => Self::Time { values: Vec::new() },
        }
    }

    pub(crate) fn push(&mut self, cell: Cell<'_>) {
        match self {
            Self::Text { codes, dictionary } => codes.push(match cell {
                Cell::Text(text) => dictionary.intern(text),
                _ => MISSING,
            }),
            Self::Tags { ends, codes, dictionary } => {
                if let Cell::Tags(tags) = cell {
                    codes.extend(tags.iter().map(|tag| dictionary.intern(tag)));
                }
                ends.push(codes.len());
            }
            Self::Number { values } => values.push(match cell {
                Cell::Number(number) => number,
                _ => f64::NAN,
            }),
            Self::Time { values } => values.push(match cell {
                Cell::Time(seconds) => seconds,
                _ => NO_TIME,
            }),
        }
    }

    pub(crate) fn get(&self, row: usize) -> CellRef<'_> {
        self.value(row).unwrap_or(CellRef::Missing)
    }

    fn value(&self, row: usize) -> Option<CellRef<'_>> {
        match self {
            Self::Text { codes, dictionary } => {
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
        }
    }

    /// The dictionary codes of a row; none for columns without texts.
    pub(crate) fn codes(&self, row: usize) -> &[u32] {
        match self {
            Self::Text { codes, .. } => codes.get(row..=row).unwrap_or_default(),
            Self::Tags { ends, codes, .. } => {
                let start =
                    row.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
                ends.get(row).and_then(|end| codes.get(start..*end)).unwrap_or_default()
            }
            Self::Number { .. } | Self::Time { .. } => &[],
        }
    }

    /// The texts of the column, if it holds any.
    pub(crate) fn dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Text { dictionary, .. } | Self::Tags { dictionary, .. } => Some(dictionary),
            Self::Number { .. } | Self::Time { .. } => None,
        }
    }

    /// A number that sorts as the row's value does, or nothing if it is missing. Texts go by the rank of their code;
    /// several tags by their first.
    pub(crate) fn sort_value(&self, row: usize, ranks: &[u32]) -> Option<u64> {
        match self {
            Self::Text { .. } | Self::Tags { .. } => {
                let code = *self.codes(row).first()?;
                ranks.get(code as usize).map(|rank| u64::from(*rank))
            }
            Self::Number { values } => {
                values.get(row).filter(|it| !it.is_nan()).map(|it| ordered(*it))
            }
            Self::Time { values } => values
                .get(row)
                .filter(|it| **it != NO_TIME)
                .map(|it| it.cast_unsigned() ^ (1 << 63)),
        }
    }
}

/// Bits that ascend as the numbers do: the sign bit is flipped for positive numbers, all bits for negative ones.
fn ordered(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | (1 << 63) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_another_kind_is_missing() {
        let tags = ["a".to_owned()];
        for (kind, cell, expected) in [
            (Kind::Text, Cell::Text("x"), CellRef::Text("x")),
            (Kind::Text, Cell::Number(1.0), CellRef::Missing),
            (Kind::Tags, Cell::Tags(&tags), CellRef::Tags(vec!["a"])),
            (Kind::Tags, Cell::Text("a"), CellRef::Missing),
            (Kind::Number, Cell::Number(f64::NAN), CellRef::Missing),
            (Kind::Number, Cell::Number(0.0), CellRef::Number(0.0)),
            (Kind::Time, Cell::Time(-5), CellRef::Time(-5)),
            (Kind::Time, Cell::Text("x"), CellRef::Missing),
        ] {
            let mut column = Column::new(ColumnSpec::new(kind));
            column.push(cell);
            assert_eq!(column.get(0), expected, "{kind:?} {cell:?}");
            assert_eq!(column.get(1), CellRef::Missing);
        }
    }

    #[test]
    fn numbers_keep_their_order() {
        let numbers = [f64::NEG_INFINITY, -2.5, -1.0, 0.0, 1e-9, 9.0, 10.0, f64::INFINITY];
        assert!(numbers.windows(2).all(|pair| ordered(pair[0]) < ordered(pair[1])));
        assert_eq!(ordered(-0.0), ordered(0.0));
    }
}
