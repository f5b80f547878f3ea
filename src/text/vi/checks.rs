//! The labels of the list of checks in Vietnamese.

use super::units;
use crate::text::ChecksText;

pub(in crate::text) static CHECKS: ChecksText = ChecksText {
    title: |k| format!("Kiểm tra ({k})"),
    nothing: "Không có lỗi, không có cảnh báo.",
    errors: |k| format!("Lỗi ({k})"),
    warnings: |k| format!("Cảnh báo ({k})"),
    notes: |k| format!("Lưu ý ({k})"),
    passed: |k| format!("Đã khớp ({k})"),
    go_to: |unit, plan| format!("Đến {unit}, {plan}"),
    agrees: "khớp",
    as_stated: |found, stated| format!("{found}; đã ghi {stated}"),
    units_sum: |k, people| format!("{} cộng lại = {people}", units(k)),
    others_too: |k| format!("{} khác cũng vậy", units(k)),
    shared_out: |target, given, kept| format!("Mục tiêu {target} = đã giao {given} + giữ lại {kept}"),
};
