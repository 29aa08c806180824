//! Connecting: who signs the requests.

use std::rc::Rc;

use leptos::prelude::*;
use ucloud_api::KeyPair;

use super::store::Store;
use crate::session::{self, Connection, Failure, Gateway};

/// Whether rows can be asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Access {
    /// The gateway has not answered yet.
    #[default]
    Asking,
    /// Nobody signs: the reader must connect.
    Needed,
    /// There is no gateway to send anything to.
    Unavailable(Failure),
    /// The gateway signs.
    ByGateway,
    /// The page signs with a key pair in its memory.
    ByKeyPair,
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
        self.gateway.with(|it| it.as_ref().is_some_and(Gateway::is_demo))
    }

    /// Asks the gateway what it is, and loads if it signs.
    pub async fn ask_gateway(self) {
        self.access.set(Access::Asking);
        let answer = session::gateway().await;
        let waited = self.access.get_untracked() == Access::Asking;
        match answer {
            // Who has connected meanwhile stays connected.
            Ok(gateway) if !waited => self.gateway.set(Some(gateway)),
            Err(_) if !waited => {}
            Ok(gateway) => {
                let signs = gateway.signs();
                self.gateway.set(Some(gateway));
                if signs { self.use_gateway() } else { self.access.set(Access::Needed) }
            }
            Err(failure) => self.access.set(Access::Unavailable(failure)),
        }
    }

    /// Has the gateway sign, and forgets a key pair.
    pub fn use_gateway(self) {
        self.connect(Connection::Gateway, Access::ByGateway);
    }

    /// Signs with this key pair if the service takes it and it is still wanted then; the way of before stays otherwise.
    ///
    /// # Errors
    ///
    /// What is wrong with the key or the way to the service.
    pub async fn use_key_pair(
        self,
        key: KeyPair,
        wanted: impl Fn() -> bool,
    ) -> Result<(), Failure> {
        let connection = Connection::KeyPair(Rc::new(key));
        connection.test().await?;
        if wanted() {
            self.connect(connection, Access::ByKeyPair);
        }
        Ok(())
    }

    /// Forgets the key pair: back to the gateway, if that signs.
    pub fn forget(self) {
        if self.gateway.with_untracked(|it| it.as_ref().is_some_and(Gateway::signs)) {
            return self.use_gateway();
        }
        self.connection.set_value(None);
        self.access.set(Access::Needed);
        self.load();
    }

    fn connect(self, connection: Connection, access: Access) {
        self.connection.set_value(Some(connection));
        self.access.set(access);
        self.load();
    }
}
