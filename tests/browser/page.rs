//! The page as a person uses it.

use std::{any::Any, cell::RefCell};

use catalog::Direction;
use image_catalog::app::App;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit,
    window,
};

use crate::{images::Image, service::Service};

/// How many frames the page may take for anything. Far more than it needs: a loaded machine is no mistake of the page.
const PATIENCE: u32 = 1800;

/// The part of the page's style that decides which rows are in view, and a size that a browser's window would give.
const STYLE: &str = concat!(
    include_str!("../../style/layers.css"),
    include_str!("../../style/tokens.css"),
    include_str!("../../style/reset.css"),
    include_str!("../../style/lines.css"),
    include_str!("../../style/grid.css"),
    include_str!("../../style/later/cards.css"),
    include_str!("../../style/later/card.css"),
    ".lines { --row-h: 36px; width: 800px; height: 400px; }"
);

/// As tall as [`STYLE`] makes it.
const ROW_HEIGHT: i32 = 36;

/// The page in an element of its own, with a service of its own, until it is dropped.
pub(crate) struct Page {
    place: HtmlElement,
    pub(crate) service: Service,
}

/// What a page leaves on the document, which nothing but dropping it takes away.
struct Standing {
    mounted: Option<Box<dyn Any>>,
    place: HtmlElement,
}

thread_local! {
    /// The page that stands now. Not in [`Page`]: a test that fails stops where it is and drops nothing, so the next one has to.
    static STANDING: RefCell<Option<Standing>> = const { RefCell::new(None) };
}

/// A painted row.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Painted {
    pub(crate) index: String,
    pub(crate) key: String,
    pub(crate) name: String,
}

/// Opens the page on a service with these images, and waits until all of them have arrived.
pub(crate) async fn open_page(images: &[Image]) -> Page {
    clean();
    let service = Service::start(images);
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    let mounted = leptos::mount::mount_to(place.clone(), App);
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(STYLE));
    place.append_child(&style).unwrap();
    let standing = Standing { mounted: Some(Box::new(mounted)), place: place.clone() };
    STANDING.replace(Some(standing));
    let page = Page { place, service };
    until("the list", || !page.all("#grid").is_empty()).await;
    let expected = (images.len() + 1).to_string();
    until("all rows", || page.row_count() == expected && !page.painted().is_empty()).await;
    page
}

/// Acting.
impl Page {
    /// Types a text in place of what is in the search box.
    pub(crate) fn search_for(&self, text: &str) {
        let input: HtmlInputElement = self.find("#search").unchecked_into();
        input.set_value(text);
        let bubbles = EventInit::new();
        bubbles.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &bubbles).unwrap();
        input.dispatch_event(&event).unwrap();
    }

    /// Clicks on a column's header until the column is sorted that way.
    pub(crate) async fn sort_by(&self, column: &str, direction: Direction) {
        let header = format!("[data-column={column}]");
        let wanted = Some(aria(direction));
        // Three clicks lead through all orders of a column.
        for _ in 0..3 {
            if self.find(&header).get_attribute("aria-sort").as_deref() == wanted {
                return;
            }
            self.click(&format!("{header} a"));
            next_frame().await;
        }
        panic!("{column} never became {wanted:?}");
    }

    /// Scrolls to a part of the list: 0 is its start, 1 its end.
    pub(crate) fn scroll_to(&self, part: f64) {
        let grid = self.find("#grid");
        let most = grid.scroll_height() - grid.client_height();
        grid.set_scroll_top((f64::from(most) * part) as i32);
    }

    /// Presses a key on the list.
    pub(crate) fn press(&self, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find("#grid").dispatch_event(&event).unwrap();
    }

    /// Lays the rows out in the other way.
    pub(crate) async fn change_layout(&self) {
        self.click(".switch__button[aria-pressed=false]");
        next_frame().await;
    }

    pub(crate) fn click(&self, selector: &str) {
        self.find(selector).click();
    }
}

/// Looking.
impl Page {
    /// What the table says about its number of rows, the header's included.
    pub(crate) fn row_count(&self) -> String {
        self.find("#grid").get_attribute("aria-rowcount").unwrap()
    }

    /// What the rows on show were made from: the search text and the order.
    pub(crate) fn made_from(&self) -> (String, String) {
        let status = self.find("[data-testid=result-status]");
        let part = |name| status.get_attribute(name).unwrap();
        (part("data-q"), part("data-sort"))
    }

    /// The painted rows, from the top.
    pub(crate) fn painted(&self) -> Vec<Painted> {
        let rows = self.in_sight("[role=row][data-row-id]:not([hidden])");
        let row = |row: &HtmlElement| Painted {
            index: row.get_attribute("aria-rowindex").unwrap(),
            key: row.get_attribute("data-row-id").unwrap(),
            name: row.query_selector("a").unwrap().unwrap().text_content().unwrap(),
        };
        rows.iter().map(row).collect()
    }

    /// The names on show.
    pub(crate) fn visible_names(&self) -> Vec<String> {
        self.painted().into_iter().map(|it| it.name).collect()
    }

