//! The names of steps in Vietnamese.

use super::data_steps::{self, cells};
use super::targets::TARGETS;
use super::{TEXT, periods, units, words};
use crate::edit::{Edit, ListChange, Purpose, Step};
use crate::model::{Limit, Method, RoadMap, Scenario, Target};
use crate::text::Language::Vi as VI;
use crate::text::names::{in_sentence, kept_at};
use crate::text::step::{
    LimitChange, added_target, described, left_out_changes, limit_before, limit_changes, recounted,
    removed_target, set_road_map,
};
use crate::text::{method_name, quantity, unit_list, unit_name};

pub(in crate::text) fn step(step: &Step, scenario: &Scenario) -> String {
    match &step.edit {
        Edit::SetTarget { quantity: target, .. } if target.is_open() => "Bỏ trống mục tiêu".into(),
        Edit::SetTarget { slot, quantity: target } => {
            format!("Đặt mục tiêu {}", quantity(target, *slot, VI))
        }
        Edit::SetMethod { method, .. } => format!("Cách chia: {}", method_name(*method, scenario, VI)),
        Edit::SetMix { .. } => "Sửa tỷ trọng kết hợp".into(),
        Edit::SetWhole { on: true, .. } => TEXT.split_whole.into(),
        Edit::SetWhole { on: false, .. } => TEXT.split_increase.into(),
        Edit::SetPeriods { periods: rule, .. } => periods::step(rule),
        Edit::GiveOwnRule { rule, .. } => {
            format!("Cách chia riêng cho {}", unit_name(scenario, rule.node, VI))
        }
        Edit::Inherit { node, .. } => format!("{} chia theo cấp trên", unit_name(scenario, *node, VI)),
        Edit::SetRounding { rounding, .. } => format!("Làm tròn: {}", words::rounding(*rounding)),
        Edit::SetKept { kept: 0, node, .. } => format!("Không giữ lại {}", kept_at(scenario, *node, VI)),
        Edit::SetKept { kept, node, .. } => {
            format!("Giữ {} {}", VI.people(*kept), kept_at(scenario, *node, VI))
        }
        Edit::SetNoUnitBelowLast { on: true, .. } => TEXT.no_unit_below_last.into(),
        Edit::SetNoUnitBelowLast { on: false, .. } => "Cho phép thấp hơn năm trước".into(),
        Edit::SetLeftOut { units, .. } => {
            let (out, back) = left_out_changes(units, &step.inverse);
            match (out.is_empty(), back.is_empty()) {
                (false, true) => format!("Không giao {}", unit_list(scenario, &out, VI)),
                (true, false) => format!("Giao lại cho {}", unit_list(scenario, &back, VI)),
                (false, false) | (true, true) => "Đổi danh sách không giao".into(),
            }
        }
        Edit::SetLimit { slot, unit, limit } => {
            let name = unit_name(scenario, *unit, VI);
            let before = limit_before(&step.inverse);
            let words = limit_changes(limit, &before).into_iter().map(|change| match change {
                LimitChange::Locked(people) => format!("Khóa {name} {}", VI.people(people)),
                LimitChange::Unlocked => format!("Mở khóa {name}"),
                LimitChange::Floor(floor) => format!("Sàn {name} {}", quantity(floor, *slot, VI)),
                LimitChange::NoFloor => format!("Bỏ sàn {name}"),
                LimitChange::Ceiling(ceiling) => format!("Trần {name} {}", quantity(ceiling, *slot, VI)),
                LimitChange::NoCeiling => format!("Bỏ trần {name}"),
                LimitChange::Reason => format!("Ghi lý do khóa {name}"),
                LimitChange::Cleared => format!("Bỏ mọi ràng buộc của {name}"),
            });
            words.collect::<Vec<_>>().join(" · ")
        }
        Edit::ChangeTargets { change, .. } => match change {
            ListChange::Insert(target) => format!("Thêm kế hoạch: {}", plan(target)),
            ListChange::Replace(target) => format!("Sửa kế hoạch: {}", plan(target)),
            ListChange::Remove => match removed_target(&step.inverse) {
                Some(target) => format!("Bỏ kế hoạch: {}", plan(target)),
                None => "Bỏ kế hoạch".into(),
            },
        },
        Edit::UseTarget { place: Some(place), .. } => match scenario.targets.get(*place) {
            Some(target) => format!("Dùng để giao: {}", plan(target)),
            None => "Chọn kế hoạch dùng để giao".into(),
        },
        Edit::UseTarget { place: None, .. } => "Không giao theo kế hoạch nào".into(),
        Edit::ChangeClaims { change, .. } => match change {
            ListChange::Insert(_) => "Thêm số công bố để kiểm tra".into(),
            ListChange::Replace(_) => "Sửa số công bố để kiểm tra".into(),
            ListChange::Remove => "Bỏ số công bố để kiểm tra".into(),
        },
        Edit::SetRoadMap { indicator, road_map: Some(RoadMap { from, to, path, .. }) } => format!(
            "Lộ trình {} {from}–{to}: {}",
            words::indicator_short(*indicator),
            in_sentence(words::path(*path))
        ),
        Edit::SetRoadMap { indicator, road_map: None } => {
            format!("Bỏ lộ trình {}", words::indicator_short(*indicator))
        }
        Edit::SetBands(_) => "Đổi ngưỡng nhận xét".into(),
        Edit::Describe { name, note } => match described(name, note, &step.inverse) {
            (true, true) => format!("Đổi tên phương án thành “{name}”, sửa ghi chú"),
            (true, false) => format!("Đổi tên phương án thành “{name}”"),
            (false, _) => "Sửa ghi chú của phương án".into(),
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
            Purpose::LowerFloors => format!("Hạ sàn ở {}", units(edits.len())),
            Purpose::RaiseCeilings => format!("Nâng trần ở {}", units(edits.len())),
            Purpose::Release => format!("Bỏ ràng buộc ở {}", units(edits.len())),
            Purpose::Lock => format!("Khóa {}", cells(edits)),
            Purpose::Unlock => format!("Mở khóa {}", cells(edits)),
            Purpose::Clear => format!("Xóa {}", cells(edits)),
            Purpose::Fill => format!("Điền {}", cells(edits)),
            Purpose::Paste => format!("Dán {}", cells(edits)),
            Purpose::Limits => format!("Đặt sàn, trần ở {}", units(edits.len())),
            Purpose::Group | Purpose::Ungroup => data_steps::regroup(step, scenario),
            Purpose::StartMix => format!("Cách chia: {}", words::method(Method::Mix)),
            Purpose::PlanYear => match added_target(edits) {
                Some(target) => format!(
                    "Đặt mục tiêu {} năm {}",
                    quantity(&target.quantity, target.slot, VI),
                    target.slot.year
                ),
                None => "Đặt mục tiêu năm".into(),
            },
            Purpose::PlanAhead => match set_road_map(edits) {
                Some(RoadMap { indicator, from, to, .. }) => {
                    format!("Lập lộ trình {} {}–{}", words::indicator_short(*indicator), from, to)
                }
                None => "Lập lộ trình".into(),
            },
            Purpose::CountScope => match recounted(edits) {
                Some(target) => TARGETS.scope_of(target.scope).into(),
                None => TARGETS.scope_label.into(),
            },
            Purpose::Negotiate => match edits.first() {
                Some(Edit::SetLimit { unit, limit: Limit { lock: Some(people), .. }, .. }) => {
                    format!("Thương lượng {}: {}", unit_name(scenario, *unit, VI), VI.people(*people))
                }
                _ => "Thương lượng".into(),
            },
            Purpose::TakeOver => "Lấy theo phương án khác".into(),
        },
    }
}

/// “KH 2023 của UBND tỉnh, 40.258”.
fn plan(target: &Target) -> String {
    let amount = quantity(&target.quantity, target.slot, VI);
    format!("{}, {amount}", words::plan_of(target.slot.year, &target.issuer))
}
