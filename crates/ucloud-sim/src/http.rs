//! The API behind HTTP: one path, three ways to send parameters.

use std::{
    future::Future,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::get,
};
use futures_util::stream;
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    Error, Garbage, Simulator,
    params::Params,
    refusal::Refusal,
    reply::{Content, Reply},
};

/// What a network's login shows in place of the answer.
const PAGE: &str = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\
    <body><h1>Sign in to this network</h1></body></html>\n";

const SENTENCE: &str = "The service is being moved. Please come back later.\n";

/// The API at `/`: GET with a query string, POST with a form or with JSON.
///
/// A POST is read from its body alone; UCloud's Go client repeats the action in the address for the
/// benefit of logs, and does not sign that copy.
pub fn router(sim: Arc<Simulator>) -> Router {
    Router::new()
        .route("/", get(by_query).post(by_body))
        .fallback(elsewhere)
        .method_not_allowed_fallback(otherwise)
        .with_state(sim)
}

/// Serves the API on `listener` until `stop` completes, then finishes the requests that run.
///
/// # Errors
/// [`Error::Serve`] when the listener breaks.
pub async fn serve(
    sim: Arc<Simulator>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    axum::serve(listener, router(sim)).with_graceful_shutdown(stop).await.map_err(Error::Serve)
}

/// A server in the background that ends when this is dropped: one for each test.
#[derive(Debug)]
#[must_use = "the server stops when this is dropped"]
pub struct Spawned {
    address: SocketAddr,
    task: JoinHandle<Result<(), Error>>,
}

impl Spawned {
    /// Serves `sim` on a free port of this machine. Must be called inside a tokio runtime.
    ///
    /// # Errors
    /// [`Error::Listen`] when there is no free port.
    pub async fn on_free_port(sim: Arc<Simulator>) -> Result<Self, Error> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let failed = |cause| Error::Listen { address, cause };
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let task = tokio::spawn(serve(sim, listener, std::future::pending()));
        Ok(Self { address, task })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL of the API.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Spawned {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn by_query(State(sim): State<Arc<Simulator>>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    respond(sim.answer(&Params::from_form(query.as_bytes()))).await
}

async fn by_body(State(sim): State<Arc<Simulator>>, headers: HeaderMap, body: Bytes) -> Response {
    let reply = match read_body(&headers, &body) {
        Ok(params) => sim.answer(&params),
        Err(refusal) => sim.refuse(&refusal),
    };
    respond(reply).await
}

async fn elsewhere(State(sim): State<Arc<Simulator>>) -> Response {
    respond(sim.turn_away(404)).await
}

async fn otherwise(State(sim): State<Arc<Simulator>>) -> Response {
    respond(sim.turn_away(405)).await
}

/// Anything that does not say JSON is a form, as with the service's own clients.
fn read_body(headers: &HeaderMap, body: &Bytes) -> Result<Params, Refusal> {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.and_then(|value| value.split(';').next()).unwrap_or_default();
    let is_json = media_type.trim().eq_ignore_ascii_case("application/json");
    if is_json { Params::from_json(body) } else { Ok(Params::from_form(body)) }
}

async fn respond(reply: Reply) -> Response {
    if !reply.delay.is_zero() {
        tokio::time::sleep(reply.delay).await;
    }
    let request_id = [("X-UCLOUD-REQUEST-UUID", reply.request_id)];
    (request_id, body_of(reply.content)).into_response()
}

fn body_of(content: Content) -> Response {
    match content {
        Content::Json(body) => typed("application/json; charset=utf-8", body),
        Content::Garbage(Garbage::Html) => typed("text/html; charset=utf-8", PAGE),
        Content::Garbage(Garbage::Text) => typed("text/plain; charset=utf-8", SENTENCE),
        Content::Status(code) => {
            let status = StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_GATEWAY);
            (status, format!("{status}\n")).into_response()
        }
        Content::Dropped => {
            Body::from_stream(stream::iter([Err::<Bytes, _>(dropped())])).into_response()
        }
    }
}

fn typed(content_type: &'static str, body: impl IntoResponse) -> Response {
    ([(CONTENT_TYPE, content_type)], body).into_response()
}

/// The first thing that the body says, so the server has sent nothing yet: it closes the connection
/// without a status line, which no status could stand for.
fn dropped() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionAborted, "the connection was dropped, as a fault asked")
}
