//! A file of rows beside the page: fetched, inflated and read piece by piece, so that it is never in memory as a whole.

use std::pin::Pin;

use futures_util::future::try_join;
use js_sys::Uint8Array;
use view::{
    Rows,
    rows_file::{self, About, MARK, OpenError, Opening},
};
use web_sys::{ReadableStreamDefaultReader, Response};

use super::{
    failure::Failure,
    inflate::{self, Inflate},
    transport::{self, AbortGuard, Begun},
};

/// A file that is on its way: dropping it aborts that.
pub struct Arriving(Pin<Box<dyn Future<Output = Begun>>>);

/// Fetches a file, beginning with this call.
#[must_use]
pub fn fetch_file(path: &str) -> Arriving {
    Arriving(Box::pin(transport::begin(path)))
}

/// Reads the rows of a file that is on its way. `tell` gets how many bytes have come, and of how many if the server says so.
///
/// # Errors
///
/// Whatever kept the file from arriving or its rows from being read.
pub async fn read_file(
    arriving: Arriving,
    tell: &dyn Fn(u64, Option<u64>),
) -> Result<(About, Rows), Failure> {
    let inflate = Inflate::new().ok_or(Failure::CannotInflate)?;
    let (response, guard) = arriving.0.await?;
    let ((), opened) = try_join(fill(&inflate, response, guard, tell), read(&inflate)).await?;
    Ok(opened)
}

/// Brings what arrives to be inflated, without the mark in front.
async fn fill(
    inflate: &Inflate,
    response: Response,
    mut guard: AbortGuard,
    tell: &dyn Fn(u64, Option<u64>),
) -> Result<(), Failure> {
    let length = response.headers().get("Content-Length").ok().flatten();
    let total = length.and_then(|it| it.parse().ok());
    let body = response.body().ok_or(OpenError::Foreign)?;
    let reader = ReadableStreamDefaultReader::new(&body).map_err(|_| guard.failure())?;
    let (mut mark, mut received) = (Vec::new(), 0);
    while let Some(piece) = inflate::next(&reader).await.map_err(|_| guard.failure())? {
        guard.extend();
        received += u64::from(piece.length());
        tell(received, total);
        let compressed = behind_mark(&mut mark, &piece)?;
        inflate.write(&compressed).await.ok_or(OpenError::Damaged)?;
    }
    rows_file::recognise(&mark)?;
    inflate.close().await.ok_or(OpenError::Damaged)?;
    Ok(())
}

/// Takes what belongs to the mark off the front of a piece, and looks at the mark as soon as it is whole.
fn behind_mark(mark: &mut Vec<u8>, piece: &Uint8Array) -> Result<Uint8Array, OpenError> {
    let missing = MARK.len() - mark.len();
    if missing > 0 {
        let taken = u32::try_from(missing).unwrap_or(u32::MAX).min(piece.length());
        mark.extend(piece.subarray(0, taken).to_vec());
        if mark.len() == MARK.len() {
            rows_file::recognise(mark)?;
        }
        return Ok(piece.subarray(taken, piece.length()));
    }
    Ok(piece.clone())
}

/// Reads what was inflated.
async fn read(inflate: &Inflate) -> Result<(About, Rows), Failure> {
    let mut opening = Opening::default();
    while let Some(piece) = inflate.next().await.ok_or(OpenError::Damaged)? {
        opening.feed(&piece.to_vec())?;
    }
    Ok(opening.finish()?)
}
