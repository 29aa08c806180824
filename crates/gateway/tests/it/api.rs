//! `/api`: what passes, what is signed, what is refused.

use std::io::Read;

use axum::{Router, body::Bytes, http::HeaderMap, routing::post as on_post};
use gateway::{Config, Upstream};
use ucloud_api::KeyPair;

use crate::harness::{
    FORM, JSON, app, ask, demo, form, get, page, post, relaying, sample_key, signed, with,
};

#[tokio::test]
async fn only_listed_actions_pass() {
    let cases = [
        ("Action=GetRegion", "200 0"),
        ("Action=DescribeImage&Region=cn-bj2", "200 0"),
        ("Action=TerminateUHostInstance&UHostId=uhost-1", "403 action_not_allowed"),
        ("Action=describeimage", "403 action_not_allowed"),
        ("Region=cn-bj2", "403 action_not_allowed"),
        ("", "403 action_not_allowed"),
        ("Action=TerminateUHostInstance&Action=GetRegion", "400 repeated_parameter"),
        ("Action=GetRegion&Action=TerminateUHostInstance", "400 repeated_parameter"),
    ];
    let app = demo();
    for (body, expected) in cases {
        assert_eq!(ask(&app, form(body)).await.outcome(), expected, "{body}");
    }
}

#[tokio::test]
async fn a_signature_is_checked_by_the_api_and_by_nobody_else() {
    let wrong = KeyPair::new(ucloud_sim::PUBLIC_KEY, "guessed");
    let without_key = app(relaying());
    let with_key = demo();
    for app in [&without_key, &with_key] {
        assert_eq!(ask(app, form(signed(&sample_key()))).await.outcome(), "200 0");
        assert_eq!(ask(app, form(signed(&wrong))).await.outcome(), "200 171");
    }
    assert_eq!(ask(&without_key, form("Action=GetRegion")).await.outcome(), "403 no_credentials");
}

#[tokio::test]
async fn half_a_signature_is_replaced() {
    let app = demo();
    for body in ["Action=GetRegion&Signature=0", "Action=GetRegion&PublicKey=somebody"] {
        assert_eq!(ask(&app, form(body)).await.outcome(), "200 0", "{body}");
    }
}

#[tokio::test]
async fn a_key_that_the_api_refuses_gives_its_code() {
    let key = Some(KeyPair::new(ucloud_sim::PUBLIC_KEY, "guessed"));
    let app = app(Config { key, ..relaying() });
    assert_eq!(ask(&app, form("Action=GetRegion")).await.outcome(), "200 171");
}

/// Answers with the very body that it got, and with more headers than it should.
fn echo() -> Config {
    let answer = |headers: HeaderMap, body: Bytes| async move {
        let sent = headers.keys().map(|it| it.as_str()).collect::<Vec<_>>().join(" ");
        let id = ("x-ucloud-request-uuid", "id-1".to_owned());
        let other = ("content-type", "text/html".to_owned());
        ([id, other, ("set-cookie", "a=b".to_owned()), ("x-sent", sent)], body)
    };
    Config::new(page(), Upstream::InProcess(Router::new().route("/", on_post(answer))))
}

#[tokio::test]
async fn what_is_signed_passes_byte_for_byte() {
    let odd = "Signature=%61b&Zone=&Action=GetRegion&PublicKey=me%40x&Name=a%20b+c";
    let answer = ask(&app(echo()), form(odd)).await;
    assert_eq!(answer.body, odd);
}

#[tokio::test]
async fn only_body_and_request_id_come_back() {
    let request = with(form(signed(&sample_key())), "cookie", "session=1");
    let request = with(request, "authorization", "Bearer 1");
    let answer = ask(&app(echo()), request).await;
    let headers =
        ["x-ucloud-request-uuid", "content-type", "set-cookie", "x-sent", "cache-control"];
    let actual = headers.map(|name| answer.header(name));
    assert_eq!(actual, ["id-1", "application/json", "", "", "no-store"]);
}

#[tokio::test]
async fn only_the_body_goes_out() {
    let seen = |headers: HeaderMap| async move {
        let names: Vec<_> = headers.keys().map(|it| it.as_str().to_owned()).collect();
        axum::Json(names)
    };
    let upstream = Upstream::InProcess(Router::new().route("/", on_post(seen)));
    let request = with(form(signed(&sample_key())), "cookie", "session=1");
    let answer = ask(&app(Config::new(page(), upstream)), with(request, "x-trace", "1")).await;
    assert_eq!(answer.json(), serde_json::json!(["content-type"]));
}

#[tokio::test]
async fn bodies_must_be_forms_of_a_sensible_size() {
    let app = demo();
    let padded = |bytes: usize| format!("Action=GetRegion&X={}", "x".repeat(bytes));
    let cases = [
        (post("/api", JSON, r#"{"Action": "GetRegion"}"#), "415 wrong_content_type"),
        (post("/api", "text/plain", "Action=GetRegion"), "415 wrong_content_type"),
        (post("/api", &format!("{FORM}; charset=utf-8"), "Action=GetRegion"), "200 0"),
        (form(padded(60 * 1024)), "200 0"),
        (form(padded(64 * 1024)), "413 body_too_large"),
        (get("/api?Action=GetRegion"), "405 method_not_allowed"),
    ];
    for (request, expected) in cases {
        let shown = format!("{:?} {:?}", request.method(), request.headers());
        assert_eq!(ask(&app, request).await.outcome(), expected, "{shown}");
    }
}

#[tokio::test]
async fn answers_are_compressed_on_the_way() {
    let app = demo();
    let body = "Action=DescribeImage&Region=cn-bj2&Limit=10";
    let plain = ask(&app, form(body)).await;
    let gzip = ask(&app, with(form(body), "accept-encoding", "gzip")).await;
    let brotli = ask(&app, with(form(body), "accept-encoding", "gzip, br")).await;
    let encodings = [&plain, &gzip, &brotli].map(|it| it.header("content-encoding"));
    assert_eq!(encodings, ["", "gzip", "br"]);
    let mut opened = Vec::new();
    flate2::read::GzDecoder::new(&gzip.body[..]).read_to_end(&mut opened).unwrap();
    assert_eq!(opened, plain.body);
    assert!(brotli.body.len() < plain.body.len());
}
