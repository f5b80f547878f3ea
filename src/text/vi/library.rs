//! The words of the library in Vietnamese.

use super::messages::contradiction;
use super::units;
use crate::library::{NameFault, Order};
use crate::save::{EXTENSION, FileError, MOST_BYTES, SaveError};
use crate::text::Language::Vi as VI;
use crate::text::{LibraryText, Message};

pub(in crate::text) static LIBRARY: LibraryText = LibraryText {
    link: "Phương án…",
    title: "Các phương án",
    skip: "Đến danh sách phương án",
    open_file: "Mở tệp .json…",
    drop_files: "Cũng có thể kéo tệp .json thả vào đây.",
    search: "Tìm phương án",
    order: "Xếp theo",
    order_name: |order| match order {
        Order::Written => "ghi gần nhất",
        Order::Name => "tên",
        Order::Size => "dung lượng",
    },
    nothing: "Chưa có phương án nào của riêng bạn. Sửa một ví dụ, tạo phương án mới, hoặc mở tệp .json.",
    none_found: "Không có phương án nào khớp.",
    count: |count| format!("{} phương án", VI.people(count)),
    space: |used, most| format!("Đã dùng {used} trong khoảng {most} trình duyệt dành cho trang."),
    present: "đang mở",
    not_stored: "chưa lưu",
    written: |time| format!("Ghi lúc {time}"),
    written_unknown: "Không rõ lúc ghi",
    describe: "Tên, ghi chú",
    duplicate: "Nhân bản",
    copy_example: "Tạo bản của tôi",
    file: "Tải tệp .json",
    delete: "Xóa",
    open: "Mở",
    act_on: |act, name| format!("{act}: {name}"),
    name: "Tên phương án",
    note: "Ghi chú",
    done: "Xong",
    cancel: "Thôi",
    deleted_title: "Đã xóa gần đây",
    deleted_kept: "Vẫn giữ trong máy, có thể hoàn tác, cho đến khi bấm Xóa hẳn.",
    restore: "Hoàn tác",
    purge: "Xóa hẳn",
    deleted: |name| format!("Đã xóa “{name}”."),
    deleted_copies: "Bộ nhớ đã đầy nên các bản cất và bước hoàn tác của phương án này không còn.",
    restored: |name| format!("“{name}” đã trở lại danh sách."),
    purged: |name, size| format!("Đã xóa hẳn “{name}”, bớt {size}."),
    duplicated: |name| format!("Đã nhân bản thành “{name}”."),
    described: |name| format!("Đã sửa tên, ghi chú: “{name}”."),
    file_opened: |file, name| format!("Đã mở tệp “{file}”: “{name}”."),
    file_copied: |file, name| {
        format!("Máy này đã có phương án trong tệp “{file}”. Tệp được mở thành bản riêng “{name}”.")
    },
    no_file: "Chưa có bản tệp nào của phương án này.",
    last_file: |time| format!("Bản tệp gần nhất: {time}."),
    file_never: "Chưa có bản tệp",
    file_older: |time| format!("Bản tệp {time}, cũ hơn"),
    file_current: |time| format!("Bản tệp {time}"),
    unreadable: "Không đọc được. Tải tệp về để giữ, rồi xin lại bản khác.",
    newer: "Do bản mới hơn của trang tạo ra. Tải lại trang rồi mở.",
    elsewhere: "Phương án đang được sửa ở tab khác. Sửa ở tab đó, hoặc đóng tab đó rồi thử lại.",
    units,
};

pub(in crate::text) fn name_fault(fault: NameFault, name: &str) -> Message {
    match fault {
        NameFault::Blank => Message::new("Tên đang để trống.", "Nhập tên."),
        NameFault::Taken => Message::new(
            format!("“{name}” là tên của phương án khác."),
            "Thêm năm, lần dự thảo hoặc số để phân biệt.",
        ),
    }
}

pub(in crate::text) fn file_error(error: &FileError, file: &str) -> Message {
    match error {
        FileError::OtherType { extension } => Message::new(
            if extension.is_empty() {
                format!("Không đọc được tệp “{file}”: tên tệp không có đuôi .{EXTENSION}.")
            } else {
                format!("Không đọc được tệp .{extension} (“{file}”).")
            },
            format!("Chọn tệp .{EXTENSION} tải từ trang này. Bảng Excel: sao chép rồi dán vào Số liệu."),
        ),
        FileError::TooLarge { bytes } => Message::new(
            format!("Tệp “{file}” quá lớn: {} MB.", VI.people(bytes.div_ceil(1_000_000))),
            format!(
                "Tệp phương án không quá {} MB. Chọn đúng tệp .{EXTENSION} tải từ trang này.",
                VI.people(MOST_BYTES / 1_000_000)
            ),
        ),
        FileError::NotHandedOver => Message::new(
            format!("Trình duyệt không đọc được tệp “{file}”."),
            "Kiểm tra tệp còn ở chỗ cũ và không bị khóa, rồi mở lại.",
        ),
        FileError::Content(SaveError::TooNew { .. }) => {
            Message::new(format!("Tệp “{file}” do bản mới hơn tạo ra."), "Tải lại trang rồi mở tệp.")
        }
        FileError::Content(SaveError::Wrong(wrong)) => Message::new(
            format!("Tệp “{file}” tự mâu thuẫn: {}.", contradiction(wrong)),
            "Sửa chỗ đó trong tệp, hoặc tải lại tệp từ trang đã tạo ra nó.",
        ),
        FileError::Content(SaveError::Damaged(_)) => Message::new(
            format!("Tệp “{file}” đã bị cắt hoặc bị sửa."),
            "Tải lại tệp từ trang đã tạo ra nó rồi mở lại.",
        ),
        FileError::Content(SaveError::Unreadable(error)) => Message::new(
            format!(
                "Tệp “{file}” không phải phương án của trang này, hoặc đã bị cắt, bị sửa (dòng {}, cột {}).",
                VI.people(error.line()),
                VI.people(error.column())
            ),
            "Tải lại tệp từ trang đã tạo ra nó rồi mở lại.",
        ),
    }
}
