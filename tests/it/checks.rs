//! The list of checks: what is wrong or remarkable in the whole document, and what agrees.

use bao_phu::calc::check::{Passed, passed};
use bao_phu::calc::{Severity, derive};
use bao_phu::example;
use bao_phu::model::{Column, Indicator, Measure, Provenance, Quantity, Scenario, Scope, Slot, UnitId};
use bao_phu::text::{Checks, Language, checks};

use crate::common::{ROOT, Row, SON_LA, any_province, edited, floor, kept, province};
use proptest::prelude::*;

fn look(scenario: &Scenario, language: Language) -> Checks {
    checks(&derive(scenario), scenario, language)
}

/// Every line of the list, as far as it contains `words`.
fn lines(checks: &Checks, words: &str) -> Vec<String> {
    let found = checks.found.iter().map(|told| told.message.what.clone());
    let passed = checks.passed.iter().map(|agreed| agreed.numbers.clone());
    found.chain(passed).filter(|line| line.contains(words)).collect()
}

#[test]
fn son_la_lists_what_its_published_figures_say_against_each_other() {
    let checks = look(&example::first(), Language::Vi);
    assert_eq!(
        lines(&checks, "chênh"),
        [
            "BHXH bắt buộc: KH 2022 của UBND tỉnh 63.878–63.912 và KH 2022 của BHXH Việt Nam 117.926–117.937 \
             chênh 1,85 lần; có thể khác phạm vi tính.",
            "BHXH tự nguyện: KH 2022 của BHXH Việt Nam 28.482–28.484 và KH 2022 của UBND tỉnh 40.258 \
             chênh 1,41 lần; có thể khác phạm vi tính.",
        ]
    );
    assert_eq!(
        lines(&checks, "96%"),
        ["Tỷ lệ 96% tính cả 62.254 người tham gia ngoài tỉnh; trong tỉnh là 90,73–91,68%."]
    );
    assert_eq!(
        lines(&checks, "hai lần"),
        [
            "100,07% được ghi hai lần: cho số tham gia BHXH bắt buộc 2022, tham gia trong và ngoài tỉnh và cho \
          số tham gia BHXH tự nguyện 2022."
        ]
    );
    for sum in [
        "60.553 + 57.461 = 118.014",
        "1.185.293 + 28.503 = 1.213.796",
        "28.503/40.258 = 70,80%; đã ghi 70,8%",
    ] {
        assert_eq!(lines(&checks, sum), [sum]);
    }
    assert_eq!((checks.count(), lines(&checks, "Mục tiêu 35.002 = ").len()), (2, 1));
}

#[test]
fn the_list_says_the_same_in_english() {
    let [vi, en] = Language::ALL.map(|language| look(&example::first(), language));
    let severities = |checks: &Checks| checks.found.iter().map(|told| told.severity).collect::<Vec<_>>();
    assert_eq!(severities(&vi), severities(&en));
    assert_eq!(vi.passed.len(), en.passed.len());
    for sum in
        ["60,553 + 57,461 = 118,014", "12 units add up to 28,503", "Target 35,002 = given 35,002 + kept 0"]
    {
        assert_eq!(lines(&en, sum), [sum]);
    }
}

#[test]
fn what_agrees_no_longer_does_once_a_figure_is_changed() {
    let mut scenario = example::first();
    let sums = |scenario: &Scenario| lines(&look(scenario, Language::Vi), "60.553 + 57.461").len();
    assert_eq!(sums(&scenario), 1);
    let inside = |column: &&mut Column| {
        column.measure == Measure::Result(Indicator::CompulsorySi) && column.scope == Scope::InProvince
    };
    let column = scenario.facts.iter_mut().find(inside).expect("the published figure");
    column.figures[0].1 += 1;
    let checks = look(&scenario, Language::Vi);
    assert_eq!(sums(&scenario), 0);
    assert!(checks.found.iter().any(|told| told.message.what.contains("118.015, không phải 118.014")));
    assert_eq!(checks.count(), 3);
}

fn plain() -> Scenario {
    let row = |last, base| Row { last: Some(last), base: Some(base), ..Row::default() };
    province(&[row(100, 900), row(200, 1_000)], |_| {}, Quantity::people(400))
}

#[test]
fn a_plan_that_is_not_possible_is_counted_with_its_cures_and_the_way_to_its_cell() {
    let scenario = edited(&plain(), &[floor(SON_LA, 1, 350)]);
    let checks = look(&scenario, Language::Vi);
    let error = &checks.found[0];
    assert_eq!((error.severity, error.slot, error.node), (Severity::Error, SON_LA, ROOT));
    assert!(!error.cures.is_empty());
    let place = error.place.as_ref().expect("a way to the cell");
    assert_eq!((place.unit, place.words.as_str()), (UnitId(1), "Đến Đơn vị 1, BHXH tự nguyện 2023"));
    assert_eq!(lines(&checks, "Mục tiêu 400 = "), [""; 0]);
}

#[test]
fn a_target_shared_out_exactly_and_sums_that_agree_are_listed() {
    let split = |given, kept| Passed::Split { slot: SON_LA, node: ROOT, target: 400, given, kept, others: 0 };
    let agreed = |scenario: &Scenario| passed(scenario, &derive(scenario));
    assert_eq!(agreed(&plain()), [split(400, 0)]);
    let mut scenario = edited(&plain(), &[kept(SON_LA, 10)]);
    let column = |indicator, figures: &[u64]| Column {
        measure: Measure::Result(indicator),
        year: 2021,
        scope: Scope::InProvince,
        provenance: Provenance::Entered,
        source: String::new(),
        note: String::new(),
        figures: (0..).map(UnitId).zip(figures.iter().copied()).collect(),
    };
    scenario.facts.extend([
        column(Indicator::CompulsorySi, &[50, 20, 30]),
        column(Indicator::VoluntarySi, &[301, 100, 200]),
        column(Indicator::SocialInsurance, &[351, 120, 231]),
    ]);
    let whole = Indicator::SocialInsurance;
    let sum = |indicator, people| Passed::Sum {
        measure: Measure::Result(indicator),
        year: 2021,
        scope: Scope::InProvince,
        node: ROOT,
        units: 2,
        people,
        others: 0,
    };
    let parts = Passed::Parts {
        whole,
        year: 2021,
        scope: Scope::InProvince,
        unit: ROOT,
        parts: vec![50, 301],
        people: 351,
        others: 1,
    };
    let expected = [split(390, 10), sum(Indicator::CompulsorySi, 50), sum(whole, 351), parts];
    assert_eq!(agreed(&scenario), expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_way_leads_to_a_plan_and_a_unit_that_are_there(scenario in any_province(1..=12)) {
        let slots: Vec<Slot> = scenario.slots().collect();
        for told in look(&scenario, Language::Vi).found {
            if let Some(place) = told.place {
                prop_assert!(slots.contains(&place.slot) && scenario.unit(place.unit).is_some());
            }
        }
    }
}
