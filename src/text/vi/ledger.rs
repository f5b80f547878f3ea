//! The ledger in Vietnamese.

use super::{TEXT, periods, units, words};
use crate::calc::{Label, Why, Yardstick};
use crate::model::{Method, UnitId};
use crate::text::Language::Vi as VI;
use crate::text::ledger::{Place, best_growth};
use crate::text::names::{custom_name, in_sentence, kept_at, unit_name};

pub(in crate::text) fn label(label: &Label, place: &Place<'_>) -> String {
    match label {
        Label::Period(label) => periods::label(label, place),
        Label::Target(node) => format!("Mục tiêu {}", unit_name(place.scenario, *node, VI)),
        Label::Kept(node) => kept(*node, place),
        Label::Locked(k) => format!("{} đã khóa", units(*k)),
        Label::Unchanged(k) => format!("{} giữ nguyên", units(*k)),
        Label::AtFloor(k) => format!("{} ở mức sàn", units(*k)),
        Label::AtCeiling(k) => format!("{} ở mức trần", units(*k)),
        Label::WithoutWeight(k) => format!("{} có trọng số 0", units(*k)),
        Label::LastOfSharing(k) => format!("số năm {} của {} cùng chia", place.last_year(), units(*k)),
        Label::ForSharing(k) if place.lifting => format!("{} cùng nâng", units(*k)),
        Label::ForSharing(k) => format!("{} cùng chia", units(*k)),
        Label::Level => "mức chung vừa khớp".into(),
        Label::LevelRange => "mọi mức trong khoảng này cho cùng kết quả".into(),
        Label::Weight { method, decreasing, unit } => {
            weight(*method, *decreasing, &unit_name(place.scenario, *unit, VI), place)
        }
        Label::Driver { driver, unit } => {
            let name = unit_name(place.scenario, *unit, VI);
            format!("{} của {name}", words::driver(*driver, place.scenario, place.last_year()))
        }
        Label::DriverSum { driver, units: k } => {
            format!("{} của {}", words::driver(*driver, place.scenario, place.last_year()), units(*k))
        }
        Label::DriverShare(driver) => {
            format!("tỷ trọng của {}", words::driver(*driver, place.scenario, place.last_year()))
        }
        Label::SharesInForce => "tổng tỷ trọng còn dùng".into(),
        Label::DriverPart(driver) => {
            format!("trọng số theo {}", words::driver(*driver, place.scenario, place.last_year()))
        }
        Label::MixedWeight(unit) => format!("trọng số kết hợp của {}", unit_name(place.scenario, *unit, VI)),
        Label::Share => "phần chia".into(),
        Label::Rounded => "làm tròn thường".into(),
        Label::WholePart => "phần nguyên".into(),
        Label::Rank { rank, places } => {
            format!("làm tròn theo số dư (hạng {rank}; {places} hạng đầu được thêm 1)")
        }
        Label::TieGain { places, tied } => format!(
            "{places} trong {tied} đơn vị ngang nhau được thêm 1: trọng số lớn hơn, rồi thứ tự danh sách"
        ),
        Label::Last => "năm trước".into(),
        Label::RaisedToFloor => "nâng lên sàn".into(),
        Label::StoppedAtCeiling => "dừng ở trần".into(),
        Label::SetByHand => "khóa".into(),
        Label::Given => "ĐƯỢC GIAO".into(),
        Label::GivenTogether => "giao cho các đơn vị".into(),
        Label::Remaining => "còn lại".into(),
        Label::Change => format!("tăng, giảm so với {}", place.last_year()),
        Label::Base(base) => words::base_short(*base).into(),
        Label::RateOf(base) => format!("tỷ lệ, % {}", words::base_short(*base)),
        Label::Growth => format!("tốc độ tăng so với {}", place.last_year()),
    }
}

fn kept(node: UnitId, place: &Place<'_>) -> String {
    format!("giữ {}", kept_at(place.scenario, node, VI))
}

