//! The state of the page: one draft in one signal, and what follows from it.
//!
//! `follow` is what views read, `change` the one way they change the document, `reader` where the reader is, `opening`
//! and `link` which scenario is on screen; `view`, `selection` and `pasting` are what a table remembers.

use leptos::prelude::*;

use super::access::Access;
use super::compare::Beside;
use super::keep::{self, Opened, Saved, Trouble};
use super::settings::Theme;
use super::tabs::Tabs;
use crate::address::{Address, Lens, Location};
use crate::calc::{NodePlan, Row, SlotPlan, derive_slot};
use crate::edit::Draft;
use crate::model::{Origin, Scenario, ScenarioId, Slot, UnitId};
use crate::text::{Language, MadeRoom, Text, text};

mod change;
mod follow;
mod link;
mod opening;
mod pasting;
mod reader;
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
