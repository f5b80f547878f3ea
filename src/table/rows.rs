//! Which units have a row, level by level, in which order.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Scenario, Unit, UnitId};
use crate::reading::fold;

/// One row on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TableRow {
    /// The unit.
    pub unit: UnitId,
    /// How far below the province, from 1.
    pub level: usize,
    /// Whether its own units are shown; `None` where it has none.
    pub open: Option<bool>,
    /// Its place among its siblings on screen, from 1.
    pub place: usize,
    /// How many siblings are on screen, itself included.
    pub siblings: usize,
}

/// The order of siblings: the document's, or that of a sorting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order(BTreeMap<UnitId, usize>);

impl Order {
    /// Units in this order; those it does not name come after, in document order.
    #[must_use]
    pub fn of(units: impl IntoIterator<Item = UnitId>) -> Self {
        Self(units.into_iter().enumerate().map(|(rank, unit)| (unit, rank)).collect())
    }
}

/// The rows of all units below the root, parents before their children.
///
/// - `open`: whose units are shown; the root's always are.
/// - `found`: where something is searched, the units found; shown are they and the way to them, nothing else.
#[must_use]
pub fn rows(
    scenario: &Scenario,
    open: &BTreeSet<UnitId>,
    order: &Order,
    found: Option<&BTreeSet<UnitId>>,
) -> Vec<TableRow> {
    let Some(root) = scenario.root() else { return Vec::new() };
    let shown = found.map(|found| with_ways(scenario, found));
    let mut below: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
    for unit in &scenario.units {
        if let Some(parent) = unit.parent {
            below.entry(parent).or_default().push(unit.id);
        }
    }
    let is_shown = |unit: &UnitId| shown.as_ref().is_none_or(|shown| shown.contains(unit));
    let children = |parent: UnitId| -> Vec<UnitId> {
        let mut children: Vec<UnitId> =
            below.get(&parent).into_iter().flatten().copied().filter(is_shown).collect();
        if !order.0.is_empty() {
            children.sort_by_key(|unit| order.0.get(unit).copied().unwrap_or(usize::MAX));
        }
        children
    };
    let mut rows = Vec::new();
    // The next row is the last of the list.
    let mut waiting = level(children(root.id), 1);
    while let Some(mut row) = waiting.pop() {
        if below.contains_key(&row.unit) {
            // What was searched for is shown even where its parents are closed.
            let is_open = open.contains(&row.unit) || shown.is_some();
            row.open = Some(is_open);
            if is_open {
                waiting.extend(level(children(row.unit), row.level + 1));
            }
        }
        rows.push(row);
    }
    rows
}

/// Siblings as rows, the first one last.
fn level(units: Vec<UnitId>, level: usize) -> Vec<TableRow> {
    let siblings = units.len();
    let row = |(place, unit)| TableRow { unit, level, open: None, place: place + 1, siblings };
    units.into_iter().enumerate().map(row).rev().collect()
}

/// The units above a unit, the nearest first.
#[must_use]
pub fn way_up(scenario: &Scenario, unit: UnitId) -> Vec<UnitId> {
    let parent = |unit: UnitId| scenario.unit(unit).and_then(|unit| unit.parent);
    // No way up is longer than there are units, whatever the parents say.
    std::iter::successors(parent(unit), |&above| parent(above)).take(scenario.units.len()).collect()
}

/// The units found and all that stand above them.
fn with_ways(scenario: &Scenario, found: &BTreeSet<UnitId>) -> BTreeSet<UnitId> {
    let parents: BTreeMap<UnitId, Option<UnitId>> =
        scenario.units.iter().map(|unit| (unit.id, unit.parent)).collect();
    let mut shown = BTreeSet::new();
    for &unit in found {
        let mut next = Some(unit);
        while let Some(unit) = next.filter(|&unit| shown.insert(unit)) {
            next = parents.get(&unit).copied().flatten();
        }
    }
    shown
}

/// The units below the root whose name or code holds what is searched, with tone marks or without.
#[must_use]
pub fn matches(scenario: &Scenario, searched: &str) -> BTreeSet<UnitId> {
    let searched = fold(searched.trim());
    let holds = |unit: &&Unit| {
        fold(&unit.name).contains(&searched) || (!unit.code.is_empty() && unit.code == searched)
    };
    scenario.units.iter().filter(|unit| unit.parent.is_some()).filter(holds).map(|unit| unit.id).collect()
}
