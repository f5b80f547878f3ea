//! Figures typed, pasted and cleared: what was typed counts, its provenance is true, and undo restores every byte.

use bao_phu::calc::derive;
use bao_phu::edit::{Draft, Edit, EditError, Entries, Purpose};
use bao_phu::example;
use bao_phu::model::{
    Base, Column, ColumnHead, Custom, CustomId, Indicator, Measure, Method, Provenance, Quantity, Scenario,
    Scope, UnitId,
};
use bao_phu::save::{load, load_beside, save, save_beside};
use bao_phu::text::{Language, step_name};

use crate::common::{ROOT, Row, SON_LA, edited, province};

const RESULT: Measure = Measure::Result(Indicator::VoluntarySi);
const LABOUR_FORCE: Measure = Measure::Base(Base::LabourForce);
const CITY: UnitId = UnitId(1);

fn bytes(scenario: &Scenario) -> String {
    save(scenario).expect("a scenario as text")
}

fn enter(measure: Measure, figures: &[(u32, Option<u64>)]) -> Edit {
    let figures = figures.iter().map(|&(unit, people)| (UnitId(unit), people)).collect();
    Edit::SetFigures(vec![Entries { measure, year: 2022, scope: Scope::InProvince, figures }])
}

/// The figure that counts, and how it came to be there.
fn figure(scenario: &Scenario, measure: Measure, unit: UnitId) -> Option<(u64, Provenance)> {
    let mut columns = scenario.columns(measure, 2022, Scope::InProvince);
    columns.find_map(|column| Some((column.figure(unit)?, column.provenance)))
}

/// Applies the edit, takes it back to the byte, makes it again, and returns what it makes.
fn applied(scenario: &Scenario, edit: Edit) -> Scenario {
    let mut draft = Draft::new(scenario.clone());
    draft.apply(edit).expect("an edit that fits");
    let after = draft.scenario().clone();
    assert_eq!(after.check(), Ok(()));
    assert_eq!(load(&bytes(&after)).expect("what was saved"), after);
    draft.undo().expect("a history that fits");
    assert_eq!(bytes(draft.scenario()), bytes(scenario));
    draft.redo().expect("a history that fits");
    assert_eq!(bytes(draft.scenario()), bytes(&after));
    after
}

fn with_published(figures: &[(u32, u64)]) -> Scenario {
    let mut scenario = example::first();
    scenario.facts.insert(
        0,
        Column {
            measure: RESULT,
            year: 2022,
            scope: Scope::InProvince,
            provenance: Provenance::Published,
            source: "Báo cáo 2022".into(),
            note: String::new(),
            figures: figures.iter().map(|&(unit, people)| (UnitId(unit), people)).collect(),
        },
    );
    scenario
}

#[test]
fn a_typed_figure_counts_and_is_the_users_own() {
    let before = example::first();
    assert_eq!(figure(&before, RESULT, CITY), Some((4_039, Provenance::Illustrative)));
    let after = applied(&before, enter(RESULT, &[(1, Some(4_100))]));
    assert_eq!(figure(&after, RESULT, CITY), Some((4_100, Provenance::Entered)));
    assert_eq!(figure(&after, RESULT, ROOT), Some((28_503, Provenance::Published)));
    let plan = derive(&after).node(SON_LA).expect("a plan").clone();
    let last = plan.units[0].last.expect("a figure");
    assert_eq!((last.people, last.provenance), (4_100, Some(Provenance::Entered)));
}

#[test]
fn illustrative_figures_say_so_until_the_last_of_them_is_replaced() {
    let mut scenario = example::first();
    for measure in [RESULT, LABOUR_FORCE] {
        for unit in 1..=12 {
            assert!(scenario.is_illustrative());
            // Also where the real figure happens to be the one made up.
            let (made_up, _) = figure(&scenario, measure, UnitId(unit)).expect("a figure");
            scenario = edited(&scenario, &[enter(measure, &[(unit, Some(made_up))])]);
        }
    }
    assert!(!scenario.is_illustrative());
    assert!(scenario.facts.iter().all(|column| column.provenance != Provenance::Illustrative));
}

