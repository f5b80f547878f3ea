//! A look at the whole document: every remark from a document that gives rise to it, and none from one that
//! does not.

use bao_phu::calc::check::{Compared, Interval, PlanOf, Size, highest};
use bao_phu::calc::{
    Difficulty, DocumentFinding, Finding, Flow, Pace, Review, derive, equal_stock_path, progress,
};
use bao_phu::edit::{Edit, mend};
use bao_phu::example;
use bao_phu::model::{
    Bands, Base, Claim, Column, Cure, Decimal, Form, Hedge, Indicator, Issuer, Kind, Measure, NoPeople,
    Provenance, Quantity, Rate, Scale, Scenario, Scope, Slot, Stated, Statement, Target, Term, Unit, UnitId,
};
use proptest::prelude::*;
use serde::Deserialize;

use crate::common::{ROOT, Row, SON_LA, any_province, edited, kept, lock, node, province, quantity};

const TN: Indicator = Indicator::VoluntarySi;
const BB: Indicator = Indicator::CompulsorySi;
const IN_2022: Slot = Slot { year: 2022, ..SON_LA };

fn review(scenario: &Scenario) -> Review {
    assert_eq!(scenario.check(), Ok(()));
    derive(scenario).review
}

fn found(scenario: &Scenario) -> Vec<DocumentFinding> {
    review(scenario).findings
}

/// Two units with a last result, a base and nothing remarkable.
fn plain() -> Scenario {
    let row = |last, base| Row { last: Some(last), base: Some(base), ..Row::default() };
    province(&[row(100, 900), row(200, 1_000)], |_| {}, Quantity::people(400))
}

fn column(measure: Measure, year: u16, scope: Scope, figures: &[(u32, u64)]) -> Column {
    Column {
        measure,
        year,
        scope,
        provenance: Provenance::Entered,
        source: String::new(),
        note: String::new(),
        figures: figures.iter().map(|&(unit, people)| (UnitId(unit), people)).collect(),
    }
}

fn with_column(measure: Measure, year: u16, scope: Scope, figures: &[(u32, u64)]) -> Scenario {
    let mut scenario = plain();
    scenario.facts.push(column(measure, year, scope, figures));
    scenario
}

fn results(indicator: Indicator, year: u16, figures: &[(u32, u64)]) -> Scenario {
    with_column(Measure::Result(indicator), year, Scope::InProvince, figures)
}

fn target(slot: Slot, issuer: Issuer, quantity: Quantity) -> Target {
    Target { slot, issuer, quantity, used: false, ..plain().targets[0].clone() }
}

fn with_target(target: Target) -> Scenario {
    let mut scenario = plain();
    scenario.targets.push(target);
    scenario
}

/// Carries out a cure at the province, for the slot the remark names.
fn mended(scenario: &Scenario, finding: &DocumentFinding, cure: &Cure) -> Scenario {
    edited(scenario, &[mend(cure, scenario, finding.slot().unwrap_or(SON_LA), ROOT)])
}

/// The remark is there, each of its cures takes it away, and the document stays sound.
fn check_cures(scenario: &Scenario, finding: &DocumentFinding) {
    assert!(found(scenario).contains(finding), "{:#?}", found(scenario));
    for cure in finding.cures() {
        let after = mended(scenario, finding, cure);
        assert!(!found(&after).contains(finding), "{cure:?}");
    }
}

#[test]
fn a_sound_document_and_the_example_without_claims_give_no_remark() {
    assert_eq!(found(&plain()), []);
    assert_eq!(found(&example::all()[1]), []);
}

// Figures.

fn of(unit: u32, people: u64, other: u128) -> Compared {
    Compared { unit: UnitId(unit), people, other }
}

#[test]
fn children_that_do_not_add_up_to_their_parent_are_told_once() {
    let scenario = results(BB, 2020, &[(0, 10), (1, 5), (2, 6)]);
    let differs = DocumentFinding::SumDiffers {
        measure: Measure::Result(BB),
        year: 2020,
        scope: Scope::InProvince,
        node: ROOT,
        units: 11,
        own: 10,
    };
    assert_eq!(found(&scenario), [differs]);
    // What the plan of the year tells is not told again.
    let scenario = results(TN, 2022, &[(0, 310)]);
    let told = |finding: &Finding| matches!(finding, Finding::SumDiffers { units: 300, own: 310, .. });
    assert!(node(&scenario, SON_LA).findings.iter().any(told));
    assert_eq!(found(&scenario), []);
}

