//! The state of the page: one draft in one signal, and what follows from it.

use leptos::prelude::*;

use super::keep::{self, Opened, Saved, Trouble};
use super::settings::{Place, Settings, Theme};
use crate::calc::{NodePlan, Row, derive_node};
use crate::edit::{Draft, Edit, EditError};
use crate::model::{Cure, Limit, Origin, Scenario, ScenarioId, Slot, UnitId};
use crate::text::{self, Language, Text, text};

/// A column of the table, as focus and selection know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    Unit,
    Last,
    Given,
    Change,
    Before,
    Track,
    After,
    Difficulty,
}

/// The selected cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Selected {
    pub row: Row,
    pub column: Column,
}

/// What the page follows. Copied freely: it holds signals.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The document being edited and its history.
    draft: RwSignal<Draft>,
    /// The indicator and year on screen.
    slot: RwSignal<Slot>,
    /// The plan on screen.
    node: Memo<NodePlan>,
    /// The draft as it was last read from, or written to, storage.
    kept: StoredValue<Draft>,
    pub language: RwSignal<Language>,
    pub theme: RwSignal<Option<Theme>>,
    pub selected: RwSignal<Selected>,
    /// On a phone: the sheet of the selected unit is open.
    pub sheet_open: RwSignal<bool>,
    pub saved: RwSignal<Saved>,
    /// Keys of texts that were set aside because they could not be read.
    pub aside: RwSignal<Vec<String>>,
    /// A refused edit or a lost history: something to say that belongs to no field.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Read aloud by the one live region.
    pub spoken: RwSignal<String>,
}

impl AppState {
    /// Opens what the reader had open, or the first example.
    pub fn start() -> Self {
        let Opened { settings, draft, aside, trouble, saved } = keep::open();
        let slot = settings.place(draft.scenario());
        let draft = RwSignal::new(draft);
        let slot_signal = RwSignal::new(slot);
        let node =
            Memo::new(move |_| draft.with(|draft| plan_on_screen(draft.scenario(), slot_signal.get())));
        let unit = draft.with_untracked(|draft| settings.unit(draft.scenario()));
        let selected = node.with_untracked(|node| first_selected(node, unit));
        Self {
            draft,
            slot: slot_signal,
            node,
            kept: StoredValue::new(draft.get_untracked()),
            language: RwSignal::new(settings.language),
            theme: RwSignal::new(settings.theme),
            selected: RwSignal::new(selected),
            sheet_open: RwSignal::new(false),
            saved: RwSignal::new(saved),
            aside: RwSignal::new(aside),
            trouble: RwSignal::new(trouble),
            spoken: RwSignal::new(String::new()),
        }
    }

