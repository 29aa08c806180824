//! The engine against a reference that is too simple to be wrong.

use catalog::{
    Bits, Cell, CellRef, ColumnSpec, Comparison, Direction, FacetSpec, Facets, Filter, Flag, Kind,
    Leaf, Node, NodeKind, Query, RowId, Schema, Search, SortKey, Sorter, Table, Test, Viewport,
    histogram, window,
};
use proptest::prelude::*;

const NAME: usize = 0;
const SIZE: usize = 1;
const MADE: usize = 2;
const TAGS: usize = 3;
const OWN: usize = 4;

#[derive(Debug, Clone)]
struct Image {
    name: Option<String>,
    size: Option<i32>,
    made: Option<i64>,
    tags: Vec<String>,
    own: Option<bool>,
}

fn word() -> impl Strategy<Value = String> {
    let words = vec!["Ubuntu 9", "ubuntu 10", "CentOS", "镜像 GPU", "gpu", "ＧＰＵ", ""];
    prop::sample::select(words).prop_map(str::to_owned)
}

fn image() -> impl Strategy<Value = Image> {
    let own = any::<Option<bool>>();
    (
        prop::option::of(word()),
        prop::option::of(-3..3),
        prop::option::of(0i64..4),
        prop::collection::vec(word(), 0..3),
        own,
    )
        .prop_map(|(name, size, made, tags, own)| Image { name, size, made, tags, own })
}

/// More rows than a word of bits has, now and then.
fn images() -> impl Strategy<Value = Vec<Image>> {
    prop_oneof![prop::collection::vec(image(), 0..30), prop::collection::vec(image(), 60..150)]
}

fn schema() -> Schema {
    let columns = [
        ("name", Kind::Text),
        ("size", Kind::Number),
        ("made", Kind::Time),
        ("tag", Kind::Tags),
        ("own", Kind::Flag),
    ];
    Schema {
        columns: columns.map(|(name, kind)| ColumnSpec::new(name, kind)).to_vec(),
        flags: vec![Flag { name: "small", query: "size:<=0" }],
    }
}

fn table(images: &[Image]) -> Table {
    let mut table = Table::new(schema());
    for it in images {
        let cells = [
            it.name.as_deref().map_or(Cell::Missing, Cell::Text),
            it.size.map_or(Cell::Missing, |size| Cell::Number(f64::from(size))),
            it.made.map_or(Cell::Missing, |day| Cell::Time(day * 86_400)),
            Cell::Tags(&it.tags),
            it.own.map_or(Cell::Missing, Cell::Flag),
        ];
        table.push(&cells, &format!("{it:?}"));
    }
    table
}

/// A term that the reference understands.
fn term() -> impl Strategy<Value = String> {
    let terms = vec![
        "ubu",
        "GPU",
        "镜",
        "1",
        "Cent",
        "x",
        "\"ubuntu 1\"",
        "name:ubuntu",
        "name:=\"ubuntu 9\"",
        "tag:gpu,镜像",
        "tag:=gpu",
        "size:>1",
        "size:>=1",
        "size:<0",
        "size:-1..1",
        "size:0,2",
        "has:name",
        "missing:size",
        "missing:tag",
        "is:small",
        "own:yes",
        "is:own",
        "made:>1970-01-02",
        "made:1970-01-01..1970-01-02",
        "has:made,size",
        "name:>ubuntu",
        "name:<=\"ubuntu 9\"",
    ];
    let negated = any::<bool>().prop_map(|it| if it { "-" } else { "" });
    (negated, prop::sample::select(terms)).prop_map(|(minus, term)| format!("{minus}{term}"))
}

fn query() -> impl Strategy<Value = String> {
    let all = || prop::collection::vec(term(), 0..3).prop_map(|it| it.join(" "));
    (all(), prop::option::of((term(), term()))).prop_map(|(all, any)| match any {
        Some((a, b)) => format!("{all} ({a} OR {b})"),
        None => all,
    })
}

fn fold(text: &str) -> String {
    text.replace("ＧＰＵ", "gpu").to_lowercase()
}

