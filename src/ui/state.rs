//! The state of the page: one draft in one signal, and what follows from it.

use leptos::prelude::*;

use super::access::Access;
use super::compare::Beside;
use super::keep::moment_of;
use super::keep::snapshots::Snapshot;
use super::keep::{self, Opened, OpenedScenario, Saved, Trouble};
use super::settings::{Place, Settings, Theme};
use super::tabs::Tabs;
use crate::address::{Address, Lens, Location};
use crate::calc::{NodePlan, Row, SlotPlan, UnitPlan, derive_slot};
use crate::edit::{Draft, Edit, EditError, at_own_rule};
use crate::model::{Cure, Limit, Origin, Scenario, ScenarioId, Slot, UnitId};
use crate::table::way_up;
use crate::text::{self, Language, MadeRoom, Text, Why, text};

mod link;
mod pasting;
mod selection;
mod view;

/// How long nothing changes before something has come to rest.
const REST: std::time::Duration = std::time::Duration::from_millis(120);

pub use pasting::{How, Pasting};
pub use selection::{Column, Selected};
pub use view::{Panel, Sorted, TableView};

/// What the page follows. Copied freely: it holds signals.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The document being edited and its history.
    draft: RwSignal<Draft>,
    /// The indicator and year on screen.
    slot: RwSignal<Slot>,
    /// The plans of the indicator and year on screen, at every level.
    plan: Memo<SlotPlan>,
    /// The node in focus: the one whose children the selected unit is one of.
    focus: Memo<UnitId>,
    /// The text of the link that what is on screen came with, while it can only be looked at.
    link: Memo<Option<String>>,
    /// The draft as it was last read from, or written to, storage.
    kept: StoredValue<Draft>,
    pub language: RwSignal<Language>,
    pub theme: RwSignal<Option<Theme>>,
    /// What the middle of the page shows.
    pub lens: RwSignal<Lens>,
    /// The year of the figures on screen in Số liệu.
    pub figures_year: RwSignal<u16>,
    /// The selected cell: the one with the focus.
    pub selected: RwSignal<Selected>,
    /// The other corner of the selected block, where it is more than one cell.
    pub anchor: RwSignal<Option<Selected>>,
    /// How the table is looked at.
    pub view: TableView,
    /// What is compared with it.
    pub beside: Beside,
    /// What is being pasted.
    pub pasting: RwSignal<Option<Pasting>>,
    /// On a phone: the sheet of the selected unit is open.
    pub sheet_open: RwSignal<bool>,
    pub saved: RwSignal<Saved>,
    /// Whether what is on screen may be changed here.
    pub access: RwSignal<Access>,
    /// What was given up so that the document could be kept.
    pub made_room: RwSignal<Option<MadeRoom>>,
    /// The stored text of the scenario as this tab has read or written it last.
    pub stored: StoredValue<Option<String>>,
    /// Of which scenario a version was put away last, and when (milliseconds since 1970).
    pub put_away: StoredValue<Option<(ScenarioId, u64)>>,
    /// What this tab knows of the others.
    pub tabs: Tabs,
    /// Counts the changes that were refused because it may not.
    pub refused: RwSignal<u32>,
    /// Counts the changes of what is kept besides the scenario on screen.
    pub listed: RwSignal<u32>,
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
        let location = Location::read(&super::browser::hash());
        let Opened { settings, draft, aside, trouble, saved, access, stored } =
            link::arrived(keep::open(), location.as_ref());
        let address = location.map(|location| location.place);
        let kept = settings.place(draft.scenario());
        let slot = address.and_then(|address| slot_of(address, draft.scenario(), kept)).unwrap_or(kept);
        let unit = address.and_then(|address| address.unit).or_else(|| settings.unit(draft.scenario()));
        let view = TableView::new(draft.scenario());
        let draft = RwSignal::new(draft);
        let slot_signal = RwSignal::new(slot);
        let access = RwSignal::new(access);
        let plan =
            Memo::new(move |_| draft.with(|draft| plans_on_screen(draft.scenario(), slot_signal.get())));
        let selected = RwSignal::new(plan.with_untracked(|plan| first_selected(plan, unit)));
        let focus = Memo::new(move |_| plan.with(|plan| node_in_focus(plan, selected.get().row)));
        let beside = Beside::new(draft, plan, settings.compared);
        let lens = address.map(|address| address.lens).unwrap_or_default();
        let figures_year =
            address.filter(|address| address.lens == Lens::Data).and_then(|address| address.year);
        let state = Self {
            draft,
            slot: slot_signal,
            plan,
            focus,
            link: Self::follow_link(draft, access),
            kept: StoredValue::new(draft.get_untracked()),
            language: RwSignal::new(settings.language),
            theme: RwSignal::new(settings.theme),
            lens: RwSignal::new(lens),
            figures_year: RwSignal::new(figures_year.unwrap_or(slot.year.saturating_sub(1))),
            selected,
            anchor: RwSignal::new(None),
            view,
            beside,
            pasting: RwSignal::new(None),
            sheet_open: RwSignal::new(false),
            saved: RwSignal::new(saved),
            access,
            made_room: RwSignal::new(None),
            stored: StoredValue::new(stored),
            put_away: StoredValue::new(None),
            tabs: Tabs::new(),
            refused: RwSignal::new(0),
            listed: RwSignal::new(0),
            aside: RwSignal::new(aside),
            trouble: RwSignal::new(trouble),
            spoken: RwSignal::new(String::new()),
        };
        state.open_way_to(selected.get_untracked().row);
        state
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

    /// Follows one aspect of the plan of the node in focus.
    pub fn follow_plan<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.plan.with(|plan| read(in_focus(plan, self.focus.get()))))
    }

    /// Follows one aspect of the province's own plan.
    pub fn follow_province<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.plan.with(|plan| read(plan.province())))
    }

    /// Follows one aspect of the plans at every level.
    pub fn follow_plans<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&SlotPlan) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.plan.with(|plan| read(plan)))
    }

    /// Follows a unit's line of the plan.
    pub fn follow_line(self, unit: UnitId) -> Memo<Option<UnitPlan>> {
        self.follow_plans(move |plan| plan.line(unit).map(|(_, line)| line.clone()))
    }

    /// Follows what needs the plan of the node in focus, the scenario's names and the language: a sentence.
    pub fn follow_words<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.follow_all(move |plan, focus, scenario, language| {
            read(in_focus(plan, focus), scenario, language)
        })
    }

    /// Follows what needs the province's own plan, the scenario's names and the language.
    pub fn follow_province_words<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.follow_plans_words(move |plan, scenario, language| read(plan.province(), scenario, language))
    }

    /// Follows what needs the plans at every level, the scenario's names and the language.
    pub fn follow_plans_words<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&SlotPlan, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| {
            let language = self.language.get();
            self.plan.with(|plan| self.draft.with(|draft| read(plan, draft.scenario(), language)))
        })
    }

    /// Follows what takes longer to work out than a keystroke may take: it is worked out once plan, selection and
    /// language have come to rest, and stays as it was until then; in another language it is worded at once.
    pub fn follow_settled<T: Default + PartialEq + Clone + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> RwSignal<T> {
        let settled = RwSignal::new(T::default());
        let read = StoredValue::new(read);
        let work = move || {
            let language = self.language.get_untracked();
            let now = self.with_plan(|node| {
                self.with_draft(|draft| read.try_with_value(|read| read(node, draft.scenario(), language)))
            });
            // Where what showed it has left the page, nobody waits for it any more.
            let Some(now) = now else { return };
            if settled.try_with_untracked(|settled| *settled != now).unwrap_or(false) {
                settled.set(now);
            }
        };
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(handle) = waiting.try_get_value().flatten() {
                handle.clear();
            }
        };
        Effect::new(move |before: Option<Language>| {
            self.plan.track();
            self.draft.track();
            self.selected.track();
            let language = self.language.get();
            stop();
            // Words never lag behind a switch of language.
            if before.is_some_and(|before| before != language) {
                work();
            } else {
                waiting.set_value(set_timeout_with_handle(work, REST).ok());
            }
            language
        });
        on_cleanup(stop);
        settled
    }

    fn follow_all<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&SlotPlan, UnitId, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| {
            let (language, focus) = (self.language.get(), self.focus.get());
            self.plan.with(|plan| self.draft.with(|draft| read(plan, focus, draft.scenario(), language)))
        })
    }

    /// Reads the scenario inside something that follows it.
    pub fn read_scenario<T>(self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.draft.with(|draft| read(draft.scenario()))
    }

    /// Reads the plans at every level inside something that follows them.
    pub fn read_plans<T>(self, read: impl FnOnce(&SlotPlan) -> T) -> T {
        self.plan.with(read)
    }

    /// The draft as it is now, without following it.
    pub fn with_draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with_untracked(read)
    }

    /// The plan of the node in focus as it is now, without following it.
    pub fn with_plan<T>(self, read: impl FnOnce(&NodePlan) -> T) -> T {
        let focus = self.focus.get_untracked();
        self.plan.with_untracked(|plan| read(in_focus(plan, focus)))
    }

    /// The province's own plan as it is now, without following it.
    pub fn with_province<T>(self, read: impl FnOnce(&NodePlan) -> T) -> T {
        self.plan.with_untracked(|plan| read(plan.province()))
    }

    /// The plans at every level as they are now, without following them.
    pub fn with_plans<T>(self, read: impl FnOnce(&SlotPlan) -> T) -> T {
        self.plan.with_untracked(read)
    }

    /// The indicator and year on screen now.
    pub fn slot_now(self) -> Slot {
        self.with_province(|node| node.slot)
    }

    /// The node in focus now.
    pub fn node_now(self) -> UnitId {
        self.focus.get_untracked()
    }

    /// Shows a unit's row: whatever it hangs below is opened.
    pub fn open_way_to(self, row: Row) {
        let Row::Unit(unit) = row else { return };
        let above = self.with_draft(|draft| way_up(draft.scenario(), unit));
        if above.iter().any(|unit| !self.view.open.with_untracked(|open| open.contains(unit))) {
            self.view.open.update(|open| open.extend(above));
        }
    }

    /// The one way a view changes the document.
    ///
    /// A change of an inherited rule gives the node a rule of its own.
    pub fn dispatch(self, edit: Edit) {
        let edit = self.with_draft(|draft| at_own_rule(edit, draft.scenario()));
        if !self.changes(&edit) || !self.may_change() {
            return;
        }
        self.make_own();
        self.finish(edit.clone(), |draft| draft.apply_at(edit, Some(super::browser::now_minutes())));
    }

    /// A change while a field is being typed in: all of them are one step until [`AppState::close_step`].
    pub fn dispatch_typing(self, edit: Edit) {
        let edit = self.with_draft(|draft| at_own_rule(edit, draft.scenario()));
        if !self.is_typing() && !self.changes(&edit) || !self.may_change() {
            return;
        }
        self.make_own();
        let outcome =
            self.draft.try_update(|draft| draft.apply_typing(edit, Some(super::browser::now_minutes())));
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
        super::grid::focus_selected(self);
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

    fn travel(self, go: impl FnOnce(&mut Draft) -> Result<(), EditError>) {
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

    /// Shows another indicator or year of the scenario; the selected unit stays.
    pub fn show(self, slot: Slot) {
        self.slot.set(slot);
        let Selected { row, column } = self.selected.get_untracked();
        let stays = match row {
            Row::Unit(unit) => self.with_plans(|plan| plan.line(unit).is_some()),
            Row::Total => true,
        };
        let unit = match row {
            Row::Unit(unit) if stays => Some(unit),
            _ => None,
        };
        let first = self.with_plans(|plan| first_selected(plan, unit));
        self.selected.set(if stays { Selected { row, column } } else { first });
        self.anchor.set(None);
    }

    /// Goes to a place in the page: an address opened, or the way back.
    pub fn go(self, address: Address) {
        self.lens.set(address.lens);
        match address.lens {
            Lens::Allocate | Lens::Compare => {
                let now = self.slot_now();
                let slot = self.with_draft(|draft| slot_of(address, draft.scenario(), now));
                if let Some(slot) = slot.filter(|&slot| slot != now) {
                    self.show(slot);
                }
            }
            Lens::Library => {}
            Lens::Data => {
                if let Some(year) = address.year {
                    self.figures_year.set(year);
                }
            }
        }
        let known = |unit: &UnitId| self.with_draft(|draft| draft.scenario().unit(*unit).is_some());
        if let Some(unit) = address.unit.filter(known) {
            let row = Row::Unit(unit);
            self.selected.update(|selected| selected.row = row);
            self.open_way_to(row);
        }
    }

    /// The place in what is on screen; follows all of it.
    pub fn address(self) -> Address {
        let lens = self.lens.get();
        if lens == Lens::Library {
            return Address { lens, ..Address::default() };
        }
        let slot = self.plan.with(|plan| plan.province().slot);
        let unit = match self.selected.get().row {
            Row::Unit(unit) => Some(unit),
            Row::Total => None,
        };
        let year = match lens {
            Lens::Data => self.figures_year.get(),
            Lens::Allocate | Lens::Compare | Lens::Library => slot.year,
        };
        Address { lens, unit, indicator: Some(slot.indicator), year: Some(year) }
    }

    /// The reader's own work that storage does not have yet.
    pub fn is_unsaved(self) -> bool {
        !self.is_looking() && self.has_unkept_work()
    }

    /// The same, also where it cannot be written because this tab may only look.
    pub fn has_unkept_work(self) -> bool {
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
        let slot = Slot { indicator: self.slot_now().indicator, year: super::browser::year_now() };
        let id = ScenarioId(super::browser::new_id());
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

    fn put_on_screen(self, opened: OpenedScenario, slot: Slot, unit: Option<UnitId>) {
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

    /// The view settings as they are now, for keeping; follows all of them.
    pub fn settings(self) -> Settings {
        let mut settings = keep::settings();
        settings.language = self.language.get();
        settings.theme = self.theme.get();
        settings.compared = self.beside.kept();
        let (id, example) = self
            .draft
            .with(|draft| (draft.scenario().id.clone(), draft.scenario().origin == Origin::Example));
        let slot = self.plan.with(|plan| plan.province().slot);
        let unit = match self.selected.get().row {
            Row::Unit(unit) => Some(unit),
            Row::Total => None,
        };
        // What came with a link is kept nowhere, so nothing here can lead back to it.
        if self.access.get() == Access::ReadOnly(Why::Link) {
            return settings;
        }
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
        self.stored.set_value(None);
        self.with_draft(|draft| self.beside.carry_over(&draft.scenario().id, &copy.id));
        self.draft.set(Draft::new(copy));
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
        let id = ScenarioId(super::browser::new_id());
        let name = keep::unused_name(&name);
        let copy = Scenario { id, name: name.clone(), origin: Origin::Own, ..scenario };
        let (slot, unit) = (keep::settings().place(&copy), None);
        let before = self.with_draft(Draft::clone);
        self.put_on_screen(OpenedScenario::new(Draft::new(copy)), slot, unit);
        // Not kept yet under its own name.
        self.kept.set_value(before);
        keep::write_unsaved(self);
        self.spoken.set((words.restored)(&name));
    }

    /// Goes on with a copy of what is on screen, beside the original, which stays as it is. Like [`AppState::open`]
    /// it stays where it is where that would lose work.
    pub fn duplicate(self) -> bool {
        self.close_step();
        if !keep::write_unsaved(self) {
            return false;
        }
        let before = self.with_draft(Draft::clone);
        let mut copy = before.scenario().clone();
        let original = std::mem::replace(&mut copy.id, ScenarioId(super::browser::new_id()));
        let text = text(self.language.get_untracked());
        copy.name = keep::unused_name(&(text.compare.copy_of)(&copy.name));
        copy.origin = Origin::Own;
        self.put_on_screen(OpenedScenario::new(Draft::new(copy)), self.slot_now(), None);
        // Not kept yet under its own name.
        self.kept.set_value(before);
        keep::write_unsaved(self);
        self.beside.change(|compared| compared.chosen = vec![original]);
        true
    }

    /// Makes a copy of the reader's own of what can only be looked at, to be changed from now on. Nothing is
    /// stored in its place: it gets an id of its own.
    pub fn own_copy(self) {
        let (mut copy, history) =
            self.with_draft(|draft| (draft.scenario().clone(), draft.history().clone()));
        copy.id = ScenarioId(super::browser::new_id());
        copy.name = keep::unused_name(&copy.name);
        copy.origin = Origin::Own;
        self.stored.set_value(None);
        self.access.set(Access::Write);
        self.draft.set(Draft::with_history(copy, history));
    }

    /// Changes are made in this tab from now on, once the other has handed over what it has.
    pub fn edit_here(self) {
        super::tabs::edit_here(self);
    }

    fn finish(self, edit: Edit, change: impl FnOnce(&mut Draft) -> Result<(), EditError>) {
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
    fn speak_status(self) {
        let language = self.language.get_untracked();
        let sentence = self.with_province(|node| {
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

/// The plans of the slot asked for, or of the first there is.
fn plans_on_screen(scenario: &Scenario, slot: Slot) -> SlotPlan {
    derive_slot(scenario, slot)
        .or_else(|| derive_slot(scenario, first_slot(scenario)))
        .expect("a checked scenario has a rule for every target in use")
}

/// The indicator and year a scenario opens with.
fn first_slot(scenario: &Scenario) -> Slot {
    scenario.slots().next().expect("a checked scenario has a target in use")
}

/// The node whose children a row is one of; the province's for its own.
fn node_in_focus(plan: &SlotPlan, row: Row) -> UnitId {
    let line = match row {
        Row::Unit(unit) => plan.line(unit),
        Row::Total => None,
    };
    line.map_or(plan.province().node, |(node, _)| node.node)
}

fn in_focus(plan: &SlotPlan, focus: UnitId) -> &NodePlan {
    plan.node(focus).unwrap_or(plan.province())
}

/// The indicator and year an address names, as far as the scenario plans them.
fn slot_of(address: Address, scenario: &Scenario, now: Slot) -> Option<Slot> {
    let indicator = address.indicator.unwrap_or(now.indicator);
    let year = address.year.filter(|_| address.lens != Lens::Data);
    let fits = |slot: &Slot| slot.indicator == indicator && year.is_none_or(|year| slot.year == year);
    if fits(&now) {
        return Some(now);
    }
    scenario.slots().find(fits)
}

/// Where the selection starts: where it was, else at what is given to the unit that rises most.
fn first_selected(plan: &SlotPlan, unit: Option<UnitId>) -> Selected {
    let province = plan.province();
    let most =
        || province.units.iter().rev().max_by_key(|line| line.standing().change()).map(|line| line.unit);
    let row = unit.filter(|&unit| plan.line(unit).is_some()).or_else(most).map_or(Row::Total, Row::Unit);
    Selected { row, column: Column::Given }
}

/// Replaces draft and slot; the plan follows both and is computed once they agree.
fn batch_set(draft: RwSignal<Draft>, new_draft: Draft, slot: RwSignal<Slot>, new_slot: Slot) {
    slot.set(new_slot);
    draft.set(new_draft);
}
