//! Remarks on the whole document in Vietnamese.

use super::messages::sum_differs;
use super::{units as counted, words};
use crate::calc::DocumentFinding;
use crate::calc::check::{Compared, Lack};
use crate::model::{Claim, Measure, Scenario, UnitId};
use crate::text::Language::Vi as VI;
use crate::text::Message;
use crate::text::document::{
    calculation_in_full, change, computed, plan_name, plan_of, share_interval, size, stated, subject, times,
};
use crate::text::names::{in_sentence, unit_list, unit_name};

const CHECK_BOTH: &str = "Kiểm tra hai số này và phạm vi tính.";

pub(in crate::text) fn finding(finding: &DocumentFinding, scenario: &Scenario) -> Message {
    let name = |unit: UnitId| unit_name(scenario, unit, VI);
    let short = words::indicator_short;
    match finding {
        DocumentFinding::SumDiffers { measure, year, scope: _, node, units, own } => {
            sum_differs(&format!("{}, {} {year}", name(*node), words::measure(*measure)), *units, *own)
        }
        DocumentFinding::MissingFigures { measure, year, node: _, units } => Message::new(
            format!(
                "{}: chưa có {} {year}, các đơn vị khác đã có.",
                unit_list(scenario, units, VI),
                words::measure(*measure)
            ),
            "Nhập số còn thiếu.",
        ),
        DocumentFinding::DuplicateUnit { first, second } => Message::new(
            format!("{} và {}: trùng tên hoặc trùng mã.", name(*first), name(*second)),
            "Sửa tên, mã hoặc bỏ bớt một đơn vị.",
        ),
        DocumentFinding::ResultAboveBase { indicator, year, units } => first(units, |unit, rest| {
            Message::new(
                format!(
                    "{}, {} {year}: {} người, nhiều hơn {} {}{rest}.",
                    name(unit.unit),
                    short(*indicator),
                    VI.people(unit.people),
                    words::base_short(indicator.base()),
                    VI.people(unit.other)
                ),
                CHECK_BOTH,
            )
        }),
        DocumentFinding::PartAboveWhole { part, whole, year, units } => first(units, |unit, rest| {
            Message::new(
                format!(
                    "{}, năm {year}: {} {} lớn hơn {} {}{rest}.",
                    name(unit.unit),
                    short(*part),
                    VI.people(unit.people),
                    short(*whole),
                    VI.people(unit.other)
                ),
                CHECK_BOTH,
            )
        }),
        DocumentFinding::PartsDiffer { whole, year, units } => first(units, |unit, rest| {
            Message::new(
                format!(
                    "{}, {} {year}: các phần cộng lại {}, đã ghi {}, lệch {}{rest}.",
                    name(unit.unit),
                    short(*whole),
                    VI.people(unit.other),
                    VI.people(unit.people),
                    VI.people(unit.other.abs_diff(u128::from(unit.people)))
                ),
                "Kiểm tra từng phần và số chung.",
            )
        }),
        DocumentFinding::LargeChange { indicator, year, units } => first(units, |unit, rest| {
            Message::new(
                format!(
                    "{}, {}: năm {} có {}, năm {year} có {} ({}){rest}.",
                    name(unit.unit),
                    short(*indicator),
                    year.saturating_sub(1),
                    VI.people(unit.other),
                    VI.people(unit.people),
                    change(unit, VI)
                ),
                CHECK_BOTH,
            )
        }),
        DocumentFinding::PlansDiffer { slot, smaller, larger, .. } => {
            let apart = match times(smaller, larger, VI) {
                Some(times) => format!("chênh {times} lần"),
                None => "chênh rất xa".into(),
            };
            Message::new(
                format!(
                    "{}: {} và {} {apart}; có thể khác phạm vi tính.",
                    short(slot.indicator),
                    plan_of(smaller, slot.year, VI),
                    plan_of(larger, slot.year, VI)
                ),
                "Kiểm tra từng kế hoạch tính những ai.",
            )
        }
        DocumentFinding::TargetPartsDiffer { slot, issuer, parts, whole, .. } => Message::new(
            format!(
                "{}, {}: các phần cộng lại {}, mục tiêu chung {}.",
                plan_name(slot.year, issuer, VI),
                short(slot.indicator),
                size(parts, VI),
                size(whole, VI)
            ),
            "Sửa mục tiêu chung hoặc từng phần.",
        ),
        DocumentFinding::TargetAboveWhole { slot, whole, issuer, part_size, whole_size } => Message::new(
            format!(
                "{}: {} {} lớn hơn {} {}.",
                plan_name(slot.year, issuer, VI),
                short(slot.indicator),
                size(part_size, VI),
                short(*whole),
                size(whole_size, VI)
            ),
            "Kiểm tra hai mục tiêu này.",
        ),
        DocumentFinding::TargetAboveBase { slot, issuer, people, base } => Message::new(
            format!(
                "{}, {}: {} vượt 100% {} ({}).",
                plan_name(slot.year, issuer, VI),
                short(slot.indicator),
                VI.people(*people),
                words::base_short(slot.indicator.base()),
                VI.people(*base)
            ),
            format!("Kiểm tra mục tiêu và {}.", words::base_short(slot.indicator.base())),
        ),
        DocumentFinding::TargetOfOtherScope { slot, issuer, target, result } => Message::new(
            format!(
                "{}, {}: mục tiêu tính người {}, kết quả lại tính người {}.",
                plan_name(slot.year, issuer, VI),
                short(slot.indicator),
                in_sentence(words::scope(*target)),
                in_sentence(words::scope(*result))
            ),
            "Nhập kết quả cùng phạm vi thì mới tính được tỷ lệ hoàn thành.",
        ),
        DocumentFinding::ElsewhereNotKept { slot, elsewhere, kept, .. } => Message::new(
            format!(
                "Mục tiêu {} {} tính cả {} người tham gia ngoài tỉnh, nhưng chỉ giữ {} ở tỉnh.",
                short(slot.indicator),
                slot.year,
                VI.people(*elsewhere),
                VI.people(*kept)
            ),
            "Giữ số này ở tỉnh, vì không đơn vị nào vận động được họ.",
        ),
        DocumentFinding::ClaimDiffers { claim, computed: found, .. } => told(scenario, *claim, |claim| {
            Message::new(
                format!(
                    "{} = {}, không phải {} như đã ghi ({}).",
                    calculation_in_full(claim, scenario, VI),
                    computed(claim, found, VI),
                    stated(&claim.stated, VI),
                    claim.source
                ),
                "Kiểm tra lại số công bố và số liệu.",
            )
        }),
        DocumentFinding::ClaimCountsElsewhere { claim, elsewhere, in_province } => {
            told(scenario, *claim, |claim| {
                Message::new(
                    format!(
                        "Tỷ lệ {} tính cả {} người tham gia ngoài tỉnh; trong tỉnh là {}.",
                        stated(&claim.stated, VI),
                        VI.people(*elsewhere),
                        share_interval(in_province, VI)
                    ),
                    "So sánh trên cùng một phạm vi tính.",
                )
            })
        }
        DocumentFinding::ClaimOfOtherYear { claim, part, whole } => told(scenario, *claim, |claim| {
            Message::new(
                format!("Tỷ lệ {} lấy số năm {part} chia cho mẫu số năm {whole}.", stated(&claim.stated, VI)),
                "Dùng mẫu số cùng năm nếu có.",
            )
        }),
        DocumentFinding::SamePercentage { first, second } => told(scenario, *first, |one| {
            told(scenario, *second, |other| {
                Message::new(
                    format!(
                        "{} được ghi hai lần: cho {} và cho {}.",
                        stated(&one.stated, VI),
                        subject(one, scenario, VI),
                        subject(other, scenario, VI)
                    ),
                    "Kiểm tra xem có chép nhầm không.",
                )
            })
        }),
        DocumentFinding::RoadMapUnknown { indicator, lack } => {
            let (what, fix) = lacking(*lack);
            Message::new(format!("Lộ trình {}: {what}.", short(*indicator)), fix)
        }
        DocumentFinding::RoadMapFalls { indicator, year, before, now, .. } => Message::new(
            format!(
                "Lộ trình {}: năm {year} là {}, thấp hơn năm trước ({}).",
                short(*indicator),
                size(now, VI),
                size(before, VI)
            ),
            "Kiểm tra các năm, hoặc cho phép thấp hơn năm trước.",
        ),
    }
}

