//! The gateway with the built page, and a file of rows beside it.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    http::{HeaderName, HeaderValue},
    middleware::map_response,
    response::Response,
};
use gateway::Config;
use tokio::net::TcpListener;
use tower_http::services::ServeFile;
use ucloud_sim::{Options, Simulator};

/// The file as a table, since this catalog opens with cards, which no header sorts.
const VIEW: &str = "?v=1&c=community&view=table&open=bench.rows";

/// What the page is opened from. It stops with the program.
pub(crate) struct Server {
    pub(crate) address: String,
}

impl Server {
    /// Gives out that file as `bench.rows`, from where it lies: the largest has hundreds of megabytes.
    pub(crate) async fn start(file: &Path) -> Self {
        // Nothing is asked of it: rows come from the file.
        let simulator = Arc::new(Simulator::new(Options::default()).unwrap());
        let app = gateway::app(Config::demo(dist(), simulator)).unwrap();
        let app = app.route_service("/bench.rows", ServeFile::new(file));
        let app =
            app.layer(map_response(isolate)).into_make_service_with_connect_info::<SocketAddr>();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/{VIEW}", listener.local_addr().unwrap());
        tokio::spawn(async { axum::serve(listener, app).await });
        Self { address }
    }
}

/// Browsers tell how much memory a page holds, and the time to 5 µs, only where it shares a process with no other origin. What the
/// gateway sends of its own accord does half of that.
async fn isolate(mut response: Response) -> Response {
    const EMBEDDER_POLICY: HeaderName = HeaderName::from_static("cross-origin-embedder-policy");
    response.headers_mut().insert(EMBEDDER_POLICY, HeaderValue::from_static("credentialless"));
    response
}

fn dist() -> PathBuf {
    let usual = || [env!("CARGO_MANIFEST_DIR"), "..", "..", "target", "dist"].iter().collect();
    std::env::var_os("E2E_DIST").map_or_else(usual, PathBuf::from)
}
