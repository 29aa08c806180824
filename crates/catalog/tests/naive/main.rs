//! The engine against a reference that is too simple to be wrong.

mod inputs;
mod properties;
mod reference;

use catalog::{
    Bits, Cell, ColumnSpec, Direction, Filter, Kind, Query, Search, SortKey, Sorter, Table,
};

use inputs::schema;

#[test]
fn a_term_with_a_problem_hides_nothing() {
    let mut table = Table::new(schema());
    table.push(&[Cell::Text("ubuntu"), Cell::Number(1.0)], "");
    table.push(&[Cell::Text("centos")], "");
    for (text, rows) in [
        ("size:abc", 2),
        ("-size:abc", 2),
        ("missing:nope", 2),
        ("-has:nope", 2),
        ("-is:nope ubuntu", 1),
        ("name:\"", 2),
        ("name:\"\"", 2),
        ("ubuntu OR size:abc", 1),
        ("-(size:abc OR centos)", 1),
        ("ubuntu OR (size:abc has:nope)", 1),
        ("size:abc OR is:nope", 2),
        ("centos (size:abc OR made:soon)", 1),
        ("size:1,abc", 1),
        ("has:size,nope", 1),
        ("-missing:size,nope", 1),
        ("made:1970,soon", 0),
    ] {
        let filter = Filter::new(&Query::parse(text), &schema(), 0);
        let found = Search::default().run(&table, &filter, 2);
        assert_eq!(found.rows().count(), rows, "{text}");
    }
}

fn names(texts: &[Option<&str>], keys: &[SortKey]) -> Vec<Option<String>> {
    let mut table = Table::new(vec![ColumnSpec::new("name", Kind::Text)]);
    for text in texts {
        table.push(&[text.map_or(Cell::Missing, Cell::Text)], "");
    }
    let order = Sorter::default().sort(&table, &Bits::all(texts.len()), keys);
    order.into_iter().map(|row| table.cell(row, 0).text().map(str::to_owned)).collect()
}

#[test]
fn names_sort_naturally_and_missing_ones_last_both_ways() {
    let texts = [Some("v1.10"), None, Some("v1.9"), Some("V1.1")];
    let by = |direction| names(&texts, &[SortKey { column: 0, direction }]);
    let owned = |texts: [Option<&str>; 4]| texts.map(|it| it.map(str::to_owned)).to_vec();
    assert_eq!(by(Direction::Ascending), owned([Some("V1.1"), Some("v1.9"), Some("v1.10"), None]));
    assert_eq!(by(Direction::Descending), owned([Some("v1.10"), Some("v1.9"), Some("V1.1"), None]));
    assert_eq!(names(&texts, &[]), owned(texts));
    assert_eq!(
        names(&texts, &[SortKey { column: 9, direction: Direction::Ascending }]),
        owned(texts)
    );
}
