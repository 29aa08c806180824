//! What holds for any table and any query.

use catalog::{
    CellRef, Direction, Facet, FacetSpec, Facets, Histogram, Query, RowId, Search, SortKey, Sorter,
    Table, Viewport, window,
};
use proptest::prelude::*;

use crate::{
    inputs::{MADE, NAME, OWN, SIZE, TAGS, append, filter, images, query, schema, table},
    reference::{Image, about, expected, fold, sort_value},
};

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
            let it = Facets::default().histogram(&table, &found, column, wanted);
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
    fn a_table_that_grows_answers_as_one_made_at_once(
        images in images(), text in query(), steps in prop::collection::vec((0_usize..150, 0_usize..40), 1..5), column in 0_usize..5,
    ) {
        let (mut table, mut kept) = (Table::new(schema()), Kept::default());
        for (len, unpublished) in steps {
            let len = len.min(images.len());
            let arrived = (len + unpublished).min(images.len());
            let known = table.len() as usize;
            append(&mut table, &images[known..arrived.max(known)]);
            let at_once = self::table(&images[..len]);
            prop_assert_eq!(kept.ask(&table, len, &text, column), Kept::default().ask(&at_once, len, &text, column), "{} of {}", len, arrived);
        }
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

/// What a caller keeps for one table.
#[derive(Default)]
struct Kept {
    search: Search,
    sorter: Sorter,
    facets: Facets,
}

impl Kept {
    /// All that the first rows of a table are asked for.
    fn ask(
        &mut self,
        table: &Table,
        len: usize,
        text: &str,
        column: usize,
    ) -> (Vec<RowId>, Vec<Facet>, Vec<Histogram>) {
        let found = self.search.run(table, &filter(text), len as u32);
        let keys =
            [column, NAME].map(|column| SortKey { column, direction: Direction::Descending });
        let order = self.sorter.sort(table, found.rows(), &keys);
        let specs =
            [NAME, TAGS, OWN].map(|column| FacetSpec { column, limit: 9, matching: String::new() });
        let facets = self.facets.count(table, &found, &specs);
        let histograms =
            [SIZE, MADE].map(|it| self.facets.histogram(table, &found, it, 6)).to_vec();
        (order, facets, histograms)
    }
}
