//! Quarters and months in Vietnamese.

use super::units;
use crate::calc::PeriodLabel;
use crate::calc::period::PeriodError;
use crate::model::{PeriodRule, Periods, Shape};
use crate::text::Language::Vi as VI;
use crate::text::ledger::Place;
use crate::text::names::{in_sentence, unit_name};
use crate::text::{Message, PeriodsText};

pub(super) static TEXT: PeriodsText = PeriodsText {
    button: "Quý, tháng",
    title: |year| format!("Số cuối quý, cuối tháng năm {year}"),
    lead: "Số tại ngày cuối kỳ, đi từ số năm trước đến số được giao; kỳ cuối bằng đúng số cả năm.",
    periods_label: "Chia năm theo",
    periods,
    shape_label: "Nhịp tăng, giảm",
    equal: "Đều nhau",
    custom: "Trọng số riêng",
    weights: "Trọng số từng kỳ",
    weights_sum: |sum| format!("Tổng trọng số {sum}; chỉ tỷ lệ giữa các kỳ là quan trọng."),
    like_last_year: |year| {
        format!("Theo nhịp năm {year}: chưa chọn được, vì phương án chưa có số từng tháng của năm {year}.")
    },
    period,
    period_end,
    table_label: |year| format!("Số của từng đơn vị tại cuối kỳ, năm {year}"),
    total: "Cộng các đơn vị",
    check,
    without: |count, names| {
        format!("{} không có trong bảng vì chưa có số năm trước hoặc chưa được giao: {names}.", units(count))
    },
    kept: |people| format!("Số giữ ở tỉnh {people} không chia theo kỳ."),
    why_title: |unit, end, people| format!("{unit}, {end}: vì sao {people}?"),
    close: "Đóng quý, tháng",
};

fn periods(periods: Periods) -> &'static str {
    match periods {
        Periods::Quarters => "Quý",
        Periods::Months => "Tháng",
    }
}

fn period(periods: Periods, place: usize) -> String {
    match periods {
        Periods::Quarters => format!("Quý {}", ["I", "II", "III", "IV"].get(place).unwrap_or(&"")),
        Periods::Months => format!("Tháng {}", place + 1),
    }
}

fn period_end(periods: Periods, place: usize) -> String {
    format!("cuối {}", in_sentence(&period(periods, place)))
}

fn check(periods: Periods) -> &'static str {
    match periods {
        Periods::Quarters => "Tổng từng quý khớp · quý IV = cả năm",
        Periods::Months => "Tổng từng tháng khớp · tháng 12 = cả năm",
    }
}

pub(in crate::text) fn label(label: &PeriodLabel, place: &Place<'_>) -> String {
    let name = |unit| unit_name(place.scenario, unit, VI);
    match label {
        PeriodLabel::YearRise(unit) => format!("mức tăng cả năm của {}", name(*unit)),
        PeriodLabel::YearFall(unit) => format!("mức giảm cả năm của {}", name(*unit)),
        PeriodLabel::YearChange(k) => format!("tăng, giảm cả năm của {}", units(*k)),
        PeriodLabel::WeightsSoFar { periods, place } => {
            format!("trọng số đến {}", period_end(*periods, *place))
        }
        PeriodLabel::WeightsOfYear => "tổng trọng số cả năm".into(),
        PeriodLabel::FallTie { places, tied } => format!(
            "{places} trong {tied} đơn vị ngang nhau giảm thêm 1: trọng số lớn hơn, rồi thứ tự danh sách"
        ),
        PeriodLabel::FallenBy { periods, place } => format!("đã giảm đến {}", period_end(*periods, *place)),
        PeriodLabel::LastOf(k) => format!("số năm {} của {}", place.last_year(), units(*k)),
        PeriodLabel::PeriodEnd { periods, place } => period_end(*periods, *place),
    }
}

pub(in crate::text) fn step(rule: &PeriodRule) -> String {
    let shape = match rule.shape {
        Shape::Equal => "đều nhau",
        Shape::Custom(_) => "theo trọng số riêng",
    };
    match rule.periods {
        Periods::Quarters => format!("Chia theo quý, {shape}"),
        Periods::Months => format!("Chia theo tháng, {shape}"),
    }
}

pub(in crate::text) fn error(error: PeriodError) -> Message {
    match error {
        PeriodError::NothingGiven => Message::new(
            "Chưa chia được theo quý, tháng: chưa đơn vị nào vừa có số năm trước vừa được giao.",
            "Nhập số năm trước, hoặc sửa mục tiêu và cách chia để có số giao.",
        ),
        PeriodError::TooLarge => Message::new(
            "Chưa chia được theo quý, tháng: số của các đơn vị cộng lại quá lớn.",
            "Kiểm tra số năm trước và số giao của từng đơn vị.",
        ),
        PeriodError::NoShape => Message::new(
            "Các trọng số đều bằng 0 nên chưa chia được theo quý, tháng.",
            "Nhập ít nhất một trọng số lớn hơn 0.",
        ),
    }
}

pub(in crate::text) fn weight_too_large(most: &str) -> Message {
    Message::new("Trọng số quá lớn.", format!("Nhập số nguyên từ 0 đến {most}."))
}
