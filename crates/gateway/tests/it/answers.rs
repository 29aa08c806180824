//! What every answer has in common, and who gets one.

use axum::{
    body::Body,
    http::{Method, Request},
};
use gateway::{Config, Upstream};
use serde_json::json;
use ucloud_api::KeyPair;

use crate::harness::{app, ask, demo, form, get, json as sign, page, request, with};

const GET_REGION: &str = "Action=GetRegion";

#[tokio::test]
async fn security_headers_stand_on_everything() {
    let requests = || {
        [
            get("/"),
            get("/app-0123456789abcdef.js"),
            get("/nothing"),
            get("/healthz"),
            get("/config.json"),
            get("/api"),
            form(GET_REGION),
            form("Action=Nothing"),
            sign("{"),
            request(Method::PUT, "/", Body::empty()),
            with(get("/"), "host", "evil.example"),
            with(form(GET_REGION), "origin", "https://evil.example"),
        ]
    };
    let app = demo();
    for request in requests() {
        let shown = format!("{} {} {:?}", request.method(), request.uri(), request.headers());
        let answer = ask(&app, request).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
            "{shown}"
        );
        assert!(policy.ends_with("frame-ancestors 'none'"), "{shown}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{shown}");
        let others = [
            "x-content-type-options",
            "referrer-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
        ];
        let actual = others.map(|name| answer.header(name));
        assert_eq!(actual, ["nosniff", "no-referrer", "same-origin", "same-origin"], "{shown}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{shown}");
        assert!(!answer.header("cache-control").is_empty(), "{shown}");
        assert_eq!(answer.header("access-control-allow-origin"), "", "{shown}");
    }
}

#[tokio::test]
async fn foreign_hosts_are_refused_everywhere() {
    let cases = [
        ("localhost:8080", "200"),
        ("[::1]:8080", "200"),
        ("10.0.0.7:8080", "200"),
        ("catalog.example", "200"),
        ("evil.example:8080", "403 foreign_host"),
        ("", "403 foreign_host"),
    ];
    let app = app(Config {
        hosts: vec!["catalog.example".to_owned()],
        ..Config::demo(page(), crate::harness::simulator())
    });
    for (host, expected) in cases {
        for request in [get("/"), get("/config.json"), form(GET_REGION)] {
            let path = request.uri().to_string();
            let answer = ask(&app, with(request, "host", host)).await;
            let outcome = if answer.status == 200 { "200".to_owned() } else { answer.outcome() };
            assert_eq!(outcome, expected, "{host} {path}");
        }
    }
    let without = Request::get("/").body(Body::empty()).unwrap();
    assert_eq!(ask(&app, without).await.outcome(), "403 foreign_host");
}

#[tokio::test]
async fn foreign_pages_are_refused_where_it_matters() {
    let cases = [
        ("origin", "http://127.0.0.1:8080", true),
        ("sec-fetch-site", "same-origin", true),
        ("origin", "https://evil.example", false),
        ("origin", "http://127.0.0.1:9000", false),
        ("origin", "null", false),
        ("sec-fetch-site", "cross-site", false),
        ("sec-fetch-site", "same-site", false),
    ];
    let app = demo();
    for (name, value, allowed) in cases {
        for request in [form(GET_REGION), sign(r#"{"params": {"Action": "GetRegion"}}"#)] {
            let answer = ask(&app, with(request, name, value)).await;
            assert_eq!(answer.status, if allowed { 200 } else { 403 }, "{name}: {value}");
            assert_eq!(
                answer.json()["error"]["code"] == "foreign_origin",
                !allowed,
                "{name}: {value}"
            );
        }
        assert_eq!(ask(&app, with(get("/"), name, value)).await.status, 200, "a link to the page");
    }
}

#[tokio::test]
async fn the_page_is_told_what_it_needs_and_no_key() {
    let key =
        || Some(KeyPair::new("public-part", "private-part").with_security_token("token-part"));
    let public = || Config::new(page(), Upstream::Public);
    let hosts = json!({"ucloud": "api.ucloud.cn", "compshare": "api.compshare.cn"});
    let relay = json!({
        "mode": "relay", "demo": false, "signs": [], "token": false, "account": null,
        "hosts": hosts, "connect": [], "version": env!("CARGO_PKG_VERSION")
    });
    let at = Config::new(page(), Upstream::At("http://127.0.0.1:9000".parse().unwrap()));
    let told = Config {
        key: key(),
        token: Some("0123456789-secret-part".parse().unwrap()),
        account: Some("50161234".to_owned()),
        connect: vec!["https://sign.example".parse().unwrap()],
        ..public()
    };
    let cases = [
        (public(), json!({})),
        (Config { key: key(), ..public() }, json!({"mode": "signing", "signs": ["ucloud"]})),
        (
            Config { compshare_key: key(), ..public() },
            json!({"mode": "signing", "signs": ["compshare"]}),
        ),
        (at, json!({"hosts": {"ucloud": "127.0.0.1:9000", "compshare": "127.0.0.1:9000"}})),
        (
            told,
            json!({
                "mode": "signing", "signs": ["ucloud"], "token": true, "account": "50161234",
                "connect": ["https://sign.example"]
            }),
        ),
        (
            Config::demo(page(), crate::harness::simulator()),
            json!({"mode": "demo", "demo": true, "signs": ["ucloud", "compshare"], "hosts": {}}),
        ),
    ];
    for (config, differs) in cases {
        let answer = ask(&app(config), get("/config.json")).await;
        let mut expected = relay.clone();
        for (name, value) in differs.as_object().unwrap() {
            expected[name] = value.clone();
        }
        assert_eq!(answer.json(), expected);
        assert_eq!(answer.header("cache-control"), "no-store");
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        for secret in ["-part", ucloud_sim::PUBLIC_KEY, ucloud_sim::PRIVATE_KEY] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
}

#[tokio::test]
async fn health_is_told_under_any_name() {
    let answer = ask(&demo(), with(get("/healthz"), "host", "probe.internal")).await;
    assert_eq!((answer.status, &answer.body[..]), (200, &b"ok"[..]));
}

#[test]
fn a_folder_without_a_page_is_said_at_the_start() {
    let error = gateway::app(Config::new("/nowhere/dist", Upstream::Public)).unwrap_err();
    assert!(error.is_usage());
    assert!(error.to_string().starts_with("there is no index.html in /nowhere/dist"), "{error}");
}
