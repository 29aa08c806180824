//! Texts by number, in few large buffers.

/// The size at which a chunk counts as full.
///
/// One growing buffer would be copied whole when it doubles, and in wasm a failed allocation ends the page; a chunk that is
/// full is never touched again.
const FULL: usize = 1 << 20;

/// Stands behind every text. No text that is searched contains it.
pub(crate) const SEPARATOR: char = '\n';

/// Texts by number, in chunks of about 1 MB, so that a search is a scan over memory instead of a call per text.
#[derive(Debug, Default, Clone)]
pub(crate) struct Arena {
    chunks: Vec<Chunk>,
    /// Where each text ends within its chunk.
    ends: Vec<u32>,
}

#[derive(Debug, Default, Clone)]
struct Chunk {
    text: String,
    /// The number of its first text.
    first: usize,
}

/// A part of the arena to scan: each text is followed by a separator.
pub(crate) struct Part<'a> {
    pub(crate) bytes: &'a [u8],
    /// The number of the first text.
    pub(crate) first: usize,
    /// Where each text ends.
    pub(crate) ends: &'a [u32],
}

impl Arena {
    /// How many texts it holds.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a number.
    pub(crate) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let chunk = self
            .chunks
            .get(self.chunks.partition_point(|it| it.first <= number).checked_sub(1)?)?;
        let start =
            if number == chunk.first { 0 } else { *self.ends.get(number - 1)? as usize + 1 };
        chunk.text.get(start..end)
    }

    /// Adds a text.
    pub(crate) fn push(&mut self, text: &str) {
        self.push_with(|out| out.push_str(text));
    }

    /// Adds what is written.
    pub(crate) fn push_with(&mut self, write: impl FnOnce(&mut String)) {
        if self.chunks.last().is_none_or(|it| it.text.len() >= FULL) {
            self.start_chunk();
        }
        let Some(chunk) = self.chunks.last_mut() else { return };
        write(&mut chunk.text);
        // A text of 4 GB cannot have come here.
        self.ends.push(u32::try_from(chunk.text.len()).unwrap_or(u32::MAX));
        chunk.text.push(SEPARATOR);
    }

    /// Gives back what has grown beyond need: up to half of it. To be called when no more texts are expected.
    pub(crate) fn trim(&mut self) {
        if let Some(last) = self.chunks.last_mut() {
            last.text.shrink_to_fit();
        }
        self.ends.shrink_to_fit();
    }

    /// A full chunk gives back what it has grown beyond need.
    fn start_chunk(&mut self) {
        if let Some(full) = self.chunks.last_mut() {
            full.text.shrink_to_fit();
        }
        self.chunks.push(Chunk { text: String::new(), first: self.ends.len() });
    }

    /// All of it, part by part.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let next = self.chunks.iter().skip(1).map(|it| it.first).chain([self.ends.len()]);
        self.chunks.iter().zip(next).map(|(chunk, end)| Part {
            bytes: chunk.text.as_bytes(),
            first: chunk.first,
            ends: self.ends.get(chunk.first..end).unwrap_or_default(),
        })
    }

    /// How many bytes its texts have.
    pub(crate) fn size(&self) -> usize {
        self.chunks.iter().map(|it| it.text.len()).sum()
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.chunks.iter().map(|it| it.text.capacity()).sum::<usize>() + self.ends.capacity() * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_put_in_across_chunks() {
        let mut arena = Arena::default();
        let texts: Vec<String> = (0..400).map(|it| "xy".repeat(it * 20)).collect();
        texts.iter().for_each(|it| arena.push(it));
        assert!(arena.chunks.len() > 2);
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(arena.get(number), Some(text.as_str()));
        }
        assert_eq!((arena.len(), arena.get(400)), (400, None));
        let parts: Vec<_> = arena.parts().collect();
        assert_eq!(parts.iter().map(|it| it.ends.len()).sum::<usize>(), 400);
        for part in parts {
            assert_eq!(part.bytes.last(), Some(&b'\n'));
            assert_eq!(arena.get(part.first).unwrap().len(), part.ends[0] as usize);
        }
    }
}
