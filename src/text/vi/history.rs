//! The labels of the list of steps in Vietnamese.

use crate::text::HistoryText;
use crate::text::Language::Vi as VI;

pub(in crate::text) static HISTORY: HistoryText = HistoryText {
    title: "Lịch sử",
    kept: "Chọn một bước để về đúng lúc đó. Giữ 200 bước gần nhất, cùng với phương án.",
    start: "Lúc bắt đầu",
    present: "đang ở đây",
    undone: "đã hoàn tác",
    branch: |steps| format!("Nhánh đã bỏ: {} bước", VI.people(steps)),
    return_to: "Quay lại nhánh này",
    at_step: |step| format!("Đã về bước: {step}"),
    at_start: "Đã về lúc bắt đầu.",
};
