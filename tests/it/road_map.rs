//! Road maps: the years between, their parts, and the plans that start from the year before.

use bao_phu::calc::check::{Lack, Size};
use bao_phu::calc::{
    self, DocumentFinding, NodePlan, RoadMapPlan, RoadMapYear, YearWhy, derive, derive_node,
};
use bao_phu::edit::{Draft, Edit, mend, plan_ahead, plan_year};
use bao_phu::example;
use bao_phu::model::{
    Base, Form, Indicator, Measure, NoPeople, Path, Provenance, Quantity, Rate, RoadMap, Rule, Scenario,
    Slot, Target,
};
use bao_phu::text::{self, Language};
use proptest::prelude::*;

use crate::common::{ROOT, Row, SON_LA, edited, given, province, quantity};

const TN: Indicator = Indicator::VoluntarySi;
const BB: Indicator = Indicator::CompulsorySi;
const SI: Indicator = Indicator::SocialInsurance;

fn slot(indicator: Indicator, year: u16) -> Slot {
    Slot { indicator, year }
}

/// Two units with 100 and 200 insured of 900 and 1.000 at the end of 2022, and a goal of 600 in 2026.
fn ahead(path: Path) -> Scenario {
    let row = |last, base| Row { last: Some(last), base: Some(base), ..Row::default() };
    let mut scenario = province(&[row(100, 900), row(200, 1_000)], |_| {}, Quantity::people(600));
    let goal = slot(TN, 2026);
    scenario.targets[0].slot = goal;
    let rule = Rule { slot: goal, ..scenario.rules[0].clone() };
    scenario.rules = (2023..=2026).map(|year| Rule { slot: slot(TN, year), ..rule.clone() }).collect();
    // The base of 2022 as well, so that the rate of the start is known.
    let mut base = scenario.facts[1].clone();
    base.year = 2022;
    scenario.facts.push(base);
    scenario.road_maps = vec![RoadMap { indicator: TN, from: 2022, to: 2026, path, may_fall: false }];
    scenario
}

fn road_map(scenario: &Scenario) -> RoadMapPlan {
    assert_eq!(scenario.check(), Ok(()));
    derive(scenario).review.road_maps.first().expect("a road map").clone()
}

fn people(scenario: &Scenario) -> Vec<u64> {
    road_map(scenario).years.iter().filter_map(|year| year.people).collect()
}

fn typed(scenario: &mut Scenario, indicator: Indicator, year: u16, quantity: Quantity) {
    let target = Target { slot: slot(indicator, year), quantity, ..scenario.targets[0].clone() };
    scenario.targets.push(target);
}

fn falls(scenario: &Scenario) -> Vec<DocumentFinding> {
    let is_fall = |finding: &DocumentFinding| matches!(finding, DocumentFinding::RoadMapFalls { .. });
    derive(scenario).review.findings.into_iter().filter(is_fall).collect()
}

#[test]
fn the_years_between_go_by_equal_people_equal_points_or_one_growth() {
    assert_eq!(people(&ahead(Path::EqualPeople)), [300, 375, 450, 525, 600]);
    assert_eq!(people(&ahead(Path::EqualPoints)), [300, 375, 450, 525, 600]);
    // 300 · 2^(k/4): 356,8; 424,3; 504,5.
    assert_eq!(people(&ahead(Path::ConstantGrowth)), [300, 357, 424, 505, 600]);
    assert_eq!(people(&ahead(Path::Typed)), [300, 600]);
}

#[test]
fn equal_points_follow_the_base_of_each_year() {
    let mut scenario = ahead(Path::EqualPoints);
    let mut base = scenario.facts[1].clone();
    base.year = 2025;
    for (_, people) in &mut base.figures {
        *people *= 2;
    }
    scenario.facts.push(base);
    // From 300/1.900 to 600/3.800: the rate stays, the people double with the base.
    assert_eq!(people(&scenario), [300, 300, 300, 600, 600]);
}

#[test]
fn a_year_that_was_typed_holds_and_the_others_go_by_it() {
    let mut scenario = ahead(Path::EqualPeople);
    typed(&mut scenario, TN, 2024, Quantity::people(500));
    assert_eq!(people(&scenario), [300, 400, 500, 550, 600]);
}

