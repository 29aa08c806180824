//! What must hold for every catalog, whatever it describes.

use std::collections::BTreeSet;

use catalog::{Filter, Leaf, NodeKind, Query};
use ucloud_api::{Action, Model, Params, Span};

use super::*;
use crate::{Format, From, Input, Source, Target, state::Values};

#[test]
fn names_are_unique_and_all_that_is_named_exists() {
    for catalog in CATALOGS {
        assert!(std::ptr::eq(find(catalog.id).unwrap(), catalog));
        assert!(Action::find(catalog.action).is_some(), "{}", catalog.action);
        let keys: BTreeSet<_> = catalog.columns.iter().map(|it| it.key).collect();
        assert_eq!(keys.len(), catalog.columns.len(), "a column is named twice");
        let sorted = catalog.default_sort.iter().map(|(key, _)| *key);
        let named = sorted
            .chain([catalog.title_column, catalog.copy])
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

const LINK_KEYS: &[&str] = &[
    "v", "c", "open", "region", "zone", "q", "sort", "cols", "width", "pin", "view", "item",
    "compare", "show",
];

/// A link's own keys must never hide behind a parameter's.
#[test]
fn parameters_do_not_take_the_links_own_keys() {
    for param in CATALOGS.iter().flat_map(|it| it.params) {
        assert!(!LINK_KEYS.contains(&param.key), "{}", param.key);
    }
}

#[test]
fn every_parameter_reaches_the_request_under_its_name() {
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
            let params = request(catalog, &Target::default(), &values);
            assert_eq!(params.get(param.api_name), Some(value), "{} {}", catalog.id, param.key);
        }
    }
}

#[test]
fn every_place_and_level_reaches_the_request_under_its_name() {
    for catalog in CATALOGS {
        let mut names: Vec<_> = catalog.levels.iter().map(|it| it.api_name).collect();
        names.extend((!catalog.regions.is_empty()).then_some("Region"));
        names.extend(catalog.zones.then_some("Zone"));
        let target = names.iter().fold(Target::default(), |it, name| it.with(name, "x"));
        let params = request(catalog, &target, &Values::default());
        for name in names {
            assert_eq!(params.get(name), Some("x"), "{} {name}", catalog.id);
        }
    }
}

fn request(catalog: &Catalog, target: &Target, values: &Values) -> Params {
    let span = Span { offset: catalog.start(values), limit: catalog.page_size(values) };
    (catalog.request)(target, values, span)
}

#[test]
fn what_lists_names_is_an_action_too() {
    for level in CATALOGS.iter().flat_map(|it| it.levels) {
        let finders = level.finders(&Target::default().with("Region", "hk"));
        for finder in finders {
            let params = (level.request)(&finder, Span { offset: 0, limit: 100 });
            assert!(params.get("Action").and_then(Action::find).is_some(), "{}", level.key);
            for (name, _) in level.variants {
                assert_eq!(params.get(name), finder.stamp(name), "{}", level.key);
            }
        }
        assert!(level.accepts(level.example), "{}", level.key);
    }
}

#[test]
fn cards_drills_and_inner_lists_name_what_exists() {
    for catalog in CATALOGS {
        let card = catalog.card;
        let mut named = [card.subtitle, card.facts].concat();
        named.extend(card.cover.into_iter().chain(card.text).chain(card.tags));
        if let Some(drill) = &catalog.drill {
            let below = find(drill.catalog).unwrap();
            assert!(drill.names.iter().all(|it| below.level(it.1).is_some()));
            named.extend(drill.region.into_iter().chain(drill.names.iter().map(|it| it.0)));
        }
        if let Some(From::Request(stamps)) = catalog.inner.as_ref().map(|it| it.from) {
            named.extend(stamps.iter().map(|it| it.1));
        }
        named.extend(catalog.readme.iter().flat_map(|it| it.stamps).map(|it| it.1));
        for key in named {
            assert!(catalog.column(key).is_some(), "{key} is no column of {}", catalog.id);
        }
        if let Some(inner) = &catalog.inner {
            let list = inner.list;
            let sorted = list.default_sort.iter().map(|it| it.0);
            let texts = [list.title_column, list.copy].into_iter();
            for key in sorted.chain(texts).chain(list.row_key.iter().chain(list.tie_break).copied())
            {
                assert!(list.column(key).is_some(), "{key} is no column of {}", list.title.en);
            }
        }
    }
}

/// Catalogs, and the lists inside their rows.
fn lists() -> impl Iterator<Item = &'static Catalog> {
    CATALOGS.into_iter().flat_map(|it| it.inner.iter().map(|inner| inner.list).chain([it]))
}

