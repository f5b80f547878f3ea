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
    /// While a field is being typed in, the last step may still grow.
    typing: Option<Typing>,
}

/// What the step being typed pushed out of the history; it comes back where the step leaves no trace.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typing {
    undone: Vec<Step>,
    oldest: Option<Step>,
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
        self.close_step();
        self.push(edit)?;
        Ok(())
    }

    /// Makes a change that belongs to the one before it while a field is being typed in: the two are one
    /// step, whose undo goes back to before the first. [`Draft::close_step`] ends it.
    ///
    /// # Errors
    /// [`EditError`]; nothing has changed then.
    pub fn apply_typing(&mut self, edit: Edit) -> Result<(), EditError> {
        let last = self.history.done.last_mut().filter(|_| self.typing.is_some());
        match last.and_then(|step| Some((step.edit.grown_by(&edit)?, step))) {
            Some((grown, step)) => {
                edit.apply(&mut self.scenario)?;
                step.edit = grown;
            }
            None => {
                self.close_step();
                self.typing = self.push(edit)?;
            }
        }
        Ok(())
    }

    /// The field is left: the next change is a step of its own. A step that changed nothing goes.
    pub fn close_step(&mut self) {
        let Some(typing) = self.typing.take() else { return };
        if self.history.done.last().is_some_and(|step| step.edit == step.inverse) {
            self.take_out(typing);
        }
    }

    /// The field is left without a change: the step being typed is taken back and leaves no trace.
    pub fn cancel_typing(&mut self) {
        let Some(typing) = self.typing.take() else { return };
        if let Some(step) = self.take_out(typing) {
            // An edit's own inverse fits the scenario the edit was made in.
            let _ = step.inverse.apply(&mut self.scenario);
        }
    }

    /// Takes the step being typed out of the history, which is then as it was before it.
    fn take_out(&mut self, typing: Typing) -> Option<Step> {
        let step = self.history.done.pop();
        if let Some(oldest) = typing.oldest {
            self.history.done.insert(0, oldest);
        }
        self.history.undone = typing.undone;
        step
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

    /// Adds a step and says what it pushed out; nothing where the edit changes nothing.
    fn push(&mut self, edit: Edit) -> Result<Option<Typing>, EditError> {
        let inverse = edit.clone().apply(&mut self.scenario)?;
        if edit == inverse || inverse.is_nothing() {
            return Ok(None);
        }
        let undone = std::mem::take(&mut self.history.undone);
        self.history.done.push(Step { edit, inverse });
        let oldest = (self.history.done.len() > MOST_STEPS).then(|| self.history.done.remove(0));
        Ok(Some(Typing { undone, oldest }))
    }
}
