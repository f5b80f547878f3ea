//! The names of steps in English.

use super::{TEXT, units, words};
use crate::edit::{Edit, Purpose, Step};
use crate::model::Scenario;
use crate::text::Language::En as EN;
use crate::text::names::kept_at;
use crate::text::step::{LimitChange, left_out_changes, limit_before, limit_changes};
use crate::text::{method_name, quantity, unit_list, unit_name};

pub(in crate::text) fn step(step: &Step, scenario: &Scenario) -> String {
    match &step.edit {
        Edit::SetTarget { slot, quantity: target } => {
            format!("Set the target to {}", quantity(target, *slot, EN))
        }
        Edit::SetMethod { method, .. } => format!("Method: {}", method_name(*method, scenario, EN)),
        Edit::SetMix { .. } => "Change the shares of the mix".into(),
        Edit::SetWhole { on: true, .. } => TEXT.split_whole.into(),
        Edit::SetWhole { on: false, .. } => TEXT.split_increase.into(),
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
        Edit::Several { purpose, edits } => match purpose {
            Purpose::LowerFloors => format!("Lower the floor in {}", units(edits.len())),
            Purpose::RaiseCeilings => format!("Raise the ceiling in {}", units(edits.len())),
            Purpose::Release => format!("Remove the limits of {}", units(edits.len())),
        },
    }
}
