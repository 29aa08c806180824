//! Stands in for `wasm-streams` (see `[patch.crates-io]` in the workspace's manifest).
//!
//! Leptos always brings server functions along, and these bring streams, which are classes that the module exports: no linker can drop
//! them, although nothing here calls a server function. This has the interface that `server_fn` compiles against, and streams of
//! nothing. If a server function is ever wanted, take the patch away.
#![forbid(unsafe_code)]

use futures_util::stream::{self, Stream};
use wasm_bindgen::JsValue;

/// A stream of nothing.
#[derive(Debug)]
pub struct ReadableStream;

impl ReadableStream {
    /// Takes a stream, and lets it go.
    #[must_use]
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self
    }

    /// Takes the browser's stream, and lets it go.
    #[must_use]
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        Self
    }

    /// The browser's stream: an empty one.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        web_sys::ReadableStream::new().unwrap_or_else(|_| JsValue::NULL.into())
    }

    /// The stream: an empty one.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
