//! The plan of any document: exact, within its limits, and what cannot be met is said with what mends it.

use bao_phu::calc::{Finding, NodePlan, Outcome, derive, derive_node};
use bao_phu::edit::{Edit, mend};
use bao_phu::example;
use bao_phu::model::{Base, Cure, Form, Limit, Measure, Method, Quantity, Scenario, UnitId};
use proptest::prelude::*;

use crate::common::{
    BOTH, ROOT, Row, SON_LA, any_province, ceiling, edited, floor, given, kept, limit, lock, method, node,
    province, quantity, rounding, target, units_may_fall,
};
use crate::worked_out::{Terms, terms};

fn son_la(edits: &[Edit]) -> (Scenario, NodePlan) {
    let scenario = edited(&example::first(), edits);
    let plan = node(&scenario, SON_LA);
    (scenario, plan)
}

fn cures(plan: &NodePlan) -> Vec<Cure> {
    plan.findings.iter().flat_map(|finding| finding.cures().to_vec()).collect()
}

fn mended(scenario: &Scenario, cure: &Cure, node: UnitId) -> (Scenario, NodePlan) {
    let scenario = edited(scenario, &[mend(cure, scenario, SON_LA, node)]);
    let plan = derive_node(&scenario, SON_LA, node).expect("a node that takes part");
    (scenario, plan)
}

/// The nodes above one that are not shared out exactly.
fn off_above(scenario: &Scenario, node: UnitId) -> Vec<UnitId> {
    let mut off = Vec::new();
    let mut above = scenario.unit(node).and_then(|unit| unit.parent);
    while let Some(id) = above {
        if !derive_node(scenario, SON_LA, id).expect("a node that takes part").is_balanced() {
            off.push(id);
        }
        above = scenario.unit(id).and_then(|unit| unit.parent);
    }
    off
}

fn has(plan: &NodePlan, wanted: impl Fn(&Finding) -> bool) -> bool {
    plan.findings.iter().any(wanted)
}

/// What everyone stands at where the limits do not fit the total, by how many people they miss it (negative:
/// too much), or nothing where they fit.
fn misfit(terms: &[Terms], total: i128) -> Option<(Vec<i128>, i128)> {
    let least: Vec<i128> = terms.iter().map(Terms::least).collect();
    let over = least.iter().sum::<i128>() - total;
    if over > 0 {
        return Some((least, -over));
    }
    let most: Vec<i128> = terms.iter().map(Terms::most).collect::<Option<_>>()?;
    let short = total - most.iter().sum::<i128>();
    (short > 0).then_some((most, short))
}

/// Exact, within the limits, and infeasible only where it is; at every node, and from node to node.
pub fn check_plan(scenario: &Scenario) {
    let plan = derive(scenario);
    for node in plan.at(SON_LA) {
        check_node(scenario, node);
        for unit in &node.units {
            if let Some(below) = plan.at(SON_LA).find(|below| below.node == unit.unit) {
                assert!(!unit.left_out);
                assert_eq!((below.target, below.total), (unit.given, unit.standing()));
            }
        }
    }
}

fn check_node(scenario: &Scenario, plan: &NodePlan) {
    let shown: i128 = plan.units.iter().filter_map(|unit| unit.given).map(i128::from).sum();
    assert_eq!(i128::try_from(plan.given), Ok(shown));
    let Some(target) = plan.target.map(i128::from) else {
        // The level above could not give it one.
        assert!(plan.node != ROOT && plan.outcome == Outcome::NotSplit);
        return;
    };
    assert_eq!(shown + i128::from(plan.kept) + plan.remaining, target);
    for unit in plan.units.iter().filter(|unit| unit.locked) {
        assert_eq!(unit.given, scenario.limits.get(SON_LA, unit.unit).and_then(|limit| limit.lock));
    }
    let Some(terms) = terms(scenario, plan) else {
        assert_eq!(plan.outcome, Outcome::NotSplit);
        assert!(has(plan, |finding| matches!(finding, Finding::MissingFigures { .. })));
        assert!(plan.units.iter().all(|unit| unit.given.is_some() == unit.locked));
        return;
    };
    let values: Vec<i128> = terms
        .iter()
        .map(|unit| plan.unit(unit.unit).and_then(|line| line.given).map_or(-1, i128::from))
        .collect();
    for (unit, &value) in terms.iter().zip(&values) {
        assert_eq!(unit.clamp(value), value, "{unit:?}");
    }
    let total = (target - i128::from(plan.kept)).max(0);
    match misfit(&terms, total) {
        None => {
            assert!(matches!(plan.outcome, Outcome::Split(_)), "{:?}", plan.outcome);
            assert_eq!(plan.is_balanced(), target >= i128::from(plan.kept));
        }
        Some((stands, remaining)) => {
            assert_eq!(values, stands);
            let missing = (i128::from(plan.kept) - target).max(0);
            assert_eq!(plan.remaining, remaining - missing);
            check_clash(plan, &terms);
        }
    }
}

