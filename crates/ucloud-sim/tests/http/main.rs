//! The router as a client meets it: every way to send, every public error, faults.

mod client;
mod faults;
mod surprises;

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use client::{call, code, encoded, get, post, post_json, send, signed, signed_by, simulator};
use serde_json::{Value, json};
use ucloud_sim::{
    Options, PRIVATE_KEY, PUBLIC_KEY, SECURITY_TOKEN, Simulator, Spawned, TEMPORARY_PRIVATE_KEY,
    TEMPORARY_PUBLIC_KEY, Texts,
};

#[tokio::test]
async fn every_way_to_send_gives_the_same_answer() {
    let sim = simulator();
    let params = signed(&json!({
        "Action": "DescribeImage", "Region": "hk", "Limit": 5, "OsType": "Linux", "Tag": "Default",
    }));
    let form = encoded(&params);
    let requests = [
        get(&form),
        post("/", "application/x-www-form-urlencoded", form.clone()),
        post(
            "/?Action=Elsewhere",
            "application/x-www-form-urlencoded; charset=utf-8",
            form.clone(),
        ),
        Request::post("/").body(Body::from(form.clone())).unwrap(),
        post_json(&params),
        post("/", "application/json; charset=utf-8", serde_json::to_vec(&params).unwrap()),
    ];
    for request in requests {
        let answer = send(&sim, request).await;
        assert_eq!((answer.status, code(&answer)), (StatusCode::OK, 0));
        assert_eq!(answer.body, call(&sim, Value::Object(params.clone())).await.body);
    }
}