#[test]
fn a_later_year_starts_from_what_the_plan_gave_the_year_before() {
    let scenario = ahead(Path::EqualPeople);
    let plan = derive(&scenario);
    let years: Vec<u16> = plan.nodes.iter().map(|node| node.slot.year).collect();
    assert_eq!(years, [2026, 2023, 2024, 2025]);
    let of = |year| plan.node(slot(TN, year)).expect("a plan");
    for year in 2023..=2026u16 {
        let node = of(year);
        assert!(node.is_balanced());
        assert_eq!(derive_node(&scenario, slot(TN, year), ROOT).as_ref(), Some(node));
        let lasts = |node: &NodePlan| -> Vec<u64> {
            node.units.iter().filter_map(|unit| unit.last).map(|figure| figure.people).collect()
        };
        if year > 2023 {
            assert_eq!(lasts(node), given(of(year - 1)));
            let computed = |node: &NodePlan| node.units[0].last.and_then(|figure| figure.provenance);
            assert_eq!(computed(node), Some(Provenance::Computed));
        }
    }
    assert_eq!(given(of(2023)), [175, 200]);
    // A result that comes in later takes the plan's place.
    let mut scenario = scenario;
    let mut results = scenario.facts[0].clone();
    results.year = 2023;
    results.figures[0].1 = 150;
    scenario.facts.push(results);
    assert_eq!(
        derive(&scenario).node(slot(TN, 2024)).and_then(|node| node.total.last).map(|last| last.people),
        Some(350)
    );
}

#[test]
fn a_year_below_the_one_before_is_told_unless_it_is_allowed() {
    let mut scenario = ahead(Path::EqualPeople);
    typed(&mut scenario, TN, 2024, Quantity::people(700));
    let finding = DocumentFinding::RoadMapFalls {
        indicator: TN,
        year: 2026,
        before: Size::People(700),
        now: Size::People(600),
        cures: vec![bao_phu::model::Cure::LetRoadMapFall(TN)],
    };
    // The year between does not fall of itself.
    assert_eq!(people(&scenario), [300, 500, 700, 700, 600]);
    assert_eq!(falls(&scenario), std::slice::from_ref(&finding));
    let allowed = edited(&scenario, &[mend(&finding.cures()[0], &scenario, SON_LA, ROOT)]);
    assert_eq!((falls(&allowed), people(&allowed)), (Vec::new(), vec![300, 500, 700, 650, 600]));
}

#[test]
fn what_a_road_map_lacks_is_told() {
    let lack = |scenario: &Scenario| road_map(scenario).lack;
    let mut no_goal = ahead(Path::EqualPeople);
    no_goal.targets[0].slot.year = 2025;
    assert_eq!(lack(&no_goal), Some(Lack::Goal { year: 2026 }));
    let mut no_start = ahead(Path::EqualPeople);
    no_start.facts.remove(0);
    let start = Lack::Figure { measure: Measure::Result(TN), year: 2022 };
    assert_eq!(lack(&no_start), Some(start));
    let unknown = DocumentFinding::RoadMapUnknown { indicator: TN, lack: start };
    assert!(derive(&no_start).review.findings.contains(&unknown));
    let mut no_base = ahead(Path::EqualPoints);
    no_base.facts.truncate(1);
    assert_eq!(lack(&no_base), Some(Lack::Figure { measure: Measure::Base(Base::LabourForce), year: 2022 }));
    let mut growth = ahead(Path::EqualPeople);
    growth.targets[0].quantity = quantity(Form::Growth, "5");
    assert_eq!(lack(&growth), Some(Lack::Target { year: 2026, why: NoPeople::NoLast }));
    let mut from_nobody = ahead(Path::ConstantGrowth);
    for (_, people) in &mut from_nobody.facts[0].figures {
        *people = 0;
    }
    assert!(lack(&from_nobody).is_some());
    assert_eq!(people(&from_nobody), [0, 600]);
}

#[test]
fn the_parts_of_every_year_come_to_the_whole() {
    for path in [Path::EqualPeople, Path::EqualPoints, Path::ConstantGrowth] {
        let mut scenario = ahead(path);
        let mut facts = scenario.facts[0].clone();
        facts.measure = Measure::Result(BB);
        facts.figures = facts.figures.iter().map(|&(unit, people)| (unit, people * 3 + 1)).collect();
        scenario.facts.push(facts.clone());
        facts.measure = Measure::Result(SI);
        facts.figures = facts
            .figures
            .iter()
            .zip(&scenario.facts[0].figures)
            .map(|(bb, tn)| (bb.0, bb.1 + tn.1))
            .collect();
        scenario.facts.push(facts);
        typed(&mut scenario, BB, 2026, Quantity::people(1_111));
        typed(&mut scenario, SI, 2026, Quantity::people(1_711));
        for indicator in [BB, SI] {
            let rule = Rule { slot: slot(indicator, 2026), ..scenario.rules[0].clone() };
            scenario.rules.push(rule);
        }
        let road_map = scenario.road_maps[0];
        scenario.road_maps = [BB, TN, SI].map(|indicator| RoadMap { indicator, ..road_map }).into();
        assert_eq!(scenario.check(), Ok(()));
        let plans = derive(&scenario).review.road_maps;
        for year in 2022..=2026 {
            let of = |place: usize| plans[place].year(year).and_then(|year| year.people).expect("people");
            assert_eq!(of(0) + of(1), of(2), "{path:?} {year}");
        }
    }
}