/// The finding names who stands above its start, or who could take more but for its ceiling.
fn check_clash(plan: &NodePlan, terms: &[Terms]) {
    let named = plan.findings.iter().find_map(|finding| match finding {
        Finding::FloorsExceed { clash, gap, .. } => Some((clash, *gap, true)),
        Finding::CeilingsShort { clash, gap, .. } => Some((clash, *gap, false)),
        _ => None,
    });
    let Some((clash, gap, floors)) = named else {
        let told =
            |finding: &Finding| matches!(finding, Finding::AllLocked { .. } | Finding::NoWeight { .. });
        assert!(has(plan, told), "{:?}", plan.findings);
        return;
    };
    assert_eq!(gap, plan.remaining.unsigned_abs());
    let clashes = |unit: &&Terms| {
        if floors { unit.least() > unit.start.unwrap_or(0).into() } else { unit.weighs() }
    };
    let expected: Vec<UnitId> = terms.iter().filter(clashes).map(|unit| unit.unit).collect();
    assert_eq!(*clash, expected);
}

/// Every cure that is offered mends the plan with the numbers it promised, and spoils no level above. (Leaving a unit
/// out is for missing figures: it changes what the node comes to, and so the levels above.)
pub fn check_cures(scenario: &Scenario) {
    derive(scenario).at(SON_LA).for_each(|node| check_cures_of(scenario, node));
}

fn check_cures_of(scenario: &Scenario, plan: &NodePlan) {
    let gap = plan.remaining.unsigned_abs();
    for cure in cures(plan) {
        let (after, mended) = mended(scenario, &cure, plan.node);
        if let Cure::LeaveOut(units) = &cure {
            assert!(!has(&mended, |finding| matches!(finding, Finding::MissingFigures { .. })));
            assert!(units.iter().all(|&unit| mended.unit(unit).is_some_and(|line| line.left_out)));
            continue;
        }
        let off = off_above(scenario, plan.node);
        assert!(off_above(&after, plan.node).iter().all(|above| off.contains(above)), "{cure:?}");
        assert!(mended.is_balanced(), "{cure:?} leaves {:#?}", mended.findings);
        let people = |limit: Option<&Quantity>| limit.and_then(|limit| limit.target(None, None));
        match &cure {
            Cure::RaiseTarget { to, by } => {
                assert_eq!((Some(to - by), u128::from(*by)), (plan.target, gap));
                assert_eq!(given(&mended), given(plan));
            }
            Cure::LowerTarget { to, by } => {
                assert_eq!((Some(to + by), u128::from(*by)), (plan.target, gap));
                assert_eq!(given(&mended), given(plan));
            }
            Cure::KeepAtNode(kept) => {
                assert_eq!(u128::from(kept - plan.kept), gap);
                assert_eq!(given(&mended), given(plan));
            }
            Cure::LowerFloors(floors) => {
                let fall = |(unit, floor): &(UnitId, Quantity)| {
                    let stood = plan.unit(*unit).map_or(0, |line| line.floor);
                    u128::from(stood - people(Some(floor)).expect("a floor in people"))
                };
                assert_eq!(floors.iter().map(fall).sum::<u128>(), gap);
            }
            Cure::RaiseCeilings(ceilings) => {
                let rise = |(unit, ceiling): &(UnitId, Quantity)| {
                    let stood = plan.unit(*unit).and_then(|line| line.ceiling).expect("a ceiling");
                    u128::from(people(Some(ceiling)).expect("a ceiling in people") - stood)
                };
                assert_eq!(ceilings.iter().map(rise).sum::<u128>(), gap);
            }
            Cure::Release(units) => {
                assert!(units.iter().all(|&unit| after.limits.get(SON_LA, unit).is_none()));
            }
            Cure::RaiseNode { to, by, .. } => {
                assert_eq!((Some(to - by), u128::from(*by)), (plan.target, gap));
                assert_eq!(mended.target, Some(*to));
            }
            Cure::LowerNode { to, by, .. } => {
                assert_eq!((Some(to + by), u128::from(*by)), (plan.target, gap));
                assert_eq!(mended.target, Some(*to));
            }
            Cure::LetUnitsFall => assert!(!mended.no_unit_below_last),
            Cure::LeaveOut(_)
            | Cure::UseTarget { .. }
            | Cure::ChangeTarget { .. }
            | Cure::LetRoadMapFall(_) => {}
        }
    }
}

