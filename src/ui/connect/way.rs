//! The ways to connect.

use crate::ui::prelude::*;
use view::Text;

use super::entered::{GATEWAY_TOKEN, PRIVATE_KEY};
use crate::{
    session::Gateway,
    state::{Access, Store},
    words,
};

/// A way to connect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Gateway,
    KeyPair,
    Endpoint,
}

impl Way {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Gateway => "gateway",
            Self::KeyPair => "key-pair",
            Self::Endpoint => "endpoint",
        }
    }

    /// Its name and what it means for the keys.
    pub(super) fn words(self, store: Store) -> (Text, Text) {
        match self {
            Self::Gateway if store.is_sample() => {
                (words::CONNECT_SAMPLE, words::CONNECT_SAMPLE_NOTE)
            }
            Self::Gateway => (words::CONNECT_GATEWAY, words::CONNECT_GATEWAY_NOTE),
            Self::KeyPair => (words::CONNECT_KEY, words::CONNECT_KEY_NOTE),
            Self::Endpoint => (words::CONNECT_ENDPOINT, words::CONNECT_ENDPOINT_NOTE),
        }
    }

    /// The way in use.
    pub(super) fn of(access: &Access) -> Option<Self> {
        match access {
            Access::ByGateway => Some(Self::Gateway),
            Access::ByKeyPair => Some(Self::KeyPair),
            Access::ByEndpoint => Some(Self::Endpoint),
            Access::Asking | Access::Needed | Access::Unavailable(_) | Access::BySample => None,
        }
    }

    /// The way that is open at first: one that was entered, the gateway's if only its token is missing, or else a key pair.
    pub(super) fn offered(store: Store) -> Self {
        let used = store.access().with_untracked(Self::of).filter(|it| *it != Self::Gateway);
        let signs = |it: &Gateway| it.signs() && it.wants_token;
        let by_gateway = store.gateway().with_untracked(|it| it.as_ref().is_some_and(signs));
        used.unwrap_or(if by_gateway { Self::Gateway } else { Self::KeyPair })
    }

    /// The field that a refusal is most often about, and that was emptied.
    pub(super) fn asks_again(self) -> Option<&'static str> {
        match self {
            Self::Gateway => Some(GATEWAY_TOKEN),
            Self::KeyPair => Some(PRIVATE_KEY),
            Self::Endpoint => None,
        }
    }
}
