//! The UCloud API, typed and without IO: what to send, how it is signed, and what an answer means.
//!
//! A caller brings the transport. One request goes like this:
//!
//! ```
//! use ucloud_api::{Envelope, KeyPair, Params, models::describe_image};
//!
//! let request = describe_image::Request { region: "cn-bj2".into(), ..Default::default() };
//! let key = KeyPair::new("public", "private");
//! let body = request.params().sign(&key).into_form();
//! assert!(body.reveal().starts_with("Action=DescribeImage"));
//!
//! let answer = r#"{"RetCode": 0, "TotalCount": 1, "ImageSet": [{"ImageId": "uimage-fya3qr"}]}"#;
//! let page = describe_image::decode(answer)?;
//! assert_eq!(page.rows[0].item.image_id.as_deref(), Some("uimage-fya3qr"));
//! # Ok::<(), ucloud_api::Error>(())
//! ```
//!
//! What is deliberately absent: HTTP, clocks, retries (an [`Error`] says whether one may help), and every action
//! that changes something.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![warn(clippy::must_use_candidate, clippy::return_self_not_must_use)]

mod action;
mod codes;
mod credentials;
mod envelope;
mod error;
mod field;
mod model;
pub mod models;
mod paging;
mod params;
mod plain;
mod reference;
mod request;
pub mod signature;
mod slices;

pub use action::{ACTIONS, Action, Product};
pub use codes::{Class, Code, Sentence};
pub use credentials::{Form, KeyPair};
pub use envelope::Envelope;
pub use error::Error;
pub use field::{FieldValue, Flag, Labels, Objects, Time, Unreadable};
pub use model::{Model, Page, Problem, Row};
pub use paging::{Pager, Span};
pub use params::{Params, SignedParams};
pub use plain::{Plain, Tabular};
pub use reference::Reference;
