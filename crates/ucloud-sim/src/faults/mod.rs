//! Trouble on request: refusals, broken answers, unsteady lists and delays for the requests that a
//! test chooses.
//!
//! `spec` reads faults from text, and `distort` spoils the bodies of answers.

mod distort;
mod spec;

use std::{
    ops::RangeInclusive,
    sync::{Mutex, PoisonError},
    time::Duration,
};

pub(crate) use distort::distorted;

/// One thing that goes wrong.
///
/// Written as text for `--fault`: `region=cn-sh2,code=150,times=2`. Parts are separated by commas.
/// `action=`, `region=` and `offset=` say which requests (all when absent), `times=` says how many
/// of them (for ever when absent), and exactly one part says what happens:
///
/// | part | what happens |
/// |---|---|
/// | `code=150` | the service refuses with this `RetCode` |
/// | `status=503` | HTTP status, and no JSON |
/// | `drop` | no answer: the connection closes |
/// | `garbage=html`, `garbage=text` | HTTP 200 with a page, or with a sentence |
/// | `truncate` | HTTP 200, and the JSON ends half-way |
/// | `shape=list-as-text` | where the rows should be stands a text |
/// | `shape=no-code` | `RetCode` is missing |
/// | `shape=code-as-text` | `RetCode` is digits in quotes, as the service itself does at times |
/// | `total=+3`, `total=-3` | `TotalCount` is off by this |
/// | `repeat=2` | the page starts two rows too early, so that rows come twice |
/// | `short=7` | the page ends after seven rows although more exist |
/// | `latency=250ms`, `latency=2s` | the answer comes later |
///
/// `offset=` takes one offset (`offset=100`) or all from one on (`offset=100..`), so that a list
/// can change on its way: `total=+1,offset=100..`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which requests it happens to.
    pub when: When,
    /// What happens.
    pub what: What,
    /// How many more requests it happens to; `None` means all that come.
    pub times: Option<u32>,
}

/// Which requests a fault happens to. A part that is `None` holds for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// Requests of this action.
    pub action: Option<String>,
    /// Requests for this region.
    pub region: Option<String>,
    /// Requests for a page that starts here, in rows; one without `Offset` starts at 0.
    pub offset: Option<RangeInclusive<u64>>,
}

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum What {
    /// The service refuses with this code, and HTTP status 200.
    RetCode(i64),
    /// Something in front of the service answers with this HTTP status and no JSON.
    HttpStatus(u16),
    /// Nothing answers, and the connection closes. Without a socket the body is an error.
    Drop,
    /// Something in front of the service answers with HTTP status 200 and no JSON.
    Garbage(Garbage),
    /// The JSON ends half-way. Its length is announced as what comes, so only its reader can tell.
    Truncate,
    /// The answer is JSON, but not of the shape that is documented.
    Shape(Shape),
    /// `TotalCount` is this much more than the truth, and never less than 0.
    Total(i64),
    /// The page starts this many rows earlier than asked, and not before the first row.
    Repeat(u64),
    /// The page has at most this many rows, whatever was asked for.
    Short(usize),
    /// The answer comes later than usual.
    Latency(Duration),
}

/// What stands where JSON should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Garbage {
    /// A page for people, as a proxy or the login of a network shows.
    Html,
    /// A sentence.
    Text,
}

/// How an answer deviates from the documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// Each list on the top level is a text.
    ListAsText,
    /// `RetCode` is missing.
    NoCode,
    /// `RetCode` is a text of digits.
    CodeAsText,
}

impl What {
    /// Whether the request still goes on to the service, and to later faults.
    fn goes_on(self) -> bool {
        match self {
            Self::RetCode(_) | Self::HttpStatus(_) | Self::Drop | Self::Garbage(_) => false,
            Self::Truncate | Self::Shape(_) | Self::Total(_) => true,
            Self::Repeat(_) | Self::Short(_) | Self::Latency(_) => true,
        }
    }
}

/// The faults in force, in their order. They may be changed while requests run.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Vec<Fault>>);

/// What faults look at in a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) action: &'a str,
    pub(crate) region: &'a str,
    /// `None` when it could not be read.
    pub(crate) offset: Option<u64>,
}

impl Faults {
    /// Replaces all faults.
    pub fn set(&self, faults: Vec<Fault>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = faults;
    }

