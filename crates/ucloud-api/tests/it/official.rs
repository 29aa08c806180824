//! The official pages: every parameter and field they name is there, and the answers they print are read.

use ucloud_api::{
    Model,
    models::{
        community_image::CommunityImage, describe_community_images, describe_image,
        get_docker_image_list, get_image_bucket_list, get_repo_image,
    },
};

use crate::helpers::snapshot;

#[track_caller]
fn has_all(known: &[&str], official: &str) {
    for name in official.split_whitespace() {
        assert!(known.contains(&name), "{name} is on the page and not here");
    }
}

#[test]
fn every_parameter_of_the_pages_can_be_sent() {
    has_all(
        describe_image::Request::PARAMS,
        "Region Zone ProjectId ImageType OsType ImageId Offset Limit PriceSet",
    );
    has_all(
        describe_community_images::Request::PARAMS,
        "Region Zone ProjectId CompShareImageId Name Author Offset Limit Tag SortCondition.Field SortCondition.ASC",
    );
    has_all(get_docker_image_list::Request::PARAMS, "Region BucketName OrderBy Limit Offset");
    has_all(
        get_image_bucket_list::Request::PARAMS,
        "Region BucketName BucketType OrderBy Limit Offset",
    );
    has_all(get_repo_image::Request::PARAMS, "ProjectId RepoName Offset Limit");
}

#[test]
fn every_field_of_the_pages_is_read() {
    has_all(
        describe_image::HostImage::FIELDS,
        "Zone ImageId ImageName OsType OsName ImageType Features FuncType IntegratedSoftware Vendor Links State \
         ImageDescription CreateTime ImageSize MinimalCPU MaintainEol SupportedGPUTypes SceneCategories PrimarySoftware",
    );
    has_all(
        CommunityImage::FIELDS,
        "CompShareImageId Name Author AuthInfo ImageOwnerAlias ImageType IsOfficial Container Status Size Visibility \
         Description Tags Price Cover Readme Softwares.Framework Softwares.FrameworkVersion Softwares.CUDAVersion \
         Softwares.Applications CreatedCount FavoritesCount FailedReason CreateTime PubTime Owner.AccountName \
         Owner.AccountId GroupId VersionName VersionDesc SourceGpuType AutoStart ImageCharge ImageUseTime",
    );
    has_all(
        get_docker_image_list::DockerImage::FIELDS,
        "ImageName TagSet UpdateTime ResourceId OrgId",
    );
    has_all(get_docker_image_list::DockerTag::FIELDS, "TagName CreateTime");
    has_all(get_image_bucket_list::Bucket::FIELDS, "BucketName BucketType ImageCount CreateTime");
    has_all(
        get_repo_image::RepositoryImage::FIELDS,
        "ImageName PullCount CreateTime UpdateTime LatestTag RepoName",
    );
}

/// The values of the printed answers are random text; their shapes are not all those of the tables beside them.
#[test]
fn the_printed_answers_are_read() {
    insta::assert_snapshot!(
        "describe_image",
        snapshot(&describe_image::decode(include_str!("../data/describe_image.json")).unwrap())
    );
    insta::assert_snapshot!(
        "describe_community_images",
        snapshot(
            &describe_community_images::decode(include_str!(
                "../data/describe_community_images.json"
            ))
            .unwrap()
        )
    );
    insta::assert_snapshot!(
        "get_docker_image_list",
        snapshot(
            &get_docker_image_list::decode(include_str!("../data/get_docker_image_list.json"))
                .unwrap()
        )
    );
    insta::assert_snapshot!(
        "get_image_bucket_list",
        snapshot(
            &get_image_bucket_list::decode(include_str!("../data/get_image_bucket_list.json"))
                .unwrap()
        )
    );
    insta::assert_snapshot!(
        "get_repo_image",
        snapshot(&get_repo_image::decode(include_str!("../data/get_repo_image.json")).unwrap())
    );
}
