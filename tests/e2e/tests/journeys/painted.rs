//! Whatever is searched for, sorted by and scrolled to, the rows on the screen are those of a model: the engine, run here on the same file.

use std::{fmt::Write as _, path::Path};

use catalog::{Direction, Filter, Query, Search, Sorter};
use view::{Rows, ViewState};

use crate::{folder::Folder, page::Page, seen::Seen, site::Site};

const ROWS: u32 = 5000;

/// How often something else is asked for. After each time the list is scrolled twice.
const STEPS: usize = 24;

/// Where the dice begin: a failure comes again.
const SEED: u64 = 20_261_122;

/// Columns of texts, known words, numbers and times whose headers are in view without scrolling: the first stays in view and would lie
/// over others.
const COLUMNS: &[&str] = &["name", "state", "type", "os", "size", "created"];

/// What queries are put together from.
const TERMS: &[&str] = &[
    "ubuntu",
    "-windows",
    "镜像",
    "jingxiang",
    "22.04",
    "cuda",
    "a",
    "type:base",
    "size:>=40",
    "size:20..60",
    "created:>2022",
    "has:gpus",
    "missing:eol",
    "-state:available",
    "(centos OR rocky)",
    "nothing-like-it",
];

/// Every row in the document, in its order, once that is the order of lines: at most a moment after the last scroll. As index and key.
const RESTED: &str = r#"const [done] = arguments;
    const look = () => {
      const rows = [...document.querySelectorAll("[role=grid] [data-row-id]:not([hidden])")];
      const placed = rows.map((it) => [Number(it.ariaRowIndex), it.dataset.rowId]);
      const isInOrder = placed.every((it, at) => at === 0 || placed[at - 1][0] < it[0]);
      if (isInOrder) done(placed);
      else requestAnimationFrame(look);
    };
    look();"#;

#[tokio::test]
async fn painted_rows_are_those_of_the_model() {
    let folder = Folder::with_page();
    let file = folder.join("images.rows");
    sample::save_simulated("uhost", ROWS, &file).await.unwrap();
    let site = Site::beside(&folder).await;
    let page = site.visit("?open=images.rows").await;
    let (mut model, mut dice) = (Model::open(&file), Dice(SEED));
    agree(&page.loaded().await, &model);
    for _ in 0..STEPS {
        agree(&ask(&page, &mut model, &mut dice).await, &model);
        rest(&page, &model).await;
        let mut part = 0.0;
        for _ in 0..2 {
            part = dice.part(part);
            agree(&page.scroll_to(part).await, &model);
            rest(&page, &model).await;
        }
    }
    page.has_a_quiet_console().await;
}

/// Searches for something else or sorts by something else.
async fn ask(page: &Page, model: &mut Model, dice: &mut Dice) -> Seen {
    if dice.below(2) == 0 {
        let query = dice.query();
        model.search_for(&query);
        page.search_for(&query).await
    } else {
        let column = COLUMNS[dice.below(COLUMNS.len())];
        let sort = model.sort_by(column);
        page.sort_by(column, &sort).await
    }
}

/// What is seen are the model's rows, from some place on, one after the other.
#[track_caller]
fn agree(seen: &Seen, model: &Model) {
    let asked = model.asked();
    assert_eq!(seen.count, Some(model.keys.len()), "{asked}");
    assert_eq!(seen.row_count, Some(model.keys.len() + 1), "{asked}");
    assert_eq!(seen.rows.is_empty(), model.keys.is_empty(), "{asked}");
    assert!(seen.is_filled || model.keys.is_empty(), "{asked}: {seen:#?}");
    let first = seen.rows.first().map_or(0, |it| it.index);
    let expected: Vec<_> = (first..).take(seen.rows.len()).collect();
    assert_eq!(seen.visible_indices(), expected, "{asked}");
    for row in &seen.rows {
        model.has(row.index, &row.id);
    }
}

/// The same of all rows in the document, once the list has come to rest.
async fn rest(page: &Page, model: &Model) {
    let rows = page.client().execute_async(RESTED, vec![]).await;
    let rows = rows.unwrap_or_else(|error| panic!("rows out of order, {}: {error}", model.asked()));
    let rows: Vec<(usize, String)> = serde_json::from_value(rows).unwrap();
    rows.iter().for_each(|(index, key)| model.has(*index, key));
}

/// What the page should show.
struct Model {
    rows: Rows,
    view: ViewState,
    search: Search,
    sorter: Sorter,
    /// The keys of the rows that are found, in order.
    keys: Vec<String>,
}

impl Model {
    fn open(file: &Path) -> Self {
        let (about, rows) = sample::open(file).unwrap();
        let view = ViewState::of(about.catalog);
        let (search, sorter) = (Search::default(), Sorter::default());
        let mut model = Self { rows, view, search, sorter, keys: Vec::new() };
        model.arrange();
        model
    }

    fn search_for(&mut self, query: &str) {
        query.clone_into(&mut self.view.query);
        self.arrange();
    }

    /// Presses a header, and says which order comes of it.
    fn sort_by(&mut self, column: &str) -> String {
        self.view.cycle_sort(self.view.catalog.column(column).unwrap());
        self.arrange();
        self.sort()
    }

    fn arrange(&mut self) {
        let (table, query) = (self.rows.table(), Query::parse(&self.view.query));
        // No term speaks of how long ago something was, so the time does not matter.
        let filter = Filter::new(&query, table.schema(), 0);
        let found = self.search.run(table, &filter, table.len());
        let order = self.sorter.sort(table, found.rows(), &self.view.sort_keys());
        self.keys = order.into_iter().map(|it| self.rows.key(it)).collect();
    }

    /// The order as the page names it.
    fn sort(&self) -> String {
        let mut sort = String::new();
        for by in self.view.effective_sort() {
            let direction = if by.direction == Direction::Ascending { "asc" } else { "desc" };
            let separator = if sort.is_empty() { "" } else { "," };
            write!(sort, "{separator}{}:{direction}", by.column.key).unwrap();
        }
        sort
    }

    /// The row with that `aria-rowindex` is the one with that key. The header has the first.
    #[track_caller]
    fn has(&self, index: usize, key: &str) {
        let expected = index.checked_sub(2).and_then(|it| self.keys.get(it));
        assert_eq!(expected.map(String::as_str), Some(key), "line {index}, {}", self.asked());
    }

    fn asked(&self) -> String {
        format!("{:?} sorted by {}", self.view.query, self.sort())
    }
}

/// Numbers that look random and are the same each time: a multiplier of Knuth's for 64 bits, of which the high ones are used.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    /// A part of the list: any, or one a few lines from the last, so that lines change their slots one by one.
    fn part(&mut self, last: f64) -> f64 {
        if self.below(2) == 0 {
            return self.thousandths(1001);
        }
        (last + self.thousandths(9) - 0.004).clamp(0.0, 1.0)
    }

    fn thousandths(&mut self, sides: usize) -> f64 {
        f64::from(u32::try_from(self.below(sides)).unwrap()) / 1000.0
    }

    /// Up to three terms.
    fn query(&mut self) -> String {
        let terms = (0..self.below(4)).map(|_| TERMS[self.below(TERMS.len())]);
        terms.collect::<Vec<_>>().join(" ")
    }
}
