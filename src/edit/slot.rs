//! What is planned: an indicator in a year comes into the scenario or leaves it.

use super::EditError;
use super::patch::{Patch, Splice};
use crate::model::{Limit, Rule, Scenario, Slot, Target, Wrong};

/// The patch that plans another indicator and year: its target, in use, and the province's rule where there is none.
///
/// # Errors
/// [`EditError::HasTarget`] where it is planned already, or [`EditError::Wrong`] without a province.
pub(super) fn add(scenario: &Scenario, target: Target) -> Result<Patch, EditError> {
    let slot = target.slot;
    if scenario.target(slot).is_some() {
        return Err(EditError::HasTarget { slot });
    }
    let root = scenario.root().ok_or(EditError::Wrong(Wrong::Roots { count: 0 }))?.id;
    let rule =
        (scenario.rule(slot, root).is_none()).then(|| Rule::new(slot, root, scenario.starting_method(slot)));
    Ok(Patch {
        targets: Splice::append(&scenario.targets, [Target { used: true, ..target }]),
        rules: Splice::append(&scenario.rules, rule),
        ..Patch::default()
    })
}

/// The patch that plans an indicator and year no longer: its targets, rules and limits go, its figures stay.
///
/// # Errors
/// [`EditError::NoTarget`]; that one is left is checked with the document.
pub(super) fn remove(scenario: &Scenario, slot: Slot) -> Result<Patch, EditError> {
    scenario.target(slot).ok_or(EditError::NoTarget { slot })?;
    let limits = (scenario.limits.iter())
        .filter(|(of, ..)| *of == slot)
        .map(|(slot, unit, _)| (slot, unit, Limit::default()));
    Ok(Patch {
        targets: Splice::remove(&scenario.targets, |target| target.slot == slot),
        rules: Splice::remove(&scenario.rules, |rule| rule.slot == slot),
        limits: limits.collect(),
        ..Patch::default()
    })
}
