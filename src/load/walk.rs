//! The walk itself.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    pin::Pin,
    rc::Rc,
};

use futures_util::future::{AbortHandle, abortable};
use gloo_timers::future::TimeoutFuture;
use ucloud_api::{Class, Params, Span};

use super::Stage;
use crate::{
    browser,
    session::{Connection, Failure},
};

/// How many lists are walked through at once. The service names no limit; browsers allow six connections a host.
const AT_ONCE: usize = 4;

/// How long to wait before asking once more, in milliseconds; as many tries as there are pauses.
const PAUSES: [u32; 2] = [400, 1600];

/// How much longer to wait if the service said that it is asked too often.
const SLOWER: u32 = 3;

/// Where a walk gets its requests from and brings its answers to. Dropped data means that nothing is asked any more.
pub trait Sink: 'static {
    /// The next part of a list to ask for; nothing at its end.
    fn next(&self, place: usize) -> Option<Span>;
    /// The request for it.
    fn request(&self, place: usize, span: Span) -> Params;
    /// Takes an answer.
    ///
    /// # Errors
    ///
    /// What the service said instead of rows.
    fn answered(&self, place: usize, body: &str) -> Result<(), Failure>;
    /// Notes how a list stands.
    fn stands(&self, place: usize, stage: Stage);
}

/// A running load. Dropping it aborts what is under way.
#[must_use = "the load ends as soon as this is dropped"]
pub struct Load {
    /// What is walked through; nothing if the load is a task of another kind.
    lists: Option<Lists>,
    tasks: RefCell<Vec<AbortHandle>>,
}

/// Where lists come from, and which of them wait.
#[derive(Clone)]
struct Lists {
    connection: Connection,
    sink: Rc<dyn Sink>,
    queue: Rc<Queue>,
}

/// The lists that wait for their turn, and how many are being walked through.
#[derive(Default)]
struct Queue {
    waiting: RefCell<VecDeque<usize>>,
    walking: Cell<usize>,
}

impl Load {
    /// A load of no list yet.
    pub fn new(connection: &Connection, sink: impl Sink) -> Self {
        let (connection, queue) = (connection.clone(), Rc::default());
        let lists = Lists { connection, sink: Rc::new(sink), queue };
        Self { lists: Some(lists), tasks: RefCell::default() }
    }

    /// A load that is one task, and walks through no list.
    pub fn task(task: impl Future<Output = ()> + 'static) -> Self {
        let load = Self { lists: None, tasks: RefCell::default() };
        load.begin(Box::pin(task));
        load
    }

    /// Walks through the lists at these places too, as soon as it is their turn.
    pub fn add(&self, places: impl IntoIterator<Item = usize>) {
        let Some(lists) = &self.lists else { return };
        lists.queue.waiting.borrow_mut().extend(places);
        let waiting = lists.queue.waiting.borrow().len();
        let idle = AT_ONCE - lists.queue.walking.get().min(AT_ONCE);
        (0..waiting.min(idle)).for_each(|_| self.begin(lists.clone().walker()));
    }

    fn begin(&self, task: Task) {
        let (task, handle) = abortable(task);
        browser::spawn(async move {
            // An aborted task has nothing to report: who aborted it knows.
            let _ = task.await;
        });
        self.tasks.borrow_mut().push(handle);
    }
}

/// Boxed, so that the machinery around it is compiled once and not once a task.
type Task = Pin<Box<dyn Future<Output = ()>>>;

impl Lists {
    fn walker(self) -> Task {
        self.queue.walking.update(|it| it + 1);
        Box::pin(async move {
            while let Some(place) = self.queue.next() {
                walk(&self.connection, &*self.sink, place).await;
            }
            self.queue.walking.update(|it| it - 1);
        })
    }
}

impl Queue {
    fn next(&self) -> Option<usize> {
        self.waiting.borrow_mut().pop_front()
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        self.tasks.borrow().iter().for_each(AbortHandle::abort);
    }
}

async fn walk(connection: &Connection, sink: &dyn Sink, place: usize) {
    sink.stands(place, Stage::Running);
    while let Some(span) = sink.next(place) {
        if let Err(failure) = page(connection, sink, place, span).await {
            return sink.stands(place, Stage::Failed(failure));
        }
    }
    sink.stands(place, Stage::Done);
}

/// Gets one page, asking again where that may help.
async fn page(
    connection: &Connection,
    sink: &dyn Sink,
    place: usize,
    span: Span,
) -> Result<(), Failure> {
    for pause in PAUSES {
        match attempt(connection, sink, place, span).await {
            Err(failure) if failure.heals() => {
                TimeoutFuture::new(jittered(pause * slowness(&failure))).await;
            }
            outcome => return outcome,
        }
    }
    attempt(connection, sink, place, span).await
}

async fn attempt(
    connection: &Connection,
    sink: &dyn Sink,
    place: usize,
    span: Span,
) -> Result<(), Failure> {
    let answer = connection.call(sink.request(place, span)).await?;
    answer.read(|body| sink.answered(place, body))
}

fn slowness(failure: &Failure) -> u32 {
    match failure {
        Failure::Service { error, .. }
            if error.advice().is_some_and(|it| it.class == Class::RetrySlow) =>
        {
            SLOWER
        }
        _ => 1,
    }
}

/// Up to half as long again, so that lists that failed together do not come back together.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, which is meant"
)]
fn jittered(pause: u32) -> u32 {
    (f64::from(pause) * (1.0 + js_sys::Math::random() / 2.0)) as u32
}
