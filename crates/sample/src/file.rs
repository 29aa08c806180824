//! Files of rows, with the compression that a browser undoes by itself.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Write},
    path::Path,
};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use view::{
    Rows,
    rows_file::{self, About, MARK, Opening},
};

use crate::Error;

/// How much of a file is read at once.
const PIECE: usize = 1 << 16;

/// Writes rows as a file, and says how many bytes it has.
///
/// # Errors
///
/// [`Error::File`] if it cannot be written.
pub fn save(rows: &Rows, about: &About, path: &Path) -> Result<u64, Error> {
    let mut file = BufWriter::new(File::create(path)?);
    file.write_all(&MARK)?;
    let mut gzip = GzEncoder::new(file, Compression::default());
    write(rows, about, &mut gzip)?;
    let file = gzip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok(file.metadata()?.len())
}

/// The sink of a table has no errors: the first one is kept, and nothing is written after it.
fn write(rows: &Rows, about: &About, out: &mut impl Write) -> io::Result<()> {
    let mut written = Ok(());
    rows_file::write(rows, about, &mut |bytes| {
        if written.is_ok() {
            written = out.write_all(bytes);
        }
    });
    written
}

/// Reads a file of rows, as the page does.
///
/// # Errors
///
/// [`Error::File`] if it cannot be read, [`Error::NotOpened`] if it is none.
pub fn open(path: &Path) -> Result<(About, Rows), Error> {
    let mut file = BufReader::new(File::open(path)?);
    let mut mark = Vec::new();
    file.by_ref().take(MARK.len() as u64).read_to_end(&mut mark)?;
    rows_file::recognise(&mark)?;
    let (mut gzip, mut opening) = (GzDecoder::new(file), Opening::default());
    let mut piece = vec![0; PIECE];
    loop {
        match gzip.read(&mut piece)? {
            0 => return Ok(opening.finish()?),
            read => opening.feed(piece.get(..read).unwrap_or_default())?,
        }
    }
}
