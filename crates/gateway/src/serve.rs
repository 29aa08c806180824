//! From a listener to a running server.

use std::{future::Future, net::SocketAddr, time::Duration};

use tokio::{net::TcpListener, sync::oneshot};
use tracing::{info, warn};
use ucloud_api::Product;

use crate::{BaseUrl, Config, Error, Mode, app};

/// How long requests that run may go on after the stop. Less than what service managers wait before they kill.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until `stop` completes, then lets running requests end, for at most ten seconds.
///
/// # Errors
///
/// [`Error::SignsBeyondLoopback`] if it would sign for whoever reaches it over a network without a token, the errors
/// of [`app`](fn@app), and [`Error::Serve`] if the listener breaks.
pub async fn serve(
    listener: TcpListener,
    config: Config,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let address = listener.local_addr().map_err(Error::Serve)?;
    let mode = config.mode();
    check(mode, address, config.token.is_some())?;
    for warning in warnings(&config) {
        warn!("{warning}");
    }
    let app = app(config)?.into_make_service_with_connect_info::<SocketAddr>();
    info!(%address, ?mode, "listening");
    let (stopping, stopped) = oneshot::channel();
    let graceful = async move {
        stop.await;
        info!("stopping");
        let _ = stopping.send(());
    };
    tokio::select! {
        served = axum::serve(listener, app).with_graceful_shutdown(graceful) => served.map_err(Error::Serve),
        () = grace_after(stopped) => Ok(()),
    }
}

/// The demo may be shown to anybody: its key is published and opens nothing.
fn check(mode: Mode, address: SocketAddr, has_token: bool) -> Result<(), Error> {
    let open = mode == Mode::Signing && !address.ip().is_loopback() && !has_token;
    if open { Err(Error::SignsBeyondLoopback(address)) } else { Ok(()) }
}

/// What may be meant as it is, and should be known.
fn warnings(config: &Config) -> Vec<String> {
    // The API has an address without TLS inside UCloud's network, so this is no error.
    let bases = Product::ALL.iter().filter_map(|product| config.upstream.base(*product));
    let mut warnings: Vec<_> = bases.filter(|it| it.is_exposed()).map(unencrypted).collect();
    warnings.dedup();
    // A name or a proxy means that others reach it although it listens on loopback; the proxy may know who they are.
    let is_public = !config.hosts.is_empty() || config.proxies > 0;
    if config.mode() == Mode::Signing && config.token.is_none() && is_public {
        warnings.push(OPEN.to_owned());
    }
    warnings
}

const OPEN: &str =
    "no access token is set: it signs for everybody whom the server in front lets through";

fn unencrypted(upstream: &BaseUrl) -> String {
    format!(
        "requests to {upstream} cross the network unencrypted, and a signature can be used again"
    )
}

async fn grace_after(stopped: oneshot::Receiver<()>) {
    match stopped.await {
        Ok(()) => tokio::time::sleep(GRACE).await,
        Err(_) => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use ucloud_api::KeyPair;

    use super::*;
    use crate::Upstream;

    fn at(upstream: &str) -> Config {
        Config::new("dist", Upstream::At(upstream.parse().unwrap()))
    }

    fn check_warnings(config: &Config, expected: &[&str]) {
        let warnings = warnings(config);
        let fits = warnings.iter().zip(expected).all(|(actual, part)| actual.contains(part));
        assert!(fits && warnings.len() == expected.len(), "{warnings:?} {expected:?}");
    }

    #[test]
    fn what_may_be_a_mistake_is_said() {
        let hosts = || vec!["catalog.example".to_owned()];
        let signing =
            || Config { key: Some(KeyPair::new("p", "k")), ..at("http://127.0.0.1:9000") };
        let token = || Some("0123456789abcdef".parse().unwrap());
        let exposed = "requests to http://api.example/ cross the network unencrypted";
        check_warnings(&at("https://api.example"), &[]);
        check_warnings(&at("http://api.example"), &[exposed]);
        check_warnings(&Config { hosts: hosts(), ..at("https://api.example") }, &[]);
        check_warnings(&signing(), &[]);
        check_warnings(&Config { hosts: hosts(), ..signing() }, &[OPEN]);
        check_warnings(&Config { proxies: 1, ..signing() }, &[OPEN]);
        check_warnings(&Config { hosts: hosts(), token: token(), ..signing() }, &[]);
    }

    #[test]
    fn only_a_gateway_that_signs_for_anybody_must_stay_on_loopback() {
        let cases = [
            (Mode::Signing, "127.0.0.1:80", false, true),
            (Mode::Signing, "[::1]:80", false, true),
            (Mode::Signing, "0.0.0.0:80", false, false),
            (Mode::Signing, "[::]:80", false, false),
            (Mode::Signing, "10.0.0.7:80", false, false),
            (Mode::Signing, "10.0.0.7:80", true, true),
            (Mode::Relay, "0.0.0.0:80", false, true),
            (Mode::Demo, "0.0.0.0:80", false, true),
        ];
        for (mode, address, has_token, allowed) in cases {
            let outcome = check(mode, address.parse().unwrap(), has_token);
            assert_eq!(outcome.is_ok(), allowed, "{mode:?} {address} {has_token}");
        }
    }
}
