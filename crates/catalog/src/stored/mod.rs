//! A table as bytes, and back.
//!
//! The form is columnar, as the table is, so that reading it back costs a copy and not a parse: a column's distinct texts in natural
//! order, so that their codes are their ranks; then a code a row in as few bytes as it needs; numbers and times as they are; source texts packed. It
//! stands in blocks of some hundred kilobytes, each with its kind and length before it, so that a reader holds no more than one of them besides
//! the table. It is not compressed: whoever stores it knows how.
//!
//! Columns go by name. A file made for other columns can therefore be read: what the table does not have is passed over, what the
//! file does not have is missing.
//!
//! Integers are little-endian. A block is a kind (1 byte), a length (4 bytes), and as many bytes. The first is a head, the last an end;
//! each column has one that names it before its content, source texts are blocks of their own.

mod content;
mod read;
mod write;

pub use read::{Damaged, Reader};
pub use write::write;

/// The version of the form. A reader refuses others: what it could say of them would be a guess.
const VERSION: u8 = 1;

/// The version of the natural order that dictionaries are stored in. A reader that orders otherwise sorts them anew.
const ORDER: u8 = 2;

/// How many rows a block of codes or numbers holds.
const ROWS: usize = 1 << 16;

/// After how many bytes a block of texts ends.
const TEXTS: usize = 1 << 18;

/// What a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Block {
    /// The version, the version of the order, and how many rows there are (4 bytes).
    Head = 1,
    /// The kind of a column (1 byte) and its name. What follows belongs to it.
    Column = 2,
    /// How many texts (4 bytes), the length of each (4 bytes), and the texts.
    Texts = 3,
    /// The width of a code in bytes (1 byte), and a code a row; all bits set if there is none.
    Codes = 4,
    /// How many tags (1 byte) for each row.
    Counts = 5,
    /// 8 bytes a row: numbers, or times.
    Wide = 6,
    /// A byte a row: no, yes, missing.
    Flags = 7,
    /// How many source texts (4 bytes), where each ends (4 bytes), how long they are unpacked (4 bytes), and LZ4.
    Raw = 8,
    /// Nothing.
    End = 9,
}

