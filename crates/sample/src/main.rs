//! Writes the sample into a folder: `sample FOLDER`.
#![expect(clippy::print_stderr, reason = "it is a command-line program")]

use std::{env, error::Error, fs, path::Path, process::ExitCode, sync::Arc};

use sample::Record;
use ucloud_sim::{Options, Simulator};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let [folder] = <[String; 1]>::try_from(env::args().skip(1).collect::<Vec<_>>())
        .map_err(|_| "say where to write it: sample FOLDER")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let record = Record::of(Arc::new(Simulator::new(Options::default())?)).await?;
    for (name, content) in record.files() {
        fs::write(folder.join(name), content)?;
    }
    eprintln!("{} answers in {}", record.answers.len(), folder.display());
    Ok(())
}
