//! `GET /config.json`: what the page must know about its gateway.

use std::{collections::BTreeMap, sync::Arc};

use axum::{Json, extract::State};
use serde::Serialize;
use ucloud_api::Product;

use crate::{Config, Mode, app::Gateway};

/// Everything that may be known by whoever reaches the gateway. Secrets have no field to get in by.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Description {
    mode: Mode,
    /// The rows are made up, and the page must say so.
    demo: bool,
    /// The products that it signs for.
    signs: Vec<&'static str>,
    /// Whether `/api` and `/sign` want an access token.
    token: bool,
    /// The account that it signs for, if it was told; no answer of the API says it.
    account: Option<String>,
    /// Where requests end up, by product; empty if they do not leave the gateway.
    hosts: BTreeMap<&'static str, String>,
    /// The origins, beside its own, that the page may call.
    connect: Vec<String>,
    version: &'static str,
}

impl Description {
    pub(crate) fn of(config: &Config) -> Self {
        let mode = config.mode();
        Self {
            mode,
            demo: mode == Mode::Demo,
            signs: config.signs().map(Product::id).collect(),
            token: config.token.is_some(),
            account: config.account.clone(),
            hosts: config.upstream.hosts(),
            connect: config.connect.iter().map(ToString::to_string).collect(),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

pub(crate) async fn describe(State(gateway): State<Arc<Gateway>>) -> Json<Description> {
    Json(gateway.description.clone())
}