/// The first unit with its numbers, and how many more there are.
fn first(units: &[Compared], words: impl Fn(&Compared, &str) -> Message) -> Message {
    match units {
        [] => Message::new("Không còn đơn vị nào cần xem.", "Không cần sửa."),
        [only] => words(only, ""),
        [unit, rest @ ..] => words(unit, &format!("; {} khác cũng vậy", counted(rest.len()))),
    }
}

/// The claim a remark is on; one that is gone has nothing to say but that.
fn told(scenario: &Scenario, claim: usize, words: impl Fn(&Claim) -> Message) -> Message {
    scenario
        .claims
        .get(claim)
        .map_or_else(|| Message::new("Số công bố này không còn trong phương án.", "Tải lại trang."), words)
}

fn lacking(lack: Lack) -> (String, String) {
    match lack {
        Lack::Figure { measure, year } => {
            let of_province = if matches!(measure, Measure::Base(_)) { "" } else { " của toàn tỉnh" };
            let measure = words::measure(measure);
            (format!("thiếu {measure} {year}{of_province}"), format!("Nhập {measure} {year}."))
        }
        Lack::Goal { year } => (format!("năm {year} chưa có mục tiêu"), format!("Nhập mục tiêu năm {year}.")),
        Lack::Target { year, .. } => {
            (format!("chưa tính được số người của năm {year}"), format!("Nhập số năm {year} bằng số người."))
        }
    }
}
