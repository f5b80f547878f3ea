//! The table's words in Vietnamese.

use crate::address::Lens;
use crate::text::Language::Vi as VI;
use crate::text::grid::GridText;

pub(in crate::text) const GRID: GridText = GridText {
    lenses: "Phần của trang",
    lens: |lens| match lens {
        Lens::Data => "Số liệu",
        Lens::Allocate => "Giao chỉ tiêu",
        Lens::Compare => "So sánh",
        Lens::Library => super::library::LIBRARY.title,
    },
    data_label: |year| format!("Số liệu năm {year}"),
    edit_other: |unit, column| format!("{unit}, {column}"),
    search: "Tìm đơn vị…",
    found: |units| format!("{} đơn vị", VI.people(units)),
    sort: "Xếp",
    as_in_document: "theo danh sách",
    sorted_by: |column, descending| {
        format!("{column}, {}", if descending { "lớn trước" } else { "nhỏ trước" })
    },
    sorted_by_name: |descending| if descending { "tên, từ Y đến A" } else { "tên, từ A đến Y" },
    limits: "Cột sàn, trần",
    open_all: "Mở mọi cấp",
    close_all: "Thu gọn",
    all_balanced: "Mọi cấp đều khớp.",
    mismatch: |node, status| format!("{node}: {status}."),
    next_mismatch: "Chỗ chưa khớp tiếp theo (F8)",
    years: "Năm của số liệu",
    year_without_figures: |year| format!("{year} (chưa có số)"),
    estimate: |indicator| format!("Ước {indicator}"),
    other_provinces: "ngoài tỉnh",
    both_scopes: "cả ngoài tỉnh",
    mixed_origin: "nhiều nguồn",
    type_it: "Chưa có số. Nhập vào ô, hoặc dán từ Excel.",
    sum: "tổng",
    example_made_up: |name| format!("Đây là ví dụ {name}: mọi tên và số đều là minh họa."),
    example_derived: |name| {
        format!("Đây là ví dụ {name}: số đã công bố, hoặc suy ra từ số công bố; ô trống là số không có.")
    },
    row_all: "Toàn bộ",
    all_made_up: "* Mọi tên và số: minh họa.",
    no_units: "Chưa có đơn vị nào.",
    none_found: "Không có đơn vị nào khớp với chữ đang tìm.",
};
