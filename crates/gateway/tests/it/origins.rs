//! Pages of other origins: who may read, and what their browsers are told beforehand.

use axum::{
    body::Body,
    http::{Method, Request},
};
use gateway::Config;

use crate::harness::{
    Answer, app, ask, demo, form, get, json as sign, page, request, simulator, with,
};

const OURS: &str = "https://catalog.example";
const OTHER: &str = "https://evil.example";

fn allowing() -> axum::Router {
    let allow_origins = vec![OURS.parse().unwrap(), "http://localhost:3000".parse().unwrap()];
    app(Config { allow_origins, ..Config::demo(page(), simulator()) })
}

fn from(origin: &str, request: Request<Body>) -> Request<Body> {
    with(with(request, "origin", origin), "sec-fetch-site", "cross-site")
}

fn preflight(origin: &str, path: &str) -> Request<Body> {
    let request = from(origin, request(Method::OPTIONS, path, Body::empty()));
    let request = with(request, "access-control-request-method", "POST");
    with(request, "access-control-request-headers", "authorization,content-type")
}

/// What a browser goes by.
fn told(answer: &Answer) -> [&str; 2] {
    ["access-control-allow-origin", "access-control-allow-credentials"]
        .map(|name| answer.header(name))
}

/// Whether a cache keeps the answers to different pages apart.
fn varies(answer: &Answer) -> bool {
    answer.headers.get_all("vary").iter().any(|it| it.to_str().unwrap().contains("origin"))
}

#[tokio::test]
async fn allowed_pages_may_read_and_others_may_not() {
    let requests = || {
        [
            form("Action=GetRegion"),
            form("Action=Nothing"),
            sign(r#"{"params": {"Action": "GetRegion"}}"#),
            sign("{"),
            get("/config.json"),
            get("/healthz"),
        ]
    };
    let app = allowing();
    for request in requests() {
        let path = request.uri().to_string();
        let answer = ask(&app, from(OURS, request)).await;
        assert_eq!((told(&answer), varies(&answer)), ([OURS, ""], true), "{path}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("foreign_origin"), "{path}");
    }
    for request in requests() {
        let path = request.uri().to_string();
        let answer = ask(&app, from(OTHER, request)).await;
        assert_eq!(told(&answer), ["", ""], "{path}");
        let is_guarded = matches!(path.as_str(), "/api" | "/sign");
        assert_eq!(answer.status, if is_guarded { 403 } else { 200 }, "{path}");
    }
}

#[tokio::test]
async fn browsers_are_answered_beforehand() {
    let app = allowing();
    for path in ["/api", "/sign"] {
        let answer = ask(&app, preflight(OURS, path)).await;
        let names = ["origin", "methods", "headers", "credentials"];
        let allowed =
            names.map(|it| answer.header(&format!("access-control-allow-{it}")).to_owned());
        let expected = [OURS, "GET,POST", "content-type,authorization", ""];
        assert_eq!((answer.status, allowed), (200, expected.map(str::to_owned)), "{path}");
        assert_eq!(answer.header("access-control-max-age"), "600", "{path}");
        let refused = ask(&app, preflight(OTHER, path)).await;
        assert_eq!(refused.outcome(), "403 foreign_origin", "{path}");
    }
    let rebound = with(preflight(OURS, "/sign"), "host", "evil.example");
    assert_eq!(ask(&app, rebound).await.outcome(), "403 foreign_host");
}

#[tokio::test]
async fn what_a_page_needs_of_the_headers_it_can_read() {
    let answer = ask(&allowing(), from(OURS, form("Action=GetRegion"))).await;
    assert_eq!(answer.header("access-control-expose-headers"), "x-ucloud-request-uuid,retry-after");
}

#[tokio::test]
async fn the_page_itself_is_for_nobody_elses_scripts() {
    let answer = ask(&allowing(), from(OURS, get("/"))).await;
    assert_eq!(told(&answer), ["", ""]);
}

#[tokio::test]
async fn without_allowed_origins_nothing_is_said_about_them() {
    let app = demo();
    for request in [from(OURS, get("/config.json")), preflight(OURS, "/config.json")] {
        assert_eq!(told(&ask(&app, request).await), ["", ""]);
    }
    assert_eq!(ask(&app, preflight(OURS, "/sign")).await.outcome(), "403 foreign_origin");
}

#[tokio::test]
async fn the_policy_names_whom_the_page_may_call() {
    let connect = vec!["https://sign.example".parse().unwrap()];
    let app = app(Config { connect, ..Config::demo(page(), simulator()) });
    let answer = ask(&app, get("/")).await;
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("; connect-src 'self' https://sign.example; "), "{policy}");
}
