//! Rows in a file: made once, opened as a catalog without asking any service.
//!
//! A file is [`MARK`], then gzip. What is compressed is the length of a header (4 bytes, little-endian), the header as JSON, and the
//! table as [`catalog::stored`] writes it. The mark stands before the compression, so that a web server's error page is told from a
//! damaged file by its first bytes. Nothing here compresses: the page leaves that to the browser, and a program to its own library.
//!
//! `docs/rows-file.md` describes the format for whoever writes such files.

mod about;
mod error;

use catalog::stored;

pub use about::About;
pub use error::OpenError;

use crate::rows::Rows;

/// The first bytes of a file: what it is, and the version of its form.
pub const MARK: [u8; 8] = *b"ImgRows\x01";

/// How many bytes the length of the header takes.
const PREFIX: usize = 4;

/// The longest header. A length beyond it is damage and must not be waited for.
const LONGEST: usize = 1 << 16;

/// Looks at the first bytes of a file, as many as [`MARK`] has.
///
/// # Errors
///
/// [`OpenError::Foreign`] if it is something else, [`OpenError::Newer`] if a later version of this program has written it.
pub fn recognise(first: &[u8]) -> Result<(), OpenError> {
    let [name @ .., version] = &MARK;
    match first.strip_prefix(name) {
        Some([it]) if it == version => Ok(()),
        Some([it]) if it > version => Err(OpenError::Newer(*it)),
        _ => Err(OpenError::Foreign),
    }
}

/// Writes what stands behind the mark, to be compressed, piece by piece.
pub fn write(rows: &Rows, about: &About, out: &mut dyn FnMut(&[u8])) {
    let header = about.print();
    let length = u32::try_from(header.len()).unwrap_or(u32::MAX);
    out(&length.to_le_bytes());
    out(header.as_bytes());
    stored::write(rows.table(), out);
}

/// Reads what stands behind the mark, once it is no longer compressed, piece by piece.
#[derive(Debug, Default)]
pub struct Opening {
    /// What has come of the header.
    header: Vec<u8>,
    /// The header, and what reads the rest.
    body: Option<(About, stored::Reader)>,
}

impl Opening {
    /// Takes the next bytes, of any number.
    ///
    /// # Errors
    ///
    /// What is wrong with them. The rows are lost then.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), OpenError> {
        let mut rest = bytes;
        while self.body.is_none() {
            let wanted = self.wanted()?;
            let (now, later) = rest.split_at((wanted - self.header.len()).min(rest.len()));
            self.header.extend_from_slice(now);
            rest = later;
            if self.header.len() < wanted {
                return Ok(());
            }
            self.read_header()?;
        }
        match &mut self.body {
            Some((_, reader)) => Ok(reader.feed(rest)?),
            None => Ok(()),
        }
    }

    /// What the file says of itself, as soon as that has come.
    #[must_use]
    pub fn about(&self) -> Option<&About> {
        self.body.as_ref().map(|it| &it.0)
    }

    /// The rows, once all has come.
    ///
    /// # Errors
    ///
    /// [`OpenError::Damaged`] if something is missing, or there are not as many rows as the header says.
    pub fn finish(self) -> Result<(About, Rows), OpenError> {
        let (about, reader) = self.body.ok_or(OpenError::Damaged)?;
        let table = reader.finish()?;
        if table.len() != about.rows {
            return Err(OpenError::Damaged);
        }
        let rows = Rows::from_table(about.catalog, table);
        Ok((about, rows))
    }

    /// How many bytes the header has with its length, as far as that is known.
    fn wanted(&self) -> Result<usize, OpenError> {
        let Some(length) = self.header.first_chunk() else { return Ok(PREFIX) };
        let length = u32::from_le_bytes(*length) as usize;
        if length > LONGEST { Err(OpenError::Damaged) } else { Ok(PREFIX + length) }
    }

    /// Reads the header if it is whole; with its length alone there is more to come.
    fn read_header(&mut self) -> Result<(), OpenError> {
        if self.header.len() == self.wanted()? {
            let header = self.header.get(PREFIX..).unwrap_or_default();
            let about = About::read(header)?;
            let reader = stored::Reader::new(about.catalog.schema());
            self.body = Some((about, reader));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
