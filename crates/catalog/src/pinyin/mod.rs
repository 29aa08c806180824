//! Pinyin: what Chinese characters sound like, and texts found by it.
//!
//! A table of readings ([`rank`]), a word that is read as pinyin ([`Needle`]), and the Chinese of many texts to find such words
//! in ([`Runs`]).

mod needle;
mod runs;
mod table;

pub(crate) use needle::Needle;
pub(crate) use runs::Runs;
pub(crate) use table::rank;
