//! What must hold for every catalog, whatever it describes.

use std::collections::BTreeSet;

use ucloud_api::{Action, Span};

use super::*;
use crate::{Input, Source, Target, state::Values};

#[test]
fn names_are_unique_and_all_that_is_named_exists() {
    for catalog in CATALOGS {
        assert!(std::ptr::eq(find(catalog.id).unwrap(), catalog));
        assert!(Action::find(catalog.action).is_some(), "{}", catalog.action);
        let keys: BTreeSet<_> = catalog.columns.iter().map(|it| it.key).collect();
        assert_eq!(keys.len(), catalog.columns.len(), "a column is named twice");
        let sorted = catalog.default_sort.iter().map(|(key, _)| *key);
        let named = sorted
            .chain([catalog.title_column])
            .chain(catalog.row_key.iter().chain(catalog.tie_break).copied());
        for key in named {
            assert!(keys.contains(key), "{key} is no column of {}", catalog.id);
        }
    }
}

#[test]
fn the_sections_hold_every_column_once() {
    for catalog in CATALOGS {
        let mut in_sections: Vec<_> =
            catalog.sections.iter().flat_map(|it| it.columns).copied().collect();
        let mut keys: Vec<_> = catalog.columns.iter().map(|it| it.key).collect();
        in_sections.sort_unstable();
        keys.sort_unstable();
        assert_eq!(in_sections, keys);
    }
}

/// A link's own keys must never hide behind a parameter's.
#[test]
fn parameters_do_not_take_the_links_own_keys() {
    for param in CATALOGS.iter().flat_map(|it| it.params) {
        assert!(
            !["v", "c", "region", "zone", "q", "sort", "item"].contains(&param.key),
            "{}",
            param.key
        );
    }
}

#[test]
fn every_parameter_reaches_the_request_under_its_name() {
    let target = Target { region: "hk".into(), zone: Some("hk-02".into()) };
    for catalog in CATALOGS {
        for param in catalog.params {
            let value = match param.input {
                Input::Choice(words) => words[0].value,
                Input::Text(example) => example,
                Input::Flag => "1",
                Input::PageSize { .. } | Input::Start => "7",
            };
            let mut values = Values::default();
            values.set(param.key, value);
            let span = Span { offset: catalog.start(&values), limit: catalog.page_size(&values) };
            let params = (catalog.request)(&target, &values, span);
            assert_eq!(params.get(param.api_name), Some(value), "{}", param.key);
            assert_eq!((params.get("Region"), params.get("Zone")), (Some("hk"), Some("hk-02")));
        }
    }
}

/// Every field of the action's rows is a column, so that all of them can be shown, searched and sorted.
#[test]
fn every_documented_field_has_a_column() {
    use ucloud_api::{Model, models::describe_image::HostImage};
    let sources: BTreeSet<_> =
        first().columns.iter().map(|it| it.source).filter_map(answer).collect();
    assert_eq!(sources, HostImage::FIELDS.iter().copied().collect());
}

fn answer(source: Source) -> Option<&'static str> {
    match source {
        Source::Answer(name) => Some(name),
        Source::Request(_) => None,
    }
}
