//! What is looked at, and the only methods that change it.

mod access;
mod data;
mod facets;
mod inside;
mod listing;
mod loading;
mod opening;
mod prefs;
mod results;
mod store;
mod url;
mod writing;

pub use access::Access;
pub use facets::{Counted, FEW, Look, Rail};
pub use inside::Errand;
pub use listing::Listing;
pub use prefs::{Prefs, Theme, t};
pub use results::{Asked, Ordered};
pub use store::{Act, Store, use_store};
pub use url::{follow_address, href};
pub use writing::Writing;
