//! Scenarios side by side: nothing that differs is missed, and every difference can be taken over.

use std::collections::BTreeSet;

use bao_phu::calc::compare::{Aspect, Comparison, Entry, by_largest_move, headline, side_by_side};
use bao_phu::edit::{Draft, Edit, Entries, ListChange, UnitChange, add_units};
use bao_phu::example;
use bao_phu::merge::take;
use bao_phu::model::{
    Bands, Base, Claim, Column, ColumnHead, Custom, CustomId, Decimal, Decision, Driver, Hedge, Indicator,
    Issuer, Kind, Limit, Limits, Measure, Method, MixPart, Path, PeriodRule, Periods, Provenance, Quantity,
    RoadMap, Rounding, Rule, Scale, Scenario, ScenarioId, Scope, Slot, Stated, Statement, Target, Term, Unit,
    UnitId,
};
use bao_phu::text::{self, Language};
use expect_test::expect;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::common::{
    ROOT, SON_LA, any_limit, ceiling, edited, floor, kept, left_out, limit, lock, method, rounding, target,
    units_may_fall,
};

const DISTRICT: UnitId = UnitId(2);
const OTHER_YEAR: Slot = Slot { year: 2024, ..SON_LA };
const OWN: CustomId = CustomId(0);

/// Every aspect by a number: a new one does not compile here before it is tried below.
fn number(aspect: &Aspect) -> usize {
    match aspect {
        Aspect::Slot(_) => 0,
        Aspect::Target { .. } => 1,
        Aspect::Used(_) => 2,
        Aspect::RoadMap(_) => 3,
        Aspect::OwnRule(..) => 4,
        Aspect::Method(..) => 5,
        Aspect::Mix(..) => 6,
        Aspect::Whole(..) => 7,
        Aspect::Rounding(..) => 8,
        Aspect::NoUnitBelowLast(..) => 9,
        Aspect::Kept(..) => 10,
        Aspect::Periods(..) => 11,
        Aspect::LeftOut(..) => 12,
        Aspect::Lock(..) => 13,
        Aspect::Floor(..) => 14,
        Aspect::Ceiling(..) => 15,
        Aspect::Unit(_) => 16,
        Aspect::Name(_) => 17,
        Aspect::Code(_) => 18,
        Aspect::Kind(_) => 19,
        Aspect::Parent(_) => 20,
        Aspect::Order => 21,
        Aspect::Custom(_) => 22,
        Aspect::CustomName(_) => 23,
        Aspect::Series(_) => 24,
        Aspect::Columns(_) => 25,
        Aspect::Figure(..) => 26,
        Aspect::Claim(_) => 27,
        Aspect::Bands => 28,
    }
}

const ASPECTS: usize = 29;

fn row(issuer: Issuer, people: u64, used: bool) -> Target {
    Target {
        slot: SON_LA,
        issuer,
        scope: Scope::InProvince,
        quantity: Quantity::people(people),
        provenance: Provenance::Entered,
        decision: Decision::default(),
        source: String::new(),
        used,
    }
}

fn claim(unit: UnitId) -> Claim {
    let figure = |measure| Term::Figure { measure, year: 2022, scope: Scope::InProvince, unit };
    Claim {
        statement: Statement::Share {
            part: figure(Measure::Result(SON_LA.indicator)),
            whole: figure(Measure::Base(SON_LA.indicator.base())),
        },
        stated: Stated { value: Decimal::new(39, 1), scale: Scale::Percent, hedge: Hedge::Exact },
        source: "VSS".into(),
        note: String::new(),
    }
}

fn figures(measure: Measure, year: u16, unit: UnitId, people: Option<u64>) -> Edit {
    Edit::SetFigures(vec![Entries { measure, year, scope: Scope::InProvince, figures: vec![(unit, people)] }])
}

fn road_map(path: Path) -> Edit {
    let road_map = RoadMap { indicator: Indicator::Health, from: 2022, to: 2025, path, may_fall: false };
    Edit::SetRoadMap { indicator: Indicator::Health, road_map: Some(road_map) }
}