    /// Ends all trouble.
    pub fn clear(&self) {
        self.set(Vec::new());
    }

    /// What happens to this request, using up one time of each fault that took part: whatever
    /// changes its answer, then at most one answer in the service's place.
    pub(crate) fn take(&self, asked: Asked<'_>) -> Vec<What> {
        let mut faults = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = Vec::new();
        for fault in faults.iter_mut().filter(|fault| fault.applies(asked)) {
            fault.times = fault.times.map(|times| times - 1);
            taken.push(fault.what);
            if !fault.what.goes_on() {
                break;
            }
        }
        taken
    }
}

impl Fault {
    fn applies(&self, asked: Asked<'_>) -> bool {
        self.times != Some(0) && self.when.holds(asked)
    }
}

impl When {
    fn holds(&self, asked: Asked<'_>) -> bool {
        let is = |part: &Option<String>, value| part.as_deref().is_none_or(|part| part == value);
        let within =
            |range: &RangeInclusive<u64>| asked.offset.is_some_and(|it| range.contains(&it));
        is(&self.action, asked.action)
            && is(&self.region, asked.region)
            && self.offset.as_ref().is_none_or(within)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Requests as action, region and offset.
    #[track_caller]
    fn check(specs: &[&str], requests: &[(&str, &str, u64)], expected: &[&[What]]) {
        let faults = Faults::default();
        faults.set(specs.iter().map(|spec| spec.parse().unwrap()).collect());
        let ask = |&(action, region, offset)| Asked { action, region, offset: Some(offset) };
        let taken: Vec<_> = requests.iter().map(|request| faults.take(ask(request))).collect();
        assert_eq!(taken, expected, "{specs:?}");
    }

    #[test]
    fn faults_choose_their_requests() {
        const BUSY: What = What::RetCode(153);
        check(&["code=153"], &[("A", "hk", 0), ("", "", 9)], &[&[BUSY], &[BUSY]]);
        check(&["code=153,region=hk"], &[("A", "hk", 0), ("A", "sg", 0)], &[&[BUSY], &[]]);
        check(&["code=153,action=A"], &[("A", "hk", 0), ("B", "hk", 0)], &[&[BUSY], &[]]);
        check(&["code=153,times=1"], &[("A", "hk", 0), ("A", "hk", 0)], &[&[BUSY], &[]]);
        check(&["code=153,times=0"], &[("A", "hk", 0)], &[&[]]);
    }

    #[test]
    fn faults_choose_their_pages() {
        let pages = [("A", "hk", 0), ("A", "hk", 100), ("A", "hk", 200)];
        const LESS: What = What::Total(-1);
        check(&["total=-1,offset=100"], &pages, &[&[], &[LESS], &[]]);
        check(&["total=-1,offset=100.."], &pages, &[&[], &[LESS], &[LESS]]);
        check(&["total=-1,offset=0"], &pages, &[&[LESS], &[], &[]]);
        check(&["total=-1,offset=1..,times=1"], &pages, &[&[], &[LESS], &[]]);
    }

    #[test]
    fn an_offset_that_nobody_can_read_is_no_page() {
        let faults = Faults::default();
        faults.set(vec!["drop,offset=0..".parse().unwrap(), "truncate".parse().unwrap()]);
        let asked = Asked { action: "A", region: "hk", offset: None };
        assert_eq!(faults.take(asked), [What::Truncate]);
    }

    #[test]
    fn changes_add_up_and_the_first_answer_wins() {
        const LATE: What = What::Latency(Duration::from_secs(1));
        let one = [("A", "", 0)];
        check(&["latency=1s", "latency=1s"], &one, &[&[LATE, LATE]]);
        check(&["short=2", "latency=1s", "drop"], &one, &[&[What::Short(2), LATE, What::Drop]]);
        check(&["latency=1s", "status=502", "code=150"], &one, &[&[LATE, What::HttpStatus(502)]]);
        check(
            &["code=150,times=1", "status=502"],
            &[("A", "", 0), ("A", "", 0)],
            &[&[What::RetCode(150)], &[What::HttpStatus(502)]],
        );
    }

    #[test]
    fn cleared_faults_are_gone() {
        let faults = Faults::default();
        faults.set(vec!["code=150".parse().unwrap()]);
        faults.clear();
        assert!(faults.take(Asked { action: "A", region: "hk", offset: Some(0) }).is_empty());
    }
}
