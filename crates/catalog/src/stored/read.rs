//! From bytes to a table.

use super::{
    Block, ORDER, VERSION,
    content::{split_number, whole},
    write::kind,
};
use crate::{
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
        let len = self.block.get(1..PREFIX).and_then(split_number).map_or(0, |it| it.0);
        if len > LONGEST { Err(Damaged::Wrong) } else { Ok(PREFIX + len) }
    }

    fn take(&mut self, block: u8, bytes: &[u8]) -> Result<(), Damaged> {
        let block = Block::ALL.into_iter().find(|it| *it as u8 == block).ok_or(Damaged::Wrong)?;
        match (&self.stage, block) {
            (Stage::Head, Block::Head) => self.head(bytes),
            (Stage::Blocks, Block::Column) => self.start(bytes).ok_or(Damaged::Wrong),
            (Stage::Blocks, Block::Raw) => self.raw(bytes).ok_or(Damaged::Wrong),
            (Stage::Blocks, Block::End) if bytes.is_empty() => {
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
        let rows = rows.try_into().map_err(|_| Damaged::Wrong)?;
        self.rows = u32::from_le_bytes(rows) as usize;
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
        let ends = whole(ends)?.iter().map(|it| u32::from_le_bytes(*it));
        self.table.raw.push_block(ends, len, packed);
        Some(())
    }

    fn content(&mut self, block: Block, bytes: &[u8]) -> Option<()> {
        let Some(place) = self.column else { return Some(()) };
        let spec = self.table.schema.columns.get(place)?;
        self.table.columns.get_mut(place)?.read(block, bytes, spec, self.rows, self.is_sorted)
    }
}
