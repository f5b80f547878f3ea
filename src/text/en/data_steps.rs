//! The names of steps that change figures, units and what is planned, in English.

use super::{counted, units, words};
use crate::edit::{Edit, Entries, Patch, Step, UnitChange};
use crate::model::{Column, Measure, Scenario, Scope, Slot, UnitId};
use crate::text::Language::En as EN;
use crate::text::names::in_sentence;
use crate::text::step::{self, figures, only_clears, put_back, unit_before};
use crate::text::{measure_name, unit_list, unit_name};

pub(super) fn step(step: &Step, scenario: &Scenario) -> String {
    let back = || put_back(&step.inverse).into_iter();
    match &step.edit {
        Edit::SetFigures(entries) => enter(entries, scenario),
        Edit::DescribeColumn { head, .. } => {
            let provenance = in_sentence(words::provenance(head.provenance));
            let source = if head.source.is_empty() { String::new() } else { format!(", {}", head.source) };
            format!("Source of a column: {provenance}{source}")
        }
        Edit::AddColumn(column) => {
            format!("Add column: {}, {}", name_of(column, scenario), units(column.figures.len()))
        }
        Edit::RemoveColumn { .. } => match back().flat_map(Patch::columns).next() {
            Some(column) => format!("Remove column: {}", name_of(column, scenario)),
            None => "Remove a column".into(),
        },
        Edit::AddCustom(custom) => format!("Add column “{}”", custom.name),
        Edit::RenameCustom { name, .. } => match &step.inverse {
            Edit::RenameCustom { name: before, .. } => format!("Rename column “{before}” to “{name}”"),
            _ => format!("Rename a column to “{name}”"),
        },
        Edit::RemoveCustom { .. } => match back().flat_map(Patch::customs).next() {
            Some(custom) => format!("Remove column “{}”", custom.name),
            None => "Remove a column".into(),
        },
        Edit::AddUnits { units: added, .. } => match added.as_slice() {
            [only] => format!("Add {}", only.name),
            _ => format!("Add {}", units(added.len())),
        },
        Edit::DescribeUnits(changes) => describe(changes, step, scenario),
        Edit::MoveUnits { units: moved, parent, .. } => {
            let names = unit_list(scenario, moved, EN);
            let stays = |&unit: &UnitId| {
                unit_before(&step.inverse, unit).is_some_and(|unit| unit.parent == Some(*parent))
            };
            if moved.iter().all(stays) {
                format!("Reorder {names}")
            } else {
                format!("Move {names} to {}", unit_name(scenario, *parent, EN))
            }
        }
        Edit::RemoveUnits(removed) => {
            let below = back().flat_map(Patch::units).count().saturating_sub(removed.len());
            let what = match removed.as_slice() {
                [only] => former_name(*only, step, scenario),
                _ => units(removed.len()),
            };
            let below = if below == 0 { String::new() } else { format!(" and {} below", units(below)) };
            format!("Delete {what}{below}")
        }
        Edit::AddSlot(target) => format!("Plan {}", of_slot(target.slot)),
        Edit::RemoveSlot { slot } => format!("Stop planning {}", of_slot(*slot)),
        _ => "Restore figures".into(),
    }
}

/// Units put below a new one, or a unit dissolved.
pub(super) fn regroup(step: &Step, scenario: &Scenario) -> String {
    let Edit::Several { edits, .. } = &step.edit else { return "Regroup units".into() };
    match edits.as_slice() {
        [Edit::AddUnits { units: groups, .. }, Edit::MoveUnits { units: moved, .. }] => {
            let group = groups.first().map_or("a group", |group| &group.name);
            format!("Put {} into {group}", units(moved.len()))
        }
        [Edit::MoveUnits { .. }, Edit::RemoveUnits(removed)] => {
            let names: Vec<String> = removed.iter().map(|&unit| former_name(unit, step, scenario)).collect();
            format!("Dissolve {}, keep the units below", names.join(", "))
        }
        _ => "Regroup units".into(),
    }
}

/// “24 cells”.
pub(super) fn cells(edits: &[Edit]) -> String {
    counted(step::cells(edits), "cell", "cells")
}

fn enter(entries: &[Entries], scenario: &Scenario) -> String {
    let cells = counted(figures(entries), "cell", "cells");
    let does = if only_clears(entries) { "Clear" } else { "Enter" };
    let of = |one: &Entries| series(one.measure, one.year, one.scope, scenario);
    match entries {
        [one] => match one.figures.as_slice() {
            [(unit, None)] => format!("Clear {} of {}", of(one), unit_name(scenario, *unit, EN)),
            [(unit, Some(people))] => {
                format!("Enter {} of {}: {}", of(one), unit_name(scenario, *unit, EN), EN.people(*people))
            }
            _ => format!("{does} {cells}: {}", of(one)),
        },
        _ => format!("{does} {cells} in {}", counted(entries.len(), "column", "columns")),
    }
}

fn describe(changes: &[UnitChange], step: &Step, scenario: &Scenario) -> String {
    let former = |unit| former_name(unit, step, scenario);
    match changes {
        [UnitChange { unit, name: Some(name), code: None, kind: None }] => {
            format!("Rename {} to {name}", former(*unit))
        }
        [UnitChange { unit, name: None, code: Some(code), kind: None }] if code.is_empty() => {
            format!("Remove the code of {}", former(*unit))
        }
        [UnitChange { unit, name: None, code: Some(code), kind: None }] => {
            format!("Code of {}: {code}", former(*unit))
        }
        [UnitChange { unit, name: None, code: None, kind: Some(_) }] => {
            format!("Change the kind of {}", former(*unit))
        }
        [UnitChange { unit, .. }] => format!("Change {}", former(*unit)),
        _ => format!("Change names, codes or kinds of {}", units(changes.len())),
    }
}

fn former_name(unit: UnitId, step: &Step, scenario: &Scenario) -> String {
    match unit_before(&step.inverse, unit) {
        Some(before) => before.name.clone(),
        None => unit_name(scenario, unit, EN),
    }
}

fn name_of(column: &Column, scenario: &Scenario) -> String {
    series(column.measure, column.year, column.scope, scenario)
}

/// “labour force 2022”, “people in health insurance 2022, in other provinces”.
fn series(measure: Measure, year: u16, scope: Scope, scenario: &Scenario) -> String {
    let name = format!("{} {year}", measure_name(measure, scenario, EN));
    match scope {
        Scope::InProvince => name,
        Scope::OtherProvinces | Scope::Both => format!("{name}, {}", in_sentence(words::scope(scope))),
    }
}

fn of_slot(slot: Slot) -> String {
    format!("{} {}", words::indicator_short(slot.indicator), slot.year)
}
