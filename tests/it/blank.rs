//! A scenario of one's own begins without figures, and a plan in it without a number.

use bao_phu::calc::{Finding, derive};
use bao_phu::edit::{Draft, Edit, EditError, Entries, add_units};
use bao_phu::example;
use bao_phu::model::{
    Base, Indicator, Kind, Limit, Measure, Method, Quantity, Scenario, ScenarioId, Scope, Slot, Target,
    UnitId, Wrong,
};
use bao_phu::save::{load, save};
use bao_phu::text::{Language, finding, parse_limit, quantity, step_name, typed};

use crate::common::{ROOT, SON_LA, edited, given, lock, node, target};

const HEALTH: Slot = Slot { indicator: Indicator::Health, year: 2023 };

fn blank() -> Scenario {
    Scenario::blank(ScenarioId("moi".into()), "Phương án mới".into(), "Lạng Sơn".into(), SON_LA)
}

fn enter(measure: Measure, figures: &[u64]) -> Edit {
    let figures = (1..).map(UnitId).zip(figures.iter().map(|&people| Some(people))).collect();
    Edit::SetFigures(vec![Entries { measure, year: 2022, scope: Scope::InProvince, figures }])
}

fn with_two_units(scenario: &Scenario) -> Scenario {
    let last = Measure::Result(SON_LA.indicator);
    let units = add_units(scenario, ["Cao Lộc", "Chi Lăng"], Kind::District, ROOT, None);
    edited(scenario, &[units, enter(last, &[100, 300])])
}

#[test]
fn a_blank_scenario_is_sound_and_says_that_its_target_is_still_to_come() {
    let blank = blank();
    assert_eq!(blank.check(), Ok(()));
    assert_eq!(load(&save(&blank).expect("text")).expect("what was saved"), blank);
    assert!(!blank.is_illustrative());
    let plan = node(&blank, SON_LA);
    assert_eq!((plan.target, plan.given, plan.findings), (None, 0, vec![Finding::TargetNotSet]));
    let said = finding(&Finding::TargetNotSet, &blank, Language::Vi);
    assert_eq!(said.what, "Chưa có mục tiêu.");
    for language in Language::ALL {
        assert_eq!(typed(&Quantity::open(), language), "");
    }
    assert_eq!(quantity(&Quantity::open(), SON_LA, Language::Vi), "chưa có số");
}

#[test]
fn names_last_years_figures_and_a_target_make_the_first_plan() {
    let filled = with_two_units(&blank());
    assert_eq!(node(&filled, SON_LA).findings.first(), Some(&Finding::TargetNotSet));
    let planned = edited(&filled, &[target(SON_LA, 440)]);
    assert_eq!(given(&node(&planned, SON_LA)), [110, 330]);
}

#[test]
fn a_target_can_be_cleared_and_a_limit_without_a_number_is_refused() {
    let mut draft = Draft::new(example::first());
    draft.apply(Edit::SetTarget { slot: SON_LA, quantity: Quantity::open() }).expect("an edit that fits");
    assert_eq!(node(draft.scenario(), SON_LA).target, None);
    assert_eq!(step_name(&draft.history().done[0], draft.scenario(), Language::Vi), "Bỏ trống mục tiêu");
    let open = Limit { floor: Some(Quantity::open()), ..Limit::default() };
    let why = EditError::Wrong(Wrong::EmptyLimit { slot: SON_LA, unit: UnitId(1) });
    assert_eq!(draft.apply(Edit::SetLimit { slot: SON_LA, unit: UnitId(1), limit: open }), Err(why));
    assert!(parse_limit("").is_err());
}

#[test]
fn a_plan_starts_with_lifting_the_lowest_where_every_unit_has_a_base_else_with_equal_growth() {
    assert_eq!(blank().starting_method(SON_LA), Method::Last);
    assert_eq!(example::first().starting_method(SON_LA), Method::Lift);
    let two = with_two_units(&blank());
    assert_eq!(two.starting_method(HEALTH), Method::Last);
    let population = Measure::Base(Base::Population);
    let one = edited(&two, &[enter(population, &[9_000])]);
    assert_eq!(one.starting_method(HEALTH), Method::Last);
    let both = edited(&two, &[enter(population, &[9_000, 8_000])]);
    assert_eq!(both.starting_method(HEALTH), Method::Lift);
    assert_eq!(both.starting_method(Slot { year: 2021, ..HEALTH }), Method::Last);
    // A district without a figure goes by its communes.
    let communes = add_units(&both, ["Xã A"], Kind::Commune, UnitId(1), None);
    assert_eq!(edited(&both, &[communes]).starting_method(HEALTH), Method::Last);
}

#[test]
fn another_indicator_and_year_is_planned_and_given_up_again() {
    let before = example::first();
    let mut draft = Draft::new(before.clone());
    draft.apply(Edit::AddSlot(Box::new(Target::open(HEALTH)))).expect("an edit that fits");
    assert_eq!(draft.scenario().check(), Ok(()));
    assert_eq!(draft.scenario().slots().collect::<Vec<_>>(), [SON_LA, HEALTH]);
    assert_eq!(derive(draft.scenario()).node(HEALTH).map(|plan| plan.method), Some(Method::Last));
    let again = draft.apply(Edit::AddSlot(Box::new(Target::open(HEALTH))));
    assert_eq!(again, Err(EditError::HasTarget { slot: HEALTH }));
    draft.apply(lock(HEALTH, 3, 50)).expect("an edit that fits");
    let full = save(draft.scenario()).expect("text");
    draft.apply(Edit::RemoveSlot { slot: HEALTH }).expect("an edit that fits");
    assert_eq!(draft.scenario(), &before);
    draft.undo().expect("a history that fits");
    assert_eq!(save(draft.scenario()).expect("text"), full);
    draft.redo().expect("a history that fits");
    let last = draft.apply(Edit::RemoveSlot { slot: SON_LA });
    assert_eq!(last, Err(EditError::Wrong(Wrong::NoTarget)));
    let none = draft.apply(Edit::RemoveSlot { slot: HEALTH });
    assert_eq!(none, Err(EditError::NoTarget { slot: HEALTH }));
    let names: Vec<String> =
        draft.history().done.iter().map(|step| step_name(step, draft.scenario(), Language::Vi)).collect();
    assert_eq!([&names[0], &names[2]], ["Thêm chỉ tiêu BHYT năm 2023", "Bỏ chỉ tiêu BHYT năm 2023"]);
}
