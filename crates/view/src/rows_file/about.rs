//! The header: what a file says of itself.

use serde_json::{Value, json};

use super::error::OpenError;
use crate::{catalogs, describe::Catalog, link, state::ViewState};

/// What a file says of itself.
///
/// It has no place for a credential. The scope is a view, which has none either, and is kept as a link: whatever a file holds beside
/// the parts of a view is gone when it has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The catalog that the rows belong to.
    pub catalog: &'static Catalog,
    /// When the file was made, in Unix seconds.
    pub made: i64,
    /// How many rows it holds.
    pub rows: u32,
    /// Whether they are made up.
    pub is_sample: bool,
    /// What people call it; empty if it has no name.
    pub title: String,
    /// The view whose rows they were, if that is known: regions, zones, names and parameters.
    pub scope: Option<ViewState>,
}

impl About {
    /// The header as text.
    pub(super) fn print(&self) -> String {
        let scope = self.scope.as_ref().map(|it| link::print(&scope_of(it)));
        let header = json!({
            "catalog": self.catalog.id,
            "made": self.made,
            "rows": self.rows,
            "sample": self.is_sample,
            "title": self.title,
            "scope": scope,
        });
        header.to_string()
    }

    /// Reads a header. Members that it does not know are passed over: a later version may add some.
    pub(super) fn read(header: &[u8]) -> Result<Self, OpenError> {
        let header: Value = serde_json::from_slice(header).map_err(|_| OpenError::Damaged)?;
        let text = |name| header.get(name).and_then(Value::as_str);
        let catalog = text("catalog").ok_or(OpenError::Damaged)?;
        let catalog = catalogs::find(catalog).ok_or(OpenError::UnknownCatalog)?;
        let rows = header.get("rows").and_then(Value::as_u64);
        let scope = text("scope").map(|it| scope_of(&link::parse(it).view));
        Ok(Self {
            catalog,
            made: header.get("made").and_then(Value::as_i64).ok_or(OpenError::Damaged)?,
            rows: rows.and_then(|it| it.try_into().ok()).ok_or(OpenError::Damaged)?,
            is_sample: header.get("sample").and_then(Value::as_bool).unwrap_or(false),
            title: text("title").unwrap_or_default().to_owned(),
            scope: scope.filter(|it| it.catalog == catalog),
        })
    }
}

/// Of a view, that which decides what rows there are.
fn scope_of(view: &ViewState) -> ViewState {
    ViewState {
        regions: view.regions.clone(),
        zones: view.zones.clone(),
        values: view.values.clone(),
        ..ViewState::of(view.catalog)
    }
}
