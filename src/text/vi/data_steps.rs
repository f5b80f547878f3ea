//! The names of steps that change figures, units and what is planned, in Vietnamese.

use super::{units, words};
use crate::edit::{Edit, Entries, Patch, Step, UnitChange};
use crate::model::{Column, Measure, Scenario, Scope, Slot, UnitId};
use crate::text::Language::Vi as VI;
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
            format!("Nguồn của một cột: {provenance}{source}")
        }
        Edit::AddColumn(column) => {
            format!("Thêm cột {}, {}", name_of(column, scenario), units(column.figures.len()))
        }
        Edit::RemoveColumn { .. } => match back().flat_map(Patch::columns).next() {
            Some(column) => format!("Bỏ cột {}", name_of(column, scenario)),
            None => "Bỏ một cột".into(),
        },
        Edit::AddCustom(custom) => format!("Thêm cột riêng “{}”", custom.name),
        Edit::RenameCustom { name, .. } => match &step.inverse {
            Edit::RenameCustom { name: before, .. } => format!("Đổi tên cột “{before}” thành “{name}”"),
            _ => format!("Đổi tên cột thành “{name}”"),
        },
        Edit::RemoveCustom { .. } => match back().flat_map(Patch::customs).next() {
            Some(custom) => format!("Bỏ cột riêng “{}”", custom.name),
            None => "Bỏ cột riêng".into(),
        },
        Edit::AddUnits { units: added, .. } => match added.as_slice() {
            [only] => format!("Thêm {}", only.name),
            _ => format!("Thêm {}", units(added.len())),
        },
        Edit::DescribeUnits(changes) => describe(changes, step, scenario),
        Edit::MoveUnits { units: moved, parent, .. } => {
            let names = unit_list(scenario, moved, VI);
            let stays = |&unit: &UnitId| {
                unit_before(&step.inverse, unit).is_some_and(|unit| unit.parent == Some(*parent))
            };
            if moved.iter().all(stays) {
                format!("Đổi thứ tự {names}")
            } else {
                format!("Chuyển {names} vào {}", unit_name(scenario, *parent, VI))
            }
        }
        Edit::RemoveUnits(removed) => {
            let below = back().flat_map(Patch::units).count().saturating_sub(removed.len());
            let what = match removed.as_slice() {
                [only] => former_name(*only, step, scenario),
                _ => units(removed.len()),
            };
            let below =
                if below == 0 { String::new() } else { format!(" và {} bên dưới", units(below)) };
            format!("Xóa {what}{below}")
        }
        Edit::AddSlot(target) => format!("Thêm chỉ tiêu {}", of_slot(target.slot)),
        Edit::RemoveSlot { slot } => format!("Bỏ chỉ tiêu {}", of_slot(*slot)),
        _ => "Khôi phục số liệu".into(),
    }
}

/// Units put below a new one, or a unit dissolved.
pub(super) fn regroup(step: &Step, scenario: &Scenario) -> String {
    let Edit::Several { edits, .. } = &step.edit else { return "Xếp lại đơn vị".into() };
    match edits.as_slice() {
        [Edit::AddUnits { units: groups, .. }, Edit::MoveUnits { units: moved, .. }] => {
            let group = groups.first().map_or("một nhóm", |group| &group.name);
            format!("Gộp {} vào {group}", units(moved.len()))
        }
        [Edit::MoveUnits { .. }, Edit::RemoveUnits(removed)] => {
            let names: Vec<String> = removed.iter().map(|&unit| former_name(unit, step, scenario)).collect();
            format!("Bỏ nhóm {}, giữ các đơn vị bên dưới", names.join(", "))
        }
        _ => "Xếp lại đơn vị".into(),
    }
}

/// “24 ô”.
pub(super) fn cells(edits: &[Edit]) -> String {
    counted(step::cells(edits))
}

fn counted(cells: usize) -> String {
    format!("{} ô", VI.people(cells))
}

fn enter(entries: &[Entries], scenario: &Scenario) -> String {
    let count = figures(entries);
    let does = if only_clears(entries) { "Xóa" } else { "Nhập" };
    let of = |one: &Entries| series(one.measure, one.year, one.scope, scenario);
    match entries {
        [one] => match one.figures.as_slice() {
            [(unit, None)] => format!("Xóa {} của {}", of(one), unit_name(scenario, *unit, VI)),
            [(unit, Some(people))] => {
                format!("Nhập {} của {}: {}", of(one), unit_name(scenario, *unit, VI), VI.people(*people))
            }
            _ => format!("{does} {}: {}", counted(count), of(one)),
        },
        _ => format!("{does} {} ở {} cột", counted(count), VI.people(entries.len())),
    }
}

fn describe(changes: &[UnitChange], step: &Step, scenario: &Scenario) -> String {
    let former = |unit| former_name(unit, step, scenario);
    match changes {
        [UnitChange { unit, name: Some(name), code: None, kind: None }] => {
            format!("Đổi tên {} thành {name}", former(*unit))
        }
        [UnitChange { unit, name: None, code: Some(code), kind: None }] if code.is_empty() => {
            format!("Bỏ mã của {}", former(*unit))
        }
        [UnitChange { unit, name: None, code: Some(code), kind: None }] => {
            format!("Đặt mã {}: {code}", former(*unit))
        }
        [UnitChange { unit, name: None, code: None, kind: Some(_) }] => {
            format!("Đổi loại đơn vị của {}", former(*unit))
        }
        [UnitChange { unit, .. }] => format!("Sửa {}", former(*unit)),
        _ => format!("Sửa tên, mã, loại của {}", units(changes.len())),
    }
}

fn former_name(unit: UnitId, step: &Step, scenario: &Scenario) -> String {
    match unit_before(&step.inverse, unit) {
        Some(before) => before.name.clone(),
        None => unit_name(scenario, unit, VI),
    }
}

fn name_of(column: &Column, scenario: &Scenario) -> String {
    series(column.measure, column.year, column.scope, scenario)
}

/// “LLLĐ 2022”, “số tham gia BHYT 2022, ngoài tỉnh”.
fn series(measure: Measure, year: u16, scope: Scope, scenario: &Scenario) -> String {
    let name = format!("{} {year}", measure_name(measure, scenario, VI));
    match scope {
        Scope::InProvince => name,
        Scope::OtherProvinces | Scope::Both => format!("{name}, {}", in_sentence(words::scope(scope))),
    }
}

fn of_slot(slot: Slot) -> String {
    format!("{} năm {}", words::indicator_short(slot.indicator), slot.year)
}