fn mix(per_mille: u16) -> Edit {
    let rest = MixPart { driver: Driver::Equal, per_mille: 1_000 - per_mille };
    let mix = vec![MixPart { driver: Driver::Gap, per_mille }, rest];
    Edit::SetMix { slot: SON_LA, node: ROOT, mix }
}

/// A scenario in which every part of the document says something.
fn base() -> Scenario {
    let first = example::first();
    let communes = add_units(&first, ["Đông Sang", "Mường Sang"], Kind::Commune, DISTRICT, None);
    edited(
        &first,
        &[
            communes,
            Edit::AddSlot(Box::new(Target::open(OTHER_YEAR))),
            Edit::ChangeTargets { place: 0, change: ListChange::Insert(row(Issuer::Vss, 34_000, false)) },
            Edit::AddCustom(Custom { id: OWN, name: "Hộ nghèo".into() }),
            figures(Measure::Custom(OWN), 2022, UnitId(3), Some(700)),
            Edit::GiveOwnRule { rule: Box::new(Rule::new(SON_LA, DISTRICT, Method::Equal)), place: None },
            mix(300),
            left_out(SON_LA, &[8]),
            lock(SON_LA, 1, 4_300),
            floor(SON_LA, 4, 1_600),
            ceiling(SON_LA, 5, 9_000),
            road_map(Path::EqualPeople),
            Edit::ChangeClaims { place: 0, change: ListChange::Insert(claim(UnitId(6))) },
        ],
    )
}

/// A column that says another source of the same figures.
fn described() -> Edit {
    let head =
        ColumnHead { provenance: Provenance::Published, source: "NGTK 2022".into(), note: String::new() };
    Edit::DescribeColumn { place: 0, head }
}

/// Changes of every kind, each with the kind of difference it makes.
fn every_change() -> Vec<(usize, Vec<Edit>)> {
    let node = DISTRICT;
    let population = Measure::Base(Base::Population);
    let other = |measure, provenance| Column {
        measure,
        year: 2021,
        scope: Scope::InProvince,
        provenance,
        source: "Niên giám".into(),
        note: String::new(),
        figures: vec![(UnitId(3), 90_000), (UnitId(4), 70_000)],
    };
    let health =
        Target { slot: Slot { indicator: Indicator::Health, year: 2023 }, ..row(Issuer::Own, 9, true) };
    vec![
        (0, vec![Edit::AddSlot(Box::new(health))]),
        (0, vec![Edit::RemoveSlot { slot: OTHER_YEAR }]),
        (1, vec![target(SON_LA, 36_500)]),
        (
            1,
            vec![Edit::ChangeTargets {
                place: 1,
                change: ListChange::Insert(row(Issuer::Government, 7, false)),
            }],
        ),
        (1, vec![Edit::ChangeTargets { place: 0, change: ListChange::Remove }]),
        (2, vec![Edit::UseTarget { slot: SON_LA, place: Some(0) }]),
        (3, vec![road_map(Path::ConstantGrowth)]),
        (3, vec![Edit::SetRoadMap { indicator: Indicator::Health, road_map: None }]),
        (4, vec![Edit::Inherit { slot: SON_LA, node }]),
        (
            4,
            vec![Edit::GiveOwnRule {
                rule: Box::new(Rule::new(OTHER_YEAR, node, Method::Last)),
                place: None,
            }],
        ),
        (5, vec![method(SON_LA, Method::Gap)]),
        (5, vec![Edit::SetMethod { slot: SON_LA, node: ROOT, method: Method::Custom(OWN) }]),
        (6, vec![mix(450)]),
        (7, vec![Edit::SetWhole { slot: SON_LA, node: ROOT, on: true }]),
        (8, vec![rounding(SON_LA, Rounding::LargestRemainder)]),
        (9, vec![units_may_fall(SON_LA)]),
        (10, vec![kept(SON_LA, 250)]),
        (
            11,
            vec![Edit::SetPeriods { slot: SON_LA, node: ROOT, periods: PeriodRule::equal(Periods::Months) }],
        ),
        (12, vec![left_out(SON_LA, &[8, 9])]),
        (12, vec![left_out(SON_LA, &[])]),
        (13, vec![lock(SON_LA, 1, 4_400)]),
        (13, vec![limit(SON_LA, 1, Limit::default())]),
        (14, vec![floor(SON_LA, 4, 1_700)]),
        (15, vec![limit(SON_LA, 5, Limit::default())]),
        (16, vec![Edit::RemoveUnits(vec![UnitId(6)])]),
        (16, vec![Edit::RemoveUnits(vec![DISTRICT])]),
        (16, vec![add_units(&base(), ["Xã mới"], Kind::Commune, UnitId(7), None)]),
        (17, vec![Edit::DescribeUnits(vec![UnitChange::name(UnitId(3), "Mai Sơn mới")])]),
        (18, vec![Edit::DescribeUnits(vec![UnitChange::code(UnitId(3), "125")])]),
        (19, vec![Edit::DescribeUnits(vec![UnitChange::kind(UnitId(3), Kind::Office)])]),
        (20, vec![Edit::MoveUnits { units: vec![UnitId(13)], parent: UnitId(3), before: None }]),
        (21, vec![Edit::MoveUnits { units: vec![UnitId(12)], parent: ROOT, before: Some(UnitId(1)) }]),
        (22, vec![Edit::AddCustom(Custom { id: CustomId(1), name: "Hộ cận nghèo".into() })]),
        (22, vec![Edit::RemoveCustom { series: OWN }]),
        (23, vec![Edit::RenameCustom { series: OWN, name: "Hộ nghèo 2022".into() }]),
        (24, vec![Edit::AddColumn(Box::new(other(population, Provenance::Published)))]),
        (
            24,
            vec![Edit::SetFigures(vec![Entries {
                measure: population,
                year: 2019,
                scope: Scope::InProvince,
                figures: vec![(UnitId(3), Some(1))],
            }])],
        ),
        (25, vec![described()]),
        (26, vec![figures(Measure::Custom(OWN), 2022, UnitId(3), Some(800))]),
        (26, vec![figures(Measure::Custom(OWN), 2022, UnitId(4), Some(60))]),
        (27, vec![Edit::ChangeClaims { place: 0, change: ListChange::Remove }]),
        (27, vec![Edit::ChangeClaims { place: 0, change: ListChange::Insert(claim(UnitId(5))) }]),
        (28, vec![Edit::SetBands(Bands { plans: 40, ..Bands::default() })]),
    ]
}

