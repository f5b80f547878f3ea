//! Changes of the list of targets: at least one is split, at most one for an indicator and year.

use std::mem;

use super::{Edit, EditError, ListChange};
use crate::model::{Quantity, Scenario, Slot, Target};

/// Puts the user's own number in place of the target that is split, and returns the inverse: it brings back who
/// vouched for the number before.
///
/// # Errors
/// [`EditError::NoTarget`].
pub(super) fn type_target(
    scenario: &mut Scenario,
    slot: Slot,
    quantity: Quantity,
) -> Result<Edit, EditError> {
    let place = (scenario.targets.iter())
        .position(|target| target.used && target.slot == slot)
        .ok_or(EditError::NoTarget { slot })?;
    let target = &mut scenario.targets[place];
    let typed = target.retyped(quantity);
    let before = mem::replace(target, typed);
    let was_own = Target { quantity: before.quantity.clone(), ..target.clone() } == before;
    Ok(if was_own {
        Edit::SetTarget { slot, quantity: before.quantity }
    } else {
        Edit::ChangeTargets { place, change: ListChange::Replace(before) }
    })
}

/// Changes a row of the targets and returns the inverse, for the same place.
///
/// # Errors
/// [`EditError::NoRow`], or [`EditError::Wrong`] where the targets in use would no longer fit the document,
/// which is then unchanged.
pub(super) fn change_targets(
    scenario: &mut Scenario,
    place: usize,
    change: ListChange<Target>,
) -> Result<ListChange<Target>, EditError> {
    let inverse = change.apply(&mut scenario.targets, place)?;
    match scenario.check_targets() {
        Ok(()) => Ok(inverse),
        Err(wrong) => {
            inverse.apply(&mut scenario.targets, place)?;
            Err(EditError::Wrong(wrong))
        }
    }
}

/// Chooses the row that is split for an indicator and year and returns the one chosen before.
///
/// # Errors
/// [`EditError::NoRow`] where the row is for another indicator or year, or [`EditError::Wrong`] where the
/// targets in use would no longer fit the document, which is then unchanged.
pub(super) fn use_target(
    scenario: &mut Scenario,
    slot: Slot,
    place: Option<usize>,
) -> Result<Option<usize>, EditError> {
    if let Some(place) = place
        && scenario.targets.get(place).is_none_or(|target| target.slot != slot)
    {
        return Err(EditError::NoRow { place });
    }
    let before = mark_used(scenario, slot, place);
    match scenario.check_targets() {
        Ok(()) => Ok(before),
        Err(wrong) => {
            mark_used(scenario, slot, before);
            Err(EditError::Wrong(wrong))
        }
    }
}

fn mark_used(scenario: &mut Scenario, slot: Slot, place: Option<usize>) -> Option<usize> {
    let mut before = None;
    for (other, target) in scenario.targets.iter_mut().enumerate().filter(|(_, target)| target.slot == slot) {
        if mem::replace(&mut target.used, place == Some(other)) {
            before = Some(other);
        }
    }
    before
}
