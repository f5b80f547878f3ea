//! Changes of the document: the one way in, undo and redo, and the sentence that is said of each.

use leptos::prelude::*;

use super::AppState;
use super::opening::own;
use crate::edit::{Draft, Edit, EditError, at_own_rule};
use crate::model::{Cure, Limit, Origin, Slot, UnitId};
use crate::text::{self, text};
use crate::ui::keep::Trouble;
use crate::ui::{browser, grid};

impl AppState {
    /// The one way a view changes the document.
    ///
    /// A change of an inherited rule gives the node a rule of its own.
    pub fn dispatch(self, edit: Edit) {
        let edit = self.with_draft(|draft| at_own_rule(edit, draft.scenario()));
        if !self.changes(&edit) || !self.may_change() {
            return;
        }
        self.make_own();
        self.finish(edit.clone(), |draft| draft.apply_at(edit, Some(browser::now_minutes())));
    }

    /// A change while a field is being typed in: all of them are one step until [`AppState::close_step`].
    pub fn dispatch_typing(self, edit: Edit) {
        let edit = self.with_draft(|draft| at_own_rule(edit, draft.scenario()));
        if !self.is_typing() && !self.changes(&edit) || !self.may_change() {
            return;
        }
        self.make_own();
        let outcome = self.draft.try_update(|draft| draft.apply_typing(edit, Some(browser::now_minutes())));
        self.report(outcome);
    }

    /// The field is left.
    pub fn close_step(self) {
        if self.is_looking() {
            return;
        }
        self.draft.update(Draft::close_step);
        self.speak_status();
    }

    /// The field is left without a change: what was typed is taken back.
    pub fn cancel_typing(self) {
        if self.is_typing() {
            self.draft.update(Draft::cancel_typing);
        }
    }

    /// A field is being typed in, and what was typed so far is in force.
    pub fn is_typing(self) -> bool {
        self.with_draft(Draft::is_typing)
    }

    /// Carries out what a finding proposes, for the indicator and year it is about.
    pub fn mend(self, cure: &Cure, slot: Slot, node: UnitId) {
        let edit = self.with_draft(|draft| crate::edit::mend(cure, draft.scenario(), slot, node));
        self.dispatch(edit);
        // The button that was pressed is gone with what it mended.
        grid::focus_selected(self);
    }

    /// Sets a unit's floor, ceiling or lock for what is on screen, and keeps the rest of its limit.
    pub fn change_limit(self, unit: UnitId, change: impl FnOnce(Limit) -> Limit) {
        let slot = self.slot_now();
        let limit =
            self.with_draft(|draft| draft.scenario().limits.get(slot, unit).cloned().unwrap_or_default());
        self.dispatch(Edit::SetLimit { slot, unit, limit: change(limit) });
    }

    /// Takes the last step back.
    pub fn undo(self) {
        if !self.may_change() {
            return;
        }
        let name = self.with_draft(|draft| draft.history().done.last().map(|step| self.step_name(step)));
        let outcome = self.draft.try_update(Draft::undo);
        self.report(outcome.map(|undone| undone.map(|_| ())));
        if let Some(name) = name {
            let text = text(self.language.get_untracked());
            self.spoken.set((text.undone)(&name));
        }
    }

    /// Makes the step undone last once more.
    pub fn redo(self) {
        if !self.may_change() {
            return;
        }
        let name = self.with_draft(|draft| draft.history().undone.last().map(|step| self.step_name(step)));
        let outcome = self.draft.try_update(Draft::redo);
        self.report(outcome.map(|redone| redone.map(|_| ())));
        if let Some(name) = name {
            let text = text(self.language.get_untracked());
            self.spoken.set((text.redone)(&name));
        }
    }

    /// Goes in one go to where so many steps of the history are done.
    pub fn go_to_step(self, steps: usize) {
        self.travel(|draft| draft.go_to(steps));
    }

    /// Takes up an abandoned branch of the history.
    pub fn return_to_branch(self, branch: usize) {
        self.travel(|draft| draft.return_to(branch));
    }

    pub(super) fn travel(self, go: impl FnOnce(&mut Draft) -> Result<(), EditError>) {
        if !self.may_change() {
            return;
        }
        let outcome = self.draft.try_update(go);
        let arrived = matches!(outcome, Some(Ok(())));
        self.report(outcome);
        if arrived {
            let name = self.with_draft(|draft| draft.history().done.last().map(|step| self.step_name(step)));
            let words = text(self.language.get_untracked()).history;
            self.spoken.set(name.map_or_else(|| words.at_start.to_owned(), |name| (words.at_step)(&name)));
        }
    }

    /// Whether the edit would change anything: a gesture that does not leaves an example an example.
    pub(super) fn changes(self, edit: &Edit) -> bool {
        let mut tried = self.with_draft(|draft| draft.scenario().clone());
        edit.clone().apply(&mut tried).map_or(true, |inverse| inverse != *edit)
    }

    /// The first edit of an example makes a copy of it, with its own id and name; undo goes back to the
    /// unedited copy.
    pub(super) fn make_own(self) {
        if self.with_draft(|draft| draft.scenario().origin == Origin::Own) {
            return;
        }
        let example = self.with_draft(|draft| draft.scenario().clone());
        let name = (text(self.language.get_untracked()).my_copy)(&example.name);
        let copy = own(example, &name);
        self.stored.set_value(None);
        self.with_draft(|draft| self.beside.carry_over(&draft.scenario().id, &copy.id));
        self.draft.set(Draft::new(copy));
    }

    pub(super) fn finish(self, edit: Edit, change: impl FnOnce(&mut Draft) -> Result<(), EditError>) {
        let outcome = self.draft.try_update(change);
        let done = matches!(outcome, Some(Ok(())));
        self.report(outcome);
        if done && !matches!(edit, Edit::SetTarget { .. }) {
            let name = self.with_draft(|draft| draft.history().done.last().map(|step| self.step_name(step)));
            let language = self.language.get_untracked();
            let status = self.with_province(|node| text::status(node, language));
            self.spoken.set((text(language).live_status)(&name.unwrap_or_default(), &status));
        } else {
            self.speak_status();
        }
    }

    /// One sentence for the gesture that is over.
    pub(super) fn speak_status(self) {
        let language = self.language.get_untracked();
        let sentence = self.with_province(|node| {
            let target = node.target.map(|target| language.people(target)).unwrap_or_default();
            (text(language).live_resplit)(&target, node.participants.len(), &text::status(node, language))
        });
        self.spoken.set(sentence);
    }

    pub(super) fn report(self, outcome: Option<Result<(), EditError>>) {
        self.trouble.set(outcome.and_then(Result::err).map(Trouble::Edit));
    }

    pub(super) fn step_name(self, step: &crate::edit::Step) -> String {
        let language = self.language.get_untracked();
        self.with_draft(|draft| text::step_name(step, draft.scenario(), language))
    }
}
