//! `GetRepo`: the repositories of a project.

use super::{Call, registry};
use crate::{models::registry::Access, refusal::Refusal, serializers::repository::RepoList};

/// Answers `GetRepo`. Without a `Type` there are the public ones only, so that a full list takes
/// two calls.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    let repositories = call.world.repositories.in_project(registry::project(call)?);
    let access = call.params.choice("Type", access)?.unwrap_or(Access::Public);
    let found: Vec<_> =
        repositories.filter(|repository| repository.listing.access == access).collect();
    let page = registry::page(call)?;
    let first = page.range(found.len() as u64).start;
    call.answer(&RepoList::new(found.len(), first, registry::shown(page, &found)))
}

fn access(name: &str) -> Option<Access> {
    match name {
        "public" => Some(Access::Public),
        "private" => Some(Access::Private),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use crate::{
        handlers::tests::{call, natural_world},
        models::project::PROJECTS,
    };

    fn ask(query: &str) -> (u64, Vec<Value>) {
        let answer = call(natural_world(), &format!("Action=GetRepo&{query}")).unwrap();
        (answer["TotalCount"].as_u64().unwrap(), answer["RepoSet"].as_array().unwrap().clone())
    }

    /// All repositories of all projects.
    fn all() -> Vec<Value> {
        let lists = PROJECTS.iter().flat_map(|project| {
            ["public", "private"].map(|access| format!("ProjectId={}&Type={access}", project.id))
        });
        lists.flat_map(|query| ask(&query).1).collect()
    }

    fn values(rows: &[Value], field: &str) -> BTreeSet<String> {
        rows.iter().map(|row| row[field].as_str().unwrap().to_owned()).collect()
    }

    #[track_caller]
    fn refuses(query: &str, code: i64, message: &str) {
        let refusal = call(natural_world(), &format!("Action=GetRepo&{query}")).unwrap_err();
        assert_eq!((refusal.code, refusal.message.as_str()), (code, message));
    }

    #[test]
    fn refusals() {
        refuses("Type=Public", 230, "Params [Type] not available");
        refuses("ProjectId=org-000000", 292, "Project [org-000000] not found");
        refuses("Limit=x", 210, "Params [Limit] must be an integer of 0 or more");
    }

    #[test]
    fn projects_have_their_own() {
        assert_eq!(values(&all(), "RepoName").len(), 24);
        assert_eq!(ask(""), ask("ProjectId=org-sample"));
        assert_ne!(ask(""), ask("ProjectId=org-mlteam"));
    }

    #[test]
    fn pages_are_the_whole() {
        let (total, whole) = ask("Type=private");
        let page = |offset| ask(&format!("Type=private&Limit=2&Offset={offset}")).1;
        let pages = (0..total).step_by(2).flat_map(page);
        assert_eq!(pages.collect::<Vec<_>>(), whole);
        assert_eq!(ask(&format!("Type=private&Offset={total}")).1.len(), 0);
    }

    #[test]
    fn surprise_9_flags_are_words() {
        let words = BTreeSet::from(["true", "True", "false", "False"].map(str::to_owned));
        assert_eq!(values(&all(), "IsShared"), words);
        assert_eq!(values(&all(), "IsOutSide"), words);
    }

    #[test]
    fn surprise_10_times_are_numbers_digits_or_dates() {
        let rows = all();
        let times = || rows.iter().map(|row| &row["CreateTime"]);
        assert!(times().any(Value::is_i64));
        assert!(times().filter_map(Value::as_str).any(|text| text.parse::<i64>().is_ok()));
        assert!(times().filter_map(Value::as_str).any(|text| text.contains(':')));
    }

    #[test]
    fn surprise_14_uhub_get_repo_shows_public_repositories_by_default() {
        let is_public =
            |row: &Value| row["IsShared"].as_str().unwrap().eq_ignore_ascii_case("true");
        let (total, rows) = ask("");
        assert_eq!((total, &rows), (ask("Type=public").0, &ask("Type=public").1));
        assert!(rows.iter().all(is_public));
        let (private, rows) = ask("Type=private");
        assert_eq!(total + private, 8);
        assert!(!rows.iter().any(is_public));
    }
}
