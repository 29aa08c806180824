//! Gzip, undone by the browser: a library for it would be loaded with every visit, and few visits open a file.

use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, WritableStreamDefaultWriter};

/// A `DecompressionStream`: compressed bytes in, others out. `web_sys` has it behind a flag for the whole build, so it goes by its name.
pub(super) struct Inflate {
    writer: WritableStreamDefaultWriter,
    reader: ReadableStreamDefaultReader,
}

impl Inflate {
    /// Nothing in a browser that has none.
    pub(super) fn new() -> Option<Self> {
        let make = Reflect::get(&window(), &"DecompressionStream".into()).ok()?;
        let make: Function = make.dyn_into().ok()?;
        let stream = Reflect::construct(&make, &Array::of1(&"gzip".into())).ok()?;
        let end = |name: &str| Reflect::get(&stream, &name.into()).ok();
        let writer = WritableStreamDefaultWriter::new(end("writable")?.unchecked_ref()).ok()?;
        let reader = ReadableStreamDefaultReader::new(end("readable")?.unchecked_ref()).ok()?;
        Some(Self { writer, reader })
    }

    /// Takes compressed bytes as soon as there is room for them; nothing if they are not gzip.
    pub(super) async fn write(&self, bytes: &Uint8Array) -> Option<()> {
        JsFuture::from(self.writer.write_with_chunk(bytes)).await.ok().map(drop)
    }

    /// Says that all has come; nothing if something is missing.
    pub(super) async fn close(&self) -> Option<()> {
        JsFuture::from(self.writer.close()).await.ok().map(drop)
    }

    /// The next piece, or nothing inside at the end; nothing if the bytes are damaged.
    pub(super) async fn next(&self) -> Option<Option<Uint8Array>> {
        next(&self.reader).await.ok()
    }
}

/// The next piece of a stream of bytes; nothing at its end.
pub(super) async fn next(
    reader: &ReadableStreamDefaultReader,
) -> Result<Option<Uint8Array>, JsValue> {
    let result = JsFuture::from(reader.read()).await?;
    // At the end there is no value.
    Ok(Reflect::get(&result, &"value".into())?.dyn_into().ok())
}
