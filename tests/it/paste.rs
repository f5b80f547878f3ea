//! Tables pasted from spreadsheets: rows find their units, totals are checks, numbers have one reading.

use bao_phu::example;
use bao_phu::exchange::{
    Answers, CellKind, ColumnMarks, Counts, ExtraWhy, Fault, Import, ImportError, ImportFinding, Marks, Over,
    PasteKind, Place, RowAnswer, Series, Table, TotalCheck, Where, paste_block, paste_by_name,
    paste_into_empty, paste_kind, read_clipboard,
};
use bao_phu::model::{Base, Indicator, Kind, Measure, Scenario, Scope, UnitId};
use expect_test::{Expect, expect};
use std::collections::BTreeMap;

const EXCEL_HTML: &str = include_str!("../data/sheets/excel.html");
const EXCEL_TEXT: &str = include_str!("../data/sheets/excel.txt");
const LIBRE_OFFICE: &str = include_str!("../data/sheets/libreoffice.html");
const GOOGLE: &str = include_str!("../data/sheets/google.html");

const VOLUNTARY: Series =
    Series { measure: Measure::Result(Indicator::VoluntarySi), year: 2022, scope: Scope::InProvince };
const LABOUR_FORCE: Series =
    Series { measure: Measure::Base(Base::LabourForce), year: 2022, scope: Scope::InProvince };

fn read(text: &str) -> Table {
    read_clipboard("", text).expect("a small table")
}

fn import_with(table: &Table, scenario: &Scenario, answers: &Answers) -> Result<Import, ImportError> {
    let columns = [VOLUNTARY, LABOUR_FORCE];
    paste_by_name(table, Where { scenario, columns: &columns, within: None }, answers)
}

fn import(table: &Table) -> Import {
    import_with(table, &example::first(), &Answers::default()).expect("names and figures")
}

/// What each unit of Sơn La gets in the column that was read first.
fn changes(import: &Import) -> Vec<(u32, Option<u64>)> {
    import.changes.iter().map(|change| (change.unit.0, change.new)).collect()
}

fn check(table: &Table, expected: Expect) {
    let import = import(table);
    let columns = import.columns.iter().map(|column| {
        let Series { measure, year, scope } = column.series;
        format!("{} “{}” → {measure:?} {year} {scope:?}", column.place, column.heading)
    });
    let changes = import.changes.iter().map(|change| {
        format!("unit {} {:?}: {:?} → {:?}", change.unit.0, change.series.measure, change.old, change.new)
    });
    let extras = import.extras.iter().map(|extra| format!("extra “{}”: {:?}", extra.heading, extra.why));
    let totals = import
        .totals
        .iter()
        .map(|check| format!("total {}: {} = {}", check.place.a1(), check.stated, check.sum));
    let findings = import.findings.iter().map(|finding| format!("{finding:?}"));
    let lines: Vec<String> = columns.chain(extras).chain(changes).chain(totals).chain(findings).collect();
    expected.assert_eq(&format!("{:?}\n{}", import.counts, lines.join("\n")));
}

#[test]
fn a_block_of_twelve_units_without_marks_lands_and_its_total_matches() {
    for table in [read_clipboard(EXCEL_HTML, "").expect("a table"), read(EXCEL_TEXT)] {
        assert_eq!((table.rows.len(), table.width()), (14, 3));
        assert_eq!(paste_kind(&table, &example::first()), PasteKind::ByName);
        let import = import(&table);
        assert_eq!(import.units, 12);
        assert_eq!(
            import.columns.iter().map(|column| column.series).collect::<Vec<_>>(),
            [LABOUR_FORCE, VOLUNTARY]
        );
        assert_eq!(
            changes(&import),
            [
                (1, Some(4120)),
                (3, Some(4300)),
                (5, Some(2701)),
                (6, Some(1800)),
                (7, Some(1950)),
                (9, Some(3000)),
                (10, Some(2590)),
                (12, None)
            ]
        );
        assert_eq!(import.counts, Counts { kept: 16, changed: 7, new: 0, cleared: 1 });
        assert!(import.totals_match());
        assert_eq!(import.findings, []);
    }
}

#[test]
fn html_and_text_of_one_block_are_one_table() {
    let html = read_clipboard(EXCEL_HTML, EXCEL_TEXT).expect("a table");
    let trimmed = |table: Table| -> Vec<Vec<String>> {
        table.rows.iter().map(|row| row.iter().map(|text| text.trim().to_owned()).collect()).collect()
    };
    assert_eq!(trimmed(html), trimmed(read(EXCEL_TEXT)));
}