#[test]
fn hai_duong_2022_to_2025_adds_up_in_every_year() {
    let scenario = example::road_map();
    assert_eq!(scenario.check(), Ok(()));
    let review = derive(&scenario).review;
    let percent = |share: &Rate| (share * Rate::from_integer(1_000.into())).to_integer().to_string();
    let years = |place: usize| -> Vec<String> {
        review.road_maps[place].years.iter().filter_map(|year| year.share.as_ref()).map(percent).collect()
    };
    assert_eq!(years(0), ["426", "438", "450", "460"]);
    assert_eq!(years(1), ["60", "70", "80", "90"]);
    assert_eq!(years(2), ["486", "508", "530", "550"]);
    assert_eq!(years(3), ["920", "930", "940", "950"]);
    assert!(review.claims.iter().all(|claim| claim.agrees() == Some(true)));
    assert_eq!((review.claims.len(), review.findings), (4, Vec::new()));
    assert!(
        scenario
            .targets
            .iter()
            .all(|target| target.provenance == Provenance::Published && !target.source.is_empty())
    );
    assert!(example::is_example(&scenario.id));
}

#[test]
fn rates_without_a_base_go_by_equal_points_too() {
    let mut scenario = example::road_map();
    let between = |target: &Target| target.slot.indicator == SI && matches!(target.slot.year, 2023 | 2024);
    scenario.targets.retain(|target| !between(target));
    let si = RoadMap { path: Path::EqualPoints, ..scenario.road_maps[2] };
    let scenario = edited(&scenario, &[Edit::SetRoadMap { indicator: SI, road_map: Some(si) }]);
    let plan = &derive(&scenario).review.road_maps[2];
    // 48,6 + 6,4 / 3 and 48,6 + 2 · 6,4 / 3.
    let exact = |thirds: i64| Rate::new((1_458 + thirds).into(), 3_000.into());
    let shares: Vec<Rate> = plan.years.iter().filter_map(|year| year.share.clone()).collect();
    assert_eq!(shares, [exact(0), exact(64), exact(128), exact(192)]);
    let growing = RoadMap { path: Path::ConstantGrowth, ..si };
    let scenario = edited(&scenario, &[Edit::SetRoadMap { indicator: SI, road_map: Some(growing) }]);
    // 48,6 · (55 / 48,6)^(k/3), to the hundredth: 50,65 and 52,78.
    let hundredths = |share: &Rate| (share * Rate::from_integer(10_000.into())).to_string();
    let shares: Vec<String> = derive(&scenario).review.road_maps[2]
        .years
        .iter()
        .filter_map(|year| year.share.as_ref())
        .map(hundredths)
        .collect();
    assert_eq!(shares, ["4860", "5065", "5278", "5500"]);
}

