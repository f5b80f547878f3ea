//! The unit tree: units added, described, moved, grouped and removed with all that hangs on them.
//!
//! The list of units is the document order; siblings stand in it in theirs, whatever stands between them. A unit
//! keeps its figures and limits wherever it goes. A rule at a node that is left without units below it goes, and a
//! unit that leaves a node is no longer left out there; undo brings both back.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::figures::forget;
use super::patch::{Patch, Splice};
use super::{Edit, EditError, Purpose};
use crate::model::{Claim, Kind, Limit, Rule, Scenario, Unit, UnitId};

/// New words for one unit; what is `None` stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitChange {
    /// Which unit.
    pub unit: UnitId,
    /// The name as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The official code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
}

impl UnitChange {
    /// Only the name changes.
    #[must_use]
    pub fn name(unit: UnitId, name: impl Into<String>) -> Self {
        Self { unit, name: Some(name.into()), code: None, kind: None }
    }

    /// Only the code changes.
    #[must_use]
    pub fn code(unit: UnitId, code: impl Into<String>) -> Self {
        Self { unit, name: None, code: Some(code.into()), kind: None }
    }

    /// Only the kind changes.
    #[must_use]
    pub fn kind(unit: UnitId, kind: Kind) -> Self {
        Self { unit, name: None, code: None, kind: Some(kind) }
    }
}

/// The edit that adds a unit of each name below `parent`, in this order, before its unit `before` or behind all.
#[must_use]
pub fn add_units<Name: Into<String>>(
    scenario: &Scenario,
    names: impl IntoIterator<Item = Name>,
    kind: Kind,
    parent: UnitId,
    before: Option<UnitId>,
) -> Edit {
    let first = scenario.next_unit_id().0;
    let unit = |(place, name): (usize, Name)| Unit {
        // Past the last id there is, adding them is refused: an id would stand there twice.
        id: UnitId(first.saturating_add(u32::try_from(place).unwrap_or(u32::MAX))),
        code: String::new(),
        name: name.into(),
        kind,
        parent: Some(parent),
    };
    Edit::AddUnits { units: names.into_iter().enumerate().map(unit).collect(), before }
}

/// The edit that puts units below a new one, which stands where the first of them stood.
///
/// # Errors
/// [`EditError::UnknownUnit`] where `units` is empty or names no unit, [`EditError::Province`] where it names
/// the province.
pub fn group_units(
    scenario: &Scenario,
    units: &[UnitId],
    name: impl Into<String>,
    kind: Kind,
) -> Result<Edit, EditError> {
    let wanted: BTreeSet<UnitId> = units.iter().copied().collect();
    if let Some(&unit) = wanted.iter().find(|&&unit| scenario.unit(unit).is_none()) {
        return Err(EditError::UnknownUnit { unit });
    }
    let in_order: Vec<&Unit> = scenario.units.iter().filter(|unit| wanted.contains(&unit.id)).collect();
    let group = scenario.next_unit_id();
    let first = in_order.first().ok_or(EditError::UnknownUnit { unit: group })?;
    let parent = first.parent.ok_or(EditError::Province)?;
    let units = in_order.iter().map(|unit| unit.id).collect();
    Ok(Edit::Several {
        purpose: Purpose::Group,
        edits: vec![
            add_units(scenario, [name], kind, parent, Some(first.id)),
            Edit::MoveUnits { units, parent: group, before: None },
        ],
    })
}

/// The edit that takes a unit away and leaves its units in its place.
///
/// # Errors
/// [`EditError::UnknownUnit`], or [`EditError::Province`] for the province.
pub fn ungroup_unit(scenario: &Scenario, group: UnitId) -> Result<Edit, EditError> {
    let unit = scenario.unit(group).ok_or(EditError::UnknownUnit { unit: group })?;
    let parent = unit.parent.ok_or(EditError::Province)?;
    let units = scenario.children(group).map(|unit| unit.id).collect();
    Ok(Edit::Several {
        purpose: Purpose::Ungroup,
        edits: vec![Edit::MoveUnits { units, parent, before: Some(group) }, Edit::RemoveUnits(vec![group])],
    })
}

