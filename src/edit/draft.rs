//! The draft: the scenario being edited with everything that can be undone and redone.

use serde::{Deserialize, Serialize};

use super::{Edit, EditError};
use crate::model::Scenario;

/// How many steps are kept.
const MOST_STEPS: usize = 200;

/// One gesture: what was done and what takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What was done.
    pub edit: Edit,
    /// What takes it back.
    pub inverse: Edit,
}

/// The steps that can be undone (oldest first) and redone (next one last).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// Done; the last one is undone first.
    pub done: Vec<Step>,
    /// Undone; the last one is redone first.
    pub undone: Vec<Step>,
}

/// A scenario with its history. Every change goes through [`Draft::apply`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    scenario: Scenario,
    history: History,
    /// The last step may still grow: the same field is being typed in.
    open: bool,
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
        Self { scenario, history, open: false }
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
        self.close_step();
        self.push(edit)
    }

    /// Makes a change that belongs to the one before it while a field is being typed in: the two are one
    /// step, whose undo goes back to before the first. [`Draft::close_step`] ends it.
    ///
    /// # Errors
    /// [`EditError`]; nothing has changed then.
    pub fn apply_typing(&mut self, edit: Edit) -> Result<(), EditError> {
        if !self.open {
            self.push(edit)?;
            self.open = true;
            return Ok(());
        }
        edit.clone().apply(&mut self.scenario)?;
        if let Some(step) = self.history.done.last_mut() {
            step.edit = edit;
        }
        Ok(())
    }

    /// The field is left: the next change is a step of its own. A step that changed nothing goes.
    pub fn close_step(&mut self) {
        if std::mem::take(&mut self.open)
            && self.history.done.last().is_some_and(|step| step.edit == step.inverse)
        {
            self.history.done.pop();
        }
    }

    /// The field is left without a change: the step being typed is taken back and leaves no trace.
    pub fn cancel_typing(&mut self) {
        if !std::mem::take(&mut self.open) {
            return;
        }
        if let Some(step) = self.history.done.pop() {
            // An edit's own inverse fits the scenario the edit was made in.
            let _ = step.inverse.apply(&mut self.scenario);
        }
    }

    /// A field is being typed in, and what was typed so far is in force.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.open
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

    fn push(&mut self, edit: Edit) -> Result<(), EditError> {
        let inverse = edit.clone().apply(&mut self.scenario)?;
        if edit == inverse && !self.open {
            return Ok(());
        }
        self.history.undone.clear();
        self.history.done.push(Step { edit, inverse });
        if self.history.done.len() > MOST_STEPS {
            self.history.done.remove(0);
        }
        Ok(())
    }
}
