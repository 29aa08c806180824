//! From a table to bytes.

use super::{Block, ORDER, ROWS, TEXTS, VERSION};
use crate::{
    column::Column,
    dictionary::{Dictionary, MISSING},
    ranks::Ranks,
    schema::Kind,
    table::Table,
};

/// Writes a table, piece by piece.
///
/// Puts the distinct texts of each column in order for it, which takes longer than the writing.
pub fn write(table: &Table, out: &mut dyn FnMut(&[u8])) {
    let mut writer = Writer { out, block: Vec::new() };
    writer.block(Block::Head, |it| {
        it.extend([VERSION, ORDER]);
        it.extend(table.len().to_le_bytes());
    });
    for (_, column, spec) in table.each() {
        writer.block(Block::Column, |it| {
            it.push(kind(spec.kind));
            it.extend_from_slice(spec.name.as_bytes());
        });
        writer.column(column);
    }
    table.raw.each_block(&mut |ends, len, packed| {
        writer.block(Block::Raw, |it| {
            it.extend(size(ends.len()).to_le_bytes());
            it.extend(ends.iter().flat_map(|end| end.to_le_bytes()));
            it.extend(size(len).to_le_bytes());
            it.extend_from_slice(packed);
        });
    });
    writer.block(Block::End, |_| {});
}

/// The number of a kind in the file.
pub(super) fn kind(kind: Kind) -> u8 {
    match kind {
        Kind::Text => 0,
        Kind::Tags => 1,
        Kind::Number => 2,
        Kind::Time => 3,
        Kind::Flag => 4,
    }
}

struct Writer<'a> {
    out: &'a mut dyn FnMut(&[u8]),
    block: Vec<u8>,
}

impl Writer<'_> {
    fn block(&mut self, kind: Block, fill: impl FnOnce(&mut Vec<u8>)) {
        self.block.clear();
        self.block.extend([kind as u8, 0, 0, 0, 0]);
        fill(&mut self.block);
        let len = size(self.block.len() - 5).to_le_bytes();
        self.block[1..5].copy_from_slice(&len);
        (self.out)(&self.block);
    }

    fn column(&mut self, column: &Column) {
        match column {
            Column::Text { codes, dictionary, .. } => self.texts_and_codes(codes, dictionary),
            Column::Tags { ends, codes, dictionary } => {
                let starts = [0].into_iter().chain(ends.iter().copied());
                let counts: Vec<u8> = ends
                    .iter()
                    .zip(starts)
                    .map(|(end, start)| u8::try_from(end - start).unwrap_or(u8::MAX))
                    .collect();
                counts
                    .chunks(ROWS)
                    .for_each(|it| self.block(Block::Counts, |out| out.extend_from_slice(it)));
                // More than 255 tags are no row of any catalog; the rest of them would be left out.
                let kept: Vec<u32> = (0..ends.len())
                    .flat_map(|row| column.codes(row).iter().take(usize::from(u8::MAX)).copied())
                    .collect();
                debug_assert!(kept.len() <= codes.len());
                self.texts_and_codes(&kept, dictionary);
            }
            Column::Number { values } => self.wide(values.iter().map(|it| it.to_le_bytes())),
            Column::Time { values } => self.wide(values.iter().map(|it| it.to_le_bytes())),
            Column::Flag { values } => {
                values
                    .chunks(ROWS)
                    .for_each(|it| self.block(Block::Flags, |out| out.extend_from_slice(it)));
            }
        }
    }

    fn texts_and_codes(&mut self, codes: &[u32], dictionary: &Dictionary) {
        let mut ranks = Ranks::default();
        let ranks = ranks.update(dictionary);
        let rank = |code: u32| ranks.get(code as usize).copied().unwrap_or(code);
        let mut order = vec![0; dictionary.len()];
        (0..).take(dictionary.len()).for_each(|code| order[rank(code) as usize] = code);
        self.texts(
            &order.iter().map(|it| dictionary.text(*it).unwrap_or_default()).collect::<Vec<_>>(),
        );
        let width = width(dictionary.len());
        for rows in codes.chunks(ROWS) {
            self.block(Block::Codes, |out| {
                out.push(u8::try_from(width).unwrap_or(4));
                for code in rows {
                    let rank = if *code == MISSING { MISSING } else { rank(*code) };
                    out.extend_from_slice(&rank.to_le_bytes()[..width]);
                }
            });
        }
    }

    fn texts(&mut self, mut texts: &[&str]) {
        while !texts.is_empty() {
            let mut bytes = 0;
            let fitting = texts.iter().take_while(|it| {
                bytes += it.len();
                bytes <= TEXTS
            });
            let (now, later) = texts.split_at(fitting.count().max(1));
            self.block(Block::Texts, |out| {
                out.extend(size(now.len()).to_le_bytes());
                out.extend(now.iter().flat_map(|it| size(it.len()).to_le_bytes()));
                now.iter().for_each(|it| out.extend_from_slice(it.as_bytes()));
            });
            texts = later;
        }
    }

    fn wide(&mut self, values: impl Iterator<Item = [u8; 8]>) {
        let values: Vec<_> = values.collect();
        for rows in values.chunks(ROWS) {
            self.block(Block::Wide, |out| out.extend(rows.iter().flatten()));
        }
    }
}

/// How many bytes a code takes, the one for missing included.
fn width(texts: usize) -> usize {
    (1..4).find(|it| texts < (1 << (8 * it)) - 1).unwrap_or(4)
}

/// No block comes near 4 GB.
fn size(it: usize) -> u32 {
    u32::try_from(it).unwrap_or(u32::MAX)
}
