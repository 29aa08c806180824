//! The order of a view: which columns it is sorted by.

use catalog::{Direction, SortKey};

use super::ViewState;
use crate::column::Column;

/// A column to sort by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortBy {
    /// The column.
    pub column: &'static Column,
    /// Which end comes first.
    pub direction: Direction,
}

impl ViewState {
    /// The order that rows are shown in: the chosen one, or else the catalog's own.
    #[must_use]
    pub fn effective_sort(&self) -> Vec<SortBy> {
        if self.sort.is_empty() { self.own_sort() } else { self.sort.clone() }
    }

    /// The effective order for the engine, ties broken as the catalog says.
    #[must_use]
    pub fn sort_keys(&self) -> Vec<SortKey> {
        let chosen = self.effective_sort().into_iter().map(|it| (it.column.key, it.direction));
        let ties = self.catalog.tie_break.iter().map(|key| (*key, Direction::Ascending));
        let places = chosen.chain(ties);
        places
            .filter_map(|(key, direction)| {
                Some(SortKey { column: self.catalog.place(key)?, direction })
            })
            .collect()
    }

    /// The direction of a column in the effective order, if that is sorted by it.
    #[must_use]
    pub fn direction(&self, column: &Column) -> Option<Direction> {
        self.effective_sort().iter().find(|it| it.column == column).map(|it| it.direction)
    }

    /// The place of a column in the effective order, counted from 1; nothing if that has one column alone, which needs no number.
    #[must_use]
    pub fn sort_place(&self, column: &Column) -> Option<usize> {
        let sort = self.effective_sort();
        let place = sort.iter().position(|it| it.column == column)?;
        (sort.len() > 1).then_some(place + 1)
    }

    /// Sorts by a column alone, as a click on its header does: ascending, then descending, then the catalog's own order.
    pub fn cycle_sort(&mut self, column: &'static Column) {
        let chosen = self.sort.iter().find(|it| it.column == column).map(|it| it.direction);
        self.sort = match chosen {
            None => vec![SortBy { column, direction: Direction::Ascending }],
            Some(Direction::Ascending) => vec![SortBy { column, direction: Direction::Descending }],
            Some(Direction::Descending) => Vec::new(),
        };
    }

    /// Sorts by a column behind the others, as a click on its header does while Shift is held: ascending, then descending, then no more
    /// by it. The others stay as they are; if none is chosen, they are the catalog's own.
    pub fn add_sort(&mut self, column: &'static Column) {
        let before = self.effective_sort();
        let mut sort = before.clone();
        match sort.iter().position(|it| it.column == column) {
            None => sort.push(SortBy { column, direction: Direction::Ascending }),
            Some(place) => step(&mut sort, place),
        }
        // The only column of the catalog's own order would come back as it was: it is turned instead.
        if sort.is_empty() && before == self.own_sort() {
            sort.push(SortBy { column, direction: Direction::Ascending });
        }
        self.keep_sort(sort);
    }

    /// Sorts by a column in a direction: alone, or where it is sorted by already, at its place among the others.
    pub fn sort_by(&mut self, column: &'static Column, direction: Direction) {
        let mut sort = self.effective_sort();
        match sort.iter_mut().find(|it| it.column == column) {
            Some(by) => by.direction = direction,
            None => sort = vec![SortBy { column, direction }],
        }
        self.keep_sort(sort);
    }

    /// Turns the direction of a column that is sorted by.
    pub fn turn_sort(&mut self, column: &'static Column) {
        match self.direction(column) {
            Some(Direction::Ascending) => self.sort_by(column, Direction::Descending),
            Some(Direction::Descending) => self.sort_by(column, Direction::Ascending),
            None => {}
        }
    }

    /// Whether it can be sorted without a column: the last one of the catalog's own order cannot be taken away.
    #[must_use]
    pub fn can_drop_sort(&self, column: &Column) -> bool {
        self.direction(column).is_some()
            && (self.effective_sort().len() > 1 || !self.sort.is_empty())
    }

    /// Sorts by a column no longer.
    pub fn drop_sort(&mut self, column: &Column) {
        let mut sort = self.effective_sort();
        sort.retain(|it| it.column != column);
        self.keep_sort(sort);
    }

    fn keep_sort(&mut self, sort: Vec<SortBy>) {
        self.sort = if sort == self.own_sort() { Vec::new() } else { sort };
    }

    fn own_sort(&self) -> Vec<SortBy> {
        let own = self.catalog.default_sort.iter();
        own.filter_map(|(key, direction)| {
            Some(SortBy { column: self.catalog.column(key)?, direction: *direction })
        })
        .collect()
    }
}

