//! The names of steps in English.

use super::data_steps::{self, cells};
use super::targets::TARGETS;
use super::{TEXT, periods, units, words};
use crate::edit::{Edit, ListChange, Purpose, Step};
use crate::model::{Limit, Method, RoadMap, Scenario, Target};
use crate::text::Language::En as EN;
use crate::text::names::{in_sentence, kept_at};
use crate::text::step::{
    LimitChange, added_target, described, left_out_changes, limit_before, limit_changes, recounted,
    removed_target, set_road_map,
};
use crate::text::{method_name, quantity, unit_list, unit_name};

pub(in crate::text) fn step(step: &Step, scenario: &Scenario) -> String {
    match &step.edit {
        Edit::SetTarget { quantity: target, .. } if target.is_open() => "Clear the target".into(),
        Edit::SetTarget { slot, quantity: target } => {
            format!("Set the target to {}", quantity(target, *slot, EN))
        }
        Edit::SetMethod { method, .. } => format!("Method: {}", method_name(*method, scenario, EN)),
        Edit::SetMix { .. } => "Change the shares of the mix".into(),
        Edit::SetWhole { on: true, .. } => TEXT.split_whole.into(),
        Edit::SetWhole { on: false, .. } => TEXT.split_increase.into(),
        Edit::SetPeriods { periods: rule, .. } => periods::step(rule),
        Edit::GiveOwnRule { rule, .. } => {
            format!("Method of its own for {}", unit_name(scenario, rule.node, EN))
        }
        Edit::Inherit { node, .. } => {
            format!("{} goes by the level above", unit_name(scenario, *node, EN))
        }
        Edit::SetRounding { rounding, .. } => format!("Rounding: {}", words::rounding(*rounding)),
        Edit::SetKept { kept: 0, node, .. } => format!("Keep nobody {}", kept_at(scenario, *node, EN)),
        Edit::SetKept { kept, node, .. } => {
            format!("Keep {} {}", EN.people(*kept), kept_at(scenario, *node, EN))
        }
        Edit::SetNoUnitBelowLast { on: true, .. } => TEXT.no_unit_below_last.into(),
        Edit::SetNoUnitBelowLast { on: false, .. } => "Let units fall below last year".into(),
        Edit::SetLeftOut { units, .. } => {
            let (out, back) = left_out_changes(units, &step.inverse);
            match (out.is_empty(), back.is_empty()) {
                (false, true) => format!("Leave out {}", unit_list(scenario, &out, EN)),
                (true, false) => format!("Include {} again", unit_list(scenario, &back, EN)),
                (false, false) | (true, true) => "Change the units left out".into(),
            }
        }
        Edit::SetLimit { slot, unit, limit } => {
            let name = unit_name(scenario, *unit, EN);
            let before = limit_before(&step.inverse);
            let words = limit_changes(limit, &before).into_iter().map(|change| match change {
                LimitChange::Locked(people) => format!("Lock {name} at {}", EN.people(people)),
                LimitChange::Unlocked => format!("Unlock {name}"),
                LimitChange::Floor(floor) => format!("Floor of {name}: {}", quantity(floor, *slot, EN)),
                LimitChange::NoFloor => format!("Remove the floor of {name}"),
                LimitChange::Ceiling(ceiling) => {
                    format!("Ceiling of {name}: {}", quantity(ceiling, *slot, EN))
                }
                LimitChange::NoCeiling => format!("Remove the ceiling of {name}"),
                LimitChange::Reason => format!("Note why {name} is locked"),
                LimitChange::Cleared => format!("Remove all limits of {name}"),
            });
            words.collect::<Vec<_>>().join(" · ")
        }
        Edit::ChangeTargets { change, .. } => match change {
            ListChange::Insert(target) => format!("Add plan: {}", plan(target)),
            ListChange::Replace(target) => format!("Change plan: {}", plan(target)),
            ListChange::Remove => match removed_target(&step.inverse) {
                Some(target) => format!("Remove plan: {}", plan(target)),
                None => "Remove a plan".into(),
            },
        },
        Edit::UseTarget { place: Some(place), .. } => match scenario.targets.get(*place) {
            Some(target) => format!("Use for allocation: {}", plan(target)),
            None => "Choose the plan to allocate".into(),
        },
        Edit::UseTarget { place: None, .. } => "Allocate no plan".into(),
        Edit::ChangeClaims { change, .. } => match change {
            ListChange::Insert(_) => "Add a published figure to check".into(),
            ListChange::Replace(_) => "Change a published figure to check".into(),
            ListChange::Remove => "Remove a published figure to check".into(),
        },
        Edit::SetRoadMap { indicator, road_map: Some(RoadMap { from, to, path, .. }) } => format!(
            "Road map of {} {from}–{to}: {}",
            words::indicator_short(*indicator),
            in_sentence(words::path(*path))
        ),
        Edit::SetRoadMap { indicator, road_map: None } => {
            format!("Remove the road map of {}", words::indicator_short(*indicator))
        }
        Edit::SetBands(_) => "Change the thresholds of the remarks".into(),
        Edit::Describe { name, note } => match described(name, note, &step.inverse) {
            (true, true) => format!("Rename the scenario “{name}”, change its note"),
            (true, false) => format!("Rename the scenario “{name}”"),
            (false, _) => "Change the scenario's note".into(),
        },
        Edit::SetFigures(_)
        | Edit::DescribeColumn { .. }
        | Edit::AddColumn(_)
        | Edit::RemoveColumn { .. }
        | Edit::AddCustom(_)
        | Edit::RenameCustom { .. }
        | Edit::RemoveCustom { .. }
        | Edit::AddUnits { .. }
        | Edit::DescribeUnits(_)
        | Edit::MoveUnits { .. }
        | Edit::RemoveUnits(_)
        | Edit::AddSlot(_)
        | Edit::RemoveSlot { .. }
        | Edit::Restore(_) => data_steps::step(step, scenario),
        Edit::Several { purpose, edits } => match purpose {
            Purpose::LowerFloors => format!("Lower the floor in {}", units(edits.len())),
            Purpose::RaiseCeilings => format!("Raise the ceiling in {}", units(edits.len())),
            Purpose::PlanYear => match added_target(edits) {
                Some(target) => format!(
                    "Set the target {} for {}",
                    quantity(&target.quantity, target.slot, EN),
                    target.slot.year
                ),
                None => "Set the target of a year".into(),
            },
            Purpose::PlanAhead => match set_road_map(edits) {
                Some(RoadMap { indicator, from, to, .. }) => {
                    format!("Set the road map of {}, {}–{}", words::indicator_short(*indicator), from, to)
                }
                None => "Set a road map".into(),
            },
            Purpose::CountScope => match recounted(edits) {
                Some(target) => TARGETS.scope_of(target.scope).into(),
                None => TARGETS.scope_label.into(),
            },
            Purpose::Release => format!("Remove the limits of {}", units(edits.len())),
            Purpose::Lock => format!("Lock {}", cells(edits)),
            Purpose::Unlock => format!("Unlock {}", cells(edits)),
            Purpose::Clear => format!("Clear {}", cells(edits)),
            Purpose::Fill => format!("Fill {}", cells(edits)),
            Purpose::Paste => format!("Paste {}", cells(edits)),
            Purpose::Limits => format!("Set the limits of {}", units(edits.len())),
            Purpose::Group | Purpose::Ungroup => data_steps::regroup(step, scenario),
            Purpose::StartMix => format!("Method: {}", words::method(Method::Mix)),
            Purpose::Negotiate => match edits.first() {
                Some(Edit::SetLimit { unit, limit: Limit { lock: Some(people), .. }, .. }) => {
                    format!("Negotiate {}: {}", unit_name(scenario, *unit, EN), EN.people(*people))
                }
                _ => "Negotiate".into(),
            },
            Purpose::TakeOver => "Take over from another scenario".into(),
        },
    }
}

/// “provincial People's Committee's plan 2023, 40,258”.
fn plan(target: &Target) -> String {
    let amount = quantity(&target.quantity, target.slot, EN);
    format!("{}, {amount}", words::plan_of(target.slot.year, &target.issuer))
}
