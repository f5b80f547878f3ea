//! Handing a scenario on by a link, in Vietnamese.

use crate::save::SaveError;
use crate::text::Language::Vi as VI;
use crate::text::{Message, ShareText};

pub(in crate::text) static SHARE: ShareText = ShareText {
    title: "Chia sẻ",
    holds: "Liên kết chứa cả phương án: số liệu, mục tiêu, cách chia, ràng buộc; không kèm lịch sử. Người nhận chỉ xem cho đến khi tạo bản của mình.",
    privacy: "Chỉ gồm số tổng của từng đơn vị, không có hồ sơ cá nhân. Số nằm ngay trong liên kết: trang không gửi gì đi; ai có liên kết thì xem được.",
    copy: |characters| format!("Chép liên kết ({} ký tự)", VI.people(characters)),
    copied: "Đã chép liên kết.",
    by_hand: "Trình duyệt không cho chép. Bôi đen rồi chép liên kết dưới đây.",
    link: "Liên kết",
    too_long: |characters| {
        format!("Liên kết dài {} ký tự, dễ bị cắt khi gửi. Nên gửi tệp .json.", VI.people(characters))
    },
    file: "Tải tệp .json",
};

pub(in crate::text) fn link_error(error: &SaveError) -> Message {
    match error {
        SaveError::TooNew { .. } => Message::new(
            "Liên kết do bản mới hơn của trang này tạo ra.",
            "Tải lại trang rồi mở lại liên kết.",
        ),
        SaveError::Damaged(_) | SaveError::Unreadable(_) | SaveError::Wrong(_) => Message::new(
            "Liên kết thiếu hoặc hỏng, có thể bị cắt khi gửi.",
            "Xin lại liên kết hoặc tệp .json. Phương án của bạn vẫn nguyên.",
        ),
    }
}
