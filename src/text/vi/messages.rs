//! Errors, findings and cures in Vietnamese.

use super::{TEXT, units, words};
use crate::calc::Finding;
use crate::edit::EditError;
use crate::model::{Cure, Decimal, Measure, Scenario, Slot, UnitId, Wrong};
use crate::save::SaveError;
use crate::text::Language::Vi as VI;
use crate::text::message::{Message, StorageTrouble};
use crate::text::names::{capitalised, join, kept_at, measure_name, method_name, unit_list, unit_name};
use crate::text::parse::ReadError;
use crate::text::quantity;

const ASIDE: &str = "Đã giữ riêng; tải về trước khi xóa.";
const CHOOSE: &str = "Chọn một cách gỡ bên dưới.";

pub(in crate::text) fn read_error(error: &ReadError, old: Option<&str>) -> Message {
    let (what, fix) = match error {
        ReadError::Empty => ("Ô này đang trống.".into(), "Nhập ví dụ 35.002 hoặc 4,83%."),
        ReadError::NoName => ("Tên đang để trống.".into(), "Nhập tên."),
        ReadError::NotNumber { found } => {
            (format!("“{found}” không phải là số."), "Nhập ví dụ 35.002 hoặc 4,83%.")
        }
        ReadError::NotWhole { .. } => ("Số người phải là số nguyên, từ 0 trở lên.".into(), ""),
        ReadError::TooLarge { found } => (format!("“{found}” quá lớn."), "Kiểm tra lại số chữ số."),
        ReadError::RangeReversed { found } => {
            (format!("“{found}”: đầu khoảng lớn hơn cuối khoảng."), "Nhập số nhỏ trước, ví dụ 37–38%.")
        }
        ReadError::SignedRate { found } => (
            format!("“{found}”: tỷ lệ không mang dấu."),
            "Nhập ví dụ 4,83%, hoặc nhập mức tăng ở ô bên cạnh.",
        ),
        ReadError::NotDay { found } => {
            (format!("“{found}” không phải là ngày."), "Nhập ngày trước, ví dụ 18/03/2022.")
        }
        ReadError::NotPlain { found } => {
            (format!("Ô này nhận một số duy nhất, không nhận “{found}”."), "Nhập ví dụ 4.500.")
        }
        ReadError::NotShare { found } => {
            (format!("“{found}” không phải là tỷ trọng."), "Nhập từ 0 đến 100, nhiều nhất một số lẻ: 33,3.")
        }
    };
    let kept = old.map(|old| format!("Đang giữ {old}."));
    let fix = match (fix, kept) {
        ("", Some(kept)) => kept,
        ("", None) => "Nhập ví dụ 4.500.".into(),
        (fix, Some(kept)) => format!("{fix} {kept}"),
        (fix, None) => fix.into(),
    };
    Message::new(what, fix)
}

