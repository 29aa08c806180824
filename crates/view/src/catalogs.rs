//! The catalogs, one file each, and the levels that several of them share.

mod buckets;
mod community;
mod docker;
pub(crate) mod levels;
mod light;
mod repo;
mod uhost;

use crate::describe::Catalog;

/// Every catalog, the one of a first visit first.
pub const CATALOGS: [&Catalog; 6] = [
    &uhost::CATALOG,
    &community::CATALOG,
    &docker::CATALOG,
    &buckets::CATALOG,
    &repo::CATALOG,
    &light::CATALOG,
];

/// The catalog of that name in links.
#[must_use]
pub fn find(id: &str) -> Option<&'static Catalog> {
    CATALOGS.into_iter().find(|it| it.id == id)
}

/// The catalog of a first visit.
#[must_use]
pub fn first() -> &'static Catalog {
    let [first, ..] = CATALOGS;
    first
}

#[cfg(test)]
mod tests;
