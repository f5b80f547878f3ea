//! The built-in examples give the numbers that were published or worked out by hand.

use bao_phu::calc::{Cell, Finding, NodePlan, Row, derive, explain};
use bao_phu::edit::{Draft, Edit};
use bao_phu::example;
use bao_phu::model::{Indicator, Limit, Method, Rounding, Scenario, Slot, UnitId};

const SON_LA: Slot = Slot { indicator: Indicator::VoluntarySi, year: 2023 };
const ROOT: UnitId = UnitId(0);

fn node(scenario: &Scenario, slot: Slot) -> NodePlan {
    derive(scenario).node(slot).expect("a plan for this target").clone()
}

fn given(node: &NodePlan) -> Vec<u64> {
    node.units.iter().filter_map(|unit| unit.given).collect()
}

fn edited(scenario: &Scenario, edits: &[Edit]) -> Scenario {
    let mut draft = Draft::new(scenario.clone());
    for edit in edits {
        draft.apply(edit.clone()).expect("an edit that fits");
    }
    draft.scenario().clone()
}

#[test]
fn son_la_opens_with_the_lowest_lifted_to_one_level() {
    let node = node(&example::first(), SON_LA);
    assert_eq!(given(&node), [4039, 3763, 4271, 1717, 3064, 2135, 2599, 1671, 4549, 4038, 1810, 1346]);
    assert!(node.is_balanced());
    let ledger = explain(&node, Row::Unit(UnitId(9)), Cell::Given);
    eprintln!("{ledger:#?}");
    eprintln!("{:#?}", node.findings);
}

#[test]
fn son_la_with_largest_remainder_moves_one_person() {
    let rounding = Edit::SetRounding { slot: SON_LA, node: ROOT, rounding: Rounding::LargestRemainder };
    let node = node(&edited(&example::first(), &[rounding]), SON_LA);
    assert_eq!(given(&node), [4039, 3763, 4270, 1718, 3064, 2135, 2599, 1671, 4549, 4038, 1810, 1346]);
}

#[test]
fn by_labour_force_two_units_tie_and_are_named() {
    let method = Edit::SetMethod { slot: SON_LA, node: ROOT, method: Method::LabourForce };
    let node = node(&edited(&example::first(), &[method]), SON_LA);
    assert!(node.findings.contains(&Finding::Tie { units: vec![UnitId(2), UnitId(5)], places: 1 }));
    assert_eq!(node.unit(UnitId(9)).and_then(|unit| unit.given), Some(3885));
}

#[test]
fn locking_the_city_shares_the_rest_and_undo_restores_every_cell() {
    let mut draft = Draft::new(example::first());
    let before = node(draft.scenario(), SON_LA);
    let limit = Limit { lock: Some(4300), ..Limit::default() };
    draft.apply(Edit::SetLimit { slot: SON_LA, unit: UnitId(1), limit }).expect("an edit that fits");
    let locked = node(draft.scenario(), SON_LA);
    assert_eq!(locked.unit(UnitId(9)).and_then(|unit| unit.given), Some(4505));
    assert_eq!((locked.given, locked.locked, locked.remaining), (35_002, 4300, 0));
    draft.undo().expect("a history that fits");
    assert_eq!(node(draft.scenario(), SON_LA), before);
}

#[test]
fn hai_duong_follows_the_published_plan_to_the_person() {
    let scenario = &example::all()[1];
    let slot = Slot { indicator: Indicator::HouseholdHealth, year: 2024 };
    let household = node(scenario, slot);
    // UBND tỉnh Hải Dương, 2024: the plans of the eight units whose figures are readable.
    assert_eq!(given(&household), [65463, 47472, 34508, 44364, 32802, 41049, 36248, 33120]);
    let voluntary = node(scenario, Slot { indicator: Indicator::VoluntarySi, year: 2024 });
    assert_eq!(given(&voluntary), [7593, 5291, 4988, 5137, 4739, 4845, 4667, 5146, 5657]);
    assert!(household.is_balanced() && voluntary.is_balanced());
}
