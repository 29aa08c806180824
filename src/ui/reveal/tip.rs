//! A text over a cell, and the button that copies it.

use crate::ui::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use crate::{
    ui::{
        copy::CopyButton,
        icon::Icon,
        live::{attr, flag, live, text},
    },
    words,
};

/// What lies over which part of the list, in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Over {
    /// All of the text.
    text: String,
    /// Whether the cell shows less.
    is_cut: bool,
    /// How it is set, as the styles name it.
    kind: Option<String>,
    top: i32,
    /// How far from the side that it begins at.
    inset: i32,
    /// Whether that is the left one: a text grows away from the nearer side.
    from_left: bool,
    width: i32,
}

impl Over {
    /// Over a cell, if that is in view.
    #[expect(clippy::cast_possible_truncation, reason = "a window has few pixels")]
    pub(super) fn of(cell: &Element, is_cut: bool, text: String) -> Option<Self> {
        let around = cell.closest(".lines").ok()??.parent_element()?.get_bounding_client_rect();
        let at = cell.get_bounding_client_rect();
        let middle = f64::midpoint(at.left(), at.right());
        if middle < around.left() || middle > around.right() {
            return None;
        }
        let from_left = middle < f64::midpoint(around.left(), around.right());
        let inset = if from_left { at.left() - around.left() } else { around.right() - at.right() };
        Some(Self {
            text,
            is_cut,
            kind: cell.get_attribute("data-kind"),
            top: (at.top() - around.top()).round() as i32,
            inset: inset.round().max(0.0) as i32,
            from_left,
            width: at.width().round() as i32,
        })
    }

    /// Whether all of the text lies there.
    pub(super) fn has_text(&self) -> bool {
        self.is_cut
    }

    fn side(&self, is_left: bool) -> String {
        if self.from_left == is_left { px(self.inset) } else { "auto".to_owned() }
    }
}

fn px(pixels: i32) -> String {
    [&pixels.to_string(), "px"].concat()
}

/// The text and the button. Screen readers have read the text in its cell; the pointer goes through to that.
#[component]
pub(super) fn TipView(
    /// What it lies over.
    over: RwSignal<Option<Over>>,
    /// Whether the text can be copied.
    #[prop(optional)]
    copies: bool,
) -> impl IntoView {
    let style = move |read: fn(&Over) -> String| {
        text(move || over.with(|it| it.as_ref().map(read).unwrap_or_default()))
    };
    let whole = style(|it| if it.is_cut { it.text.clone() } else { String::new() });
    let copied =
        move || over.with_untracked(|it| it.as_ref().map(|it| it.text.clone())).unwrap_or_default();
    let button = copies.then(|| {
        view! { <CopyButton label=words::COPY_ID icon=Icon::Copy bare=true copies=Box::new(copied) /> }
    });
    view! {
        <div
            class="tip"
            hidden=live(move || over.with(Option::is_none))
            data-kind=attr(move || over.with(|it| it.as_ref()?.kind.clone()))
            data-whole=flag(move || over.with(|it| it.as_ref().is_some_and(|it| it.is_cut)))
            style:top=style(|it| px(it.top))
            style:left=style(|it| it.side(true))
            style:right=style(|it| it.side(false))
            style:min-width=style(|it| px(it.width))
        >
            <span class="tip__text" aria-hidden="true">{whole}</span>
            {button}
        </div>
    }
}

/// Whether an element is one of a text over a cell.
pub(super) fn is_tip(element: &Element) -> bool {
    element.closest(".tip").is_ok_and(|it| it.is_some())
}

/// Whether the pointer is on a text over a cell: it can go along a long one without losing it. To the browser it is on the cells below, so
/// that the wheel still scrolls them. Asked of what is heard around the list.
pub(super) fn is_under_tip(event: &Event) -> bool {
    let around = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    let Some((around, at)) = around.zip(event.dyn_ref::<MouseEvent>()) else { return false };
    let (x, y) = (f64::from(at.client_x()), f64::from(at.client_y()));
    let parts = around.children();
    (0..parts.length()).filter_map(|place| parts.item(place)).filter(is_tip).any(|it| {
        let edges = it.get_bounding_client_rect();
        (edges.left()..edges.right()).contains(&x) && (edges.top()..edges.bottom()).contains(&y)
    })
}
