//! A simulated UCloud API to develop and test against.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use std::sync::Arc;
//! use ucloud_sim::{Options, Simulator, Spawned};
//!
//! let sim = Arc::new(Simulator::new(Options::default())?);
//! let server = Spawned::on_free_port(Arc::clone(&sim)).await?;
//! sim.faults().set(vec!["region=cn-sh2,code=150,times=2".parse()?]);
//! println!("send requests to {}", server.url());
//! # Ok(())
//! # }
//! ```
//!
//! It speaks the dialect of the real service: errors come with HTTP 200 and a `RetCode`, every
//! request must be signed, the same system has another image id in each zone, and the misspelt
//! values are misspelt. There is one account, whose key pair UCloud itself publishes
//! ([`PUBLIC_KEY`], [`PRIVATE_KEY`]); it has a made-up temporary one as well ([`SECURITY_TOKEN`]).
//!
//! The catalogue is computed, not stored: row `i` of a region is a pure function of the seed, the
//! region and `i`, so a million rows start as fast as twenty. All of it is made up, from names of
//! systems and programs that exist. [`Texts::Hostile`] has an attacker write its texts.
//!
//! What is absent: cross-origin headers, because the real service sends none either; actions that
//! write; and any code of the client that is tested against it.
//!
//! Layout, in reading order: `http` turns a request into parameters, `simulator` checks the
//! signature and finds the handler, `handlers` answer from `models`, and `serializers` write models
//! as the service does; `texts` has the last word about what people wrote. A new action is a handler, its line in the table of
//! `handlers`, and a line in that of `texts`.

#![forbid(unsafe_code)]
#![warn(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod account;
mod dice;
mod envelope;
mod error;
mod faults;
mod handlers;
mod http;
mod models;
mod params;
mod refusal;
mod reply;
mod request_log;
mod serializers;
mod signature;
mod simulator;
mod texts;

pub use account::{
    PRIVATE_KEY, PUBLIC_KEY, SECURITY_TOKEN, TEMPORARY_PRIVATE_KEY, TEMPORARY_PUBLIC_KEY,
};
pub use error::Error;
pub use faults::{Fault, Faults, Garbage, Shape, What, When};
pub use handlers::actions;
pub use http::{Spawned, router, serve};
pub use request_log::Request;
pub use signature::sign;
pub use simulator::{MAX_ROWS_PER_REGION, Options, Simulator};
pub use texts::Texts;
