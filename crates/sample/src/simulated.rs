//! Rows of a catalog, as many as wanted, from the simulator.

use std::{collections::VecDeque, path::Path, sync::Arc};

use ucloud_api::{Pager, Span};
use ucloud_sim::{Options, Simulator};
use view::{Catalog, Rows, Target, ViewState, catalogs, plan, rows_file::About};

use crate::{Error, file::save, recorder::Recorder, walk};

/// When simulated rows are said to have been made, in Unix seconds: the start of 22 November 2026. They are the same whenever they are
/// made, and so is their file.
const MADE: i64 = 1_795_305_600;

/// So many rows of a first visit's lists, the same for the same number.
///
/// # Errors
///
/// [`Error::TooFew`] if the simulator does not have them, and whatever keeps its answers from being read.
pub async fn simulated(catalog: &'static Catalog, count: u32) -> Result<Rows, Error> {
    let view = ViewState::of(catalog);
    let mut recorder = Recorder::new(simulator(&view, count)?);
    let mut rows = Rows::new(catalog);
    let mut waiting = VecDeque::from(plan(&view));
    while rows.table().len() < count {
        let Some(target) = waiting.pop_front() else {
            return Err(Error::TooFew { rows: rows.table().len() });
        };
        match target.level(&view) {
            Some(_) => waiting.extend(walk::names(&mut recorder, &view, &target).await?),
            None => fill(&mut recorder, &view, &mut rows, &target, count).await?,
        }
    }
    Ok(rows)
}

/// What a file of simulated rows says of itself.
#[must_use]
pub fn about_simulated(rows: &Rows, title: &str) -> About {
    let catalog = rows.catalog();
    About {
        catalog,
        made: MADE,
        rows: rows.table().len(),
        is_sample: true,
        title: title.to_owned(),
        scope: Some(ViewState::of(catalog)),
    }
}

/// Writes a file of so many simulated rows of the catalog with that id.
///
/// # Errors
///
/// Those of [`simulated`] and [`save`], and [`Error::NoCatalog`].
pub async fn save_simulated(id: &str, count: u32, path: &Path) -> Result<(), Error> {
    let catalog = catalogs::find(id).ok_or_else(|| Error::NoCatalog { id: id.to_owned() })?;
    let rows = simulated(catalog, count).await?;
    save(&rows, &about_simulated(&rows, ""), path)?;
    Ok(())
}

/// A simulator whose lists hold that many rows together.
fn simulator(view: &ViewState, count: u32) -> Result<Arc<Simulator>, Error> {
    let lists = u64::try_from(view.regions.len().max(1)).unwrap_or(1);
    let rows_per_region = Some(u64::from(count).div_ceil(lists));
    let options = Options { rows_per_region, ..Options::default() };
    Simulator::new(options).map(Arc::new).map_err(Error::Simulator)
}

/// Takes rows of a list until there are enough.
async fn fill(
    recorder: &mut Recorder,
    view: &ViewState,
    rows: &mut Rows,
    target: &Target,
    count: u32,
) -> Result<(), Error> {
    let catalog = view.catalog;
    let mut pager = Pager::new(catalog.page_size(&view.values));
    while let Some(Span { offset, limit }) = pager.next() {
        let missing = u64::from(count - rows.table().len().min(count));
        if missing == 0 {
            return Ok(());
        }
        let span = Span { offset, limit: limit.min(missing) };
        let answer = recorder.call((catalog.request)(target, &view.values, span)).await?;
        // A million rows would be kept a second time, as text.
        recorder.forget();
        let received = (catalog.append)(rows, target, &answer)?;
        pager.received(received.elements, received.total);
    }
    Ok(())
}
