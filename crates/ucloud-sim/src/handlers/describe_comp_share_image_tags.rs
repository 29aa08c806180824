//! `DescribeCompShareImageTags`: the tags that images of CompShare can have.

use super::Call;
use crate::{models::compshare::CATEGORIES, refusal::Refusal, serializers::compshare::TagList};

/// Answers `DescribeCompShareImageTags`; it takes no parameters.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    call.answer(&TagList::new(CATEGORIES))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use crate::{handlers::tests::call, models::world::World};

    fn texts(list: &Value) -> Vec<&str> {
        list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
    }

    #[test]
    fn categories_in_their_order_hold_all_tags() {
        let world = World::new(1, None);
        let answer = call(&world, "Action=DescribeCompShareImageTags").unwrap();
        let index = texts(&answer["TagIndex"]);
        assert_eq!(index.len(), answer["TagsMap"].as_object().unwrap().len());
        let tags: Vec<_> = index.iter().flat_map(|name| texts(&answer["TagsMap"][name])).collect();
        assert_eq!(tags, texts(&answer["Tags"]));
        assert_eq!(tags.iter().collect::<BTreeSet<_>>().len(), tags.len());
    }

    #[test]
    fn the_object_alone_does_not_tell_the_order() {
        let world = World::new(1, None);
        let answer = call(&world, "Action=DescribeCompShareImageTags").unwrap();
        let by_object: Vec<_> = answer["TagsMap"].as_object().unwrap().keys().collect();
        assert_ne!(by_object, texts(&answer["TagIndex"]));
    }
}