#[test]
fn a_unit_without_a_figure_its_neighbours_have_is_named_unless_it_is_left_out() {
    let scenario = results(BB, 2021, &[(1, 5)]);
    let missing = DocumentFinding::MissingFigures {
        measure: Measure::Result(BB),
        year: 2021,
        node: ROOT,
        units: vec![UnitId(2)],
    };
    assert_eq!(found(&scenario), [missing]);
    let out = Edit::SetLeftOut { slot: SON_LA, node: ROOT, units: vec![UnitId(2)] };
    assert_eq!(found(&edited(&scenario, &[out])), []);
}

#[test]
fn two_units_of_one_name_or_one_code_are_told() {
    let mut scenario = plain();
    let duplicate = DocumentFinding::DuplicateUnit { first: UnitId(1), second: UnitId(2) };
    scenario.units[2].name = format!(" {} ", scenario.units[1].name);
    assert_eq!(found(&scenario), std::slice::from_ref(&duplicate));
    scenario.units[2].name = "Khác".into();
    assert_eq!(found(&scenario), []);
    scenario.units[1].code = "14".into();
    scenario.units[2].code = "14".into();
    assert_eq!(found(&scenario), [duplicate]);
}

#[test]
fn one_name_below_two_nodes_is_no_duplicate() {
    let mut scenario = plain();
    for (id, parent) in [(3, 1), (4, 2)] {
        scenario.units.push(Unit {
            id: UnitId(id),
            code: String::new(),
            name: "Tân Lập".into(),
            kind: Kind::Commune,
            parent: Some(UnitId(parent)),
        });
    }
    assert_eq!(found(&scenario), []);
}

#[test]
fn more_people_than_the_base_has_are_told() {
    let mut scenario = results(BB, 2023, &[(1, 901), (2, 1_000)]);
    let units = vec![of(1, 901, 900)];
    assert_eq!(found(&scenario), [DocumentFinding::ResultAboveBase { indicator: BB, year: 2023, units }]);
    scenario.facts[1].figures[0].1 = 901;
    assert_eq!(found(&scenario), []);
}

#[test]
fn a_part_above_its_whole_and_parts_that_do_not_add_up_are_told() {
    let mut scenario = results(BB, 2021, &[(1, 50), (2, 60)]);
    let btn = Measure::Result(Indicator::Unemployment);
    scenario.facts.push(column(btn, 2021, Scope::InProvince, &[(1, 51), (2, 60)]));
    let above = DocumentFinding::PartAboveWhole {
        part: Indicator::Unemployment,
        whole: BB,
        year: 2021,
        units: vec![of(1, 51, 50)],
    };
    assert_eq!(found(&scenario), [above]);
    scenario.facts.pop();
    let facts = |indicator| Measure::Result(indicator);
    scenario.facts.push(column(facts(TN), 2021, Scope::InProvince, &[(1, 80), (2, 150)]));
    let si = Indicator::SocialInsurance;
    scenario.facts.push(column(facts(si), 2021, Scope::InProvince, &[(1, 130), (2, 211)]));
    let differ = DocumentFinding::PartsDiffer { whole: si, year: 2021, units: vec![of(2, 211, 210)] };
    assert_eq!(found(&scenario), [differ]);
}

#[test]
fn a_change_above_the_threshold_is_told_up_and_down() {
    let change = |before, now| DocumentFinding::LargeChange {
        indicator: TN,
        year: 2022,
        units: vec![of(1, now, before)],
    };
    let of_2021 = |people| results(TN, 2021, &[(1, people), (2, 200)]);
    assert_eq!(found(&of_2021(66)), [change(66, 100)]);
    assert_eq!(found(&of_2021(67)), []);
    assert_eq!(found(&of_2021(200)), []);
    assert_eq!(found(&of_2021(201)), [change(201, 100)]);
    let wider = Edit::SetBands(Bands { change: 60, ..Bands::default() });
    assert_eq!(found(&edited(&of_2021(66), &[wider])), []);
}

