//! What the notes on the API (`docs/api-notes.md`) say about `DescribeImage`, a module for each of
//! its lists, and the rules of paging and filters.

mod action;
mod filters;
mod pages;
mod surprises;

use std::{collections::BTreeSet, sync::LazyLock};

use serde_json::Value;

use crate::{
    handlers::tests::{call, natural_world},
    models::{region::REGIONS, world::World},
};

fn ask(world: &World, query: &str) -> (u64, Vec<Value>) {
    let answer = call(world, &format!("Action=DescribeImage&{query}")).unwrap();
    (answer["TotalCount"].as_u64().unwrap(), answer["ImageSet"].as_array().unwrap().clone())
}

/// All rows of all regions, with prices: computed once, since many tests look at each.
fn everything() -> &'static [Value] {
    static ROWS: LazyLock<Vec<Value>> = LazyLock::new(|| {
        let world = World::new(1, None);
        let query = |region| format!("Region={region}&Limit=10000&PriceSet=1");
        REGIONS.iter().flat_map(|region| ask(&world, &query(region.id)).1).collect()
    });
    &ROWS
}

fn rows_of(image_type: &str) -> Vec<&'static Value> {
    everything().iter().filter(|row| row["ImageType"] == image_type).collect()
}

/// A text of a row; empty when it is absent.
fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_default()
}

fn has_feature(row: &Value, feature: &str) -> bool {
    row["Features"].as_array().unwrap().iter().any(|found| found == feature)
}

/// The distinct values of a field, as JSON; `null` for absent.
fn values(field: &str) -> BTreeSet<String> {
    everything().iter().map(|row| row[field].to_string()).collect()
}

fn ids(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| text(row, "ImageId")).collect()
}

/// Whether something holds for some rows and not for others.
#[track_caller]
fn varies(what: impl Fn(&Value) -> bool) {
    let count = everything().iter().filter(|row| what(row)).count();
    assert!(count > 0 && count < everything().len(), "{count} of {}", everything().len());
}
