//! `GetProjectList`: the projects of the account.

use super::Call;
use crate::{models::project::PROJECTS, refusal::Refusal, serializers::project::ProjectList};

/// Answers `GetProjectList`. `IsFinance` is ignored: no project of the account is a financial one.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    call.answer(&ProjectList::new(PROJECTS))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use crate::handlers::tests::{call, natural_world};

    fn ask(query: &str) -> Value {
        call(natural_world(), &format!("Action=GetProjectList&{query}")).unwrap()
    }

    fn rows() -> Vec<Value> {
        ask("")["ProjectSet"].as_array().unwrap().clone()
    }

    #[test]
    fn the_count_is_called_project_count() {
        let answer = ask("");
        assert_eq!(answer["ProjectCount"], rows().len());
        assert!(answer.get("TotalCount").is_none());
    }

    #[test]
    fn is_default_is_a_flag_that_one_project_has() {
        assert!(rows().iter().all(|row| row["IsDefault"].is_boolean()));
        assert_eq!(rows().iter().filter(|row| row["IsDefault"] == true).count(), 1);
    }

    #[test]
    fn member_count_and_create_time_are_numbers() {
        for row in rows() {
            assert!(row["MemberCount"].as_u64() > Some(0), "{row}");
            assert!(row["CreateTime"].as_i64() > Some(1_400_000_000), "{row}");
        }
    }

    #[test]
    fn ids_are_unique_and_names_are_free_text() {
        let ids: BTreeSet<_> = rows().iter().map(|row| row["ProjectId"].to_string()).collect();
        assert_eq!(ids.len(), rows().len());
        assert!(rows().iter().all(|row| !row["ProjectName"].as_str().unwrap().is_ascii()));
    }

    #[test]
    fn deprecated_fields_are_there_and_empty() {
        for row in rows() {
            assert_eq!((&row["ParentId"], &row["ParentName"]), (&"".into(), &"".into()));
            assert_eq!(row["ResourceCount"], 0);
        }
    }

    #[test]
    fn is_finance_changes_nothing() {
        for value in ["Yes", "No"] {
            assert_eq!(ask(&format!("IsFinance={value}")), ask(""));
        }
    }
}