// Targets.

#[test]
fn every_issuers_target_is_told_with_what_was_reached_and_what_is_given() {
    let mut scenario = results(TN, 2023, &[(1, 150), (2, 240)]);
    scenario.targets.push(target(SON_LA, Issuer::Vss, quantity(Form::Growth, "40")));
    scenario.targets.push(target(SON_LA, Issuer::Province, quantity(Form::Rate, "25")));
    scenario.targets.push(target(
        Slot { year: 2030, ..SON_LA },
        Issuer::Government,
        quantity(Form::Growth, "5"),
    ));
    let rows = review(&scenario).fulfilments;
    let people: Vec<_> = rows.iter().map(|row| row.people).collect();
    assert_eq!(people, [Ok(400), Ok(420), Ok(475), Err(NoPeople::NoLast)]);
    assert_eq!(
        rows.iter().map(|row| row.result).collect::<Vec<_>>(),
        [Some(390), Some(390), Some(390), None]
    );
    assert_eq!(rows[1].reached(), Some(Rate::new(390.into(), 420.into())));
    assert_eq!(rows[1].covered(), Some(Rate::new(400.into(), 420.into())));
    assert_eq!((rows[1].missing(), rows[0].missing(), rows[3].allocated), (Some(30), Some(10), None));
    assert_eq!(highest(&scenario, SON_LA), Some(2));
    assert_eq!(highest(&scenario, Slot { year: 2030, ..SON_LA }), None);
}

#[test]
fn two_plans_more_than_a_quarter_apart_are_told_and_the_higher_can_be_used() {
    let with = |people| with_target(target(SON_LA, Issuer::Province, Quantity::people(people)));
    assert_eq!(found(&with(500)), []);
    let finding = DocumentFinding::PlansDiffer {
        slot: SON_LA,
        smaller: PlanOf { issuer: Issuer::Own, people: Interval::people(400) },
        larger: PlanOf { issuer: Issuer::Province, people: Interval::people(501) },
        cures: vec![Cure::UseTarget { slot: SON_LA, place: 1, people: 501 }],
    };
    assert_eq!(found(&with(501)), std::slice::from_ref(&finding));
    check_cures(&with(501), &finding);
    let wider = Edit::SetBands(Bands { plans: 26, ..Bands::default() });
    assert_eq!(found(&edited(&with(501), &[wider])), []);
    // The plan of the higher target keeps its remark, without a cure.
    let used = edited(&with(501), &[Edit::UseTarget { slot: SON_LA, place: Some(1) }]);
    assert!(found(&used).iter().all(|finding| finding.cures().is_empty()));
    assert_eq!(node(&used, SON_LA).target, Some(501));
}

#[test]
fn parts_of_a_target_add_up_to_the_whole_or_are_told_with_their_sum() {
    let slot = |indicator| Slot { indicator, ..SON_LA };
    let rate = |indicator, value| target(slot(indicator), Issuer::Vss, quantity(Form::Rate, value));
    let with = |whole| {
        let mut scenario = with_target(rate(BB, "46"));
        scenario.targets.extend([rate(TN, "9"), rate(Indicator::SocialInsurance, whole)]);
        scenario
    };
    let differs = |scenario: &Scenario| {
        found(scenario)
            .into_iter()
            .find(|finding| matches!(finding, DocumentFinding::TargetPartsDiffer { .. }))
    };
    assert_eq!(differs(&with("55")), None);
    let finding = differs(&with("55.5")).expect("a remark");
    let DocumentFinding::TargetPartsDiffer { parts, whole, .. } = &finding else { unreachable!() };
    let percent = |tenths: i64| Size::Share(Rate::new(tenths.into(), 1_000.into()));
    assert_eq!((parts, whole), (&percent(550), &percent(555)));
    assert_eq!(finding.cures().len(), 1);
    check_cures(&with("55.5"), &finding);
    let above = found(&with("8"))
        .into_iter()
        .filter(|finding| matches!(finding, DocumentFinding::TargetAboveWhole { .. }));
    assert_eq!(above.count(), 2);
}

