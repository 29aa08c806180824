//! Levels between a region and a list: the projects, buckets or repositories that a catalog's rows lie in.

use ucloud_api::{Error, FieldValue, Params, Span, Tabular};

use crate::{plan::Target, state::Values, text::Text};

/// A level: its names can be listed and chosen, and each name has a list of its own below it.
#[derive(Debug)]
pub struct Level {
    /// Its name in links. The value holds the chosen names with commas between.
    pub key: &'static str,
    /// The parameter that carries a name to the lists below.
    pub api_name: &'static str,
    /// What its names are called together.
    pub label: Text,
    /// What no choice means.
    pub unset: Unset,
    /// An example of a name.
    pub example: &'static str,
    /// Parameters and values of which each gives a list of names of its own, because the action lists one kind at a time.
    pub variants: &'static [(&'static str, &'static str)],
    /// The request for a part of the list of names.
    pub request: fn(&Target, Span) -> Params,
    /// Reads an answer to it.
    pub read: fn(&str) -> Result<Found, Error>,
}

/// What it means that no name is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unset {
    /// Every name.
    All,
    /// No name: the service has one of its own, which people call this.
    Unnamed(Text),
}

/// Names that an answer held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The names.
    pub names: Vec<Name>,
    /// Elements in the answer; what paging advances by.
    pub elements: u64,
    /// How many names the service says there are.
    pub total: Option<u64>,
}

/// A name of a level.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The name as requests have it.
    pub id: String,
    /// What people call it, if that is something else.
    pub label: Option<String>,
}

/// Which names of a level a view wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice<'a> {
    /// No name: the service's own default.
    Unnamed,
    /// These.
    Names(Vec<&'a str>),
    /// All there are.
    All,
}

/// Stands for every name in a link. No name of the service contains it.
pub const ALL: &str = "*";

impl Level {
    /// Which of its names are wanted.
    #[must_use]
    pub fn choice<'a>(&self, values: &'a Values) -> Choice<'a> {
        match (values.get(self.key), self.unset) {
            (None, Unset::Unnamed(_)) => Choice::Unnamed,
            (None, Unset::All) | (Some(ALL), _) => Choice::All,
            (Some(names), _) => Choice::Names(names.split(',').collect()),
        }
    }

    /// Whether a link may hold this choice.
    #[must_use]
    pub fn accepts(&self, value: &str) -> bool {
        let is_name = |it: &str| {
            !it.is_empty() && it.trim() == it && it.len() <= 200 && !it.contains(char::is_control)
        };
        let is_all = value == ALL && self.unset != Unset::All;
        is_all || (value.len() <= 4000 && !value.contains(ALL) && value.split(',').all(is_name))
    }

    /// The lists of names at a place.
    #[must_use]
    pub fn finders(&self, target: &Target) -> Vec<Target> {
        if self.variants.is_empty() {
            return vec![target.clone()];
        }
        self.variants.iter().map(|(name, value)| target.clone().with(name, value)).collect()
    }

    /// Whether names are listed even if some are chosen: the same name need not exist at every place that is loaded.
    pub(crate) fn always_listed(&self) -> bool {
        self.unset == Unset::All
    }
}

impl Choice<'_> {
    /// Whether it takes a name.
    #[must_use]
    pub fn wants(&self, name: &str) -> bool {
        match self {
            Self::Unnamed => false,
            Self::Names(names) => names.contains(&name),
            Self::All => true,
        }
    }
}

impl Found {
    /// The names in the rows of an answer, with what people call them. Rows without a name are passed over.
    pub(crate) fn of(rows: &dyn Tabular, id: &str, label: &str, part: fn(&str) -> &str) -> Self {
        let place = |name: &str| rows.fields().iter().position(|it| *it == name);
        let (id, label) = (place(id), place(label));
        let mut names = Vec::new();
        rows.each(&mut |values, _| {
            let text = |place: Option<usize>| match values.get(place?)? {
                FieldValue::Text(text) => Some(*text),
                _ => None,
            };
            let label = text(label).map(str::to_owned);
            names.extend(text(id).map(|it| Name { id: part(it).to_owned(), label }));
        });
        Self { names, elements: rows.received(), total: rows.total() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogs::levels::{BUCKETS, PROJECTS};

    #[test]
    fn a_link_holds_names_with_commas_between() {
        for (level, value, accepted) in [
            (&BUCKETS, "ucs", true),
            (&BUCKETS, "ucs,ai", true),
            (&BUCKETS, "ucs,", false),
            (&BUCKETS, "", false),
            (&BUCKETS, " ucs", false),
            (&BUCKETS, "a\nb", false),
            (&BUCKETS, "*", false),
            (&PROJECTS, "*", true),
            (&PROJECTS, "*,org-a", false),
            (&PROJECTS, "org-xp2ucn", true),
        ] {
            assert_eq!(level.accepts(value), accepted, "{value:?}");
        }
    }

    #[test]
    fn no_choice_is_all_or_the_services_own() {
        let mut values = Values::default();
        assert_eq!(BUCKETS.choice(&values), Choice::All);
        assert_eq!(PROJECTS.choice(&values), Choice::Unnamed);
        values.set("bucket", "a,b");
        values.set("project", "*");
        assert_eq!(BUCKETS.choice(&values), Choice::Names(vec!["a", "b"]));
        assert_eq!(PROJECTS.choice(&values), Choice::All);
    }
}
