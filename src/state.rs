//! What is looked at, and the only methods that change it.

mod access;
mod data;
mod loading;
mod prefs;
mod results;
mod store;
mod url;

pub use access::Access;
pub use prefs::{Prefs, Theme, t};
pub use results::Ordered;
pub use store::{Act, Store, use_store};
pub use url::{follow_address, href};
