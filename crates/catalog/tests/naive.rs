//! The engine against a reference that is too simple to be wrong.

use catalog::{
    Cell, CellRef, ColumnSpec, Direction, Kind, Query, Ranks, RowId, Scratch, SortKey, Table,
    search, sort,
};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Image {
    name: Option<String>,
    size: Option<i32>,
    made: Option<i64>,
    tags: Vec<String>,
}

fn image() -> impl Strategy<Value = Image> {
    let word = || {
        prop::sample::select(vec![
            "Ubuntu 9",
            "ubuntu 10",
            "CentOS",
            "镜像 GPU",
            "gpu",
            "ＧＰＵ",
            "",
        ])
    };
    (
        prop::option::of(word().prop_map(str::to_owned)),
        prop::option::of(-3..3),
        prop::option::of(0i64..4),
        prop::collection::vec(word().prop_map(str::to_owned), 0..3),
    )
        .prop_map(|(name, size, made, tags)| Image { name, size, made, tags })
}

fn table(images: &[Image]) -> Table {
    let mut table =
        Table::new(&[Kind::Text, Kind::Number, Kind::Time, Kind::Tags].map(ColumnSpec::new));
    for it in images {
        let cells = [
            it.name.as_deref().map_or(Cell::Missing, Cell::Text),
            it.size.map_or(Cell::Missing, |size| Cell::Number(f64::from(size))),
            it.made.map_or(Cell::Missing, Cell::Time),
            Cell::Tags(&it.tags),
        ];
        table.push(&cells, &format!("{it:?}"));
    }
    table
}

fn fold(text: &str) -> String {
    text.replace("ＧＰＵ", "gpu").to_lowercase()
}

fn matches(image: &Image, text: &str) -> bool {
    let texts: Vec<String> = image.name.iter().chain(&image.tags).map(|it| fold(it)).collect();
    fold(text).split_whitespace().all(|word| texts.iter().any(|it| it.contains(word)))
}

proptest! {
    #[test]
    fn search_finds_what_the_reference_finds(
        images in prop::collection::vec(image(), 0..30),
        text in "(ubu|GPU|镜|1|Cent| |x){0,3}",
        more in "[ntu0 ]{0,2}",
    ) {
        let table = table(&images);
        let mut scratch = Scratch::default();
        let (query, longer) = (Query::parse(&text), Query::parse(&format!("{text}{more}")));
        let found = search(&table, &query, None, &mut scratch);
        let expected: Vec<RowId> = table.rows().filter(|row| matches(&images[row.0 as usize], &text)).collect();
        prop_assert_eq!(&found, &expected);
        if longer.narrows(&query) {
            let narrowed = search(&table, &longer, Some(&found), &mut scratch);
            prop_assert_eq!(narrowed, search(&table, &longer, None, &mut scratch));
        }
    }

    #[test]
    fn sort_is_typed_and_stable_with_missing_last(
        images in prop::collection::vec(image(), 0..30), descending: bool, by_time: bool,
    ) {
        let table = table(&images);
        let direction = if descending { Direction::Descending } else { Direction::Ascending };
        let column = if by_time { 2 } else { 1 };
        let rows: Vec<RowId> = table.rows().collect();
        let order = sort(&table, &rows, &[SortKey { column, direction }], &mut Ranks::default());

        let value = |row: &RowId| {
            let image = &images[row.0 as usize];
            if by_time { image.made } else { image.size.map(i64::from) }
        };
        let mut expected = rows;
        expected.sort_by_key(|row| match value(row) {
            Some(value) => (false, if descending { -value } else { value }),
            None => (true, 0),
        });
        prop_assert_eq!(order, expected);
    }

    #[test]
    fn cells_and_source_come_back_as_they_went_in(images in prop::collection::vec(image(), 0..30)) {
        let table = table(&images);
        prop_assert_eq!(table.len() as usize, images.len());
        for (row, it) in table.rows().zip(&images) {
            prop_assert_eq!(table.cell(row, 0).text(), it.name.as_deref());
            let tags = match table.cell(row, 3) { CellRef::Tags(tags) => tags, _ => Vec::new() };
            prop_assert_eq!(tags, it.tags.iter().map(String::as_str).collect::<Vec<_>>());
            prop_assert_eq!(table.raw(row), format!("{it:?}"));
        }
    }
}

fn names(texts: &[Option<&str>], keys: &[SortKey]) -> Vec<Option<String>> {
    let mut table = Table::new(&[ColumnSpec::new(Kind::Text)]);
    for text in texts {
        table.push(&[text.map_or(Cell::Missing, Cell::Text)], "");
    }
    let rows: Vec<RowId> = table.rows().collect();
    let order = sort(&table, &rows, keys, &mut Ranks::default());
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
