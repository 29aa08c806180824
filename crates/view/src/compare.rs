//! Rows beside each other: every field of a catalog, and whether it tells the rows apart.

use catalog::{CellRef, RowId};

use crate::{
    column::{Column, Format},
    describe::Section,
    rows::Rows,
    text::Text,
};

/// A group of fields, as the detail has it.
#[derive(Debug)]
pub struct Group {
    /// Its heading.
    pub title: Text,
    /// Its fields, in their order.
    pub fields: Vec<Field>,
}

/// A field of rows that stand beside each other.
#[derive(Debug)]
pub struct Field {
    /// Its column.
    pub column: &'static Column,
    /// Whether two of the rows have different values. That one has none is a difference too.
    pub differs: bool,
}

/// All fields of rows, whether the table shows them or not, in the groups that the catalog declares.
#[must_use]
pub fn side_by_side(rows: &Rows, chosen: &[RowId]) -> Vec<Group> {
    let catalog = rows.catalog();
    let field = |column| Field { column, differs: differs(column, rows, chosen) };
    let group = |section: &Section| Group {
        title: section.title,
        fields: catalog.columns_of(section).map(field).collect(),
    };
    catalog.sections.iter().map(group).collect()
}

fn differs(column: &Column, rows: &Rows, chosen: &[RowId]) -> bool {
    let mut cells = chosen.iter().map(|row| rows.cell(*row, column.key));
    let first = cells.next();
    first.is_some_and(|first| cells.any(|it| !is_same(&first, &it, column.format)))
}

/// Whether two values mean the same: known words whatever their case, which the service varies, and several texts in whatever order.
fn is_same(a: &CellRef<'_>, b: &CellRef<'_>, format: Format) -> bool {
    match (a, b) {
        (CellRef::Text(a), CellRef::Text(b)) if matches!(format, Format::Word(_)) => {
            a.eq_ignore_ascii_case(b)
        }
        (CellRef::Tags(a), CellRef::Tags(b)) => {
            a.iter().all(|it| b.contains(it)) && b.iter().all(|it| a.contains(it))
        }
        _ => a == b,
    }
}

#[cfg(test)]
mod tests {
    use catalog::{Cell, Table};

    use super::*;
    use crate::catalogs::CATALOGS;

    #[test]
    fn values_are_told_apart_by_what_they_mean() {
        use CellRef::{Flag, Missing, Number, Tags, Text, Time};
        let check = |format: Format, a: CellRef<'_>, b: CellRef<'_>, expected: bool| {
            assert_eq!(is_same(&a, &b, format), expected, "{a:?} and {b:?}");
            assert_eq!(is_same(&b, &a, format), expected, "{b:?} and {a:?}");
        };
        check(Format::Text, Missing, Missing, true);
        check(Format::Text, Text("a"), Missing, false);
        check(Format::Text, Text("a"), Text("a"), true);
        check(Format::Text, Text("a"), Text("A"), false);
        check(Format::Word(&[]), Text("Base"), Text("base"), true);
        check(Format::Word(&[]), Text("Base"), Text("Custom"), false);
        check(Format::Tags(&[]), Tags(vec!["a", "b"]), Tags(vec!["b", "a"]), true);
        check(Format::Tags(&[]), Tags(vec!["a", "b"]), Tags(vec!["a"]), false);
        check(Format::Gigabytes, Number(20.0), Number(20.0), true);
        check(Format::Gigabytes, Number(20.0), Number(20.5), false);
        // The table shows the day alone; a second is a difference all the same.
        check(Format::Time, Time(1_700_000_000), Time(1_700_000_001), false);
        check(Format::Flag, Flag(false), Missing, false);
    }

    #[test]
    fn a_field_differs_if_any_two_rows_do() {
        let catalog = CATALOGS[0];
        let place = catalog.place(catalog.title_column).unwrap();
        let named = |names: &[&str]| {
            let mut table = Table::new(catalog.schema());
            for name in names {
                let mut cells = vec![Cell::Missing; catalog.columns.len()];
                cells[place] = Cell::Text(name);
                table.push(&cells, "{}");
            }
            Rows::from_table(catalog, table)
        };
        let check = |names: &[&str], expected: &[&str]| {
            let rows = named(names);
            let chosen: Vec<_> = rows.table().rows().collect();
            let groups = side_by_side(&rows, &chosen);
            let differing = groups.iter().flat_map(|it| &it.fields).filter(|it| it.differs);
            let differing: Vec<_> = differing.map(|it| it.column.key).collect();
            assert_eq!(differing, expected, "{names:?}");
        };
        check(&[], &[]);
        check(&["a"], &[]);
        check(&["a", "a", "a"], &[]);
        check(&["a", "a", "b"], &[catalog.title_column]);
        check(&["a", "b", "a"], &[catalog.title_column]);
    }
}
