//! A province by quarter and month: both ways exact, and every cell can be redone.

use bao_phu::calc::period::{PeriodError, PeriodPlan, plan};
use bao_phu::calc::{NodePlan, PeriodLabel, Row, derive, explain_period};
use bao_phu::edit::{Draft, Edit, EditError, at_own_rule};
use bao_phu::example;
use bao_phu::model::{Method, PeriodRule, Periods, Quantity, Scenario, Shape, UnitId, Wrong};
use bao_phu::save::{load, save};
use bao_phu::text::{Language, ledger_lines, parse_weight, period_error, step_name, weight_error};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::common::{
    ROOT, Row as Entered, SON_LA, any_province, edited, kept, left_out, lock, method, node, province, target,
    units_may_fall,
};
use crate::ledger::redone;
use crate::worked_out::whole;

fn custom(periods: Periods, weights: &[u32]) -> PeriodRule {
    PeriodRule { periods, shape: Shape::Custom(weights.into()) }
}

fn set(rule: &PeriodRule, scenario: &Scenario) -> Edit {
    at_own_rule(Edit::SetPeriods { slot: SON_LA, node: ROOT, periods: rule.clone() }, scenario)
}

fn patterns() -> Vec<PeriodRule> {
    vec![
        PeriodRule::equal(Periods::Quarters),
        PeriodRule::equal(Periods::Months),
        custom(Periods::Quarters, &[10, 20, 30, 40]),
        custom(Periods::Quarters, &[0, 1, 0, 0]),
        custom(Periods::Months, &[5, 5, 8, 8, 9, 12, 7, 7, 14, 11, 9, 5]),
    ]
}

fn planned(rule: &PeriodRule, node: &NodePlan) -> PeriodPlan {
    plan(rule, node).expect("a table")
}

/// Both margins, and no row that turns back.
fn check_margins(plan: &PeriodPlan) {
    assert!(plan.is_exact(), "{plan:#?}");
    for place in 0..plan.ends.len() {
        assert_eq!(plan.rows.iter().map(|row| row.ends[place]).sum::<u64>(), plan.ends[place]);
    }
    for row in &plan.rows {
        let way: Vec<u64> = [row.last].into_iter().chain(row.ends.iter().copied()).collect();
        assert_eq!(way.last(), Some(&row.given));
        assert!(way.is_sorted() || way.is_sorted_by(|a, b| a >= b), "{row:?}");
    }
}

/// What is read on the tape of every cell lands on the cell.
fn check_tapes(plan: &PeriodPlan, scenario: &Scenario) {
    for language in Language::ALL {
        for place in 0..plan.ends.len() {
            let shown = |row| redone(&explain_period(plan, row, place), scenario, plan.slot, language);
            for row in &plan.rows {
                assert_eq!(shown(Row::Unit(row.unit)), whole(row.ends[place]), "{row:?} {place}");
            }
            assert_eq!(shown(Row::Total), whole(plan.ends[place]), "all {place}");
        }
    }
}

#[test]
fn the_quarters_of_son_la_go_from_last_year_to_the_target() {
    let plan = planned(&PeriodRule::equal(Periods::Quarters), &node(&example::first(), SON_LA));
    assert_eq!(plan.ends, [30_128, 31_753, 33_377, 35_002]);
    let thuan_chau = plan.rows.iter().find(|row| row.unit == UnitId(9)).expect("Thuận Châu");
    assert_eq!(thuan_chau.ends, [3_382, 3_771, 4_160, 4_549]);
    let city = &plan.rows[0];
    assert_eq!(city.ends, [4_039; 4]);
    check_margins(&plan);
}

#[test]
fn every_cell_of_the_examples_can_be_redone() {
    for scenario in example::all() {
        for node in derive(&scenario).nodes {
            for rule in patterns() {
                let Ok(plan) = plan(&rule, &node) else { continue };
                check_margins(&plan);
                check_tapes(&plan, &scenario);
            }
        }
    }
}

