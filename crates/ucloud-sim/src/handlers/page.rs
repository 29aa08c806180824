//! The part of a list that a call asks for.

use std::ops::Range;

use crate::{params::Params, refusal::Refusal};

/// Elements of a page when `Limit` is absent.
const DEFAULT_LIMIT: u64 = 20;

/// `Offset` and `Limit` of a call.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    offset: u64,
    limit: u64,
}

impl Page {
    /// Reads both. Who asks for more than `longest` gets a shorter page and not an error, so clients
    /// should go on by what they received.
    pub(super) fn read(params: &Params, longest: u64) -> Result<Self, Refusal> {
        let offset = params.count("Offset")?.unwrap_or(0);
        let limit = params.count("Limit")?.unwrap_or(DEFAULT_LIMIT).min(longest);
        Ok(Self { offset, limit })
    }

    /// The numbers on this page of a list with `len` elements.
    pub(super) fn range(self, len: u64) -> Range<u64> {
        let end = self.offset.saturating_add(self.limit).min(len);
        self.offset.min(end)..end
    }

    /// Whether the element that comes after `before` others is on this page.
    pub(super) fn holds(self, before: u64) -> bool {
        before >= self.offset && before - self.offset < self.limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, len: u64, expected: Range<u64>) {
        let page = Page::read(&Params::from_form(query.as_bytes()), 100).unwrap();
        assert_eq!(page.range(len), expected);
        let held: Vec<_> = (0..len.min(1_000)).filter(|&number| page.holds(number)).collect();
        assert_eq!(held, expected.filter(|&number| number < 1_000).collect::<Vec<_>>());
    }

    #[test]
    fn pages_lie_within_the_list() {
        check("", 50, 0..20);
        check("Limit=7", 50, 0..7);
        check("Limit=0", 50, 0..0);
        check("Offset=45", 50, 45..50);
        check("Offset=50", 50, 50..50);
        check("Offset=90", 50, 50..50);
        check("Limit=1000", 500, 0..100);
        check("Offset=18446744073709551615&Limit=18446744073709551615", 50, 50..50);
    }

    #[test]
    fn what_is_no_count_is_refused() {
        for query in ["Limit=abc", "Offset=-1", "Limit=1.5"] {
            let refused = Page::read(&Params::from_form(query.as_bytes()), 100);
            assert_eq!(refused.err().map(|refusal| refusal.code), Some(210), "{query}");
        }
    }
}
