//! `GetProjectList`: the projects of the account.

use super::Call;
use crate::{models::project::PROJECTS, refusal::Refusal, serializers::project::ProjectList};

/// Answers `GetProjectList`. `IsFinance` is ignored: no project of the account is a financial one.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    call.answer(&ProjectList::new(PROJECTS))
}

#[cfg(test)]
mod tests {
    use crate::{handlers::tests::call, models::world::World};

    #[test]
    fn one_project_is_the_default() {
        let answer = call(&World::new(1, None), "Action=GetProjectList").unwrap();
        let rows = answer["ProjectSet"].as_array().unwrap();
        assert_eq!(answer["ProjectCount"], rows.len());
        assert_eq!(rows.iter().filter(|row| row["IsDefault"] == true).count(), 1);
    }
}