#[test]
fn a_target_above_its_base_is_told() {
    let scenario = with_target(target(SON_LA, Issuer::Vss, Quantity::people(1_901)));
    let above =
        DocumentFinding::TargetAboveBase { slot: SON_LA, issuer: Issuer::Vss, people: 1_901, base: 1_900 };
    assert!(found(&scenario).contains(&above));
}

#[test]
fn a_target_and_a_result_of_other_scopes_are_never_divided() {
    let both = Target { scope: Scope::Both, ..target(IN_2022, Issuer::Vss, Quantity::people(500)) };
    let mut scenario = with_target(both);
    let other = DocumentFinding::TargetOfOtherScope {
        slot: IN_2022,
        issuer: Issuer::Vss,
        target: Scope::Both,
        result: Scope::InProvince,
    };
    assert_eq!(found(&scenario), [other]);
    assert_eq!(review(&scenario).fulfilments[1].reached(), None);
    // With the people insured elsewhere, both scopes together are known.
    scenario.facts.push(column(Measure::Result(TN), 2022, Scope::OtherProvinces, &[(0, 50)]));
    assert_eq!(found(&scenario), []);
    assert_eq!(review(&scenario).fulfilments[1].result, Some(350));
}

#[test]
fn people_insured_elsewhere_are_kept_at_the_province_where_the_target_counts_them() {
    let mut scenario = with_column(Measure::Result(TN), 2022, Scope::OtherProvinces, &[(0, 50)]);
    scenario.targets[0].scope = Scope::Both;
    let finding = DocumentFinding::ElsewhereNotKept {
        slot: SON_LA,
        elsewhere: 50,
        kept: 0,
        cures: vec![Cure::KeepAtNode(50)],
    };
    assert_eq!(found(&scenario), std::slice::from_ref(&finding));
    check_cures(&scenario, &finding);
    let cured = edited(&scenario, &[kept(SON_LA, 50)]);
    assert!(node(&cured, SON_LA).is_balanced());
}

// Claims.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Published {
    recomputed: Vec<Recomputed>,
    implied: Vec<Implied>,
}

/// A published calculation and whether it is right.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recomputed {
    claim: Claim,
    agrees: bool,
}

/// A published share, and between which whole numbers its denominator must lie.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Implied {
    source: String,
    part: Decimal,
    percent: Decimal,
    implied: [u64; 2],
}

fn published() -> Published {
    serde_json::from_str(include_str!("../data/claims.json")).expect("claims with their sources")
}

fn stated(value: &str, scale: Scale, hedge: Hedge) -> Stated {
    Stated { value: value.parse().expect("a decimal"), scale, hedge }
}

fn percent(value: &str) -> Stated {
    stated(value, Scale::Percent, Hedge::Exact)
}

fn figure(indicator: Indicator, scope: Scope) -> Term {
    Term::Figure { measure: Measure::Result(indicator), year: 2022, scope, unit: ROOT }
}

fn labour_force() -> Term {
    Term::Figure {
        measure: Measure::Base(Base::LabourForce),
        year: 2022,
        scope: Scope::InProvince,
        unit: ROOT,
    }
}

fn plan(indicator: Indicator, issuer: Issuer) -> Term {
    Term::Plan { slot: Slot { indicator, year: 2022 }, issuer }
}

fn share(part: Term, whole: Term, value: &str) -> Claim {
    let statement = Statement::Share { part, whole };
    Claim { statement, stated: percent(value), source: "VSS, 23/03/2023".into(), note: String::new() }
}

#[test]
fn published_calculations_are_recomputed_as_intervals() {
    let Published { recomputed, .. } = published();
    let mut scenario = plain();
    scenario.claims = recomputed.iter().map(|row| row.claim.clone()).collect();
    let review = review(&scenario);
    for (row, checked) in recomputed.iter().zip(&review.claims) {
        assert_eq!(checked.agrees(), Some(row.agrees), "{:?}", row.claim);
    }
    let told = |place| {
        review
            .findings
            .iter()
            .any(|finding| matches!(finding, DocumentFinding::ClaimDiffers { claim, .. } if *claim == place))
    };
    assert!(recomputed.iter().enumerate().all(|(place, row)| told(place) != row.agrees));
}

