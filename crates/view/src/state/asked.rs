//! What a view asks of a column: facets and ranges as edits of the query's text.
//!
//! The query is the one place where it stands, so that box, facets, chips and link never differ. Whatever people call a column or a
//! value there is understood here too: after `类型:标准镜像` the value `Base` of `type` is chosen.

use catalog::{Choice, Kind, Leaf, Matching, Node, NodeKind, Query};

use super::ViewState;
use crate::{
    column::{Column, Format, Word},
    describe::Catalog,
    export::decimal,
    format::date,
};

/// The lower and the upper bound of a column in a query, as they are written there.
pub type Bounds = (Option<String>, Option<String>);

impl ViewState {
    /// Wants a value of a column, or no longer wants it. Of a flag the other answer goes, since no row has both.
    pub fn toggle_value(&mut self, column: &Column, value: &str) {
        self.choose(column, value, Choice::Included);
    }

    /// Excludes a value of a column, or no longer excludes it.
    pub fn exclude_value(&mut self, column: &Column, value: &str) {
        self.choose(column, value, Choice::Excluded);
    }

    /// What the query says about a value of a column.
    #[must_use]
    pub fn chosen(&self, column: &Column, value: &str) -> Choice {
        let said = said(self.catalog, &Query::parse(&self.query), column, value);
        said.map_or(Choice::Neither, |it| it.choice)
    }

    /// Puts a range in place of what the query says about the bounds of a column. Without bounds, nothing is said about them.
    pub fn set_range(&mut self, column: &Column, from: Option<&str>, to: Option<&str>) {
        let mut query = Query::parse(&self.query);
        let names = names(self.catalog, &query, column);
        let bounded = |it: &&String| query.range(it) != (None, None);
        let name = names.iter().find(bounded).or(names.first()).cloned();
        let name = name.unwrap_or_else(|| column.key.to_owned());
        for other in names.iter().filter(|it| **it != name) {
            query = Query::parse(&query.set_range(other, None, None));
        }
        self.query = query.set_range(&name, from, to);
    }

    /// Puts the range from one bound of a histogram to another in place of what the query says about the bounds of a column.
    pub fn set_bins(&mut self, column: &Column, from: f64, to: f64) {
        let (from, to) = column.bounds(from, to);
        self.set_range(column, Some(&from), Some(&to));
    }

    /// The bounds of a column in the query.
    #[must_use]
    pub fn range(&self, column: &Column) -> Bounds {
        let query = Query::parse(&self.query);
        let mut found = (None, None);
        for name in names(self.catalog, &query, column) {
            let (from, to) = query.range(&name);
            found = (found.0.or(from.map(str::to_owned)), found.1.or(to.map(str::to_owned)));
        }
        found
    }

    /// Takes everything out of the query that is said about a column by itself.
    pub fn clear_column(&mut self, column: &Column) {
        let query = Query::parse(&self.query);
        let names = names(self.catalog, &query, column);
        self.query = names
            .iter()
            .fold(query, |it, name| Query::parse(&it.clear_field(name)))
            .text()
            .to_owned();
    }

    fn choose(&mut self, column: &Column, value: &str, wanted: Choice) {
        let before = self.chosen(column, value);
        self.forget(column, value);
        if before == wanted {
            return;
        }
        if column.kind() == Kind::Flag {
            self.clear_column(column);
        }
        if wanted == Choice::Included && self.chosen_missing(column) == Choice::Included {
            self.forget_missing(column);
        }
        let query = Query::parse(&self.query);
        let name = names(self.catalog, &query, column).into_iter().next();
        let name = name.as_deref().unwrap_or(column.key);
        let exact = column.matching() == Matching::Contains;
        self.query = match wanted {
            Choice::Excluded => query.exclude(name, value, exact),
            _ => query.toggle(name, value, exact),
        };
    }

    /// Takes a value out of the query, however it is called there.
    fn forget(&mut self, column: &Column, value: &str) {
        let catalog = self.catalog;
        self.unsay(&|query| said(catalog, query, column, value));
    }

    /// Takes out of the query what is said there, until it no longer is.
    pub(super) fn unsay(&mut self, said: &dyn Fn(&Query) -> Option<Said>) {
        let mut query = Query::parse(&self.query);
        while let Some(Said { name, text, choice }) = said(&query) {
            query = Query::parse(&match choice {
                Choice::Excluded => query.exclude(&name, &text, false),
                _ => query.toggle(&name, &text, false),
            });
        }
        query.text().clone_into(&mut self.query);
    }
}

impl Column {
    /// The range between two bounds of its histogram as a query has it. Times are whole days; the upper bound is where the last bin
    /// ends, so that the day before it is the last that belongs to it.
    #[must_use]
    pub fn bounds(&self, from: f64, to: f64) -> (String, String) {
        let number = |it: f64| match self.format {
            // A bare number is in GB.
            Format::Megabytes if (it / 1024.0).fract() == 0.0 => decimal(it / 1024.0),
            Format::Megabytes => decimal(it) + "MB",
            _ => decimal(it),
        };
        match self.kind() {
            Kind::Time => (date(seconds(from)), date(seconds(to).saturating_sub(1))),
            _ => (number(from), number(to)),
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the bounds of times were made of whole seconds"
)]
fn seconds(bound: f64) -> i64 {
    bound as i64
}

/// What a query says about a value: under which field, in which words.
pub(super) struct Said {
    pub(super) name: String,
    text: String,
    pub(super) choice: Choice,
}

impl Said {
    /// The first thing that is said, under one of the names, about a value that it is.
    pub(super) fn first(
        query: &Query,
        names: Vec<String>,
        is_it: &dyn Fn(&str) -> bool,
    ) -> Option<Self> {
        names.into_iter().find_map(|name| {
            let (text, _) = query.values(&name).find(|(text, _)| is_it(text))?;
            let (text, choice) = (text.to_owned(), query.chosen(&name, text));
            Some(Self { name, text, choice })
        })
    }
}

fn said(catalog: &Catalog, query: &Query, column: &Column, value: &str) -> Option<Said> {
    let word = Word::find(column.words(), value);
    let is_it = |text: &str| {
        let is = |it: &str| it.eq_ignore_ascii_case(text);
        is(value) || word.is_some_and(|it| is(it.name.en) || is(it.name.zh))
    };
    Said::first(query, names(catalog, query, column), &is_it)
}

/// The names that a query's terms call a column by, each once.
pub(super) fn names(catalog: &Catalog, query: &Query, column: &Column) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in query.nodes().iter().filter_map(field) {
        let is_new = !names.iter().any(|it| it.eq_ignore_ascii_case(name));
        if is_new && catalog.named(name) == Some(column) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The field that a term is about, be it negated or not.
fn field(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Leaf(Leaf::Field { name, .. }) => Some(&name.text),
        NodeKind::Not(inner) => match &inner.kind {
            NodeKind::Leaf(Leaf::Field { name, .. }) => Some(&name.text),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests;
