//! From a listener to a running server.

use std::{future::Future, net::SocketAddr, time::Duration};

use tokio::{net::TcpListener, sync::oneshot};
use tracing::info;

use crate::{Config, Error, Mode, app};

/// How long requests that run may go on after the stop. Less than what service managers wait before they kill.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until `stop` completes, then lets running requests end, for at most ten seconds.
///
/// # Errors
///
/// [`Error::SignsBeyondLoopback`] if it would sign for whoever reaches it over a network, the errors of
/// [`app`](fn@app), and [`Error::Serve`] if the listener breaks.
pub async fn serve(
    listener: TcpListener,
    config: Config,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let address = listener.local_addr().map_err(Error::Serve)?;
    let mode = config.mode();
    check(mode, address)?;
    let app = app(config)?;
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
fn check(mode: Mode, address: SocketAddr) -> Result<(), Error> {
    let open = mode == Mode::Signing && !address.ip().is_loopback();
    if open { Err(Error::SignsBeyondLoopback(address)) } else { Ok(()) }
}

async fn grace_after(stopped: oneshot::Receiver<()>) {
    match stopped.await {
        Ok(()) => tokio::time::sleep(GRACE).await,
        Err(_) => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_gateway_that_signs_must_stay_on_loopback() {
        let cases = [
            (Mode::Signing, "127.0.0.1:80", true),
            (Mode::Signing, "[::1]:80", true),
            (Mode::Signing, "0.0.0.0:80", false),
            (Mode::Signing, "[::]:80", false),
            (Mode::Signing, "10.0.0.7:80", false),
            (Mode::Relay, "0.0.0.0:80", true),
            (Mode::Demo, "0.0.0.0:80", true),
        ];
        for (mode, address, allowed) in cases {
            assert_eq!(
                check(mode, address.parse().unwrap()).is_ok(),
                allowed,
                "{mode:?} {address}"
            );
        }
    }
}