#[test]
fn a_published_share_implies_its_denominator_within_its_rounding() {
    let Published { implied, .. } = published();
    let mut scenario = plain();
    for Implied { part, percent: value, source, .. } in &implied {
        let part = Term::Stated(Stated { value: part.clone(), scale: Scale::Ones, hedge: Hedge::Exact });
        let whole = Term::Stated(stated("1", Scale::Ones, Hedge::Exact));
        let claim = share(part, whole, &value.to_string());
        scenario.claims.push(Claim { source: source.clone(), ..claim });
    }
    for (row, checked) in implied.iter().zip(review(&scenario).claims) {
        let Interval { low, high } = checked.implied_whole.expect("a denominator");
        let ends = [low, high].map(|end| end.round().to_integer());
        assert_eq!(ends, row.implied.map(Into::into), "{}", row.source);
    }
}

/// Sơn La 2022 as VSS published it on 23/03/2023: compulsory insurance, voluntary insurance and health cards.
fn son_la_2022() -> Scenario {
    let mut scenario = example::first();
    let results = |indicator| Measure::Result(indicator);
    scenario.facts.extend([
        column(results(BB), 2022, Scope::InProvince, &[(0, 60_553)]),
        column(results(BB), 2022, Scope::OtherProvinces, &[(0, 57_461)]),
        column(results(Indicator::Health), 2022, Scope::InProvince, &[(0, 1_185_293)]),
        column(results(Indicator::Health), 2022, Scope::OtherProvinces, &[(0, 62_254)]),
        column(Measure::Base(Base::Population), 2022, Scope::InProvince, &[(0, 1_299_528)]),
    ]);
    let population = Term::Figure {
        measure: Measure::Base(Base::Population),
        year: 2022,
        scope: Scope::InProvince,
        unit: ROOT,
    };
    scenario.claims = vec![
        share(figure(BB, Scope::Both), plan(BB, Issuer::Vss), "100.07"),
        share(figure(BB, Scope::Both), plan(BB, Issuer::Province), "184.7"),
        share(figure(TN, Scope::InProvince), plan(TN, Issuer::Vss), "100.07"),
        share(figure(Indicator::Health, Scope::Both), population, "96"),
        share(figure(TN, Scope::InProvince), labour_force(), "3.9"),
    ];
    scenario
}

#[test]
fn son_la_two_plans_imply_people_far_apart_and_one_share_counts_people_elsewhere() {
    let scenario = son_la_2022();
    let found = found(&scenario);
    let apart: Vec<[String; 2]> = (found.iter())
        .filter_map(|finding| match finding {
            DocumentFinding::PlansDiffer { slot, smaller, larger, .. } if slot.indicator == BB => {
                Some([smaller, larger])
            }
            _ => None,
        })
        .flatten()
        .map(|plan| [&plan.people.low, &plan.people.high].map(|end| end.round().to_string()))
        .collect();
    assert_eq!(apart, [["63878", "63912"], ["117926", "117937"]]);
    let in_province = found.iter().find_map(|finding| match finding {
        DocumentFinding::ClaimCountsElsewhere { claim: 3, elsewhere: 62_254, in_province } => {
            Some(in_province)
        }
        _ => None,
    });
    let hundredths = |end: &Rate| Decimal::rounded(&(end * Rate::from_integer(100.into())), 1).to_string();
    let in_province = in_province.expect("a remark");
    assert_eq!([hundredths(&in_province.low), hundredths(&in_province.high)], ["90.7", "91.7"]);
    assert!(found.contains(&DocumentFinding::SamePercentage { first: 0, second: 2 }));
    // The plan for voluntary insurance that the province set stands in the document: 28.503 are 70,8% of it.
    let agrees: Vec<Option<bool>> = review(&scenario).claims.iter().map(|claim| claim.agrees()).collect();
    assert_eq!(agrees, [None, None, None, Some(true), Some(true)]);
}

#[test]
fn a_claim_on_what_is_not_known_is_not_judged() {
    let mut scenario = plain();
    let nobody = Term::Stated(stated("0", Scale::Ones, Hedge::Exact));
    scenario.claims = vec![
        share(figure(Indicator::Health, Scope::InProvince), labour_force(), "5"),
        share(figure(TN, Scope::InProvince), nobody, "5"),
    ];
    let review = review(&scenario);
    assert!(review.claims.iter().all(|claim| claim.agrees().is_none()));
    assert_eq!(review.findings, []);
}

