//! What happens when the API does not answer as it should.

use std::time::Duration;

use axum::{Router, routing::post as on_post};
use gateway::{Config, Limits, Upstream};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use crate::harness::{app, ask, form, page, relaying, sample_key, signed, simulator};

fn at(address: std::net::SocketAddr) -> Config {
    Config::new(page(), Upstream::At(format!("http://{address}").parse().unwrap()))
}

async fn check(config: Config, expected: &str) {
    let answer = ask(&app(config), form(signed(&sample_key()))).await;
    assert_eq!(answer.outcome(), expected);
    let message = answer.json()["error"]["message"].to_string();
    assert!(!message.contains("127.0.0.1") && message.ends_with(".\""), "{message}");
}

async fn listener() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").await.unwrap()
}

#[tokio::test]
async fn nobody_listens() {
    let address = listener().await.local_addr().unwrap();
    check(at(address), "502 upstream_failed").await;
}

#[tokio::test]
async fn it_accepts_and_says_nothing() {
    let silent = listener().await;
    let config = at(silent.local_addr().unwrap());
    let limits = Limits { answer_time: Duration::from_millis(20), ..config.limits };
    check(Config { limits, ..config }, "504 upstream_timeout").await;
}

#[tokio::test]
async fn it_never_ends() {
    let never = Router::new().route("/", on_post(std::future::pending::<()>));
    let config = Config::new(page(), Upstream::InProcess(never));
    let limits = Limits { answer_time: Duration::ZERO, ..config.limits };
    check(Config { limits, ..config }, "504 upstream_timeout").await;
}

/// Answers one request with these bytes and hangs up.
async fn answering(text: &'static str) -> Config {
    let listener = listener().await;
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let _ = socket.read(&mut [0; 4096]).await.unwrap();
        socket.write_all(text.as_bytes()).await.unwrap();
    });
    at(address)
}

#[tokio::test]
async fn it_breaks_off() {
    let half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"RetCode\": 0";
    check(answering(half).await, "502 upstream_failed").await;
}

#[tokio::test]
async fn it_speaks_no_http() {
    check(answering("220 ready\r\n").await, "502 upstream_failed").await;
}

#[tokio::test]
async fn it_redirects() {
    let elsewhere =
        "HTTP/1.1 302 Found\r\nLocation: https://evil.example/\r\nContent-Length: 0\r\n\r\n";
    check(answering(elsewhere).await, "502 upstream_failed").await;
}

#[tokio::test]
async fn it_says_too_much() {
    let config = relaying();
    let limits = Limits { answer_body: 100, ..config.limits };
    check(Config { limits, ..config }, "502 upstream_failed").await;
}

#[tokio::test]
async fn too_many_ask_at_once() {
    let config = relaying();
    let limits = Limits { in_flight: 0, ..config.limits };
    check(Config { limits, ..config }, "503 busy").await;
}

#[tokio::test]
async fn its_own_errors_pass_as_they_are() {
    let sim = simulator();
    let app = app(Config::new(page(), Upstream::InProcess(ucloud_sim::router(sim.clone()))));
    for (fault, status, kind) in [
        ("code=150", 200, "application/json"),
        ("status=503", 503, "application/json"),
        ("status=429", 429, "application/json"),
    ] {
        sim.faults().set(vec![fault.parse().unwrap()]);
        let answer = ask(&app, form(signed(&sample_key()))).await;
        assert_eq!((answer.status, answer.header("content-type")), (status, kind), "{fault}");
        assert!(!answer.header("x-ucloud-request-uuid").is_empty(), "{fault}");
    }
}