fn aspects(comparison: &Comparison) -> Vec<Aspect> {
    comparison.differences().into_iter().map(|difference| difference.aspect).collect()
}

/// How often a difference is told. Claims are told by their place, so they are known by what they say.
fn count(comparison: &Comparison, aspect: &Aspect, claim: Option<&Claim>) -> usize {
    let is_it = |other: &Aspect| match other {
        Aspect::Claim(place) => claim.is_some() && comparison.claim(*place) == claim,
        _ => other == aspect,
    };
    aspects(comparison).iter().filter(|other| is_it(other)).count()
}

/// Taken over, the difference is told once less: as a rule, not at all any more.
fn assert_gone(comparison: &Comparison, aspect: &Aspect) {
    let there = comparison.scenarios()[1].clone();
    let claim = match aspect {
        Aspect::Claim(place) => comparison.claim(*place),
        _ => None,
    };
    let after = Comparison::new(taken(comparison, aspect), [there]);
    assert_eq!(count(&after, aspect, claim) + 1, count(comparison, aspect, claim), "{aspect:?} is left");
}

/// The document without who it is, its lists in one order where their order means nothing.
fn said(scenario: &Scenario) -> Scenario {
    let mut said = scenario.clone();
    said.id = ScenarioId(String::new());
    said.name.clear();
    said.note.clear();
    said.origin = bao_phu::model::Origin::Own;
    said.customs.sort_by_key(|custom| custom.id);
    said.facts.sort_by_key(|column| (column.measure, column.year, column.scope));
    said.targets.sort_by_key(|target| (target.slot, target.issuer.clone()));
    said.rules.sort_by_key(|rule| (rule.slot, rule.node));
    said.claims.sort_by_key(|claim| format!("{claim:?}"));
    said
}

fn is_alike(comparison: &Comparison) -> bool {
    let all = comparison.scenarios();
    said(&all[0]) == said(&all[1])
}

