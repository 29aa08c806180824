//! A line of a facet: a value, or that there is none, with how many rows have it and whether it is chosen.

use catalog::Choice;
use view::{Column, Lang, ViewState};

use crate::{
    state::{Counted, Facet},
    words,
};

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) what: What,
    /// How many rows have it under all conditions but the facet's own, if it was counted.
    pub(super) count: Option<u32>,
    pub(super) choice: Choice,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// A value, as it is on the wire.
    Value(String),
    /// That there is none.
    Missing,
}

impl Line {
    /// The values that were counted, those that are chosen besides, and those that were chosen here and are no more.
    pub(super) fn values(facet: &Facet, view: &ViewState) -> Vec<Self> {
        let Some(Counted::Values { facet: counted, .. }) = &facet.counted else {
            return Vec::new();
        };
        let choices = view.choices(facet.column);
        let counted = counted.values.iter().map(|it| (&it.text, Some(it.count)));
        let kept = facet.look.kept.iter();
        let others = choices.iter().map(|it| &it.0).chain(kept).map(|it| (it, None));
        let mut lines: Vec<Self> = Vec::new();
        for (value, count) in counted.chain(others) {
            match lines.iter_mut().find(|it| it.is_about(value)) {
                // The service varies the case of its words; whoever asks for one gets them all.
                Some(line) => line.count = line.count.map(|it| it + count.unwrap_or(0)),
                None => lines.push(Self::of_value(value, count, &choices)),
            }
        }
        lines
    }

    fn of_value(value: &str, count: Option<u32>, choices: &[(String, Choice)]) -> Self {
        let said = choices.iter().find(|it| it.0.eq_ignore_ascii_case(value));
        let choice = said.map_or(Choice::Neither, |it| it.1);
        Self { what: What::Value(value.to_owned()), count, choice }
    }

    /// That there is no value, if that happens.
    pub(super) fn missing(facet: &Facet, view: &ViewState) -> Option<Self> {
        let (count, total) = match facet.counted.as_ref()? {
            Counted::Values { facet, .. } => facet.missing,
            Counted::Spread(it) => it.missing,
        };
        let choice = view.chosen_missing(facet.column);
        let happens = total > 0 || choice != Choice::Neither;
        happens.then_some(Self { what: What::Missing, count: Some(count), choice })
    }

    fn is_about(&self, value: &str) -> bool {
        matches!(&self.what, What::Value(it) if it.eq_ignore_ascii_case(value))
    }
}

impl What {
    /// What people call it.
    pub(super) fn name(&self, column: &Column, lang: Lang) -> String {
        match self {
            Self::Value(value) => view::named(value, column, lang),
            Self::Missing => words::NO_VALUE.get(lang).to_owned(),
        }
    }

    /// The value on the wire.
    pub(super) fn value(&self) -> Option<&str> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing => None,
        }
    }

    /// Asks for it in a view, or no longer.
    pub(super) fn toggle(&self, view: &mut ViewState, column: &Column) {
        match self {
            Self::Value(value) => view.toggle_value(column, value),
            Self::Missing => view.toggle_missing(column),
        }
    }

    /// Excludes it in a view, or no longer.
    pub(super) fn exclude(&self, view: &mut ViewState, column: &Column) {
        match self {
            Self::Value(value) => view.exclude_value(column, value),
            Self::Missing => view.exclude_missing(column),
        }
    }
}

#[cfg(test)]
mod tests {
    use catalog::{
        Choice::{Excluded, Included, Neither},
        Facet as Counts, FacetValue, Histogram,
    };

    use super::*;

    fn counted(values: &[(&str, u32)], missing: (u32, u32)) -> Counted {
        let value = |it: &(&str, u32)| FacetValue { text: it.0.to_owned(), count: it.1, total: 9 };
        let values: Vec<_> = values.iter().map(value).collect();
        let listed = values.len();
        let facet = Counts { column: 0, distinct: listed, values, missing };
        Counted::Values { facet, listed }
    }

    fn check(
        query: &str,
        counted: &Counted,
        kept: &[&str],
        expected: &[(&str, Option<u32>, Choice)],
    ) {
        let view = ViewState { query: query.to_owned(), ..ViewState::default() };
        let column = view.catalog.column("type").unwrap();
        let mut facet = Facet::new(column, true);
        facet.counted = Some(counted.clone());
        kept.iter().for_each(|it| facet.look.keep(it));
        let lines = Line::values(&facet, &view).into_iter().chain(Line::missing(&facet, &view));
        let lines: Vec<_> =
            lines.map(|it| (it.what.name(column, Lang::En), it.count, it.choice)).collect();
        let lines: Vec<_> = lines.iter().map(|it| (it.0.as_str(), it.1, it.2)).collect();
        assert_eq!(lines, expected, "{query}");
    }

    #[test]
    fn lines_are_what_was_counted_and_what_is_chosen() {
        let types = counted(&[("Base", 5), ("Custom", 0)], (0, 0));
        let (base, custom) = (("Standard", Some(5)), ("Custom", Some(0)));
        let is = |it: (&'static str, Option<u32>), choice| (it.0, it.1, choice);
        check("", &types, &[], &[is(base, Neither), is(custom, Neither)]);
        check("type:Base", &types, &[], &[is(base, Included), is(custom, Neither)]);
        check("-类型:标准镜像", &types, &[], &[is(base, Excluded), is(custom, Neither)]);
        check(
            "type:Other",
            &types,
            &["Business"],
            &[
                is(base, Neither),
                is(custom, Neither),
                ("Other", None, Included),
                ("Marketplace", None, Neither),
            ],
        );
    }

    #[test]
    fn a_word_is_one_line_whatever_its_case() {
        let types = counted(&[("Base", 5), ("Custom", 1), ("BASE", 2)], (0, 0));
        let expected = [("Standard", Some(7), Included), ("Custom", Some(1), Neither)];
        check("type:base", &types, &[], &expected);
    }

    #[test]
    fn that_there_is_no_value_is_a_line_where_it_happens() {
        check("", &counted(&[], (3, 4)), &[], &[("Not returned", Some(3), Neither)]);
        check("", &counted(&[], (0, 4)), &[], &[("Not returned", Some(0), Neither)]);
        check("missing:type", &counted(&[], (0, 0)), &[], &[("Not returned", Some(0), Included)]);
        let spread = Counted::Spread(Histogram { missing: (1, 1), ..Histogram::default() });
        check("-missing:type", &spread, &[], &[("Not returned", Some(1), Excluded)]);
        check("type:Base", &Counted::Spread(Histogram::default()), &[], &[]);
    }
}