pub(in crate::text) fn finding(finding: &Finding, scenario: &Scenario) -> Message {
    let name = |unit: UnitId| unit_name(scenario, unit, VI);
    let names = |units: &[UnitId]| unit_list(scenario, units, VI);
    let choose =
        if finding.cures().is_empty() { "Sửa mục tiêu hoặc các ràng buộc." } else { CHOOSE };
    match finding {
        Finding::FloorsExceed { floors, gap, kept, .. } => Message::new(
            format!(
                "Tổng sàn {}{} lớn hơn mục tiêu {}: vượt {} người.",
                VI.people(*floors),
                and_kept(*kept),
                VI.people((*floors + u128::from(*kept)).saturating_sub(*gap)),
                VI.people(*gap)
            ),
            choose,
        ),
        Finding::CeilingsShort { ceilings, gap, kept, .. } => Message::new(
            format!(
                "Tổng trần {}{} nhỏ hơn mục tiêu {}: thiếu {} người.",
                VI.people(*ceilings),
                and_kept(*kept),
                VI.people(*ceilings + u128::from(*kept) + *gap),
                VI.people(*gap)
            ),
            choose,
        ),
        Finding::AllLocked { remaining, .. } => Message::new(
            if *remaining < 0 {
                format!("Mọi ô đã khóa, giao vượt {}.", VI.people(remaining.unsigned_abs()))
            } else {
                format!("Mọi ô đã khóa, còn lệch {}.", VI.people(*remaining))
            },
            "Mở khóa hoặc sửa mục tiêu.",
        ),
        Finding::NoWeight { method, left, .. } => Message::new(
            format!("{}: mọi đơn vị có trọng số 0.", method_name(*method, scenario, VI)),
            format!("Chọn cách khác hoặc giữ {} ở cấp trên.", VI.people(*left)),
        ),
        Finding::MissingFigures { measures, units: lacking, .. } => Message::new(
            format!(
                "Cách chia này cần {}; {} chưa có số.",
                all_measures(measures, |measure| measure_name(measure, scenario, VI)),
                units(lacking.len())
            ),
            "Nhập số hoặc chọn cách khác.",
        ),
        Finding::TargetUnknown { measure } => Message::new(
            format!("Chưa tính được mục tiêu: thiếu {} của toàn tỉnh.", words::measure(*measure)),
            format!("Nhập {} hoặc đặt mục tiêu bằng số người.", words::measure(*measure)),
        ),
        Finding::TargetNotSet => {
            Message::new("Chưa có mục tiêu.", "Nhập mục tiêu: số người, tỷ lệ hoặc mức tăng.")
        }
        Finding::TargetTooLarge => {
            Message::new("Mục tiêu quá lớn, không tính được.", "Kiểm tra lại số chữ số của mục tiêu.")
        }
        Finding::KeptExceedsTarget { kept, target } => Message::new(
            format!("Số giữ lại {} lớn hơn mục tiêu {}.", VI.people(*kept), VI.people(*target)),
            "Giảm số giữ lại hoặc nâng mục tiêu.",
        ),
        Finding::FloorAboveCeiling { unit, floor, ceiling } => Message::new(
            format!("{}: sàn {} cao hơn trần {}.", name(*unit), VI.people(*floor), VI.people(*ceiling)),
            "Sửa một trong hai.",
        ),
        Finding::LimitUnknown { unit, measure } => Message::new(
            format!("{}: chưa áp dụng được sàn, trần vì thiếu {}.", name(*unit), words::measure(*measure)),
            format!("Nhập {} hoặc đặt sàn, trần bằng số người.", words::measure(*measure)),
        ),
        Finding::OverBase { unit, base, rate } => Message::new(
            format!(
                "{}: {} vượt 100% {}.",
                name(*unit),
                VI.percent_over_hundred(rate),
                words::base_short(*base)
            ),
            format!("Mở khóa hoặc kiểm tra {}.", words::base_short(*base)),
        ),
        Finding::TargetBelowLast { target, last } => Message::new(
            format!("Mục tiêu {} thấp hơn số đang có {}.", VI.people(*target), VI.people(*last)),
            "Kiểm tra nếu không chủ ý.",
        ),
        Finding::Decrease { kept: 1.. } => Message::new(
            "Phần chia (mục tiêu trừ số giữ lại) thấp hơn kết quả năm trước: phần giảm chia đều theo tỷ lệ.",
            "Kiểm tra số giữ lại nếu không chủ ý.",
        ),
        Finding::Decrease { kept: 0 } => Message::new(
            "Mục tiêu thấp hơn kết quả năm trước: phần giảm chia đều theo tỷ lệ.",
            "Kiểm tra mục tiêu nếu không chủ ý.",
        ),
        Finding::Tie { units, places } => Message::new(
            format!(
                "{}: ngang nhau ở phần làm tròn; {} đơn vị được thêm 1 theo quy tắc.",
                names(units),
                VI.people(*places)
            ),
            "Không cần sửa: trọng số lớn hơn trước, rồi thứ tự danh sách.",
        ),
        Finding::NoFloor { units } => Message::new(
            format!("{}: chưa có số năm trước nên không có sàn.", names(units)),
            "Nhập số năm trước hoặc đặt sàn.",
        ),
        Finding::NoCeiling { base, units } => Message::new(
            format!("{}: chưa có {} nên không có trần.", names(units), words::base_short(*base)),
            format!("Nhập {} hoặc đặt trần.", words::base_short(*base)),
        ),
        Finding::BaseOfOtherYear { base, year } => Message::new(
            format!("{} dùng ở đây là số năm {year}.", capitalised(words::base_short(*base))),
            "Nhập số mới hơn nếu có.",
        ),
        Finding::SumDiffers { measure, node, units, own } => {
            sum_differs(&format!("{}, {}", name(*node), words::measure(*measure)), *units, *own)
        }
        Finding::DroppedDrivers { drivers, last_year } => {
            let names: Vec<String> =
                drivers.iter().map(|&driver| words::driver(driver, scenario, *last_year)).collect();
            Message::new(
                format!("Cách kết hợp không tính tiêu chí bằng 0 ở mọi đơn vị: {}.", join(&names, VI)),
                "Nhập số, hoặc bỏ tiêu chí này khỏi cách kết hợp.",
            )
        }
        Finding::LeftOut { units, node, last_year, last } => Message::new(
            match last {
                0 => format!("{}: không giao (theo lựa chọn trong phương án).", names(units)),
                last => format!(
                    "{}: không giao (theo lựa chọn trong phương án). Số năm {last_year} của {} vẫn gồm {} người ở đây; các đơn vị khác phải bù số này.",
                    names(units),
                    name(*node),
                    VI.people(*last)
                ),
            },
            "Tắt “Không giao” ở đơn vị để giao lại.",
        ),
    }
}