/// Some unit whose own limits, once removed, make the plan balanced; by trying all.
fn is_mended_by_one_release(scenario: &Scenario) -> bool {
    scenario.limits.iter().any(|(_, unit, _)| {
        let released = edited(scenario, &[limit(SON_LA, unit.0, Limit::default())]);
        node(&released, SON_LA).is_balanced()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn every_plan_adds_up_within_its_limits_or_says_by_how_many_it_does_not(scenario in any_province(1..=25)) {
        check_plan(&scenario);
        prop_assert_eq!(derive(&scenario), derive(&scenario));
    }

    #[test]
    fn every_cure_that_is_offered_mends_the_plan(scenario in any_province(1..=12)) {
        check_cures(&scenario);
    }

    #[test]
    fn no_unit_falls_where_the_target_rises(scenario in any_province(1..=12), more in 1..4_000u64) {
        let scenario = edited(&scenario, &[rounding(SON_LA, BOTH[0])]);
        let before = node(&scenario, SON_LA);
        let raised = edited(&scenario, &[target(SON_LA, before.target.unwrap_or(0) + more)]);
        let after = node(&raised, SON_LA);
        if before.is_balanced() && after.is_balanced() {
            for (before, after) in before.units.iter().zip(&after.units) {
                prop_assert!(before.given <= after.given);
            }
        }
    }

    #[test]
    fn locking_a_unit_at_its_own_number_moves_nobody(scenario in any_province(1..=12), at in any::<prop::sample::Index>()) {
        let scenario = edited(&scenario, &[rounding(SON_LA, BOTH[0])]);
        let before = node(&scenario, SON_LA);
        let unit = before.units[at.index(before.units.len())].clone();
        if let Some(people) = unit.given.filter(|_| before.is_balanced()) {
            let own = scenario.limits.get(SON_LA, unit.unit).cloned().unwrap_or_default();
            let locked = limit(SON_LA, unit.unit.0, Limit { lock: Some(people), ..own });
            prop_assert_eq!(given(&node(&edited(&scenario, &[locked]), SON_LA)), given(&before));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn several_units_are_released_only_where_one_is_not_enough(scenario in any_province(1..=6)) {
        // Where units may fall, a release can end the common fall and so move the starts as well.
        let rule = &scenario.rules[0];
        let may_fall = !rule.no_unit_below_last && !matches!(rule.method, Method::Lift | Method::Last);
        for cure in cures(&node(&scenario, SON_LA)) {
            if let Cure::Release(units) = cure {
                prop_assert!(units.len() == 1 || may_fall || !is_mended_by_one_release(&scenario));
            }
        }
    }
}

#[test]
fn floors_above_the_target_name_the_gap_and_raising_the_target_comes_first() {
    // The floors from last year come to 28.503; Thuận Châu's own adds 7.601.
    let (scenario, plan) = son_la(&[floor(SON_LA, 9, 10_594)]);
    let finding = plan.findings.first().expect("a finding");
    assert!(
        matches!(finding, Finding::FloorsExceed { floors: 36_104, gap: 1_102, release, .. } if *release == [UnitId(9)])
    );
    assert_eq!(
        finding.cures(),
        [
            Cure::RaiseTarget { to: 36_104, by: 1_102 },
            Cure::LetUnitsFall,
            Cure::LowerFloors(vec![(UnitId(9), Quantity::people(9_492))]),
            Cure::Release(vec![UnitId(9)]),
        ]
    );
    check_plan(&scenario);
    check_cures(&scenario);
}

#[test]
fn own_floors_fall_in_proportion_to_what_they_add() {
    // 7.407 and 5.232 above last year, 6.140 too many: 3.598,3 and 2.541,7 less.
    let (scenario, plan) = son_la(&[floor(SON_LA, 9, 10_400), floor(SON_LA, 10, 7_800)]);
    assert_eq!(plan.remaining, -6_140);
    let lowered =
        Cure::LowerFloors(vec![(UnitId(9), Quantity::people(6_802)), (UnitId(10), Quantity::people(5_258))]);
    assert!(cures(&plan).contains(&lowered), "{:?}", cures(&plan));
    check_cures(&scenario);
}

#[test]
fn ceilings_that_leave_people_over_offer_to_keep_them_first() {
    let ceilings: Vec<Edit> = (1..=12).map(|unit| ceiling(SON_LA, unit, 2_900)).collect();
    let (scenario, plan) = son_la(&ceilings);
    assert_eq!(plan.remaining, 202);
    assert_eq!(cures(&plan).first(), Some(&Cure::KeepAtNode(202)));
    assert!(cures(&plan).contains(&Cure::LowerTarget { to: 34_800, by: 202 }));
    check_cures(&scenario);
}

#[test]
fn a_target_below_last_year_is_met_by_letting_units_fall_under_every_method() {
    for chosen in [Method::Lift, Method::LabourForce, Method::Gap, Method::Last, Method::Equal] {
        let (scenario, plan) = son_la(&[method(SON_LA, chosen), target(SON_LA, 27_000)]);
        assert_eq!(plan.remaining, -1_503);
        assert!(cures(&plan).contains(&Cure::LetUnitsFall), "{chosen:?}");
        assert!(has(&plan, |finding| *finding == Finding::TargetBelowLast { target: 27_000, last: 28_503 }));
        check_cures(&scenario);
    }
}

#[test]
fn where_units_may_fall_all_fall_by_one_percentage() {
    let (_, plan) =
        son_la(&[method(SON_LA, Method::LabourForce), target(SON_LA, 27_000), units_may_fall(SON_LA)]);
    assert!(plan.decreasing && plan.is_balanced());
    assert!(has(&plan, |finding| *finding == Finding::Decrease { kept: 0 }));
    // Last year's results times 27.000 / 28.503 = 0,947269.
    assert_eq!(given(&plan), [3826, 3565, 3993, 1463, 2546, 1685, 1836, 1076, 2835, 2433, 1015, 727]);
}

#[test]
fn one_unit_is_released_where_one_is_enough_even_if_another_would_gain_more() {
    let row = |last, base| Row { last: Some(last), base, population: Some(1), ..Row::default() };
    let own = |limit| move |row: Row| Row { limit, ..row };
    let most = |people| Limit { ceiling: Some(Quantity::people(people)), ..Limit::default() };
    let just = |people| Limit { lock: Some(people), ..Limit::default() };
    // Without its ceiling the second would stand at its 8 of last year at least: 24 with the two locks.
    let rows = [own(just(8))(row(0, Some(3))), own(most(0))(row(8, None)), own(just(8))(row(3, Some(15)))];
    let scenario = province(&rows, |rule| rule.method = Method::Population, Quantity::people(19));
    assert!(cures(&node(&scenario, SON_LA)).contains(&Cure::Release(vec![UnitId(3)])));
    check_cures(&scenario);
}

#[test]
fn where_every_cell_is_locked_the_target_or_a_lock_gives_way() {
    let locks: Vec<Edit> = (1..=12).map(|unit| lock(SON_LA, unit, 3_000)).collect();
    let (scenario, plan) = son_la(&locks);
    assert!(matches!(plan.findings.first(), Some(Finding::AllLocked { remaining: -998, .. })));
    check_plan(&scenario);
    check_cures(&scenario);
    let (scenario, plan) = son_la(&[&locks[..], &[target(SON_LA, 40_000)]].concat());
    assert!(matches!(plan.findings.first(), Some(Finding::AllLocked { remaining: 4_000, .. })));
    assert_eq!(cures(&plan).first(), Some(&Cure::KeepAtNode(4_000)));
    check_cures(&scenario);
}

#[test]
fn where_everyone_is_insured_the_gap_weighs_nothing() {
    let full = Row { last: Some(500), base: Some(500), ..Row::default() };
    let rule = |rule: &mut bao_phu::model::Rule| rule.method = Method::Gap;
    let scenario = province(&[full.clone(), full], rule, Quantity::people(1_100));
    let plan = node(&scenario, SON_LA);
    assert!(matches!(plan.findings.first(), Some(Finding::NoWeight { method: Method::Gap, left: 100, .. })));
    assert_eq!(given(&plan), [500, 500]);
    assert_eq!(cures(&plan), [Cure::KeepAtNode(100), Cure::LowerTarget { to: 1_000, by: 100 }]);
    check_cures(&scenario);
}

#[test]
fn a_method_without_its_figures_splits_nothing_and_locks_stand() {
    let (scenario, plan) = son_la(&[method(SON_LA, Method::Population), lock(SON_LA, 1, 4_300)]);
    assert_eq!((plan.outcome.clone(), plan.given, plan.remaining), (Outcome::NotSplit, 4_300, 30_702));
    let others: Vec<UnitId> = (2..=12).map(UnitId).collect();
    assert_eq!(cures(&plan), [Cure::LeaveOut(others.clone())]);
    let lacks = Finding::MissingFigures {
        method: Method::Population,
        measures: vec![Measure::Base(Base::Population)],
        units: others.clone(),
        cures: vec![Cure::LeaveOut(others)],
    };
    assert!(plan.findings.contains(&lacks));
    check_plan(&scenario);
    check_cures(&scenario);
}

#[test]
fn a_floor_above_its_ceiling_holds_and_is_said() {
    let own = Limit {
        floor: Some(Quantity::people(4_600)),
        ceiling: Some(Quantity::people(4_500)),
        ..Limit::default()
    };
    let (scenario, plan) = son_la(&[limit(SON_LA, 3, own)]);
    let crossed = Finding::FloorAboveCeiling { unit: UnitId(3), floor: 4_600, ceiling: 4_500 };
    assert!(plan.findings.contains(&crossed) && plan.is_balanced());
    assert_eq!(plan.unit(UnitId(3)).and_then(|unit| unit.given), Some(4_600));
    check_plan(&scenario);
}

#[test]
fn keeping_more_than_the_target_is_said_and_raising_the_target_mends_it() {
    let (scenario, plan) = son_la(&[kept(SON_LA, 40_000)]);
    assert!(has(&plan, |finding| *finding == Finding::KeptExceedsTarget { kept: 40_000, target: 35_002 }));
    assert!(!plan.is_balanced());
    assert_eq!(plan.remaining, 35_002 - 40_000 - 28_503);
    assert_eq!(cures(&plan), [Cure::RaiseTarget { to: 68_503, by: 33_501 }]);
    check_plan(&scenario);
    check_cures(&scenario);
}

#[test]
fn a_rate_of_an_unknown_base_is_no_target() {
    let scenario = &example::all()[1];
    let slot = scenario.slots().next().expect("a target");
    let rate = Edit::SetTarget { slot, quantity: quantity(Form::Rate, "95") };
    let plan = node(&edited(scenario, &[rate]), slot);
    assert_eq!((plan.target, &plan.outcome), (None, &Outcome::NotSplit));
    let unknown = Finding::TargetUnknown { measure: Measure::Base(Base::Population) };
    assert_eq!(plan.findings.first(), Some(&unknown));
}

#[test]
fn a_target_beyond_64_bits_is_too_large_not_unknown() {
    for (form, value) in [(Form::People, "18446744073709551616"), (Form::Growth, "999999999999999999999")] {
        let scenario = province(
            &[Row { last: Some(9), base: Some(20), ..Row::default() }],
            |_| {},
            quantity(form, value),
        );
        let plan = node(&scenario, SON_LA);
        assert_eq!((plan.target, plan.findings.first()), (None, Some(&Finding::TargetTooLarge)));
    }
}

#[test]
fn a_lock_above_the_base_stands_and_is_said() {
    let (_, plan) = son_la(&[lock(SON_LA, 12, 29_433), target(SON_LA, 70_000)]);
    assert!(has(&plan, |finding| matches!(finding, Finding::OverBase { unit: UnitId(12), .. })));
    assert!(plan.is_balanced());
}

#[test]
fn defaults_give_way_to_the_limits_a_user_sets() {
    let limits = |edit: Edit| {
        let unit = son_la(&[edit]).1.unit(UnitId(12)).cloned().expect("a unit");
        (unit.floor, unit.ceiling)
    };
    assert_eq!(limits(ceiling(SON_LA, 12, 700)), (700, Some(700)));
    assert_eq!(limits(ceiling(SON_LA, 12, 1_000)), (768, Some(1_000)));
    assert_eq!(limits(ceiling(SON_LA, 12, 50_000)), (768, Some(50_000)));
    assert_eq!(limits(floor(SON_LA, 12, 300)), (300, Some(29_432)));
    assert_eq!(limits(floor(SON_LA, 12, 40_000)), (40_000, Some(40_000)));
    assert_eq!(limits(lock(SON_LA, 12, 5)), (5, Some(5)));
}

#[test]
fn a_limit_without_its_figure_is_not_applied_and_the_finding_names_that_figure() {
    let row = |last, base| Row { last, base, ..Row::default() };
    let floor = |form| Limit { floor: Some(quantity(form, "5")), ..Limit::default() };
    for (form, measure) in [
        (Form::Growth, Measure::Result(SON_LA.indicator)),
        (Form::Increase, Measure::Result(SON_LA.indicator)),
        (Form::Rate, Measure::Base(Base::LabourForce)),
    ] {
        let lacking = Row { limit: floor(form), ..row(None, None) };
        let rule = |rule: &mut bao_phu::model::Rule| rule.method = Method::Equal;
        let scenario = province(&[row(Some(5), Some(9)), lacking], rule, Quantity::people(10));
        let unknown = Finding::LimitUnknown { unit: UnitId(2), measure };
        assert!(node(&scenario, SON_LA).findings.contains(&unknown), "{form:?}");
    }
}

#[test]
fn figures_that_differ_or_are_of_another_year_are_said() {
    let mut scenario = example::first();
    scenario.facts[0].figures[0].1 = 28_600;
    let plan = node(&scenario, SON_LA);
    let differs = Finding::SumDiffers {
        measure: Measure::Result(SON_LA.indicator),
        node: ROOT,
        units: 28_503,
        own: 28_600,
    };
    assert!(plan.findings.contains(&differs));
    assert!(plan.findings.contains(&Finding::BaseOfOtherYear { base: Base::LabourForce, year: 2022 }));
    assert!(plan.is_balanced());
}

#[test]
fn a_unit_without_last_year_or_base_loses_only_that_default() {
    let row = |last, base| Row { last, base, ..Row::default() };
    let rows = [row(Some(50), Some(900)), row(None, Some(800))];
    let plan = node(&province(&rows, |_| {}, Quantity::people(170)), SON_LA);
    assert!(plan.findings.contains(&Finding::NoFloor { units: vec![UnitId(2)] }));
    assert_eq!(given(&plan), [90, 80]);
    let rows = [row(Some(50), Some(90)), row(Some(60), None)];
    let rule = |rule: &mut bao_phu::model::Rule| rule.method = Method::Last;
    let plan = node(&province(&rows, rule, Quantity::people(300)), SON_LA);
    assert!(plan.findings.contains(&Finding::NoCeiling { base: Base::LabourForce, units: vec![UnitId(2)] }));
    assert_eq!(given(&plan), [90, 210]);
}
