//! The answer of `GetRepo` (`api/uhub-api/get_repo.md`).

use serde::Serialize;

use super::odd_time::OddTime;
use crate::models::registry::{Access, repository::Repository};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct RepoList {
    total_count: usize,
    repo_set: Vec<RepoRow>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct RepoRow {
    repo_name: &'static str,
    create_time: OddTime,
    update_time: OddTime,
    description: &'static str,
    is_shared: &'static str,
    is_out_side: &'static str,
}

impl RepoList {
    /// `first` is the number of the first row in the whole list.
    pub(crate) fn new(total_count: usize, first: u64, repositories: &[&Repository]) -> Self {
        let rows = repositories.iter().zip(first..).map(|(repository, row)| RepoRow {
            repo_name: repository.listing.name,
            create_time: OddTime::new(repository.created, row),
            update_time: OddTime::new(repository.updated, row + 1),
            description: repository.listing.description,
            is_shared: flag(repository.listing.access == Access::Public, row),
            is_out_side: flag(repository.listing.is_outside, row),
        });
        Self { total_count, repo_set: rows.collect() }
    }
}

/// Flags are words. The documentation writes them small; some rows have the words of Python.
fn flag(is_set: bool, row: u64) -> &'static str {
    match (is_set, row % 2) {
        (true, 0) => "true",
        (true, _) => "True",
        (false, 0) => "false",
        (false, _) => "False",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::models::registry::repository::Repositories;

    #[test]
    fn rows_as_on_the_wire() {
        let repositories = Repositories::new(1, None);
        let repository = repositories.in_project("org-sample").next().unwrap();
        let list = RepoList::new(9, 3, &[repository]);
        let row = json!({"RepoName": "ucloudcli", "CreateTime": repository.created,
            "UpdateTime": repository.updated.to_string(), "Description": "UCloud 命令行工具",
            "IsShared": "True", "IsOutSide": "True"});
        assert_eq!(serde_json::to_value(list).unwrap(), json!({"TotalCount": 9, "RepoSet": [row]}));
    }

    #[test]
    fn flags_are_words_of_both_kinds() {
        let words = [(true, 0), (true, 1), (false, 2), (false, 3)].map(|(set, row)| flag(set, row));
        assert_eq!(words, ["true", "True", "false", "False"]);
    }
}