#[test]
fn every_name_leads_to_one_column_and_can_be_written() {
    for list in lists() {
        let schema = list.schema();
        let mut seen = BTreeSet::new();
        for (place, column) in schema.columns.iter().enumerate() {
            let aliases: BTreeSet<_> =
                column.aliases.iter().map(|it| it.to_ascii_lowercase()).collect();
            for name in aliases.iter().map(String::as_str).chain([column.name]) {
                assert!(
                    seen.insert(name.to_owned()),
                    "{name} names two columns of {}",
                    list.title.en
                );
                assert!(!["has", "missing", "is"].contains(&name), "{name}");
                assert_eq!(schema.place(name), Some(place), "{name}");
                assert_eq!(list.named(name), list.column(column.name), "{name}");
                let query = Query::parse(&format!("{name}:x"));
                let node = query.nodes().first().map(|it| &it.kind);
                let Some(NodeKind::Leaf(Leaf::Field { name: read, .. })) = node else {
                    panic!("{name}")
                };
                assert_eq!(read.text, name);
            }
        }
    }
}

#[test]
fn short_names_stand_for_queries_without_a_mistake() {
    for catalog in CATALOGS {
        let names: BTreeSet<_> = catalog.flags.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), catalog.flags.len(), "{}", catalog.id);
        for flag in catalog.flags {
            for query in [flag.query, &format!("is:{}", flag.name)] {
                let filter = Filter::new(&Query::parse(query), &catalog.schema(), 1_700_000_000);
                assert_eq!(filter.problems(), [], "{} {query}", catalog.id);
            }
        }
    }
}

/// A value that only one row has is nothing to filter by, and neither is what nobody would type.
#[test]
fn facets_are_what_rows_share() {
    for catalog in CATALOGS {
        assert!(!catalog.facets.is_empty(), "{}", catalog.id);
        let keys: BTreeSet<_> = catalog.facets.iter().collect();
        assert_eq!(keys.len(), catalog.facets.len(), "{}", catalog.id);
        for key in catalog.facets {
            let column = catalog
                .column(key)
                .unwrap_or_else(|| panic!("{key} is no column of {}", catalog.id));
            assert!(![catalog.title_column, catalog.copy].contains(key), "{key} of {}", catalog.id);
            assert!(
                !matches!(column.format, Format::Prose | Format::Address | Format::Picture),
                "{key}"
            );
        }
    }
}

/// Every field of the action's rows is a column, so that all of them can be shown, searched and sorted. A README is no field of a
/// list: it is fetched by itself. What a group says for all its versions is not said again for one of them.
#[test]
fn every_documented_field_has_a_column() {
    use ucloud_api::models::{
        describe_community_images::ImageGroup, describe_image::HostImage,
        describe_ulhost_image::LightImage, get_docker_image_list::DockerImage,
        get_image_bucket_list::Bucket, get_repo_image::RepositoryImage,
    };
    has_columns("uhost", HostImage::FIELDS, &[]);
    has_columns("community", ImageGroup::FIELDS, &["Readme", "Name"]);
    has_columns("docker", DockerImage::FIELDS, &[]);
    has_columns("buckets", Bucket::FIELDS, &[]);
    has_columns("repo", RepositoryImage::FIELDS, &[]);
    has_columns("light", LightImage::FIELDS, &[]);
}

fn has_columns(catalog: &str, fields: &[&str], but: &[&str]) {
    let sources: BTreeSet<_> =
        find(catalog).unwrap().columns.iter().map(|it| it.source).filter_map(answer).collect();
    let wanted: BTreeSet<_> = fields.iter().copied().filter(|it| !but.contains(it)).collect();
    assert_eq!(sources, wanted, "{catalog}");
}

fn answer(source: Source) -> Option<&'static str> {
    match source {
        Source::Answer(name) | Source::Part(name, _) => Some(name),
        Source::Request(_) => None,
    }
}

#[test]
fn surprise_11_each_size_has_its_unit() {
    let format = |catalog: &str| find(catalog).unwrap().column("size").unwrap().format;
    assert_eq!(format("uhost"), Format::Gigabytes);
    assert_eq!(format("community"), Format::Megabytes);
}

#[test]
fn surprise_17_readmes_are_left_out_of_lists_and_fetched_by_id() {
    let community = find("community").unwrap();
    let list = request(community, &Target::default(), &Values::default());
    assert_eq!(list.get("ExcludeReadme"), Some("true"));
    let readme = community.readme.as_ref().unwrap();
    let one = (readme.request)(&Target::default().with("CompShareImageId", "c-1"));
    assert_eq!((one.get("CompShareImageId"), one.get("ExcludeReadme")), (Some("c-1"), None));
}
