//! What is looked at, and the only methods that change it.

mod access;
mod completing;
mod data;
mod facets;
mod inside;
mod listing;
mod loading;
mod opening;
mod place;
mod prefs;
mod results;
mod shelf;
mod store;
mod undo;
mod url;
mod writing;

pub use access::Access;
pub use facets::{Counted, Draft, Facet, Look, Rail};
pub use inside::Errand;
pub use listing::Listing;
pub use place::{Place, focus_again};
pub use prefs::{Prefs, Theme, t};
pub use results::{Asked, Ordered};
pub use store::{Act, Store, use_store};
pub use url::{follow_address, href};
pub use writing::Writing;
