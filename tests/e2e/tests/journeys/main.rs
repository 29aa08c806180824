//! Journeys in a real browser: what a person does on the built page, with the gateway and the simulator behind it.
//!
//! Each journey has a gateway and a simulator of its own on free ports, and browsers that know nothing of others. It acts as a
//! person would (`search_for`, `sort_by`, `press`) and then waits until the page shows what it should: nothing here
//! sleeps for a fixed time, and a wait that was in vain says what the page showed instead.
//!
//! `E2E_DIST` is the folder with the built page, `CHROMEDRIVER` the driver and `E2E_CHROMIUM` the browser, each with a
//! default for whoever runs `cargo test` by hand.

mod acts;
mod browser;
mod driver;
mod endpoint;
mod folder;
mod looks;
mod mouse;
mod page;
mod seen;
mod service;
mod site;
mod states;
#[expect(dead_code, reason = "figures that only the benchmark of the page prints")]
mod timing;
mod traces;

mod axe;
mod by_keyboard;
mod by_touch;
mod catalogs;
mod cells;
mod chips;
mod columns;
mod compare;
mod completion;
mod drill;
mod facet_ranges;
mod facet_sheet;
mod facets;
mod failures;
mod faster;
mod hostile;
mod inside;
mod key_pair;
mod keyboard;
mod later;
mod layout;
mod levels;
mod links;
mod many_rows;
mod official;
mod older;
mod opened;
mod painted;
mod phone;
mod preferences;
mod query;
mod retry;
mod returning;
mod sample;
mod scope;
mod security;
mod shell;
mod sorting;
mod static_host;
mod undo;
mod ways;
mod whole_job;
