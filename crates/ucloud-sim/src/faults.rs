//! Trouble on request: codes, HTTP statuses and delays for the requests that a test chooses.

use std::{
    str::FromStr,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use crate::Error;

/// One thing that goes wrong.
///
/// Written as text for `--fault`: `region=cn-sh2,code=150,times=2`. The parts are `action=` and
/// `region=` (which requests; all when absent), exactly one of `code=`, `status=` and `latency=`
/// (what happens; `250ms` or `2s`), and `times=` (for how many requests; for ever when absent).
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
}

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum What {
    /// The service refuses with this code, and HTTP status 200.
    RetCode(i64),
    /// Something in front of the service answers with this HTTP status and no JSON.
    HttpStatus(u16),
    /// The answer comes later than usual.
    Latency(Duration),
}

impl What {
    /// Whether the request still goes on to the service, and to later faults.
    fn goes_on(self) -> bool {
        matches!(self, Self::Latency(_))
    }
}

/// The faults in force, in their order. They may be changed while requests run.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Vec<Fault>>);

impl Faults {
    /// Replaces all faults.
    pub fn set(&self, faults: Vec<Fault>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = faults;
    }

    /// Ends all trouble.
    pub fn clear(&self) {
        self.set(Vec::new());
    }

    /// What happens to this request, using up one time of each fault that took part: delays, then
    /// at most one answer.
    pub(crate) fn take(&self, action: &str, region: &str) -> Vec<What> {
        let mut faults = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = Vec::new();
        for fault in faults.iter_mut().filter(|fault| fault.applies(action, region)) {
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
    fn applies(&self, action: &str, region: &str) -> bool {
        let holds = |part: &Option<String>, value| part.as_deref().is_none_or(|p| p == value);
        self.times != Some(0)
            && holds(&self.when.action, action)
            && holds(&self.when.region, region)
    }
}

impl FromStr for Fault {
    type Err = Error;

    fn from_str(spec: &str) -> Result<Self, Error> {
        parse(spec).map_err(|cause| Error::Fault { spec: spec.to_owned(), cause })
    }
}

fn parse(spec: &str) -> Result<Fault, String> {
    let (mut when, mut what, mut times) = (When::default(), None, None);
    for part in spec.split(',') {
        let (key, value) = part
            .split_once('=')
            .ok_or_else(|| format!("`{part}` is not of the form name=value"))?;
        match key.trim() {
            "action" => when.action = Some(value.trim().to_owned()),
            "region" => when.region = Some(value.trim().to_owned()),
            "times" => times = Some(number(value)?),
            effect => set_once(&mut what, parse_what(effect, value)?)?,
        }
    }
    let what = what.ok_or("it says not what happens: add code=, status= or latency=")?;
    Ok(Fault { when, what, times })
}

fn set_once(what: &mut Option<What>, next: What) -> Result<(), String> {
    match what.replace(next) {
        None => Ok(()),
        Some(_) => Err("it says twice what happens: give two faults instead".to_owned()),
    }
}

fn parse_what(effect: &str, value: &str) -> Result<What, String> {
    match effect {
        "code" => number(value).map(What::RetCode),
        "status" => status(value).map(What::HttpStatus),
        "latency" => duration(value).map(What::Latency),
        other => {
            Err(format!("`{other}` is unknown: use action, region, times, code, status or latency"))
        }
    }
}

fn status(text: &str) -> Result<u16, String> {
    let status = number(text)?;
    let is_final = (200..1000).contains(&status);
    if is_final { Ok(status) } else { Err(format!("`{text}` is not a final HTTP status")) }
}

fn duration(text: &str) -> Result<Duration, String> {
    let text = text.trim();
    if let Some(millis) = text.strip_suffix("ms") {
        return number(millis).map(Duration::from_millis);
    }
    let seconds =
        text.strip_suffix('s').ok_or_else(|| format!("`{text}` needs a unit: ms or s"))?;
    number(seconds).map(Duration::from_secs)
}

fn number<T: FromStr>(text: &str) -> Result<T, String> {
    text.trim().parse().map_err(|_| format!("`{text}` is not a number that fits"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(spec: &str) -> Fault {
        spec.parse().unwrap()
    }

    #[test]
    fn specs_are_read() {
        let full = fault("region=cn-sh2, action=DescribeImage, code=150, times=2");
        let when = When { action: Some("DescribeImage".into()), region: Some("cn-sh2".into()) };
        assert_eq!(full, Fault { when, what: What::RetCode(150), times: Some(2) });
        assert_eq!(fault("status=503").what, What::HttpStatus(503));
        assert_eq!(fault("latency=250ms").what, What::Latency(Duration::from_millis(250)));
        assert_eq!(fault("latency=2s").what, What::Latency(Duration::from_secs(2)));
    }

    #[track_caller]
    fn refuses(spec: &str, cause: &str) {
        let message = spec.parse::<Fault>().unwrap_err().to_string();
        assert!(message.contains(spec) && message.contains(cause), "{message}");
    }

    #[test]
    fn bad_specs_say_why() {
        refuses("", "not of the form");
        refuses("region=hk", "says not what happens");
        refuses("code=150,status=503", "says twice");
        refuses("code=many", "`many` is not a number");
        refuses("status=70000", "not a number that fits");
        refuses("status=100", "not a final HTTP status");
        refuses("latency=5", "needs a unit");
        refuses("colour=red", "`colour` is unknown");
        refuses("code=150,times=-1", "not a number that fits");
    }

    #[track_caller]
    fn check(specs: &[&str], requests: &[(&str, &str)], expected: &[&[What]]) {
        let faults = Faults::default();
        faults.set(specs.iter().map(|spec| fault(spec)).collect());
        let taken: Vec<_> =
            requests.iter().map(|(action, region)| faults.take(action, region)).collect();
        assert_eq!(taken, expected);
    }

    #[test]
    fn faults_choose_their_requests() {
        const BUSY: What = What::RetCode(153);
        check(&["code=153"], &[("A", "hk"), ("", "")], &[&[BUSY], &[BUSY]]);
        check(&["code=153,region=hk"], &[("A", "hk"), ("A", "sg")], &[&[BUSY], &[]]);
        check(&["code=153,action=A"], &[("A", "hk"), ("B", "hk")], &[&[BUSY], &[]]);
        check(&["code=153,times=1"], &[("A", "hk"), ("A", "hk")], &[&[BUSY], &[]]);
        check(&["code=153,times=0"], &[("A", "hk")], &[&[]]);
    }

    #[test]
    fn delays_add_up_and_the_first_answer_wins() {
        const LATE: What = What::Latency(Duration::from_secs(1));
        check(&["latency=1s", "latency=1s"], &[("A", "")], &[&[LATE, LATE]]);
        check(
            &["latency=1s", "status=502", "code=150"],
            &[("A", "")],
            &[&[LATE, What::HttpStatus(502)]],
        );
        check(
            &["code=150,times=1", "status=502"],
            &[("A", ""), ("A", "")],
            &[&[What::RetCode(150)], &[What::HttpStatus(502)]],
        );
    }

    #[test]
    fn cleared_faults_are_gone() {
        let faults = Faults::default();
        faults.set(vec![fault("code=150")]);
        faults.clear();
        assert!(faults.take("A", "hk").is_empty());
    }
}
