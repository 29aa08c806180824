//! The table that is measured on: how long it takes to come about, and what it weighs.

use catalog::{ColumnSpec, Kind, Matching, Pinyin, Table, stored};

use crate::{
    clock,
    figure::{Figure, Samples, again_and_again},
    rows::Row,
};

/// Where the columns are that are asked for by name.
pub(crate) const NAME: usize = 1;
pub(crate) const TYPE: usize = 3;
pub(crate) const ZONE: usize = 4;
pub(crate) const STATE: usize = 5;
pub(crate) const AUTHOR: usize = 6;
pub(crate) const TAGS: usize = 7;
pub(crate) const PRICE: usize = 9;
pub(crate) const SIZE: usize = 10;
pub(crate) const CREATED: usize = 11;
pub(crate) const COLUMNS: usize = 12;

/// Rows come in pages, as many at a time as most services give.
const PAGE: u32 = 100;

/// The columns, in the order of [`Row::cells`].
fn columns() -> Vec<ColumnSpec> {
    let code = |name| ColumnSpec { pinyin: Pinyin::Never, ..ColumnSpec::new(name, Kind::Text) };
    let word = |name| ColumnSpec { matching: Matching::Whole, ..code(name) };
    let prose = ColumnSpec { pinyin: Pinyin::InProse, ..ColumnSpec::new("about", Kind::Text) };
    vec![
        code("id"),
        ColumnSpec::new("name", Kind::Text),
        ColumnSpec::new("system", Kind::Text),
        word("type"),
        word("zone"),
        word("state"),
        ColumnSpec::new("author", Kind::Text),
        ColumnSpec::new("tags", Kind::Tags),
        prose,
        ColumnSpec::new("price", Kind::Number),
        ColumnSpec::new("size", Kind::Number),
        ColumnSpec::new("created", Kind::Time),
    ]
}

/// Fills a table, page by page; what it takes to make the rows up does not count. Then writes it as a file is written, and reads that.
pub(crate) fn table(count: u32, print: &mut dyn FnMut(&Figure)) -> Table {
    let before = clock::memory();
    let table = append(count, print);
    let held = before.and_then(|before| Some(clock::memory()? - before));
    weigh(&table, held, print);
    store(&table, print);
    table
}

fn append(count: u32, print: &mut dyn FnMut(&Figure)) -> Table {
    let (mut table, mut whole) = (Table::new(columns()), 0.0);
    let (mut pages, mut last) = (Samples::default(), Samples::default());
    for first in (0..count).step_by(PAGE as usize) {
        let rows: Vec<_> = (first..count.min(first + PAGE)).map(written).collect();
        let start = clock::now();
        for (row, raw) in &rows {
            table.push(&row.cells(), raw);
        }
        let took = clock::now() - start;
        pages.push(took);
        whole += took;
        // A page costs what it holds, and not what was there before: then these are as fast as all of them.
        if first >= count - count / 10 {
            last.push(took);
        }
    }
    print(&pages.figure(count, "append a page of 100 rows", "ms"));
    print(&last.figure(count, "append one of the last pages", "ms"));
    print(&Samples::of(whole).figure(count, "append all rows", "ms"));
    table
}

fn written(number: u32) -> (Row, String) {
    let (row, mut raw) = (Row::new(number), String::new());
    row.write_json(&mut raw);
    (row, raw)
}

/// The table's own account, and beside it what the system says, which knows of room that is held and not used.
fn weigh(table: &Table, held: Option<f64>, print: &mut dyn FnMut(&Figure)) {
    let memory = table.memory();
    let parts = [
        ("memory a row: values", Some(as_f64(memory.values))),
        ("memory a row: distinct texts", Some(as_f64(memory.texts))),
        ("memory a row: its source", Some(as_f64(memory.raw))),
        ("memory a row: as the system counts", held),
    ];
    for (what, bytes) in parts {
        if let Some(bytes) = bytes {
            let each = bytes / f64::from(table.len());
            print(&Samples::of(each).figure(table.len(), what, "bytes"));
        }
    }
}

fn store(table: &Table, print: &mut dyn FnMut(&Figure)) {
    let (mut file, mut write, mut read) = (Vec::new(), Samples::default(), Samples::default());
    write.time(|| stored::write(table, &mut |bytes| file.extend_from_slice(bytes)));
    again_and_again(|| {
        let back = read.time(|| read_back(&file));
        assert_eq!(back.map(|it| it.len()), Ok(table.len()), "what is written can be read");
    });
    print(&write.figure(table.len(), "write all rows into a file", "ms"));
    print(&read.figure(table.len(), "read all rows from a file", "ms"));
    let each = as_f64(file.len()) / f64::from(table.len());
    print(&Samples::of(each).figure(table.len(), "a row in a file", "bytes"));
}

fn read_back(file: &[u8]) -> Result<Table, stored::Damaged> {
    let mut reader = stored::Reader::new(columns());
    reader.feed(file)?;
    reader.finish()
}

#[expect(clippy::cast_precision_loss, reason = "all are far below 2^53")]
fn as_f64(number: usize) -> f64 {
    number as f64
}