impl Image {
    fn meets(&self, node: &Node) -> bool {
        match &node.kind {
            NodeKind::All(all) => all.iter().all(|it| self.meets(it)),
            NodeKind::Any(any) => any.iter().any(|it| self.meets(it)),
            NodeKind::Not(it) => !self.meets(it),
            NodeKind::Leaf(Leaf::Text { text, .. }) => {
                self.name.iter().chain(&self.tags).any(|it| fold(it).contains(&fold(text)))
            }
            NodeKind::Leaf(Leaf::Field { name, test }) => self.meets_field(&name.text, test),
        }
    }

    fn meets_field(&self, name: &str, test: &Test) -> bool {
        match (name, test) {
            ("name" | "tag", Test::Values { exact, values }) => {
                let texts: Vec<&String> = if name == "name" {
                    self.name.iter().collect()
                } else {
                    self.tags.iter().collect()
                };
                let is_it = |text: &String, value: &str| {
                    if *exact {
                        fold(text) == fold(value)
                    } else {
                        fold(text).contains(&fold(value))
                    }
                };
                texts.iter().any(|text| values.iter().any(|it| is_it(text, &it.text)))
            }
            ("name", Test::Compare { op, value }) => {
                // The texts of this test sort as their characters do, once 9 is told from 10.
                let key = |text: &str| fold(text).replace("10", "910");
                self.name.as_ref().is_some_and(|it| compares(*op, &key(it), &key(&value.text)))
            }
            ("size", Test::Values { values, .. }) => {
                values.iter().any(|it| self.size == Some(it.text.parse().unwrap()))
            }
            ("size", Test::Compare { op, value }) => {
                self.size.is_some_and(|it| compares(*op, &it, &value.text.parse().unwrap()))
            }
            ("size", Test::Range { .. }) => self.size.is_some_and(|it| (-1..=1).contains(&it)),
            ("made", Test::Compare { .. }) => self.made.is_some_and(|it| it > 1),
            ("made", Test::Range { .. }) => self.made.is_some_and(|it| it <= 1),
            ("has", Test::Values { values, .. }) => values.iter().any(|it| self.has(&it.text)),
            ("missing", Test::Values { values, .. }) => values.iter().any(|it| !self.has(&it.text)),
            ("is", Test::Values { values, .. }) if values[0].text == "small" => {
                self.size.is_some_and(|it| it <= 0)
            }
            ("is" | "own", Test::Values { .. }) => self.own == Some(true),
            other => panic!("the reference does not know {other:?}"),
        }
    }

    fn has(&self, column: &str) -> bool {
        match column {
            "name" => self.name.is_some(),
            "size" => self.size.is_some(),
            "made" => self.made.is_some(),
            "tag" => !self.tags.is_empty(),
            other => panic!("the reference does not know {other}"),
        }
    }
}

fn compares<T: PartialOrd>(op: Comparison, value: &T, with: &T) -> bool {
    match op {
        Comparison::Less => value < with,
        Comparison::AtMost => value <= with,
        Comparison::Greater => value > with,
        Comparison::AtLeast => value >= with,
    }
}

fn filter(text: &str) -> Filter {
    let filter = Filter::new(&Query::parse(text), &schema(), 0);
    assert_eq!(filter.problems(), [], "{text}");
    filter
}

fn expected(images: &[Image], query: &Query) -> Vec<u32> {
    let rows = (0..).zip(images).filter(|(_, it)| query.nodes().iter().all(|node| it.meets(node)));
    rows.map(|(row, _)| row).collect()
}

