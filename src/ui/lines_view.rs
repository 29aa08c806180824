//! The painted lines of a list, in a box as tall as all of them.

use std::sync::Arc;

use crate::{browser, ui::prelude::*};

use super::{
    lines::{Lines, STEP},
    live::{Live, flag, part, text, when},
};

/// A line by its number among the painted ones.
type Line = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// The painted lines. The box around those in view sticks to the scroller's top, that around all of a short list is as tall as they are together; the one
/// around that makes the scroller scroll.
#[component]
pub(super) fn LinesView(
    /// The lines.
    lines: Lines,
    /// The line of that number among the painted ones.
    line: Line,
) -> impl IntoView {
    let slots = move || {
        let first = lines.whole.first.get();
        let in_view = (0..first).map(&*line).collect_view();
        (in_view, rest(lines, line.clone(), first, 0)).into_any()
    };
    let is_whole = lines.whole.is_painted;
    let height = move || match is_whole.get() {
        true => lines.window.get().content_height,
        false => lines.viewport.get().height,
    };
    view! {
        <div
            class="lines__all"
            role="rowgroup"
            data-whole=flag(move || is_whole.get())
            style:height=text(move || browser::pixels(lines.window.get().content_height))
        >
            <div
                class="lines__view"
                role="presentation"
                style:height=text(move || browser::pixels(height()))
            >
                <div class="lines__slots" role="presentation" style:transform=text(move || lines.shift())>
                    {part(slots)}
                </div>
            </div>
        </div>
    }
}

/// The lines behind those in view, but for so many, as far as there are slots for them. Each step is part of the one before, so that no line is made anew by a
/// further one. How many are in view is not looked at: another number of those makes all of them anew.
fn rest(lines: Lines, line: Line, in_view: usize, before: usize) -> Live<Option<AnyView>> {
    let (from, to) = (in_view + before, in_view + before + STEP);
    let grown = lines.whole.grown;
    when(
        move || grown.get() > before,
        move || {
            let step = (from..to).map(&*line).collect_view();
            (step, rest(lines, line.clone(), in_view, before + STEP)).into_any()
        },
    )
}