/// The patch that adds units, each below its own parent: before the unit `before`, or behind all.
///
/// # Errors
/// [`EditError::EmptyName`], [`EditError::UnknownUnit`], [`EditError::Province`] for one without a parent.
pub(super) fn add(scenario: &Scenario, units: Vec<Unit>, before: Option<UnitId>) -> Result<Patch, EditError> {
    if units.iter().any(|unit| unit.name.trim().is_empty()) {
        return Err(EditError::EmptyName);
    }
    if units.iter().any(|unit| unit.parent.is_none()) {
        return Err(EditError::Province);
    }
    let place = place_before(scenario, before)?;
    let units = Splice { out: Vec::new(), into: (place..).zip(units).collect() };
    Ok(Patch { units, ..Patch::default() })
}

/// The patch that gives units other names, codes or kinds. The later of two changes of one unit counts.
///
/// # Errors
/// [`EditError::EmptyName`] or [`EditError::UnknownUnit`].
pub(super) fn describe(scenario: &Scenario, changes: &[UnitChange]) -> Result<Patch, EditError> {
    if changes.iter().filter_map(|change| change.name.as_ref()).any(|name| name.trim().is_empty()) {
        return Err(EditError::EmptyName);
    }
    check_known(scenario, changes.iter().map(|change| change.unit))?;
    let mut of: BTreeMap<UnitId, Vec<&UnitChange>> = BTreeMap::new();
    for change in changes {
        of.entry(change.unit).or_default().push(change);
    }
    let changed = |unit: &Unit| {
        let mut new = unit.clone();
        for change in of.get(&unit.id)? {
            new.name = change.name.clone().unwrap_or(new.name);
            new.code = change.code.clone().unwrap_or(new.code);
            new.kind = change.kind.unwrap_or(new.kind);
        }
        (new != *unit).then_some(Some(new))
    };
    Ok(Patch { units: Splice::change(&scenario.units, changed), ..Patch::default() })
}

/// The patch that puts units below `parent` in the order given: before the unit `before`, or behind all.
///
/// # Errors
/// [`EditError::UnknownUnit`], [`EditError::Province`], or [`EditError::UnderItself`].
pub(super) fn put_below(
    scenario: &Scenario,
    units: &[UnitId],
    parent: UnitId,
    before: Option<UnitId>,
) -> Result<Patch, EditError> {
    check_known(scenario, units.iter().copied().chain([parent]))?;
    let mut order = BTreeMap::new();
    for &unit in units {
        let next = order.len();
        order.entry(unit).or_insert(next);
    }
    if let Some(unit) = way_up(scenario, parent).into_iter().find(|unit| order.contains_key(unit)) {
        return Err(match scenario.unit(unit).and_then(|unit| unit.parent) {
            Some(_) => EditError::UnderItself { unit, parent },
            None => EditError::Province,
        });
    }
    // Where the unit they stand before goes along, they stand before the next that does not.
    let target = place_before(scenario, before)?;
    let moves = |unit: &Unit| order.contains_key(&unit.id);
    let (before_it, behind) = scenario.units.split_at(target);
    let place = before_it.iter().filter(|unit| !moves(unit)).count();
    let mut taken: Vec<(usize, &Unit)> =
        (before_it.iter().chain(behind)).filter_map(|unit| Some((*order.get(&unit.id)?, unit))).collect();
    taken.sort_unstable_by_key(|(order, _)| *order);
    let rows = taken.iter().map(|(_, unit)| Unit { parent: Some(parent), ..(*unit).clone() });
    let units =
        Splice { out: Splice::remove(&scenario.units, moves).out, into: (place..).zip(rows).collect() };
    let leaving: BTreeSet<UnitId> =
        taken.iter().filter(|(_, unit)| unit.parent != Some(parent)).map(|(_, unit)| unit.id).collect();
    let stays = |unit: &Unit| !leaving.contains(&unit.id);
    let parents = scenario.units.iter().filter(|unit| stays(unit)).filter_map(|unit| unit.parent);
    let nodes = parents.chain([parent]).collect();
    Ok(Patch { units, rules: rules_without(scenario, &leaving, &nodes), ..Patch::default() })
}

