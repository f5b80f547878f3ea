//! How each edit is carried out, and what takes it back.

use std::mem;

use super::rules::{check_left_out, check_rule, give_own_rule, inherit, rule};
use super::target::{change_targets, type_target, use_target};
use super::{Edit, EditError, ListChange, Patch, Purpose, column, figures, slot, tree};
use crate::model::{Claim, Indicator, RoadMap, Rule, Scenario, Wrong};

impl Edit {
    /// Applies the edit and returns its inverse.
    ///
    /// # Errors
    /// [`EditError`]; the scenario is then unchanged.
    pub fn apply(self, scenario: &mut Scenario) -> Result<Self, EditError> {
        match self {
            Self::SetTarget { slot, quantity } => type_target(scenario, slot, quantity),
            Self::SetMethod { slot, node, method } => {
                let changed = Rule { method, ..rule(scenario, slot, node)?.clone() };
                check_rule(scenario, &changed)?;
                let method = mem::replace(rule(scenario, slot, node)?, changed).method;
                Ok(Self::SetMethod { slot, node, method })
            }
            Self::SetMix { slot, node, mix } => {
                let changed = Rule { mix, ..rule(scenario, slot, node)?.clone() };
                check_rule(scenario, &changed)?;
                let mix = mem::replace(rule(scenario, slot, node)?, changed).mix;
                Ok(Self::SetMix { slot, node, mix })
            }
            Self::SetWhole { slot, node, on } => {
                let on = mem::replace(&mut rule(scenario, slot, node)?.whole, on);
                Ok(Self::SetWhole { slot, node, on })
            }
            Self::SetPeriods { slot, node, periods } if !periods.has_shape() => {
                Err(EditError::Wrong(Wrong::Periods { slot, node }))
            }
            Self::SetPeriods { slot, node, periods } => {
                let periods = mem::replace(&mut rule(scenario, slot, node)?.periods, periods);
                Ok(Self::SetPeriods { slot, node, periods })
            }
            Self::GiveOwnRule { rule, place } => give_own_rule(scenario, *rule, place),
            Self::Inherit { slot, node } => inherit(scenario, slot, node),
            Self::SetRounding { slot, node, rounding } => {
                let rounding = mem::replace(&mut rule(scenario, slot, node)?.rounding, rounding);
                Ok(Self::SetRounding { slot, node, rounding })
            }
            Self::SetKept { slot, node, kept } => {
                let kept = mem::replace(&mut rule(scenario, slot, node)?.kept, kept);
                Ok(Self::SetKept { slot, node, kept })
            }
            Self::SetNoUnitBelowLast { slot, node, on } => {
                let on = mem::replace(&mut rule(scenario, slot, node)?.no_unit_below_last, on);
                Ok(Self::SetNoUnitBelowLast { slot, node, on })
            }
            Self::SetLeftOut { slot, node, mut units } => {
                check_left_out(scenario, &mut units)?;
                let units = mem::replace(&mut rule(scenario, slot, node)?.left_out, units);
                Ok(Self::SetLeftOut { slot, node, units })
            }
            Self::SetLimit { slot, unit, limit } => {
                scenario.unit(unit).ok_or(EditError::UnknownUnit { unit })?;
                if limit.is_open() {
                    return Err(EditError::Wrong(Wrong::EmptyLimit { slot, unit }));
                }
                let limit = scenario.limits.set(slot, unit, limit);
                Ok(Self::SetLimit { slot, unit, limit })
            }
            Self::ChangeTargets { place, change } => {
                let change = change_targets(scenario, place, change)?;
                Ok(Self::ChangeTargets { place, change })
            }
            Self::UseTarget { slot, place } => {
                let place = use_target(scenario, slot, place)?;
                Ok(Self::UseTarget { slot, place })
            }
            Self::ChangeClaims { place, change } => {
                let change = change_claims(scenario, place, change)?;
                Ok(Self::ChangeClaims { place, change })
            }
            Self::SetRoadMap { indicator, road_map } => {
                let road_map = set_road_map(scenario, indicator, road_map)?;
                Ok(Self::SetRoadMap { indicator, road_map })
            }
            Self::SetBands(bands) if !bands.is_in_order() => Err(EditError::Wrong(Wrong::Bands)),
            Self::SetBands(bands) => Ok(Self::SetBands(mem::replace(&mut scenario.bands, bands))),
            Self::Describe { name, .. } if name.trim().is_empty() => Err(EditError::EmptyName),
            Self::Describe { name, note } => {
                let name = mem::replace(&mut scenario.name, name);
                let note = mem::replace(&mut scenario.note, note);
                Ok(Self::Describe { name, note })
            }
            Self::SetFigures(entries) => restoring(scenario, figures::enter(scenario, &entries)),
            Self::DescribeColumn { place, head } => {
                let head = column::describe(scenario, place, head)?;
                Ok(Self::DescribeColumn { place, head })
            }
            Self::AddColumn(column) => restoring(scenario, column::add(scenario, *column)),
            Self::RemoveColumn { place } => restoring(scenario, column::remove(scenario, place)),
            Self::AddCustom(custom) => restoring(scenario, column::add_custom(scenario, custom)),
            Self::RenameCustom { series, name } => {
                let name = column::rename_custom(scenario, series, name)?;
                Ok(Self::RenameCustom { series, name })
            }
            Self::RemoveCustom { series } => restoring(scenario, column::remove_custom(scenario, series)),
            Self::AddUnits { units, before } => restoring(scenario, tree::add(scenario, units, before)),
            Self::DescribeUnits(changes) => restoring(scenario, tree::describe(scenario, &changes)),
            Self::MoveUnits { units, parent, before } => {
                restoring(scenario, tree::put_below(scenario, &units, parent, before))
            }
            Self::RemoveUnits(units) => restoring(scenario, tree::remove(scenario, &units)),
            Self::AddSlot(target) => restoring(scenario, slot::add(scenario, *target)),
            Self::RemoveSlot { slot } => restoring(scenario, slot::remove(scenario, slot)),
            Self::Restore(patch) => restoring(scenario, Ok(*patch)),
            Self::Several { purpose, edits } => apply_all(scenario, purpose, edits),
        }
    }
}

