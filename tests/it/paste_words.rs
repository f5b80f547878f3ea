//! What pasting says, in both languages: what was read, what was left alone, what is asked.

use std::collections::BTreeMap;

use bao_phu::example;
use bao_phu::exchange::{
    Answers, BlockPaste, CellKind, ClipboardError, ExtraWhy, Import, ImportError, Place, Series, Where,
    paste_block, paste_by_name, paste_kind, read_clipboard,
};
use bao_phu::model::{Indicator, Measure, Scope};
use bao_phu::text::{
    Language, block_asked, block_fault, block_over, block_readings, block_result, clipboard_error,
    extra_column, import_counts, import_error, import_finding, import_readings, import_result,
    reading_choices, series_name,
};
use expect_test::{Expect, expect};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const EXCEL: &str = include_str!("../data/sheets/excel.txt");
const HERE: Series =
    Series { measure: Measure::Result(Indicator::VoluntarySi), year: 2022, scope: Scope::InProvince };

fn import(text: &str) -> Import {
    let scenario = example::first();
    let table = read_clipboard("", text).expect("a table");
    paste_by_name(&table, Where { scenario: &scenario, columns: &[HERE], within: None }, &Answers::default())
        .expect("names and figures")
}

fn both(words: impl Fn(Language) -> String) -> String {
    Language::ALL.map(words).join("\n")
}

fn check(text: &str, expected: Expect) {
    let import = import(text);
    let said = both(|language| {
        let findings = import.findings.iter().map(|finding| {
            let message = import_finding(finding, &example::first(), language);
            format!("- {} {}", message.what, message.fix)
        });
        let extras = import.extras.iter().map(|extra| format!("- {}", extra_column(extra, language)));
        let lines = [import_result(&import, language), import_counts(import.counts, language)];
        let lines = lines.into_iter().chain(import_readings(&import, language)).chain(findings).chain(extras);
        lines.collect::<Vec<_>>().join("\n")
    });
    expected.assert_eq(&said);
}

