//! What the notes on the API (`docs/api-notes.md`) say about `DescribeCommunityImages`, a module for
//! each of its lists, and the rules of paging, filters and sorts.

mod action;
mod filters;
mod pages;
mod surprises;

use std::{collections::BTreeSet, sync::LazyLock};

use axum::body::Bytes;
use serde_json::Value;

use crate::{
    handlers::{
        Call, find,
        tests::{call, natural_world},
    },
    models::world::World,
    params::Params,
    refusal::Refusal,
};

/// The answer to a form; the region is given.
fn answer(world: &World, query: &str) -> Value {
    let query = format!("Action=DescribeCommunityImages&Region=cn-wlcb&{query}");
    call(world, &query).unwrap()
}

/// The answer to a body of JSON.
fn answer_json(body: &Value) -> Result<Value, Refusal> {
    let params = Params::from_json(&Bytes::from(body.to_string()))?;
    let action = find("DescribeCommunityImages")?;
    let call = Call { action: action.name, world: natural_world(), params: &params };
    action.handle(&call).map(|body| serde_json::from_slice(&body).unwrap())
}

/// The list of an answer; the service sends null for an empty one.
fn groups(answer: &Value) -> Vec<Value> {
    answer["CompshareImageGroup"].as_array().cloned().unwrap_or_default()
}

/// All groups that are found, collected in pages as a client does.
fn all_groups(world: &World, query: &str) -> Vec<Value> {
    let mut found = Vec::new();
    loop {
        let page = answer(world, &format!("{query}&Limit=100&Offset={}", found.len()));
        let page = groups(&page);
        if page.is_empty() {
            return found;
        }
        found.extend(page);
    }
}

/// All groups of the natural population: computed once, since many tests look at each.
fn everything() -> &'static [Value] {
    static GROUPS: LazyLock<Vec<Value>> = LazyLock::new(|| all_groups(natural_world(), ""));
    &GROUPS
}

/// The versions of all groups.
fn all_rows() -> &'static [Value] {
    static ROWS: LazyLock<Vec<Value>> = LazyLock::new(|| {
        everything().iter().flat_map(|group| group["Data"].as_array().unwrap()).cloned().collect()
    });
    &ROWS
}

/// The distinct values of a field, as JSON.
fn values(rows: &[Value], field: &str) -> BTreeSet<String> {
    rows.iter().map(|row| row[field].to_string()).collect()
}

/// Whether something holds for some rows and not for others.
#[track_caller]
fn varies(rows: &[Value], what: impl Fn(&Value) -> bool) {
    let count = rows.iter().filter(|row| what(row)).count();
    assert!(count > 0 && count < rows.len(), "{count} of {}", rows.len());
}
