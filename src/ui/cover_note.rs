//! Where the pictures of the cards are, before any of them is loaded.

use crate::ui::prelude::*;
use view::{Catalog, Rows};

use super::{
    cover::CoverSwitch,
    live::{memo, text, when},
};
use crate::{
    state::{Prefs, use_store},
    words,
};

/// How many hosts are named.
const NAMED: usize = 3;

/// A line above the cards: it names the hosts that would learn who looks, and has the button that allows it.
#[component]
pub(super) fn CoverNote() -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    // Of all rows and not of those found: the line would come and go while somebody types.
    let loaded = memo(move || store.results().with(|it| (it.generation, it.out_of)));
    let hosts = memo(move || {
        let _ = loaded.get();
        store.with_rows(|rows| hosts(rows, store.catalog())).unwrap_or_default()
    });
    let note = move || {
        hosts.with(|hosts| {
            if hosts.is_empty() {
                return String::new();
            }
            let more = if hosts.len() > NAMED { ", …" } else { "" };
            let first = hosts.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
            words::covers_from(hosts.len(), &(first + more), lang.get())
        })
    };
    // Its room is kept while rows arrive, or the cards would jump when the first cover does.
    let is_there = move || {
        let has_rows = store.results().with(|it| !it.rows.is_empty());
        let has_hosts = hosts.with(|it| !it.is_empty());
        store.catalog().card.cover.is_some() && (!store.is_settled() || (has_rows && has_hosts))
    };
    when(is_there, move || {
        let has_hosts = move || hosts.with(|it| !it.is_empty());
        let switch = when(has_hosts, || view! { <CoverSwitch /> }.into_any());
        view! {
            <div class="cover-note">
                <p class="cover-note__text">{text(note)}</p>
                {switch}
            </div>
        }
        .into_any()
    })
}

/// The hosts of all pictures, each once, in the order of arrival.
fn hosts(rows: &Rows, catalog: &Catalog) -> Vec<String> {
    let mut hosts = Vec::<String>::new();
    let Some(key) = catalog.card.cover else { return hosts };
    for row in rows.table().rows() {
        let cell = rows.cell(row, key);
        if let Some(host) = cell.text().and_then(view::host)
            && !hosts.iter().any(|it| it == host)
        {
            hosts.push(host.to_owned());
        }
    }
    hosts
}