fn weight(method: Method, decreasing: bool, unit: &str, place: &Place<'_>) -> String {
    let last = || format!("số năm {} của {unit}", place.last_year());
    match method {
        _ if decreasing => last(),
        Method::Lift => format!("{} {unit}", words::base_short(place.slot.indicator.base())),
        Method::Last => last(),
        Method::Population => format!("dân số {unit}"),
        Method::LabourForce => format!("LLLĐ {unit}"),
        Method::Liable => format!("số thuộc diện của {unit}"),
        Method::Gap => format!("số chưa tham gia của {unit}"),
        Method::Equal => format!("phần của {unit}: mỗi đơn vị một phần"),
        Method::Mix => format!("trọng số kết hợp của {unit}"),
        Method::Custom(series) => format!("“{}” của {unit}", custom_name(place.scenario, series, VI)),
    }
}

/// “Phần tăng chia theo dân số.”
fn shared(what: &str, method: Method) -> String {
    let name = in_sentence(words::method(method));
    match method {
        Method::Lift | Method::Last | Method::Equal => format!("Chia theo cách “{name}”."),
        Method::Population | Method::LabourForce | Method::Liable | Method::Gap | Method::Custom(_) => {
            format!("{what} chia {name}.")
        }
        Method::Mix => format!("{what} chia {name} của nhiều tiêu chí."),
    }
}

pub(in crate::text) fn between(low: &str, high: Option<&str>) -> String {
    match high {
        Some(high) => format!("từ {low} đến {high}"),
        None => format!("từ {low} trở lên"),
    }
}

pub(in crate::text) fn why(why: &Why, last_year: u16) -> String {
    match why {
        Why::Lifted { level, base } => {
            format!("Thấp hơn mức chung: nâng lên {} {}.", VI.percent(level), words::base_short(*base))
        }
        Why::AlreadyAbove { level, base } => format!(
            "Đã cao hơn mức chung {} {}: giữ nguyên số năm {last_year}.",
            VI.percent(level),
            words::base_short(*base)
        ),
        Why::ShareOfIncrease { method: Method::Equal } => "Phần tăng chia đều, mỗi đơn vị như nhau.".into(),
        Why::ShareOfIncrease { method } => shared("Phần tăng", *method),
        Why::ShareOfWhole { method } => shared("Toàn bộ số", *method),
        Why::SameRate { growth } if growth.is_negative() => {
            format!("Giảm cùng tỷ lệ với các đơn vị khác: {}% so với {last_year}.", VI.signed_decimal(growth))
        }
        Why::SameRate { growth } => {
            format!(
                "Tăng cùng tốc độ với các đơn vị khác: {}% so với {last_year}.",
                VI.signed_decimal(growth)
            )
        }
        Why::AtFloor => "Nâng lên sàn của đơn vị.".into(),
        Why::AtCeiling => "Dừng ở trần của đơn vị.".into(),
        Why::AtLeastBelow => "Nâng lên mức thấp nhất mà sàn, khóa ở cấp dưới cho phép.".into(),
        Why::AtMostBelow => "Dừng ở mức cao nhất mà trần, khóa ở cấp dưới cho phép.".into(),
        Why::WithoutWeight => "Trọng số 0 theo cách chia này nên không được chia thêm.".into(),
        Why::Locked { people, others: 0 } => {
            format!("Do bạn đặt {}; không còn đơn vị nào để chia tiếp.", VI.people(*people))
        }
        Why::Locked { people, others } => {
            format!("Do bạn đặt {}; phần còn lại chia cho {}.", VI.people(*people), units(*others))
        }
        Why::NotBalancedLeast => "Chưa khớp: đây là mức thấp nhất mà sàn và khóa cho phép.".into(),
        Why::NotBalancedMost => "Chưa khớp: đây là mức cao nhất mà trần và khóa cho phép.".into(),
        Why::LeftOut => format!("{}: đã chọn để ngoài phần chia.", TEXT.left_out),
        Why::NotSplit => "Chưa chia: còn thiếu số liệu.".into(),
        Why::Fact => "Lấy từ số liệu của phương án.".into(),
        Why::Computed => "Tính từ các số sau.".into(),
        Why::Measured(Yardstick { best: None, reach, stretch }) => {
            format!("Tăng đến {reach}% là vừa sức, đến {stretch}% là cố gắng, trên nữa là rất khó.")
        }
        Why::Measured(Yardstick { best: Some(best), reach, stretch }) => format!(
            "Năm tăng nhanh nhất trước đây: {}. Đến {reach}% mức đó là vừa sức, đến {stretch}% là cố gắng, trên nữa là rất khó.",
            VI.signed_percent_of(&best_growth(*best), 1)
        ),
    }
}
