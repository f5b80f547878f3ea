//! Gestures on the targets of an indicator and year that take more than one change.

use super::{Edit, ListChange, Purpose};
use crate::model::{Scenario, Scope, Target};

/// Adds a row behind the others of its indicator and year.
#[must_use]
pub fn add_plan(scenario: &Scenario, target: Target) -> Edit {
    let behind = scenario.targets.iter().rposition(|other| other.slot == target.slot);
    let place = behind.map_or(scenario.targets.len(), |last| last + 1);
    Edit::ChangeTargets { place, change: ListChange::Insert(target) }
}

/// Replaces a row of the targets by what `change` makes of it; `None` without such a row.
#[must_use]
pub fn change_plan(scenario: &Scenario, place: usize, change: impl FnOnce(&mut Target)) -> Option<Edit> {
    let mut target = scenario.targets.get(place)?.clone();
    change(&mut target);
    Some(Edit::ChangeTargets { place, change: ListChange::Replace(target) })
}

/// Counts a row of the targets on another scope. Of the row in use, people insured elsewhere move with it: they are
/// kept at the province while they are counted, since no unit can act on them.
///
/// - `elsewhere`: how many they are (people), as far as that is known.
///
/// `None` without such a row.
#[must_use]
pub fn count_scope(scenario: &Scenario, place: usize, scope: Scope, elsewhere: Option<u64>) -> Option<Edit> {
    let old = scenario.targets.get(place)?;
    let recount = change_plan(scenario, place, |target| target.scope = scope)?;
    let root = scenario.root()?.id;
    let (Some(elsewhere), Some(rule)) = (elsewhere.filter(|_| old.used), scenario.rule(old.slot, root))
    else {
        return Some(recount);
    };
    let kept = match (old.scope, scope) {
        (Scope::InProvince, Scope::Both) => rule.kept.max(elsewhere),
        (Scope::Both, Scope::InProvince) => rule.kept.saturating_sub(elsewhere),
        _ => rule.kept,
    };
    if kept == rule.kept {
        return Some(recount);
    }
    let keep = Edit::SetKept { slot: old.slot, node: root, kept };
    Some(Edit::Several { purpose: Purpose::CountScope, edits: vec![recount, keep] })
}