/// Whether a pocket calculator, fed with the numbers of the reason, comes to the year's number.
fn lands(why: &YearWhy, year: &RoadMapYear, before: Option<&RoadMapYear>) -> bool {
    let whole = |people: u64| Rate::from_integer(people.into());
    let nearest = |value: Rate| (value + Rate::new(1.into(), 2.into())).floor();
    let way = |first: Rate, last: Rate, step: u16, steps: u16| {
        &first + (last - &first) * Rate::new(step.into(), steps.into())
    };
    // A rate is printed in per cent to two decimals.
    let percent = |value: &Rate| nearest(value * Rate::from_integer(100.into()));
    match why {
        YearWhy::Result | YearWhy::Target => year.known,
        YearWhy::Held => before.is_some_and(|before| {
            if year.people.is_some() { before.people == year.people } else { before.share == year.share }
        }),
        YearWhy::EqualPeople { first, last, step, steps, exact } => {
            let again = nearest(way(whole(*first), whole(*last), *step, *steps));
            Some(&again) == year.people.map(whole).as_ref() && nearest(exact.to_rate()) == again
        }
        YearWhy::EqualPoints { first, last, step, steps, rate, base } => {
            let again = way(first.to_rate(), last.to_rate(), *step, *steps);
            [again, rate.to_rate()].iter().all(|again| match (base, year.people) {
                (Some(base), Some(people)) => {
                    nearest(again * whole(*base) / Rate::from_integer(100.into())) == whole(people)
                }
                _ => year.share.as_ref().is_some_and(|share| {
                    percent(again) == percent(&(share * Rate::from_integer(100.into())))
                }),
            })
        }
        YearWhy::Growth { first, in_percent, factor, step } => {
            let again = (0..*step).fold(first.to_rate(), |value, _| value * factor.to_rate());
            if *in_percent {
                year.share.as_ref().is_some_and(|share| {
                    percent(&again) == percent(&(share * Rate::from_integer(100.into())))
                })
            } else {
                year.people.map(whole) == Some(nearest(again))
            }
        }
        YearWhy::Fitted { whole, others } => match (whole, others) {
            (Size::People(whole), Size::People(others)) => {
                whole.checked_sub(*others) == year.people.map(u128::from)
            }
            (Size::Share(whole), Size::Share(others)) => year.share.as_ref() == Some(&(whole - others)),
            _ => false,
        },
    }
}

fn check_reasons(scenario: &Scenario, indicator: Indicator) {
    let overview = calc::road_map(scenario, indicator).expect("a road map");
    assert_eq!(overview.plan.years.len(), overview.whys.len());
    for (place, (year, why)) in overview.plan.years.iter().zip(&overview.whys).enumerate() {
        let why = why.as_ref().expect("a reason for every year");
        let before = place.checked_sub(1).map(|before| &overview.plan.years[before]);
        assert!(lands(why, year, before), "{why:?} {year:?}");
        for language in Language::ALL {
            let line = text::year_why(why, year, indicator.base(), language);
            assert!(line.starts_with(&format!("{}: ", year.year)) && line.len() > 8, "{line}");
        }
    }
}

#[test]
fn the_reason_of_every_year_leads_to_its_number() {
    for path in [Path::EqualPeople, Path::EqualPoints, Path::ConstantGrowth] {
        let mut scenario = ahead(path);
        check_reasons(&scenario, TN);
        typed(&mut scenario, TN, 2024, Quantity::people(700));
        check_reasons(&scenario, TN);
        let mut rates = example::road_map();
        let between = |target: &Target| matches!(target.slot.year, 2023 | 2024);
        rates.targets.retain(|target| !between(target));
        for road_map in &mut rates.road_maps {
            road_map.path = path;
        }
        if path != Path::EqualPeople {
            for indicator in [BB, TN, SI, Indicator::Health] {
                check_reasons(&rates, indicator);
            }
        }
    }
    let shown = |path| {
        let overview = calc::road_map(&ahead(path), TN).expect("a road map");
        let why = overview.whys[1].as_ref().expect("a reason");
        Language::ALL.map(|language| text::year_why(why, &overview.plan.years[1], TN.base(), language))
    };
    assert_eq!(
        shown(Path::EqualPeople),
        [
            "2023: 300 + 1/4 × (600 − 300) = 375,00; làm tròn 375",
            "2023: 300 + 1/4 × (600 − 300) = 375.00; rounded 375"
        ]
    );
    assert_eq!(
        shown(Path::EqualPoints),
        [
            "2023: 15,79% + 1/4 × (31,58% − 15,79%) = 19,74%; × LLLĐ 1.900 = 375",
            "2023: 15.79% + 1/4 × (31.58% − 15.79%) = 19.74%; × labour force 1,900 = 375"
        ]
    );
    assert_eq!(
        shown(Path::ConstantGrowth),
        ["2023: 300 nhân 1 lần với 1,19 = 357", "2023: 300 × 1.19 = 357"]
    );
}