/// What is kept at the node counts with the floors and ceilings, where there is any.
fn and_kept(kept: u64) -> String {
    if kept == 0 { String::new() } else { format!(" cộng {} giữ lại", VI.people(kept)) }
}

/// “LLLĐ và số tham gia BHXH tự nguyện”.
pub(in crate::text) fn all_measures(measures: &[Measure], name: impl Fn(Measure) -> String) -> String {
    let words: Vec<String> = measures.iter().map(|&measure| name(measure)).collect();
    join(&words, VI)
}

pub(in crate::text) fn clash(parts: (Option<String>, Option<String>)) -> Option<String> {
    match parts {
        (Some(clash), Some(release)) => {
            Some(format!("Đang vướng ở {clash}. Bỏ ràng buộc ở {release} là đủ."))
        }
        (Some(clash), None) => Some(format!("Đang vướng ở {clash}.")),
        (None, Some(release)) => Some(format!("Bỏ ràng buộc ở {release} là đủ.")),
        (None, None) => None,
    }
}

/// A node's own figure against what its units come to. `figure`: whose, and what.
pub(super) fn sum_differs(figure: &str, units: u128, own: u64) -> Message {
    let off = units.abs_diff(u128::from(own));
    Message::new(
        format!(
            "{figure}: tổng cấp dưới {}, số cấp trên {}, lệch {}.",
            VI.people(units),
            VI.people(own),
            VI.people(off)
        ),
        "Kiểm tra số của từng đơn vị và số của cấp trên.",
    )
}

pub(in crate::text) fn cure(
    cure: &Cure,
    scenario: &Scenario,
    node: UnitId,
    only_locks: impl Fn(&[UnitId]) -> bool,
) -> String {
    match cure {
        Cure::RaiseNode { unit, to, by } => {
            format!("Nâng {} lên {} (+{})", unit_name(scenario, *unit, VI), VI.people(*to), VI.people(*by))
        }
        Cure::LowerNode { unit, to, by: _ } => {
            format!("Hạ {} xuống {}", unit_name(scenario, *unit, VI), VI.people(*to))
        }
        Cure::RaiseTarget { to, by } => {
            format!("Nâng mục tiêu lên {} (+{})", VI.people(*to), VI.people(*by))
        }
        Cure::LowerTarget { to, by: _ } => format!("Hạ mục tiêu xuống {}", VI.people(*to)),
        Cure::LetUnitsFall => "Cho phép thấp hơn năm trước".into(),
        Cure::LowerFloors(floors) => format!("Hạ sàn ở {}, ít nhất có thể", units(floors.len())),
        Cure::RaiseCeilings(ceilings) => {
            format!("Nâng trần, ít nhất có thể ({})", units(ceilings.len()))
        }
        Cure::Release(released) if only_locks(released) => {
            format!("Mở khóa {} ô", VI.people(released.len()))
        }
        Cure::Release(released) => format!("Bỏ ràng buộc ở {}", units(released.len())),
        Cure::KeepAtNode(kept) => format!("Giữ {} {}", VI.people(*kept), kept_at(scenario, node, VI)),
        Cure::UseTarget { people, .. } => format!("Giao theo kế hoạch {}", VI.people(*people)),
        Cure::ChangeTarget { target, .. } => {
            format!("Đặt thành {}", quantity(&target.quantity, target.slot, VI))
        }
        Cure::LetRoadMapFall(_) => "Cho phép năm sau thấp hơn năm trước".into(),
        Cure::LeaveOut(left_out) => format!("Không giao {} chưa có số", units(left_out.len())),
    }
}

