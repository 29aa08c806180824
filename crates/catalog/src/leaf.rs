//! Conditions on rows: what a query is made of once its names are known.

mod word;

use word::Wider;
pub(crate) use word::Word;

use crate::{
    bits::Bits,
    column::{Column, NO_TIME},
    natural,
    schema::Pinyin,
    table::Table,
    value::Period,
};

/// A condition that a row meets or not.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Leaf {
    /// A word is somewhere in the texts that are searched.
    Word(Word),
    /// One of some words is in the texts of a column.
    Contains(usize, Vec<Word>),
    /// One of the folded texts is a text of a column, or what people call it.
    Whole(usize, Vec<String>),
    /// A number lies in one of some intervals.
    Number(usize, Vec<Interval>),
    /// A text lies in a part of the natural order.
    Order(usize, Span),
    /// A time lies in one of some periods.
    Time(usize, Vec<Period>),
    /// A flag is set, or is not.
    Flag(usize, bool),
    /// There is a value.
    Present(usize),
    /// Every row meets it.
    Always,
}

/// An interval of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Interval {
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// Whether the ends themselves belong to it.
    pub(crate) closed: (bool, bool),
}

/// A part of the natural order, by the keys of texts, each with whether the text itself belongs to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Span {
    pub(crate) from: Option<(Vec<u8>, bool)>,
    pub(crate) to: Option<(Vec<u8>, bool)>,
}

/// The rows that meet a condition, and for a word what it was found in, so that a longer word is looked for only there.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) rows: Bits,
    /// The codes by column, and maybe more; nothing where there are none.
    codes: Vec<Option<Bits>>,
}

impl Leaf {
    /// The column that it is about, if it is about one.
    pub(crate) fn column(&self) -> Option<usize> {
        match self {
            Self::Contains(column, _)
            | Self::Whole(column, _)
            | Self::Order(column, _)
            | Self::Number(column, _)
            | Self::Time(column, _)
            | Self::Flag(column, _)
            | Self::Present(column) => Some(*column),
            Self::Word(_) | Self::Always => None,
        }
    }

    /// Whether each text that contains this one contains the other too. As pinyin it may be found in more.
    pub(crate) fn narrows(&self, other: &Self) -> bool {
        let (Self::Word(new), Self::Word(old)) = (self, other) else { return false };
        new.text.contains(&old.text)
    }

    /// The rows below `len` that meet it. `wider` is a condition that this one narrows, with its answer for rows up to the same length.
    pub(crate) fn answer(
        &self,
        table: &Table,
        len: usize,
        wider: Option<(&Self, &Answer)>,
    ) -> Answer {
        let mut rows = Bits::none(len);
        match self {
            Self::Word(word) => {
                let wider = wider.and_then(|(leaf, answer)| match leaf {
                    Self::Word(old) => Some(Wider { answer, is_settled: word.is_settled(old) }),
                    _ => None,
                });
                return word.answer(table, len, wider);
            }
            Self::Contains(place, words) => {
                if let Some(column) = table.columns.get(*place) {
                    let reading = table.schema.column(*place).map_or(Pinyin::Never, |it| it.pinyin);
                    let mut codes = column.no_codes();
                    words.iter().for_each(|it| it.add_codes(column, reading, None, &mut codes));
                    column.add_rows(&codes, None, &mut rows);
                }
            }
            Self::Whole(place, wanted) => {
                if let Some(column) = table.columns.get(*place) {
                    let mut codes = column.no_codes();
                    column
                        .dictionary()
                        .into_iter()
                        .for_each(|it| it.find_whole(wanted, &mut codes));
                    column.add_rows(&codes, None, &mut rows);
                }
            }
            Self::Order(place, span) => {
                if let Some(column) = table.columns.get(*place) {
                    column.add_rows(&span.codes(column), None, &mut rows);
                }
            }
            Self::Number(place, wanted) => {
                if let Some(Column::Number { values }) = table.columns.get(*place) {
                    let within = |value: &f64| wanted.iter().any(|it| it.holds(*value));
                    rows.add_where(&|row| values.get(row).is_some_and(within));
                }
            }
            Self::Time(place, wanted) => {
                if let Some(Column::Time { values }) = table.columns.get(*place) {
                    let within =
                        |value: &i64| *value != NO_TIME && wanted.iter().any(|it| it.holds(*value));
                    rows.add_where(&|row| values.get(row).is_some_and(within));
                }
            }
            Self::Flag(place, wanted) => {
                if let Some(Column::Flag { values }) = table.columns.get(*place) {
                    rows.add_where(&|row| values.get(row) == Some(&u8::from(*wanted)));
                }
            }
            Self::Present(place) => {
                table.columns.get(*place).into_iter().for_each(|it| it.add_present(&mut rows));
            }
            Self::Always => rows.invert(),
        }
        Answer { rows, codes: Vec::new() }
    }
}

impl Interval {
    /// Exactly one number.
    pub(crate) fn only(number: f64) -> Self {
        Self { from: number, to: number, closed: (true, true) }
    }

    fn holds(&self, value: f64) -> bool {
        let above = value > self.from || (self.closed.0 && value == self.from);
        let below = value < self.to || (self.closed.1 && value == self.to);
        above && below
    }
}

impl Span {
    fn holds(&self, key: &[u8]) -> bool {
        let above = self
            .from
            .as_ref()
            .is_none_or(|(from, closed)| key > from.as_slice() || (*closed && key == from));
        let below = self
            .to
            .as_ref()
            .is_none_or(|(to, closed)| key < to.as_slice() || (*closed && key == to));
        above && below
    }

    /// The codes of the texts that lie in it.
    fn codes(&self, column: &Column) -> Bits {
        let Some(dictionary) = column.dictionary() else { return Bits::none(0) };
        let mut codes = column.no_codes();
        let mut key = Vec::new();
        for code in 0..u32::try_from(dictionary.len()).unwrap_or(u32::MAX) {
            key.clear();
            natural::key_into(dictionary.folded(code).unwrap_or_default(), &mut key);
            if self.holds(&key) {
                codes.add(code);
            }
        }
        codes
    }
}

impl Answer {
    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.rows.bytes() + self.codes.iter().flatten().map(Bits::bytes).sum::<usize>()
    }
}