/// From ascending to descending, from descending out.
fn step(sort: &mut Vec<SortBy>, place: usize) {
    let Some(by) = sort.get_mut(place) else { return };
    match by.direction {
        Direction::Ascending => by.direction = Direction::Descending,
        Direction::Descending => drop(sort.remove(place)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A view of the first catalog, whose own order is by `created`, the newest first.
    fn view() -> ViewState {
        ViewState::default()
    }

    fn print(sort: &[SortBy]) -> String {
        let sign = |it: &SortBy| if it.direction == Direction::Ascending { "+" } else { "-" };
        let keys: Vec<_> = sort.iter().map(|it| sign(it).to_owned() + it.column.key).collect();
        keys.join(" ")
    }

    /// Clicks headers, with Shift where a `^` stands before the key, and says the chosen order.
    fn check(clicks: &str, expected: &str) {
        let mut view = view();
        for click in clicks.split_whitespace() {
            let column = view.catalog.column(click.trim_start_matches('^')).unwrap();
            if click.starts_with('^') { view.add_sort(column) } else { view.cycle_sort(column) }
        }
        assert_eq!(print(&view.sort), expected, "{clicks}");
    }

    #[test]
    fn a_header_cycles_through_its_orders() {
        check("name", "+name");
        check("name name", "-name");
        check("name name name", "");
        check("name size", "+size");
        check("name ^size state", "+state");
        check("name ^size size", "-size");
    }

    #[test]
    fn with_shift_a_header_joins_the_others() {
        check("name ^size", "+name +size");
        check("name ^size ^size", "+name -size");
        check("name ^size ^size ^size", "+name");
        check("name ^size ^name", "-name +size");
        check("name ^size ^name ^name", "+size");
        check("name ^name ^name", "");
    }

    #[test]
    fn with_shift_it_begins_with_the_order_that_is_shown() {
        check("^name", "-created +name");
        check("^name ^name ^name", "");
        check("^created", "+created");
        check("^created ^created", "");
        check("created ^created", "");
    }

    #[test]
    fn a_menu_sorts_turns_and_takes_away() {
        let check = |clicks: &[(&str, fn(&mut ViewState, &'static Column))], expected: &str| {
            let mut view = view();
            for (key, act) in clicks {
                let column = view.catalog.column(key).unwrap();
                act(&mut view, column);
            }
            assert_eq!(print(&view.sort), expected, "{:?}", clicks.iter().map(|it| it.0));
        };
        let up: fn(&mut ViewState, &'static Column) = |it, by| it.sort_by(by, Direction::Ascending);
        let down: fn(&mut ViewState, &'static Column) =
            |it, by| it.sort_by(by, Direction::Descending);
        let add: fn(&mut ViewState, &'static Column) = ViewState::add_sort;
        let turn: fn(&mut ViewState, &'static Column) = ViewState::turn_sort;
        let drop: fn(&mut ViewState, &'static Column) = |it, by| it.drop_sort(by);
        check(&[("name", up)], "+name");
        check(&[("created", down)], "");
        check(&[("name", up), ("size", add), ("name", down)], "-name +size");
        check(&[("name", up), ("size", down)], "-size");
        check(&[("created", turn)], "+created");
        check(&[("created", turn), ("created", turn)], "");
        check(&[("name", turn)], "");
        check(&[("name", up), ("size", add), ("name", drop)], "+size");
        check(&[("name", up), ("name", drop)], "");
        check(&[("created", drop)], "");
        let mut view = view();
        let [name, created] = ["name", "created"].map(|it| view.catalog.column(it).unwrap());
        assert_eq!([name, created].map(|it| view.can_drop_sort(it)), [false, false]);
        view.add_sort(name);
        assert_eq!([name, created].map(|it| view.can_drop_sort(it)), [true, true]);
    }

    #[test]
    fn places_are_counted_where_there_are_several() {
        let mut view = view();
        let column = |key| view.catalog.column(key).unwrap();
        let (name, created, size) = (column("name"), column("created"), column("size"));
        assert_eq!(
            (view.sort_place(created), view.direction(created)),
            (None, Some(Direction::Descending))
        );
        view.add_sort(name);
        let places = [created, name, size].map(|it| view.sort_place(it));
        assert_eq!(places, [Some(1), Some(2), None]);
        assert_eq!(view.sort_keys().len(), 2 + view.catalog.tie_break.len());
    }
}
