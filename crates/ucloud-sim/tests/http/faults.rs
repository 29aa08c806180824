//! Trouble on request, as a client meets it.

use std::{sync::Arc, time::Duration};

use axum::{body::to_bytes, http::StatusCode};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tower::ServiceExt;
use ucloud_sim::{Simulator, Spawned, router};

use crate::client::{Answer, call, code, get, simulator};

/// Every code that UCloud documents for its API as a whole, and one of a product.
const PUBLIC_CODES: &[i64] =
    &[110, 130, 150, 153, 160, 161, 170, 171, 172, 174, 210, 230, 292, 293, 294, 295, 299, 8889];

fn with_faults(specs: &[&str]) -> Arc<Simulator> {
    let sim = simulator();
    sim.faults().set(specs.iter().map(|spec| spec.parse().unwrap()).collect());
    sim
}

async fn page(sim: &Arc<Simulator>, offset: u64) -> Answer {
    let page = json!({"Action": "DescribeImage", "Region": "hk", "Offset": offset, "Limit": 10});
    call(sim, page).await
}

fn total(answer: &Answer) -> i64 {
    answer.json()["TotalCount"].as_i64().unwrap()
}

fn ids(answer: &Answer) -> Vec<String> {
    let id = |row: &Value| row["ImageId"].as_str().unwrap().to_owned();
    answer.json()["ImageSet"].as_array().unwrap().iter().map(id).collect()
}

#[tokio::test]
async fn any_public_code_can_be_asked_for() {
    let sim = simulator();
    for wanted in PUBLIC_CODES {
        sim.faults().set(vec![format!("code={wanted}").parse().unwrap()]);
        let answer = call(&sim, json!({"Action": "GetRegion"})).await;
        assert_eq!((answer.status, code(&answer)), (StatusCode::OK, *wanted));
        assert_ne!(answer.json()["Message"], "Request failed");
    }
    sim.faults().clear();
    assert_eq!(code(&call(&sim, json!({"Action": "GetRegion"})).await), 0);
}

#[tokio::test]
async fn a_fault_ends_after_its_times() {
    let sim = with_faults(&["region=hk,code=150,times=2"]);
    let mut codes = Vec::new();
    for region in ["hk", "sg", "hk", "hk"] {
        codes.push(code(&call(&sim, json!({"Action": "DescribeImage", "Region": region})).await));
    }
    assert_eq!(codes, [150, 0, 150, 0]);
}

#[tokio::test]
async fn what_is_no_json() {
    let cases = [
        ("status=503", StatusCode::SERVICE_UNAVAILABLE, "503"),
        ("garbage=html", StatusCode::OK, "<!DOCTYPE html>"),
        ("garbage=text", StatusCode::OK, "The service"),
        ("truncate", StatusCode::OK, "{"),
    ];
    for (spec, status, start) in cases {
        let answer = call(&with_faults(&[spec]), json!({"Action": "GetRegion"})).await;
        assert_eq!(answer.status, status, "{spec}");
        assert!(answer.body.starts_with(start.as_bytes()), "{spec}");
        assert!(serde_json::from_slice::<Value>(&answer.body).is_err(), "{spec}");
        assert_eq!(answer.request_id.len(), 36, "{spec}");
    }
}

#[tokio::test]
async fn what_is_json_of_another_shape() {
    let shape = async |spec: &str| page(&with_faults(&[spec]), 0).await.json();
    assert!(shape("shape=list-as-text").await["ImageSet"].is_string());
    assert!(shape("shape=no-code").await.get("RetCode").is_none());
    assert_eq!(shape("shape=code-as-text").await["RetCode"], "0");
}

#[tokio::test]
async fn a_total_changes_on_the_way() {
    let truth = total(&page(&simulator(), 0).await);
    for (spec, difference) in [("total=+3,offset=10..", 3), ("total=-3,offset=10..", -3)] {
        let sim = with_faults(&[spec]);
        let mut totals = Vec::new();
        for offset in [0, 10, 20] {
            totals.push(total(&page(&sim, offset).await) - truth);
        }
        assert_eq!(totals, [0, difference, difference], "{spec}");
    }
}

#[tokio::test]
async fn rows_repeat_between_pages() {
    let honest = simulator();
    let rows = [ids(&page(&honest, 0).await), ids(&page(&honest, 10).await)].concat();
    let sim = with_faults(&["repeat=2"]);
    assert_eq!(ids(&page(&sim, 0).await), &rows[..10]);
    assert_eq!(ids(&page(&sim, 10).await), &rows[8..18]);
}

#[tokio::test]
async fn a_page_is_short_although_more_rows_exist() {
    let honest = page(&simulator(), 10).await;
    let short = page(&with_faults(&["short=7"]), 10).await;
    assert_eq!(ids(&short), &ids(&honest)[..7]);
    assert_eq!(total(&short), total(&honest));
    assert!(ids(&page(&with_faults(&["short=0,offset=10"]), 10).await).is_empty());
}

/// On tokio's paused clock, which jumps to the next timer: the test itself does not wait.
#[tokio::test(start_paused = true)]
async fn a_delay_passes_before_the_answer() {
    let sim = with_faults(&["latency=90s"]);
    let start = tokio::time::Instant::now();
    assert_eq!(code(&call(&sim, json!({"Action": "GetRegion"})).await), 0);
    assert_eq!(start.elapsed().as_secs(), Duration::from_secs(90).as_secs());
}

#[tokio::test]
async fn a_dropped_connection_is_an_error_of_the_body_without_a_socket() {
    let response = router(with_faults(&["drop"])).oneshot(get("Action=GetRegion")).await.unwrap();
    let error = to_bytes(response.into_body(), usize::MAX).await.unwrap_err();
    assert!(error.to_string().contains("dropped"), "{error}");
}

#[tokio::test]
async fn a_dropped_connection_closes_the_socket_without_a_word() {
    let server = Spawned::on_free_port(with_faults(&["drop,times=1"])).await.unwrap();
    let exchange = async || {
        let mut socket = TcpStream::connect(server.address()).await.unwrap();
        socket.write_all(b"GET /?Action=GetRegion HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        let mut first = [0; 15];
        let read = socket.read(&mut first).await.unwrap_or_default();
        String::from_utf8_lossy(&first[..read]).into_owned()
    };
    assert_eq!(exchange().await, "");
    assert_eq!(exchange().await, "HTTP/1.1 200 OK");
}