#[test]
fn a_wrong_total_is_told_with_what_the_rows_come_to() {
    let table = read(&EXCEL_TEXT.replace("27.976", "27.900"));
    let import = import(&table);
    let wrong = TotalCheck { place: Place { row: 13, column: 2 }, stated: 27_900, sum: 27_976 };
    assert!(!import.totals_match());
    assert_eq!(import.findings, [ImportFinding::TotalDiffers { heading: "BHXH TN".into(), check: wrong }]);
    assert!(import.changes.iter().all(|change| change.unit != UnitId(0)));
}

#[test]
fn rows_may_stand_in_any_order() {
    let mut lines: Vec<&str> = EXCEL_TEXT.lines().collect();
    lines[1..].reverse();
    let reversed = import(&read(&lines.join("\r\n")));
    let mut changed = changes(&reversed);
    changed.sort_unstable();
    assert_eq!(changed, changes(&import(&read(EXCEL_TEXT))));
    assert!(reversed.totals_match());
}

#[test]
fn stacked_headings_titles_and_notes_of_an_office_are_understood() {
    check(
        &read_clipboard(LIBRE_OFFICE, "").expect("a table"),
        expect![[r#"
            Counts { kept: 1, changed: 2, new: 3, cleared: 0 }
            2 “BHXH tự nguyện 2021” → Result(VoluntarySi) 2021 InProvince
            3 “BHXH tự nguyện 2022” → Result(VoluntarySi) 2022 InProvince
            extra “Ghi chú”: Unknown
            unit 1 Result(VoluntarySi): None → Some(3900)
            unit 1 Result(VoluntarySi): Some(4039) → Some(4120)
            unit 2 Result(VoluntarySi): None → Some(3500)
            unit 3 Result(VoluntarySi): None → Some(4000)
            unit 3 Result(VoluntarySi): Some(4215) → Some(4300)
            total C8: 11400 = 11400
            total D8: 12183 = 12183"#]],
    );
}

#[test]
fn an_english_sheet_is_read_and_last_years_plan_is_no_result() {
    check(
        &read_clipboard(GOOGLE, "").expect("a table"),
        expect![[r#"
        Counts { kept: 1, changed: 1, new: 0, cleared: 0 }
        1 “Voluntary SI 2022” → Result(VoluntarySi) 2022 InProvince
        extra “Target 2023”: Plan
        unit 1 Result(VoluntarySi): Some(4039) → Some(4120)"#]],
    );
}

#[test]
fn names_with_numbers_and_no_headings_go_into_the_columns_from_the_active_cell_on() {
    check(
        &read("1\tMai Sơn\t4.300\t93.371\n2\tMộc Châu\t3.800\t\nTổng\t\t8.100\t"),
        expect![[r#"
            Counts { kept: 1, changed: 2, new: 0, cleared: 1 }
            2 “” → Result(VoluntarySi) 2022 InProvince
            3 “” → Base(LabourForce) 2022 InProvince
            unit 3 Result(VoluntarySi): Some(4215) → Some(4300)
            unit 2 Result(VoluntarySi): Some(3763) → Some(3800)
            unit 2 Base(LabourForce): Some(66984) → None
            total C3: 8100 = 8100"#]],
    );
    check(
        &read("Mai Sơn\t4300\t1\t2\nMộc Châu\t3800\t3\t4"),
        expect![[r#"
        Counts { kept: 0, changed: 4, new: 0, cleared: 0 }
        1 “” → Result(VoluntarySi) 2022 InProvince
        2 “” → Base(LabourForce) 2022 InProvince
        extra “”: Unknown
        unit 3 Result(VoluntarySi): Some(4215) → Some(4300)
        unit 3 Base(LabourForce): Some(93371) → Some(1)
        unit 2 Result(VoluntarySi): Some(3763) → Some(3800)
        unit 2 Base(LabourForce): Some(66984) → Some(3)"#]],
    );
}

#[test]
fn a_total_row_in_the_column_of_numbers_is_still_a_total() {
    let import = import(&read("Đơn vị\t2022\nCộng\t8.063\nMai Sơn\t4.300\nMộc Châu\t3.763\n"));
    assert!(import.totals_match());
    assert_eq!(changes(&import), [(3, Some(4300))]);
}

#[test]
fn each_group_may_have_its_own_total_above_a_grand_one() {
    let sheet =
        "Đơn vị\tTN\nMai Sơn\t10\nMộc Châu\t20\nCộng\t30\nYên Châu\t5\nVân Hồ\t6\nCộng\t12\nTổng cộng\t41\n";
    let import = import(&read(sheet));
    let totals: Vec<(u64, u128)> = import.totals.iter().map(|check| (check.stated, check.sum)).collect();
    assert_eq!(totals, [(30, 30), (12, 11), (41, 41)]);
}

#[test]
fn what_matches_no_unit_is_left_out_with_a_proposal_until_it_is_answered() {
    let table = read("Đơn vị\tTN\nMai Sown\t4.300\nHà Nội\t1\nMộc Châu\t3.800\n");
    let asked = import(&table);
    let guesses: Vec<(&str, &[UnitId])> =
        asked.unmatched.iter().map(|row| (row.name.as_str(), row.guesses.as_slice())).collect();
    assert_eq!(guesses, [("Mai Sown", &[UnitId(3)][..]), ("Hà Nội", &[])]);
    assert_eq!(changes(&asked), [(2, Some(3800))]);
    assert_eq!(asked.findings, [ImportFinding::Unmatched { rows: 2 }]);
    let rows = BTreeMap::from([(1, RowAnswer::Unit(UnitId(3))), (2, RowAnswer::Skip)]);
    let answered =
        import_with(&table, &example::first(), &Answers { rows, ..Answers::default() }).expect("figures");
    assert_eq!(changes(&answered), [(3, Some(4300)), (2, Some(3800))]);
    assert_eq!(answered.findings, []);
}

#[test]
fn a_unit_with_two_rows_waits_for_the_choice_and_equal_rows_need_none() {
    let table = read("Đơn vị\tTN\nMai Sơn\t4.300\nMộc Châu\t3.800\nH. Mai Sơn\t4.400\nMộc Châu\t3.800");
    let asked = import(&table);
    assert_eq!(asked.findings, [ImportFinding::Duplicate { unit: UnitId(3), rows: vec![1, 3] }]);
    assert_eq!(changes(&asked), [(2, Some(3800))]);
    let rows = BTreeMap::from([(1, RowAnswer::Skip)]);
    let answered =
        import_with(&table, &example::first(), &Answers { rows, ..Answers::default() }).expect("figures");
    assert_eq!(changes(&answered), [(2, Some(3800)), (3, Some(4400))]);
}

#[test]
fn errors_of_the_spreadsheet_are_told_with_their_cell() {
    let import =
        import(&read("Đơn vị\tTN\nMai Sơn\t#REF!\nMộc Châu\t4,8%\nYên Châu\tnhiều\nVân Hồ\t1.136\n"));
    let faults: Vec<(String, Fault, &str)> = (import.findings.iter())
        .map(|finding| match finding {
            ImportFinding::Cell { place, fault, found } => (place.a1(), *fault, found.as_str()),
            other => unreachable!("{other:?}"),
        })
        .collect();
    assert_eq!(
        faults,
        [
            ("B2".into(), Fault::SheetError, "#REF!"),
            ("B3".into(), Fault::PerCent, "4,8%"),
            ("B4".into(), Fault::NotNumber, "nhiều")
        ]
    );
    assert_eq!(import.changes, []);
}

#[test]
fn one_answer_settles_a_column_that_can_be_read_two_ways() {
    let table = read("Đơn vị\tTN\nMai Sơn\t1.234\nMộc Châu\t12.5\nVân Hồ\t900\n");
    let asked = import(&table);
    assert!(matches!(asked.columns[0].marks, ColumnMarks::Asked(_)));
    assert!(matches!(asked.findings[..], [ImportFinding::TwoWays { column: 1, .. }]));
    assert_eq!(asked.changes, []);
    let marks = BTreeMap::from([(1, Marks::Group)]);
    let answered =
        import_with(&table, &example::first(), &Answers { marks, ..Answers::default() }).expect("figures");
    assert_eq!(changes(&answered), [(3, Some(1234)), (8, Some(900))]);
}

#[test]
fn numbers_beside_words_that_name_nobody_ask_for_the_column_of_names() {
    let table = read("Vùng\tTN\nABCDEF\t1\nGHIJKL\t2\n");
    assert_eq!(paste_kind(&table, &example::first()), PasteKind::Unclear);
    assert_eq!(import_with(&table, &example::first(), &Answers::default()), Err(ImportError::NoNames));
    let named = import_with(&table, &example::first(), &Answers { names: Some(0), ..Answers::default() });
    assert_eq!(named.map(|import| import.unmatched.len()), Ok(2));
    let figureless = read("Đơn vị\tGhi chú\nMai Sơn\tx\n");
    assert_eq!(import_with(&figureless, &example::first(), &Answers::default()), Err(ImportError::NoFigures));
    assert_eq!(paste_kind(&read("1\t2\n3\t-"), &example::first()), PasteKind::Block);
    assert_eq!(paste_kind(&read("abc"), &example::first()), PasteKind::Block);
}

#[test]
fn the_same_figures_twice_and_unknown_columns_are_kept_out() {
    let import = import(&read("Đơn vị\tTN\tBHXH tự nguyện\tTỷ lệ (%)\tGhi chú\nMai Sơn\t4.300\t1\t4,6\tx\n"));
    let extras: Vec<ExtraWhy> = import.extras.iter().map(|extra| extra.why).collect();
    assert_eq!(extras, [ExtraWhy::Twice, ExtraWhy::NotPeople, ExtraWhy::Unknown]);
    assert_eq!(changes(&import), [(3, Some(4300))]);
}

/// Twelve rows of two columns: figures, and beside them what is computed; the third row is locked.
fn kinds(place: Place) -> CellKind {
    match place {
        Place { column: 1, .. } => CellKind::Computed,
        Place { row: 2, .. } => CellKind::Locked,
        _ => CellKind::People,
    }
}

fn block(text: &str, selected: (usize, usize), room: (usize, usize)) -> bao_phu::exchange::BlockPaste {
    paste_block(&read(text), &example::first(), (selected, room), kinds, &BTreeMap::new())
}

fn at(row: usize) -> Place {
    Place { row, column: 0 }
}

#[test]
fn a_block_of_numbers_goes_cell_by_cell_and_counts_what_it_leaves_alone() {
    let pasted = block("1.234\t5\n–\t6\n3\t7\nabc\t8\n", (1, 1), (12, 2));
    assert_eq!(pasted.set, [(at(0), Some(1234)), (at(1), None)]);
    assert_eq!((pasted.locked, pasted.computed), (1, 4));
    let faults: Vec<_> = pasted.faults.iter().map(|fault| (fault.place.a1(), fault.fault)).collect();
    assert_eq!(faults, [("A4".into(), Fault::NotNumber)]);
    assert_eq!((pasted.over, pasted.fills), (None, false));
    assert_eq!(pasted.examples, [(0, "1.234".into(), 1234)]);
}

#[test]
fn one_value_fills_the_selection() {
    let pasted = block("1,234\n", (4, 1), (12, 2));
    assert_eq!(pasted.set, [0, 1, 3].map(|row| (at(row), Some(1234))));
    assert_eq!((pasted.locked, pasted.fills), (1, true));
    assert_eq!(block("7", (1, 1), (12, 2)).set, [(at(0), Some(7))]);
    let wrong = block("#N/A", (4, 1), (12, 2));
    assert_eq!((wrong.set.len(), wrong.faults.len()), (0, 1));
}

#[test]
fn a_block_larger_than_the_table_asks() {
    let pasted = block("1\t2\t3\n4\t5\t6\n7\t8\t9\n", (1, 1), (2, 2));
    assert_eq!(pasted.over, Some(Over { rows: 1, columns: 1 }));
    assert_eq!(pasted.set, [(at(0), Some(1)), (at(1), Some(4))]);
}

#[test]
fn a_total_below_or_above_what_is_selected_is_a_check_and_no_unit() {
    for text in ["10\n20\n30", "30\n10\n20"] {
        for (selected, room) in [((2, 1), (12, 2)), ((1, 1), (2, 2))] {
            let pasted = block(text, selected, room);
            assert_eq!(pasted.set, [(at(0), Some(10)), (at(1), Some(20))], "{text:?}");
            assert_eq!((pasted.over, pasted.totals.len()), (None, 1));
        }
    }
    assert_eq!(block("10\n20\n31", (1, 1), (2, 2)).over, Some(Over { rows: 1, columns: 0 }));
}

#[test]
fn headings_above_a_block_of_numbers_are_left_out() {
    let pasted = block("BHXH TN\n1.000\n2.000\n", (1, 1), (12, 2));
    assert_eq!((pasted.headings, pasted.set.len()), (1, 2));
}

// Into a document that has no units yet.

fn beginning(province: &str) -> Scenario {
    let id = bao_phu::model::ScenarioId("moi".into());
    let slot = bao_phu::model::Slot { indicator: Indicator::VoluntarySi, year: 2023 };
    Scenario::blank(id, "Phương án mới".into(), province.into(), slot)
}

fn begun(text: &str, province: &str) -> (Import, Vec<String>) {
    let scenario = beginning(province);
    let to = Where { scenario: &scenario, columns: &[VOLUNTARY], within: None };
    let import = paste_into_empty(&read(text), to, &Answers::default(), Kind::District).expect("a table");
    let after = import.with_newcomers(&scenario);
    assert_eq!(after.check(), Ok(()));
    let name = |id: UnitId| after.unit(id).map_or("", |unit| &unit.name).to_owned();
    let units = import.newcomers.iter();
    let said = units
        .map(|unit| format!("{} ({:?}) < {}", unit.name, unit.kind, name(unit.parent.unwrap_or(unit.id))));
    let said = said.collect();
    (import, said)
}

#[test]
fn a_table_names_the_units_it_has_figures_of() {
    let table = "STT\tĐơn vị\tLLLĐ 2022\tBHXH TN 2022\n1\tTP Sơn La\t62.924\t4.039\n2\tH. Mộc Châu (mới)*\t66.984\t3.763\n\
                 3\tVân Hồ\t–\t1.136\n\tTổng cộng\t129.908\t8.938\n\tNgười lập biểu\t\t\n";
    let (import, units) = begun(table, "Sơn La");
    assert_eq!(
        units,
        ["TP Sơn La (District) < Sơn La", "H. Mộc Châu (District) < Sơn La", "Vân Hồ (District) < Sơn La"]
    );
    assert_eq!(import.counts, Counts { new: 5, ..Counts::default() });
    assert_eq!((import.units, import.totals_match(), import.unmatched.len()), (3, true, 0));
    let series: Vec<Series> = import.columns.iter().map(|column| column.series).collect();
    assert_eq!(series, [LABOUR_FORCE, VOLUNTARY]);
    assert_eq!(import.findings, []);
}

#[test]
fn communes_go_below_the_district_beside_them_also_where_its_cells_were_merged() {
    let table = "Huyện\tXã\tMã xã\tBHXH TN 2022\nMộc Châu\tPhường Thảo Nguyên\t03979\t120\n\tXã Tân Lập\t04012\t80\n\
                 Mai Sơn\tXã Tân Lập\t04102\t60\n";
    let (import, units) = begun(table, "Sơn La");
    assert_eq!(
        units,
        [
            "Mộc Châu (District) < Sơn La",
            "Phường Thảo Nguyên (Commune) < Mộc Châu",
            "Xã Tân Lập (Commune) < Mộc Châu",
            "Mai Sơn (District) < Sơn La",
            "Xã Tân Lập (Commune) < Mai Sơn"
        ]
    );
    assert_eq!((import.counts.new, import.unmatched.len()), (3, 0));
    assert_eq!(import.newcomers[1].code, "03979");
}

#[test]
fn names_beside_numbers_without_headings_go_into_the_column_they_are_pasted_at() {
    let (import, units) = begun("Cao Lộc\t12.500\nChi Lăng\t9.000\n", "Lạng Sơn");
    assert_eq!(units, ["Cao Lộc (District) < Lạng Sơn", "Chi Lăng (District) < Lạng Sơn"]);
    assert_eq!(
        changes(&import).iter().map(|change| change.1).collect::<Vec<_>>(),
        [Some(12_500), Some(9_000)]
    );
}

#[test]
fn a_document_with_units_takes_none_from_a_table() {
    let scenario = example::first();
    let to = Where { scenario: &scenario, columns: &[VOLUNTARY], within: None };
    let table = read("Đơn vị\tBHXH TN 2022\nMộc Châu\t3.800\nHà Nội\t1\n");
    let import = paste_into_empty(&table, to, &Answers::default(), Kind::District).expect("a table");
    assert_eq!((import.newcomers.len(), import.unmatched.len()), (0, 1));
}
