//! What every unit gets in each scenario.

use std::cmp::Reverse;

use super::Comparison;
use crate::calc::{SlotPlan, derive_slot};
use crate::model::{Slot, UnitId};

/// What a unit gets in one scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The scenario does not have the unit, or does not plan this.
    Unknown,
    /// The unit is there and is given nothing: left out, or not split.
    NotGiven,
    /// So many people.
    Given(u64),
}

impl Entry {
    /// The people, where there are any to tell.
    #[must_use]
    pub fn people(self) -> Option<u64> {
        match self {
            Self::Given(people) => Some(people),
            Self::Unknown | Self::NotGiven => None,
        }
    }
}

/// A unit in all scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit, by the comparison's ids.
    pub unit: UnitId,
    /// How many steps below the province it stands, from 1.
    pub level: usize,
    /// What it gets in each scenario, the base first.
    pub entries: Vec<Entry>,
}

impl UnitRow {
    /// By how much a scenario differs from the base (people); `None` where one of them says nothing.
    #[must_use]
    pub fn change(&self, place: usize) -> Option<i128> {
        let people = |place: usize| self.entries.get(place).and_then(|entry| entry.people()).map(i128::from);
        Some(people(place)? - people(0)?)
    }

    /// The largest of its differences, in size.
    #[must_use]
    pub fn largest_change(&self) -> Option<u128> {
        (1..self.entries.len()).filter_map(|place| Some(self.change(place)?.unsigned_abs())).max()
    }
}

/// Every unit below the province with what it gets for an indicator and year in each scenario, in document order.
#[must_use]
pub fn side_by_side(comparison: &Comparison, slot: Slot) -> Vec<UnitRow> {
    let plans: Vec<Option<SlotPlan>> =
        comparison.scenarios().iter().map(|scenario| derive_slot(scenario, slot)).collect();
    let entry = |plan: &Option<SlotPlan>, unit: UnitId| match plan.as_ref().and_then(|plan| plan.line(unit)) {
        Some((_, line)) => line.given.map_or(Entry::NotGiven, Entry::Given),
        None => Entry::Unknown,
    };
    let parents: std::collections::BTreeMap<UnitId, Option<UnitId>> =
        comparison.units().iter().map(|unit| (unit.id, unit.parent)).collect();
    let level = |unit: UnitId| {
        let above = |unit: &UnitId| parents.get(unit).copied().flatten();
        std::iter::successors(above(&unit), above).take(parents.len()).count()
    };
    (comparison.units().iter())
        .filter(|unit| unit.parent.is_some())
        .map(|unit| UnitRow {
            unit: unit.id,
            level: level(unit.id),
            entries: plans.iter().map(|plan| entry(plan, unit.id)).collect(),
        })
        .collect()
}

/// The rows with the largest differences first; equal ones, and those without any, stay in their order.
pub fn by_largest_move(rows: &mut [UnitRow]) {
    rows.sort_by_key(|row| Reverse(row.largest_change()));
}
