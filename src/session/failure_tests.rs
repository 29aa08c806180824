//! Tests of the sentences.

use std::collections::BTreeSet;

use super::*;

fn refused(code: i64) -> Failure {
    Error::Refused { code, message: "x".into() }.into()
}

fn by(peer: Peer, status: u16, code: &str) -> Failure {
    Failure::Refused { peer, status, code: code.into() }
}

#[test]
fn every_failure_has_a_sentence_and_says_whether_it_heals() {
    use Peer::{Endpoint, Gateway, Service};
    for (failure, heals) in [
        (Failure::Unreachable(Gateway), true),
        (Failure::Unreachable(Service), true),
        (Failure::Unreachable(Endpoint), true),
        (Failure::NotListed { origin: "https://sign.example".into() }, false),
        (Failure::TimedOut, false),
        (Failure::NoGateway, false),
        (Failure::NotInSample, false),
        (Failure::NotASignature { reason: "no PublicKey" }, false),
        (by(Gateway, 502, "upstream_failed"), true),
        (by(Gateway, 403, "no_credentials"), false),
        (by(Gateway, 401, "token_missing"), false),
        (by(Gateway, 401, "token_wrong"), false),
        (by(Gateway, 429, "too_often"), true),
        (by(Gateway, 403, "foreign_origin"), false),
        (by(Gateway, 404, ""), false),
        (by(Service, 503, ""), true),
        (by(Endpoint, 403, "no_credentials"), false),
        (by(Endpoint, 401, ""), false),
        (by(Endpoint, 404, ""), false),
        (by(Endpoint, 500, ""), true),
        (refused(150), true),
        (refused(171), false),
        (Error::NotAnAnswer { reason: "eof".into() }.into(), true),
    ] {
        assert_eq!(failure.heals(), heals, "{failure:?}");
        for lang in Lang::ALL {
            assert!(failure.sentence(*lang).ends_with(['.', '。']), "{failure:?}");
        }
    }
}

/// What the test of a connection must tell apart.
#[test]
fn different_troubles_have_different_sentences() {
    use Peer::{Endpoint, Gateway, Service};
    let borrowed = refused(172).within(&Context { borrowed: true, request: None });
    let all = [
        refused(170),
        refused(171),
        refused(172),
        refused(174),
        refused(294),
        refused(295),
        refused(299),
        borrowed,
        Failure::Unreachable(Gateway),
        Failure::Unreachable(Service),
        Failure::Unreachable(Endpoint),
        Failure::NotListed { origin: String::new() },
        Failure::TimedOut,
        Failure::NoGateway,
        Failure::NotASignature { reason: "" },
        by(Gateway, 403, "no_credentials"),
        by(Gateway, 401, "token_missing"),
        by(Gateway, 401, "token_wrong"),
        by(Gateway, 429, "too_often"),
        by(Gateway, 403, "foreign_origin"),
        by(Endpoint, 403, "no_credentials"),
        by(Endpoint, 401, "token_wrong"),
        by(Endpoint, 403, "foreign_origin"),
        by(Endpoint, 404, ""),
        by(Endpoint, 500, ""),
    ];
    for lang in Lang::ALL {
        let sentences: BTreeSet<_> = all.iter().map(|it| it.sentence(*lang)).collect();
        assert_eq!(sentences.len(), all.len(), "{sentences:#?}");
    }
}

fn check(failure: Failure, expected: Option<&str>) {
    let failure = failure.within(&Context { request: Some("id-7".into()), borrowed: false });
    assert_eq!(failure.detail().as_deref(), expected, "{failure:?}");
}

#[test]
fn the_detail_quotes_what_support_asks_for() {
    check(refused(171), Some("RetCode 171 · x · X-UCLOUD-REQUEST-UUID id-7"));
    check(by(Peer::Gateway, 502, "upstream_failed"), Some("HTTP 502 upstream_failed"));
    check(by(Peer::Endpoint, 500, ""), Some("HTTP 500"));
    check(Failure::TimedOut, None);
    let origin = "https://sign.example".to_owned();
    check(Failure::NotListed { origin }, Some("--connect-src https://sign.example"));
    let silent = Failure::from(Error::Refused { code: 172, message: String::new() });
    assert_eq!(silent.detail().as_deref(), Some("RetCode 172"));
}

#[test]
fn a_borrowed_key_is_only_blamed_for_what_a_key_can_cause() {
    let sentence = |code, borrowed| {
        refused(code).within(&Context { request: None, borrowed }).sentence(Lang::En)
    };
    for (code, blamed) in [(171, true), (172, true), (150, false), (299, false)] {
        assert_eq!(sentence(code, true) != sentence(code, false), blamed, "{code}");
    }
}