/// Carries the patch out; its inverse puts everything back.
fn restoring(scenario: &mut Scenario, patch: Result<Patch, EditError>) -> Result<Edit, EditError> {
    Ok(Edit::Restore(Box::new(patch?.apply(scenario)?)))
}

/// All or nothing: an error takes back what was already done.
fn apply_all(scenario: &mut Scenario, purpose: Purpose, edits: Vec<Edit>) -> Result<Edit, EditError> {
    let mut inverses = Vec::with_capacity(edits.len());
    let mut outcome = Ok(());
    for edit in edits {
        match edit.apply(scenario) {
            Ok(inverse) => inverses.push(inverse),
            Err(error) => {
                outcome = Err(error);
                break;
            }
        }
    }
    inverses.reverse();
    match outcome {
        Ok(()) => Ok(Edit::Several { purpose, edits: inverses }),
        Err(error) => {
            for inverse in inverses {
                inverse.apply(scenario)?;
            }
            Err(error)
        }
    }
}

fn change_claims(
    scenario: &mut Scenario,
    place: usize,
    change: ListChange<Claim>,
) -> Result<ListChange<Claim>, EditError> {
    if let ListChange::Insert(claim) | ListChange::Replace(claim) = &change
        && let Some(unit) = claim.statement.units().find(|&unit| scenario.unit(unit).is_none())
    {
        return Err(EditError::UnknownUnit { unit });
    }
    change.apply(&mut scenario.claims, place)
}

/// Puts the road map at its place in the sorted list and returns what stood there.
fn set_road_map(
    scenario: &mut Scenario,
    indicator: Indicator,
    road_map: Option<RoadMap>,
) -> Result<Option<RoadMap>, EditError> {
    if let Some(RoadMap { from, to, .. }) = road_map
        && from >= to
    {
        return Err(EditError::Wrong(Wrong::RoadMapYears { indicator, from, to }));
    }
    let road_map = road_map.map(|road_map| RoadMap { indicator, ..road_map });
    let road_maps = &mut scenario.road_maps;
    let place = road_maps.binary_search_by_key(&indicator, |road_map| road_map.indicator);
    Ok(match (place, road_map) {
        (Ok(place), Some(road_map)) => Some(mem::replace(&mut road_maps[place], road_map)),
        (Ok(place), None) => Some(road_maps.remove(place)),
        (Err(place), Some(road_map)) => {
            road_maps.insert(place, road_map);
            None
        }
        (Err(_), None) => None,
    })
}
