//! How often one client may ask.
//!
//! The generic cell rate algorithm: for each client one moment, the one at which all that it asked would have been due
//! at the allowed pace. It is written out here since it is shorter than what a crate for it asks to be told, and the
//! well-known one brings ten others along.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::Response,
};
use tokio::time::Instant;

use crate::{app::Gateway, client, refusal::Refusal};

/// How much of the allowed pace may be used at once.
const BURST: Duration = Duration::from_secs(10);
/// Clients remembered at a time, about 3 MB. Those that come when it is full share one place.
const MOST_CLIENTS: usize = 1 << 16;
/// Nobody calls from the broadcast address.
const ALL_OTHERS: IpAddr = IpAddr::V4(Ipv4Addr::BROADCAST);

/// Counts by client. State of this process alone, and lost with it.
#[derive(Debug)]
pub(crate) struct Limiter {
    interval: Duration,
    clients: Mutex<Clients>,
}

#[derive(Debug)]
struct Clients {
    due: HashMap<IpAddr, Instant>,
    /// Until then nothing is cleared away, so that a flood of addresses does not pay for a sweep with each request.
    sweep_at: Instant,
}

/// Lets a request through whose client has not asked too often.
pub(crate) async fn paced(
    State(gateway): State<Arc<Gateway>>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    if let Some(limiter) = &gateway.limiter {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
        let client = client::address(peer, request.headers(), gateway.proxies);
        limiter.admit(client, Instant::now()).map_err(|wait| Refusal::TooOften { wait })?;
    }
    Ok(next.run(request).await)
}

impl Limiter {
    pub(crate) fn new(per_second: NonZeroU32, now: Instant) -> Self {
        let clients = Clients { due: HashMap::new(), sweep_at: now };
        Self { interval: Duration::from_secs(1) / per_second.get(), clients: Mutex::new(clients) }
    }

    /// Nothing, or how long the client has to wait.
    fn admit(&self, client: IpAddr, now: Instant) -> Result<(), Duration> {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        let due = clients.due_of(client, now);
        let next = (*due).max(now) + self.interval;
        match next.duration_since(now).checked_sub(BURST) {
            Some(wait) if !wait.is_zero() => Err(wait),
            _ => {
                *due = next;
                Ok(())
            }
        }
    }
}

impl Clients {
    fn due_of(&mut self, client: IpAddr, now: Instant) -> &mut Instant {
        self.sweep(now);
        let has_room = self.due.len() < MOST_CLIENTS || self.due.contains_key(&client);
        self.due.entry(if has_room { client } else { ALL_OTHERS }).or_insert(now)
    }

    /// Forgets whoever is owed nothing, at most once in the time after which that can be so.
    fn sweep(&mut self, now: Instant) {
        if now >= self.sweep_at {
            self.due.retain(|_, due| *due > now);
            self.sweep_at = now + BURST;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    fn two_a_second(now: Instant) -> Limiter {
        Limiter::new(NonZeroU32::new(2).unwrap(), now)
    }

    fn admitted(limiter: &Limiter, client: IpAddr, now: Instant) -> usize {
        (0..1000).take_while(|_| limiter.admit(client, now).is_ok()).count()
    }

    #[test]
    fn ten_seconds_worth_at_once_and_then_the_pace() {
        let start = Instant::now();
        let limiter = two_a_second(start);
        for (after, expected) in [(0, 20), (0, 0), (1, 2), (1, 0), (4, 6), (60, 20), (60, 0)] {
            let now = start + Duration::from_secs(after);
            assert_eq!(admitted(&limiter, CLIENT, now), expected, "after {after} s");
        }
    }

    #[test]
    fn who_is_refused_is_told_how_long_and_pays_nothing() {
        let start = Instant::now();
        let limiter = two_a_second(start);
        admitted(&limiter, CLIENT, start);
        for _ in 0..3 {
            assert_eq!(limiter.admit(CLIENT, start), Err(Duration::from_millis(500)));
        }
        assert_eq!(limiter.admit(CLIENT, start + Duration::from_millis(500)), Ok(()));
    }

    #[test]
    fn clients_do_not_share() {
        let start = Instant::now();
        let limiter = two_a_second(start);
        admitted(&limiter, CLIENT, start);
        assert_eq!(limiter.admit("10.0.0.7".parse().unwrap(), start), Ok(()));
    }

    #[test]
    fn memory_is_bounded_and_freed() {
        let start = Instant::now();
        let limiter = two_a_second(start);
        let many = (0..).map(|it: u32| IpAddr::from(it.to_be_bytes()));
        for client in many.take(MOST_CLIENTS + 100) {
            let _ = limiter.admit(client, start);
        }
        let remembered = || limiter.clients.lock().unwrap().due.len();
        assert_eq!(remembered(), MOST_CLIENTS + 1);
        assert_eq!(admitted(&limiter, "fd00::1".parse().unwrap(), start), 0, "all others share");
        let later = start + BURST;
        assert_eq!(limiter.admit(CLIENT, later), Ok(()));
        assert!(remembered() <= 2, "{}", remembered());
    }
}
