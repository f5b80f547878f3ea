//! Carries out a cure: what a finding proposes becomes one edit.

use super::{Edit, ListChange, Purpose, at_own_rule};
use crate::model::{Cure, Limit, Quantity, RoadMap, Scenario, Slot, UnitId};

/// The edit that carries out `cure` at `node` for one indicator and year.
#[must_use]
pub fn mend(cure: &Cure, scenario: &Scenario, slot: Slot, node: UnitId) -> Edit {
    let limit_of = |unit: UnitId| scenario.limits.get(slot, unit).cloned().unwrap_or_default();
    let several = |purpose, limits| set_limits(purpose, slot, limits);
    match cure {
        Cure::RaiseTarget { to, .. } | Cure::LowerTarget { to, .. } => {
            Edit::SetTarget { slot, quantity: Quantity::people(*to) }
        }
        Cure::RaiseNode { unit, to, .. } => {
            Edit::SetLimit { slot, unit: *unit, limit: limit_of(*unit).moved(*to, true) }
        }
        Cure::LowerNode { unit, to, .. } => {
            Edit::SetLimit { slot, unit: *unit, limit: limit_of(*unit).moved(*to, false) }
        }
        Cure::LetUnitsFall => at_own_rule(Edit::SetNoUnitBelowLast { slot, node, on: false }, scenario),
        Cure::KeepAtNode(kept) => at_own_rule(Edit::SetKept { slot, node, kept: *kept }, scenario),
        Cure::LowerFloors(floors) => several(
            Purpose::LowerFloors,
            floors
                .iter()
                .map(|(unit, floor)| (*unit, Limit { floor: Some(floor.clone()), ..limit_of(*unit) }))
                .collect(),
        ),
        Cure::RaiseCeilings(ceilings) => several(
            Purpose::RaiseCeilings,
            ceilings
                .iter()
                .map(|(unit, ceiling)| (*unit, Limit { ceiling: Some(ceiling.clone()), ..limit_of(*unit) }))
                .collect(),
        ),
        Cure::Release(units) => {
            several(Purpose::Release, units.iter().map(|&unit| (unit, Limit::default())).collect())
        }
        Cure::LeaveOut(units) => {
            let already = scenario.rule(slot, node).map(|rule| rule.left_out.clone()).unwrap_or_default();
            let left_out: Vec<UnitId> = already.into_iter().chain(units.iter().copied()).collect();
            at_own_rule(Edit::SetLeftOut { slot, node, units: left_out }, scenario)
        }
        Cure::UseTarget { slot, place, .. } => Edit::UseTarget { slot: *slot, place: Some(*place) },
        Cure::ChangeTarget { place, target } => {
            Edit::ChangeTargets { place: *place, change: ListChange::Replace(target.as_ref().clone()) }
        }
        Cure::LetRoadMapFall(indicator) => Edit::SetRoadMap {
            indicator: *indicator,
            road_map: (scenario.road_map(*indicator)).map(|road_map| RoadMap { may_fall: true, ..*road_map }),
        },
    }
}

/// The edit that sets the limits which a negotiation came to, that of the unit it was about first.
#[must_use]
pub fn settle(limits: Vec<(UnitId, Limit)>, slot: Slot) -> Edit {
    set_limits(Purpose::Negotiate, slot, limits)
}

fn set_limits(purpose: Purpose, slot: Slot, limits: Vec<(UnitId, Limit)>) -> Edit {
    let edits = limits.into_iter().map(|(unit, limit)| Edit::SetLimit { slot, unit, limit }).collect();
    Edit::Several { purpose, edits }
}
