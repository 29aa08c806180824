//! Connecting: who signs the requests.

use std::rc::Rc;

use leptos::prelude::*;

use super::store::Store;
use crate::session::{self, Connection, Failure, Gateway, Route, Sample, Token, Trial};

/// Whether rows can be asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Access {
    /// The gateway has not answered yet.
    #[default]
    Asking,
    /// Nobody signs: the reader must connect.
    Needed,
    /// There is no gateway, or it cannot be reached. The reader may connect all the same.
    Unavailable(Failure),
    /// The gateway signs.
    ByGateway,
    /// The page signs with a key pair in its memory.
    ByKeyPair,
    /// A signing endpoint signs.
    ByEndpoint,
    /// Nobody signs: made-up answers are in files beside the page.
    BySample,
}

impl Store {
    /// Whether rows can be asked for.
    #[must_use]
    pub fn access(self) -> ReadSignal<Access> {
        self.access.read_only()
    }

    /// The gateway, once it has answered.
    #[must_use]
    pub fn gateway(self) -> ReadSignal<Option<Gateway>> {
        self.gateway.read_only()
    }

    /// Whether every row is made up, whoever signs.
    #[must_use]
    pub fn is_sample(self) -> bool {
        if self.opens_file() {
            return self.file().is_some_and(|it| it.is_sample);
        }
        let from_file = self.access.with(|it| *it == Access::BySample);
        from_file || self.gateway.with(|it| it.as_ref().is_some_and(Gateway::is_demo))
    }

    /// Whether something was entered that can be forgotten again.
    #[must_use]
    pub fn can_disconnect(self) -> bool {
        let wants_token = self.gateway.with(|it| it.as_ref().is_some_and(|it| it.wants_token));
        self.access.with(|it| match it {
            Access::ByKeyPair | Access::ByEndpoint => true,
            Access::ByGateway => wants_token,
            Access::Asking | Access::Needed | Access::Unavailable(_) | Access::BySample => false,
        })
    }

    /// Asks the gateway what it is, and loads if it signs for whoever asks.
    pub async fn ask_gateway(self) {
        self.access.set(Access::Asking);
        let answer = session::gateway().await;
        let waited = self.access.get_untracked() == Access::Asking;
        match answer {
            // Who has connected meanwhile stays connected.
            Ok(gateway) if !waited => self.gateway.set(Some(gateway)),
            Err(_) if !waited => {}
            Ok(gateway) => {
                self.gateway.set(Some(gateway));
                self.fall_back();
            }
            Err(failure) => self.look_for_sample(failure).await,
        }
    }

    /// Takes the sample beside the page where there is no gateway; without one there is nothing to be had.
    async fn look_for_sample(self, failure: Failure) {
        let sample = Sample::find().await;
        if self.access.get_untracked() != Access::Asking {
            return;
        }
        match sample {
            Some(sample) => {
                self.sample.set_value(Some(Rc::new(sample)));
                self.fall_back();
            }
            None => self.access.set(Access::Unavailable(failure)),
        }
    }

    /// The route of a new connection: through the gateway if there is one, with the token given or else the one in use.
    #[must_use]
    pub fn route(self, token: Option<Token>) -> Route {
        // A gateway that has not answered yet is likelier than none.
        let is_asking = self.access.with_untracked(|it| *it == Access::Asking);
        if !is_asking && self.gateway.with_untracked(Option::is_none) {
            return Route::Direct;
        }
        let in_use = || self.connection.with_value(|it| it.as_ref()?.gateway_token().cloned());
        Route::Gateway(token.or_else(in_use))
    }

    /// Tests a connection product by product, and takes it if one of them works; the way of before stays otherwise. Dropping the
    /// future calls everything off.
    pub async fn try_connection(self, connection: Connection) -> Vec<Trial> {
        let mut trials = Vec::new();
        for product in connection.products() {
            trials.push(connection.test(product).await);
        }
        if trials.iter().any(|it| it.outcome.is_ok()) {
            self.connect(connection);
        }
        trials
    }

    /// Forgets keys, endpoint and token: back to the gateway, if that signs without.
    pub fn disconnect(self) {
        self.connection.set_value(None);
        self.fall_back();
    }

    /// What can be had without anything entered.
    fn fall_back(self) {
        let Some(gateway) = self.gateway.get_untracked() else {
            return match self.sample.get_value() {
                Some(sample) => self.connect(Connection::by_sample(sample)),
                None => self.stop(Access::Unavailable(Failure::NoGateway)),
            };
        };
        if gateway.signs() && !gateway.wants_token {
            self.connect(Connection::by_gateway(gateway.signs, Route::Gateway(None)));
        } else {
            self.stop(Access::Needed);
        }
    }

    fn connect(self, connection: Connection) {
        let access = match &connection {
            it if it.holds_keys() => Access::ByKeyPair,
            it if it.has_endpoint() => Access::ByEndpoint,
            it if it.is_sample() => Access::BySample,
            _ => Access::ByGateway,
        };
        self.connection.set_value(Some(connection));
        self.access.set(access);
        self.load_by_connection();
    }

    fn stop(self, access: Access) {
        self.access.set(access);
        self.load_by_connection();
    }

    /// Loads anew because the connection is another one, which is nothing to the rows of a file.
    fn load_by_connection(self) {
        self.clear_shelf();
        if !self.view.with_untracked(|it| it.open.is_some()) {
            self.load();
        }
    }
}
