//! How much, how long and how often.

use std::{num::NonZeroU32, time::Duration};

/// Bounds on what one caller can make the gateway hold, and on how often it may ask.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of a request body.
    pub request_body: usize,
    /// Time in which a request body must have arrived.
    pub request_time: Duration,
    /// Bytes of an answer of the upstream, which is held in memory until it is whole.
    pub answer_body: usize,
    /// Time for a connection to the upstream.
    pub connect_time: Duration,
    /// Time for a whole answer of the upstream, connection included.
    pub answer_time: Duration,
    /// Requests to the upstream at a time. More are refused, not queued: a queue would hold them past the time that
    /// their callers wait.
    pub in_flight: usize,
    /// Requests to `/api` and `/sign` in a second for each client address; ten seconds' worth may come at once. Each
    /// process counts for itself. Nothing is no limit.
    pub rate: Option<NonZeroU32>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // The longest request is a list of a hundred ids; this is ten times that.
            request_body: 64 * 1024,
            request_time: Duration::from_secs(10),
            // A page of a thousand images is about 2 MB.
            answer_body: 32 * 1024 * 1024,
            connect_time: Duration::from_secs(10),
            // UCloud gives up on a request of its own after 60 s; its answer should still arrive.
            answer_time: Duration::from_secs(65),
            in_flight: 64,
            // A page walks four lists at a time and waits for each answer: far beyond what one reader's pages reach,
            // and an office behind one address still fits.
            rate: NonZeroU32::new(100),
        }
    }
}
