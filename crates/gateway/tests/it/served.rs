//! Over real sockets: gateway in front of simulator.

use std::{future::pending, net::IpAddr, time::Duration};

use axum::http::StatusCode;
use gateway::{Config, Error, Limits, Upstream};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};
use ucloud_sim::Spawned;

use crate::harness::{FORM, page, relaying, sample_key, simulator};

#[tokio::test]
async fn a_request_goes_all_the_way_and_a_stop_ends_it() {
    let sim = Spawned::on_free_port(simulator()).await.unwrap();
    let upstream = Upstream::At(sim.url().parse().unwrap());
    let config = Config { key: Some(sample_key()), ..Config::new(page(), upstream) };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let api = format!("http://{}/api", listener.local_addr().unwrap());
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(gateway::serve(listener, config, async { stopped.await.unwrap() }));

    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.post(api).header("content-type", FORM).body("Action=GetRegion");
    let response = request.send().await.unwrap();
    assert!(!response.headers()["x-ucloud-request-uuid"].is_empty());
    assert!(response.text().await.unwrap().contains("\"RetCode\":0"));

    stop.send(()).unwrap();
    server.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_body_that_never_ends_is_given_up() {
    let limits = Limits { request_time: Duration::from_millis(20), ..Limits::default() };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut caller = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    let server = gateway::serve(listener, Config { limits, ..relaying() }, pending());
    let ask = async {
        let head =
            "POST /api HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 100\r\n";
        let request = format!("{head}Content-Type: {FORM}\r\n\r\nAction=");
        caller.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        caller.read_to_string(&mut answer).await.unwrap();
        answer
    };
    tokio::select! {
        answer = ask => assert!(answer.contains("body_unreadable"), "{answer}"),
        ended = server => panic!("{ended:?}"),
    }
}

#[tokio::test]
async fn one_that_signs_without_a_token_does_not_listen_to_others() {
    let config = Config { key: Some(sample_key()), ..Config::new(page(), Upstream::Public) };
    let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
    let error = gateway::serve(listener, config, std::future::ready(())).await.unwrap_err();
    assert!(matches!(error, Error::SignsBeyondLoopback(_)), "{error}");
    assert!(error.is_usage());
    let sentence = error.to_string();
    assert!(sentence.contains("needs an access token") && sentence.contains("--access-token-file"));
}

/// Where every address that begins with 127 is this machine, which is so on Linux alone.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_client_is_known_by_its_address() {
    let limits = Limits { rate: std::num::NonZeroU32::new(1), ..Limits::default() };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let api = format!("http://{}/api", listener.local_addr().unwrap());
    let asking_from = |address: [u8; 4]| {
        let client = reqwest::Client::builder().no_proxy().local_address(IpAddr::from(address));
        let client = client.build().unwrap();
        let api = &api;
        async move || client.post(api).send().await.unwrap().status()
    };
    let ask = async {
        let first = asking_from([127, 0, 0, 1]);
        // Ten at once, and one more for each second that this takes.
        let mut asked = 0;
        while first().await != StatusCode::TOO_MANY_REQUESTS {
            asked += 1;
            assert!(asked < 10_000, "nobody was told to wait");
        }
        asking_from([127, 0, 0, 2])().await
    };
    tokio::select! {
        status = ask => assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ended = gateway::serve(listener, Config { limits, ..relaying() }, pending()) => panic!("{ended:?}"),
    }
}