proptest! {
    #[test]
    fn filters_let_through_what_the_reference_does(images in images(), texts in prop::collection::vec(query(), 1..4), len in 0_u32..150) {
        let table = table(&images);
        // One search for all: what it keeps of one query must not show in another.
        let mut search = Search::default();
        for text in &texts {
            let found = search.run(&table, &filter(text), table.len());
            let rows: Vec<u32> = found.rows().iter().collect();
            prop_assert_eq!(&rows, &expected(&images, &Query::parse(text)), "{}", text);
            let first: Vec<u32> = search.run(&table, &filter(text), len).rows().iter().collect();
            prop_assert_eq!(first, rows.into_iter().filter(|it| *it < len).collect::<Vec<_>>(), "{}", text);
        }
    }

    #[test]
    fn a_word_that_grows_finds_what_it_finds_at_once(images in images(), word in "(ubuntu 1|cent|gpu|镜像)", other in query()) {
        let table = table(&images);
        let mut search = Search::default();
        for end in word.char_indices().map(|it| it.0 + it.1.len_utf8()) {
            let text = format!("{other} {}", &word[..end]);
            let growing = search.run(&table, &filter(&text), table.len());
            let at_once = Search::default().run(&table, &filter(&text), table.len());
            prop_assert_eq!(growing.rows(), at_once.rows(), "{}", text);
        }
    }

    #[test]
    fn facets_count_what_the_reference_does(images in images(), text in query(), matching in prop::sample::select(vec!["", "gp", "9"])) {
        let table = table(&images);
        let found = Search::default().run(&table, &filter(&text), table.len());
        let specs = [NAME, TAGS, OWN].map(|column| FacetSpec { column, limit: 99, matching: matching.to_owned() });
        let names = ["name", "tag", "own"];
        for (facet, name) in Facets::default().count(&table, &found, &specs).iter().zip(names) {
            let query = Query::parse(&text);
            let others = query.nodes().iter().filter(|it| about(it).as_deref() != Some(name));
            let others: Vec<_> = others.collect();
            let left: Vec<_> = images.iter().filter(|it| others.iter().all(|node| it.meets(node))).collect();
            let values = |it: &Image| match name {
                "name" => it.name.iter().cloned().collect::<Vec<_>>(),
                "tag" => it.tags.clone(),
                _ => it.own.iter().map(ToString::to_string).collect(),
            };
            let with = |images: &[&Image], text: &str| images.iter().filter(|it| values(it).iter().any(|it| it == text)).count() as u32;
            let all: Vec<&Image> = images.iter().collect();
            for value in &facet.values {
                prop_assert_eq!((value.count, value.total), (with(&left, &value.text), with(&all, &value.text)), "{}: {} of {}", text, value.text, name);
            }
            let mut distinct: Vec<String> = images.iter().flat_map(values).collect();
            distinct.sort();
            distinct.dedup();
            prop_assert_eq!(facet.distinct, distinct.len());
            prop_assert_eq!(facet.values.len(), distinct.iter().filter(|it| name == "own" || fold(it).contains(matching)).count());
            prop_assert!(facet.values.is_sorted_by(|a, b| a.total >= b.total));
            let missing = |images: &[&Image]| images.iter().filter(|it| values(it).is_empty()).count() as u32;
            prop_assert_eq!(facet.missing, (missing(&left), missing(&all)));
        }
    }

    #[test]
    fn histograms_hold_every_value_once(images in images(), text in query(), wanted in 1_usize..9) {
        let table = table(&images);
        let found = Search::default().run(&table, &filter(&text), table.len());
        for (column, name) in [(SIZE, "size"), (MADE, "made")] {
            let it = histogram(&table, &found, column, wanted);
            let left = found.without_column(column);
            prop_assert!(it.bins.len() <= wanted && it.bounds.is_sorted());
            let numbers = images.iter().filter_map(|image| match column {
                SIZE => image.size.map(f64::from),
                _ => image.made.map(|day| day as f64 * 86_400.0),
            });
            for (bin, ends) in it.bins.iter().zip(it.bounds.windows(2)) {
                let is_last = it.bounds.last() == Some(&ends[1]);
                let inside = |value: &f64| *value >= ends[0] && (*value < ends[1] || (is_last && *value == ends[1]));
                prop_assert_eq!(bin.1 as usize, numbers.clone().filter(inside).count());
            }
            let sum = |pick: fn(&(u32, u32)) -> u32| it.bins.iter().chain([&it.missing]).map(pick).sum::<u32>();
            prop_assert_eq!(sum(|it| it.0) as usize, left.count(), "{}", name);
            prop_assert_eq!(sum(|it| it.1) as usize, images.len());
            let missing = images.iter().filter(|it| !it.has(name)).count() as u32;
            prop_assert_eq!(it.missing.1, missing);
        }
    }

    #[test]
    fn sort_is_typed_and_stable_with_missing_last(
        images in images(), text in query(), keys in prop::collection::vec((0_usize..6, any::<bool>()), 0..4),
    ) {
        let table = table(&images);
        let found = Search::default().run(&table, &filter(&text), table.len());
        let direction = |down| if down { Direction::Descending } else { Direction::Ascending };
        let engine: Vec<_> = keys.iter().map(|(column, down)| SortKey { column: *column, direction: direction(*down) }).collect();
        let mut sorter = Sorter::default();
        let order: Vec<u32> = sorter.sort(&table, found.rows(), &engine).iter().map(|it| it.0).collect();
        let again: Vec<u32> = sorter.sort(&table, found.rows(), &engine).iter().map(|it| it.0).collect();
        prop_assert_eq!(&order, &again);

        let mut wanted: Vec<u32> = found.rows().iter().collect();
        for (column, down) in keys.iter().rev() {
            wanted.sort_by(|a, b| {
                let value = |row: &u32| sort_value(&images[*row as usize], *column);
                match (value(a), value(b)) {
                    (Some(a), Some(b)) if *down => b.cmp(&a),
                    (Some(a), Some(b)) => a.cmp(&b),
                    (a, b) => a.is_none().cmp(&b.is_none()),
                }
            });
        }
        prop_assert_eq!(order, wanted);
    }

    #[test]
    fn the_window_cuts_the_rows_that_are_in_view(images in images(), text in query(), top in 0_u32..5000) {
        let table = table(&images);
        let found = Search::default().run(&table, &filter(&text), table.len());
        let order = Sorter::default().sort(&table, found.rows(), &[]);
        let viewport = Viewport { scroll_top: f64::from(top), height: 300.0, row_height: 30.0 };
        let it = window(order.len(), viewport);
        let most = (order.len() as u32 * 30).saturating_sub(300);
        let (first, last) = (top.min(most) / 30, (top.min(most) + 300).div_ceil(30));
        let expected: Vec<RowId> = order.iter().copied().enumerate().filter(|(place, _)| (first..last).contains(&(*place as u32))).map(|it| it.1).collect();
        prop_assert_eq!(&order[it.first..it.first + it.len], &expected[..]);
    }

    #[test]
    fn cells_and_source_come_back_as_they_went_in(images in images()) {
        let table = table(&images);
        prop_assert_eq!(table.len() as usize, images.len());
        for (row, it) in table.rows().zip(&images) {
            prop_assert_eq!(table.cell(row, NAME).text(), it.name.as_deref());
            let tags = match table.cell(row, TAGS) { CellRef::Tags(tags) => tags, _ => Vec::new() };
            prop_assert_eq!(tags, it.tags.iter().map(String::as_str).collect::<Vec<_>>());
            prop_assert_eq!(table.cell(row, OWN), it.own.map_or(CellRef::Missing, CellRef::Flag));
            prop_assert_eq!(table.raw(row), format!("{it:?}"));
        }
    }
}

