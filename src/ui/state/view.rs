//! How the table is looked at: what is open, sorted and searched. Never part of the document.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::Column;
use crate::model::{Measure, Scenario, Scope, UnitId};
use crate::table::Order;

/// Up to so many units all levels are open at first.
const OPEN_UP_TO: usize = 60;

/// A sorting: the order it made then stays, so that no row moves while figures are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorted {
    /// By what, and whether the largest comes first; `None` is the document's order.
    pub by: Option<(Column, bool)>,
    pub order: Order,
}

/// A form above the table of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// New units.
    AddUnits,
    /// Code and kind of units.
    Describe,
    /// Another place in the tree.
    Move,
    /// A new unit above others.
    Group,
    /// Another column.
    AddColumn,
    /// Where a column comes from.
    Column,
}

/// What is open, sorted and searched.
#[derive(Clone, Copy)]
pub struct TableView {
    /// The units whose own units are shown.
    pub open: RwSignal<BTreeSet<UnitId>>,
    pub sorted: RwSignal<Sorted>,
    pub searched: RwSignal<String>,
    /// The columns of floors and ceilings are shown.
    pub limits: RwSignal<bool>,
    /// Columns of figures that are shown though they hold none yet.
    pub shown: RwSignal<BTreeSet<(Measure, Scope)>>,
    /// The form that is open.
    pub panel: RwSignal<Option<Panel>>,
}

impl TableView {
    pub fn new(scenario: &Scenario) -> Self {
        Self {
            open: RwSignal::new(open_at_first(scenario)),
            sorted: RwSignal::new(Sorted::default()),
            searched: RwSignal::new(String::new()),
            limits: RwSignal::new(false),
            shown: RwSignal::new(BTreeSet::new()),
            panel: RwSignal::new(None),
        }
    }

    /// Another scenario: looked at as when it is first opened.
    pub fn reset(self, scenario: &Scenario) {
        self.open.set(open_at_first(scenario));
        self.sorted.set(Sorted::default());
        self.searched.set(String::new());
        self.shown.set(BTreeSet::new());
        self.panel.set(None);
    }
}

fn open_at_first(scenario: &Scenario) -> BTreeSet<UnitId> {
    let few = scenario.units.len() <= OPEN_UP_TO;
    scenario.units.iter().filter(|unit| few || unit.parent.is_none()).map(|unit| unit.id).collect()
}
