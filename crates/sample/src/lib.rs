//! Sample data for a page that no gateway serves, and files of rows.
//!
//! # The sample
//!
//! It is a record of requests and answers: for each catalog all that a first visit asks for, and all that its rows ask for when they are
//! opened. The page then works as it does with a gateway, only that a request nobody has recorded has no answer.
//!
//! It is a folder of files. `index.json` says what the folder is; beside it each action has a file with the answers to its requests, so
//! that a page loads what it shows and no more. The keys of `answers` are unsigned form bodies, as [`Params::into_form`] prints them, and
//! the values are bodies of answers. There is no key and no signature in it: what is recorded is printed before it is signed.
//!
//! # Files of rows
//!
//! [`simulated()`] asks the simulator for rows, [`from_json()`] reads them from a file of JSON, and [`save`] writes them as a file that the
//! page [opens by a link](view::rows_file). Both read rows as the page reads answers: through the catalog's own `append`.
//!
//! [`Params::into_form`]: ucloud_api::Params::into_form
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod error;
mod file;
mod from_json;
mod objects;
mod recorder;
mod simulated;
mod walk;

use std::{collections::BTreeMap, sync::Arc};

use serde_json::json;
use ucloud_sim::Simulator;
use view::catalogs::CATALOGS;

pub use error::Error;
pub use file::{open, save};
pub use from_json::{Taken, from_json};
use recorder::Recorder;
pub use simulated::{about_simulated, save_simulated, simulated};

/// What a reader of the file looks for first.
pub const FORMAT: &str = "image-catalog-sample";

/// The version of the format.
pub const VERSION: u32 = 1;

/// Requests, as unsigned forms, with the bodies of their answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The answers by their requests.
    pub answers: BTreeMap<String, String>,
}

impl Record {
    /// Asks a simulator everything that first visits of all catalogs ask.
    ///
    /// # Errors
    ///
    /// [`Error`] if the simulator refuses something or its answer cannot be read.
    pub async fn of(simulator: Arc<Simulator>) -> Result<Self, Error> {
        let mut recorder = Recorder::new(simulator);
        for catalog in CATALOGS {
            walk::catalog(&mut recorder, catalog).await?;
        }
        Ok(recorder.into_record())
    }

    /// The files of the folder, by their names.
    #[must_use]
    pub fn files(&self) -> BTreeMap<String, String> {
        let mut by_action: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
        for (request, answer) in &self.answers {
            by_action.entry(action_of(request)).or_default().insert(request, answer);
        }
        let answers = by_action.into_iter().map(|(action, answers)| {
            (format!("{action}.json"), json!({"answers": answers}).to_string())
        });
        let index = json!({"format": FORMAT, "version": VERSION}).to_string();
        answers.chain([("index.json".to_owned(), index)]).collect()
    }
}

/// The action comes first in a form, for its keys ascend and nothing that a request holds sorts before it.
fn action_of(form: &str) -> &str {
    let first = form.split('&').next().unwrap_or_default();
    first.strip_prefix("Action=").unwrap_or_default()
}
