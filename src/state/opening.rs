//! Opening a file of rows beside the page. It takes the place of a load: no connection is needed, and nothing is asked of a service.

use std::pin::Pin;

use leptos::prelude::*;
use ucloud_api::Pager;
use view::{Catalog, Rows, SortBy, Target, ViewState, rows_file::About};

use super::{
    data::{Data, Revision},
    store::{Act, Store},
};
use crate::{
    later::later,
    load::{Load, Progress, Stage, TargetLoad},
    session::{self, Arriving, Failure, Peer},
};

impl Store {
    /// Whether the view's rows are those of a file.
    #[must_use]
    pub fn opens_file(self) -> bool {
        self.view.with(|it| it.open.is_some())
    }

    /// What the open file says of itself; nothing before it has come.
    #[must_use]
    pub fn file(self) -> Option<About> {
        self.progress.with(|it| it.0.first().and_then(|it| it.about.clone()))
    }

    /// Fetches a file and shows its rows. In [`Progress`] it is the one list of the load.
    pub(super) fn open_file(self, path: &str) {
        let list = Target::default().with("File", path);
        self.progress.update(|it| {
            it.add(vec![list], Pager::new(1));
        });
        self.note(|it| it.stage = Stage::Running);
        let arriving = session::fetch_file(path);
        let load = Load::task(async move {
            match reading(self, arriving).await {
                Ok(reading) => reading.await,
                // Where one file of the page's own server cannot be had, the other could not either.
                Err(_) => self.note_failure(Failure::Unreachable(Peer::File)),
            }
        });
        self.loading.set_value(Some(load));
    }

    async fn read_file(self, arriving: Arriving) {
        let tell = move |received, total| {
            self.note(|it| (it.received, it.total) = (received, total));
        };
        match session::read_file(arriving, &tell).await {
            Ok((about, rows)) => self.show_file(about, rows),
            Err(failure) => self.note_failure(failure),
        }
    }

    /// Shows the rows of a file, in the catalog that they belong to, whatever the link said.
    fn show_file(self, about: About, rows: Rows) {
        let len = rows.table().len();
        self.data.set_value(Data::of(rows));
        self.note(|it| (it.stage, it.about) = (Stage::Done, Some(about)));
        let view = self.view.get_untracked();
        self.show(view.clone(), view, Act::Mended);
        self.revision.update(|it| *it = Revision { generation: it.generation + 1, len });
    }

    /// Whether a view is one of the rows of the file that is loaded, as the view before it was. Nothing needs to be fetched for it then, and its catalog
    /// becomes that of the file: a link may name another, or none.
    pub(super) fn keeps_file(self, before: &ViewState, after: &mut ViewState) -> bool {
        let loaded = |it: &Progress| it.0.first()?.about.as_ref().map(|it| it.catalog);
        let Some(catalog) = self.progress.with_untracked(loaded) else { return false };
        let keeps = after.open.is_some() && after.open == before.open;
        if keeps && after.catalog != catalog {
            *after = within(after, catalog);
        }
        keeps
    }

    fn note_failure(self, failure: Failure) {
        self.note(|it| it.stage = Stage::Failed(failure));
    }

    /// Notes how far the file has come.
    fn note(self, note: impl FnOnce(&mut TargetLoad)) {
        self.progress.update(|it| {
            if let Some(file) = it.0.first_mut() {
                note(file);
            }
        });
    }
}

later! {
    fn reading(store: Store, arriving: Arriving) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(store.read_file(arriving))
    }
}

/// The same view of another catalog: what was searched for, and the order as far as there are such columns.
fn within(view: &ViewState, catalog: &'static Catalog) -> ViewState {
    let sort = view.sort.iter().filter_map(|it| {
        Some(SortBy { column: catalog.column(it.column.key)?, direction: it.direction })
    });
    ViewState {
        open: view.open.clone(),
        query: view.query.clone(),
        sort: sort.collect(),
        item: view.item.clone(),
        compared: view.compared.clone(),
        comparing: view.comparing,
        ..ViewState::of(catalog)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_follows_the_file_to_its_catalog() {
        for (link, expected) in [
            ("open=x.rows", "v=1&c=community&open=x.rows"),
            (
                "open=x.rows&compare=a&show=compare",
                "v=1&c=community&open=x.rows&compare=a&show=compare",
            ),
            (
                "open=x.rows&q=cuda&region=hk&sort=name,eol&item=a/b",
                "v=1&c=community&open=x.rows&q=cuda&sort=name&item=a/b",
            ),
        ] {
            let community = view::parse("c=community").view.catalog;
            let followed = within(&view::parse(link).view, community);
            assert_eq!(view::print(&followed), expected, "{link}");
        }
    }
}
