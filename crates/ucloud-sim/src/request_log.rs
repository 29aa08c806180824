//! What was asked, for tests to read.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

/// How many requests are remembered: more than a test sends, few enough for a server that runs for
/// weeks.
const KEPT: usize = 10_000;

/// One request that reached the simulator. It holds no key and no signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `Action` as it was sent; empty when it was missing.
    pub action: String,
    /// `Region` as it was sent; empty when it was missing.
    pub region: String,
    /// Whether the signature was right.
    pub signed: bool,
}

/// The last requests, oldest first.
#[derive(Debug, Default)]
pub(crate) struct RequestLog(Mutex<VecDeque<Request>>);

impl RequestLog {
    pub(crate) fn add(&self, request: Request) {
        let mut requests = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if requests.len() == KEPT {
            requests.pop_front();
        }
        requests.push_back(request);
    }

    pub(crate) fn all(&self) -> Vec<Request> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_requests_are_forgotten() {
        let log = RequestLog::default();
        for number in 0..=KEPT {
            log.add(Request { action: number.to_string(), region: String::new(), signed: true });
        }
        let all = log.all();
        assert_eq!(all.len(), KEPT);
        assert_eq!(all[0].action, "1");
    }
}