#[tokio::test]
async fn errors_come_with_status_200() {
    let sim = simulator();
    let good = signed(&json!({"Action": "DescribeImage", "Region": "hk"}));
    let with = |key: &str, value: &str| {
        let mut params = good.clone();
        params.insert(key.into(), value.into());
        params
    };
    let without = |key: &str| {
        let mut params = good.clone();
        params.remove(key);
        params
    };
    let cases = [
        (without("Action"), 160, "Response"),
        (with("Action", "BuyEverything"), 161, "BuyEverythingResponse"),
        (without("Signature"), 170, "DescribeImageResponse"),
        (
            with("Signature", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            171,
            "DescribeImageResponse",
        ),
        (with("Region", "sg"), 171, "DescribeImageResponse"),
        (with("PublicKey", "nobody@example.com"), 172, "DescribeImageResponse"),
        (without("PublicKey"), 172, "DescribeImageResponse"),
    ];
    for (params, expected, action) in cases {
        let answer = send(&sim, get(&encoded(&params))).await;
        let json = answer.json();
        assert_eq!((answer.status, code(&answer)), (StatusCode::OK, expected));
        assert_eq!(json["Action"], action);
        assert!(json["Message"].as_str().is_some_and(|message| !message.is_empty()));
        assert!(!String::from_utf8_lossy(&answer.body).contains(PUBLIC_KEY));
    }
}

#[tokio::test]
async fn parameters_are_checked_after_the_signature() {
    let sim = simulator();
    let cases = [
        (json!({"Action": "DescribeImage"}), 210),
        (json!({"Action": "DescribeImage", "Region": "hk", "Limit": "abc"}), 210),
        (json!({"Action": "DescribeImage", "Region": "hk", "Zone": "cn-bj2-05"}), 230),
        (json!({"Action": "DescribeImage", "Region": "hk", "ProjectId": "org-nobody"}), 292),
        (json!({"Action": "DescribeImage", "Region": "hk", "ProjectId": "org-sample"}), 0),
    ];
    for (params, expected) in cases {
        assert_eq!(code(&call(&sim, params).await), expected);
    }
    let unreadable = send(&sim, post("/", "application/json", "{")).await;
    assert_eq!((unreadable.status, code(&unreadable)), (StatusCode::OK, 210));
}

#[tokio::test]
async fn requests_are_remembered_without_secrets() {
    let sim = simulator();
    let first = call(&sim, json!({"Action": "DescribeImage", "Region": "hk"})).await;
    let second = send(&sim, get("Action=GetRegion&Signature=0")).await;
    assert_ne!(first.request_id, second.request_id);
    let log = sim.requests();
    let seen: Vec<_> =
        log.iter().map(|r| (r.action.as_str(), r.region.as_str(), r.signed)).collect();
    assert_eq!(seen, [("DescribeImage", "hk", true), ("GetRegion", "", false)]);
    assert!(!format!("{log:?}").contains(PUBLIC_KEY));
}

#[tokio::test]
async fn only_the_root_answers() {
    let sim = simulator();
    let elsewhere = send(&sim, Request::get("/x").body(Body::empty()).unwrap()).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    let put = send(&sim, Request::put("/").body(Body::empty()).unwrap()).await;
    assert_eq!(put.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_ne!(elsewhere.request_id, put.request_id);
}

#[tokio::test]
async fn a_temporary_key_needs_its_token() {
    let sim = simulator();
    let temporary = (TEMPORARY_PUBLIC_KEY, TEMPORARY_PRIVATE_KEY);
    let permanent = (PUBLIC_KEY, PRIVATE_KEY);
    let cases = [
        (temporary, Some(SECURITY_TOKEN), 0),
        (temporary, Some("forged"), 174),
        (temporary, None, 174),
        (permanent, Some(SECURITY_TOKEN), 174),
        (permanent, None, 0),
        ((TEMPORARY_PUBLIC_KEY, PRIVATE_KEY), Some(SECURITY_TOKEN), 171),
    ];
    for (keys, token, expected) in cases {
        let mut params = json!({"Action": "GetRegion"});
        if let Some(token) = token {
            params["SecurityToken"] = token.into();
        }
        let answer = send(&sim, post_json(&signed_by(&params, keys))).await;
        assert_eq!(
            (answer.status, code(&answer)),
            (StatusCode::OK, expected),
            "{keys:?} {token:?}"
        );
    }
}

#[tokio::test]
async fn a_million_rows_are_there_at_once() {
    let options = Options { rows_per_region: Some(1_000_000), seed: 3, ..Options::default() };
    let sim = Arc::new(Simulator::new(options).unwrap());
    let page = json!({"Action": "DescribeImage", "Region": "hk", "Offset": 999_990, "Limit": 20});
    let answer = call(&sim, page).await.json();
    assert_eq!(answer["TotalCount"], 1_000_000);
    assert_eq!(answer["ImageSet"].as_array().unwrap().len(), 10);
}

#[tokio::test]
async fn hostile_texts_leave_ids_and_totals_alone() {
    let ask = async |texts: Texts, params: &Value| {
        let sim = Arc::new(Simulator::new(Options { texts, ..Options::default() }).unwrap());
        call(&sim, params.clone()).await.json()
    };
    let params = json!({"Action": "DescribeImage", "Region": "hk", "Tag": "Default", "Limit": 50});
    let natural = ask(Texts::Natural, &params).await;
    let hostile = ask(Texts::Hostile, &params).await;
    assert_eq!(hostile["TotalCount"], natural["TotalCount"]);
    for (row, before) in std::iter::zip(rows(&hostile), rows(&natural)) {
        assert_eq!(row["ImageId"], before["ImageId"]);
        assert!(
            row["ImageName"].as_str().unwrap().ends_with(before["ImageName"].as_str().unwrap())
        );
        assert_ne!(row["ImageName"], before["ImageName"]);
    }
}

fn rows(answer: &Value) -> &[Value] {
    answer["ImageSet"].as_array().unwrap()
}

#[tokio::test]
async fn it_listens_on_a_real_socket() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let server = Spawned::on_free_port(simulator()).await.unwrap();
    assert_eq!(server.url(), format!("http://{}/", server.address()));
    let mut socket = tokio::net::TcpStream::connect(server.address()).await.unwrap();
    socket.write_all(b"GET /?Action=GetRegion HTTP/1.0\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.unwrap();
    assert!(
        answer.starts_with("HTTP/1.0 200 OK") && answer.contains("\"RetCode\":170"),
        "{answer}"
    );
}
