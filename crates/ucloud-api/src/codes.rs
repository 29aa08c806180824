//! What the return codes of the API mean to the person in front of the page.
//!
//! The class says what may help; the SDKs' own rule (retry from 2000 upwards) leaves out the very codes that heal by themselves
//! and repeats those that never do.

mod numbers;
mod sentences;

/// A return code with its class and a sentence that says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The value of `RetCode`.
    pub number: i64,
    /// What kind of failure it is.
    pub class: Class,
    /// What happened and what to do about it.
    pub advice: Sentence,
}

/// One sentence in both languages of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// What may help against a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Passes by itself: ask again after a moment.
    Retry,
    /// Passes by itself, but only after a longer pause.
    RetrySlow,
    /// Keys or permissions; the same request will always fail.
    Auth,
    /// The request asks for something that is not there.
    Param,
    /// A fault of this program.
    Bug,
    /// The resource must first get into another state.
    State,
    /// The account has used up what it may have.
    Quota,
    /// A payment is due.
    Billing,
    /// A fault of the service that only its own people can mend.
    Support,
    /// No advice is known.
    Unknown,
}

impl Code {
    /// The code of that number. It has the sentence written for it, or else its class's, so that none goes without; one
    /// that no document names is [`Class::Unknown`].
    #[must_use]
    pub fn of(number: i64) -> Self {
        let class = numbers::class(number);
        Self { number, class, advice: sentences::advice(number, class) }
    }
}

impl Class {
    /// Every class.
    pub const ALL: &[Self] = &[
        Self::Retry,
        Self::RetrySlow,
        Self::Auth,
        Self::Param,
        Self::Bug,
        Self::State,
        Self::Quota,
        Self::Billing,
        Self::Support,
        Self::Unknown,
    ];

    /// Whether the very same request may succeed later.
    #[must_use]
    pub fn heals(self) -> bool {
        matches!(self, Self::Retry | Self::RetrySlow)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Every number that UCloud's documents name, with the product that sends it.
    const NAMED: &str = include_str!("../tests/data/return_codes.txt");

    fn named() -> impl Iterator<Item = (&'static str, i64, Class)> {
        NAMED.lines().filter(|line| !line.starts_with('#')).map(|line| {
            let mut words = line.split(' ');
            let mut word = || words.next().unwrap();
            (word(), word().parse().unwrap(), class(word()))
        })
    }

    fn class(name: &str) -> Class {
        match name {
            "retry" => Class::Retry,
            "retry-slow" => Class::RetrySlow,
            "auth" => Class::Auth,
            "param" => Class::Param,
            "bug" => Class::Bug,
            "state" => Class::State,
            "quota" => Class::Quota,
            "billing" => Class::Billing,
            "support" => Class::Support,
            "unknown" => Class::Unknown,
            other => panic!("no class is called {other}"),
        }
    }

    #[test]
    fn every_named_code_has_its_class() {
        assert_eq!(named().count(), 231);
        for (product, number, class) in named() {
            assert_eq!(Code::of(number).class, class, "{product} {number}");
            assert!(Class::ALL.contains(&class), "{class:?}");
        }
    }

    #[test]
    fn a_product_names_a_number_once_and_only_one_number_is_shared() {
        let mut products = BTreeMap::<_, BTreeSet<_>>::new();
        for (product, number, _) in named() {
            assert!(products.entry(number).or_default().insert(product), "{product} {number}");
        }
        products.retain(|_, names| names.len() > 1);
        assert_eq!(products, BTreeMap::from([(8095, BTreeSet::from(["uhost", "compshare"]))]));
    }

    #[test]
    fn only_what_passes_by_itself_heals() {
        for class in Class::ALL {
            let name = format!("{class:?}");
            assert_eq!(class.heals(), ["Retry", "RetrySlow"].contains(&name.as_str()), "{name}");
        }
    }

    #[test]
    fn a_code_without_a_sentence_of_its_own_has_its_classs() {
        let check = |a, b, same: bool| {
            assert_eq!(Code::of(a).advice == Code::of(b).advice, same, "{a} {b}");
        };
        check(210, 43006, true);
        check(8034, 43031, true);
        check(8034, 150, false);
        check(8100, 4711, true);
        check(174, 43005, true);
        check(171, 172, false);
    }

    #[test]
    fn what_a_read_only_action_can_meet_is_said_by_itself() {
        let general: Vec<_> = [8006, 8980, 43016, 8010, 8095, 8104, 8049, 8100]
            .map(|number| Code::of(number).advice)
            .to_vec();
        for number in MET_WHILE_READING {
            assert!(!general.contains(&Code::of(*number).advice), "{number}");
        }
    }

    #[rustfmt::skip]
    const MET_WHILE_READING: &[i64] = &[
        110, 130, 150, 153, 160, 161, 170, 171, 172, 174, 230, 292, 293, 294, 295, 299, 214_001,
        8025, 8031, 8041, 8226, 8300, 8826, 8828, 8829, 8846, 8857, 8874, 8889, 8956,
        8429, 8433, 226_606,
        43000, 43004, 43005, 43019, 43020, 43023, 43025, 43026, 43027,
    ];

    #[test]
    fn an_unknown_code_keeps_its_number() {
        for number in [4711, -1, 0, i64::MAX, i64::MIN] {
            assert_eq!((Code::of(number).number, Code::of(number).class), (number, Class::Unknown));
        }
    }
}
