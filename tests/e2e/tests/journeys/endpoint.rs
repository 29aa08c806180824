//! A signing endpoint of another origin: a second gateway, of which only `/sign` is used.

use std::future::pending;

use gateway::{Config, Upstream};
use tokio::{net::TcpListener, task::JoinHandle};
use ucloud_api::KeyPair;
use ucloud_sim::{PRIVATE_KEY, PUBLIC_KEY};

use crate::site::{Site, dist};

/// Where an endpoint will be: page and endpoint must know each other's origin before either starts.
pub(crate) struct Place {
    listener: TcpListener,
    pub(crate) origin: String,
}

/// A running endpoint. It is gone when this is dropped.
pub(crate) struct Endpoint {
    pub(crate) address: String,
    task: JoinHandle<Result<(), gateway::Error>>,
}

impl Place {
    pub(crate) async fn find() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        Self { listener, origin }
    }

    /// An endpoint that signs for the pages of a site, and for nobody without its token.
    pub(crate) fn open_for(self, site: &Site, token: &str) -> Endpoint {
        let key = || Some(KeyPair::new(PUBLIC_KEY, PRIVATE_KEY));
        let config = Config {
            key: key(),
            compshare_key: key(),
            token: Some(token.parse().unwrap()),
            allow_origins: vec![site.address.trim_end_matches('/').parse().unwrap()],
            ..Config::new(dist(), Upstream::Public)
        };
        let address = format!("{}/sign", self.origin);
        let task = tokio::spawn(gateway::serve(self.listener, config, pending()));
        Endpoint { address, task }
    }
}

impl Drop for Endpoint {
    fn drop(&mut self) {
        self.task.abort();
    }
}
