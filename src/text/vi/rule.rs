//! Words around the rule in Vietnamese.

use crate::calc::Compared;
use crate::text::{Message, RuleText};

pub(in crate::text) static RULE: RuleText = RuleText {
    inherited: |above| format!("Theo cách của {above}"),
    give_own: |node| format!("Đặt riêng cho {node}"),
    own: |node| format!("Cách riêng của {node}"),
    inherit: "Theo cách của cấp trên",
    shared_out: "Phần đem chia",
    thumbnails: |compared| match compared {
        Compared::Change => "Cột nhỏ: tăng, giảm từng đơn vị",
        Compared::Given => "Cột nhỏ: số giao từng đơn vị",
    },
    thumbnails_grouped: |compared| match compared {
        Compared::Change => "Cột nhỏ: tăng, giảm trung bình từng nhóm đơn vị liền nhau",
        Compared::Given => "Cột nhỏ: số giao trung bình từng nhóm đơn vị liền nhau",
    },
    mix: "Tỷ trọng",
    share_of: |driver| format!("Tỷ trọng của {driver}"),
    lock_share: |driver| format!("Khóa tỷ trọng của {driver}"),
    remove_driver: |driver| format!("Bỏ {driver}"),
    add_driver: "Thêm",
    total: "Tổng 100%",
    nothing_moves: "Các tỷ trọng khác đã khóa. Mở khóa hoặc thêm một yếu tố để đổi.",
    on_a_computer: "Sửa tỷ trọng trên máy tính.",
};

pub(in crate::text) fn share_out_of_reach(least: &str, most: &str) -> Message {
    let what = if least == most {
        format!("Tỷ trọng này chỉ có thể là {most}.")
    } else {
        format!("Tỷ trọng này chỉ có thể từ {least} đến {most}.")
    };
    Message::new(what, "Mở khóa một tỷ trọng khác hoặc nhập số trong khoảng đó.")
}
