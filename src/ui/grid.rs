//! The table: a fixed set of rows that show whichever part of the list is in view.
//!
//! Source: [grid pattern](https://www.w3.org/WAI/ARIA/apg/patterns/grid/). The grid itself has the focus and names the
//! active row; rows are slots that change what they show and are never moved (a keyed list would paint wrong orders when
//! membership and order change at once).
//!
//! The rows stand in a box that sticks to the scroller's top, and only what they show follows the scroll position. A fast
//! scroll can therefore never run ahead of the rows and show nothing.

use catalog::{RowId, Viewport, Window};
use leptos::{html, prelude::*};
use view::Column;
use web_sys::KeyboardEvent;

use super::{
    grid_header::GridHeader,
    grid_row::GridRow,
    live::{attr, flag, memo, part, text},
};
use crate::{
    browser::{SizeWatch, follow},
    state::{Store, t, use_store},
    words,
};

/// The table.
#[component]
pub fn Grid() -> impl IntoView {
    let grid = GridState::new(use_store());
    watch(grid);
    let count = move || grid.store.results().with(|it| it.rows.len());
    let catalog = move || grid.store.view().with(|it| it.catalog);
    let active = move || grid.active_in_view().map(|row| format!("row-{}", row.0));
    let rows = move || {
        let rows = (0..grid.slots.get()).map(|number| view! { <GridRow number grid /> });
        rows.collect_view().into_any()
    };
    let no_rows = move || count() == 0 && grid.store.is_settled();
    view! {
        <div
            id="grid"
            class="grid"
            role="grid"
            tabindex="0"
            aria-label=t(words::GRID)
            aria-rowcount=text(move || (count() + 1).to_string())
            aria-colcount=text(move || catalog().shown().count().to_string())
            aria-activedescendant=attr(active)
            node_ref=grid.scroller
            style:--columns=text(move || template(catalog().shown()))
            style:--width=text(move || total(catalog().shown()))
            on:scroll=move |_| grid.measure()
            on:keydown=move |event| grid.on_key(&event)
            data-empty=flag(no_rows)
        >
            <GridHeader />
            <div class="grid__body" role="rowgroup" style:height=text(move || px(grid.window.get().content_height))>
                <div class="grid__view" role="presentation" style:height=text(move || px(grid.viewport.get().height))>
                    <div
                        class="grid__rows"
                        role="presentation"
                        style:transform=text(move || format!("translateY({})", px(-grid.window.get().shift)))
                    >
                        {part(rows)}
                    </div>
                </div>
            </div>
        </div>
    }
}

/// What the table's parts share.
#[derive(Clone, Copy)]
pub(super) struct GridState {
    pub(super) store: Store,
    pub(super) window: Memo<Window>,
    /// The row that the keyboard is on.
    pub(super) active: RwSignal<Option<RowId>>,
    scroller: NodeRef<html::Div>,
    viewport: RwSignal<Viewport>,
    slots: Memo<usize>,
}

impl GridState {
    fn new(store: Store) -> Self {
        let viewport = RwSignal::new(Viewport::default());
        let window = move |_: Option<&Window>| {
            catalog::window(store.results().with(|it| it.rows.len()), viewport.get())
        };
        Self {
            store,
            window: Memo::new(window),
            active: RwSignal::default(),
            scroller: NodeRef::new(),
            viewport,
            slots: memo(move || slots(viewport.get())),
        }
    }

    /// Takes note of where the scroller stands and how large it is.
    fn measure(self) {
        let Some(element) = self.scroller.get_untracked() else { return };
        let style = window().get_computed_style(&element).ok().flatten();
        let row_height = style
            .and_then(|it| it.get_property_value("--row-h").ok())
            .map(|it| js_sys::parse_float(&it));
        let row_height = row_height.filter(|it| *it > 0.0).unwrap_or(36.0);
        let viewport = Viewport {
            scroll_top: f64::from(element.scroll_top()),
            // The header takes a row's height of the scroller.
            height: (f64::from(element.client_height()) - row_height).max(0.0),
            row_height,
        };
        if self.viewport.get_untracked() != viewport {
            self.viewport.set(viewport);
        }
    }

    /// The active row, if it is painted: scrolled away it has no element that could be named.
    fn active_in_view(self) -> Option<RowId> {
        let (active, window) = (self.active.get()?, self.window.get());
        let in_view = |rows: &[RowId]| {
            rows.iter().skip(window.first).take(window.len).any(|it| *it == active)
        };
        self.store.results().with(|it| in_view(&it.rows)).then_some(active)
    }

