//! Text kept in blocks.

use std::ops::Range;

/// The size at which a block counts as full.
///
/// One growing buffer would be copied whole when it doubles, and in wasm a failed allocation ends the page; a block that
/// is full is never touched again.
const FULL: usize = 1 << 20;

/// Texts by number, in blocks of about 1 MB.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    blocks: Vec<String>,
    places: Vec<(u32, Range<u32>)>,
}

impl Blocks {
    /// Adds a text. One that no longer fits (4 GB) is kept as an empty one.
    pub(crate) fn push(&mut self, text: &str) {
        let place = self.append(text).unwrap_or((0, 0..0));
        self.places.push(place);
    }

    /// The text of that number.
    pub(crate) fn get(&self, number: usize) -> &str {
        let Some((block, range)) = self.places.get(number) else { return "" };
        let block = self.blocks.get(*block as usize);
        block.and_then(|it| it.get(range.start as usize..range.end as usize)).unwrap_or("")
    }

    fn append(&mut self, text: &str) -> Option<(u32, Range<u32>)> {
        if self.blocks.last().is_none_or(|it| it.len() + text.len() > FULL) {
            self.blocks.push(String::with_capacity(text.len()));
        }
        let number = u32::try_from(self.blocks.len() - 1).ok()?;
        let block = self.blocks.last_mut()?;
        let start = u32::try_from(block.len()).ok()?;
        let end = u32::try_from(block.len() + text.len()).ok()?;
        block.push_str(text);
        Some((number, start..end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_put_in_across_blocks() {
        let mut blocks = Blocks::default();
        let texts: Vec<String> = (0..40).map(|it| "xy".repeat(it * 2000)).collect();
        texts.iter().for_each(|it| blocks.push(it));
        assert!(blocks.blocks.len() > 2);
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(blocks.get(number), text);
        }
        assert_eq!(blocks.get(40), "");
    }
}
