//! Figures of the engine in a browser, compiled as the page is. `cargo xtask bench` runs one of these at a time, so that each starts
//! with a memory that nothing has grown yet.
//!
//! They stand in the way of no test run: on the host this program is empty, and nobody but the bench compiles it for a browser.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

// A worker is as fast as the page, and leaves the page free to answer the driver, which gives up on one that does not for half a
// minute.
wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// A search without SIMD is another program: its figures would mean nothing.
const _: () = assert!(cfg!(target_feature = "simd128"));

#[wasm_bindgen_test]
fn rows_10000() {
    measure(10_000);
}

#[wasm_bindgen_test]
fn rows_100000() {
    measure(100_000);
}

#[wasm_bindgen_test]
fn rows_1000000() {
    measure(1_000_000);
}

fn measure(rows: u32) {
    bench::measure(rows, &mut |figure| console_log!("{figure}"));
}
