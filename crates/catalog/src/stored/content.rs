//! From the blocks of a column to its values.

use super::Block;
use crate::{
    column::{Column, NO_FLAG},
    dictionary::{Dictionary, MISSING},
    schema::ColumnSpec,
};

impl Column {
    /// Takes a block of its content; nothing if that is none, or does not end where its last value does.
    pub(super) fn read(
        &mut self,
        block: Block,
        bytes: &[u8],
        spec: &ColumnSpec,
        is_sorted: bool,
    ) -> Option<()> {
        match (self, block) {
            (Self::Text { dictionary, .. } | Self::Tags { dictionary, .. }, Block::Texts) => {
                read_texts(bytes, spec, dictionary)?;
                if is_sorted {
                    dictionary.is_sorted();
                }
            }
            (Self::Text { codes, .. } | Self::Tags { codes, .. }, Block::Codes) => {
                let (width, bytes) = bytes.split_first()?;
                codes.try_reserve(bytes.len() / usize::from(*width).max(1)).ok()?;
                read_codes(*width, bytes, codes)?;
            }
            (Self::Tags { ends, .. }, Block::Counts) => {
                let mut end = ends.last().copied().unwrap_or(0);
                ends.extend(bytes.iter().map(|it| {
                    end = end.saturating_add(u32::from(*it));
                    end
                }));
            }
            (Self::Number { values }, Block::Wide) => {
                values.extend(whole(bytes)?.iter().map(|it| f64::from_le_bytes(*it)));
            }
            (Self::Time { values }, Block::Wide) => {
                values.extend(whole(bytes)?.iter().map(|it| i64::from_le_bytes(*it)));
            }
            (Self::Flag { values }, Block::Flags) => values.extend_from_slice(bytes),
            _ => return None,
        }
        Some(())
    }

    /// Looks at what was read: a column is not longer than the table, and its codes are those of texts.
    pub(super) fn check(&mut self, rows: usize) -> Option<()> {
        let len = match self {
            Self::Text { codes, dictionary, distinct } => {
                let known = u32::try_from(dictionary.len()).ok()?;
                *distinct = codes.iter().enumerate().all(|(row, code)| *code as usize == row);
                codes.shrink_to_fit();
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

fn read_codes(width: u8, bytes: &[u8], codes: &mut Vec<u32>) -> Option<()> {
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
