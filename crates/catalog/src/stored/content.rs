//! From the blocks of a column to its values.

use super::Block;
use crate::{
    column::{Column, NO_FLAG},
    dictionary::{Dictionary, MISSING},
    schema::ColumnSpec,
};

impl Column {
    /// Takes a block of its content; nothing if that is none, does not end where its last value does, or brings more values than there are rows.
    /// `rows` is how many rows the table will have. A list of tags may have as many tags as its rows have counted.
    pub(super) fn read(
        &mut self,
        block: Block,
        bytes: &[u8],
        spec: &ColumnSpec,
        rows: usize,
        is_sorted: bool,
    ) -> Option<()> {
        match (self, block) {
            (Self::Text { dictionary, .. } | Self::Tags { dictionary, .. }, Block::Texts) => {
                read_texts(bytes, spec, dictionary)?;
                if is_sorted {
                    dictionary.is_sorted();
                }
            }
            (Self::Text { codes, dictionary, .. }, Block::Codes) => {
                read_codes(bytes, codes, dictionary, rows)?;
            }
            (Self::Tags { ends, codes, dictionary }, Block::Codes) => {
                let all = ends.last().copied().unwrap_or(0);
                read_codes(bytes, codes, dictionary, all as usize)?;
            }
            (Self::Tags { ends, .. }, Block::Counts) => {
                make_room(ends, bytes.len(), rows)?;
                let mut end = ends.last().copied().unwrap_or(0);
                ends.extend(bytes.iter().map(|it| {
                    end = end.saturating_add(u32::from(*it));
                    end
                }));
            }
            (Self::Number { values }, Block::Wide) => {
                let numbers = whole(bytes)?;
                make_room(values, numbers.len(), rows)?;
                values.extend(numbers.iter().map(|it| f64::from_le_bytes(*it)));
            }
            (Self::Time { values }, Block::Wide) => {
                let times = whole(bytes)?;
                make_room(values, times.len(), rows)?;
                values.extend(times.iter().map(|it| i64::from_le_bytes(*it)));
            }
            (Self::Flag { values }, Block::Flags) => {
                make_room(values, bytes.len(), rows)?;
                values.extend_from_slice(bytes);
            }
            _ => return None,
        }
        Some(())
    }

    /// Looks at what was read: a column is not longer than the table, and its codes are those of texts. Room that was not needed is given back.
    pub(super) fn check(&mut self, rows: usize) -> Option<()> {
        self.trim();
        let len = match self {
            Self::Text { codes, dictionary, distinct } => {
                let known = u32::try_from(dictionary.len()).ok()?;
                *distinct = codes.iter().enumerate().all(|(row, code)| *code as usize == row);
                codes.iter().all(|it| *it < known || *it == MISSING).then_some(codes.len())?
            }
            Self::Tags { ends, codes, dictionary } => {
                let known = u32::try_from(dictionary.len()).ok()?;
                let all = ends.last().copied().unwrap_or(0) as usize == codes.len();
                (all && codes.iter().all(|it| *it < known)).then_some(ends.len())?
            }
            Self::Number { values } => values.len(),
            Self::Time { values } => values.len(),
            Self::Flag { values } => {
                values.iter().all(|it| *it <= NO_FLAG).then_some(values.len())?
            }
        };
        (len <= rows).then_some(())
    }

    /// Most of it has been read into room that was just large enough: columns that end before the table does have not.
    fn trim(&mut self) {
        match self {
            Self::Text { codes, .. } => codes.shrink_to_fit(),
            Self::Tags { ends, codes, .. } => {
                ends.shrink_to_fit();
                codes.shrink_to_fit();
            }
            Self::Number { values } => values.shrink_to_fit(),
            Self::Time { values } => values.shrink_to_fit(),
            Self::Flag { values } => values.shrink_to_fit(),
        }
    }
}

fn read_texts(bytes: &[u8], spec: &ColumnSpec, dictionary: &mut Dictionary) -> Option<()> {
    let (count, rest) = split_number(bytes)?;
    let (lens, texts) = rest.split_at_checked(count.checked_mul(4)?)?;
    let mut texts = std::str::from_utf8(texts).ok()?;
    for len in whole(lens)? {
        let (text, later) = texts.split_at_checked(u32::from_le_bytes(*len) as usize)?;
        dictionary.push(text, spec);
        texts = later;
    }
    texts.is_empty().then_some(())
}

/// Reads codes; all texts of the column stand before them, and `all` codes there are.
fn read_codes(
    bytes: &[u8],
    codes: &mut Vec<u32>,
    dictionary: &mut Dictionary,
    all: usize,
) -> Option<()> {
    let (width, bytes) = bytes.split_first()?;
    if codes.is_empty() {
        dictionary.trim();
    }
    make_room(codes, bytes.len() / usize::from(*width).max(1), all)?;
    read_packed(*width, bytes, codes)
}

fn read_packed(width: u8, bytes: &[u8], codes: &mut Vec<u32>) -> Option<()> {
    match width {
        1 => codes
            .extend(bytes.iter().map(|it| if *it == u8::MAX { MISSING } else { u32::from(*it) })),
        2 => codes.extend(whole(bytes)?.iter().map(|it| {
            let code = u16::from_le_bytes(*it);
            if code == u16::MAX { MISSING } else { u32::from(code) }
        })),
        3 => codes.extend(whole(bytes)?.iter().map(|[a, b, c]| {
            let code = u32::from_le_bytes([*a, *b, *c, 0]);
            if code == 0xff_ffff { MISSING } else { code }
        })),
        4 => codes.extend(whole(bytes)?.iter().map(|it| u32::from_le_bytes(*it))),
        _ => return None,
    }
    Some(())
}

/// Makes room for values that come, as many as there are in the end and no more: a list that grows by itself takes up to twice as much, and what it
/// leaves behind when it moves is lost to a memory that never shrinks. Nothing if there are more than that.
///
/// A damaged file may lie about `all`, so only so much of it is believed as what has come bears out; beyond that the list grows in steps.
fn make_room<T>(values: &mut Vec<T>, coming: usize, all: usize) -> Option<()> {
    let len = values.len().checked_add(coming).filter(|it| *it <= all)?;
    if len > values.capacity() {
        let believed = all.min(len.saturating_mul(CREDIT));
        values.try_reserve_exact(believed - values.len()).ok()?;
    }
    Some(())
}

/// How many times as many values as have come are believed to come: with the first block of rows, a million.
const CREDIT: usize = 16;

/// The values of one width that bytes are made of; nothing if some bytes are left.
pub(super) fn whole<const WIDTH: usize>(bytes: &[u8]) -> Option<&[[u8; WIDTH]]> {
    let (values, rest) = bytes.as_chunks();
    rest.is_empty().then_some(values)
}

/// The number at the beginning, and the rest.
pub(super) fn split_number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (first, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*first) as usize, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_believed_as_far_as_values_bear_it_out() {
        let check = |coming: usize, all: usize, room: usize| {
            let mut values = Vec::<u32>::new();
            assert_eq!(make_room(&mut values, coming, all), Some(()), "{coming} of {all}");
            assert_eq!(values.capacity(), room, "{coming} of {all}");
        };
        check(0, 0, 0);
        check(300, 300, 300);
        check(300, 301, 301);
        check(300, 1 << 24, 300 * CREDIT);
        check(300, usize::MAX, 300 * CREDIT);
        assert_eq!(make_room(&mut Vec::<u32>::new(), 300, 299), None);
        assert_eq!(make_room(&mut vec![0_u32], usize::MAX, usize::MAX), None);
    }
}
