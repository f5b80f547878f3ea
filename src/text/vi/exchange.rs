//! Pasting in Vietnamese.

use crate::exchange::{
    ClipboardError, Counts, ExtraWhy, Fault, ImportError, ImportFinding, Over, Place, TwoWays,
};
use crate::model::Scenario;
use crate::text::Language::Vi as VI;
use crate::text::exchange::{LeftOut, Totals, column_name};
use crate::text::names::unit_name;
use crate::text::parse::excerpt;
use crate::text::{ExchangeText, Message};

/// The labels in Vietnamese.
pub(super) static TEXT: ExchangeText = ExchangeText {
    paste: "Dán từ Excel",
    preview: "Xem trước khi dán",
    apply: "Dán",
    apply_fitting: "Chỉ dán phần vừa bảng",
    cancel: "Không dán",
    skip_row: "Bỏ qua",
    keep_row: |row| format!("Giữ dòng {}", VI.people(row)),
    names_column: "Cột tên đơn vị",
    newcomers: |count, names| format!("Thêm {} đơn vị: {names}.", VI.people(count)),
    unmatched: "Dòng chưa khớp",
    extras: "Cột không dán",
};

pub(in crate::text) fn clipboard_error(error: ClipboardError) -> Message {
    match error {
        ClipboardError::Empty => {
            Message::new("Không có gì để dán.", "Sao chép một vùng trong Excel rồi thử lại.")
        }
        ClipboardError::TooLong { .. } | ClipboardError::TooManyCells => {
            Message::new("Vùng sao chép quá lớn.", "Chỉ sao chép các dòng và cột cần dán.")
        }
    }
}

pub(in crate::text) fn import_error(error: ImportError) -> Message {
    match error {
        ImportError::NoNames => Message::new("Không thấy dòng tiêu đề.", "Chọn cột nào là tên đơn vị."),
        ImportError::NoFigures => Message::new(
            "Không thấy cột số liệu nào dán được.",
            "Đặt tiêu đề cột, ví dụ Dân số, LLLĐ, BHXH TN 2022, rồi sao chép lại cả tiêu đề.",
        ),
    }
}

pub(in crate::text) fn import_finding(finding: &ImportFinding, scenario: &Scenario) -> Message {
    match finding {
        ImportFinding::TwoWays { column, heading, two_ways: asked } => {
            two_ways(&column_name(heading, *column), asked)
        }
        ImportFinding::Cell { place, fault, found } => cell(*place, *fault, found),
        ImportFinding::Duplicate { unit, rows } => Message::new(
            match rows.len() {
                2 => format!("“{}” có hai dòng.", unit_name(scenario, *unit, VI)),
                k => format!("“{}” có {} dòng.", unit_name(scenario, *unit, VI), VI.people(k)),
            },
            "Giữ dòng nào?",
        ),
        ImportFinding::Unmatched { rows } => Message::new(
            format!("{} dòng chưa khớp tên đơn vị.", VI.people(*rows)),
            "Chọn đơn vị hoặc bỏ qua.",
        ),
        ImportFinding::TotalDiffers { heading, check } => Message::new(
            format!(
                "Cột “{}”: dòng tổng (ô {}) ghi {}, các dòng cộng lại {}, lệch {}.",
                column_name(heading, check.place.column),
                check.place.a1(),
                VI.people(check.stated),
                VI.people(check.sum),
                VI.people(check.sum.abs_diff(check.stated.into()))
            ),
            "Kiểm tra dòng tổng và từng dòng.",
        ),
    }
}

pub(in crate::text) fn two_ways(column: &str, two_ways: &TwoWays) -> Message {
    Message::new(format!("Cột “{column}”: “{}” có hai cách đọc.", two_ways.text), "Chọn một cách cho cả cột.")
}

pub(in crate::text) fn cell(place: Place, fault: Fault, found: &str) -> Message {
    let (cell, found) = (place.a1(), excerpt(found));
    const KEPT: &str = "Sửa trong Excel rồi dán lại; số cũ giữ nguyên.";
    match fault {
        Fault::SheetError => {
            Message::new(format!("Ô {cell} chứa lỗi Excel {found}."), "Sửa trong Excel rồi dán lại.")
        }
        Fault::NotNumber => Message::new(format!("Ô {cell}: “{found}” không phải là số."), KEPT),
        Fault::NotWhole => {
            Message::new(format!("Ô {cell}: “{found}” không phải là số nguyên từ 0 trở lên."), KEPT)
        }
        Fault::PerCent => Message::new(format!("Ô {cell}: “{found}” là tỷ lệ, cột này cần số người."), KEPT),
        Fault::TooLarge => Message::new(format!("Ô {cell}: “{found}” quá lớn."), KEPT),
    }
}

pub(in crate::text) fn over(over: Over) -> Message {
    let rows = format!("{} dòng", VI.people(over.rows));
    let columns = format!("{} cột", VI.people(over.columns));
    let beyond = match (over.rows, over.columns) {
        (_, 0) => rows,
        (0, _) => columns,
        _ => format!("{rows} và {columns}"),
    };
    Message::new(format!("Vùng dán dư {beyond} so với bảng."), "Dán phần vừa bảng, hay không dán?")
}

pub(in crate::text) fn pasted(rows: usize, columns: usize, totals: Totals, left_out: &LeftOut) -> String {
    let totals = match totals {
        Totals::None => None,
        Totals::Match => Some("khớp dòng Tổng cộng".to_owned()),
        Totals::Differ(columns) => Some(format!("lệch dòng Tổng cộng ở {} cột", VI.people(columns))),
    };
    let done = format!("Đã dán {} dòng × {} cột", VI.people(rows), VI.people(columns));
    with_notes(done, totals.into_iter().chain(notes(left_out)))
}

pub(in crate::text) fn filled(cells: usize, left_out: &LeftOut) -> String {
    with_notes(format!("Đã điền {} ô", VI.people(cells)), notes(left_out).into_iter())
}

fn with_notes(done: String, notes: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = std::iter::once(done).chain(notes).collect();
    parts.join("; ")
}

/// What was left alone, where anything was.
fn notes(left_out: &LeftOut) -> Option<String> {
    let note = |count: usize, what: &str| (count > 0).then(|| format!("{} {what}", VI.people(count)));
    let notes = [
        note(left_out.headings, "dòng tiêu đề"),
        note(left_out.rows, "dòng chưa rõ đơn vị"),
        note(left_out.locked, "ô đã khóa"),
        note(left_out.computed, "ô tính sẵn"),
        note(left_out.faults, "ô không phải số người"),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    (!notes.is_empty()).then(|| format!("bỏ qua {}", notes.join(", ")))
}

pub(in crate::text) fn counts(counts: Counts) -> String {
    let part = |count: usize, what: &str| (count > 0).then(|| format!("{} {what}", VI.people(count)));
    let parts = [
        part(counts.changed, "số đổi"),
        part(counts.new, "số mới"),
        part(counts.kept, "số giữ nguyên"),
        part(counts.cleared, "số bị bỏ trống"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "Không có số nào".into() } else { parts.join(" · ") }
}

pub(in crate::text) fn why_extra(why: ExtraWhy) -> &'static str {
    match why {
        ExtraWhy::Unknown => "chưa rõ là số gì",
        ExtraWhy::Plan => "chỉ tiêu, kế hoạch, không phải số thực hiện",
        ExtraWhy::NotPeople => "không phải số người",
        ExtraWhy::NotOneYear => "không phải số của trọn một năm",
        ExtraWhy::Twice => "trùng với một cột trước",
    }
}