    fn scroll_to_top(self) {
        if let Some(element) = self.scroller.get_untracked() {
            element.set_scroll_top(0);
            self.measure();
        }
    }

    fn on_key(self, event: &KeyboardEvent) {
        let chord = event.ctrl_key() || event.meta_key() || event.alt_key();
        let from_inside = event.target() != event.current_target();
        if event.is_composing() || (from_inside && event.key() == "Enter") {
            return;
        }
        let page = isize::try_from(self.slots.get_untracked().saturating_sub(2)).unwrap_or(1);
        match event.key().as_str() {
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            "j" if !chord => self.step(1),
            "k" if !chord => self.step(-1),
            "PageDown" => self.step(page),
            "PageUp" => self.step(-page),
            "Home" => self.step(isize::MIN),
            "End" => self.step(isize::MAX),
            "Enter" => self.open_active(),
            "Escape" => self.store.close(),
            _ => return,
        }
        event.prevent_default();
    }

    /// Moves the active row by so many, as far as there are rows; the first step goes to the first row in view.
    fn step(self, by: isize) {
        let rows = self.store.results().with_untracked(|it| it.rows.clone());
        let Some(last) = rows.len().checked_sub(1) else { return };
        let at = self.active.get_untracked().and_then(|row| rows.iter().position(|it| *it == row));
        let next = match at {
            Some(at) => at.saturating_add_signed(by).min(last),
            None if by == isize::MAX => last,
            None if by == isize::MIN => 0,
            None => self.window.get_untracked().first,
        };
        self.active.set(rows.get(next).copied());
        if let Some(element) = self.scroller.get_untracked() {
            let top = catalog::scroll_to(next, rows.len(), self.viewport.get_untracked());
            #[expect(
                clippy::cast_possible_truncation,
                reason = "scroll positions end at 16 million"
            )]
            element.set_scroll_top(top.ceil() as i32);
            self.measure();
        }
    }

    fn open_active(self) {
        if let Some(key) =
            self.active.get_untracked().and_then(|row| self.store.with_rows(|rows| rows.key(row)))
        {
            self.store.open(key);
        }
    }
}

/// Follows the scroller's size, and goes back to the top when other rows are shown.
fn watch(grid: GridState) {
    let size = StoredValue::new_local(None::<SizeWatch>);
    follow(move || {
        let watch = grid.scroller.get().and_then(|it| SizeWatch::new(&it, move || grid.measure()));
        size.set_value(watch);
    });
    on_cleanup(move || size.set_value(None));
    let last = StoredValue::new(None);
    follow(move || {
        let shown =
            grid.store.results().with(|it| (it.generation, it.query.clone(), it.sort.clone()));
        if last.get_value().is_some_and(|last| last != shown) {
            grid.active.set(None);
            grid.scroll_to_top();
        }
        last.set_value(Some(shown));
    });
}

/// As many rows as can be in view at once: one more than fit, since the first and the last may be cut.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a screen holds few rows"
)]
fn slots(viewport: Viewport) -> usize {
    if viewport.row_height <= 0.0 {
        return 0;
    }
    (viewport.height / viewport.row_height).ceil() as usize + 1
}

/// Whole pixels: half ones would only blur the text.
#[expect(clippy::cast_possible_truncation, reason = "no content is taller than 16 million pixels")]
fn px(pixels: f64) -> String {
    format!("{}px", pixels.round() as i64)
}

/// The widths of the columns. The first takes what is left over, and leaves half of a narrow screen to the others.
fn template(columns: impl Iterator<Item = &'static Column>) -> String {
    let width = |(place, column): (usize, &Column)| match place {
        0 => format!("minmax({}, 1fr)", title_width(column)),
        _ => format!("{}px", column.width),
    };
    columns.enumerate().map(width).collect::<Vec<_>>().join(" ")
}

/// The width of all columns together.
fn total(mut columns: impl Iterator<Item = &'static Column>) -> String {
    let title = columns.next().map(title_width).unwrap_or_default();
    let others: u32 = columns.map(|it| u32::from(it.width)).sum();
    format!("calc({title} + {others}px)")
}

fn title_width(column: &Column) -> String {
    format!("min({}px, 46vw)", column.width)
}
