//! The edits the page knows by name, for what was taken over.

use crate::calc::compare::{Aspect, Series};
use crate::edit::{Edit, ListChange, UnitChange};
use crate::model::{Scenario, Slot, UnitId};

/// The one edit of its own kind that leads from `before` to `after`, where there is one.
pub(super) fn typed(before: &Scenario, after: &Scenario, aspect: &Aspect) -> Option<Edit> {
    let leads_there = |edit: &Edit| {
        let mut tried = before.clone();
        edit.clone().apply(&mut tried).is_ok() && tried == *after
    };
    candidate(after, aspect).filter(leads_there).or_else(|| row(before, after, aspect).filter(leads_there))
}

/// A row of the targets that is put in the stead of another.
fn row(before: &Scenario, after: &Scenario, aspect: &Aspect) -> Option<Edit> {
    let Aspect::Target { .. } = aspect else { return None };
    let place = before.targets.iter().zip(&after.targets).position(|(one, two)| one != two)?;
    Some(Edit::ChangeTargets { place, change: ListChange::Replace(after.targets[place].clone()) })
}

/// The edit an aspect is usually changed by; whether it comes to the same is tried.
fn candidate(after: &Scenario, aspect: &Aspect) -> Option<Edit> {
    let rule = |slot: &Slot, node: &UnitId| after.rule(*slot, *node).cloned();
    Some(match aspect {
        Aspect::Target { slot, .. } => {
            Edit::SetTarget { slot: *slot, quantity: after.target(*slot)?.quantity.clone() }
        }
        Aspect::Used(slot) => Edit::UseTarget {
            slot: *slot,
            place: after.targets.iter().position(|target| target.used && target.slot == *slot),
        },
        Aspect::RoadMap(indicator) => {
            Edit::SetRoadMap { indicator: *indicator, road_map: after.road_map(*indicator).copied() }
        }
        Aspect::OwnRule(slot, node) => match rule(slot, node) {
            Some(rule) => Edit::GiveOwnRule { rule: Box::new(rule), place: None },
            None => Edit::Inherit { slot: *slot, node: *node },
        },
        Aspect::Method(slot, node) => {
            Edit::SetMethod { slot: *slot, node: *node, method: rule(slot, node)?.method }
        }
        Aspect::Mix(slot, node) => Edit::SetMix { slot: *slot, node: *node, mix: rule(slot, node)?.mix },
        Aspect::Whole(slot, node) => Edit::SetWhole { slot: *slot, node: *node, on: rule(slot, node)?.whole },
        Aspect::Rounding(slot, node) => {
            Edit::SetRounding { slot: *slot, node: *node, rounding: rule(slot, node)?.rounding }
        }
        Aspect::NoUnitBelowLast(slot, node) => {
            Edit::SetNoUnitBelowLast { slot: *slot, node: *node, on: rule(slot, node)?.no_unit_below_last }
        }
        Aspect::Kept(slot, node) => Edit::SetKept { slot: *slot, node: *node, kept: rule(slot, node)?.kept },
        Aspect::Periods(slot, node) => {
            Edit::SetPeriods { slot: *slot, node: *node, periods: rule(slot, node)?.periods }
        }
        Aspect::LeftOut(slot, node, _) => {
            Edit::SetLeftOut { slot: *slot, node: *node, units: rule(slot, node)?.left_out }
        }
        Aspect::Lock(slot, unit) | Aspect::Floor(slot, unit) | Aspect::Ceiling(slot, unit) => {
            Edit::SetLimit {
                slot: *slot,
                unit: *unit,
                limit: after.limits.get(*slot, *unit).cloned().unwrap_or_default(),
            }
        }
        Aspect::Unit(unit) => Edit::RemoveUnits(vec![*unit]),
        Aspect::Name(unit) => {
            Edit::DescribeUnits(vec![UnitChange::name(*unit, after.unit(*unit)?.name.clone())])
        }
        Aspect::Code(unit) => {
            Edit::DescribeUnits(vec![UnitChange::code(*unit, after.unit(*unit)?.code.clone())])
        }
        Aspect::Kind(unit) => Edit::DescribeUnits(vec![UnitChange::kind(*unit, after.unit(*unit)?.kind)]),
        Aspect::CustomName(series) => {
            Edit::RenameCustom { series: *series, name: after.custom(*series)?.name.clone() }
        }
        Aspect::Figure(Series { measure, year, scope }, unit) => {
            let mut columns = after.columns(*measure, *year, *scope);
            let people = columns.find_map(|column| column.figure(*unit));
            Edit::set_figure(*measure, *year, *scope, *unit, people)
        }
        Aspect::Bands => Edit::SetBands(after.bands),
        Aspect::Slot(slot) => Edit::RemoveSlot { slot: *slot },
        Aspect::Parent(_)
        | Aspect::Order
        | Aspect::Custom(_)
        | Aspect::Series(_)
        | Aspect::Columns(_)
        | Aspect::Claim(_) => return None,
    })
}