pub(in crate::text) fn save_error(error: &SaveError) -> Message {
    match error {
        SaveError::Unreadable(_) | SaveError::Damaged(_) => Message::new("Bản đã lưu không đọc được.", ASIDE),
        SaveError::TooNew { .. } => Message::new("Tệp do bản mới hơn tạo ra.", "Tải lại trang rồi mở tệp."),
        SaveError::Wrong(wrong) => {
            Message::new(format!("Bản đã lưu tự mâu thuẫn: {}.", contradiction(wrong)), ASIDE)
        }
    }
}

pub(super) fn contradiction(wrong: &Wrong) -> String {
    match wrong {
        Wrong::Roots { count } => format!("phải có đúng 1 đơn vị cấp cao nhất, ở đây có {count}"),
        Wrong::DoubleUnit { unit } => format!("đơn vị số {} có hai lần", unit.0),
        Wrong::UnknownUnit { unit } => format!("không có đơn vị số {}", unit.0),
        Wrong::Cycle { unit } => format!("đơn vị số {} lại thuộc chính nó", unit.0),
        Wrong::NotSorted { list } => {
            let list = match *list {
                "figures" => "số liệu",
                "units left out" => "danh sách không giao",
                "limits" => "ràng buộc",
                "road maps" => "lộ trình",
                _ => "một danh sách",
            };
            format!("{list} sai thứ tự hoặc bị lặp")
        }
        Wrong::RoadMapYears { indicator, from, to } => format!(
            "lộ trình {} từ năm {from} phải đến một năm sau đó, không phải {to}",
            words::indicator_short(*indicator)
        ),
        Wrong::Bands => "các ngưỡng sai thứ tự".into(),
        Wrong::NoTarget => "không có mục tiêu nào dùng để giao".into(),
        Wrong::Incomplete { slot } => format!(
            "{} năm {} có hai mục tiêu dùng để giao hoặc thiếu cách chia",
            words::indicator_short(slot.indicator),
            slot.year
        ),
        Wrong::DoubleRule { slot, node } => {
            format!("đơn vị số {} có hai cách chia cho {}", node.0, of_slot(*slot))
        }
        Wrong::RuleOnLeaf { slot, node } => format!(
            "đơn vị số {} không có đơn vị cấp dưới mà lại có cách chia cho {}",
            node.0,
            of_slot(*slot)
        ),
        Wrong::MixNotWhole { slot, node, per_mille } => format!(
            "tỷ trọng kết hợp của {} ở đơn vị số {} cộng lại là {}, không phải 100%",
            of_slot(*slot),
            node.0,
            percent_of_mix(*per_mille)
        ),
        Wrong::DoubleDriver { slot, node } => {
            format!("cách kết hợp của {} ở đơn vị số {} có một tiêu chí hai lần", of_slot(*slot), node.0)
        }
        Wrong::Periods { slot, node } => format!(
            "trọng số quý, tháng của {} ở đơn vị số {} không đủ hoặc đều bằng 0",
            of_slot(*slot),
            node.0
        ),
        Wrong::DoubleCustom { series } => format!("cột riêng số {} có hai lần", series.0),
        Wrong::UnknownCustom { series } => format!("không có cột riêng số {}", series.0),
        Wrong::EmptyLimit { slot, unit } => {
            format!("ràng buộc của đơn vị số {} cho {} đang trống", unit.0, of_slot(*slot))
        }
    }
}

/// “BHXH tự nguyện năm 2023”.
fn of_slot(slot: Slot) -> String {
    format!("{} năm {}", words::indicator_short(slot.indicator), slot.year)
}

