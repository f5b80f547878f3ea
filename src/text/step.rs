//! The names of the steps that can be undone.

use super::{Language, en, vi};
use crate::edit::{Edit, Entries, ListChange, Patch, Step};
use crate::model::{Limit, Quantity, RoadMap, Scenario, Target, Unit, UnitId};

/// What a step did: `Đặt mục tiêu 36.500`, `Khóa TP Sơn La 4.300`.
#[must_use]
pub fn step_name(step: &Step, scenario: &Scenario, language: Language) -> String {
    match language {
        Language::Vi => vi::steps::step(step, scenario),
        Language::En => en::steps::step(step, scenario),
    }
}

/// How one of a unit's limits changed.
pub(super) enum LimitChange<'a> {
    Locked(u64),
    Unlocked,
    Floor(&'a Quantity),
    NoFloor,
    Ceiling(&'a Quantity),
    NoCeiling,
    Reason,
    /// All that was set, more than one thing, is gone.
    Cleared,
}

/// What is different between the limit set and the one that stood there.
pub(super) fn limit_changes<'a>(new: &'a Limit, old: &Limit) -> Vec<LimitChange<'a>> {
    let mut changes = Vec::new();
    if new.lock != old.lock {
        changes.push(new.lock.map_or(LimitChange::Unlocked, LimitChange::Locked));
    }
    if new.floor != old.floor {
        changes.push(new.floor.as_ref().map_or(LimitChange::NoFloor, LimitChange::Floor));
    }
    if new.ceiling != old.ceiling {
        changes.push(new.ceiling.as_ref().map_or(LimitChange::NoCeiling, LimitChange::Ceiling));
    }
    if new.is_empty() && changes.len() > 1 {
        return vec![LimitChange::Cleared];
    }
    if changes.is_empty() {
        changes.push(LimitChange::Reason);
    }
    changes
}

/// The limit that stood there before, as the step's inverse has it.
pub(super) fn limit_before(inverse: &Edit) -> Limit {
    match inverse {
        Edit::SetLimit { limit, .. } => limit.clone(),
        _ => Limit::default(),
    }
}

/// The units newly left out and those taken in again.
pub(super) fn left_out_changes(new: &[UnitId], inverse: &Edit) -> (Vec<UnitId>, Vec<UnitId>) {
    let old: &[UnitId] = match inverse {
        Edit::SetLeftOut { units, .. } => units,
        _ => &[],
    };
    let only = |these: &[UnitId], those: &[UnitId]| {
        these.iter().copied().filter(|unit| !those.contains(unit)).collect()
    };
    (only(new, old), only(old, new))
}

/// The row that is added.
pub(super) fn added_target(edits: &[Edit]) -> Option<&Target> {
    edits.iter().find_map(|edit| match edit {
        Edit::ChangeTargets { change: ListChange::Insert(target), .. } => Some(target),
        _ => None,
    })
}

/// The road map that is set.
pub(super) fn set_road_map(edits: &[Edit]) -> Option<&RoadMap> {
    edits.iter().find_map(|edit| match edit {
        Edit::SetRoadMap { road_map, .. } => road_map.as_ref(),
        _ => None,
    })
}

/// The row whose people are counted anew.
pub(super) fn recounted(edits: &[Edit]) -> Option<&Target> {
    edits.iter().find_map(|edit| match edit {
        Edit::ChangeTargets { change: ListChange::Replace(target), .. } => Some(target),
        _ => None,
    })
}

/// The row that was taken away, as the step's inverse has it.
pub(super) fn removed_target(inverse: &Edit) -> Option<&Target> {
    match inverse {
        Edit::ChangeTargets { change: ListChange::Insert(target), .. } => Some(target),
        _ => None,
    }
}

/// What the step's inverse puts back into the lists of the document.
pub(super) fn put_back(inverse: &Edit) -> Vec<&Patch> {
    match inverse {
        Edit::Restore(patch) => vec![patch.as_ref()],
        Edit::Several { edits, .. } => edits.iter().flat_map(put_back).collect(),
        _ => Vec::new(),
    }
}

/// A unit as it was before the step.
pub(super) fn unit_before(inverse: &Edit, unit: UnitId) -> Option<&Unit> {
    put_back(inverse).into_iter().flat_map(Patch::units).find(|before| before.id == unit)
}

/// How many cells a gesture changed.
pub(super) fn cells(edits: &[Edit]) -> usize {
    let of = |edit: &Edit| match edit {
        Edit::SetFigures(entries) => figures(entries),
        Edit::AddUnits { units, .. } => units.len(),
        Edit::DescribeUnits(changes) => changes
            .iter()
            .map(|change| {
                [change.name.is_some(), change.code.is_some(), change.kind.is_some()]
                    .into_iter()
                    .filter(|&changed| changed)
                    .count()
            })
            .sum(),
        Edit::Several { edits, .. } => cells(edits),
        _ => 1,
    };
    edits.iter().map(of).sum()
}

/// How many figures are entered or cleared.
pub(super) fn figures(entries: &[Entries]) -> usize {
    entries.iter().map(|entries| entries.figures.len()).sum()
}

/// Nothing but clearing.
pub(super) fn only_clears(entries: &[Entries]) -> bool {
    entries.iter().flat_map(|entries| &entries.figures).all(|(_, people)| people.is_none())
}

/// What of name and remark is new: the name, the remark.
pub(super) fn described(name: &str, note: &str, inverse: &Edit) -> (bool, bool) {
    match inverse {
        Edit::Describe { name: old_name, note: old_note } => (name != old_name, note != old_note),
        _ => (true, false),
    }
}
