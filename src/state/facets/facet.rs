//! A facet: whether it is open, what the reader looks for in it, and what was counted.

use catalog::{FacetSpec, Found, Histogram};
use view::{Column, FacetKind, ViewState};

use super::super::data::{Data, Revision};

/// How many values a facet shows at first.
const FEW: usize = 8;

/// How many bins a histogram has at most: bars of a rail that is 248 pixels wide.
const BINS: usize = 16;

/// A facet of the view's catalog.
#[derive(Debug, Clone)]
pub struct Facet {
    /// Its column.
    pub column: &'static Column,
    /// Whether it is unfolded.
    pub is_open: bool,
    /// How the reader looks at it.
    pub look: Look,
    /// What was counted of it, since it was opened.
    pub counted: Option<Counted>,
    /// Whether any row has a value, as far as the rows were looked at.
    pub has_values: bool,
    looked_at: Revision,
    /// Whether it must be counted again.
    pub(super) is_outdated: bool,
}

/// How the reader looks at a facet. It goes with the catalog, and with the inputs when the facet is folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// How many values are shown beyond the first few.
    pub more: usize,
    /// What values are searched for.
    pub matching: String,
    /// Values that were chosen here: they stay when they are chosen no more, so that the choice can be taken back where it was made.
    pub kept: Vec<String>,
    /// What stands in the fields for the lower and the upper bound and is not asked for.
    pub drafts: [Option<Draft>; 2],
    /// The bar of the histogram that Tab leads to.
    pub bar: usize,
    /// The bar where a range begins that arrows with Shift extend.
    pub anchor: usize,
}

/// A text in a field for a bound. It stays until the reader edits it, or the bound becomes another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What was typed.
    pub text: String,
    /// What was asked for instead.
    pub bound: Option<String>,
    /// Whether it was entered, and is no bound.
    pub is_wrong: bool,
}

/// The counts of a facet.
#[derive(Debug, Clone, PartialEq)]
pub enum Counted {
    /// How many rows have each value.
    Values {
        /// The values that are listed, and behind them those that were asked for besides.
        facet: catalog::Facet,
        /// How many of them are listed.
        listed: usize,
    },
    /// How numbers or times are spread.
    Spread(Histogram),
}

impl Look {
    /// How many values are listed at most.
    #[must_use]
    pub fn limit(&self) -> usize {
        FEW + self.more
    }

    /// Takes note of what stands in the field for a bound.
    pub fn draft(&mut self, is_upper: bool, draft: Option<Draft>) {
        let [lower, upper] = &mut self.drafts;
        *(if is_upper { upper } else { lower }) = draft;
    }

    /// Keeps a value where it was chosen.
    pub fn keep(&mut self, value: &str) {
        if !self.kept.iter().any(|it| it == value) {
            self.kept.push(value.to_owned());
        }
    }
}

impl Facet {
    /// A facet before anybody has looked at it.
    #[must_use]
    pub fn new(column: &'static Column, is_open: bool) -> Self {
        Self {
            column,
            is_open,
            look: Look::default(),
            counted: None,
            has_values: false,
            looked_at: Revision::default(),
            is_outdated: true,
        }
    }

    /// Counts it for rows that were found, at a place in the table. Of one that is folded nobody sees more than that it is there.
    pub(super) fn count(
        &mut self,
        data: &mut Data,
        place: usize,
        found: &Found,
        revision: Revision,
        view: &ViewState,
    ) {
        self.is_outdated = false;
        self.look_for_values(data, place, revision);
        if !self.is_open {
            return;
        }
        self.counted = match self.column.facet() {
            FacetKind::Values => self.values(data, place, found, view),
            FacetKind::Histogram => Some(Counted::Spread(data.histogram(found, place, BINS))),
        };
    }

    /// A value in any row is enough, and rows that were looked at once are not looked at again.
    fn look_for_values(&mut self, data: &Data, place: usize, revision: Revision) {
        if self.looked_at.generation != revision.generation {
            (self.has_values, self.looked_at.len) = (false, 0);
        }
        self.has_values |= data.has_value(place, self.looked_at.len..revision.len);
        self.looked_at = revision;
    }

