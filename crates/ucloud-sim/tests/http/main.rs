//! The router as a client meets it: every way to send, every public error, faults.

mod client;

use std::{sync::Arc, time::Duration};

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use client::{call, code, encoded, get, post, post_json, send, signed, simulator};
use serde_json::{Value, json};
use tower::ServiceExt;
use ucloud_sim::{Fault, Options, PUBLIC_KEY, Simulator, Spawned, router};

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
async fn nested_json_is_signed_as_nested_json() {
    let sim = simulator();
    let whole =
        call(&sim, json!({"Action": "DescribeImage", "Region": "hk", "Limit": 2})).await.json();
    let ids: Vec<_> = (0..2).map(|row| whole["ImageSet"][row]["ImageId"].clone()).collect();
    let nested = signed(&json!({"Action": "DescribeImage", "Region": "hk", "ImageIds": ids}));
    let dotted = signed(&json!({
        "Action": "DescribeImage", "Region": "hk", "ImageIds.0": ids[0], "ImageIds.1": ids[1],
    }));
    assert_ne!(nested["Signature"], dotted["Signature"]);
    for params in [nested, dotted] {
        let answer = send(&sim, post_json(&params)).await.json();
        assert_eq!(answer["ImageSet"], whole["ImageSet"]);
    }
}

#[tokio::test]
async fn unescaped_text_is_what_is_signed() {
    let sim = simulator();
    let params = json!({"Action": "DescribeImage", "Region": "hk", "Tag": "a+b &=数字%20"});
    let answer = call(&sim, params).await.json();
    assert_eq!((&answer["RetCode"], &answer["TotalCount"]), (&json!(0), &json!(0)));
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
async fn any_public_code_can_be_asked_for() {
    let sim = simulator();
    for wanted in [110, 130, 150, 153, 171, 174, 293, 294, 295, 299, 8889] {
        sim.faults().set(vec![format!("code={wanted}").parse().unwrap()]);
        let answer = call(&sim, json!({"Action": "GetRegion"})).await;
        assert_eq!((answer.status, code(&answer)), (StatusCode::OK, wanted));
    }
    sim.faults().clear();
    assert_eq!(code(&call(&sim, json!({"Action": "GetRegion"})).await), 0);
}

#[tokio::test]
async fn a_fault_ends_after_its_times() {
    let sim = simulator();
    sim.faults().set(vec!["region=hk,code=150,times=2".parse().unwrap()]);
    let mut codes = Vec::new();
    for region in ["hk", "sg", "hk", "hk"] {
        codes.push(code(&call(&sim, json!({"Action": "DescribeImage", "Region": region})).await));
    }
    assert_eq!(codes, [150, 0, 150, 0]);
}

#[tokio::test]
async fn a_status_is_no_json() {
    let sim = simulator();
    sim.faults().set(vec!["status=503".parse().unwrap()]);
    let answer = call(&sim, json!({"Action": "GetRegion"})).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(serde_json::from_slice::<Value>(&answer.body).is_err());
}

/// On tokio's paused clock, which jumps to the next timer: the test itself does not wait.
#[tokio::test(start_paused = true)]
async fn a_delay_passes_before_the_answer() {
    let sim = simulator();
    sim.faults().set(vec!["latency=90s".parse::<Fault>().unwrap()]);
    let start = tokio::time::Instant::now();
    assert_eq!(code(&call(&sim, json!({"Action": "GetRegion"})).await), 0);
    assert_eq!(start.elapsed().as_secs(), Duration::from_secs(90).as_secs());
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
    let response =
        router(Arc::clone(&sim)).oneshot(Request::get("/x").body(Body::empty()).unwrap());
    assert_eq!(response.await.unwrap().status(), StatusCode::NOT_FOUND);
    let response = router(sim).oneshot(Request::put("/").body(Body::empty()).unwrap());
    assert_eq!(response.await.unwrap().status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_million_rows_are_there_at_once() {
    let options = Options { rows_per_region: Some(1_000_000), seed: 3 };
    let sim = Arc::new(Simulator::new(options).unwrap());
    let page = json!({"Action": "DescribeImage", "Region": "hk", "Offset": 999_990, "Limit": 20});
    let answer = call(&sim, page).await.json();
    assert_eq!(answer["TotalCount"], 1_000_000);
    assert_eq!(answer["ImageSet"].as_array().unwrap().len(), 10);
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
