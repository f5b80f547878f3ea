//! Several issuers' plans of one indicator and year, and the gestures on them.

use bao_phu::calc;
use bao_phu::edit::{Draft, Edit, ListChange, Purpose, add_plan, change_plan, count_scope};
use bao_phu::model::{Column, Form, Issuer, Measure, Provenance, Quantity, Scenario, Scope, Slot, Target};
use bao_phu::text::{self, Language};

use crate::common::{ROOT, Row, SON_LA, edited, kept, node, province, quantity};

/// Two units with 100 and 200 insured of 900 and 1.000, a target of 400, and 50 insured elsewhere.
fn plain() -> Scenario {
    let row = |last, base| Row { last: Some(last), base: Some(base), ..Row::default() };
    let mut scenario = province(&[row(100, 900), row(200, 1_000)], |_| {}, Quantity::people(400));
    scenario.facts.push(Column {
        measure: Measure::Result(SON_LA.indicator),
        year: SON_LA.year - 1,
        scope: Scope::OtherProvinces,
        provenance: Provenance::Entered,
        source: String::new(),
        note: String::new(),
        figures: vec![(ROOT, 50)],
    });
    scenario
}

fn row(issuer: Issuer, slot: Slot, quantity: Quantity, scenario: &Scenario) -> Target {
    Target { slot, issuer, quantity, used: false, ..scenario.targets[0].clone() }
}

#[test]
fn a_plan_that_is_added_stands_behind_those_of_its_year_and_splits_nothing_anew() {
    let mut scenario = plain();
    let next_year = Slot { year: SON_LA.year + 1, ..SON_LA };
    scenario.targets.push(row(Issuer::Vss, next_year, Quantity::people(900), &scenario));
    let added = row(Issuer::Province, SON_LA, Quantity::people(500), &scenario);
    let after = edited(&scenario, &[add_plan(&scenario, added)]);
    let issuers: Vec<&Issuer> = after.targets.iter().map(|target| &target.issuer).collect();
    assert_eq!(issuers, [&Issuer::Own, &Issuer::Province, &Issuer::Vss]);
    assert_eq!(node(&after, SON_LA), node(&scenario, SON_LA));
    // The highest that counts the same people is what is offered.
    assert_eq!(calc::check::highest(&after, SON_LA), Some(1));
    let first = row(Issuer::Vss, Slot { year: 2030, ..SON_LA }, Quantity::people(1), &scenario);
    assert!(matches!(add_plan(&scenario, first), Edit::ChangeTargets { place: 2, .. }));
}

#[test]
fn a_share_of_a_plan_is_of_people_counted_alike_and_never_rounded_up() {
    let mut scenario = plain();
    scenario.targets.push(row(Issuer::Vss, SON_LA, Quantity::people(401), &scenario));
    scenario.targets.push(row(Issuer::Province, SON_LA, quantity(Form::Growth, "100"), &scenario));
    scenario.targets[2].scope = Scope::Both;
    let plan = node(&scenario, SON_LA);
    let rows = calc::fulfilments(&scenario, std::slice::from_ref(&plan));
    // Growth is measured on the people the plan counts: 300 in the province and 50 elsewhere.
    assert_eq!(rows.iter().map(|row| row.people).collect::<Vec<_>>(), [Ok(400), Ok(401), Ok(700)]);
    let shares: Vec<Option<String>> =
        rows.iter().map(|row| row.covered().map(|share| text::share_of_plan(&share, Language::Vi))).collect();
    // 400 of 401 are 99,7506%.
    assert_eq!(shares, [Some("đạt 100,00%".into()), Some("đạt 99,75%".into()), None]);
    let just_short = bao_phu::model::Rate::new(999_999.into(), 1_000_000.into());
    assert_eq!(text::share_of_plan(&just_short, Language::En), "99.99% achieved");
}

#[test]
fn people_insured_elsewhere_come_to_and_leave_the_province_with_the_scope_in_one_step() {
    let scenario = plain();
    let elsewhere = calc::elsewhere(&scenario, SON_LA);
    assert_eq!(elsewhere, Some(50));
    let both = count_scope(&scenario, 0, Scope::Both, elsewhere).expect("a row");
    let mut draft = Draft::new(scenario.clone());
    draft.apply(both).expect("an edit that fits");
    let counted = draft.scenario().clone();
    let plan = node(&counted, SON_LA);
    assert_eq!((plan.kept, plan.given, plan.remaining), (50, 350, 0));
    assert!(calc::review(&counted, &[plan]).findings.is_empty());
    for (language, name) in [(Language::Vi, "Tính cả ngoài tỉnh"), (Language::En, "Include other provinces")]
    {
        assert_eq!(text::step_name(&draft.history().done[0], &counted, language), name);
    }
    let back = count_scope(&counted, 0, Scope::InProvince, elsewhere).expect("a row");
    assert_eq!(edited(&counted, &[back]), scenario);
    draft.undo().expect("an undo");
    assert_eq!(draft.scenario(), &scenario);
}

#[test]
fn what_is_kept_already_counts_for_people_elsewhere_and_other_rows_keep_nothing() {
    let scenario = edited(&plain(), &[kept(SON_LA, 80)]);
    let both = count_scope(&scenario, 0, Scope::Both, Some(50)).expect("a row");
    assert!(matches!(both, Edit::ChangeTargets { .. }));
    assert_eq!(node(&edited(&scenario, &[both]), SON_LA).kept, 80);
    let mut scenario = plain();
    scenario.targets.push(row(Issuer::Vss, SON_LA, Quantity::people(500), &scenario));
    for (place, elsewhere) in [(1, Some(50)), (0, None)] {
        let edit = count_scope(&scenario, place, Scope::Both, elsewhere).expect("a row");
        assert_eq!(node(&edited(&scenario, &[edit]), SON_LA).kept, 0);
    }
    assert_eq!(count_scope(&scenario, 9, Scope::Both, None), None);
}

#[test]
fn a_row_that_is_not_there_is_not_changed() {
    let scenario = plain();
    assert_eq!(change_plan(&scenario, 7, |_| {}), None);
    let named = change_plan(&scenario, 0, |target| target.issuer = Issuer::Named("HĐND tỉnh".into()));
    let is_renamed = |edit: Edit| match edit {
        Edit::ChangeTargets { place: 0, change: ListChange::Replace(target) } => {
            target.issuer == Issuer::Named("HĐND tỉnh".into())
        }
        _ => false,
    };
    assert!(named.is_some_and(is_renamed));
}

#[test]
fn a_purpose_is_kept_with_the_history() {
    let edit = Edit::Several { purpose: Purpose::CountScope, edits: vec![kept(SON_LA, 5)] };
    let saved = serde_json::to_string(&edit).expect("text");
    assert_eq!(serde_json::from_str::<Edit>(&saved).expect("an edit"), edit);
}