/// The column that a term is about, if it is about one alone.
fn about(node: &Node) -> Option<String> {
    match &node.kind {
        NodeKind::All(parts) | NodeKind::Any(parts) => {
            let first = about(&parts[0])?;
            parts.iter().all(|it| about(it).as_ref() == Some(&first)).then_some(first)
        }
        NodeKind::Not(it) => about(it),
        NodeKind::Leaf(Leaf::Text { .. }) => None,
        NodeKind::Leaf(Leaf::Field { name, test: Test::Values { values, .. } }) => {
            match name.text.as_str() {
                "is" if values[0].text == "small" => Some("size".to_owned()),
                "is" => Some("own".to_owned()),
                "has" | "missing" if values.len() > 1 => None,
                "has" | "missing" => Some(values[0].text.clone()),
                name => Some(name.to_owned()),
            }
        }
        NodeKind::Leaf(Leaf::Field { name, .. }) => Some(name.text.clone()),
    }
}

/// A value as something that sorts; the texts of this test do as their characters do, once 9 is told from 10.
fn sort_value(image: &Image, column: usize) -> Option<(i64, String, String)> {
    let text = |it: &String| {
        let folded = fold(it);
        (0, folded.replace("10", "910"), format!("{:05}{it}", it.len()))
    };
    let number = |it: i64| (it, String::new(), String::new());
    match column {
        NAME => image.name.as_ref().map(text),
        SIZE => image.size.map(|it| number(it.into())),
        MADE => image.made.map(number),
        TAGS => image.tags.first().map(text),
        OWN => image.own.map(|it| number(it.into())),
        _ => None,
    }
}

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
