//! What became of stored work, in Vietnamese.

use crate::text::{KeepingText, MadeRoom, Message, Recovered};

pub(in crate::text) static KEEPING: KeepingText = KeepingText {
    snapshots: "Bản cất",
    snapshots_note: "Các bản đã lưu tốt gần đây, cất riêng. Khôi phục mở bản cất thành phương án mới; phương án đang mở giữ nguyên.",
    no_snapshots: "Chưa có bản cất nào.",
    restore: "Khôi phục",
    restore_of: |moment| format!("Khôi phục bản cất {moment}"),
    restored_name: |name, moment| format!("{name} – bản cất {moment}"),
    restored: |name| format!("Đã khôi phục thành “{name}”. Phương án cũ vẫn còn nguyên."),
    unreadable: "Không đọc được bản cất này.",
    made_room,
    recovered,
};

fn made_room(made: MadeRoom) -> Message {
    match made {
        MadeRoom::Snapshots => Message::new(
            "Bộ nhớ trình duyệt gần đầy: đã bỏ bản cất cũ của phương án này để lưu được số liệu.",
            "Nên tải tệp .json.",
        ),
        MadeRoom::History => Message::new(
            "Bộ nhớ trình duyệt đã đầy. Tải tệp .json để không mất số liệu.",
            "Số liệu đã lưu được, còn các bước hoàn tác chỉ giữ đến khi đóng trang.",
        ),
    }
}

fn recovered(why: Recovered, moment: &str) -> Message {
    match why {
        Recovered::Unreadable => Message::new(
            format!("Bản đã lưu không đọc được nên đã giữ riêng; đang mở bản cất lúc {moment}."),
            "Xem lại những thay đổi làm sau lúc đó.",
        ),
        Recovered::Gone => Message::new(
            format!("Không thấy bản đã lưu của phương án; đang mở bản cất lúc {moment}."),
            "Xem lại những thay đổi làm sau lúc đó.",
        ),
    }
}
