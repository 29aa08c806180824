//! Walking through a list whose server counts loosely.

/// A part of a list to ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// How many rows to pass over.
    pub offset: u64,
    /// How many rows to return at most.
    pub limit: u64,
}

/// Says which part of a list to ask for next.
///
/// It advances by the rows received and not by the limit, since a service may return fewer than were asked for. An
/// empty page ends the list. A short page ends it only if the total does not promise more: a service that silently caps
/// the limit would otherwise lose the rest. A full page never ends it, whatever the total says: totals have been seen that are smaller
/// than the rows. The price of either doubt is one empty page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pager {
    offset: u64,
    limit: u64,
    done: bool,
}

impl Pager {
    /// Starts at the beginning. A limit of 0 counts as 1.
    #[must_use]
    pub fn new(limit: u64) -> Self {
        Self::from(0, limit)
    }

    /// Starts further down the list.
    #[must_use]
    pub fn from(offset: u64, limit: u64) -> Self {
        Self { offset, limit: limit.max(1), done: false }
    }

    /// The part to ask for, or nothing at the end.
    #[must_use]
    pub fn next(&self) -> Option<Span> {
        (!self.done).then_some(Span { offset: self.offset, limit: self.limit })
    }

    /// Takes note of an answer: the elements it held, and its total if it gave one.
    pub fn received(&mut self, rows: u64, total: Option<u64>) {
        self.offset = self.offset.saturating_add(rows);
        let promised = total.is_some_and(|total| self.offset < total);
        self.done = rows == 0 || (rows < self.limit && !promised);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Serves `rows` rows, at most `cap` at once, saying `total`; returns the offsets asked for.
    fn offsets(rows: u64, limit: u64, cap: u64, total: Option<u64>) -> Vec<u64> {
        let mut pager = Pager::new(limit);
        let mut asked = Vec::new();
        while let Some(span) = pager.next() {
            asked.push(span.offset);
            pager.received(rows.saturating_sub(span.offset).min(span.limit).min(cap), total);
            assert!(asked.len() < 100, "it never ends");
        }
        asked
    }

    #[test]
    fn walks_to_the_end_and_no_further() {
        let any = u64::MAX;
        assert_eq!(offsets(0, 100, any, Some(0)), [0]);
        assert_eq!(offsets(1, 100, any, Some(1)), [0]);
        assert_eq!(offsets(99, 100, any, Some(99)), [0]);
        assert_eq!(offsets(100, 100, any, Some(100)), [0, 100]);
        assert_eq!(offsets(250, 100, any, Some(250)), [0, 100, 200]);
        assert_eq!(offsets(250, 100, any, None), [0, 100, 200]);
        assert_eq!(offsets(200, 100, any, None), [0, 100, 200]);
    }

    #[test]
    fn a_silent_cap_loses_nothing() {
        assert_eq!(offsets(250, 500, 100, Some(250)), [0, 100, 200]);
    }

    #[test]
    fn a_total_that_promises_too_much_costs_one_empty_page() {
        assert_eq!(offsets(150, 100, u64::MAX, Some(400)), [0, 100, 150]);
    }

    #[test]
    fn a_total_that_claims_too_few_loses_nothing() {
        assert_eq!(offsets(104, 100, u64::MAX, Some(100)), [0, 100]);
        assert_eq!(offsets(9, 9, u64::MAX, Some(5)), [0, 9]);
        assert_eq!(offsets(250, 100, u64::MAX, Some(0)), [0, 100, 200]);
    }

    #[test]
    fn a_limit_of_zero_still_advances() {
        assert_eq!(offsets(2, 0, u64::MAX, Some(2)), [0, 1, 2]);
    }
}
