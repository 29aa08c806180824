//! The server of this product: it serves the page, relays signed requests to the API, and signs where it holds
//! credentials.
//!
//! ```no_run
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use gateway::{Config, Upstream};
//!
//! let config = Config::new("target/dist", Upstream::At("http://127.0.0.1:9000".parse()?));
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
//! println!("http://{}/", listener.local_addr()?);
//! gateway::serve(listener, config, std::future::pending()).await?;
//! # Ok(())
//! # }
//! ```
//!
//! | Route | What it does |
//! |---|---|
//! | `GET /`, files | the built page, with the compressed files that lie beside it |
//! | `POST /api` | a form: relayed as it came if it is signed, else signed first |
//! | `POST /sign` | JSON parameters in, `PublicKey` and `Signature` out |
//! | `GET /config.json` | what the page must know about this gateway; nothing secret |
//! | `GET /healthz` | `ok` |
//!
//! `openapi.json` among the documents describes these four for programs; a test holds both together.
//!
//! Who may ask: the `Host` must be `localhost`, an IP address, or a name that was given, since a foreign name that
//! resolves to this machine (DNS rebinding) would otherwise make a foreign page look like ours; and a browser that
//! says it comes from another origin is refused at `/api` and `/sign`, unless that origin was allowed. Where a token is
//! set it must be brought along, and nobody may ask faster than the set pace. What may be asked:
//! [`ucloud_api::ACTIONS`], which only read. Every refusal is JSON, `{"error": {"code", "message"}}`, with a code that stays.
//!
//! What is deliberately absent: state beyond the count of recent requests, so that any number can stand side by side,
//! each with a count of its own; retries, which belong to the
//! caller who knows what it waits for; sessions and cookies; and any log of a body, key, signature or query string.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod app;
mod base_url;
mod config;
mod limits;
mod origin;
mod per_product;
mod serve;

mod api;
mod describe;
mod page;
mod sign;

mod access;
mod asked;
mod body;
mod client;
mod guard;
mod headers;
mod host;
mod log;
mod rate;
mod upstream;

mod error;
mod refusal;

pub use access::AccessToken;
pub use app::{ROUTES, app};
pub use base_url::BaseUrl;
pub use config::{Config, Mode, Upstream};
pub use error::Error;
pub use limits::Limits;
pub use origin::Origin;
pub use per_product::PerProduct;
pub use serve::serve;
