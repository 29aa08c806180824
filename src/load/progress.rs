//! How far a load has come.

use std::ops::Range;

use ucloud_api::Pager;
use view::{Name, Target, ViewState, rows_file::About};

use crate::session::Failure;

/// A list that is being walked through: of rows, or of names that lead to lists of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetLoad {
    /// What it lists.
    pub target: Target,
    /// Where the walk is.
    pub pager: Pager,
    /// How it stands.
    pub stage: Stage,
    /// Rows received.
    pub received: u64,
    /// How many rows there are, by the service's word.
    pub total: Option<u64>,
    /// Rows and fields that could not be read.
    pub problems: usize,
    /// The names it has said, if it is a list of names.
    pub names: Vec<Name>,
    /// What it says of itself, if it is a file. Bytes are counted then, and not rows.
    pub about: Option<About>,
}

/// How a walk stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// Its turn has not come.
    Waiting,
    /// Pages are coming.
    Running,
    /// The list's end was reached.
    Done,
    /// It stopped; what had arrived is kept.
    Failed(Failure),
}

/// The lists of a load.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Progress(pub Vec<TargetLoad>);

/// A load in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Lists.
    pub lists: usize,
    /// Lists walked to their end.
    pub done: usize,
    /// Lists that stopped.
    pub failed: usize,
    /// Elements received.
    pub received: u64,
    /// Elements there are as far as is known; at least `received`.
    pub expected: u64,
    /// Rows and fields that could not be read.
    pub problems: usize,
}

impl Progress {
    /// Adds lists before their walk, each only once, and says at which places they are.
    pub fn add(&mut self, targets: Vec<Target>, pager: Pager) -> Range<usize> {
        let before = self.0.len();
        for target in targets {
            if !self.0.iter().any(|it| it.target == target) {
                self.0.push(TargetLoad::new(target, pager));
            }
        }
        before..self.0.len()
    }

    /// The lists of names whose walks have all come to an end on the level of this one; none while one is under way, or if it lists
    /// rows.
    #[must_use]
    pub fn settled_finders(&self, view: &ViewState, place: usize) -> Vec<&TargetLoad> {
        let Some(depth) = self.0.get(place).map(|it| it.target.depth()) else { return Vec::new() };
        if depth >= view.catalog.levels.len() {
            return Vec::new();
        }
        let above = self.0.iter().filter(|it| it.target.depth() <= depth);
        if above.clone().any(|it| !it.stage.is_settled()) {
            return Vec::new();
        }
        above.filter(|it| it.target.depth() == depth).collect()
    }

    /// Of these lists those that stopped. They wait for their turn now, so that none is asked for twice: two walks through one list
    /// would each take note of an answer and pass over a page.
    pub fn again(&mut self, places: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut stopped = Vec::new();
        for place in places {
            if let Some(list) = self.0.get_mut(place)
                && matches!(list.stage, Stage::Failed(_))
            {
                list.stage = Stage::Waiting;
                stopped.push(place);
            }
        }
        stopped
    }

    /// The load in figures.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let count = |test: fn(&Stage) -> bool| self.0.iter().filter(|it| test(&it.stage)).count();
        Summary {
            lists: self.0.len(),
            done: count(|it| *it == Stage::Done),
            failed: count(|it| matches!(it, Stage::Failed(_))),
            received: self.0.iter().map(|it| it.received).sum(),
            expected: self.0.iter().map(|it| it.total.unwrap_or(0).max(it.received)).sum(),
            problems: self.0.iter().map(|it| it.problems).sum(),
        }
    }

    /// The lists that stopped, with their places.
    pub fn failed(&self) -> impl Iterator<Item = (usize, &Target, &Failure)> {
        self.0.iter().enumerate().filter_map(|(place, it)| match &it.stage {
            Stage::Failed(failure) => Some((place, &it.target, failure)),
            _ => None,
        })
    }
}

impl TargetLoad {
    fn new(target: Target, pager: Pager) -> Self {
        let (stage, names) = (Stage::Waiting, Vec::new());
        Self { target, pager, stage, received: 0, total: None, problems: 0, names, about: None }
    }
}

impl Stage {
    /// Whether nothing more will come by itself.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        matches!(self, Self::Done | Self::Failed(_))
    }
}

impl Summary {
    /// Whether nothing more will come by itself.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.done + self.failed == self.lists
    }

    /// Whether everything is there.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.done == self.lists
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_stopped_is_walked_again_once() {
        let mut progress = Progress::default();
        let targets = ["a", "b", "c"].map(|it| Target::default().with("Region", it)).to_vec();
        progress.add(targets, Pager::new(100));
        progress.0[0].stage = Stage::Failed(Failure::TimedOut);
        progress.0[1].stage = Stage::Running;
        assert_eq!(progress.again([0, 1, 2, 9]), [0]);
        assert_eq!(progress.again([0]), [0_usize; 0]);
    }

    #[test]
    fn figures_add_up() {
        let mut progress = Progress::default();
        let targets = ["a", "b", "c", "a"].map(|it| Target::default().with("Region", it)).to_vec();
        assert_eq!(progress.add(targets, Pager::new(100)), 0..3);
        assert_eq!(progress.summary(), Summary { lists: 3, ..Summary::default() });
        let figures = [
            (Stage::Done, 40, Some(30)),
            (Stage::Failed(Failure::TimedOut), 10, Some(90)),
            (Stage::Running, 5, None),
        ];
        for (load, (stage, received, total)) in progress.0.iter_mut().zip(figures) {
            (load.stage, load.received, load.total) = (stage, received, total);
        }
        let summary = progress.summary();
        assert_eq!(
            (summary.done, summary.failed, summary.received, summary.expected),
            (1, 1, 55, 135)
        );
        assert!(!summary.is_settled() && !summary.is_complete());
        assert_eq!(progress.failed().map(|(place, ..)| place).collect::<Vec<_>>(), [1]);
    }
}
