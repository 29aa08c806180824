//! What stands behind a gateway, and a record of what it is asked.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{
    Router,
    body::to_bytes,
    extract::{Request, State},
    middleware::{self, Next},
    response::Response,
};
use tokio::{net::TcpListener, task::JoinHandle};
use url::form_urlencoded;

/// The parameters of one request.
pub(crate) type Asked = BTreeMap<String, String>;

/// What was asked, and how much of it at once. The simulator's own log knows neither.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    asked: Mutex<Vec<Asked>>,
    under_way: AtomicUsize,
    most: AtomicUsize,
}

impl Watch {
    /// The requests for an action, in the order in which they came.
    pub(crate) fn asked(&self, action: &str) -> Vec<Asked> {
        let asked = self.asked.lock().unwrap();
        asked.iter().filter(|it| it["Action"] == action).cloned().collect()
    }

    /// How many requests there were.
    pub(crate) fn count(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    /// How many requests wait for their answer now.
    pub(crate) fn under_way(&self) -> usize {
        self.under_way.load(Ordering::SeqCst)
    }

    /// How many requests waited at once, at most, since this was asked last.
    pub(crate) fn take_most(&self) -> usize {
        self.most.swap(0, Ordering::SeqCst)
    }

    fn begin(self: &Arc<Self>, asked: Asked) -> UnderWay {
        self.asked.lock().unwrap().push(asked);
        let now = self.under_way.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        UnderWay(Arc::clone(self))
    }
}

/// A request that waits. One that is called off is dropped too.
struct UnderWay(Arc<Watch>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.under_way.fetch_sub(1, Ordering::SeqCst);
    }
}

/// The same service, with a record.
pub(crate) fn watched(service: Router, watch: &Arc<Watch>) -> Router {
    service.layer(middleware::from_fn_with_state(Arc::clone(watch), note))
}

async fn note(State(watch): State<Arc<Watch>>, request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let asked = form_urlencoded::parse(&body).into_owned().collect();
    let _under_way = watch.begin(asked);
    next.run(Request::from_parts(head, body.into())).await
}

/// A service on a port of its own. It is gone when this is dropped.
pub(crate) struct Spawned {
    pub(crate) url: String,
    task: JoinHandle<()>,
}

impl Spawned {
    pub(crate) async fn new(service: Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let task = tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
        Self { url, task }
    }
}

impl Drop for Spawned {
    fn drop(&mut self) {
        self.task.abort();
    }
}
