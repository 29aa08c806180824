//! How wide a text is, without the page being laid out: asked of a canvas that has the cell's font.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, window};

use crate::browser;

thread_local! {
    /// One for each of the two fonts that cells have: to give another to a canvas takes longer than to measure a text.
    static METERS: RefCell<[Option<CanvasRenderingContext2d>; 2]> = RefCell::default();
}

/// How wide the start and the end of a text in a cell are, as styles.
pub(super) fn widths(cell: &Element, start: &str, end: &str) -> String {
    let is_code = cell.get_attribute("data-kind").as_deref() == Some("code");
    METERS.with_borrow_mut(|[plain, code]| {
        let meter = if is_code { code } else { plain };
        if meter.is_none() {
            *meter = meter_of(cell);
        }
        let width = |text| Some(meter.as_ref()?.measure_text(text).ok()?.width());
        match (width(start), width(end)) {
            (Some(start), Some(end)) => ["--start:", &px(start), ";--end:", &px(end)].concat(),
            // Where the browser tells none: as wide as ends are at most, in the smaller letters of the dots.
            _ => "--end:6.4em".to_owned(),
        }
    })
}

/// Hundredths of a pixel: what prints floats would weigh more than all this.
#[expect(clippy::cast_possible_truncation, reason = "no text is so wide")]
fn px(width: f64) -> String {
    ["calc(", &((width * 100.0).round() as i64).to_string(), "px / 100)"].concat()
}

fn meter_of(cell: &Element) -> Option<CanvasRenderingContext2d> {
    let text = cell.first_element_child()?;
    let canvas = window()?.document()?.create_element("canvas").ok()?;
    let canvas = canvas.dyn_into::<HtmlCanvasElement>().ok()?;
    let meter = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    meter.set_font(&font(&text)?);
    Some(meter)
}

/// The font as a canvas wants it. All in one word browsers say it only of texts with plain figures.
fn font(text: &Element) -> Option<String> {
    let part = |name| browser::style(text, name);
    Some([part("font-weight")?, part("font-size")?, part("font-family")?].join(" "))
}