/// Per mille as per cent: “99,9%”.
fn percent_of_mix(per_mille: u64) -> String {
    VI.percent(&Decimal::new(per_mille, 1))
}

pub(in crate::text) fn storage_trouble(trouble: StorageTrouble) -> Message {
    match trouble {
        StorageTrouble::Full => {
            Message::new("Bộ nhớ trình duyệt đã đầy.", "Tải tệp .json để không mất số liệu.")
        }
        StorageTrouble::Blocked => {
            Message::new("Trình duyệt không cho lưu.", "Đóng trang sẽ mất số liệu; hãy tải tệp .json.")
        }
    }
}

pub(in crate::text) fn edit_error(error: &EditError) -> Message {
    match error {
        EditError::UnknownUnit { unit } => {
            Message::new(format!("Phương án không có {}.", (TEXT.unnamed_unit)(unit.0)), "Tải lại trang.")
        }
        EditError::NoRow { place } => Message::new(
            format!("Danh sách không có dòng {}.", VI.people(place.saturating_add(1))),
            "Tải lại trang.",
        ),
        EditError::Wrong(wrong) => {
            Message::new(format!("Không sửa được: {}.", contradiction(wrong)), "Chọn giá trị khác.")
        }
        EditError::NoTarget { slot } => Message::new(
            format!("{} năm {} chưa có mục tiêu.", words::indicator_short(slot.indicator), slot.year),
            "Chọn chỉ tiêu và năm đã có mục tiêu.",
        ),
        EditError::NoRule { slot, .. } => Message::new(
            format!("{} năm {} chưa có cách chia.", words::indicator_short(slot.indicator), slot.year),
            "Chọn chỉ tiêu và năm đã có cách chia.",
        ),
        EditError::HasRule { slot, node } => Message::new(
            format!("Đơn vị số {} đã có cách chia riêng cho {}.", node.0, of_slot(*slot)),
            "Sửa cách chia riêng đó.",
        ),
        EditError::ProvinceRule { slot } => Message::new(
            format!("Cách chia {} ở tỉnh không lấy theo cấp nào được.", of_slot(*slot)),
            "Đổi cách chia thay vì bỏ.",
        ),
        EditError::NothingBelow { unit } => Message::new(
            format!("Đơn vị số {} không có đơn vị cấp dưới để chia.", unit.0),
            "Chọn đơn vị có cấp dưới.",
        ),
        EditError::MixNotWhole { per_mille } => Message::new(
            format!("Tỷ trọng kết hợp cộng lại là {}.", percent_of_mix(*per_mille)),
            "Sửa để tổng là 100%.",
        ),
        EditError::DoubleDriver => {
            Message::new("Cách kết hợp có một tiêu chí hai lần.", "Gộp hai phần của tiêu chí đó.")
        }
        EditError::UnknownCustom { series } => Message::new(
            format!("Phương án không có cột {}.", (TEXT.unnamed_custom)(series.0)),
            "Chọn cột khác.",
        ),
        EditError::CustomInUse { slot, node, .. } => Message::new(
            format!("{} đang chia theo cột này ở đơn vị số {}.", of_slot(*slot), node.0),
            "Chọn cách chia khác rồi bỏ cột.",
        ),
        EditError::EmptyName => Message::new("Tên đang để trống.", "Nhập tên."),
        EditError::ComputedColumn => {
            Message::new("Số do trang tính ra không lưu thành số liệu.", "Chọn nguồn khác cho cột.")
        }
        EditError::Province => Message::new(
            "Tỉnh luôn ở trên cùng: không xóa, không chuyển, không thêm tỉnh thứ hai.",
            "Đổi tên tỉnh, hoặc chọn đơn vị cấp dưới.",
        ),
        EditError::UnderItself { unit, parent } => Message::new(
            format!("Đơn vị số {} đang ở trên đơn vị số {}, không chuyển xuống dưới được.", unit.0, parent.0),
            "Chọn nơi khác để chuyển đến.",
        ),
        EditError::HasTarget { slot } => Message::new(
            format!("{} đã có mục tiêu.", of_slot(*slot)),
            "Sửa mục tiêu đó, hoặc chọn chỉ tiêu, năm khác.",
        ),
    }
}
