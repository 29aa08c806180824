//! Figures of the engine on this machine: `cargo bench -p bench`. `BENCH_ROWS` says how many rows, several numbers between commas;
//! 100,000 unless told.

#![allow(clippy::print_stdout, reason = "figures are what this program is for")]

fn main() {
    let rows = std::env::var("BENCH_ROWS").unwrap_or_else(|_| "100000".to_owned());
    for count in rows.split(',').filter_map(|it| it.trim().parse().ok()) {
        bench::measure(count, &mut |figure| println!("{figure}"));
    }
}