#[test]
fn a_made_up_figure_behind_a_real_one_is_not_in_force() {
    let mut scenario = with_published(&[(1, 5), (2, 6)]);
    scenario.facts.retain(|column| column.measure == RESULT && column.year == 2022);
    let made_up = scenario.facts.len() - 1;
    assert_eq!(scenario.figures_in_force(made_up).count(), 10);
    scenario.facts[made_up].figures.truncate(2);
    assert!(!scenario.is_illustrative());
    assert_eq!(scenario.figures_in_force(99).count(), 0);
}

#[test]
fn a_published_figure_stays_behind_the_typed_one_and_counts_again_when_it_is_typed() {
    let before = with_published(&[(1, 5_000)]);
    let typed = applied(&before, enter(RESULT, &[(1, Some(4_100))]));
    assert_eq!(figure(&typed, RESULT, CITY), Some((4_100, Provenance::Entered)));
    assert!(
        typed.facts.iter().any(|column| column.source == "Báo cáo 2022" && column.figure(CITY).is_some())
    );
    let again = applied(&typed, enter(RESULT, &[(1, Some(5_000))]));
    assert_eq!(figure(&again, RESULT, CITY), Some((5_000, Provenance::Published)));
    assert!(again.facts.iter().all(|column| column.provenance != Provenance::Entered));
}

#[test]
fn what_changes_nothing_is_no_step() {
    let mut draft = Draft::new(with_published(&[(1, 5_000)]));
    for edit in [
        enter(RESULT, &[(1, Some(5_000)), (0, Some(28_503))]),
        enter(Measure::Base(Base::Population), &[(1, None)]),
        Edit::SetFigures(Vec::new()),
        Edit::Several { purpose: Purpose::Paste, edits: vec![enter(RESULT, &[(0, Some(28_503))])] },
    ] {
        // The made-up figure behind the published one is all that could go.
        draft.apply(edit).expect("an edit that fits");
    }
    assert!(draft.history().done.len() <= 1);
    draft.apply(enter(RESULT, &[(2, Some(9))])).expect("an edit that fits");
    let steps = draft.history().done.len();
    draft.apply(enter(RESULT, &[(2, Some(9))])).expect("an edit that fits");
    assert_eq!(draft.history().done.len(), steps);
}

#[test]
fn a_cleared_figure_is_missing_whatever_stood_behind_it() {
    let typed = edited(&with_published(&[(1, 5_000)]), &[enter(RESULT, &[(1, Some(4_100))])]);
    let cleared = applied(&typed, enter(RESULT, &[(1, None)]));
    assert_eq!(figure(&cleared, RESULT, CITY), None);
    let all: Vec<(u32, Option<u64>)> = (0..=12).map(|unit| (unit, None)).collect();
    let empty = applied(&typed, enter(RESULT, &all));
    assert_eq!(empty.columns(RESULT, 2022, Scope::InProvince).count(), 0);
}

#[test]
fn an_entered_column_with_a_source_waits_for_figures() {
    let typed = edited(&example::first(), &[enter(RESULT, &[(1, Some(4_100))])]);
    let place = typed.facts.iter().position(|column| column.provenance == Provenance::Entered).expect("it");
    let head = ColumnHead {
        provenance: Provenance::Entered,
        source: "Báo cáo BHXH huyện".into(),
        note: String::new(),
    };
    let described = applied(&typed, Edit::DescribeColumn { place, head });
    let cleared = applied(&described, enter(RESULT, &[(1, None)]));
    assert_eq!(cleared.facts[place].source, "Báo cáo BHXH huyện");
    let filled = applied(&cleared, enter(RESULT, &[(2, Some(7))]));
    assert_eq!(filled.facts[place].figures, [(UnitId(2), 7)]);
}

