//! The columns of a view: which ones the table shows, in which order, how wide, and how many stay in place while it scrolls sideways.
//!
//! The catalog's table of columns stays the source. What is kept is only what the reader has chosen otherwise, so that a view nobody has
//! touched has nothing to say here, and a column that is added one day appears in it.

use super::ViewState;
use crate::column::{Column, Format};

/// Columns as the reader has chosen them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// Those that are shown, in their order; none for the catalog's own.
    pub(crate) shown: Vec<&'static Column>,
    /// Those with a width that is not their own, in the catalog's order, and that width.
    pub(crate) widths: Vec<(&'static Column, u16)>,
    /// How many of them stay in place, unless it is one.
    pub(crate) pinned: Option<usize>,
}

/// A side of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Where reading begins.
    Before,
    /// Where it goes on.
    After,
}

impl ViewState {
    /// The narrowest that a column can be made, in pixels: a few letters and what its header is operated with.
    pub const NARROWEST: u16 = 56;
    /// The widest that a column can be made, in pixels.
    pub const WIDEST: u16 = 800;
    /// The most columns that can stay in place: more would leave nothing to scroll.
    pub const MOST_PINNED: usize = 4;
    /// How many stay in place before anybody chooses: the one that names the row.
    const PINNED: usize = 1;

