//! Marks in the text of the page that change nothing in it.
//!
//! Source: [CSS Custom Highlight API](https://www.w3.org/TR/css-highlight-api-1/). A browser that does not have it shows no marks; `<mark>` elements
//! instead would make cells anew with each key, where now only what they say changes.

use wasm_bindgen::prelude::*;
use web_sys::{Node, Range};

#[wasm_bindgen]
extern "C" {
    type Highlight;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;

    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);

    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);

    type HighlightRegistry;

    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static REGISTRY: Option<HighlightRegistry>;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
}

/// Marked parts of the page, under the name that the styles have for them.
pub struct Marked {
    highlight: Highlight,
}

impl Marked {
    /// Nothing marked yet; nothing at all if the browser cannot.
    pub fn new(name: &str) -> Option<Self> {
        REGISTRY.with(|it| {
            let highlight = Highlight::new().ok()?;
            it.as_ref()?.set(name, &highlight);
            Some(Self { highlight })
        })
    }

    /// Marks a part.
    pub fn add(&self, part: &Range) {
        self.highlight.add(part);
    }

    /// Marks nothing.
    pub fn clear(&self) {
        self.highlight.clear();
    }
}

/// A part of a text node, counted in UTF-16 units as the page counts; none if the node has no such part.
pub fn part_of(text: &Node, from: u32, to: u32) -> Option<Range> {
    let range = Range::new().ok()?;
    range.set_start(text, from).ok()?;
    range.set_end(text, to).ok()?;
    Some(range)
}

/// The place of a byte as browsers count it, in UTF-16.
pub fn units_before(text: &str, byte: usize) -> u32 {
    let before = text.get(..byte).unwrap_or(text);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}