/// Takes the difference over and answers the base as it then is: it fits, is one step, and can be taken back.
fn taken(comparison: &Comparison, aspect: &Aspect) -> Scenario {
    let mut draft = Draft::new(comparison.base().clone());
    let outcome = draft.apply(take(comparison, 1, aspect));
    assert!(outcome.is_ok(), "{aspect:?}: {outcome:?}");
    assert_eq!(draft.scenario().check(), Ok(()), "{aspect:?}");
    assert_eq!(draft.history().done.len(), 1, "{aspect:?}");
    let after = draft.scenario().clone();
    draft.undo().expect("a history that fits");
    assert_eq!(draft.scenario(), comparison.base(), "{aspect:?}");
    after
}

#[test]
fn a_scenario_does_not_differ_from_itself_whatever_it_is_called() {
    for scenario in example::all().into_iter().chain([base()]) {
        let copy = Scenario { id: ScenarioId("x".into()), name: "Bản sao".into(), ..scenario.clone() };
        let comparison = Comparison::new(scenario, [copy]);
        assert_eq!(aspects(&comparison), []);
    }
}

#[test]
fn every_kind_of_input_is_told_when_it_differs_and_is_gone_once_taken_over() {
    let mut tried = BTreeSet::new();
    for (kind, edits) in every_change() {
        let there = edited(&base(), &edits);
        for (here, there) in [(base(), there.clone()), (there, base())] {
            let comparison = Comparison::new(here, [there]);
            let found = aspects(&comparison);
            assert!(found.iter().any(|aspect| number(aspect) == kind), "{kind}: {edits:?} made {found:?}");
            for aspect in found.iter().filter(|aspect| number(aspect) == kind) {
                assert_gone(&comparison, aspect);
            }
        }
        tried.insert(kind);
    }
    assert_eq!(tried.len(), ASPECTS);
}

#[test]
fn every_difference_reads_differently_in_both_languages() {
    for (kind, edits) in every_change() {
        let comparison = Comparison::new(base(), [edited(&base(), &edits)]);
        for language in Language::ALL {
            for difference in comparison.differences() {
                let name = text::aspect_name(&difference.aspect, &comparison, language);
                let [here, there] =
                    [0, 1].map(|place| text::value_words(&difference, place, &comparison, language));
                assert!(!name.is_empty() && !here.is_empty(), "{kind}: {difference:?}");
                assert_ne!(here, there, "{kind}: {name}");
            }
        }
    }
}

