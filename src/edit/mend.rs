//! Carries out a cure: what a finding proposes becomes one edit.

use super::{Edit, Purpose};
use crate::model::{Cure, Limit, Quantity, Scenario, Slot, UnitId};

/// The edit that carries out `cure` at `node` for one indicator and year.
#[must_use]
pub fn mend(cure: &Cure, scenario: &Scenario, slot: Slot, node: UnitId) -> Edit {
    let limit_of = |unit: UnitId| scenario.limits.get(slot, unit).cloned().unwrap_or_default();
    let several = |purpose, limits: Vec<(UnitId, Limit)>| Edit::Several {
        purpose,
        edits: limits.into_iter().map(|(unit, limit)| Edit::SetLimit { slot, unit, limit }).collect(),
    };
    match cure {
        Cure::RaiseTarget { to, .. } | Cure::LowerTarget { to, .. } => {
            Edit::SetTarget { slot, quantity: Quantity::people(*to) }
        }
        Cure::LetUnitsFall => Edit::SetNoUnitBelowLast { slot, node, on: false },
        Cure::KeepAtNode(kept) => Edit::SetKept { slot, node, kept: *kept },
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
            let units = already.into_iter().chain(units.iter().copied()).collect();
            Edit::SetLeftOut { slot, node, units }
        }
    }
}
