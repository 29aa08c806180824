//! How fast the engine is: the same measurements on this machine (`cargo bench -p bench`) and, compiled as the page is, in a browser
//! (`tests/browser.rs`). `cargo xtask bench` runs both and writes down what they print.
//!
//! Nothing here is judged. A figure belongs to the machine and the hour that it was measured in, so a test that compares it with
//! a number would fail on somebody else's; what can be compared are two figures of one run.
#![allow(clippy::indexing_slicing, reason = "a mistake in a measurement may well end it")]
#![warn(missing_docs)]

mod clock;
mod dice;
mod engine;
mod figure;
mod rows;
mod table;
mod words;

pub use engine::measure;
pub use figure::{Figure, Samples};
pub use rows::Row;
