//! The labels of a road map in Vietnamese.

use crate::model::Path;
use crate::text::RoadMapText;

/// The labels in Vietnamese.
pub(super) static ROAD_MAP: RoadMapText = RoadMapText {
    between: |from, to| format!("Lộ trình {from}–{to}"),
    none: "Lập lộ trình",
    of: |indicator| format!("Lộ trình {indicator}"),
    from: "Từ năm",
    to: "Đến năm",
    goal: "Mục tiêu năm cuối",
    begin: "Lập lộ trình",
    remove: "Bỏ lộ trình",
    path_label: "Các năm ở giữa",
    path: |path| match path {
        Path::EqualPoints => "Chia đều điểm %",
        Path::EqualPeople => "Chia đều số người",
        Path::ConstantGrowth => "Theo tốc độ",
        Path::Typed => "Tự nhập",
    },
    table: |indicator| format!("Lộ trình {indicator} theo năm"),
    target_row: "Mục tiêu",
    target_of: |year| format!("Mục tiêu năm {year}"),
    people_row: "Số người",
    rate_row: |base| format!("Tỷ lệ, % {base}"),
    change_row: "So với năm trước",
    kind_row: "Từ đâu",
    is_result: "kết quả",
    is_typed: "đã nhập",
    is_computed: "tính",
    hint: "Nhập số để cố định một năm; xóa trống để tính lại.",
    why: "Vì sao?",
    sums: "Các phần cộng lại",
    agrees: "✓ khớp",
    differs: "không khớp: đã ghi",
    wrong_years: ("Năm cuối phải sau năm đầu, cách nhau nhiều nhất 30 năm.", "Nhập ví dụ 2025 và 2030."),
    title: |name, from, first, to, last| format!("{name}: từ {from} (năm {first}) đến {to} (năm {last})"),
    points: |points| format!("{points} điểm %"),
    why_result: "kết quả của năm",
    why_typed: "mục tiêu đã nhập",
    why_held: "giữ bằng năm trước, vì lộ trình không cho giảm",
    rounded: |exact, result| format!("{exact}; làm tròn {result}"),
    growing: |first, factor, times, result| format!("{first} nhân {times} lần với {factor} = {result}"),
    fitted: |equation| format!("{equation}, để các phần cộng lại bằng số chung"),
};
