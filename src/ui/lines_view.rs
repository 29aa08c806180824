//! The painted lines of a list, in a box as tall as all of them.

use crate::ui::prelude::*;

use super::{
    lines::Lines,
    live::{part, text},
};

/// The lines in view. The box around them sticks to the scroller's top; the one around that makes the scroller scroll.
#[component]
pub(super) fn LinesView(
    /// The lines.
    lines: Lines,
    /// The line of that number among the painted ones.
    line: Box<dyn Fn(usize) -> AnyView + Send + Sync>,
) -> impl IntoView {
    let slots = move || {
        let slots = (0..lines.slots.get()).map(&line);
        slots.collect_view().into_any()
    };
    view! {
        <div
            class="lines__all"
            role="rowgroup"
            style:height=text(move || px(lines.window.get().content_height))
        >
            <div
                class="lines__view"
                role="presentation"
                style:height=text(move || px(lines.viewport.get().height))
            >
                <div class="lines__slots" role="presentation" style:transform=text(move || lines.shift())>
                    {part(slots)}
                </div>
            </div>
        </div>
    }
}

/// Whole pixels: half ones would only blur the text.
#[expect(clippy::cast_possible_truncation, reason = "no content is taller than 16 million pixels")]
fn px(pixels: f64) -> String {
    format!("{}px", pixels.round() as i64)
}
