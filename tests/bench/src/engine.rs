//! What is measured: everything between a key press and the rows that are to be painted.

use std::hint::black_box;

use catalog::{
    Direction, FacetSpec, Facets, Filter, Found, Query, RowId, Search, SortKey, Sorter, Table,
    Viewport,
};

use crate::{
    clock,
    figure::{Figure, Samples, again_and_again},
    rows::Row,
    table::{AUTHOR, COLUMNS, CREATED, NAME, PRICE, SIZE, STATE, TAGS, TYPE, ZONE, table},
};

/// What is typed, a key at a time, each key after the one before has been answered.
const TEXTS: &[(&str, &str)] = &[
    ("a common word", "ubuntu"),
    ("a rarer word", "cuda12"),
    ("Chinese", "深度学习镜像"),
    ("pinyin", "jingxiang"),
    ("nothing to be found", "zzqxjv"),
    ("fields and a range", "state:Available -type:Base size:>40000 price:<1.5 ubuntu"),
];

/// The orders that are asked for: each with nothing kept from earlier sorts, then after another order, then for other rows.
const ORDERS: &[(&str, &[usize])] =
    &[("by name", &[NAME]), ("by number", &[PRICE]), ("by zone and price", &[ZONE, PRICE])];

/// The columns whose values are counted, and those whose numbers are.
const COUNTED: &[usize] = &[TYPE, ZONE, STATE, AUTHOR, TAGS];
const SPREAD: &[usize] = &[PRICE, SIZE, CREATED];

/// How many screens are looked at for one figure: one of them is too fast for a browser's clock.
const SCREENS: u32 = 1000;

/// The time that dates in a query are counted from, in Unix seconds.
const NOW: i64 = 1_760_000_000;

/// Measures a table of so many rows, and hands over each figure as soon as it is there.
pub fn measure(count: u32, print: &mut dyn FnMut(&Figure)) {
    let table = table(count, print);
    let mut bench = Bench { table, print };
    bench.type_all();
    bench.sort_all();
    bench.count_all();
    bench.look();
}

struct Bench<'a> {
    table: Table,
    print: &'a mut dyn FnMut(&Figure),
}

impl Bench<'_> {
    fn report(&mut self, samples: Samples, what: impl Into<String>) {
        (self.print)(&samples.figure(self.table.len(), what, "ms"));
    }

    /// The very first key pays for whatever is put off until somebody searches.
    fn type_all(&mut self) {
        let mut cold = Samples::default();
        self.type_text("u", &[], &mut |_, took| cold.push(took));
        self.report(cold, "the very first key");
        for (what, text) in TEXTS {
            self.type_often(what, text, &[]);
        }
        self.type_often("the middle of an id", &Row::new(4711).id[8..12], &[]);
        self.type_often("a common word in rows sorted by name", "ubuntu", &[key(NAME)]);
    }

    fn type_often(&mut self, what: &str, text: &str, order: &[SortKey]) {
        let (mut first, mut later) = (Samples::default(), Samples::default());
        again_and_again(|| {
            self.type_text(text, order, &mut |place, took| {
                if place == 0 { &mut first } else { &mut later }.push(took);
            });
        });
        self.report(first, format!("{what}: first key"));
        self.report(later, format!("{what}: each later key"));
    }

    /// Types a text and tells how long each of its keys took, from the text to the list of rows.
    fn type_text(&self, text: &str, order: &[SortKey], took: &mut dyn FnMut(usize, f64)) {
        let (mut search, mut sorter) = (Search::default(), Sorter::default());
        // Rows have been put in order before somebody types.
        black_box(sorter.sort(&self.table, self.find("", &mut search).rows(), order));
        for (place, (start, letter)) in text.char_indices().enumerate() {
            let begin = clock::now();
            let found = self.find(&text[..start + letter.len_utf8()], &mut search);
            black_box(sorter.sort(&self.table, found.rows(), order));
            took(place, clock::now() - begin);
        }
    }

    fn find(&self, text: &str, search: &mut Search) -> Found {
        let filter = Filter::new(&Query::parse(text), self.table.schema(), NOW);
        search.run(&self.table, &filter, self.table.len())
    }

    fn sort_all(&mut self) {
        let all = self.find("", &mut Search::default());
        let some = self.find("ubuntu", &mut Search::default());
        for (what, columns) in ORDERS {
            let keys: Vec<_> = columns.iter().map(|it| key(*it)).collect();
            let [mut first, mut again, mut walk] = [(); 3].map(|()| Samples::default());
            again_and_again(|| {
                let mut sorter = Sorter::default();
                black_box(first.time(|| sorter.sort(&self.table, all.rows(), &keys)));
                black_box(sorter.sort(&self.table, all.rows(), &[key(CREATED)]));
                black_box(again.time(|| sorter.sort(&self.table, all.rows(), &keys)));
                black_box(walk.time(|| sorter.sort(&self.table, some.rows(), &keys)));
            });
            self.report(first, format!("sort {what}: first"));
            self.report(again, format!("sort {what}: again, after another order"));
            self.report(walk, format!("sort {what}: a third of the rows, in the same order"));
        }
    }

    /// All facets of the rows, without a query and with one.
    fn count_all(&mut self) {
        let mut facets = Facets::default();
        for (what, text) in [
            ("of all rows", ""),
            ("of a word", "ubuntu"),
            ("of a word and a value", "ubuntu zone:hk-01"),
        ] {
            let (found, mut samples) =
                (self.find(text, &mut Search::default()), Samples::default());
            again_and_again(|| samples.time(|| self.count(&found, &mut facets)));
            self.report(samples, format!("8 facets {what}"));
        }
    }

    fn count(&self, found: &Found, facets: &mut Facets) {
        let spec =
            |column: &usize| FacetSpec { column: *column, limit: 12, matching: String::new() };
        let specs: Vec<_> = COUNTED.iter().map(spec).collect();
        let values = facets
            .count(&self.table, found, &specs)
            .iter()
            .map(|it| it.values.len())
            .sum::<usize>();
        let mut spread =
            |column: &usize| facets.histogram(&self.table, found, *column, 24).bins.len();
        let bins: usize = SPREAD.iter().map(&mut spread).sum();
        assert!(values > 0 && bins > 0, "there are values to count");
    }

    /// What a scroll needs: which rows are in view, and what stands in them.
    fn look(&mut self) {
        let mut samples = Samples::default();
        again_and_again(|| {
            let letters: usize = samples.time(|| (0..SCREENS).map(|it| self.look_at(it)).sum());
            assert!(letters > 0, "rows in view have names");
        });
        self.report(samples, format!("{SCREENS} screens of cells"));
    }

    fn look_at(&self, screen: u32) -> usize {
        let viewport =
            Viewport { scroll_top: f64::from(screen) * 40.0, height: 900.0, row_height: 36.0 };
        let window = catalog::window(self.table.len() as usize, viewport);
        let rows =
            (window.first..window.first + window.len).filter_map(|it| u32::try_from(it).ok());
        let cells = rows.flat_map(|row| (0..COLUMNS).map(move |it| (RowId(row), it)));
        cells.map(|(row, column)| self.table.cell(row, column).text().map_or(1, str::len)).sum()
    }
}

fn key(column: usize) -> SortKey {
    SortKey { column, direction: Direction::Ascending }
}