    /// Out of rows in that order those that lie in view, as they ought to be painted.
    pub(crate) fn in_view(&self, rows: &[&Image]) -> Vec<Painted> {
        let grid = self.find("#grid");
        let top = grid.scroll_top();
        let bottom = top + grid.client_height() - ROW_HEIGHT;
        let is_seen = |place: i32| place * ROW_HEIGHT < bottom && (place + 1) * ROW_HEIGHT > top;
        let rows = (0..).zip(rows).filter(|(place, _)| is_seen(*place));
        let painted = |(place, image): (i32, &&Image)| Painted {
            index: (place + 2).to_string(),
            key: image.key(),
            name: image.name.clone(),
        };
        rows.map(painted).collect()
    }

    /// The painted cards, line by line; their index is the place in the line below that of the line.
    pub(crate) fn painted_cards(&self) -> Vec<Painted> {
        let card = |card: &HtmlElement| Painted {
            index: format!(
                "{}:{}",
                card.parent_element().unwrap().get_attribute("aria-rowindex").unwrap(),
                card.get_attribute("aria-colindex").unwrap()
            ),
            key: card.get_attribute("data-row-id").unwrap(),
            name: card.query_selector("a").unwrap().unwrap().text_content().unwrap(),
        };
        self.in_sight("[role=gridcell][data-row-id]").iter().map(card).collect()
    }

    /// The elements that can be seen in the view of the list, from the top, each line from its start: where they stand in the document is not
    /// what a reader sees.
    fn in_sight(&self, selector: &str) -> Vec<HtmlElement> {
        let Some(list) = self.all(".lines").pop() else { return Vec::new() };
        let view = list.get_bounding_client_rect();
        // Above a scrollbar.
        let bottom = view.top() + f64::from(list.client_height());
        let place = |it: &HtmlElement| it.get_bounding_client_rect();
        // The header stays over the rows.
        let top = self.all(".grid__head").pop().map_or(view.top(), |it| place(&it).bottom());
        let mut seen = self.all(selector);
        seen.retain(|it| place(it).bottom() > top + 0.5 && place(it).top() < bottom - 0.5);
        seen.sort_by(|a, b| {
            let (a, b) = (place(a), place(b));
            (a.top(), a.left()).partial_cmp(&(b.top(), b.left())).unwrap()
        });
        seen
    }

    /// Out of rows in that order those whose cards lie in view, as they ought to be painted.
    pub(crate) fn cards_in_view(&self, rows: &[&Image]) -> Vec<Painted> {
        let grid = self.find("#grid");
        let (top, bottom) = (grid.scroll_top(), grid.scroll_top() + grid.client_height());
        let (height, columns) = (self.find("[role=row]").offset_height(), self.columns());
        let is_seen = |line: i32| line * height < bottom && (line + 1) * height > top;
        let rows = (0..).zip(rows).filter(|(place, _)| is_seen(place / columns));
        let painted = |(place, image): (i32, &&Image)| Painted {
            index: format!("{}:{}", place / columns + 1, place % columns + 1),
            key: image.key(),
            name: image.name.clone(),
        };
        rows.map(painted).collect()
    }

    /// How many cards stand beside each other.
    pub(crate) fn columns(&self) -> i32 {
        self.find("#grid").get_attribute("aria-colcount").unwrap().parse().unwrap()
    }

    /// The key of the row that the list names as the active one.
    pub(crate) fn active(&self) -> Option<String> {
        let id = self.find("#grid").get_attribute("aria-activedescendant")?;
        self.find(&format!("#{id}")).get_attribute("data-row-id")
    }

    pub(crate) fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.place.query_selector_all(selector).unwrap();
        (0..found.length()).map(|it| found.get(it).unwrap().unchecked_into()).collect()
    }

    fn find(&self, selector: &str) -> HtmlElement {
        let found = self.place.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("the page has no {selector}")).unchecked_into()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        clean();
    }
}

impl Drop for Standing {
    fn drop(&mut self) {
        drop(self.mounted.take());
        self.place.remove();
    }
}

/// Takes the page away, with what it has put into the address and keeps in the browser.
fn clean() {
    drop(STANDING.take());
    reset_address();
    window().unwrap().local_storage().unwrap().unwrap().clear().unwrap();
}

/// Waits for a condition, frame by frame. It must hold in two frames: between two frames a page may be half-way from one state to the
/// next.
pub(crate) async fn until(what: &str, holds: impl Fn() -> bool) {
    assert!(comes_true(holds).await, "the page never showed {what}");
}

/// Whether a condition comes true in two frames running before patience ends.
pub(crate) async fn comes_true(holds: impl Fn() -> bool) -> bool {
    let mut held = false;
    for _ in 0..PATIENCE {
        let holds = holds();
        if held && holds {
            return true;
        }
        held = holds;
        next_frame().await;
    }
    false
}

pub(crate) async fn next_frame() {
    let frame = Promise::new(&mut |resolve, _| {
        window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}

fn reset_address() {
    let path = window().unwrap().location().pathname().unwrap();
    let history = window().unwrap().history().unwrap();
    history.replace_state_with_url(&JsValue::NULL, "", Some(&path)).unwrap();
}

fn aria(direction: Direction) -> &'static str {
    match direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    }
}

fn document() -> Document {
    window().unwrap().document().unwrap()
}
