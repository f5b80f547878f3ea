//! The steps that led here, those that could follow, and the branches that were left for another way.

use serde::{Deserialize, Serialize};

use super::Edit;

/// How many steps are kept, those of abandoned branches included.
const MOST_STEPS: usize = 200;
/// How many branches deep a branch may lie: saved text nests as they do, and readers of text have their limits.
const MOST_LEVELS: usize = 16;

/// One gesture: what was done and what takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What was done.
    pub edit: Edit,
    /// What takes it back.
    pub inverse: Edit,
    /// When, in minutes since 1970; `None` where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<u32>,
}

/// Steps that were taken back and then left for another way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// How many steps of the way that was taken instead lie before it.
    pub from: usize,
    /// Its own steps, oldest first.
    pub steps: Vec<Step>,
    /// The branches that leave it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub branches: Vec<Branch>,
}

/// The steps that can be undone (oldest first) and redone (next one last), and the branches that were left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// Done; the last one is undone first.
    pub done: Vec<Step>,
    /// Undone; the last one is redone first.
    pub undone: Vec<Step>,
    /// Left for another way, the one left first in front.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub branches: Vec<Branch>,
}

impl History {
    /// How many steps the way has, done and undone.
    #[must_use]
    pub fn length(&self) -> usize {
        self.done.len() + self.undone.len()
    }

    /// The way, oldest step first; those from place `done.len()` on are undone.
    pub fn way(&self) -> impl DoubleEndedIterator<Item = &Step> {
        self.done.iter().chain(self.undone.iter().rev())
    }

    /// Adds a step that was just made. What could be redone becomes a branch; where there are too many steps,
    /// the branch left first goes, and without branches the oldest step.
    pub(super) fn push(&mut self, step: Step) {
        self.leave();
        self.done.push(step);
        while self.count() > MOST_STEPS {
            if self.branches.is_empty() {
                self.done.remove(0);
            } else {
                self.branches.remove(0);
            }
        }
    }

    /// Takes a branch up again where it leaves the way, all its steps undone; what could be redone becomes a
    /// branch instead. `done` must end where the branch begins.
    pub(super) fn take_up(&mut self, branch: usize) {
        let Branch { steps, branches, .. } = self.branches.remove(branch);
        self.leave();
        self.undone = steps.into_iter().rev().collect();
        self.branches.extend(branches);
    }

    /// What could be redone becomes a branch, with the branches that leave it.
    fn leave(&mut self) {
        if self.undone.is_empty() {
            return;
        }
        let from = self.done.len();
        let steps = std::mem::take(&mut self.undone).into_iter().rev().collect();
        let (mut branches, staying): (Vec<Branch>, Vec<Branch>) =
            std::mem::take(&mut self.branches).into_iter().partition(|branch| branch.from > from);
        branches.retain(|branch| branch.levels() < MOST_LEVELS);
        self.branches = staying;
        self.branches.push(Branch { from, steps, branches });
    }

    fn count(&self) -> usize {
        self.length() + self.branches.iter().map(Branch::count).sum::<usize>()
    }
}

impl Branch {
    /// How many steps it has, those of its own branches included.
    #[must_use]
    pub fn count(&self) -> usize {
        self.steps.len() + self.branches.iter().map(Self::count).sum::<usize>()
    }

    /// How many branches deep it goes, itself included.
    fn levels(&self) -> usize {
        1 + self.branches.iter().map(Self::levels).max().unwrap_or(0)
    }
}
