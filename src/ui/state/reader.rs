//! Where the reader is: lens, indicator, year and unit, in the address and in the settings.

use leptos::prelude::*;

use super::{AppState, Selected, first_selected, slot_of};
use crate::address::{Address, Lens};
use crate::calc::Row;
use crate::model::{Origin, Slot, UnitId};
use crate::table::way_up;
use crate::text::Why;
use crate::ui::access::Access;
use crate::ui::keep;
use crate::ui::settings::{Place, Settings};

impl AppState {
    /// Shows a unit's row: whatever it hangs below is opened.
    pub fn open_way_to(self, row: Row) {
        let Row::Unit(unit) = row else { return };
        let above = self.with_draft(|draft| way_up(draft.scenario(), unit));
        if above.iter().any(|unit| !self.view.open.with_untracked(|open| open.contains(unit))) {
            self.view.open.update(|open| open.extend(above));
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
}
