//! Walking through a view's lists: several at once, each page by page, each with its own fate.

mod progress;
mod walk;

pub use progress::{Progress, Stage, Summary, TargetLoad};
pub use walk::{Load, Sink};
