//! Through a catalog as the page goes through it.

use catalog::RowId;
use ucloud_api::{Pager, Params, Span};
use view::{Catalog, From, Received, Rows, Target, ViewState, found, plan};

use crate::{Error, recorder::Recorder};

/// How many names of a level the page asks for at once.
const NAMES: u64 = 100;

/// Everything that a first visit of a catalog asks for, and then everything that its rows ask for.
pub(crate) async fn catalog(
    recorder: &mut Recorder,
    catalog: &'static Catalog,
) -> Result<(), Error> {
    let view = ViewState::of(catalog);
    let mut rows = Rows::new(catalog);
    let mut waiting = plan(&view);
    while let Some(target) = waiting.pop() {
        match target.level(&view) {
            Some(_) => waiting.extend(names(recorder, &view, &target).await?),
            None => list(recorder, &view, &mut rows, &target).await?,
        }
    }
    levels(recorder, catalog).await?;
    for row in rows.table().rows() {
        inside(recorder, &view, &rows, row).await?;
    }
    Ok(())
}

/// The names of a level at a place, and the lists they lead to.
pub(crate) async fn names(
    recorder: &mut Recorder,
    view: &ViewState,
    target: &Target,
) -> Result<Vec<Target>, Error> {
    let Some(level) = target.level(view) else { return Ok(Vec::new()) };
    let mut ids = Vec::new();
    let mut pager = Pager::new(NAMES);
    while let Some(span) = pager.next() {
        let answer = (level.read)(&recorder.call((level.request)(target, span)).await?)?;
        pager.received(answer.elements, answer.total);
        ids.extend(answer.names.into_iter().map(|it| it.id));
    }
    Ok(found(view, target, &ids))
}

/// The names that menus offer, whatever the view wants of them.
async fn levels(recorder: &mut Recorder, catalog: &'static Catalog) -> Result<(), Error> {
    for level in catalog.levels.iter().filter(|it| it.unset != view::Unset::All) {
        let span = Span { offset: 0, limit: NAMES };
        recorder.call((level.request)(&Target::default(), span)).await?;
    }
    Ok(())
}

async fn list(
    recorder: &mut Recorder,
    view: &ViewState,
    rows: &mut Rows,
    target: &Target,
) -> Result<(), Error> {
    let (catalog, values) = (view.catalog, &view.values);
    let request = |span| (catalog.request)(target, values, span);
    let take = |body: &str| (catalog.append)(rows, target, body);
    pages(recorder, Pager::new(catalog.page_size(values)), request, take).await
}

/// What a row asks for when it is opened: the list inside it, and the text of its author.
async fn inside(
    recorder: &mut Recorder,
    view: &ViewState,
    rows: &Rows,
    row: RowId,
) -> Result<(), Error> {
    if let Some((inner, From::Request(stamps))) =
        view.catalog.inner.as_ref().map(|it| (it.list, it.from))
    {
        let target = rows.stamped(row, Target::default(), stamps);
        let none = ViewState::of(inner).values;
        let mut inner_rows = Rows::new(inner);
        let request = |span| (inner.request)(&target, &none, span);
        let take = |body: &str| (inner.append)(&mut inner_rows, &target, body);
        pages(recorder, Pager::new(inner.page_size(&none)), request, take).await?;
    }
    if let Some(readme) = &view.catalog.readme {
        let base = plan(view).into_iter().next().unwrap_or_default();
        recorder.call((readme.request)(&rows.stamped(row, base, readme.stamps))).await?;
    }
    Ok(())
}

async fn pages(
    recorder: &mut Recorder,
    mut pager: Pager,
    request: impl Fn(Span) -> Params,
    mut take: impl FnMut(&str) -> Result<Received, ucloud_api::Error>,
) -> Result<(), Error> {
    while let Some(span) = pager.next() {
        let received = take(&recorder.call(request(span)).await?)?;
        pager.received(received.elements, received.total);
    }
    Ok(())
}