#[test]
fn a_block_that_fits_says_so_with_its_total() {
    check(
        EXCEL,
        expect![[r#"
        Đã dán 12 dòng × 2 cột; khớp dòng Tổng cộng
        7 số đổi · 16 số giữ nguyên · 1 số bị bỏ trống
        Cột “LLLD”: “62.924” đọc là 62.924.
        Cột “BHXH TN”: “4.120” đọc là 4.120.
        Pasted 12 rows × 2 columns; matches the Total row
        7 changed · 16 kept · 1 now blank
        Column “LLLD”: “62.924” is read as 62,924.
        Column “BHXH TN”: “4.120” is read as 4,120."#]],
    );
}

#[test]
fn a_wrong_total_is_told_with_its_difference() {
    check(
        &EXCEL.replace("27.976", "27.900"),
        expect![[r#"
        Đã dán 12 dòng × 2 cột; lệch dòng Tổng cộng ở 1 cột
        7 số đổi · 16 số giữ nguyên · 1 số bị bỏ trống
        Cột “LLLD”: “62.924” đọc là 62.924.
        Cột “BHXH TN”: “4.120” đọc là 4.120.
        - Cột “BHXH TN”: dòng tổng (ô C14) ghi 27.900, các dòng cộng lại 27.976, lệch 76. Kiểm tra dòng tổng và từng dòng.
        Pasted 12 rows × 2 columns; differs from the Total row in 1 column
        7 changed · 16 kept · 1 now blank
        Column “LLLD”: “62.924” is read as 62,924.
        Column “BHXH TN”: “4.120” is read as 4,120.
        - Column “BHXH TN”: the total (cell C14) says 27,900, the rows add to 27,976, off by 76. Check the total and each row."#]],
    );
}

#[test]
fn everything_that_is_in_doubt_is_told_with_its_place_and_what_to_do() {
    check(
        "Đơn vị\tTN\tBB\tTỷ lệ (%)\tKH 2023\nMai Sơn\t#REF!\t1.234\t4\t5\nMộc Châu\t4,8%\t12.5\t4\t5\nYên Châu\tnhiều\t1\t4\t5\n\
         Vân Hồ\t-5\t2\t4\t5\nThuận Châu\t1\t3\t4\t5\nThuận Châu\t2\t3\t4\t5\nHà Nội\t99999999999999999999\t4\t4\t5\nSông Mã\t99999999999999999999\t5\t4\t5\n",
        expect![[r#"
            Đã dán 5 dòng × 1 cột; bỏ qua 3 dòng chưa rõ đơn vị, 5 ô không phải số người
            Không có số nào
            - Cột “BB”: “1.234” có hai cách đọc. Chọn một cách cho cả cột.
            - Ô B2 chứa lỗi Excel #REF!. Sửa trong Excel rồi dán lại.
            - Ô B3: “4,8%” là tỷ lệ, cột này cần số người. Sửa trong Excel rồi dán lại; số cũ giữ nguyên.
            - Ô B4: “nhiều” không phải là số. Sửa trong Excel rồi dán lại; số cũ giữ nguyên.
            - Ô B5: “-5” không phải là số nguyên từ 0 trở lên. Sửa trong Excel rồi dán lại; số cũ giữ nguyên.
            - Ô B9: “99999999999999999999” quá lớn. Sửa trong Excel rồi dán lại; số cũ giữ nguyên.
            - “Thuận Châu” có hai dòng. Giữ dòng nào?
            - 1 dòng chưa khớp tên đơn vị. Chọn đơn vị hoặc bỏ qua.
            - Tỷ lệ (%): không phải số người
            - KH 2023: chỉ tiêu, kế hoạch, không phải số thực hiện
            Pasted 5 rows × 1 column; skipped 3 rows without a clear unit, 5 cells that hold no number of people
            No figures
            - Column “BB”: “1.234” can be read two ways. Choose one for the whole column.
            - Cell B2 holds the Excel error #REF!. Fix it in Excel and paste again.
            - Cell B3: “4,8%” is a rate; this column counts people. Fix it in Excel and paste again; the figure before stays.
            - Cell B4: “nhiều” is not a number. Fix it in Excel and paste again; the figure before stays.
            - Cell B5: “-5” is not a whole number, 0 or more. Fix it in Excel and paste again; the figure before stays.
            - Cell B9: “99999999999999999999” is too large. Fix it in Excel and paste again; the figure before stays.
            - “Thuận Châu” appears twice. Which row stays?
            - 1 row matches no unit. Pick a unit or skip it.
            - Tỷ lệ (%): not a number of people
            - KH 2023: targets, not results"#]],
    );
}

fn block(text: &str, selected: (usize, usize), room: (usize, usize)) -> BlockPaste {
    let kind = |place: Place| match (place.row, place.column) {
        (_, 1) => CellKind::Computed,
        (2, _) => CellKind::Locked,
        _ => CellKind::People,
    };
    let table = read_clipboard("", text).expect("a table");
    paste_block(&table, &example::first(), (selected, room), kind, &BTreeMap::new())
}

#[test]
fn a_block_says_what_went_in_and_what_it_left_alone() {
    let pasted = block("TN\tBB\n1.234\t5\n2\t6\n3\t7\nabc\t8\n", (1, 1), (12, 2));
    expect![[r#"
        Đã dán 2 dòng × 1 cột; bỏ qua 1 dòng tiêu đề, 1 ô đã khóa, 4 ô tính sẵn, 1 ô không phải số người
        Pasted 2 rows × 1 column; skipped 1 heading row, 1 locked cell, 4 computed cells, 1 cell that holds no number of people"#]].assert_eq(&both(|language| block_result(&pasted, language)));
    expect![[r#"
        Cột “A”: “1.234” đọc là 1.234.
        Column “A”: “1.234” is read as 1,234."#]]
    .assert_eq(&both(|language| block_readings(&pasted, language).join("\n")));
    expect![[r#"
        Ô A5: “abc” không phải là số.
        Cell A5: “abc” is not a number."#]]
    .assert_eq(&both(|language| block_fault(&pasted.faults[0], language).what));
    let filled = block("7", (4, 1), (12, 2));
    expect![[r#"
        Đã điền 3 ô; bỏ qua 1 ô đã khóa
        Filled 3 cells; skipped 1 locked cell"#]]
    .assert_eq(&both(|language| block_result(&filled, language)));
}

#[test]
fn a_block_that_is_too_large_asks_what_to_do() {
    for (text, expected) in [
        (
            "1\t2\t3\n4\t5\t6\n7\t8\t9\n",
            expect![[r#"
            Vùng dán dư 1 dòng và 1 cột so với bảng. Dán phần vừa bảng, hay không dán?
            The block is 1 row and 1 column larger than the table. Paste what fits, or nothing?"#]],
        ),
        (
            "1\n2\n3\n4\n",
            expect![[r#"
            Vùng dán dư 2 dòng so với bảng. Dán phần vừa bảng, hay không dán?
            The block is 2 rows larger than the table. Paste what fits, or nothing?"#]],
        ),
        (
            "1\t2\t3\t4\n",
            expect![[r#"
            Vùng dán dư 2 cột so với bảng. Dán phần vừa bảng, hay không dán?
            The block is 2 columns larger than the table. Paste what fits, or nothing?"#]],
        ),
    ] {
        let over = block(text, (1, 1), (2, 2)).over.expect("too large");
        expected.assert_eq(&both(|language| {
            let message = block_over(over, language);
            format!("{} {}", message.what, message.fix)
        }));
    }
}

#[test]
fn the_two_readings_of_a_column_are_shown_as_numbers() {
    let pasted = block("1.234\n12.5\n", (1, 1), (12, 2));
    let (column, two_ways) = &pasted.asked[0];
    assert!(pasted.set.is_empty());
    expect![[r#"
        Cột “A”: “1.234” có hai cách đọc. ["1.234 người", "1,234 (có phần lẻ)"]
        Column “A”: “1.234” can be read two ways. ["1,234 people", "1.234 (with decimals)"]"#]]
    .assert_eq(&both(|language| {
        format!("{} {:?}", block_asked(*column, two_ways, language).what, reading_choices(two_ways, language))
    }));
}

#[test]
fn what_cannot_be_pasted_says_why() {
    let message = |message: bao_phu::text::Message| format!("{} {}", message.what, message.fix);
    expect![[r#"
        Không có gì để dán. Sao chép một vùng trong Excel rồi thử lại.
        Nothing to paste. Copy a block in Excel and try again."#]]
    .assert_eq(&both(|language| message(clipboard_error(ClipboardError::Empty, language))));
    expect![[r#"
        Vùng sao chép quá lớn. Chỉ sao chép các dòng và cột cần dán.
        The copied block is too large. Copy only the rows and columns you need."#]]
    .assert_eq(&both(|language| message(clipboard_error(ClipboardError::TooManyCells, language))));
    expect![[r#"
        Không thấy dòng tiêu đề. Chọn cột nào là tên đơn vị.
        No header row found. Choose which column holds unit names."#]]
    .assert_eq(&both(|language| message(import_error(ImportError::NoNames, language))));
    expect![[r#"
        Không thấy cột số liệu nào dán được. Đặt tiêu đề cột, ví dụ Dân số, LLLĐ, BHXH TN 2022, rồi sao chép lại cả tiêu đề.
        No column of figures that can be pasted was found. Give the columns headings, for example Population, Labour force, Voluntary SI 2022, and copy them too."#]].assert_eq(&both(|language| message(import_error(ImportError::NoFigures, language))));
    let elsewhere = Series { scope: Scope::OtherProvinces, ..HERE };
    expect![[r#"
        số tham gia BHXH tự nguyện 2022, tham gia ngoài tỉnh
        people in voluntary social insurance 2022, insured in other provinces"#]]
    .assert_eq(&both(|language| series_name(elsewhere, &example::first(), language)));
    assert_eq!(read_clipboard("<table><tr><td> </td></tr></table>", "\t\n"), Err(ClipboardError::Empty));
    assert_eq!(import("Đơn vị\tTN\tTN\nMai Sơn\t1\t1\n").extras[0].why, ExtraWhy::Twice);
}

const PIECES: [&str; 32] = [
    "Đơn vị",
    "TN",
    "BHXH",
    "Năm 2022",
    "2022",
    "Mai Sơn",
    "Mộc Châu",
    "moc chau",
    "Thành phố Sơn La",
    "Sơn La",
    "Tổng cộng",
    "Cộng",
    "STT",
    "1",
    "2",
    "3",
    "1.234",
    "1,234",
    "12.5",
    "1 234",
    "-",
    "–",
    "",
    "",
    "#REF!",
    "4,83%",
    "(123)",
    "99999999999999999999",
    "Mã",
    "14",
    "Ghi chú",
    "Hà Nội",
];

proptest! {
    #[test]
    fn any_table_is_read_and_told_without_failing(
        rows in vec(vec(select(PIECES.to_vec()), 0..5), 0..8), height in 0..4usize, width in 0..4usize,
    ) {
        let text: String = rows.iter().map(|row| format!("{}\n", row.join("\t"))).collect();
        if let Ok(table) = read_clipboard("", &text) {
            let scenario = example::first();
            let _ = paste_kind(&table, &scenario);
            let to = Where { scenario: &scenario, columns: &[HERE], within: None };
            if let Ok(import) = paste_by_name(&table, to, &Answers::default()) {
                let root = scenario.root().map(|root| root.id);
                prop_assert!(import.changes.iter().all(|change| Some(change.unit) != root));
                for language in Language::ALL {
                    let _ = (import_result(&import, language), import_readings(&import, language));
                    for finding in &import.findings {
                        prop_assert!(!import_finding(finding, &scenario, language).what.is_empty());
                    }
                }
            }
            let block = paste_block(&table, &scenario, ((height, width), (height, width)), |_| CellKind::People, &BTreeMap::new());
            let fits = |place: &Place| place.row < height.max(1) && place.column < width.max(1);
            prop_assert!(block.set.iter().all(|(place, _)| fits(place)));
        }
    }
}
