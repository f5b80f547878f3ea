//! The network and newer builds in Vietnamese.

use crate::text::OfflineText;

pub(in crate::text) static OFFLINE: OfflineText = OfflineText {
    offline: "Ngoại tuyến – vẫn tính và lưu được",
    update: "Trang có bản mới.",
    update_elsewhere: "Tab khác đã dùng bản mới.",
    use_update: "Dùng bản mới",
    update_unsaved: "Chưa chuyển sang bản mới vì có thay đổi chưa lưu được. Tải tệp .json để giữ số liệu, rồi thử lại.",
};
