//! Rows that belong with a row: the same image in another place, or what else its author has published.
//!
//! Ids differ from region to region, so rows are told to be alike by what people read in them. Only rows that are loaded are looked
//! at; nothing is asked for.

use catalog::{Filter, Query, RowId, Search};

use crate::{describe::Catalog, rows::Rows, text::Text};

/// A group of rows that a row's detail leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Related {
    /// Its heading.
    pub title: Text,
    /// The text columns in which the rows are alike. A row that lacks one of them is like none.
    pub same: &'static [&'static str],
    /// The columns that tell the rows from each other; the first names the way to a row.
    pub shows: &'static [&'static str],
}

impl Related {
    /// The query that finds the group, the row itself among it; none if the row lacks one of the columns. `read` gives the text of one
    /// of the row's columns.
    #[must_use]
    pub fn query(&self, read: impl Fn(&str) -> Option<String>) -> Option<String> {
        self.same.iter().try_fold(String::new(), |query, key| {
            let value = read(key).filter(|it| !it.is_empty())?;
            Some(Query::parse(&query).toggle(key, &value, true))
        })
    }
}

impl Rows {
    /// The rows of a row's group among the first `published`, in the order of arrival and without the row itself: those that
    /// [`Related::query`] finds. Costs a search for exact values: a look at each distinct text of their columns, and a walk over the rows.
    #[must_use]
    pub fn related(&self, row: RowId, related: &Related, published: u32) -> Vec<RowId> {
        let read = |key: &str| self.cell(row, key).text().map(str::to_owned);
        let Some(query) = related.query(read) else { return Vec::new() };
        // No column of texts asks for the time.
        let filter = Filter::new(&Query::parse(&query), self.table().schema(), 0);
        let found = Search::default().run(self.table(), &filter, published);
        found.rows().iter().map(RowId).filter(|it| *it != row).collect()
    }
}

impl Catalog {
    /// The same image under another id: rows with the same texts there.
    pub(crate) const fn elsewhere(
        same: &'static [&'static str],
        shows: &'static [&'static str],
    ) -> Related {
        Related {
            title: Text::new("The same image elsewhere", "其他位置的同一镜像"), same, shows
        }
    }
}

#[cfg(test)]
mod tests {
    use catalog::{Cell, Table};

    use super::*;
    use crate::catalogs;

    /// Rows of VM images by name, system and zone.
    fn rows(cells: &[[&str; 3]]) -> Rows {
        let catalog = catalogs::find("uhost").unwrap();
        let mut table = Table::new(catalog.schema());
        for values in cells {
            let mut row = vec![Cell::Missing; catalog.columns.len()];
            for (key, value) in ["name", "os", "zone"].into_iter().zip(values) {
                let cell = if value.is_empty() { Cell::Missing } else { Cell::Text(value) };
                row[catalog.place(key).unwrap()] = cell;
            }
            table.push(&row, "{}");
        }
        Rows::from_table(catalog, table)
    }

    const SAME: Related = Catalog::elsewhere(&["name", "os"], &["zone"]);

    #[test]
    fn rows_are_alike_in_all_the_columns() {
        let rows = rows(&[
            ["base", "Ubuntu 22.04", "hk-02"],
            ["base", "Ubuntu 22.04", "sg-01"],
            ["base", "Ubuntu 20.04", "sg-01"],
            ["other", "Ubuntu 22.04", "sg-01"],
            ["base", "Ubuntu 22.04", "cn-bj2-05"],
            ["base", "", "cn-bj2-05"],
            ["Base", "ubuntu 22.04", "sg-02"],
        ]);
        let check = |row: u32, published: u32, expected: &[u32]| {
            let found = rows.related(RowId(row), &SAME, published);
            assert_eq!(found.iter().map(|it| it.0).collect::<Vec<_>>(), expected, "{row}");
        };
        check(0, 7, &[1, 4, 6]);
        check(4, 6, &[0, 1]);
        check(0, 4, &[1]);
        check(2, 6, &[]);
        check(5, 6, &[]);
    }

    #[test]
    fn the_query_finds_them() {
        let check = |row: &[(&str, &str)], expected: Option<&str>| {
            let read = |key: &str| row.iter().find(|it| it.0 == key).map(|it| it.1.to_owned());
            assert_eq!(SAME.query(read).as_deref(), expected, "{row:?}");
        };
        check(
            &[("name", "base"), ("os", "Ubuntu 22.04")],
            Some(r#"name:=base os:="Ubuntu 22.04""#),
        );
        check(&[("name", "a,b"), ("os", "OR")], Some(r#"name:="a,b" os:=OR"#));
        check(&[("name", "base")], None);
        check(&[("name", "base"), ("os", "")], None);
    }

    #[test]
    fn catalogs_name_columns_of_texts() {
        for catalog in catalogs::CATALOGS {
            for related in catalog.related {
                let columns = related.same.iter().chain(related.shows);
                for key in columns {
                    assert!(catalog.column(key).is_some(), "{}: {key}", catalog.id);
                }
                for key in related.same {
                    let kind = catalog.column(key).unwrap().kind();
                    assert_eq!(kind, catalog::Kind::Text, "{}: {key}", catalog.id);
                }
            }
        }
    }
}
