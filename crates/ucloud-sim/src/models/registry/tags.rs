//! The tags of an image: each one computed from its number.

use super::program::Style;
use crate::{
    dice::Dice,
    models::{calendar, scatter::scattered},
};

/// The tags of one image. The times are Unix seconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tags {
    pub(crate) style: Style,
    pub(crate) count: u64,
    /// Nothing was pushed before this.
    pub(crate) created: i64,
    /// The last push.
    pub(crate) updated: i64,
    pub(crate) dice: Dice,
}

/// One tag.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    /// Unix seconds.
    pub(crate) pushed: i64,
    /// What was pushed, which several tags may stand for.
    pub(crate) content: Dice,
}

/// Versions of one generation, which is as many as it takes for `1.10` to come after `1.9`.
const MINORS: u64 = 12;
/// Pushes of each version.
const PUSHES: u64 = 3;
/// What the short name of a commit is written in.
const HEXADECIMAL: &[u8] = b"0123456789abcdef";

impl Tag {
    /// The digest of the content: `sha256:` and 64 hexadecimal digits.
    pub(crate) fn digest(&self) -> String {
        let quarters = [0, 1, 2, 3].map(|quarter| self.content.of(quarter).bits());
        quarters.iter().fold("sha256:".to_owned(), |digest, bits| format!("{digest}{bits:016x}"))
    }
}

impl Tags {
    /// The tag at a place in the list, whose first is the one that was pushed last.
    pub(crate) fn newest_first(self, place: u64) -> Option<Tag> {
        let push = self.count.checked_sub(place)?.checked_sub(1)?;
        Some(self.tag(push))
    }

    /// The name of the tag that was pushed last; empty for an image without tags.
    pub(crate) fn newest_name(self) -> String {
        self.newest_first(0).map(|tag| tag.name).unwrap_or_default()
    }

    fn tag(self, push: u64) -> Tag {
        let versions = self.versions();
        let name = if push < versions {
            self.version(push)
        } else if push + 1 < self.count {
            format!("v{}", generation(versions.saturating_sub(1)))
        } else {
            "latest".to_owned()
        };
        let content = self.dice.of(push.min(versions.saturating_sub(1)));
        Tag { name, pushed: self.pushed(push), content }
    }

    /// How many of the tags stay where they are. The others follow the newest version: `latest`,
    /// and before it that of the generation.
    fn versions(self) -> u64 {
        let moves = match self.style {
            Style::Release => 2,
            Style::Counter | Style::Commit => 0,
            Style::Patch | Style::Build => self.dice.named("latest").below(2),
        };
        if self.count > moves { self.count - moves } else { self.count }
    }

    fn version(self, push: u64) -> String {
        match self.style {
            Style::Release => release(push),
            Style::Patch => format!("v{}.{}.{}", push / 150, push / 3 % 50, push % 3 + 1),
            Style::Build => {
                let day = calendar::compact(self.pushed(push));
                format!("{}.{}", day.get(2..).unwrap_or_default(), push + 1)
            }
            Style::Commit if push == 0 => "source-code".to_owned(),
            Style::Commit => {
                format!("master-{}", scattered(push, self.dice.bits(), 7, HEXADECIMAL))
            }
            Style::Counter => format!("{}", push + 1),
        }
    }

    fn pushed(self, push: u64) -> i64 {
        let span = i128::from(self.updated) - i128::from(self.created);
        let share = span * (i128::from(push) + 1) / i128::from(self.count.max(1));
        self.created + share as i64
    }
}

/// What is pushed for a release: a candidate, the version and a repair.
fn release(push: u64) -> String {
    let version = format!("{}.{}", generation(push), push / PUSHES % MINORS);
    match push % PUSHES {
        0 => version + "-rc1",
        1 => version,
        _ => version + ".1",
    }
}

/// The first number of a release: 1 for the first twelve versions.
fn generation(push: u64) -> u64 {
    1 + push / (PUSHES * MINORS)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn tags(style: Style, count: u64) -> Tags {
        let (created, updated) = (calendar::unix(2016, 1, 1), calendar::unix(2016, 6, 15));
        Tags { style, count, created, updated, dice: Dice::new(1) }
    }

    fn all(tags: Tags) -> Vec<Tag> {
        (0..tags.count).map(|place| tags.newest_first(place).unwrap()).collect()
    }

    #[track_caller]
    fn check(style: Style, count: u64, expected: &[&str]) {
        let names: Vec<_> = all(tags(style, count)).into_iter().map(|tag| tag.name).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn each_style_newest_first() {
        check(Style::Counter, 3, &["3", "2", "1"]);
        check(Style::Release, 6, &["latest", "v1", "1.1-rc1", "1.0.1", "1.0", "1.0-rc1"]);
        check(Style::Release, 2, &["1.0", "1.0-rc1"]);
        assert_eq!(tags(Style::Patch, 800).version(148), "v0.49.2");
        assert_eq!(tags(Style::Build, 8).version(7), "160615.8");
        assert_eq!(tags(Style::Commit, 8).version(0), "source-code");
        assert_eq!(tags(Style::Commit, 8).version(1).len(), "master-0123456".len());
    }

    #[test]
    fn tags_that_sort_naturally_and_not_as_text() {
        let names: BTreeSet<_> =
            all(tags(Style::Release, 60)).into_iter().map(|tag| tag.name).collect();
        for name in ["1.9", "1.10-rc1", "1.10", "v2", "latest"] {
            assert!(names.contains(name), "{name}");
        }
    }

    #[test]
    fn names_do_not_repeat_and_times_only_fall() {
        for style in [Style::Release, Style::Patch, Style::Build, Style::Commit, Style::Counter] {
            for count in [0, 1, 2, 3, 60, 800] {
                let all = all(tags(style, count));
                let names: BTreeSet<_> = all.iter().map(|tag| &tag.name).collect();
                assert_eq!(names.len() as u64, count, "{style:?}");
                assert!(all.is_sorted_by(|left, right| left.pushed >= right.pushed));
                let updated = tags(style, count).updated;
                assert!(all.first().is_none_or(|newest| newest.pushed == updated));
            }
        }
    }

    #[test]
    fn a_tag_that_moves_has_the_digest_of_what_it_points_to() {
        let digests: Vec<_> = all(tags(Style::Release, 6)).iter().map(Tag::digest).collect();
        assert_eq!((digests[0].len(), &digests[0][..7]), (71, "sha256:"));
        assert!(digests[0] == digests[1] && digests[1] == digests[2]);
        assert_ne!(digests[2], digests[3]);
    }

    #[test]
    fn there_is_nothing_beyond_the_oldest() {
        assert!(tags(Style::Release, 3).newest_first(3).is_none());
        assert_eq!(tags(Style::Release, 0).newest_name(), "");
    }
}