    fn values(
        &self,
        data: &mut Data,
        place: usize,
        found: &Found,
        view: &ViewState,
    ) -> Option<Counted> {
        let (limit, matching) = (self.look.limit(), self.look.matching.clone());
        let mut facet = data.facet(found, &FacetSpec { column: place, limit, matching })?;
        let listed = facet.values.len();
        for value in self.wanted(view) {
            let is_it = |it: &catalog::FacetValue| it.text.eq_ignore_ascii_case(&value);
            if !facet.values.iter().any(is_it) {
                let spec = FacetSpec { column: place, limit: usize::MAX, matching: value.clone() };
                let others = data.facet(found, &spec)?.values;
                facet.values.extend(others.into_iter().filter(is_it));
            }
        }
        Some(Counted::Values { facet, listed })
    }

    /// The values that are shown wherever they stand among the others.
    fn wanted(&self, view: &ViewState) -> Vec<String> {
        let chosen = view.choices(self.column).into_iter().map(|it| it.0);
        chosen.chain(self.look.kept.iter().cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use catalog::{Cell, Query, Table};
    use view::{Rows, catalogs};

    use super::*;

    /// Rows with these types, in that order.
    fn data(types: &[&str]) -> Data {
        let catalog = catalogs::first();
        let mut table = Table::new(catalog.schema());
        for (at, value) in types.iter().enumerate() {
            let key = at.to_string();
            let cell = |it: &Column| match it.key {
                "type" => Cell::Text(value),
                _ => Cell::Text(&key),
            };
            let is_text = |it: &Column| it.kind() == catalog::Kind::Text;
            let cells = catalog.columns.iter();
            let cells: Vec<_> =
                cells.map(|it| if is_text(it) { cell(it) } else { Cell::Missing }).collect();
            table.push(&cells, "{}");
        }
        Data::of(Rows::from_table(catalog, table))
    }

    fn check(query: &str, mut facet: Facet, types: &[&str], expected: &[(&str, u32)]) -> Facet {
        let (mut data, len) = (data(types), u32::try_from(types.len()).unwrap());
        let view = ViewState { query: query.to_owned(), ..ViewState::default() };
        let filter = data.filter(&Query::parse(query), 0);
        let found = data.search(&filter, len);
        let place = view.catalog.place(facet.column.key).unwrap();
        facet.count(&mut data, place, &found, Revision { generation: 1, len }, &view);
        let values = match &facet.counted {
            Some(Counted::Values { facet, .. }) => facet.values.as_slice(),
            _ => &[],
        };
        let values: Vec<_> = values.iter().map(|it| (it.text.as_str(), it.count)).collect();
        assert_eq!(values, expected, "{query}");
        facet
    }

    fn of(key: &str, is_open: bool) -> Facet {
        Facet::new(catalogs::first().column(key).unwrap(), is_open)
    }

    #[test]
    fn a_folded_facet_is_not_counted_but_known_to_be_there() {
        let folded = check("", of("type", false), &["a", "b"], &[]);
        assert!(folded.has_values && folded.counted.is_none());
        let open = check("", of("type", true), &["a", "b", "a"], &[("a", 2), ("b", 1)]);
        assert!(open.has_values && !open.is_outdated);
        assert!(!check("", of("size", false), &["a"], &[]).has_values, "no row has a size");
        assert!(!check("", of("type", true), &[], &[]).has_values);
    }

    #[test]
    fn what_is_chosen_has_a_count_wherever_it_stands() {
        let types = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "J", "xj"];
        let few = |more: &[(&'static str, u32)]| {
            let few = ["a", "b", "c", "d", "e", "f", "g", "h"].map(|it| (it, 1));
            [few.as_slice(), more].concat()
        };
        check("", of("type", true), &types, &few(&[]));
        check("type:a", of("type", true), &types, &few(&[]));
        check("type:j", of("type", true), &types, &few(&[("j", 1), ("J", 1)]));
        let mut kept = of("type", true);
        kept.look.keep("xj");
        check("-type:i", kept, &types, &few(&[("i", 1), ("xj", 1)]));
    }
}