#[test]
fn the_four_years_of_hai_duong_each_add_up_and_a_year_that_does_not_says_so() {
    let scenario = example::road_map();
    let sums = |scenario: &Scenario, indicator| calc::road_map(scenario, indicator).expect("a road map").sums;
    let lines = |scenario: &Scenario| -> Vec<String> {
        sums(scenario, SI).iter().map(|sum| text::part_sum(sum, Language::Vi)).collect()
    };
    assert_eq!(
        lines(&scenario),
        [
            "2022: 42,6% + 6% = 48,6% ✓ khớp",
            "2023: 43,8% + 7% = 50,8% ✓ khớp",
            "2024: 45% + 8% = 53% ✓ khớp",
            "2025: 46% + 9% = 55% ✓ khớp"
        ]
    );
    // The same sums stand with the parts; health insurance has none.
    assert_eq!(sums(&scenario, TN), sums(&scenario, SI));
    assert!(sums(&scenario, Indicator::Health).is_empty());
    assert_eq!(calc::road_map(&scenario, SI).expect("a road map").parts.len(), 2);
    let goal = slot(TN, 2025);
    let scenario = edited(&scenario, &[Edit::SetTarget { slot: goal, quantity: quantity(Form::Rate, "10") }]);
    assert_eq!(lines(&scenario)[3], "2025: 46% + 10% = 56%, không khớp: đã ghi 55% LLLĐ");
    assert_eq!(calc::road_map(&scenario, Indicator::Unemployment), None);
}

#[test]
fn a_road_map_begins_with_its_goal_and_rules_for_every_year_in_one_step() {
    let row = |last, base| Row { last: Some(last), base: Some(base), ..Row::default() };
    let scenario = province(&[row(100, 900), row(200, 1_000)], |_| {}, Quantity::people(400));
    let now = scenario.targets[0].slot;
    let road_map = RoadMap { indicator: TN, from: 2022, to: 2026, path: Path::EqualPeople, may_fall: false };
    let mut draft = Draft::new(scenario.clone());
    draft
        .apply(plan_ahead(&scenario, road_map, Some(Quantity::people(700)), now))
        .expect("an edit that fits");
    let begun = draft.scenario().clone();
    assert_eq!(begun.check(), Ok(()));
    assert_eq!(people(&begun), [300, 400, 500, 600, 700]);
    // The goal starts from what the years between give.
    let goal = derive_node(&begun, slot(TN, 2026), ROOT).expect("a plan");
    assert_eq!((goal.total.last.map(|last| last.people), goal.is_balanced()), (Some(600), true));
    for (language, name) in [
        (Language::Vi, "Lập lộ trình BHXH tự nguyện 2022–2026"),
        (Language::En, "Set the road map of voluntary SI, 2022–2026"),
    ] {
        let said = text::step_name(&draft.history().done[0], &begun, language);
        assert_eq!(said.to_lowercase(), name.to_lowercase());
    }
    draft.undo().expect("an undo");
    assert_eq!(draft.scenario(), &scenario);
    // A year that is typed holds; the others go by it.
    let fixed = edited(&begun, &[plan_year(&begun, slot(TN, 2025), Quantity::people(650), now)]);
    assert_eq!(people(&fixed), [300, 400, 525, 650, 700]);
    let again = plan_year(&fixed, slot(TN, 2025), Quantity::people(640), now);
    assert!(matches!(again, Edit::SetTarget { .. }));
    // Also in a province that has no units yet.
    let empty = example::road_map();
    let later = slot(TN, 2026);
    let typed = plan_year(&empty, later, quantity(Form::Rate, "10"), slot(TN, 2025));
    assert!(edited(&empty, &[typed]).target(later).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_path_runs_evenly_from_its_start_to_its_goal(
        start in 1..2_000_000u64, goal in 1..2_000_000u64, years in 1..12u16,
        path in prop::sample::select(vec![Path::EqualPeople, Path::EqualPoints, Path::ConstantGrowth]),
    ) {
        let row = Row { last: Some(start), base: Some(4_000_000), ..Row::default() };
        let mut scenario = province(&[row], |_| {}, Quantity::people(goal));
        scenario.facts[1].year = 2022;
        let to = 2022 + years;
        scenario.targets[0].slot.year = to;
        scenario.rules[0].slot.year = to;
        scenario.road_maps = vec![RoadMap { indicator: TN, from: 2022, to, path, may_fall: true }];
        check_reasons(&scenario, TN);
        let people = people(&scenario);
        prop_assert_eq!((people.len(), people[0], people[usize::from(years)]), (usize::from(years) + 1, start, goal));
        let rises = start <= goal;
        let even = people.is_sorted_by(|a, b| if rises { a <= b } else { a >= b });
        prop_assert!(even);
        let steps: Vec<i128> = people.windows(2).map(|pair| i128::from(pair[1]) - i128::from(pair[0])).collect();
        if path != Path::ConstantGrowth {
            let (least, most) = (steps.iter().min(), steps.iter().max());
            prop_assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 2));
        }
    }
}
