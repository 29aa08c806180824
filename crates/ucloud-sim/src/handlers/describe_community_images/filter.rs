//! The parameters that narrow the list.

use crate::{
    models::community::{AuthInfo, Group, Tags, Version},
    params::Params,
    refusal::Refusal,
};

/// The filters that are set; all of them must hold.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    image_id: Option<String>,
    group_id: Option<String>,
    name: Option<String>,
    author: Option<String>,
    /// In lower case.
    fuzzy: Option<String>,
    tags: Vec<String>,
    is_free: Option<bool>,
    is_official: Option<bool>,
    auto_start: Option<bool>,
}

impl Filter {
    pub(super) fn read(params: &Params) -> Result<Self, Refusal> {
        Ok(Self {
            image_id: params.text("CompShareImageId"),
            group_id: params.text("GroupId"),
            name: params.text("Name"),
            author: params.text("Author"),
            fuzzy: params.text("FuzzySearch").map(|text| text.to_lowercase()),
            tags: params.list("Tag"),
            is_free: params.flag("IsFree")?,
            is_official: params.flag("IsOfficial")?,
            auto_start: params.flag("IfAutoStart")?,
        })
    }

    pub(super) fn takes_all(&self) -> bool {
        *self == Self::default()
    }

    /// What costs least is looked at first.
    pub(super) fn takes(&self, group: &Group) -> bool {
        let is_official = group.author.auth == AuthInfo::Official;
        agrees(self.is_official, is_official)
            && self.author.as_deref().is_none_or(|author| author == group.author.name)
            && agrees(self.is_free, group.price_fen() == 0)
            && agrees(self.auto_start, group.auto_start())
            && self.takes_tags(group)
            && self.takes_name(group)
            && self.takes_id(group)
    }

    /// The versions that are shown of a group that was taken.
    pub(super) fn versions_of(&self, group: &Group) -> Vec<Version> {
        let mut versions = group.versions();
        versions.retain(|version| self.image_id.as_ref().is_none_or(|id| *id == version.id));
        versions
    }

    /// All tags must be there, each exactly: one of several that are joined in one text is not
    /// found.
    fn takes_tags(&self, group: &Group) -> bool {
        self.tags.is_empty()
            || match group.tags() {
                Tags::Nothing => false,
                Tags::List(list) => self.tags.iter().all(|tag| list.contains(tag)),
                Tags::Text(text) => self.tags.iter().all(|tag| *tag == text),
            }
    }

    /// `Name` tells upper and lower case apart and finds nothing by Chinese characters; the newer
    /// `FuzzySearch` has neither fault, and looks at the author too.
    fn takes_name(&self, group: &Group) -> bool {
        let by_name = |name: &String| name.is_ascii() && group.name().contains(name.as_str());
        let by_either = |text: &String| {
            let holds = |found: &str| found.to_lowercase().contains(text.as_str());
            holds(&group.name()) || holds(group.author.name)
        };
        self.name.as_ref().is_none_or(by_name) && self.fuzzy.as_ref().is_none_or(by_either)
    }

    fn takes_id(&self, group: &Group) -> bool {
        self.group_id.as_ref().is_none_or(|id| *id == group.id())
            && self.image_id.as_ref().is_none_or(|id| group.image_ids().any(|found| found == *id))
    }
}

fn agrees(wanted: Option<bool>, found: bool) -> bool {
    wanted.is_none_or(|wanted| wanted == found)
}
