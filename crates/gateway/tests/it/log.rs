//! The log says what happened and nothing that opens anything.

use std::{
    io,
    sync::{Arc, Mutex},
};

use axum::{body::Body, http::Request};
use gateway::{Config, Upstream};
use tracing::Level;
use ucloud_api::KeyPair;
use ucloud_sim::Spawned;

use crate::harness::{FORM, JSON, app, ask, form, get, json, page, post, signed, simulator, with};

/// What was logged, by every crate in this process and down to the finest level.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Lines {
    fn capture() -> Self {
        let lines = Self::default();
        let writer = lines.clone();
        tracing_subscriber::fmt()
            .with_max_level(Level::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        lines
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

fn bearing(request: Request<Body>) -> Request<Body> {
    with(request, "authorization", "Bearer secret-access-token")
}

#[tokio::test]
async fn no_secret_is_logged_whatever_is_asked() {
    let lines = Lines::capture();
    let sim = Spawned::on_free_port(simulator()).await.unwrap();
    let key =
        KeyPair::new(ucloud_sim::PUBLIC_KEY, "secret-private").with_security_token("secret-token");
    let upstream = Upstream::At(sim.url().parse().unwrap());
    let config = Config {
        key: Some(key),
        token: Some("secret-access-token".parse().unwrap()),
        allow_origins: vec!["https://catalog.example".parse().unwrap()],
        proxies: 1,
        ..Config::new(page(), upstream)
    };
    let app = app(config);
    let form = |body: &str| bearing(form(body.to_owned()));
    let json = |body: &str| bearing(json(body.to_owned()));

    let theirs = signed(&KeyPair::new("secret-public", "secret-other"));
    let signature =
        theirs.split("Signature=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let given =
        ask(&app, json(r#"{"params": {"Action": "GetRegion", "X": "secret-value"}}"#)).await;
    let given = given.json()["Signature"].as_str().unwrap().to_owned();
    for request in [
        form(&theirs),
        form("Action=GetRegion&Region=secret%0Aregion&X=secret-value"),
        form("Action=secret-action"),
        form("Action=GetRegion&secret-name=1&secret-name=2"),
        json(r#"{"params": "secret-params"}"#),
        json(r#"{"params": {"Action": "GetRegion", "secret-nested": ["secret-value"]}}"#),
        json(r#"{"params": {"Action": "DescribeCommunityImages", "Tag": "secret-value"}}"#),
        json(r#"{"params": {"Action": "GetRegion", "X": "ActionSecret secret-value"}}"#),
        json(r#"{"params": {"Action": "GetRegion"}, "secret-name": "secret-value"}"#),
        json(r#"{"secret-name"#),
        bearing(post("/api", "secret/type", theirs.clone())),
        bearing(post("/sign?secret-name=secret-value", JSON, "{}")),
        bearing(post(&format!("/api?{theirs}"), FORM, theirs.clone())),
        get(&format!("/api?{theirs}")),
        get(&format!("/?{theirs}")),
        get(&format!("/config.json?{theirs}")),
        with(get("/"), "authorization", "secret-header"),
        with(form("Action=GetRegion"), "authorization", "Bearer secret-guessed-token"),
        with(form("Action=GetRegion"), "x-forwarded-for", "secret, 10.0.0.7"),
        with(form(&theirs), "origin", "https://catalog.example"),
        with(form(&theirs), "origin", "https://secret.example"),
        with(get("/"), "host", "secret.example"),
    ] {
        ask(&app, request).await;
    }

    let log = lines.text();
    for told in [
        r#"method=POST path="/api" action="DescribeImage" region="cn-bj2" request_id="#,
        "status=200",
        "foreign_host",
        "token_wrong",
        "ambiguous_signature",
        "no_credentials",
    ] {
        assert!(log.contains(told), "{told} is missing in\n{log}");
    }
    for secret in ["secret", ucloud_sim::PUBLIC_KEY, &signature, &given] {
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} was logged");
    }
}