impl Block {
    const ALL: [Self; 9] = [
        Self::Head,
        Self::Column,
        Self::Texts,
        Self::Codes,
        Self::Counts,
        Self::Wide,
        Self::Flags,
        Self::Raw,
        Self::End,
    ];
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Bits, Cell, ColumnSpec, Direction, Kind, RowId, SortKey, Sorter, Table};

    const KINDS: [(&str, Kind); 5] = [
        ("name", Kind::Text),
        ("tags", Kind::Tags),
        ("size", Kind::Number),
        ("made", Kind::Time),
        ("own", Kind::Flag),
    ];

    fn columns(kinds: &[(&'static str, Kind)]) -> Vec<ColumnSpec> {
        kinds.iter().map(|(name, kind)| ColumnSpec::new(name, *kind)).collect()
    }

    fn bytes(table: &Table) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(table, &mut |it| bytes.extend_from_slice(it));
        bytes
    }

    fn read(bytes: &[u8], step: usize, kinds: &[(&'static str, Kind)]) -> Result<Table, Damaged> {
        let mut reader = Reader::new(columns(kinds));
        bytes.chunks(step.max(1)).try_for_each(|it| reader.feed(it))?;
        reader.finish()
    }

    type Row = (Option<String>, Vec<String>, Option<i32>, Option<i64>, Option<bool>);

    fn table(rows: &[Row]) -> Table {
        let mut table = Table::new(columns(&KINDS));
        for (name, tags, size, made, own) in rows {
            let cells = [
                name.as_deref().map_or(Cell::Missing, Cell::Text),
                Cell::Tags(tags),
                size.map_or(Cell::Missing, |it| Cell::Number(it.into())),
                made.map_or(Cell::Missing, Cell::Time),
                own.map_or(Cell::Missing, Cell::Flag),
            ];
            table.push(&cells, &format!("{name:?}{size:?}"));
        }
        table
    }

    fn row() -> impl Strategy<Value = Row> {
        let text = || "[a-cA-C0-2镜像 \n]{0,4}";
        (
            prop::option::of(text()),
            prop::collection::vec(text(), 0..3),
            prop::option::of(any::<i32>()),
            prop::option::of(any::<i64>()),
            any::<Option<bool>>(),
        )
    }

    proptest! {
        #[test]
        fn comes_back_as_it_was(rows in prop::collection::vec(row(), 0..20), step in 1_usize..200) {
            let before = table(&rows);
            let after = read(&bytes(&before), step, &KINDS).unwrap();
            prop_assert_eq!(before.len(), after.len());
            for row in before.rows() {
                for column in 0..KINDS.len() {
                    prop_assert_eq!(before.cell(row, column), after.cell(row, column));
                }
                prop_assert_eq!(before.raw(row), after.raw(row));
            }
            let keys = [SortKey { column: 0, direction: Direction::Ascending }];
            let order = |table: &Table| Sorter::default().sort(table, &Bits::all(rows.len()), &keys);
            prop_assert_eq!(order(&before), order(&after));
        }

        #[test]
        fn damage_is_an_error_or_a_table_that_can_be_read(
            rows in prop::collection::vec(row(), 1..5), at in any::<prop::sample::Index>(), byte: u8, cut: bool,
        ) {
            let mut bytes = bytes(&table(&rows));
            let at = at.index(bytes.len());
            if cut {
                bytes.truncate(at);
                prop_assert!(read(&bytes, 64, &KINDS).is_err());
            } else {
                bytes[at] = byte;
                if let Ok(table) = read(&bytes, 64, &KINDS) {
                    for row in table.rows().take(100) {
                        (0..KINDS.len()).for_each(|column| drop(table.cell(row, column)));
                        drop(table.raw(row));
                    }
                }
            }
        }
    }

    #[test]
    fn columns_go_by_name_and_kind() {
        let before = table(&[(Some("x".into()), vec![], Some(3), None, None)]);
        let others = [("size", Kind::Number), ("other", Kind::Text), ("name", Kind::Number)];
        let after = read(&bytes(&before), 9, &others).unwrap();
        let cells: Vec<_> = (0..3).map(|column| after.cell(RowId(0), column)).collect();
        assert_eq!(
            cells,
            [crate::CellRef::Number(3.0), crate::CellRef::Missing, crate::CellRef::Missing]
        );
    }

    #[test]
    fn rows_can_be_added_to_a_table_that_was_read() {
        let before = table(&[
            (Some("b".into()), vec![], None, None, None),
            (Some("a".into()), vec![], None, None, None),
        ]);
        let mut after = read(&bytes(&before), 9, &KINDS).unwrap();
        for name in ["b", "0", "c"] {
            after.push(&[Cell::Text(name)], "");
        }
        let keys = [SortKey { column: 0, direction: Direction::Ascending }];
        let order = Sorter::default().sort(&after, &Bits::all(5), &keys);
        let names: Vec<_> = order.iter().map(|it| after.cell(*it, 0).text().unwrap()).collect();
        assert_eq!(names, ["0", "a", "b", "b", "c"]);
    }

    /// The bytes with one more at the end of each block in turn, and the block's number.
    fn ragged(bytes: &[u8]) -> Vec<(u8, Vec<u8>)> {
        let mut all = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let len = u32::from_le_bytes(bytes[at + 1..at + 5].try_into().unwrap());
            let end = at + 5 + len as usize;
            let mut ragged = bytes.to_vec();
            ragged[at + 1..at + 5].copy_from_slice(&(len + 1).to_le_bytes());
            ragged.insert(end, 0);
            all.push((bytes[at], ragged));
            at = end;
        }
        all
    }

    #[test]
    fn a_block_that_ends_within_a_value_is_refused() {
        for (block, ragged) in ragged(&bytes(&table(&full_rows()))) {
            // A name is as long as its block, so that with another letter it is that of another column; LZ4 knows its end by itself.
            if block != Block::Column as u8 && block != Block::Raw as u8 {
                assert_eq!(read(&ragged, 99, &KINDS).err(), Some(Damaged::Wrong), "block {block}");
            }
        }
    }

    /// Rows with a value in each column: more of them than a byte can number.
    fn full_rows() -> Vec<Row> {
        let text = |it: i32| it.to_string();
        let row = |it: i32| (Some(text(it)), vec![text(it)], Some(it), Some(it.into()), Some(true));
        (0..300).map(row).collect()
    }

    #[test]
    fn what_was_read_takes_the_room_that_it_needs() {
        let after = read(&bytes(&table(&full_rows())), 99, &KINDS).unwrap();
        // A code, where the tags end and a code, a number, a time, a flag.
        assert_eq!(after.memory().values, 300 * (4 + 4 + 4 + 8 + 8 + 1));
    }

    #[test]
    fn another_version_is_refused() {
        let mut bytes = bytes(&table(&[]));
        bytes[5] = 77;
        assert_eq!(read(&bytes, 9, &KINDS).err(), Some(Damaged::Version(77)));
    }
}
