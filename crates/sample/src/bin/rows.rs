//! Writes a file of rows that the page opens by a link.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a command-line program")]
#![allow(
    clippy::disallowed_methods,
    reason = "the clock is banned from code built for the browser; this is not"
)]

use std::{
    fs::File,
    io::BufReader,
    path::PathBuf,
    process::ExitCode,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use clap::Parser;
use sample::{Error, Taken};
use view::{Catalog, Target, catalogs, rows_file::About};

/// Writes a file of rows, which the page opens by the link `?open=FILE`.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask rows")]
struct Options {
    /// The catalog, by its name in links.
    #[arg(long)]
    catalog: String,
    /// How many rows to take from the simulator.
    #[arg(long, required_unless_present = "from", conflicts_with = "from")]
    rows: Option<u32>,
    /// A JSON file with rows as the API returns them, or with whole answers.
    #[arg(long)]
    from: Option<PathBuf>,
    /// The region that those rows were asked for in, where they do not say it.
    #[arg(long, requires = "from")]
    region: Option<String>,
    /// Marks those rows as made up.
    #[arg(long, requires = "from")]
    sample: bool,
    /// What people call the file.
    #[arg(long, default_value = "")]
    title: String,
    /// Where to write it.
    #[arg(long)]
    out: PathBuf,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: Options) -> Result<(), Error> {
    let start = Instant::now();
    let catalog = catalogs::find(&options.catalog)
        .ok_or_else(|| Error::NoCatalog { id: options.catalog.clone() })?;
    let taken = take(catalog, &options).await?;
    let about = about(catalog, &taken, &options);
    let bytes = sample::save(&taken.rows, &about, &options.out)?;
    report(&taken, bytes);
    println!("{:.1} s, {}", start.elapsed().as_secs_f64(), options.out.display());
    Ok(())
}

async fn take(catalog: &'static Catalog, options: &Options) -> Result<Taken, Error> {
    let Some(path) = &options.from else {
        let rows = sample::simulated(catalog, options.rows.unwrap_or_default()).await?;
        return Ok(Taken { rows, repeated: 0, problems: 0 });
    };
    let place = match &options.region {
        Some(region) => Target::default().with("Region", region),
        None => Target::default(),
    };
    sample::from_json(catalog, &place, BufReader::with_capacity(1 << 20, File::open(path)?))
}

fn about(catalog: &'static Catalog, taken: &Taken, options: &Options) -> About {
    if options.from.is_none() {
        return sample::about_simulated(&taken.rows, &options.title);
    }
    About {
        catalog,
        made: now(),
        rows: taken.rows.table().len(),
        is_sample: options.sample,
        title: options.title.clone(),
        scope: None,
    }
}

fn report(taken: &Taken, bytes: u64) {
    let rows = u64::from(taken.rows.table().len());
    println!("{rows} rows, {bytes} bytes, {} bytes per row", bytes / rows.max(1));
    if taken.repeated > 0 {
        println!("{} rows were there already", taken.repeated);
    }
    if taken.problems > 0 {
        println!("{} rows or values could not be read", taken.problems);
    }
}

fn now() -> i64 {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(passed.as_secs()).unwrap_or(i64::MAX)
}
