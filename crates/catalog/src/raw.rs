//! The texts that rows came from, compressed.

use lz4_flex::block;

/// How much text is compressed together: enough to find repetitions in, little enough to unpack for a single row.
const BLOCK: usize = 1 << 16;

/// No block is longer unpacked: it ends with the row that fills it.
const MOST: usize = 1 << 26;

/// Texts by number. They are looked at one at a time and rarely, so they are kept packed, in blocks of some rows.
#[derive(Debug, Default)]
pub(crate) struct Raw {
    packed: Vec<Packed>,
    /// The texts that are not packed yet.
    open: String,
    /// Where each text ends within its block.
    ends: Vec<u32>,
}

#[derive(Debug)]
struct Packed {
    bytes: Box<[u8]>,
    /// How long it is unpacked.
    len: usize,
    /// The number of the text that the next block begins with.
    next: usize,
}

impl Raw {
    /// Adds a text.
    pub(crate) fn push(&mut self, text: &str) {
        self.open.push_str(text);
        // A text of 4 GB cannot have come here.
        self.ends.push(u32::try_from(self.open.len()).unwrap_or(u32::MAX));
        if self.open.len() >= BLOCK {
            let bytes = block::compress(self.open.as_bytes()).into_boxed_slice();
            self.packed.push(Packed { bytes, len: self.open.len(), next: self.ends.len() });
            self.open.clear();
        }
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Calls back with each block: where its texts end, how long it is unpacked, and itself.
    pub(crate) fn each_block(&self, tell: &mut dyn FnMut(&[u32], usize, &[u8])) {
        let mut first = 0;
        for it in &self.packed {
            tell(self.ends.get(first..it.next).unwrap_or_default(), it.len, &it.bytes);
            first = it.next;
        }
        if first < self.ends.len() {
            let packed = block::compress(self.open.as_bytes());
            tell(self.ends.get(first..).unwrap_or_default(), self.open.len(), &packed);
        }
    }

    /// Adds a block of packed texts. Only to be called while nothing was added otherwise.
    pub(crate) fn push_block(
        &mut self,
        ends: impl Iterator<Item = u32>,
        len: usize,
        packed: &[u8],
    ) {
        self.ends.extend(ends);
        self.packed.push(Packed { bytes: packed.into(), len, next: self.ends.len() });
    }

    /// The text of a number; empty if there is none.
    pub(crate) fn get(&self, number: usize) -> String {
        self.text(number).unwrap_or_default()
    }

    fn text(&self, number: usize) -> Option<String> {
        let place = self.packed.partition_point(|it| it.next <= number);
        let first =
            place.checked_sub(1).and_then(|before| self.packed.get(before)).map_or(0, |it| it.next);
        let start =
            if number == first { 0 } else { *self.ends.get(number.checked_sub(1)?)? as usize };
        let range = start..*self.ends.get(number)? as usize;
        let Some(packed) = self.packed.get(place) else {
            return self.open.get(range).map(str::to_owned);
        };
        // A length from a damaged file must not be believed.
        let len = Some(packed.len).filter(|it| *it <= MOST)?;
        let bytes = block::decompress(&packed.bytes, len).ok()?;
        String::from_utf8(bytes.get(range)?.to_vec()).ok()
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        let packed: usize = self.packed.iter().map(|it| it.bytes.len() + size_of::<Packed>()).sum();
        packed + self.open.capacity() + self.ends.capacity() * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_put_in_across_blocks_and_packs_it() {
        let mut raw = Raw::default();
        let texts: Vec<String> = (0..4000)
            .map(|it| format!(r#"{{"ImageId":"uimage-{it}","ImageName":"镜像 {it}"}}"#))
            .collect();
        texts.iter().for_each(|it| raw.push(it));
        assert!(raw.packed.len() > 1);
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(raw.get(number), *text);
        }
        assert_eq!(raw.get(4000), "");
        assert!(raw.bytes() < texts.iter().map(String::len).sum::<usize>());
    }

    #[test]
    fn an_empty_text_may_stand_anywhere() {
        let mut raw = Raw::default();
        let long = "x".repeat(BLOCK);
        for text in ["", &long, "", "a"] {
            raw.push(text);
        }
        assert_eq!([0, 1, 2, 3].map(|it| raw.get(it)), ["", &long, "", "a"]);
    }
}