#[test]
fn columns_of_a_blank_province_are_made_in_one_paste() {
    let rows = vec![Row::default(); 3];
    let mut before = province(&rows, |rule| rule.method = Method::Last, Quantity::people(60));
    before.facts.clear();
    let column = |measure, year| Entries {
        measure,
        year,
        scope: Scope::InProvince,
        // The later of two figures for one unit counts.
        figures: vec![
            (UnitId(3), Some(30)),
            (UnitId(1), Some(9)),
            (UnitId(1), Some(10)),
            (UnitId(2), Some(20)),
        ],
    };
    let paste =
        Edit::SetFigures(vec![column(RESULT, 2022), column(LABOUR_FORCE, 2023), column(LABOUR_FORCE, 2022)]);
    let after = applied(&before, paste);
    assert_eq!(after.facts.len(), 3);
    for column in &after.facts {
        assert_eq!(column.figures, [(UnitId(1), 10), (UnitId(2), 20), (UnitId(3), 30)]);
        assert_eq!(column.provenance, Provenance::Entered);
    }
}

#[test]
fn figures_that_do_not_fit_change_nothing_and_say_why() {
    let mut scenario = example::first();
    let before = scenario.clone();
    for (edit, why) in [
        (enter(RESULT, &[(1, Some(5)), (99, Some(5))]), EditError::UnknownUnit { unit: UnitId(99) }),
        (
            enter(Measure::Custom(CustomId(4)), &[(1, Some(5))]),
            EditError::UnknownCustom { series: CustomId(4) },
        ),
        (Edit::RemoveColumn { place: 90 }, EditError::NoRow { place: 90 }),
        (Edit::RemoveCustom { series: CustomId(4) }, EditError::UnknownCustom { series: CustomId(4) }),
        (Edit::AddCustom(Custom { id: CustomId(4), name: "  ".into() }), EditError::EmptyName),
        (
            Edit::DescribeColumn {
                place: 0,
                head: ColumnHead {
                    provenance: Provenance::Computed,
                    source: String::new(),
                    note: String::new(),
                },
            },
            EditError::ComputedColumn,
        ),
    ] {
        assert_eq!(edit.apply(&mut scenario), Err(why));
        assert_eq!(scenario, before);
    }
}

#[test]
fn whole_columns_come_and_go() {
    let before = example::first();
    let removed = applied(&before, Edit::RemoveColumn { place: 1 });
    assert_eq!(figure(&removed, RESULT, CITY), None);
    let column = Column { provenance: Provenance::Published, ..before.facts[1].clone() };
    let added = applied(&before, Edit::AddColumn(Box::new(column)));
    assert_eq!(figure(&added, RESULT, CITY), Some((4_039, Provenance::Published)));
}

#[test]
fn a_series_of_ones_own_is_added_renamed_filled_and_removed() {
    let series = CustomId(1);
    let mut scenario = example::first();
    scenario = applied(&scenario, Edit::AddCustom(Custom { id: series, name: "Hộ kinh doanh".into() }));
    scenario = applied(&scenario, Edit::RenameCustom { series, name: "Hộ khoán".into() });
    scenario = applied(&scenario, enter(Measure::Custom(series), &[(1, Some(5)), (2, Some(6))]));
    let by_series = Edit::SetMethod { slot: SON_LA, node: ROOT, method: Method::Custom(series) };
    let mut in_use = edited(&scenario, &[by_series]);
    let why = EditError::CustomInUse { series, slot: SON_LA, node: ROOT };
    assert_eq!(Edit::RemoveCustom { series }.apply(&mut in_use), Err(why));
    let without = applied(&scenario, Edit::RemoveCustom { series });
    assert_eq!(bytes(&without), bytes(&example::first()));
}