#[test]
fn every_cell_can_be_redone_where_units_rise_and_fall() {
    let sets: [&[Edit]; 5] = [
        &[units_may_fall(SON_LA), target(SON_LA, 25_000)],
        &[units_may_fall(SON_LA), method(SON_LA, Method::LabourForce)],
        &[lock(SON_LA, 1, 2_001), lock(SON_LA, 2, 3_000), lock(SON_LA, 9, 6_003)],
        &[lock(SON_LA, 1, 0), target(SON_LA, 28_503)],
        &[kept(SON_LA, 500), left_out(SON_LA, &[3])],
    ];
    for edits in sets {
        let scenario = edited(&example::first(), edits);
        for rule in patterns() {
            let plan = planned(&rule, &node(&scenario, SON_LA));
            check_margins(&plan);
            check_tapes(&plan, &scenario);
        }
    }
}

#[test]
fn a_cell_reads_as_the_level_reached_times_the_rise_on_top_of_last_year() {
    let scenario = example::first();
    let plan = planned(&PeriodRule::equal(Periods::Quarters), &node(&scenario, SON_LA));
    let ledger = explain_period(&plan, Row::Unit(UnitId(9)), 1);
    let lines = ledger_lines(&ledger, &scenario, SON_LA, Language::Vi);
    let read: Vec<String> = (lines.iter().filter(|line| !line.is_range))
        .map(|line| format!("{} {} {}", line.sign, line.label, line.amount))
        .collect();
    assert_eq!(
        read,
        [
            " mức chung vừa khớp 49,99%",
            "× mức tăng cả năm của Thuận Châu 1.556",
            "= phần chia 777,84",
            "› làm tròn thường 778",
            "+ năm trước 2.993",
            "= cuối quý II 3.771",
        ]
    );
}

#[test]
fn units_that_tie_are_told_apart() {
    let rows: Vec<Entered> =
        (0..4).map(|_| Entered { last: Some(100), base: Some(900), ..Entered::default() }).collect();
    let scenario = province(&rows, |rule| rule.method = Method::Equal, Quantity::people(404));
    let plan = planned(&PeriodRule::equal(Periods::Quarters), &node(&scenario, SON_LA));
    let column = |place: usize| plan.rows.iter().map(|row| row.ends[place]).collect::<Vec<_>>();
    assert_eq!(column(0), [101, 100, 100, 100]);
    assert_eq!(column(1), [101, 101, 100, 100]);
    check_tapes(&plan, &scenario);
    let ledger = explain_period(&plan, Row::Unit(UnitId(1)), 0);
    assert!(ledger.lines.iter().any(|line| matches!(line.label, bao_phu::calc::Label::TieGain { .. })));
    let falling = edited(&scenario, &[units_may_fall(SON_LA), target(SON_LA, 396)]);
    let plan = planned(&PeriodRule::equal(Periods::Quarters), &node(&falling, SON_LA));
    check_tapes(&plan, &falling);
    let ledger = explain_period(&plan, Row::Unit(UnitId(1)), 0);
    let tie = |line: &bao_phu::calc::Line| {
        matches!(line.label, bao_phu::calc::Label::Period(PeriodLabel::FallTie { .. }))
    };
    assert!(ledger.lines.iter().any(tie), "{ledger:?}");
}

#[test]
fn a_unit_without_last_years_figure_is_named_and_the_rest_is_planned() {
    let known = Entered { last: Some(100), base: Some(900), ..Entered::default() };
    let unknown = Entered { base: Some(900), ..Entered::default() };
    let scenario = province(&[known, unknown.clone()], |_| {}, Quantity::people(300));
    let plan = planned(&PeriodRule::default(), &node(&scenario, SON_LA));
    assert_eq!((plan.rows.len(), plan.without.as_slice()), (1, &[UnitId(2)][..]));
    check_margins(&plan);
    let nobody = province(&[unknown], |_| {}, Quantity::people(300));
    let refused = bao_phu::calc::period::plan(&PeriodRule::default(), &node(&nobody, SON_LA));
    assert_eq!(refused, Err(PeriodError::NothingGiven));
    for language in Language::ALL {
        for error in [PeriodError::NothingGiven, PeriodError::TooLarge, PeriodError::NoShape] {
            let message = period_error(error, language);
            assert!(!message.what.is_empty() && !message.fix.is_empty());
        }
    }
}