#[test]
fn what_differs_is_worded_from_the_numbers() {
    let first = example::first();
    let there = edited(&first, &[target(SON_LA, 36_500), lock(SON_LA, 1, 4_300)]);
    let comparison = Comparison::new(there, [first.clone()]);
    let (differences, rows) = (comparison.differences(), side_by_side(&comparison, SON_LA));
    let said = |language| text::compare_verdict(1, &differences, &rows, &comparison, language);
    expect![[r#"
        B khác A ở 2 đầu vào: 11 đơn vị được giao số khác, nhiều nhất là TP Sơn La (−261).
        B differs from A in 2 inputs: 11 units are given another number, TP Sơn La most of all (−261)."#]]
    .assert_eq(&format!("{}\n{}", said(Language::Vi), said(Language::En)));
    let lines: Vec<String> = (differences.iter())
        .map(|difference| {
            let words = |place| text::value_words(difference, place, &comparison, Language::Vi);
            format!(
                "{}: {} | {}",
                text::aspect_name(&difference.aspect, &comparison, Language::Vi),
                words(0),
                words(1)
            )
        })
        .collect();
    expect![[r#"
        Mục tiêu BHXH tự nguyện 2023, tự đặt: 36.500 · tự nhập | 35.002 · suy ra từ số công bố · Mức cuối năm 2021: 28.503 + 6.499
        Khóa TP Sơn La, BHXH tự nguyện 2023: 4.300 | không khóa"#]].assert_eq(&lines.join("\n"));
    let same = Comparison::new(first.clone(), [first]);
    assert_eq!(text::compare_verdict(1, &[], &[], &same, Language::Vi), "B giống A ở mọi đầu vào.");
}

#[test]
fn headline_figures_are_told_with_their_differences() {
    let first = example::first();
    let there = edited(&first, &[target(SON_LA, 36_500)]);
    let comparison = Comparison::new(first, [there]);
    let headlines: Vec<_> =
        comparison.scenarios().iter().map(|scenario| headline(scenario, SON_LA)).collect();
    let rows = text::headline_rows(&headlines, &[3, 3], SON_LA, &comparison, Language::Vi);
    let line = |row: &text::HeadlineRow| {
        let values = row.values.iter().map(|(value, by)| match by {
            Some(by) => format!("{value} [{by}]"),
            None => value.clone(),
        });
        format!("{}: {}", row.name, values.collect::<Vec<_>>().join(" | "))
    };
    expect![[r#"
        Mục tiêu: 35.002 | 36.500 [+1.498]
        Đã giao: 35.002 | 36.500 [+1.498]
        Giữ ở tỉnh: 0 | 0
        Còn lại: 0 | 0
        Tỷ lệ năm 2022: 3,93% LLLĐ | 3,93% LLLĐ
        Tỷ lệ khi đạt mục tiêu 2023: 4,83% LLLĐ | 5,04% LLLĐ [+0,21 điểm %]
        Khoảng cách cao nhất – thấp nhất: 1,85 điểm % (TP Sơn La – Quỳnh Nhai) | 1,59 điểm % (TP Sơn La – Sốp Cộp) [−0,25 điểm %]
        Đơn vị tăng: 10 trong 12 | 10 trong 12
        Điểm cần xem: 3 | 3"#]].assert_eq(&rows.iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn one_change_is_one_difference() {
    for (edit, said) in [
        (target(SON_LA, 36_500), "Target"),
        (lock(SON_LA, 7, 2_000), "Lock"),
        (Edit::RemoveUnits(vec![UnitId(9)]), "Unit"),
        (Edit::RemoveSlot { slot: OTHER_YEAR }, "Slot"),
        (described(), "Columns"),
        (Edit::RemoveCustom { series: OWN }, "Custom"),
        (Edit::Inherit { slot: SON_LA, node: DISTRICT }, "OwnRule"),
    ] {
        let comparison = Comparison::new(base(), [edited(&base(), std::slice::from_ref(&edit))]);
        let found = aspects(&comparison);
        assert_eq!(found.len(), 1, "{edit:?}: {found:?}");
        assert!(format!("{:?}", found[0]).starts_with(said), "{found:?}");
    }
}

#[test]
fn taking_the_target_is_named_like_typing_it() {
    let comparison = Comparison::new(base(), [edited(&base(), &[target(SON_LA, 36_500)])]);
    let edit = take(&comparison, 1, &aspects(&comparison)[0]);
    assert_eq!(edit, target(SON_LA, 36_500));
}

/// The same province typed once more: other ids, another order of ids, no tone marks.
fn typed_anew(scenario: &Scenario) -> Scenario {
    let anew = |unit: UnitId| UnitId(1_000 - unit.0);
    let mut copy = scenario.clone();
    for unit in &mut copy.units {
        unit.id = anew(unit.id);
        unit.parent = unit.parent.map(anew);
    }
    for column in &mut copy.facts {
        column.figures.iter_mut().for_each(|figure| figure.0 = anew(figure.0));
        column.figures.sort_unstable();
    }
    for rule in &mut copy.rules {
        rule.node = anew(rule.node);
        rule.left_out.clear();
    }
    copy.limits = Limits::default();
    copy.claims.clear();
    copy
}

#[test]
fn a_province_typed_anew_is_matched_by_code_then_by_name_and_the_rest_is_told() {
    let mut here = example::first();
    here.claims.clear();
    here.units[3].code = "125".into();
    let mut there = typed_anew(&here);
    there.units[3].name = "Huyện Mai Sơn".into();
    there.units[4].name = "quynh nhai".into();
    there.units[9].name = "Thuận Châu và Muổi Nọi".into();
    let comparison = Comparison::new(here, [there]);
    let only_there: Vec<&str> = comparison.only_there(1).map(|unit| unit.name.as_str()).collect();
    assert_eq!(only_there, ["Thuận Châu và Muổi Nọi"]);
    let found = aspects(&comparison);
    let units = found.iter().filter(|aspect| matches!(aspect, Aspect::Unit(_))).count();
    assert_eq!(
        (units, found.contains(&Aspect::Name(UnitId(3))), found.contains(&Aspect::Name(UnitId(4)))),
        (2, true, true)
    );
    // What each says of the units they share is the same.
    assert!(!found.iter().any(|aspect| matches!(aspect, Aspect::Figure(..))), "{found:?}");
}

#[test]
fn two_provinces_that_use_the_same_ids_share_no_units() {
    let all = example::all();
    let comparison = Comparison::new(all[0].clone(), [all[1].clone()]);
    let below = |scenario: &Scenario| scenario.units.len() - 1;
    assert_eq!(comparison.only_there(1).count(), below(&all[1]));
    assert_eq!(comparison.units().len(), 1 + below(&all[0]) + below(&all[1]));
    aspects(&comparison).iter().for_each(|aspect| assert_gone(&comparison, aspect));
}

#[test]
fn a_unit_that_two_others_have_is_one_row() {
    let new = |name: &str| edited(&base(), &[add_units(&base(), [name], Kind::District, ROOT, None)]);
    let comparison = Comparison::new(base(), [new("Mường Mới"), new("Muong moi"), new("Khác hẳn")]);
    let names: Vec<&str> =
        comparison.units()[base().units.len()..].iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(names, ["Mường Mới", "Khác hẳn"]);
    let found = comparison.differences();
    let differs: Vec<&[bool]> = found.iter().map(|difference| difference.differs.as_slice()).collect();
    assert_eq!(differs, [&[false, true, true, false][..], &[false, false, false, true]]);
}

#[test]
fn headline_figures_tell_the_example_from_its_neighbours() {
    let first = example::first();
    let now = headline(&first, SON_LA).expect("a plan");
    assert_eq!(
        (now.total.given, now.given, now.kept, now.remaining, now.balanced),
        (Some(35_002), 35_002, 0, 0, true)
    );
    // ux.md: TP Sơn La and Mộc Châu stay, ten rise to 4,57%.
    assert_eq!((now.rising, now.units), (10, 12));
    assert_eq!(now.highest.as_ref().map(|(unit, _)| *unit), Some(UnitId(1)));
    assert_eq!(
        now.gap().map(|gap| (&gap * num_bigint::BigInt::from(10_000)).round().to_integer()),
        Some(185.into())
    );
    assert_eq!(headline(&first, OTHER_YEAR), None);
}

#[test]
fn units_stand_side_by_side_with_the_biggest_movers_first() {
    let first = example::first();
    let there = edited(&first, &[method(SON_LA, Method::LabourForce), Edit::RemoveUnits(vec![UnitId(12)])]);
    let comparison = Comparison::new(first, [there]);
    let mut rows = side_by_side(&comparison, SON_LA);
    assert_eq!(rows.iter().map(|row| row.unit.0).collect::<Vec<_>>(), (1..=12).collect::<Vec<_>>());
    assert_eq!(rows[11].entries, [Entry::Given(1_346), Entry::Unknown]);
    assert_eq!(rows[11].largest_change(), None);
    let sum: i128 = rows.iter().filter_map(|row| row.change(1)).sum();
    assert_eq!(sum, 1_346);
    by_largest_move(&mut rows);
    assert!(rows.is_sorted_by_key(|row| std::cmp::Reverse(row.largest_change())));
    assert_eq!(rows[11].unit, UnitId(12));
}

fn any_change() -> impl Strategy<Value = Edit> {
    let unit = || (0..=15u32).prop_map(UnitId);
    let measure = || {
        prop::sample::select(vec![
            Measure::Result(SON_LA.indicator),
            Measure::Base(SON_LA.indicator.base()),
            Measure::Custom(OWN),
        ])
    };
    let slot = || prop::sample::select(vec![SON_LA, OTHER_YEAR]);
    let issuer = prop::sample::select(vec![Issuer::Own, Issuer::Vss, Issuer::Named("Sở Y tế".into())]);
    let edits: Vec<Edit> = every_change().into_iter().flat_map(|(_, edits)| edits).collect();
    prop_oneof![
        6 => prop::sample::select(edits),
        4 => (measure(), 2021..2024u16, unit(), proptest::option::weighted(0.7, 0..9_000u64))
            .prop_map(|(measure, year, unit, people)| figures(measure, year, unit, people)),
        2 => (slot(), unit(), any_limit(2_000)).prop_map(|(slot, unit, limit)| Edit::SetLimit { slot, unit, limit }),
        2 => (vec(unit(), 1..4), unit(), proptest::option::of(unit()))
            .prop_map(|(units, parent, before)| Edit::MoveUnits { units, parent, before }),
        2 => (issuer, 0..3usize, any::<bool>()).prop_map(|(issuer, place, used)| {
            Edit::ChangeTargets { place, change: ListChange::Insert(row(issuer, 40_000, used)) }
        }),
        1 => (0..4usize).prop_map(|place| Edit::ChangeTargets { place, change: ListChange::Remove }),
        1 => (0..5usize).prop_map(|place| Edit::UseTarget { slot: SON_LA, place: Some(place) }),
        2 => (slot(), unit(), prop::sample::select(Method::ALL.to_vec())).prop_map(|(slot, node, method)| {
            Edit::GiveOwnRule { rule: Box::new(Rule::new(slot, node, method)), place: None }
        }),
        1 => (slot(), unit()).prop_map(|(slot, node)| Edit::Inherit { slot, node }),
        2 => (0..5u32, "[A-Z]{1,2}").prop_map(|(parent, name)| {
            add_units(&base(), [name], Kind::Commune, UnitId(parent), None)
        }),
        2 => unit().prop_map(|unit| Edit::RemoveUnits(vec![unit])),
        1 => (0..6usize).prop_map(|place| Edit::RemoveColumn { place }),
        1 => (0..6usize, 0..3usize).prop_map(|(place, kind)| Edit::DescribeColumn {
            place,
            head: ColumnHead {
                provenance: [Provenance::Published, Provenance::Entered, Provenance::Derived][kind],
                source: String::new(),
                note: String::new(),
            },
        }),
    ]
}

fn any_variant() -> impl Strategy<Value = Scenario> {
    vec(any_change(), 0..9).prop_map(|edits| {
        let mut draft = Draft::new(base());
        for edit in edits {
            // One that does not fit changes nothing.
            let _ = draft.apply(edit);
        }
        draft.scenario().clone()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn two_scenarios_differ_in_nothing_exactly_where_they_say_the_same(
        here in any_variant(), there in any_variant()
    ) {
        let comparison = Comparison::new(here, [there]);
        prop_assert_eq!(comparison.scenarios()[1].check(), Ok(()));
        prop_assert_eq!(aspects(&comparison).is_empty(), is_alike(&comparison));
    }

    #[test]
    fn every_difference_can_be_taken_over_and_is_then_gone(here in any_variant(), there in any_variant()) {
        let comparison = Comparison::new(here, [there]);
        aspects(&comparison).iter().for_each(|aspect| assert_gone(&comparison, aspect));
    }

    #[test]
    fn taking_over_one_after_another_ends_where_the_other_is(here in any_variant(), there in any_variant()) {
        let mut comparison = Comparison::new(here, [there]);
        let mut steps = 0;
        while let Some(aspect) = aspects(&comparison).first() {
            let there = comparison.scenarios()[1].clone();
            comparison = Comparison::new(taken(&comparison, aspect), [there]);
            steps += 1;
            prop_assert!(steps < 200, "it never ends: {:?}", aspect);
        }
        prop_assert!(is_alike(&comparison));
    }
}

#[test]
fn a_unit_of_no_name_in_common_is_no_match() {
    let mut there = base();
    there.units.push(Unit {
        id: UnitId(77),
        code: String::new(),
        name: "Riêng".into(),
        kind: Kind::District,
        parent: Some(ROOT),
    });
    let comparison = Comparison::new(base(), [there]);
    assert_eq!(comparison.only_there(1).map(|unit| unit.id).collect::<Vec<_>>(), [UnitId(77)]);
    assert_eq!(aspects(&comparison), [Aspect::Unit(UnitId(77))]);
}
