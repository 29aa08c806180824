//! Every decoder against answers that no service should send.

mod list;

use list::{DECODERS, cut};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use ucloud_api::{ACTIONS, Error};

#[test]
fn every_action_has_a_decoder() {
    let mut decoded: Vec<_> = DECODERS.iter().map(|it| it.action).collect();
    decoded.sort_unstable();
    assert_eq!(decoded, ACTIONS.iter().map(|it| it.name).collect::<Vec<_>>());
}

/// So that what changes a seed's values changes every field.
#[test]
fn every_seed_has_every_field() {
    for decoder in DECODERS {
        assert_eq!((decoder.read)(decoder.seed), Ok(Vec::new()), "{}", decoder.action);
    }
}

#[test]
fn an_answer_cut_short_is_none() {
    for decoder in DECODERS {
        let whole = decoder.seed.trim();
        for (end, _) in whole.char_indices() {
            let outcome = (decoder.read)(&whole[..end]);
            assert!(matches!(outcome, Err(Error::NotAnAnswer { .. })), "{}", &whole[..end]);
        }
    }
}

proptest! {
    #[test]
    fn any_value_may_be_any_other(place: Index, value in any_json()) {
        for decoder in DECODERS {
            let mut answer: Value = serde_json::from_str(decoder.seed).unwrap();
            let place = place.index(count(&answer));
            *nth(&mut answer, &mut { place }).unwrap() = value.clone();
            let _ = (decoder.read)(&answer.to_string());
        }
    }

    #[test]
    fn any_text_may_come(text in prop_oneof![".{0,40}", "[{}\\[\\],:\"\\\\RetCode0 ]{0,40}"]) {
        for decoder in DECODERS {
            let _ = (decoder.read)(&text);
        }
        cut(&text);
    }

    #[test]
    fn what_is_cut_is_what_a_parser_sees(value in any_json(), spaced: bool) {
        let print = if spaced { serde_json::to_string_pretty } else { serde_json::to_string };
        cut(&print(&value).unwrap());
    }
}

/// How many values there are in a value, itself included.
fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        Value::Object(fields) => 1 + fields.values().map(count).sum::<usize>(),
        _ => 1,
    }
}

/// The value of that place, counted as [`count`] does.
fn nth<'a>(value: &'a mut Value, place: &mut usize) -> Option<&'a mut Value> {
    if *place == 0 {
        return Some(value);
    }
    *place -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|it| nth(it, place)),
        Value::Object(fields) => fields.values_mut().find_map(|it| nth(it, place)),
        _ => None,
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[0-9/.:T+ -]{0,28}".prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[A-Za-z]{1,4}", inner, 0..4).prop_map(|it| json!(it)),
        ]
    })
}