#[test]
fn the_pattern_is_an_edit_with_a_name_that_is_kept_and_taken_back() {
    let mut draft = Draft::new(example::first());
    let before = draft.scenario().clone();
    let rule = custom(Periods::Quarters, &[10, 20, 30, 40]);
    draft.apply(set(&rule, draft.scenario())).expect("an edit that fits");
    let stored = load(&save(draft.scenario()).expect("a save")).expect("what was saved");
    assert_eq!(stored.rule(SON_LA, ROOT).map(|own| &own.periods), Some(&rule));
    let step = draft.history().done.last().expect("a step").clone();
    assert_eq!(step_name(&step, draft.scenario(), Language::Vi), "Chia theo quý, theo trọng số riêng");
    assert_eq!(step_name(&step, draft.scenario(), Language::En), "By quarter, by own weights");
    draft.undo().expect("a step to take back");
    assert_eq!(*draft.scenario(), before);
}

#[test]
fn a_pattern_without_a_shape_is_refused() {
    for weights in [&[1, 2, 3][..], &[0; 4], &[]] {
        let mut draft = Draft::new(example::first());
        let edit = set(&custom(Periods::Quarters, weights), draft.scenario());
        let wrong = Wrong::Periods { slot: SON_LA, node: ROOT };
        assert_eq!(draft.apply(edit), Err(EditError::Wrong(wrong.clone())));
        let mut damaged = example::first();
        damaged.rules[0].periods = custom(Periods::Quarters, weights);
        assert_eq!(damaged.check(), Err(wrong));
    }
}

#[test]
fn weights_are_whole_and_not_endless() {
    for (typed, read) in [("10", Some(10)), ("", Some(0)), ("1.000.000", Some(1_000_000))] {
        assert_eq!(parse_weight(typed).ok(), read);
    }
    for typed in ["1.000.001", "x", "-5", "12,5", "99999999999999999999999"] {
        let refusal = parse_weight(typed).expect_err("a refusal");
        for language in Language::ALL {
            let message = weight_error(&refusal, language);
            assert!(!message.what.is_empty() && !message.fix.is_empty());
        }
    }
}

#[test]
fn going_from_quarters_to_months_and_back_keeps_the_shape() {
    let quarters = custom(Periods::Quarters, &[10, 20, 30, 40]);
    let months = quarters.clone().divided_by(Periods::Months);
    assert_eq!(months.weights(), [10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40, 40]);
    let node = node(&example::first(), SON_LA);
    let ends = |rule: PeriodRule| planned(&rule, &node).ends;
    assert_eq!(ends(months.clone())[2], ends(quarters.clone())[0]);
    assert_eq!(ends(months.divided_by(Periods::Quarters)), ends(quarters));
}

fn any_pattern() -> impl Strategy<Value = PeriodRule> {
    let weights = |periods: Periods| {
        vec(0..60u32, periods.count()).prop_map(move |mut weights| {
            weights[0] += u32::from(weights.iter().all(|&weight| weight == 0));
            custom(periods, &weights)
        })
    };
    prop_oneof![prop::sample::select(patterns()), weights(Periods::Quarters), weights(Periods::Months)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn both_margins_of_any_province_are_exact_and_every_cell_can_be_redone(
        scenario in any_province(3..=24), rule in any_pattern(),
    ) {
        if let Ok(plan) = plan(&rule, &node(&scenario, SON_LA)) {
            check_margins(&plan);
            check_tapes(&plan, &scenario);
        }
    }
}
