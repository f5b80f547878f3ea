//! The draft: the scenario being edited with everything that can be undone and redone.

use super::history::{History, Step};
use super::{Edit, EditError};
use crate::model::Scenario;

/// A scenario with its history. Every change goes through [`Draft::apply`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    scenario: Scenario,
    history: History,
    /// While a field is being typed in, the last step may still grow; the history as it was before that step
    /// comes back where it leaves no trace.
    typing: Option<History>,
}

impl Draft {
    /// Starts from a scenario without history.
    #[must_use]
    pub fn new(scenario: Scenario) -> Self {
        Self::with_history(scenario, History::default())
    }

    /// Starts from a scenario and the history kept with it.
    #[must_use]
    pub fn with_history(scenario: Scenario, history: History) -> Self {
        Self { scenario, history, typing: None }
    }

    /// The same scenario with the same history, whatever is being typed.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.scenario == other.scenario && self.history == other.history
    }

    /// The document.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What can be undone and redone.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Makes one change: one step in the history.
    ///
    /// # Errors
    /// [`EditError`]; nothing has changed then.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        self.apply_at(edit, None)
    }

    /// Makes one change at a moment (minutes since 1970): one step in the history.
    ///
    /// # Errors
    /// [`EditError`]; nothing has changed then.
    pub fn apply_at(&mut self, edit: Edit, at: Option<u32>) -> Result<(), EditError> {
        self.close_step();
        self.push(edit, at)?;
        Ok(())
    }

    /// Makes a change that belongs to the one before it while a field is being typed in: the two are one
    /// step, whose undo goes back to before the first. [`Draft::close_step`] ends it.
    ///
    /// # Errors
    /// [`EditError`]; nothing has changed then.
    pub fn apply_typing(&mut self, edit: Edit, at: Option<u32>) -> Result<(), EditError> {
        let last = self.history.done.last_mut().filter(|_| self.typing.is_some());
        match last.and_then(|step| Some((step.edit.grown_by(&edit)?, step))) {
            Some((grown, step)) => {
                edit.apply(&mut self.scenario)?;
                step.edit = grown;
                step.at = at;
            }
            None => {
                self.close_step();
                let before = self.history.clone();
                self.typing = self.push(edit, at)?.then_some(before);
            }
        }
        Ok(())
    }

    /// The field is left: the next change is a step of its own. A step that changed nothing goes.
    pub fn close_step(&mut self) {
        if self.history.done.last().is_some_and(|step| step.edit.comes_to_nothing(&step.inverse)) {
            self.cancel_typing();
        }
        self.typing = None;
    }

    /// The field is left without a change: the step being typed is taken back and leaves no trace.
    pub fn cancel_typing(&mut self) {
        let Some(before) = self.typing.take() else { return };
        if let Some(step) = std::mem::replace(&mut self.history, before).done.pop() {
            // An edit's own inverse fits the scenario the edit was made in.
            let _ = step.inverse.apply(&mut self.scenario);
        }
    }

    /// A field is being typed in, and what was typed so far is in force.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// Takes the last step back and returns what it was, or nothing.
    ///
    /// # Errors
    /// [`EditError`] where the history does not fit the scenario; nothing has changed then.
    pub fn undo(&mut self) -> Result<Option<Edit>, EditError> {
        self.close_step();
        let Some(step) = self.history.done.last().cloned() else { return Ok(None) };
        step.inverse.clone().apply(&mut self.scenario)?;
        self.history.done.pop();
        self.history.undone.push(step.clone());
        Ok(Some(step.edit))
    }

    /// Makes the step undone last once more and returns what it was, or nothing.
    ///
    /// # Errors
    /// [`EditError`] where the history does not fit the scenario; nothing has changed then.
    pub fn redo(&mut self) -> Result<Option<Edit>, EditError> {
        self.close_step();
        let Some(step) = self.history.undone.last().cloned() else { return Ok(None) };
        step.edit.clone().apply(&mut self.scenario)?;
        self.history.undone.pop();
        self.history.done.push(step.clone());
        Ok(Some(step.edit))
    }

    /// Goes in one go to where the first `steps` steps of the way are done, undoing or redoing what lies
    /// between; to its end where it is shorter.
    ///
    /// # Errors
    /// [`EditError`] where the history does not fit the scenario; nothing has changed then.
    pub fn go_to(&mut self, steps: usize) -> Result<(), EditError> {
        self.close_step();
        self.all_or_nothing(|draft| draft.walk_to(steps))
    }

    /// Goes back to where an abandoned branch leaves the way, and along it to its end; what is left for it
    /// becomes a branch in turn. Nothing happens where there is no such branch.
    ///
    /// # Errors
    /// [`EditError`] where the history does not fit the scenario; nothing has changed then.
    pub fn return_to(&mut self, branch: usize) -> Result<(), EditError> {
        self.close_step();
        let from = self.history.branches.get(branch).map(|branch| branch.from);
        let Some(from) = from.filter(|&from| from <= self.history.length()) else { return Ok(()) };
        self.all_or_nothing(|draft| {
            draft.walk_to(from)?;
            draft.history.take_up(branch);
            draft.walk_to(draft.history.length())
        })
    }

    fn walk_to(&mut self, steps: usize) -> Result<(), EditError> {
        while self.history.done.len() > steps {
            self.undo()?;
        }
        while self.history.done.len() < steps && self.redo()?.is_some() {}
        Ok(())
    }

    fn all_or_nothing(
        &mut self,
        change: impl FnOnce(&mut Self) -> Result<(), EditError>,
    ) -> Result<(), EditError> {
        let before = self.clone();
        change(self).inspect_err(|_| *self = before)
    }

    /// Adds a step; whether there is one, since an edit that changes nothing is none.
    fn push(&mut self, edit: Edit, at: Option<u32>) -> Result<bool, EditError> {
        let inverse = edit.clone().apply(&mut self.scenario)?;
        let changes = edit != inverse && !inverse.is_nothing();
        if changes {
            self.history.push(Step { edit, inverse, at });
        }
        Ok(changes)
    }
}
