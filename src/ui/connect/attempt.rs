//! A try to connect, from what was entered to what became of it.

use crate::ui::prelude::*;
use futures_util::future::{AbortHandle, abortable};
use gloo_timers::callback::Timeout;
use ucloud_api::Product;

use super::{entered, trials::Outcome, way::Way};
use crate::{
    browser,
    session::{Connection, Trial},
    state::Store,
};

/// How long the dialog shows what works before it closes, in milliseconds.
const SHOWN: u32 = 1200;

/// A try to connect, under way or done. It is called off when the dialog closes or another way is chosen.
#[derive(Clone, Copy)]
pub(super) struct Attempt {
    pub(super) store: Store,
    open: RwSignal<bool>,
    pub(super) way: RwSignal<Way>,
    pub(super) outcome: RwSignal<Outcome>,
    running: StoredValue<Option<AbortHandle>, LocalStorage>,
    closing: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Attempt {
    pub(super) fn new(store: Store, open: RwSignal<bool>) -> Self {
        Self {
            store,
            open,
            way: RwSignal::new(Way::offered(store)),
            outcome: RwSignal::new(Outcome::NotTried),
            running: StoredValue::new_local(None),
            closing: StoredValue::new_local(None),
        }
    }

    pub(super) fn choose(self, way: Way) {
        self.call_off();
        self.way.set(way);
    }

    /// The products that the test will ask, before a second pair of keys is entered.
    pub(super) fn asked(self) -> Vec<Product> {
        match self.way.get() {
            Way::Gateway => self
                .store
                .gateway()
                .with(|it| it.as_ref().map(|it| it.signs.clone()).unwrap_or_default()),
            Way::KeyPair => vec![Product::UCloud],
            Way::Endpoint => Product::ALL.to_vec(),
        }
    }

    /// Tests what was entered. The secrets leave their fields.
    pub(super) fn begin(self) {
        if self.outcome.with_untracked(|it| *it == Outcome::Trying) {
            return;
        }
        match entered::take(self.store, self.way.get_untracked()) {
            Ok(connection) => self.run(connection),
            Err(mistake) => {
                entered::focus_on(&format!("[name={}]", mistake.field));
                self.outcome.set(Outcome::Mistaken(mistake.sentence));
            }
        }
    }

    fn run(self, connection: Connection) {
        self.outcome.set(Outcome::Trying);
        let (trying, handle) = abortable(async move {
            let trials = self.store.try_connection(connection).await;
            self.done(trials);
        });
        self.running.set_value(Some(handle));
        browser::spawn(async move {
            // Who called it off knows.
            let _ = trying.await;
        });
    }

    fn done(self, trials: Vec<Trial>) {
        let all_work = trials.iter().all(|it| it.outcome.is_ok());
        self.outcome.set(Outcome::Tried(trials));
        if all_work {
            entered::forget();
            let open = self.open;
            self.closing.set_value(Some(Timeout::new(SHOWN, move || open.set(false))));
        } else if let Some(field) = self.way.get_untracked().asks_again() {
            entered::focus_on(&format!("[name={field}]"));
        }
    }

    pub(super) fn call_off(self) {
        self.closing.set_value(None);
        if let Some(handle) = self.running.try_update_value(Option::take).flatten() {
            handle.abort();
        }
        self.outcome.set(Outcome::NotTried);
    }
}
