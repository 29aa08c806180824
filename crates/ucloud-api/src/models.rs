//! The actions' requests and rows, one module an action.

pub mod describe_image;

pub use crate::field::{Int, List, Text, Time};
