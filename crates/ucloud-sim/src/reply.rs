//! What goes back, before HTTP.

use std::time::Duration;

use crate::{What, envelope, refusal::Refusal};

/// An answer, and how long it takes.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) request_id: String,
    pub(crate) delay: Duration,
    pub(crate) content: Content,
}

/// The two kinds of answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// The service answered, with or without success: JSON and HTTP status 200.
    Json(Vec<u8>),
    /// Something in front of it did.
    Status(u16),
}

impl Content {
    /// A refusal in the service's own form.
    pub(crate) fn refusal(action: &str, refusal: &Refusal) -> Self {
        Self::Json(envelope::failure(action, refusal))
    }

    /// What a fault says in the service's place; nothing when the service itself may speak.
    pub(crate) fn of_fault(what: What, action: &str) -> Option<Self> {
        match what {
            What::RetCode(code) => Some(Self::refusal(action, &Refusal::of_code(code))),
            What::HttpStatus(status) => Some(Self::Status(status)),
            What::Latency(_) => None,
        }
    }
}

/// The sum of all delays among the faults.
pub(crate) fn delay(faults: &[What]) -> Duration {
    faults.iter().fold(Duration::ZERO, |sum, what| match what {
        What::Latency(more) => sum.saturating_add(*more),
        What::RetCode(_) | What::HttpStatus(_) => sum,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: What = What::Latency(Duration::from_secs(1));

    #[test]
    fn delays_add_up_and_never_overflow() {
        assert_eq!(delay(&[SECOND, What::RetCode(150), SECOND]), Duration::from_secs(2));
        assert_eq!(delay(&[SECOND, What::Latency(Duration::MAX)]), Duration::MAX);
    }

    #[test]
    fn a_delay_says_nothing_itself() {
        assert_eq!(Content::of_fault(SECOND, "A"), None);
        assert_eq!(Content::of_fault(What::HttpStatus(502), "A"), Some(Content::Status(502)));
        let busy = Content::refusal("A", &Refusal::of_code(153));
        assert_eq!(Content::of_fault(What::RetCode(153), "A"), Some(busy));
    }
}