/// The patch that removes units with everything below them and all that names them.
///
/// # Errors
/// [`EditError::UnknownUnit`] or [`EditError::Province`].
pub(super) fn remove(scenario: &Scenario, units: &[UnitId]) -> Result<Patch, EditError> {
    check_known(scenario, units.iter().copied())?;
    if scenario.root().is_some_and(|root| units.contains(&root.id)) {
        return Err(EditError::Province);
    }
    let gone = with_all_below(scenario, units);
    let stays = |unit: &&Unit| !gone.contains(&unit.id);
    let nodes = scenario.units.iter().filter(stays).filter_map(|unit| unit.parent).collect();
    let limits = (scenario.limits.iter())
        .filter(|(_, unit, _)| gone.contains(unit))
        .map(|(slot, unit, _)| (slot, unit, Limit::default()));
    let names_them = |claim: &Claim| claim.statement.units().any(|unit| gone.contains(&unit));
    Ok(Patch {
        units: Splice::remove(&scenario.units, |unit| gone.contains(&unit.id)),
        rules: rules_without(scenario, &gone, &nodes),
        limits: limits.collect(),
        claims: Splice::remove(&scenario.claims, names_them),
        ..forget(scenario, &gone)
    })
}

/// The rules without these units: those at a unit that is no node any more go, the others do not leave them out.
fn rules_without(scenario: &Scenario, units: &BTreeSet<UnitId>, nodes: &BTreeSet<UnitId>) -> Splice<Rule> {
    let root = scenario.root().map(|root| root.id);
    Splice::change(&scenario.rules, |rule| {
        if !nodes.contains(&rule.node) && root != Some(rule.node) {
            return Some(None);
        }
        let left_out: Vec<UnitId> =
            rule.left_out.iter().copied().filter(|unit| !units.contains(unit)).collect();
        (left_out != rule.left_out).then(|| Some(Rule { left_out, ..rule.clone() }))
    })
}

/// These units and all below them.
pub(super) fn with_all_below(scenario: &Scenario, units: &[UnitId]) -> BTreeSet<UnitId> {
    let mut children: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
    for unit in &scenario.units {
        if let Some(parent) = unit.parent {
            children.entry(parent).or_default().push(unit.id);
        }
    }
    let mut all = BTreeSet::new();
    let mut next = units.to_vec();
    while let Some(unit) = next.pop() {
        if all.insert(unit) {
            next.extend(children.get(&unit).into_iter().flatten());
        }
    }
    all
}

/// The unit and all above it, up to the province.
pub(super) fn way_up(scenario: &Scenario, unit: UnitId) -> Vec<UnitId> {
    let mut way = Vec::new();
    let mut above = Some(unit);
    while let Some(unit) = above.filter(|unit| !way.contains(unit)) {
        way.push(unit);
        above = scenario.unit(unit).and_then(|unit| unit.parent);
    }
    way
}

fn place_before(scenario: &Scenario, before: Option<UnitId>) -> Result<usize, EditError> {
    let Some(unit) = before else { return Ok(scenario.units.len()) };
    scenario.units.iter().position(|row| row.id == unit).ok_or(EditError::UnknownUnit { unit })
}

fn check_known(scenario: &Scenario, mut units: impl Iterator<Item = UnitId>) -> Result<(), EditError> {
    let known: BTreeSet<UnitId> = scenario.units.iter().map(|unit| unit.id).collect();
    match units.find(|unit| !known.contains(unit)) {
        Some(unit) => Err(EditError::UnknownUnit { unit }),
        None => Ok(()),
    }
}