    /// The columns that the table shows, in their order.
    #[must_use]
    pub fn shown_columns(&self) -> Vec<&'static Column> {
        match self.columns.shown.as_slice() {
            [] => self.catalog.shown().collect(),
            chosen => chosen.to_vec(),
        }
    }

    /// All columns in the order in which they are offered: those that are shown in theirs, each other one behind the one that it follows in
    /// the catalog. To show it or hide it therefore moves nothing.
    #[must_use]
    pub fn every_column(&self) -> Vec<&'static Column> {
        let mut every = self.shown_columns();
        let mut before: Option<&Column> = None;
        for column in self.catalog.columns {
            if !every.contains(&column) {
                let place = before.and_then(|it| place(&every, it)).map_or(0, |it| it + 1);
                every.insert(place, column);
            }
            before = Some(column);
        }
        every
    }

    /// Whether the table shows a column.
    #[must_use]
    pub fn is_shown(&self, column: &Column) -> bool {
        self.shown_columns().contains(&column)
    }

    /// Whether a column can be hidden. The one that names the row leads to its detail, so it cannot.
    #[must_use]
    pub fn can_hide(&self, column: &Column) -> bool {
        column.key != self.catalog.title_column
    }

    /// How many columns stay in place, counted from the first.
    #[must_use]
    pub fn pinned(&self) -> usize {
        self.columns.pinned.unwrap_or(Self::PINNED)
    }

    /// Whether a column stays in place.
    #[must_use]
    pub fn is_pinned(&self, column: &Column) -> bool {
        place(&self.shown_columns(), column).is_some_and(|it| it < self.pinned())
    }

    /// The width that the reader has given to a column, in pixels.
    #[must_use]
    pub fn chosen_width(&self, column: &Column) -> Option<u16> {
        self.columns.widths.iter().find(|it| it.0 == column).map(|it| it.1)
    }

    /// How wide a column is, in pixels. The one that names the row may be wider where there is room.
    #[must_use]
    pub fn width(&self, column: &Column) -> u16 {
        self.chosen_width(column).unwrap_or_else(|| own_width(column))
    }

    /// Whether anything about the columns has been chosen.
    #[must_use]
    pub fn has_own_columns(&self) -> bool {
        self.columns != Columns::default()
    }

    /// Shows a column or hides it.
    pub fn toggle_column(&mut self, column: &'static Column) {
        let (mut shown, mut pinned) = (self.shown_columns(), self.pinned());
        match place(&shown, column) {
            Some(_) if !self.can_hide(column) => return,
            Some(place) => {
                shown.remove(place);
                pinned -= usize::from(place < pinned);
            }
            None => {
                let every = self.every_column();
                let before = every.iter().take_while(|it| **it != column);
                let place = before.filter(|it| shown.contains(it)).count();
                shown.insert(place, column);
                pinned += usize::from(place < pinned);
            }
        }
        self.arrange(shown, pinned);
    }

    /// Moves a column to a side of another. It stays in place from then on if that one does.
    pub fn move_column(&mut self, column: &'static Column, side: Side, other: &Column) {
        let (mut shown, mut pinned) = (self.shown_columns(), self.pinned());
        let Some(from) = place(&shown, column).filter(|_| column != other) else { return };
        shown.remove(from);
        pinned -= usize::from(from < pinned);
        let Some(neighbour) = place(&shown, other) else { return };
        shown.insert(neighbour + usize::from(side == Side::After), column);
        pinned += usize::from(neighbour < pinned);
        self.arrange(shown, pinned);
    }

    /// The column beside another, which it would change places with.
    #[must_use]
    pub fn beside(&self, column: &Column, side: Side) -> Option<&'static Column> {
        let shown = self.shown_columns();
        let place = place(&shown, column)?;
        let other = match side {
            Side::Before => place.checked_sub(1)?,
            Side::After => place + 1,
        };
        shown.get(other).copied()
    }

    /// Moves a column by one.
    pub fn step_column(&mut self, column: &'static Column, side: Side) {
        if let Some(other) = self.beside(column, side) {
            self.move_column(column, side, other);
        }
    }

    /// Whether one column more can stay in place.
    #[must_use]
    pub fn can_pin(&self) -> bool {
        self.pinned() < Self::MOST_PINNED
    }

    /// Has a column stay in place behind those that do, or no longer.
    pub fn toggle_pin(&mut self, column: &'static Column) {
        let (mut shown, mut pinned) = (self.shown_columns(), self.pinned());
        let Some(from) = place(&shown, column) else { return };
        let is_pinned = from < pinned;
        if !is_pinned && !self.can_pin() {
            return;
        }
        shown.remove(from);
        pinned -= usize::from(is_pinned);
        shown.insert(pinned.min(shown.len()), column);
        self.arrange(shown, pinned + usize::from(!is_pinned));
    }

    /// Gives a column a width in pixels, as far as it can have it.
    pub fn set_width(&mut self, column: &'static Column, width: u16) {
        let width = width.clamp(Self::NARROWEST, Self::WIDEST);
        let widths = &mut self.columns.widths;
        widths.retain(|it| it.0 != column);
        // The one that names the row takes what is left over as long as nobody has said how wide it is.
        if width != own_width(column) || column.key == self.catalog.title_column {
            let rank = |it: &Column| self.catalog.place(it.key);
            let place = widths.partition_point(|it| rank(it.0) < rank(column));
            widths.insert(place, (column, width));
        }
    }

    /// Gives all columns their own widths again.
    pub fn reset_widths(&mut self) {
        self.columns.widths.clear();
    }

    /// Goes back to the catalog's own columns.
    pub fn reset_columns(&mut self) {
        self.columns = Columns::default();
    }

    pub(crate) fn arrange(&mut self, shown: Vec<&'static Column>, pinned: usize) {
        let pinned = pinned.min(Self::MOST_PINNED).min(shown.len());
        self.columns.pinned = (pinned != Self::PINNED).then_some(pinned);
        let is_own = shown.iter().copied().eq(self.catalog.shown());
        self.columns.shown = if is_own { Vec::new() } else { shown };
    }
}

fn place(columns: &[&'static Column], column: &Column) -> Option<usize> {
    columns.iter().position(|it| *it == column)
}

/// The width that the catalog gives to a column; one that is not shown at first has what its kind of value takes.
fn own_width(column: &Column) -> u16 {
    match column.format {
        _ if column.width > 0 => column.width,
        Format::Flag | Format::Count | Format::Gigabytes | Format::Megabytes | Format::Hours => 104,
        Format::Word(_) | Format::YuanPerHour => 128,
        Format::Text | Format::Id | Format::Time | Format::Deadline => 176,
        Format::Prose | Format::Tags(_) | Format::Address | Format::Picture => 240,
    }
}

#[cfg(test)]
mod tests;
