//! What goes back, before HTTP.

use std::time::Duration;

use crate::{Garbage, What, envelope, faults::distorted, refusal::Refusal};

/// An answer, and how long it takes.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) request_id: String,
    pub(crate) delay: Duration,
    pub(crate) content: Content,
}

/// The kinds of answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// The service answered, with or without success: JSON and HTTP status 200.
    Json(Vec<u8>),
    /// Something in front of it answered, with HTTP status 200.
    Garbage(Garbage),
    /// Something in front of it answered, with another status.
    Status(u16),
    /// Nothing did.
    Dropped,
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
            What::Drop => Some(Self::Dropped),
            What::Garbage(garbage) => Some(Self::Garbage(garbage)),
            What::Truncate | What::Shape(_) | What::Total(_) => None,
            What::Repeat(_) | What::Short(_) | What::Latency(_) => None,
        }
    }

    /// Spoils JSON as the faults demand, a refusal like any other.
    pub(crate) fn distorted(self, faults: &[What]) -> Self {
        match self {
            Self::Json(body) => Self::Json(distorted(body, faults)),
            other => other,
        }
    }
}

/// The sum of all delays among the faults.
pub(crate) fn delay(faults: &[What]) -> Duration {
    faults.iter().fold(Duration::ZERO, |sum, what| match what {
        What::Latency(more) => sum.saturating_add(*more),
        _ => sum,
    })
}

/// How many rows earlier than asked a page starts.
pub(crate) fn repeated_rows(faults: &[What]) -> u64 {
    faults.iter().fold(0, |sum, what| match what {
        What::Repeat(more) => sum.saturating_add(*more),
        _ => sum,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Shape;

    const SECOND: What = What::Latency(Duration::from_secs(1));

    #[test]
    fn delays_and_repeats_add_up_and_never_overflow() {
        assert_eq!(delay(&[SECOND, What::RetCode(150), SECOND]), Duration::from_secs(2));
        assert_eq!(delay(&[SECOND, What::Latency(Duration::MAX)]), Duration::MAX);
        assert_eq!(repeated_rows(&[What::Repeat(2), SECOND, What::Repeat(3)]), 5);
        assert_eq!(repeated_rows(&[What::Repeat(2), What::Repeat(u64::MAX)]), u64::MAX);
    }

    #[test]
    fn who_answers() {
        let check = |what, expected| assert_eq!(Content::of_fault(what, "A"), expected, "{what:?}");
        check(What::RetCode(153), Some(Content::refusal("A", &Refusal::of_code(153))));
        check(What::HttpStatus(502), Some(Content::Status(502)));
        check(What::Drop, Some(Content::Dropped));
        check(What::Garbage(Garbage::Html), Some(Content::Garbage(Garbage::Html)));
        for by_service in [SECOND, What::Truncate, What::Total(1), What::Repeat(1), What::Short(1)]
        {
            check(by_service, None);
        }
    }

    #[test]
    fn a_refusal_can_be_spoiled_too() {
        let Content::Json(body) = Content::refusal("A", &Refusal::of_code(150))
            .distorted(&[What::Shape(Shape::CodeAsText)])
        else {
            panic!("a refusal is JSON");
        };
        let answer: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(answer["RetCode"], "150");
        assert_eq!(Content::Dropped.distorted(&[What::Truncate]), Content::Dropped);
    }
}
