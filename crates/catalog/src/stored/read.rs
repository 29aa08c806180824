//! From bytes to a table.

use super::{Block, ORDER, VERSION, write::kind};
use crate::{
    column::{Column, NO_FLAG},
    dictionary::MISSING,
    schema::{ColumnSpec, Schema},
    table::Table,
};

/// Why bytes are no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damaged {
    /// They are of another version.
    Version(u8),
    /// They end too early.
    Short,
    /// They contradict themselves.
    Wrong,
}

/// Reads a table from bytes that come piece by piece, of any size.
#[derive(Debug)]
pub struct Reader {
    table: Table,
    /// What has come of the block that is coming.
    block: Vec<u8>,
    /// How many rows the table has in the end.
    rows: usize,
    stage: Stage,
    /// The column that blocks belong to; nothing if the table does not have it.
    column: Option<usize>,
    /// Whether dictionaries are in the order that this version sorts by.
    is_sorted: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Stage {
    Head,
    Blocks,
    End,
}

/// The kind and the length before each block.
const PREFIX: usize = 5;

/// No block is nearly as long; a length beyond it is damage and must not be waited for.
const LONGEST: usize = 1 << 28;

impl Reader {
    /// A reader into a table with these columns.
    #[must_use]
    pub fn new(schema: impl Into<Schema>) -> Self {
        let table = Table::new(schema);
        Self {
            table,
            block: Vec::new(),
            rows: 0,
            stage: Stage::Head,
            column: None,
            is_sorted: false,
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    ///
    /// What is wrong with them. The table is lost then.
    pub fn feed(&mut self, mut bytes: &[u8]) -> Result<(), Damaged> {
        loop {
            let wanted = self.wanted()?;
            let (now, later) = bytes.split_at((wanted - self.block.len()).min(bytes.len()));
            self.block.extend_from_slice(now);
            bytes = later;
            if self.block.len() < wanted {
                return Ok(());
            }
            if self.block.len() >= PREFIX && self.wanted()? == self.block.len() {
                let block = std::mem::take(&mut self.block);
                self.take(
                    *block.first().ok_or(Damaged::Wrong)?,
                    block.get(PREFIX..).unwrap_or_default(),
                )?;
                self.block = block;
                self.block.clear();
            }
        }
    }

    /// The table, once all has come.
    ///
    /// # Errors
    ///
    /// If something is missing.
    pub fn finish(mut self) -> Result<Table, Damaged> {
        if self.stage != Stage::End {
            return Err(Damaged::Short);
        }
        if self.table.raw.len() != self.rows {
            return Err(Damaged::Wrong);
        }
        for column in &mut self.table.columns {
            column.check(self.rows).ok_or(Damaged::Wrong)?;
        }
        self.table.len = u32::try_from(self.rows).map_err(|_| Damaged::Wrong)?;
        Ok(self.table)
    }

    /// How many bytes the block that is coming has, as far as that is known.
    fn wanted(&self) -> Result<usize, Damaged> {
        let len = self.block.get(1..PREFIX).map_or(0, |it| number(it) as usize);
        if len > LONGEST { Err(Damaged::Wrong) } else { Ok(PREFIX + len) }
    }

    fn take(&mut self, block: u8, bytes: &[u8]) -> Result<(), Damaged> {
        let block = Block::ALL.into_iter().find(|it| *it as u8 == block).ok_or(Damaged::Wrong)?;
        match (&self.stage, block) {
            (Stage::Head, Block::Head) => self.head(bytes),
            (Stage::Blocks, Block::Column) => self.start(bytes).ok_or(Damaged::Wrong),
            (Stage::Blocks, Block::Raw) => self.raw(bytes).ok_or(Damaged::Wrong),
            (Stage::Blocks, Block::End) => {
                self.stage = Stage::End;
                Ok(())
            }
            (Stage::Blocks, _) => self.content(block, bytes).ok_or(Damaged::Wrong),
            _ => Err(Damaged::Wrong),
        }
    }

    fn head(&mut self, bytes: &[u8]) -> Result<(), Damaged> {
        let [version, order, rows @ ..] = bytes else { return Err(Damaged::Wrong) };
        if *version != VERSION {
            return Err(Damaged::Version(*version));
        }
        self.is_sorted = *order == ORDER;
        self.rows = number(rows) as usize;
        self.stage = Stage::Blocks;
        Ok(())
    }

    fn start(&mut self, bytes: &[u8]) -> Option<()> {
        let (stored, name) = bytes.split_first()?;
        let is_it = |it: &ColumnSpec| it.name.as_bytes() == name && kind(it.kind) == *stored;
        self.column = self.table.schema.columns.iter().position(is_it);
        Some(())
    }

    fn raw(&mut self, bytes: &[u8]) -> Option<()> {
        let (count, rest) = split_number(bytes)?;
        let (ends, rest) = rest.split_at_checked(count.checked_mul(4)?)?;
        let (len, packed) = split_number(rest)?;
        self.table.raw.push_block(
            ends.as_chunks().0.iter().map(|it| u32::from_le_bytes(*it)),
            len,
            packed,
        );
        Some(())
    }

    fn content(&mut self, block: Block, bytes: &[u8]) -> Option<()> {
        let Some(place) = self.column else { return Some(()) };
        let spec = self.table.schema.columns.get(place)?;
        match (self.table.columns.get_mut(place)?, block) {
            (Column::Text { dictionary, .. } | Column::Tags { dictionary, .. }, Block::Texts) => {
                let (count, rest) = split_number(bytes)?;
                let (lens, mut texts) = rest.split_at_checked(count.checked_mul(4)?)?;
                for len in lens.as_chunks().0 {
                    let (text, later) = texts.split_at_checked(u32::from_le_bytes(*len) as usize)?;
                    dictionary.push(std::str::from_utf8(text).ok()?, spec);
                    texts = later;
                }
                if self.is_sorted {
                    dictionary.is_sorted();
                }
            }
            (Column::Text { codes, .. } | Column::Tags { codes, .. }, Block::Codes) => {
                let (width, bytes) = bytes.split_first()?;
                codes.try_reserve(bytes.len() / usize::from(*width).max(1)).ok()?;
                read_codes(*width, bytes, codes)?;
            }
            (Column::Tags { ends, .. }, Block::Counts) => {
                let mut end = ends.last().copied().unwrap_or(0);
                ends.extend(bytes.iter().map(|it| {
                    end = end.saturating_add(u32::from(*it));
                    end
                }));
            }
            (Column::Number { values }, Block::Wide) => {
                values.extend(bytes.as_chunks().0.iter().map(|it| f64::from_le_bytes(*it)));
            }
            (Column::Time { values }, Block::Wide) => {
                values.extend(bytes.as_chunks().0.iter().map(|it| i64::from_le_bytes(*it)));
            }
            (Column::Flag { values }, Block::Flags) => values.extend_from_slice(bytes),
            _ => return None,
        }
        Some(())
    }
}

impl Column {
    /// Looks at what was read: a column is not longer than the table, and its codes are those of texts.
    fn check(&mut self, rows: usize) -> Option<()> {
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

fn read_codes(width: u8, bytes: &[u8], codes: &mut Vec<u32>) -> Option<()> {
    match width {
        1 => codes
            .extend(bytes.iter().map(|it| if *it == u8::MAX { MISSING } else { u32::from(*it) })),
        2 => codes.extend(bytes.as_chunks().0.iter().map(|it| {
            let code = u16::from_le_bytes(*it);
            if code == u16::MAX { MISSING } else { u32::from(code) }
        })),
        3 => codes.extend(bytes.as_chunks().0.iter().map(|[a, b, c]| {
            let code = u32::from_le_bytes([*a, *b, *c, 0]);
            if code == 0xff_ffff { MISSING } else { code }
        })),
        4 => codes.extend(bytes.as_chunks().0.iter().map(|it| u32::from_le_bytes(*it))),
        _ => return None,
    }
    Some(())
}

/// The number at the beginning, and the rest.
fn split_number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (first, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*first) as usize, rest))
}

/// The number in four bytes; 0 if there are fewer.
fn number(bytes: &[u8]) -> u32 {
    bytes.first_chunk().map_or(0, |it| u32::from_le_bytes(*it))
}
