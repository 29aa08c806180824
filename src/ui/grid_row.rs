//! A row of the table: elements that stay. What they say, and where they stand, is written by [`Painting`].

use crate::ui::prelude::*;
use catalog::RowId;
use leptos::html;

use super::{
    drill::DrillLink,
    grid_cell::{CellPainter, cell},
    live::live,
    painted_row::PaintedRow,
    painting::Painting,
};
use crate::browser::follow;

/// The row of a number among the painted ones. It follows nothing but the columns, which are its cells.
pub(super) fn grid_row(painting: Painting, number: usize) -> AnyView {
    let store = painting.lines.store;
    let (catalog, columns) = (store.catalog(), store.columns().get());
    let element = NodeRef::<html::Div>::new();
    let below = catalog.drill.is_some().then(RwSignal::<Option<RowId>>::default);
    let title = catalog.title_column;
    let cells = columns.clone().into_iter().zip(1..).map(|(column, place)| {
        let drill = catalog.drill.as_ref().zip(below).filter(|_| column.key == title);
        let drill = drill.map(|(drill, below)| {
            view! { <DrillLink drill row=live(move || below.get()) in_row=true /> }.into_any()
        });
        cell(column, place, column.key == title, drill)
    });
    follow(move || {
        let Some(element) = element.get() else { return };
        let painters = columns.iter().map(|&it| CellPainter::new(it, catalog.place(it.key)));
        painting.take(PaintedRow::new(number, &element, painters, below));
    });
    view! {
        <div class="grid__row grid__row--body" role="row" hidden="" node_ref=element>
            {cells.collect_view()}
        </div>
    }
    .into_any()
}
