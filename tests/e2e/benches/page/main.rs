//! Figures of the whole page, in the browser: `cargo xtask bench --only page` runs it with all that it needs.
//!
//! `BENCH_FILE` is a file of rows of community images, `BENCH_ROWS` how many rows it has, `BENCH_REPS` how many fresh browsers open it,
//! `E2E_DIST` the built page.

#![allow(clippy::print_stdout, reason = "figures are what this program is for")]

#[path = "../../tests/journeys/browser.rs"]
#[expect(dead_code, reason = "journeys read consoles too")]
mod browser;
#[path = "../../tests/journeys/driver.rs"]
mod driver;
mod figures;
mod server;
#[path = "../../tests/journeys/timing.rs"]
mod timing;

use std::{env, path::Path};

use figures::Figures;
use server::Server;
use timing::{Timing, Took};

/// What is typed.
const TEXTS: &[(&str, &str)] = &[
    ("a common word", "ubuntu"),
    ("a rarer word", "cuda12"),
    ("Chinese", "镜像"),
    ("nothing to be found", "zzqxjv"),
];

/// The headers that are clicked, one after another: what a click means, the column, and the order that comes of it.
const ORDERS: &[(&str, &str, &str)] = &[
    ("sort by name, first", "name", "name:asc"),
    ("sort by name, again", "name", "name:desc"),
    ("sort by price, first", "price", "price:asc"),
    ("sort by price, again", "price", "price:desc"),
];

/// The facet that is chosen from and the value that is chosen, which most rows have.
const FACET: (&str, &str) = ("type", "Community");

/// A gap between two frames that is longer has left one out, at 60 frames a second. In ms.
const DROPPED: f64 = 25.0;

#[tokio::main]
async fn main() {
    let (rows, reps) = (variable("BENCH_ROWS", 10_000), variable("BENCH_REPS", 1));
    let file = env::var_os("BENCH_FILE").expect("`cargo xtask bench --only page` makes the file");
    let server = Server::start(Path::new(&file)).await;
    let mut figures = Figures::default();
    for _ in 0..reps {
        measure(&server, rows, &mut figures).await;
    }
    figures.print(rows);
}

fn variable(name: &str, default: u32) -> u32 {
    env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(default)
}

/// One fresh browser.
async fn measure(server: &Server, rows: u32, figures: &mut Figures) {
    let (page, loaded) = Timing::open(&server.address).await;
    figures.add("load to rows", "ms", loaded);
    page.counts(rows).await;
    let memory = page.memory().await;
    figures.add("memory of the module", "MB", memory.modules / 1e6);
    if let Some(bytes) = memory.page {
        figures.add("memory of all else in the page", "MB", bytes / 1e6);
    }
    keys(&page, figures).await;
    facet(&page, figures).await;
    for (what, column, order) in ORDERS {
        let header = format!("[data-column={column}] a");
        add(figures, what, page.click(&header, "sort", order).await);
    }
    scrolling(&page, figures).await;
}

async fn keys(page: &Timing, figures: &mut Figures) {
    for (what, text) in TEXTS {
        for (place, took) in page.type_text(text).await.into_iter().enumerate() {
            let key = if place == 0 { "first key" } else { "later keys" };
            add(figures, "any key", took);
            add(figures, &format!("{what}, {key}"), took);
        }
    }
}

/// Chooses a value and takes it back. The facet is folded at first.
async fn facet(page: &Timing, figures: &mut Figures) {
    let (facet, value) = FACET;
    page.press(&format!("[aria-labelledby=facet-{facet}] .facet__fold")).await;
    let link = format!("[data-facet={facet}][data-value={value}]");
    page.has(&link).await;
    add(figures, "choose a facet's value", page.click(&link, "facet", value).await);
    add(figures, "take it back", page.click(&link, "facet", "").await);
}

async fn scrolling(page: &Timing, figures: &mut Figures) {
    let gaps = page.scroll().await;
    let dropped = gaps.iter().filter(|it| **it > DROPPED).count();
    figures.add("dropped frames in 3 s of scrolling", "frames", dropped as f64);
    figures.add("longest gap between frames", "ms", gaps.into_iter().fold(0.0, f64::max));
}

fn add(figures: &mut Figures, what: &str, took: Took) {
    figures.add(&format!("{what}: dom"), "ms", took.dom);
    figures.add(&format!("{what}: frame"), "ms", took.frame);
}
