//! The answer of `GetProjectList` (`api/summary/get_project_list.md`).

use serde::Serialize;

use crate::models::project::Project;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ProjectList {
    project_count: usize,
    project_set: Vec<ProjectRow>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ProjectRow {
    project_id: &'static str,
    project_name: &'static str,
    create_time: i64,
    is_default: bool,
    member_count: u32,
    /// Projects had parents once. This and the next two are deprecated, and hold nothing.
    parent_id: &'static str,
    parent_name: &'static str,
    resource_count: u32,
}

impl ProjectList {
    pub(crate) fn new(projects: &[Project]) -> Self {
        let rows = projects.iter().map(|project| ProjectRow {
            project_id: project.id,
            project_name: project.name,
            create_time: project.created,
            is_default: project.is_default,
            member_count: project.members,
            parent_id: "",
            parent_name: "",
            resource_count: 0,
        });
        Self { project_count: projects.len(), project_set: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_row_as_on_the_wire() {
        let project =
            Project { id: "org-abc123", name: "测试", created: 1, is_default: true, members: 2 };
        let row = json!({"ProjectId": "org-abc123", "ProjectName": "测试", "CreateTime": 1,
            "IsDefault": true, "MemberCount": 2, "ParentId": "", "ParentName": "",
            "ResourceCount": 0});
        let list = serde_json::to_value(ProjectList::new(&[project])).unwrap();
        assert_eq!(list, json!({"ProjectCount": 1, "ProjectSet": [row]}));
    }
}
