//! Changes of rules: a node's own, or the one it inherits.

use super::{Edit, EditError};
use crate::model::{MixPart, Rule, Scenario, Slot, UnitId, Wrong};

pub(super) fn rule(scenario: &mut Scenario, slot: Slot, node: UnitId) -> Result<&mut Rule, EditError> {
    (scenario.rules.iter_mut())
        .find(|rule| rule.slot == slot && rule.node == node)
        .ok_or(EditError::NoRule { slot, node })
}

/// The inverse of going back to the inherited rule: it puts the rule where it stood.
pub(super) fn give_own_rule(
    scenario: &mut Scenario,
    mut own: Rule,
    place: Option<usize>,
) -> Result<Edit, EditError> {
    let (slot, node) = (own.slot, own.node);
    scenario.unit(node).ok_or(EditError::UnknownUnit { unit: node })?;
    // The province may still be without units.
    if scenario.children(node).next().is_none() && scenario.root().map(|root| root.id) != Some(node) {
        return Err(EditError::NothingBelow { unit: node });
    }
    if scenario.rule(slot, node).is_some() {
        return Err(EditError::HasRule { slot, node });
    }
    check_left_out(scenario, &mut own.left_out)?;
    check_rule(scenario, &own)?;
    let end = scenario.rules.len();
    scenario.rules.insert(place.unwrap_or(end).min(end), own);
    Ok(Edit::Inherit { slot, node })
}

pub(super) fn inherit(scenario: &mut Scenario, slot: Slot, node: UnitId) -> Result<Edit, EditError> {
    let is_province = scenario.root().is_some_and(|root| root.id == node);
    // What is not planned needs no rule: the way back from planning it.
    if is_province && scenario.target(slot).is_some() {
        return Err(EditError::ProvinceRule { slot });
    }
    let at = |rule: &Rule| rule.slot == slot && rule.node == node;
    let place = scenario.rules.iter().position(at).ok_or(EditError::NoRule { slot, node })?;
    let rule = Box::new(scenario.rules.remove(place));
    Ok(Edit::GiveOwnRule { rule, place: Some(place) })
}

/// Puts the units in order; all must exist.
pub(super) fn check_left_out(scenario: &Scenario, units: &mut Vec<UnitId>) -> Result<(), EditError> {
    units.sort_unstable();
    units.dedup();
    match units.iter().find(|&&unit| scenario.unit(unit).is_none()) {
        Some(&unit) => Err(EditError::UnknownUnit { unit }),
        None => Ok(()),
    }
}

/// What its method and mix name exists, and the mix is whole.
pub(super) fn check_rule(scenario: &Scenario, rule: &Rule) -> Result<(), EditError> {
    if let Some(series) = rule.customs().find(|&series| scenario.custom(series).is_none()) {
        return Err(EditError::UnknownCustom { series });
    }
    let per_mille = MixPart::total(&rule.mix);
    if rule.needs_mix() && per_mille != u64::from(MixPart::WHOLE) {
        return Err(EditError::MixNotWhole { per_mille });
    }
    let Rule { slot, node, .. } = *rule;
    match MixPart::double(&rule.mix) {
        Some(_) => Err(EditError::DoubleDriver),
        None if !rule.periods.has_shape() => Err(EditError::Wrong(Wrong::Periods { slot, node })),
        None => Ok(()),
    }
}
