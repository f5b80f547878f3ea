//! Gestures on the unit tree that first look at it: a new unit's kind, the order of siblings, what may hold units.

use std::collections::BTreeSet;

use super::Edit;
use crate::model::{Kind, Scenario, UnitId};

/// What a new unit below `parent` most likely is: what its first unit is, else one step down from `parent` itself.
#[must_use]
pub fn usual_kind(scenario: &Scenario, parent: UnitId) -> Kind {
    let below = |kind| match kind {
        Kind::Province => Kind::District,
        Kind::District | Kind::Office => Kind::Commune,
        Kind::Commune | Kind::Village => Kind::Village,
        Kind::Other => Kind::Other,
    };
    let first = scenario.children(parent).next().map(|unit| unit.kind);
    first.or_else(|| scenario.unit(parent).map(|unit| below(unit.kind))).unwrap_or(Kind::Other)
}

/// Which way units go among their siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

/// The edit that brings siblings one place up or down, side by side; `None` where they are at the end already, or
/// are no siblings.
#[must_use]
pub fn shift_units(scenario: &Scenario, units: &[UnitId], shift: Shift) -> Option<Edit> {
    let chosen: BTreeSet<UnitId> = units.iter().copied().collect();
    let parent = scenario.unit(*units.first()?)?.parent?;
    let siblings: Vec<UnitId> = scenario.children(parent).map(|unit| unit.id).collect();
    let moving: Vec<UnitId> = siblings.iter().copied().filter(|unit| chosen.contains(unit)).collect();
    if moving.len() != chosen.len() {
        return None;
    }
    let place = |unit: Option<&UnitId>| siblings.iter().position(|other| Some(other) == unit);
    let before = match shift {
        Shift::Up => Some(*siblings.get(place(moving.first())?.checked_sub(1)?)?),
        Shift::Down => {
            let next = siblings.get(place(moving.last())? + 1)?;
            let behind = scenario.units.iter().skip_while(|unit| unit.id != *next).skip(1);
            behind.map(|unit| unit.id).find(|unit| !chosen.contains(unit))
        }
    };
    Some(Edit::MoveUnits { units: moving, parent, before })
}

/// The units that could hold these: all but themselves and those below them, in document order.
#[must_use]
pub fn parents_for(scenario: &Scenario, units: &[UnitId]) -> Vec<UnitId> {
    let below = super::tree::with_all_below(scenario, units);
    scenario.units.iter().map(|unit| unit.id).filter(|unit| !below.contains(unit)).collect()
}

/// Units without those that hang on another of them: what moves or goes with that one anyway.
#[must_use]
pub fn topmost(scenario: &Scenario, units: &[UnitId]) -> Vec<UnitId> {
    let below = |unit: &UnitId| {
        let others: Vec<UnitId> = super::tree::way_up(scenario, *unit).into_iter().skip(1).collect();
        others.iter().any(|above| units.contains(above))
    };
    units.iter().copied().filter(|unit| !below(unit)).collect()
}
