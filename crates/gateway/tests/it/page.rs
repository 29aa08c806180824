//! The built page: types, caching, compressed neighbours.

use axum::{body::Body, http::Method};

use crate::harness::{ask, demo, get, request, with};

const IMMUTABLE: &str = "public, max-age=31536000, immutable";

#[tokio::test]
async fn files_have_their_type_and_their_time() {
    let cases = [
        ("/", 200, "text/html", "no-cache"),
        ("/?c=uhost&q=cuda", 200, "text/html", "no-cache"),
        ("/index.html", 200, "text/html", "no-cache"),
        ("/favicon.svg", 200, "image/svg+xml", "no-cache"),
        ("/app-0123456789abcdef.js", 200, "text/javascript", IMMUTABLE),
        ("/app-0123456789abcdef.css", 200, "text/css", IMMUTABLE),
        ("/app-0123456789abcdef_bg.wasm", 200, "application/wasm", IMMUTABLE),
        ("/some.rows", 200, "application/octet-stream", "no-cache"),
        ("/app-0123456789abcdee.js", 404, "application/json", "no-store"),
        ("/images", 404, "application/json", "no-store"),
        ("/../Cargo.toml", 404, "application/json", "no-store"),
        ("/%2e%2e/%2e%2e/it/main.rs", 404, "application/json", "no-store"),
    ];
    let app = demo();
    for (path, status, kind, caching) in cases {
        let answer = ask(&app, get(path)).await;
        let actual = (answer.status, answer.header("content-type"), answer.header("cache-control"));
        assert_eq!(actual, (status, kind, caching), "{path}");
    }
}

#[tokio::test]
async fn a_compressed_neighbour_is_taken_where_it_is_understood() {
    let cases = [
        ("br, gzip", "br"),
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("gzip;q=0", ""),
        ("identity", ""),
        ("", ""),
    ];
    let app = demo();
    for (accepted, expected) in cases {
        let request = with(get("/app-0123456789abcdef.js"), "accept-encoding", accepted);
        let answer = ask(&app, request).await;
        assert_eq!(answer.header("content-encoding"), expected, "{accepted}");
        assert_eq!(answer.header("content-type"), "text/javascript", "{accepted}");
        assert!(answer.header("vary").contains("accept-encoding"), "{accepted}");
    }
}

#[tokio::test]
async fn a_file_without_neighbours_goes_as_it_is() {
    let request = with(get("/favicon.svg"), "accept-encoding", "br, gzip");
    assert_eq!(ask(&demo(), request).await.header("content-encoding"), "");
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let app = demo();
    let tag = ask(&app, get("/")).await.header("etag").to_owned();
    let again = ask(&app, with(get("/"), "if-none-match", &tag)).await;
    assert_eq!((again.status, again.header("cache-control")), (304, "no-cache"));
}

#[tokio::test]
async fn other_methods_are_refused() {
    let cases = [
        (Method::PUT, "/", "GET,HEAD"),
        (Method::POST, "/favicon.svg", "GET,HEAD"),
        (Method::POST, "/config.json", "GET,HEAD"),
        (Method::GET, "/api", "POST"),
        (Method::GET, "/sign", "POST"),
    ];
    let app = demo();
    for (method, path, allowed) in cases {
        let answer = ask(&app, request(method, path, Body::empty())).await;
        assert_eq!(answer.outcome(), "405 method_not_allowed", "{path}");
        assert_eq!(answer.header("allow"), allowed, "{path}");
    }
}