#[test]
fn a_share_of_a_base_of_another_year_is_told() {
    let mut scenario = plain();
    let base_2023 = Term::Figure {
        measure: Measure::Base(Base::LabourForce),
        year: 2023,
        scope: Scope::InProvince,
        unit: ROOT,
    };
    scenario.claims = vec![share(figure(TN, Scope::InProvince), base_2023, "15.79")];
    assert_eq!(found(&scenario), [DocumentFinding::ClaimOfOtherYear { claim: 0, part: 2022, whole: 2023 }]);
}

// Difficulty and progress.

#[test]
fn growth_is_measured_against_the_best_of_three_known_years_else_against_fixed_thresholds() {
    let mut scenario = plain();
    let given = |scenario: &Scenario, people| {
        let scenario = edited(scenario, &[lock(SON_LA, 1, people)]);
        node(&scenario, SON_LA).units[0].difficulty
    };
    use Difficulty::{Falls, None as NoRise, Reach, Stretch, VeryHard};
    for (people, level) in
        [(90, Falls), (100, NoRise), (115, Reach), (116, Stretch), (135, Stretch), (136, VeryHard)]
    {
        assert_eq!(given(&scenario, people), Some(level), "{people}");
    }
    // 80, then 96 (+20%), then 100: +20% is within reach, +30% a stretch.
    scenario.facts.push(column(Measure::Result(TN), 2021, Scope::InProvince, &[(1, 96), (2, 200)]));
    assert_eq!(given(&scenario, 120), Some(Stretch));
    scenario.facts.push(column(Measure::Result(TN), 2020, Scope::InProvince, &[(1, 80), (2, 200)]));
    for (people, level) in [(100, NoRise), (120, Reach), (121, Stretch), (130, Stretch), (131, VeryHard)] {
        assert_eq!(given(&scenario, people), Some(level), "{people}");
    }
    // A past without growth says nothing.
    scenario.facts[4].figures[0].1 = 120;
    scenario.facts[3].figures[0].1 = 110;
    assert_eq!(given(&scenario, 115), Some(Reach));
}

#[test]
fn progress_of_a_stock_is_its_latest_and_of_a_flow_its_sum() {
    let bands = Bands::default();
    let pace = |plan: &[u64], results: &[Option<u64>], flow| {
        progress(plan, results, flow, &bands)
            .map(|progress| (progress.periods, progress.reached, progress.pace))
    };
    let plan = equal_stock_path(28_503, 35_002, 12);
    assert_eq!((plan[0], plan[11], plan.len()), (29_045, 35_002, 12));
    assert_eq!(pace(&plan, &[None, Some(29_586)], Flow::Stock), Some((2, 29_586, Pace::OnCourse)));
    assert_eq!(pace(&plan, &[None, Some(29_585)], Flow::Stock), Some((2, 29_585, Pace::Behind)));
    let flow = [100, 100, 100];
    assert_eq!(pace(&flow, &[Some(90), Some(90)], Flow::Flow), Some((2, 180, Pace::Behind)));
    assert_eq!(pace(&flow, &[Some(90), Some(89), None], Flow::Flow), Some((2, 179, Pace::FarBehind)));
    assert_eq!(pace(&flow, &[None, Some(90)], Flow::Flow), None);
    assert_eq!(pace(&flow, &[], Flow::Stock), None);
    assert_eq!(equal_stock_path(10, 4, 4), [9, 7, 6, 4]);
    assert_eq!(equal_stock_path(u64::MAX, 0, 2), [u64::MAX / 2 + 1, 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_document_can_be_reviewed(scenario in any_province(1..=12)) {
        let review = derive(&scenario).review;
        prop_assert_eq!(review.fulfilments.len(), scenario.targets.len());
        prop_assert_eq!(&review, &derive(&scenario).review);
        for finding in &review.findings {
            for cure in finding.cures() {
                prop_assert_eq!(mended(&scenario, finding, cure).check(), Ok(()));
            }
        }
    }
}
