//! The sentence at the top in Vietnamese.

use super::messages::all_measures;
use super::{units, words};
use crate::calc::Finding;
use crate::text::Language::Vi as VI;
use crate::text::verdict::Facts;

pub(in crate::text) fn balanced(facts: &Facts) -> String {
    let target = format!("{} người", VI.people(facts.target));
    let parts = parts(facts);
    match facts.change {
        Some(change) if change < 0 => {
            let fewer = VI.people(change.unsigned_abs());
            format!("Mục tiêu {target} thấp hơn năm trước {fewer} người: {parts}.")
        }
        Some(0) => format!("Mục tiêu {target} bằng năm trước: {parts}."),
        Some(change) => match facts.level {
            Some(_) => {
                format!("Để đạt {target}, {} cần thêm {} người: {parts}.", facts.place, VI.people(change))
            }
            None => format!("Cần thêm {} người để đạt {target}: {parts}.", VI.people(change)),
        },
        None => format!("Giao {target}: {parts}."),
    }
}

fn parts(facts: &Facts) -> String {
    let level = facts.level.as_deref();
    let rise = level.map_or_else(|| "tăng".into(), |level| format!("lên {level}"));
    let fall = match (facts.one_rate, level) {
        (true, _) => "giảm cùng tỷ lệ".into(),
        (false, Some(level)) => format!("giảm về {level}"),
        (false, None) => "giảm".into(),
    };
    let all = [
        (facts.lifted, rise.as_str()),
        (facts.rising_by_limit, "tăng theo sàn, trần hoặc khóa"),
        (facts.falling, fall.as_str()),
        (facts.falling_by_limit, "giảm theo sàn, trần hoặc khóa"),
        (facts.above, "đã cao hơn thì giữ nguyên"),
        (facts.unchanged, "giữ nguyên"),
        (facts.without_last, "chưa có số năm trước"),
    ];
    let said: Vec<String> = (all.into_iter())
        .filter(|&(count, _)| count > 0)
        .map(|(count, does)| format!("{} {does}", units(count)))
        .collect();
    if said.is_empty() { "không có đơn vị nào để giao".into() } else { said.join(", ") }
}

pub(in crate::text) fn not_balanced(reason: &str) -> String {
    format!("Chưa khớp: {reason}.")
}

pub(in crate::text) fn left_out(without_figures: usize, by_choice: usize) -> Vec<String> {
    let mut said = Vec::new();
    if without_figures > 0 {
        said.push(format!("{} chưa có số nên chưa giao.", units(without_figures)));
    }
    if by_choice > 0 {
        said.push(format!("{} không giao theo lựa chọn.", units(by_choice)));
    }
    said
}

pub(in crate::text) fn reason(finding: &Finding) -> Option<String> {
    match finding {
        Finding::FloorsExceed { gap, .. } => {
            Some(format!("giao vượt {} (sàn, khóa quá cao)", VI.people(*gap)))
        }
        Finding::CeilingsShort { gap, .. } => {
            Some(format!("còn {} chưa giao (trần không đủ)", VI.people(*gap)))
        }
        Finding::AllLocked { remaining, .. } if *remaining < 0 => {
            Some(format!("giao vượt {} (mọi ô đã khóa)", VI.people(remaining.unsigned_abs())))
        }
        Finding::AllLocked { remaining, .. } => {
            Some(format!("còn {} chưa giao (mọi ô đã khóa)", VI.people(*remaining)))
        }
        Finding::NoWeight { left, .. } => {
            Some(format!("còn {} chưa giao (mọi đơn vị có trọng số 0)", VI.people(*left)))
        }
        Finding::MissingFigures { measures, units: lacking, .. } => Some(format!(
            "{} chưa có {}",
            units(lacking.len()),
            all_measures(measures, |measure| words::measure(measure).to_owned())
        )),
        Finding::TargetUnknown { measure } => {
            Some(format!("chưa tính được mục tiêu vì thiếu {}", words::measure(*measure)))
        }
        Finding::TargetNotSet => Some("chưa có mục tiêu".into()),
        Finding::TargetTooLarge => Some("mục tiêu quá lớn, không tính được".into()),
        Finding::KeptExceedsTarget { kept, target } => {
            Some(format!("số giữ lại {} lớn hơn mục tiêu {}", VI.people(*kept), VI.people(*target)))
        }
        Finding::FloorAboveCeiling { .. }
        | Finding::LimitUnknown { .. }
        | Finding::OverBase { .. }
        | Finding::TargetBelowLast { .. }
        | Finding::Decrease { .. }
        | Finding::Tie { .. }
        | Finding::NoFloor { .. }
        | Finding::NoCeiling { .. }
        | Finding::BaseOfOtherYear { .. }
        | Finding::SumDiffers { .. }
        | Finding::DroppedDrivers { .. }
        | Finding::LeftOut { .. } => None,
    }
}
