//! Which scenario is on screen: opened, begun, copied, restored.

use leptos::prelude::*;

use super::{AppState, batch_set, first_selected};
use crate::address::Lens;
use crate::edit::Draft;
use crate::model::{Origin, Scenario, ScenarioId, Slot, UnitId};
use crate::text::text;
use crate::ui::access::Access;
use crate::ui::browser;
use crate::ui::keep::snapshots::Snapshot;
use crate::ui::keep::{self, OpenedScenario, Saved, moment_of};
use crate::ui::tabs;

impl AppState {
    /// Opens another scenario: an example, or one kept on this machine. Not where that would lose work which
    /// could not be saved; the page then says why, with the way out, and stays as it is.
    pub fn open(self, id: &ScenarioId) -> bool {
        self.draft.update(Draft::close_step);
        if !keep::write_unsaved(self) {
            return false;
        }
        let opened = keep::open_scenario(id);
        let settings = keep::settings();
        let (slot, unit) = (settings.place(opened.draft.scenario()), settings.unit(opened.draft.scenario()));
        self.put_on_screen(opened, slot, unit);
        true
    }

    /// Begins a scenario of the reader's own in Số liệu, without units and figures. It is kept from its first change
    /// on. Like [`AppState::open`] it stays where it is where that would lose work.
    pub fn begin(self) -> bool {
        self.draft.update(Draft::close_step);
        if !keep::write_unsaved(self) {
            return false;
        }
        let words = text(self.language.get_untracked()).data;
        let slot = Slot { indicator: self.slot_now().indicator, year: browser::year_now() };
        let id = ScenarioId(browser::new_id());
        let blank =
            Scenario::blank(id, keep::unused_name(words.new_scenario), words.new_province.to_owned(), slot);
        let opened = OpenedScenario { saved: Saved::Nothing, ..OpenedScenario::new(Draft::new(blank)) };
        self.put_on_screen(opened, slot, None);
        self.lens.set(Lens::Data);
        true
    }

    /// Puts a scenario from elsewhere on screen, under an id that nothing here has. It is not kept yet. Like
    /// [`AppState::open`] it stays where it is where that would lose work.
    pub fn take(self, scenario: Scenario) -> bool {
        self.draft.update(Draft::close_step);
        if !keep::write_unsaved(self) {
            return false;
        }
        let before = self.kept.get_value();
        let (slot, unit) = (keep::settings().place(&scenario), None);
        let opened = OpenedScenario { saved: Saved::Soon, ..OpenedScenario::new(Draft::new(scenario)) };
        self.put_on_screen(opened, slot, unit);
        self.kept.set_value(before);
        true
    }

    /// What is kept besides the scenario on screen has changed: lists of it are made anew.
    pub fn list_again(self) {
        self.listed.update(|listed| *listed = listed.wrapping_add(1));
    }

    pub(super) fn put_on_screen(self, opened: OpenedScenario, slot: Slot, unit: Option<UnitId>) {
        self.trouble.set(opened.trouble);
        self.aside.set(keep::aside());
        self.saved.set(keep::blocked_or(opened.saved));
        let is_same = self.with_draft(|draft| draft.scenario().id == opened.draft.scenario().id);
        let may_write = opened.access == Access::Write;
        self.access.set(if is_same && may_write { self.tabs.access() } else { opened.access });
        self.made_room.set(None);
        self.stored.set_value(opened.stored);
        self.kept.set_value(opened.draft.clone());
        self.view.reset(opened.draft.scenario());
        self.pasting.set(None);
        self.anchor.set(None);
        batch_set(self.draft, opened.draft, self.slot, slot);
        self.figures_year.set(slot.year.saturating_sub(1));
        self.selected.set(self.with_plans(|plan| first_selected(plan, unit)));
        self.open_way_to(self.selected.get_untracked().row);
        self.sheet_open.set(false);
    }

    /// Shows another version of the scenario on screen, as it is stored; place and selection stay.
    pub fn show_stored(self, opened: OpenedScenario) {
        let now = self.slot_now();
        let scenario = opened.draft.scenario();
        let there = scenario.slots().any(|slot| slot == now);
        let slot = if there { now } else { keep::settings().place(scenario) };
        self.kept.set_value(opened.draft.clone());
        self.stored.set_value(opened.stored);
        self.saved.set(keep::blocked_or(opened.saved));
        batch_set(self.draft, opened.draft, self.slot, slot);
    }

    /// What is stored now replaces what is on screen.
    pub fn load_stored(self) {
        keep::reload(self, &self.with_draft(|draft| draft.scenario().id.clone()));
        self.access.set(self.tabs.access());
    }

    /// Opens a kept version as a scenario of its own; what is on screen is kept first and stays as it is.
    pub fn restore(self, snapshot: &Snapshot) {
        self.close_step();
        if !keep::write_unsaved(self) {
            return;
        }
        let language = self.language.get_untracked();
        let words = text(language).keeping;
        let Some((scenario, _)) = keep::snapshots::read(&snapshot.key) else {
            self.spoken.set(words.unreadable.to_owned());
            return;
        };
        let name = (words.restored_name)(&scenario.name, &moment_of(snapshot.taken, language));
        let copy = own(scenario, &name);
        let (name, slot) = (copy.name.clone(), keep::settings().place(&copy));
        self.show_and_keep(copy, slot);
        self.spoken.set((words.restored)(&name));
    }

    /// Goes on with a copy of what is on screen, beside the original, which stays as it is. Like [`AppState::open`]
    /// it stays where it is where that would lose work.
    pub fn duplicate(self) -> bool {
        self.close_step();
        if !keep::write_unsaved(self) {
            return false;
        }
        let original = self.with_draft(|draft| draft.scenario().clone());
        let (id, text) = (original.id.clone(), text(self.language.get_untracked()));
        let name = (text.compare.copy_of)(&original.name);
        self.show_and_keep(own(original, &name), self.slot_now());
        self.beside.change(|compared| compared.chosen = vec![id]);
        true
    }

    /// Puts a new scenario of the reader's own on screen and keeps it at once.
    fn show_and_keep(self, copy: Scenario, slot: Slot) {
        let before = self.with_draft(Draft::clone);
        self.put_on_screen(OpenedScenario::new(Draft::new(copy)), slot, None);
        // Not kept yet under its own name.
        self.kept.set_value(before);
        keep::write_unsaved(self);
    }

    /// Makes a copy of the reader's own of what can only be looked at, to be changed from now on. Nothing is
    /// stored in its place: it gets an id of its own.
    pub fn own_copy(self) {
        let (shown, history) = self.with_draft(|draft| (draft.scenario().clone(), draft.history().clone()));
        let name = shown.name.clone();
        let copy = own(shown, &name);
        self.stored.set_value(None);
        self.access.set(Access::Write);
        self.draft.set(Draft::with_history(copy, history));
    }

    /// Changes are made in this tab from now on, once the other has handed over what it has.
    pub fn edit_here(self) {
        tabs::edit_here(self);
    }
}

/// A scenario as one of the reader's own: with an id that no other has, under `name` or the next free one.
pub(super) fn own(scenario: Scenario, name: &str) -> Scenario {
    let id = ScenarioId(browser::new_id());
    Scenario { id, name: keep::unused_name(name), origin: Origin::Own, ..scenario }
}