    /// The labels of the language in force.
    pub fn text(self) -> &'static Text {
        text(self.language.get())
    }

    /// Follows one aspect of the scenario; a view re-runs only when that aspect changes.
    pub fn follow<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Scenario) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.draft.with(|draft| read(draft.scenario())))
    }

    /// Follows one aspect of the draft: the scenario with its history.
    pub fn follow_draft<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Draft) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.draft.with(|draft| read(draft)))
    }

    /// Follows one aspect of the plan on screen.
    pub fn follow_plan<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.node.with(|node| read(node)))
    }

    /// Follows what needs the plan, the scenario's names and the language: a sentence.
    pub fn follow_words<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| {
            let language = self.language.get();
            self.node.with(|node| self.draft.with(|draft| read(node, draft.scenario(), language)))
        })
    }

    /// The draft as it is now, without following it.
    pub fn with_draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with_untracked(read)
    }

    /// The plan as it is now, without following it.
    pub fn with_plan<T>(self, read: impl FnOnce(&NodePlan) -> T) -> T {
        self.node.with_untracked(read)
    }

    /// The indicator and year on screen now.
    pub fn slot_now(self) -> Slot {
        self.node.with_untracked(|node| node.slot)
    }

    /// The node on screen now.
    pub fn node_now(self) -> UnitId {
        self.node.with_untracked(|node| node.node)
    }

    /// The one way a view changes the document.
    pub fn dispatch(self, edit: Edit) {
        if !self.changes(&edit) {
            return;
        }
        self.make_own();
        self.finish(edit.clone(), |draft| draft.apply(edit));
    }

    /// A change while a field is being typed in: all of them are one step until [`AppState::close_step`].
    pub fn dispatch_typing(self, edit: Edit) {
        if !self.is_typing() && !self.changes(&edit) {
            return;
        }
        self.make_own();
        let outcome = self.draft.try_update(|draft| draft.apply_typing(edit));
        self.report(outcome);
    }

    /// The field is left.
    pub fn close_step(self) {
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
    pub fn mend(self, cure: &Cure, slot: Slot) {
        let node = self.node_now();
        let edit = self.with_draft(|draft| crate::edit::mend(cure, draft.scenario(), slot, node));
        self.dispatch(edit);
        // The button that was pressed is gone with what it mended.
        super::grid::focus_selected(self);
    }

    /// Takes the last step back.
    pub fn undo(self) {
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
        let name = self.with_draft(|draft| draft.history().undone.last().map(|step| self.step_name(step)));
        let outcome = self.draft.try_update(Draft::redo);
        self.report(outcome.map(|redone| redone.map(|_| ())));
        if let Some(name) = name {
            let text = text(self.language.get_untracked());
            self.spoken.set((text.redone)(&name));
        }
    }

    /// Shows another indicator or year of the scenario.
    pub fn show(self, slot: Slot) {
        self.slot.set(slot);
        self.selected.set(self.with_plan(|node| first_selected(node, None)));
    }

    /// The reader's own work that storage does not have yet.
    pub fn is_unsaved(self) -> bool {
        self.with_draft(|draft| {
            draft.scenario().origin == Origin::Own && self.kept.with_value(|kept| !kept.is_same(draft))
        })
    }

    /// Storage has what is on screen.
    pub fn set_kept(self) {
        self.kept.set_value(self.with_draft(Draft::clone));
    }

    /// Opens another scenario: an example, or one kept on this machine. Not where that would lose work which
    /// could not be saved; the page then says why, with the way out, and stays as it is.
    pub fn open(self, id: &ScenarioId) -> bool {
        self.draft.update(Draft::close_step);
        if !keep::write_unsaved(self) {
            return false;
        }
        let opened = keep::open_scenario(id);
        self.trouble.set(opened.trouble);
        self.aside.set(keep::aside());
        let settings = keep::settings();
        let (slot, unit) = (settings.place(opened.draft.scenario()), settings.unit(opened.draft.scenario()));
        self.saved.set(keep::blocked_or(opened.saved));
        self.kept.set_value(opened.draft.clone());
        batch_set(self.draft, opened.draft, self.slot, slot);
        self.selected.set(self.with_plan(|node| first_selected(node, unit)));
        self.sheet_open.set(false);
        true
    }

    /// The view settings as they are now, for keeping; follows all of them.
    pub fn settings(self) -> Settings {
        let mut settings = keep::settings();
        settings.language = self.language.get();
        settings.theme = self.theme.get();
        let (id, example) = self
            .draft
            .with(|draft| (draft.scenario().id.clone(), draft.scenario().origin == Origin::Example));
        let slot = self.node.with(|node| node.slot);
        let unit = match self.selected.get().row {
            Row::Unit(unit) => Some(unit),
            Row::Total => None,
        };
        settings.places.insert(id.0.clone(), Place { slot, unit });
        let first = example && id == crate::example::first().id;
        settings.current = (!first).then_some(id);
        settings
    }

    /// Whether the edit would change anything: a gesture that does not leaves an example an example.
    fn changes(self, edit: &Edit) -> bool {
        let mut tried = self.with_draft(|draft| draft.scenario().clone());
        edit.clone().apply(&mut tried).map_or(true, |inverse| inverse != *edit)
    }

    /// Sets a unit's floor, ceiling or lock for what is on screen, and keeps the rest of its limit.
    pub fn change_limit(self, unit: UnitId, change: impl FnOnce(Limit) -> Limit) {
        let slot = self.slot_now();
        let limit =
            self.with_draft(|draft| draft.scenario().limits.get(slot, unit).cloned().unwrap_or_default());
        self.dispatch(Edit::SetLimit { slot, unit, limit: change(limit) });
    }

    /// The first edit of an example makes a copy of it, with its own id and name; undo goes back to the
    /// unedited copy.
    fn make_own(self) {
        if self.with_draft(|draft| draft.scenario().origin == Origin::Own) {
            return;
        }
        let mut copy = self.with_draft(|draft| draft.scenario().clone());
        copy.id = ScenarioId(super::browser::new_id());
        let text = text(self.language.get_untracked());
        copy.name = keep::unused_name(&(text.my_copy)(&copy.name));
        copy.origin = Origin::Own;
        self.draft.set(Draft::new(copy));
    }

    fn finish(self, edit: Edit, change: impl FnOnce(&mut Draft) -> Result<(), EditError>) {
        let outcome = self.draft.try_update(change);
        let done = matches!(outcome, Some(Ok(())));
        self.report(outcome);
        if done && !matches!(edit, Edit::SetTarget { .. }) {
            let name = self.with_draft(|draft| draft.history().done.last().map(|step| self.step_name(step)));
            let language = self.language.get_untracked();
            let status = self.with_plan(|node| text::status(node, language));
            self.spoken.set((text(language).live_status)(&name.unwrap_or_default(), &status));
        } else {
            self.speak_status();
        }
    }

    /// One sentence for the gesture that is over.
    fn speak_status(self) {
        let language = self.language.get_untracked();
        let sentence = self.with_plan(|node| {
            let target = node.target.map(|target| language.people(target)).unwrap_or_default();
            (text(language).live_resplit)(&target, node.participants.len(), &text::status(node, language))
        });
        self.spoken.set(sentence);
    }

    fn report(self, outcome: Option<Result<(), EditError>>) {
        self.trouble.set(outcome.and_then(Result::err).map(Trouble::Edit));
    }

    fn step_name(self, step: &crate::edit::Step) -> String {
        let language = self.language.get_untracked();
        self.with_draft(|draft| text::step_name(step, draft.scenario(), language))
    }
}

/// The plan of the slot asked for, or of the first there is.
fn plan_on_screen(scenario: &Scenario, slot: Slot) -> NodePlan {
    let root = scenario.root().expect("a checked scenario has one root").id;
    let first = || scenario.slots().next().expect("a checked scenario has a target in use");
    derive_node(scenario, slot, root)
        .or_else(|| derive_node(scenario, first(), root))
        .expect("a checked scenario has a rule for every target in use")
}

/// Where the selection starts: where it was, else at what is given to the unit that rises most.
fn first_selected(node: &NodePlan, unit: Option<UnitId>) -> Selected {
    let most = || node.units.iter().rev().max_by_key(|line| line.standing().change()).map(|line| line.unit);
    let row = unit.filter(|&unit| node.unit(unit).is_some()).or_else(most).map_or(Row::Total, Row::Unit);
    Selected { row, column: Column::Given }
}

/// Replaces draft and slot; the plan follows both and is computed once they agree.
fn batch_set(draft: RwSignal<Draft>, new_draft: Draft, slot: RwSignal<Slot>, new_slot: Slot) {
    slot.set(new_slot);
    draft.set(new_draft);
}
