//! The built-in examples: figures with their sources, and the numbers that were published or worked out by
//! hand.

use std::collections::BTreeSet;

use bao_phu::calc::{DocumentFinding, Finding, derive};
use bao_phu::edit::Draft;
use bao_phu::example;
use bao_phu::model::{Indicator, Measure, Method, Provenance, Rounding, Slot, UnitId};
use bao_phu::text::{Language, document_finding};

use crate::common::{ROOT, SON_LA, edited, given, lock, method, node, rounding};

#[test]
fn son_la_opens_with_the_lowest_lifted_to_one_level() {
    let node = node(&example::first(), SON_LA);
    assert_eq!(given(&node), [4039, 3763, 4271, 1717, 3064, 2135, 2599, 1671, 4549, 4038, 1810, 1346]);
    assert!(node.is_balanced());
}

#[test]
fn son_la_with_largest_remainder_moves_one_person() {
    let node = node(&edited(&example::first(), &[rounding(SON_LA, Rounding::LargestRemainder)]), SON_LA);
    assert_eq!(given(&node), [4039, 3763, 4270, 1718, 3064, 2135, 2599, 1671, 4549, 4038, 1810, 1346]);
}

/// Worked out apart from the program: one person at a time to the unit whose next half comes first,
/// `(k − ½) / weight`; of equals the larger weight, then the first listed.
#[test]
fn son_la_by_every_method_as_worked_out_person_by_person() {
    for (chosen, column) in [
        (Method::Lift, [4039, 3763, 4271, 1717, 3064, 2135, 2599, 1671, 4549, 4038, 1810, 1346]),
        (Method::LabourForce, [4603, 4364, 5052, 1881, 3288, 2198, 2448, 1464, 3885, 3360, 1427, 1032]),
        (Method::Gap, [4589, 4353, 5047, 1880, 3288, 2198, 2451, 1466, 3894, 3368, 1432, 1036]),
        (Method::Last, [4960, 4621, 5176, 1896, 3301, 2185, 2380, 1395, 3675, 3154, 1316, 943]),
        (Method::Equal, [4581, 4305, 4757, 2086, 3230, 2321, 2480, 1677, 3534, 3109, 1613, 1309]),
    ] {
        let node = node(&edited(&example::first(), &[method(SON_LA, chosen)]), SON_LA);
        assert_eq!(given(&node), column, "{chosen:?}");
        assert!(node.is_balanced());
    }
}

#[test]
fn by_labour_force_two_units_tie_and_are_named() {
    let node = node(&edited(&example::first(), &[method(SON_LA, Method::LabourForce)]), SON_LA);
    assert!(node.findings.contains(&Finding::Tie { units: vec![UnitId(2), UnitId(5)], places: 1 }));
    assert_eq!(node.unit(UnitId(9)).and_then(|unit| unit.given), Some(3885));
}

#[test]
fn locking_the_city_shares_the_rest_and_undo_restores_every_cell() {
    let mut draft = Draft::new(example::first());
    let before = node(draft.scenario(), SON_LA);
    draft.apply(lock(SON_LA, 1, 4300)).expect("an edit that fits");
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

#[test]
fn the_share_of_nghe_an_is_flagged_and_every_other_published_sentence_agrees() {
    let scenario = example::nation();
    let review = derive(&scenario).review;
    let agree: Vec<Option<bool>> = review.claims.iter().map(|claim| claim.agrees()).collect();
    assert_eq!(agree[0], Some(false));
    assert!(agree[1..].iter().all(|agrees| *agrees == Some(true)), "{agree:?}");
    let differs = |finding: &&DocumentFinding| matches!(finding, DocumentFinding::ClaimDiffers { .. });
    let said: Vec<String> = (review.findings.iter().filter(differs))
        .map(|finding| document_finding(finding, &scenario, Language::Vi).what)
        .collect();
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("103.000/1.450.000 = 7,1"), "{said:?}");
}

#[test]
fn the_nation_splits_its_range_by_the_lower_end() {
    let node = node(&example::nation(), Slot { indicator: Indicator::SocialInsurance, year: 2022 });
    // 37% of 48.986.486, rounded up; both grow by 9,5365%.
    assert_eq!(node.target, Some(18_125_000));
    assert_eq!(given(&node), [393_236, 17_731_764]);
    assert!(node.is_balanced());
}

#[test]
fn thanh_hoa_has_totals_only_and_its_published_sentences_agree() {
    let scenario = example::all().into_iter().find(|scenario| scenario.name == "Thanh Hóa 2023");
    let scenario = scenario.expect("an example");
    assert_eq!(scenario.units.len(), 1);
    assert!(derive(&scenario).review.claims.iter().all(|claim| claim.agrees() == Some(true)));
    let health = node(&scenario, Slot { indicator: Indicator::Health, year: 2024 });
    assert_eq!(health.target, Some(3_488_414));
}

#[test]
fn the_examples_do_not_contradict_themselves() {
    let ids: BTreeSet<_> = example::all().into_iter().map(|scenario| scenario.id).collect();
    assert_eq!(ids.len(), example::all().len());
    for scenario in example::all() {
        assert_eq!(scenario.check(), Ok(()));
        assert!(example::is_example(&scenario.id));
        let names: BTreeSet<&str> = scenario.units.iter().map(|unit| unit.name.as_str()).collect();
        assert_eq!(names.len(), scenario.units.len());
    }
}

#[test]
fn every_figure_says_where_it_comes_from() {
    for scenario in example::all() {
        for column in &scenario.facts {
            assert_ne!(column.provenance, Provenance::Entered, "{column:?}");
            assert!(!column.figures.is_empty());
            assert!(column.provenance == Provenance::Illustrative || !column.source.is_empty(), "{column:?}");
        }
        for target in &scenario.targets {
            assert!(target.provenance == Provenance::Illustrative || !target.source.is_empty(), "{target:?}");
        }
    }
}

#[test]
fn illustrative_unit_figures_add_up_to_the_published_ones_of_the_province() {
    let scenario = example::first();
    for (measure, province) in [
        (Measure::Result(Indicator::VoluntarySi), 28_503),
        (Measure::Base(bao_phu::model::Base::LabourForce), 724_640),
    ] {
        let columns =
            || scenario.facts.iter().filter(|column| column.measure == measure && column.year == 2022);
        assert_eq!(columns().find_map(|column| column.figure(ROOT)), Some(province));
        let units = scenario.children(ROOT).map(|unit| columns().find_map(|column| column.figure(unit.id)));
        assert_eq!(units.sum::<Option<u64>>(), Some(province));
    }
}

#[test]
fn the_figures_of_hai_duong_are_all_published() {
    let scenario = &example::all()[1];
    assert!(scenario.facts.iter().all(|column| column.provenance == Provenance::Published));
    // The eight readable plans for household HI, and the nine for voluntary SI, come to their targets.
    for (slot, people) in scenario.slots().zip([335_026, 48_063]) {
        assert_eq!(node(scenario, slot).target, Some(people));
    }
}