#[test]
fn a_history_with_figures_survives_storage_and_one_that_does_not_fit_changes_nothing() {
    let mut draft = Draft::new(example::first());
    draft.apply(enter(RESULT, &[(1, Some(1)), (2, None)])).expect("an edit that fits");
    draft.apply(enter(LABOUR_FORCE, &[(0, None)])).expect("an edit that fits");
    let text = save_beside(draft.history()).expect("a history as text");
    let history = load_beside(&text).expect("what was saved");
    let mut restored = Draft::with_history(draft.scenario().clone(), history);
    while restored.undo().expect("a history that fits").is_some() {}
    assert_eq!(bytes(restored.scenario()), bytes(&example::first()));
    let mut other = draft.scenario().clone();
    other.facts.clear();
    let mut strange = Draft::with_history(other.clone(), draft.history().clone());
    while let Ok(Some(_)) = strange.undo() {}
    assert!(strange.undo().is_err());
    assert_eq!(strange.scenario(), &other);
}

#[test]
fn a_paste_for_every_commune_of_the_country_takes_no_quadratic_time() {
    let rows = vec![Row { last: Some(9), ..Row::default() }; 3_321];
    let scenario = province(&rows, |_| {}, Quantity::people(60_000));
    let figures: Vec<(UnitId, Option<u64>)> =
        (1..=3_321).rev().map(|unit| (UnitId(unit), Some(u64::from(unit)))).collect();
    let column = |year| Entries { measure: RESULT, year, scope: Scope::InProvince, figures: figures.clone() };
    let after = applied(&scenario, Edit::SetFigures((2019..=2022).map(column).collect()));
    assert_eq!(after.facts.iter().filter(|column| column.figures.len() == 3_321).count(), 4);
}

#[test]
fn steps_say_what_was_entered() {
    let mut draft = Draft::new(with_published(&[(1, 5_000)]));
    let twelve: Vec<(u32, Option<u64>)> = (1..=12).map(|unit| (unit, Some(7))).collect();
    let two_columns = |edit: Edit, other: Edit| match (edit, other) {
        (Edit::SetFigures(one), Edit::SetFigures(two)) => Edit::SetFigures([one, two].concat()),
        (edit, _) => edit,
    };
    for edit in [
        enter(LABOUR_FORCE, &[(1, Some(62_000))]),
        enter(RESULT, &[(1, None)]),
        enter(RESULT, &twelve),
        two_columns(enter(RESULT, &[(1, Some(1))]), enter(LABOUR_FORCE, &[(1, Some(2))])),
        Edit::Several { purpose: Purpose::Paste, edits: vec![enter(RESULT, &[(1, Some(3)), (2, Some(4))])] },
        Edit::AddCustom(Custom { id: CustomId(1), name: "Hộ khoán".into() }),
        Edit::RenameCustom { series: CustomId(1), name: "Hộ".into() },
        Edit::RemoveCustom { series: CustomId(1) },
        Edit::RemoveColumn { place: 1 },
    ] {
        draft.apply(edit).expect("an edit that fits");
    }
    let names = |language| -> Vec<String> {
        draft.history().done.iter().map(|step| step_name(step, draft.scenario(), language)).collect()
    };
    assert_eq!(
        names(Language::Vi),
        [
            "Nhập LLLĐ 2022 của TP Sơn La: 62.000",
            "Xóa số tham gia BHXH tự nguyện 2022 của TP Sơn La",
            "Nhập 12 ô: số tham gia BHXH tự nguyện 2022",
            "Nhập 2 ô ở 2 cột",
            "Dán 2 ô",
            "Thêm cột riêng “Hộ khoán”",
            "Đổi tên cột “Hộ khoán” thành “Hộ”",
            "Bỏ cột riêng “Hộ”",
            "Bỏ cột số tham gia BHXH tự nguyện 2022",
        ]
    );
    assert_eq!(
        names(Language::En),
        [
            "Enter labour force 2022 of TP Sơn La: 62,000",
            "Clear people in voluntary social insurance 2022 of TP Sơn La",
            "Enter 12 cells: people in voluntary social insurance 2022",
            "Enter 2 cells in 2 columns",
            "Paste 2 cells",
            "Add column “Hộ khoán”",
            "Rename column “Hộ khoán” to “Hộ”",
            "Remove column “Hộ”",
            "Remove column: people in voluntary social insurance 2022",
        ]
    );
}
