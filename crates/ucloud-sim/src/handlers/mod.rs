//! One handler for each action, and the table that names them.

mod describe_community_images;
mod describe_comp_share_image_tags;
mod describe_comp_share_support_zone;
mod describe_image;
mod describe_ul_host_image;
mod get_docker_image_list;
mod get_image_bucket_list;
mod get_image_tag;
mod get_project_list;
mod get_region;
mod get_repo;
mod get_repo_image;
mod page;
mod registry;

use serde::Serialize;

use crate::{
    account, envelope,
    models::{
        population::RegionImages,
        region::{REGIONS, Region},
        world::World,
    },
    params::Params,
    refusal::Refusal,
};

/// Everything that is answered. A new action is one more line.
const ACTIONS: &[Action] = &[
    Action { name: "DescribeCommunityImages", handler: describe_community_images::handle },
    Action { name: "DescribeCompShareImageTags", handler: describe_comp_share_image_tags::handle },
    Action {
        name: "DescribeCompShareSupportZone",
        handler: describe_comp_share_support_zone::handle,
    },
    Action { name: "DescribeImage", handler: describe_image::handle },
    Action { name: "DescribeULHostImage", handler: describe_ul_host_image::handle },
    Action { name: "GetDockerImageList", handler: get_docker_image_list::handle },
    Action { name: "GetImageBucketList", handler: get_image_bucket_list::handle },
    Action { name: "GetImageTag", handler: get_image_tag::handle },
    Action { name: "GetProjectList", handler: get_project_list::handle },
    Action { name: "GetRegion", handler: get_region::handle },
    Action { name: "GetRepo", handler: get_repo::handle },
    Action { name: "GetRepoImage", handler: get_repo_image::handle },
];

/// An action of the API.
pub(crate) struct Action {
    pub(crate) name: &'static str,
    handler: fn(&Call<'_>) -> Result<Vec<u8>, Refusal>,
}

impl Action {
    /// The body of the answer to a signed call.
    pub(crate) fn handle(&self, call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
        (self.handler)(call)
    }
}

/// The names of all actions that are answered, in their order.
pub fn actions() -> impl Iterator<Item = &'static str> {
    ACTIONS.iter().map(|action| action.name)
}

/// The action with this name, which counts in upper and lower case.
pub(crate) fn find(name: &str) -> Result<&'static Action, Refusal> {
    if name.is_empty() {
        return Err(Refusal::of_code(160));
    }
    let found = ACTIONS.iter().find(|action| action.name == name);
    found.ok_or_else(|| Refusal::unknown_action(name))
}

/// One call of an action, and what it may look at.
pub(crate) struct Call<'a> {
    pub(crate) action: &'static str,
    pub(crate) world: &'a World,
    pub(crate) params: &'a Params,
}

impl<'a> Call<'a> {
    fn answer(&self, payload: &impl Serialize) -> Result<Vec<u8>, Refusal> {
        envelope::success(self.action, payload)
    }

    /// `Region`, which must be given and exist.
    fn region(&self) -> Result<&'static Region, Refusal> {
        let id = self.params.text("Region").ok_or_else(|| Refusal::missing("Region"))?;
        let found = REGIONS.iter().find(|region| region.id == id);
        found.ok_or_else(|| Refusal::not_available("Region"))
    }

    /// The images of `Region`.
    fn region_images(&self) -> Result<&'a RegionImages, Refusal> {
        let found = self.world.images.region(self.region()?.id);
        found.ok_or_else(|| Refusal::not_available("Region"))
    }

    /// `Zone`, which must lie in the region when it is given.
    fn zone_of(&self, region: &Region) -> Result<Option<&'static str>, Refusal> {
        let Some(asked) = self.params.text("Zone") else { return Ok(None) };
        let zone = region.zones.iter().find(|zone| **zone == asked);
        zone.copied().map(Some).ok_or_else(|| Refusal::not_available("Zone"))
    }

    /// No parameter may be a list or an object of JSON: some products understand dotted names only.
    fn check_flat(&self) -> Result<(), Refusal> {
        match self.params.nested() {
            Some(name) => Err(Refusal::nested(self.action, name)),
            None => Ok(()),
        }
    }

    /// `ProjectId` must be a project of the account when it is given.
    fn check_project(&self) -> Result<(), Refusal> {
        match self.params.text("ProjectId") {
            Some(id) if account::project(&id).is_none() => Err(Refusal::unknown_project(&id)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::LazyLock;

    use serde_json::Value;

    use super::*;

    /// The natural population, for all tests: what it costs to make is more than an answer costs.
    pub(crate) fn natural_world() -> &'static World {
        static WORLD: LazyLock<World> = LazyLock::new(|| World::new(1, None));
        &WORLD
    }

    /// Calls a handler without a signature and without HTTP.
    pub(crate) fn call(world: &World, query: &str) -> Result<Value, Refusal> {
        let params = Params::from_form(query.as_bytes());
        let action = find(&params.text("Action").unwrap_or_default())?;
        let body = action.handle(&Call { action: action.name, world, params: &params })?;
        Ok(serde_json::from_slice(&body).unwrap())
    }

    #[test]
    fn actions_are_sorted_and_unique() {
        assert!(ACTIONS.is_sorted_by(|left, right| left.name < right.name));
    }

    #[track_caller]
    fn refuses(query: &str, code: i64, message: &str) {
        let refusal = call(natural_world(), query).unwrap_err();
        assert_eq!((refusal.code, refusal.message.as_str()), (code, message));
    }

    #[test]
    fn refusals() {
        refuses("", 160, "Missing Action");
        refuses("Action=describeimage", 161, "Action [describeimage] not found");
        refuses("Action=DescribeImage", 210, "Missing params [Region]");
        refuses("Action=DescribeImage&Region=cn-mars", 230, "Params [Region] not available");
        refuses(
            "Action=DescribeImage&Region=cn-sh&Zone=cn-sh2-01",
            230,
            "Params [Zone] not available",
        );
        refuses(
            "Action=DescribeImage&Region=hk&ProjectId=org-000000",
            292,
            "Project [org-000000] not found",
        );
        for name in ["Limit", "Offset", "PriceSet"] {
            let message = format!("Params [{name}] must be an integer of 0 or more");
            refuses(&format!("Action=DescribeImage&Region=hk&{name}=abc"), 210, &message);
        }
        refuses(
            "Action=DescribeImage&Region=hk&ImageType=base",
            230,
            "Params [ImageType] not available",
        );
        refuses("Action=DescribeImage&Region=hk&OsType=BeOS", 230, "Params [OsType] not available");
    }
}
