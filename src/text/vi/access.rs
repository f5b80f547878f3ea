//! Why a scenario can only be looked at, in Vietnamese.

use crate::text::{AccessText, Message, Why};

pub(in crate::text) static ACCESS: AccessText = AccessText {
    view_only: "Chỉ xem",
    edit_here: "Sửa ở đây",
    own_copy: "Tạo bản của tôi để sửa",
    reload: "Tải lại trang",
    why,
};

fn why(why: Why) -> Message {
    match why {
        Why::OtherTab => Message::new(
            "Phương án đang được sửa ở tab khác.",
            "Ở đây chỉ xem và luôn theo kịp tab đó; muốn sửa tại đây, bấm “Sửa ở đây”.",
        ),
        Why::Newer => Message::new(
            "Phương án do bản mới hơn của trang này ghi nên ở đây chỉ xem.",
            "Tải lại trang để sửa; bản đã lưu vẫn nguyên và tải về được.",
        ),
        Why::Link => {
            Message::new("Chỉ xem: phương án này mở từ liên kết.", "Muốn sửa, bấm “Tạo bản của tôi để sửa”.")
        }
    }
}
