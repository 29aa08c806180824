//! Token and pace: who may use the gateway, and how often.

use std::num::NonZeroU32;

use axum::{body::Body, http::Request};
use gateway::{Config, Limits};

use crate::harness::{app, ask, form, get, json as sign, page, simulator, with};

const GET_REGION: &str = "Action=GetRegion";
const SIGN_GET_REGION: &str = r#"{"params": {"Action": "GetRegion"}}"#;

fn demo() -> Config {
    Config::demo(page(), simulator())
}

fn asked() -> [Request<Body>; 2] {
    [form(GET_REGION), sign(SIGN_GET_REGION)]
}

#[tokio::test]
async fn with_a_token_set_it_must_be_brought() {
    let cases = [
        ("", "401 token_missing"),
        ("Basic 0123456789abcdef", "401 token_missing"),
        ("Bearer 0123456789abcdeF", "401 token_wrong"),
        ("Bearer 0123456789abcdef0", "401 token_wrong"),
        ("Bearer 0123456789abcdef", "200"),
    ];
    let app = app(Config { token: Some("0123456789abcdef".parse().unwrap()), ..demo() });
    for (authorization, expected) in cases {
        for request in asked() {
            let answer = ask(&app, with(request, "authorization", authorization)).await;
            let is_in = answer.status == 200;
            let outcome = if is_in { "200".to_owned() } else { answer.outcome() };
            let challenge = answer.header("www-authenticate");
            assert_eq!(outcome, expected, "{authorization}");
            assert_eq!(challenge, if is_in { "" } else { "Bearer" }, "{authorization}");
        }
    }
    for path in ["/", "/config.json", "/healthz"] {
        assert_eq!(ask(&app, get(path)).await.status, 200, "{path}");
    }
}

/// Ten requests at once, and the next only in the second after.
fn slow(proxies: usize) -> Config {
    let limits = Limits { rate: NonZeroU32::new(1), ..Limits::default() };
    Config { proxies, limits, ..demo() }
}

#[tokio::test(start_paused = true)]
async fn who_asks_too_often_is_told_to_wait() {
    let app = app(slow(0));
    let refused = async |request| {
        let answer = ask(&app, request).await;
        assert_eq!(answer.outcome(), "429 too_often");
        assert_eq!(answer.header("retry-after"), "1");
    };
    for _ in 0..5 {
        for request in asked() {
            assert_eq!(ask(&app, request).await.status, 200);
        }
    }
    for request in asked() {
        refused(request).await;
    }
    assert_eq!(ask(&app, get("/config.json")).await.status, 200, "files are not counted");
    tokio::time::advance(std::time::Duration::from_secs(1)).await;
    assert_eq!(ask(&app, form(GET_REGION)).await.status, 200);
    refused(form(GET_REGION)).await;
}

#[tokio::test(start_paused = true)]
async fn a_forwarded_address_counts_where_a_proxy_was_announced() {
    let cases = [(0, "429 too_often"), (1, "200 0")];
    for (proxies, expected) in cases {
        let app = app(slow(proxies));
        let from = |client| with(form(GET_REGION), "x-forwarded-for", client);
        for _ in 0..10 {
            assert_eq!(ask(&app, from("10.0.0.7")).await.status, 200);
        }
        assert_eq!(ask(&app, from("10.0.0.7")).await.outcome(), "429 too_often");
        assert_eq!(ask(&app, from("10.0.0.8")).await.outcome(), expected, "{proxies} proxies");
    }
}

#[tokio::test(start_paused = true)]
async fn guesses_are_counted_too() {
    let app = app(Config { token: Some("0123456789abcdef".parse().unwrap()), ..slow(0) });
    for _ in 0..10 {
        assert_eq!(ask(&app, form(GET_REGION)).await.outcome(), "401 token_missing");
    }
    assert_eq!(ask(&app, form(GET_REGION)).await.outcome(), "429 too_often");
}
