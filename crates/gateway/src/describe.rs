//! `GET /config.json`: what the page must know about its gateway.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde::Serialize;

use crate::{Config, Mode, app::Gateway};

/// Everything that may be known by whoever reaches the gateway. Secrets have no field to get in by.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Description {
    mode: Mode,
    /// The rows are made up, and the page must say so.
    demo: bool,
    /// Where requests end up; empty if they do not leave the gateway.
    hosts: Vec<String>,
    version: &'static str,
}

impl Description {
    pub(crate) fn of(config: &Config) -> Self {
        let mode = config.mode();
        Self {
            mode,
            demo: mode == Mode::Demo,
            hosts: config.upstream.hosts(),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

pub(crate) async fn describe(State(gateway): State<Arc<Gateway>>) -> Json<Description> {
    Json(gateway.description.clone())
}
