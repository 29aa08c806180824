//! Faults from text.

use std::{ops::RangeInclusive, str::FromStr, time::Duration};

use super::{Fault, Garbage, Shape, What, When};
use crate::Error;

/// Reads the value of a part; a part without `=` has an empty one.
type Read = fn(&str) -> Result<What, String>;

/// Every part that says what happens.
const EFFECTS: &[(&str, Read)] = &[
    ("code", |value| number(value).map(What::RetCode)),
    ("status", |value| status(value).map(What::HttpStatus)),
    ("drop", |value| bare(value, What::Drop)),
    ("garbage", |value| one_of(value, GARBAGE).map(What::Garbage)),
    ("truncate", |value| bare(value, What::Truncate)),
    ("shape", |value| one_of(value, SHAPES).map(What::Shape)),
    ("total", |value| number(value).map(What::Total)),
    ("repeat", |value| number(value).map(What::Repeat)),
    ("short", |value| number(value).map(What::Short)),
    ("latency", |value| duration(value).map(What::Latency)),
];

const GARBAGE: &[(&str, Garbage)] = &[("html", Garbage::Html), ("text", Garbage::Text)];

const SHAPES: &[(&str, Shape)] = &[
    ("list-as-text", Shape::ListAsText),
    ("no-code", Shape::NoCode),
    ("code-as-text", Shape::CodeAsText),
];

impl FromStr for Fault {
    type Err = Error;

    fn from_str(spec: &str) -> Result<Self, Error> {
        parse(spec).map_err(|cause| Error::Fault { spec: spec.to_owned(), cause })
    }
}

fn parse(spec: &str) -> Result<Fault, String> {
    let (mut when, mut what, mut times) = (When::default(), None, None);
    for part in spec.split(',') {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let (key, value) = (key.trim(), value.trim());
        match key {
            "action" => when.action = Some(value.to_owned()),
            "region" => when.region = Some(value.to_owned()),
            "offset" => when.offset = Some(offsets(value)?),
            "times" => times = Some(number(value)?),
            effect => set_once(&mut what, effect_of(effect, value)?)?,
        }
    }
    let what = what.ok_or_else(|| format!("it says not what happens: add {}", effects()))?;
    Ok(Fault { when, what, times })
}

fn set_once(what: &mut Option<What>, next: What) -> Result<(), String> {
    match what.replace(next) {
        None => Ok(()),
        Some(_) => Err("it says twice what happens: give two faults instead".to_owned()),
    }
}

fn effect_of(name: &str, value: &str) -> Result<What, String> {
    let found = EFFECTS.iter().find(|(known, _)| *known == name);
    let unknown = || {
        format!(
            "`{name}` is unknown: use action, region, offset or times, and one of {}",
            effects()
        )
    };
    let (_, read) = found.ok_or_else(unknown)?;
    read(value).map_err(|cause| format!("{name}: {cause}"))
}

fn effects() -> String {
    EFFECTS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn bare(value: &str, what: What) -> Result<What, String> {
    if value.is_empty() { Ok(what) } else { Err(format!("it takes no value, so not `{value}`")) }
}

fn one_of<T: Copy>(value: &str, known: &[(&str, T)]) -> Result<T, String> {
    let found = known.iter().find(|(name, _)| *name == value).map(|(_, found)| *found);
    let names = || known.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" or ");
    found.ok_or_else(|| format!("`{value}` is none of {}", names()))
}

/// `100` is that offset alone, `100..` it and all that follow.
fn offsets(text: &str) -> Result<RangeInclusive<u64>, String> {
    match text.strip_suffix("..") {
        Some(first) => Ok(number(first)?..=u64::MAX),
        None => number(text).map(|only| only..=only),
    }
}

fn status(text: &str) -> Result<u16, String> {
    let status = number(text)?;
    let is_final = (200..1000).contains(&status);
    if is_final { Ok(status) } else { Err(format!("`{text}` is not a final HTTP status")) }
}

fn duration(text: &str) -> Result<Duration, String> {
    if let Some(millis) = text.strip_suffix("ms") {
        return number(millis).map(Duration::from_millis);
    }
    let seconds =
        text.strip_suffix('s').ok_or_else(|| format!("`{text}` needs a unit: ms or s"))?;
    number(seconds).map(Duration::from_secs)
}

fn number<T: FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("`{text}` is not a number that fits"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(spec: &str, what: What) {
        let expected = Fault { when: When::default(), what, times: None };
        assert_eq!(spec.parse::<Fault>().unwrap(), expected, "{spec}");
    }

    #[test]
    fn what_happens() {
        reads("code=150", What::RetCode(150));
        reads("status=503", What::HttpStatus(503));
        reads("drop", What::Drop);
        reads("garbage=html", What::Garbage(Garbage::Html));
        reads("garbage=text", What::Garbage(Garbage::Text));
        reads("truncate", What::Truncate);
        reads("shape=list-as-text", What::Shape(Shape::ListAsText));
        reads("shape=no-code", What::Shape(Shape::NoCode));
        reads("shape = code-as-text", What::Shape(Shape::CodeAsText));
        reads("total=+3", What::Total(3));
        reads("total=-3", What::Total(-3));
        reads("repeat=2", What::Repeat(2));
        reads("short=0", What::Short(0));
        reads("latency=250ms", What::Latency(Duration::from_millis(250)));
        reads("latency=2s", What::Latency(Duration::from_secs(2)));
    }

    #[track_caller]
    fn chooses(spec: &str, when: When, times: Option<u32>) {
        let expected = Fault { when, what: What::Drop, times };
        assert_eq!(spec.parse::<Fault>().unwrap(), expected, "{spec}");
    }

    #[test]
    fn which_requests() {
        let action = Some("DescribeImage".to_owned());
        let region = Some("cn-sh2".to_owned());
        chooses(
            "region=cn-sh2, action=DescribeImage, drop, times=2",
            When { action, region, offset: None },
            Some(2),
        );
        let at = |offset| When { offset: Some(offset), ..When::default() };
        chooses("drop,offset=100", at(100..=100), None);
        chooses("offset=100..,drop", at(100..=u64::MAX), None);
    }

    #[track_caller]
    fn refuses(spec: &str, cause: &str) {
        let message = spec.parse::<Fault>().unwrap_err().to_string();
        assert!(message.contains(spec) && message.contains(cause), "{message}");
    }

    #[test]
    fn bad_specs_say_why() {
        refuses("", "`` is unknown");
        refuses("region=hk", "says not what happens: add code, status, drop");
        refuses("code=150,status=503", "says twice");
        refuses("code=many", "code: `many` is not a number");
        refuses("status=70000", "not a number that fits");
        refuses("status=100", "not a final HTTP status");
        refuses("latency=5", "needs a unit");
        refuses("colour=red", "`colour` is unknown");
        refuses("code=150,times=-1", "not a number that fits");
        refuses("drop=now", "takes no value");
        refuses("garbage", "`` is none of html or text");
        refuses("shape=round", "none of list-as-text or no-code or code-as-text");
        refuses("repeat=-1", "not a number that fits");
        refuses("drop,offset=..5", "not a number that fits");
    }
}
