//! Negotiation in Vietnamese.

use super::units;
use crate::calc::NegotiateError;
use crate::model::Scenario;
use crate::text::Language::Vi as VI;
use crate::text::{Message, NegotiationText, unit_name};

pub(super) static TEXT: NegotiationText = NegotiationText {
    title: "Thương lượng: đơn vị này nhận ít hơn, nhiều hơn",
    direction: "Đơn vị này nhận",
    fewer: "ít hơn",
    more: "nhiều hơn",
    amount: "Số người chênh lệch",
    takers: "Phần chênh lệch chuyển cho",
    everyone: "Mọi đơn vị chưa khóa, theo cách chia",
    only: "Riêng các đơn vị được chọn, theo cách chia",
    by_hand: "Từng đơn vị, tự nhập số",
    choose: "Đơn vị nhận phần chênh lệch",
    parts: "Số người mỗi đơn vị nhận thêm hoặc bớt",
    entered: |sum, asked| format!("Đã nhập {sum} trên {asked}"),
    reason: "Lý do (ghi cùng khóa)",
    preview: "Xem trước",
    now: "Hiện nay",
    then: "Sẽ là",
    difference: "Chênh lệch",
    total: "Cộng các đơn vị",
    unchanged: |k| format!("{} giữ nguyên.", units(k)),
    locks: |k| format!("Khi áp dụng, {} được khóa ở số này.", units(k)),
    apply: "Áp dụng",
};

pub(in crate::text) fn error(error: &NegotiateError, scenario: &Scenario) -> Message {
    let name = |unit| unit_name(scenario, unit, VI);
    match error {
        NegotiateError::NoChange => {
            Message::new("Chưa có số người chênh lệch.", "Nhập một số nguyên lớn hơn 0.")
        }
        NegotiateError::NotBalanced => Message::new(
            "Phương án chưa khớp với mục tiêu nên chưa thương lượng được.",
            "Gỡ phần chưa khớp trước.",
        ),
        NegotiateError::NotGiven { unit } => Message::new(
            format!("{} chưa được giao số nào.", name(*unit)),
            "Bỏ dấu “Không giao” hoặc nhập đủ số liệu cho đơn vị này.",
        ),
        NegotiateError::BelowFloor { unit, floor, most } => Message::new(
            format!("{} không được dưới {} (sàn đang có hiệu lực).", name(*unit), VI.people(*floor)),
            format!("Giảm nhiều nhất {}, hoặc hạ sàn trước.", VI.people(*most)),
        ),
        NegotiateError::AboveCeiling { unit, ceiling, most } => Message::new(
            format!("{} không được trên {} (trần đang có hiệu lực).", name(*unit), VI.people(*ceiling)),
            format!("Tăng nhiều nhất {}, hoặc nâng trần trước.", VI.people(*most)),
        ),
        NegotiateError::NoTakers => {
            Message::new("Chưa đơn vị nào nhận phần chênh lệch.", "Chọn hoặc nhập số cho ít nhất một đơn vị.")
        }
        NegotiateError::CannotTake { unit } => Message::new(
            format!("{} không nhận được phần chênh lệch.", name(*unit)),
            "Mở khóa đơn vị này hoặc chọn đơn vị khác.",
        ),
        NegotiateError::SumDiffers { taken, asked } => Message::new(
            format!("Các số đã nhập cộng lại là {}, không phải {}.", VI.people(*taken), VI.people(*asked)),
            "Sửa để tổng bằng đúng phần chênh lệch.",
        ),
        NegotiateError::NoRoom { most } => Message::new(
            format!("Các đơn vị nhận phần chênh lệch chỉ chuyển được {} người.", VI.people(*most)),
            "Chọn thêm đơn vị, giảm số chênh lệch, hoặc nới sàn, trần, mở khóa.",
        ),
    }
}
