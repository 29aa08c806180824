//! Conditions on rows: what a query is made of once its names are known.

use memchr::memmem::Finder;

use crate::{
    bits::Bits,
    column::{Column, NO_TIME},
    natural,
    pinyin::Needle,
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

/// A word to look for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    /// The folded text.
    pub(crate) text: String,
    /// What it reads as, if it can be pinyin.
    pub(crate) pinyin: Option<Needle>,
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
    /// The codes by column; nothing where there are none.
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

    /// Whether all rows that meet this one meet the other too.
    ///
    /// Where a word has just become long enough to be read as pinyin it may be found in more than before.
    pub(crate) fn narrows(&self, other: &Self) -> bool {
        let (Self::Word(new), Self::Word(old)) = (self, other) else { return false };
        let is_settled = old.pinyin.is_some() && old.text.len() >= Pinyin::SETTLED;
        if new.pinyin.is_none() {
            new.text.contains(&old.text)
        } else {
            is_settled && new.text.starts_with(&old.text)
        }
    }

    /// The rows below `len` that meet it. `wider` is the answer to a condition that this one narrows, for rows up to the same length.
    pub(crate) fn answer(&self, table: &Table, len: usize, wider: Option<&Answer>) -> Answer {
        let mut rows = Bits::none(len);
        match self {
            Self::Word(word) => return word.answer(table, len, wider),
            Self::Contains(place, words) => {
                if let Some(column) = table.columns.get(*place) {
                    let reading = table.schema.column(*place).map_or(Pinyin::Never, |it| it.pinyin);
                    for word in words {
                        column.add_rows(&word.codes(column, reading, None), None, &mut rows);
                    }
                }
            }
            Self::Whole(place, wanted) => {
                if let Some(column) = table.columns.get(*place) {
                    let mut codes = Bits::none(column.dictionary().map_or(0, |it| it.len()));
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
                    rows.add_where(None, |row| values.get(row).is_some_and(within));
                }
            }
            Self::Time(place, wanted) => {
                if let Some(Column::Time { values }) = table.columns.get(*place) {
                    let within =
                        |value: &i64| *value != NO_TIME && wanted.iter().any(|it| it.holds(*value));
                    rows.add_where(None, |row| values.get(row).is_some_and(within));
                }
            }
            Self::Flag(place, wanted) => {
                if let Some(Column::Flag { values }) = table.columns.get(*place) {
                    rows.add_where(None, |row| values.get(row) == Some(&u8::from(*wanted)));
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

impl Word {
    /// A word or phrase; only a word can be pinyin.
    pub(crate) fn new(folded: String, is_phrase: bool) -> Self {
        let pinyin = if is_phrase { None } else { Needle::new(&folded) };
        Self { text: folded, pinyin }
    }

    fn answer(&self, table: &Table, len: usize, wider: Option<&Answer>) -> Answer {
        let mut answer = Answer { rows: Bits::none(len), codes: Vec::new() };
        answer.codes.resize_with(table.columns.len(), || None);
        let wider_codes =
            |place: usize| wider.map(|it| it.codes.get(place).and_then(Option::as_ref));
        // Where every row has a text of its own, hits cost nothing to turn into rows, and rows that are found need not be looked at again.
        for distinct in [true, false] {
            for (place, column, spec) in
                table.each().filter(|it| it.2.searched && it.1.is_distinct() == distinct)
            {
                let codes = match wider_codes(place) {
                    Some(None) => continue,
                    Some(Some(among)) => self.codes(column, spec.pinyin, Some(among)),
                    None => self.codes(column, spec.pinyin, None),
                };
                if !codes.is_empty() {
                    column.add_rows(&codes, wider.map(|it| &it.rows), &mut answer.rows);
                    if let Some(kept) = answer.codes.get_mut(place) {
                        *kept = Some(codes);
                    }
                }
            }
        }
        answer
    }

    /// The codes of the texts that it is found in.
    fn codes(&self, column: &Column, reading: Pinyin, among: Option<&Bits>) -> Bits {
        let Some(dictionary) = column.dictionary() else { return Bits::none(0) };
        let mut codes = Bits::none(dictionary.len());
        let pinyin = self.pinyin.as_ref().filter(|_| reading.takes(self.text.len()));
        dictionary.find(&Finder::new(&self.text), pinyin, among, &mut codes);
        codes
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
        let mut codes = Bits::none(dictionary.len());
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
