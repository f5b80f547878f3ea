//! Why a scenario can only be looked at, in Vietnamese.

use crate::text::{AccessText, Message, Why};

pub(in crate::text) static ACCESS: AccessText = AccessText {
    view_only: "Chỉ xem",
    edit_here: "Sửa ở đây",
    edited_here: "Từ giờ sửa ở tab này.",
    load_stored: "Tải bản mới",
    keep_as_new: "Giữ bản này thành phương án mới",
    own_copy: "Tạo bản của tôi để sửa",
    reload: "Tải lại trang",
    why,
};

fn why(why: Why) -> Message {
    match why {
        Why::OtherTab => Message::new(
            "Phương án đang được sửa ở tab khác.",
            "Ở đây chỉ xem, luôn theo kịp tab đó. Muốn sửa, bấm “Sửa ở đây”.",
        ),
        Why::OtherTabUnsaved => Message::new(
            "Tab kia còn số liệu chưa lưu được.",
            "Sang tab đó tải tệp .json hoặc dọn bộ nhớ trước, rồi bấm lại “Sửa ở đây”.",
        ),
        Why::Changed => Message::new(
            "Phương án này vừa được lưu từ nơi khác, trong khi ở đây còn thay đổi chưa lưu.",
            "Chọn bản để dùng tiếp; bản kia vẫn còn trong danh sách hoặc trong Bản cất.",
        ),
        Why::Newer => Message::new(
            "Phương án do bản mới hơn của trang này ghi nên ở đây chỉ xem.",
            "Tải lại trang để sửa; bản đã lưu vẫn nguyên và tải về được.",
        ),
        Why::NewerChanged => Message::new(
            "Bản mới hơn của trang này vừa lưu phương án, trong khi ở đây còn thay đổi chưa lưu.",
            "Giữ bản này thành phương án mới; muốn mở bản kia, tải lại trang.",
        ),
        Why::Link => {
            Message::new("Chỉ xem: phương án này mở từ liên kết.", "Muốn sửa, bấm “Tạo bản của tôi để sửa”.")
        }
    }
}
