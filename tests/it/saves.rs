//! What is kept comes back the same, damage is told and never fatal, and no document stops the page.

use bao_phu::calc::{
    Cell, Row as Place, alternatives, common_level, derive, explain, prospects, with_more, with_target,
};
use bao_phu::edit::{Draft, History, mend};
use bao_phu::example;
use bao_phu::model::{
    Base, Column, Custom, CustomId, Driver, Form, Limit, Measure, Method, MixPart, Qualifier, Quantity,
    Scenario, Slot, UnitId, Wrong,
};
use bao_phu::save::{SaveError, load, load_beside, save, save_beside, save_readable};
use bao_phu::text::{self, Language};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common::{
    BOTH, ROOT, Row, SON_LA, any_province, edited, given, kept, lock, method, node, province, quantity,
    target,
};

/// Sơn La as saved by version 1, with the city locked, a floor, a ceiling, people kept, by labour force.
const VERSION_1: &str = include_str!("../data/saves/v1.json");

fn written(scenario: &Scenario) -> String {
    save(scenario).expect("a scenario as text")
}

#[test]
fn a_document_of_version_1_gives_the_numbers_it_gave() {
    let scenario = load(VERSION_1).expect("a version that was released");
    assert_eq!(scenario.name, "Sơn La 2023 – bản của tôi");
    let plan = node(&scenario, SON_LA);
    assert!(plan.is_balanced());
    assert_eq!(plan.kept, 200);
    // Worked out apart from the program: one person at a time to the unit whose next half comes first.
    assert_eq!(given(&plan), [4300, 4366, 5056, 2015, 3291, 2199, 2450, 1465, 3888, 3311, 1428, 1033]);
}

#[test]
fn the_examples_come_back_as_they_were_saved() {
    for scenario in example::all() {
        assert_eq!(load(&written(&scenario)).expect("what was saved"), scenario);
    }
}

#[test]
fn the_history_comes_back_as_it_was_saved() {
    let mut draft = Draft::new(example::first());
    for edit in [target(SON_LA, 36_500), lock(SON_LA, 1, 4_300), method(SON_LA, Method::Gap), kept(SON_LA, 5)]
    {
        draft.apply(edit).expect("an edit that fits");
    }
    draft.undo().expect("a history that fits");
    let text = save_beside(draft.history()).expect("a history as text");
    let history: History = load_beside(&text).expect("what was saved");
    assert_eq!(&history, draft.history());
    let mut restored = Draft::with_history(draft.scenario().clone(), history);
    while restored.undo().expect("a history that fits").is_some() {}
    assert_eq!(restored.scenario(), &example::first());
    for place in (0..text.len()).step_by(13).filter(|&place| text.is_char_boundary(place)) {
        assert!(load_beside::<History>(&text[..place]).is_err());
    }
    let newer = text.replacen("\"version\":2", "\"version\":3", 1);
    assert!(matches!(load_beside::<History>(&newer), Err(SaveError::TooNew { found: 3 })));
}

fn is_unreadable(text: &str) -> bool {
    matches!(load(text), Err(SaveError::Unreadable(_)))
}

#[test]
fn text_that_was_cut_off_or_is_something_else_is_unreadable() {
    for example in example::all() {
        let text = written(&example);
        for place in (0..text.len()).step_by(97).filter(|&place| text.is_char_boundary(place)) {
            assert!(is_unreadable(&text[..place]), "cut off at {place}");
        }
        assert!(is_unreadable(&format!("{text}\0\0\0")));
        assert!(is_unreadable(&format!("\0{text}")));
        let inside_a_name = text.replace(&example.name, &format!("\0{}", example.name));
        assert_ne!(inside_a_name, text);
        assert!(is_unreadable(&inside_a_name));
        assert!(is_unreadable(&format!("{text}{text}")));
    }
    let deep = "[".repeat(100_000);
    let deep_inside = format!("{{\"version\":1,\"scenario\":{deep}");
    for text in
        ["", "\0", "null", "true", "3", "\"text\"", "[]", "{}", "{\"version\":1}", &deep, &deep_inside]
    {
        assert!(is_unreadable(text));
    }
}

/// Sơn La's document with one value put elsewhere; `None` takes it away.
fn damaged(pointer: &str, value: Option<Value>) -> String {
    let mut document: Value = serde_json::from_str(&written(&example::first())).expect("JSON");
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    match (document.pointer_mut(parent).expect("a place"), value) {
        (Value::Object(fields), Some(value)) => drop(fields.insert(key.into(), value)),
        (Value::Object(fields), None) => drop(fields.remove(key)),
        (Value::Array(list), Some(value)) => list[key.parse::<usize>().expect("a place")] = value,
        (Value::Array(list), None) => drop(list.remove(key.parse().expect("a place"))),
        _ => unreachable!("{pointer} is in a list or an object"),
    }
    document.to_string()
}

#[test]
fn what_has_another_shape_is_unreadable() {
    for (pointer, value) in [
        ("/version", Some(json!("1"))),
        ("/version", Some(json!(1.0))),
        ("/version", Some(json!(-1))),
        ("/version", Some(json!(0))),
        ("/version", None),
        ("/scenario", Some(json!(null))),
        ("/scenario", Some(json!([]))),
        ("/extra", Some(json!(1))),
        ("/scenario/extra", Some(json!(1))),
        ("/scenario/name", None),
        ("/scenario/units", Some(json!({}))),
        ("/scenario/units/3/extra", Some(json!(1))),
        ("/scenario/units/3/id", Some(json!(3.5))),
        ("/scenario/units/3/id", Some(json!(-3))),
        ("/scenario/units/3/id", Some(json!(4_294_967_296u64))),
        ("/scenario/units/3/kind", Some(json!("planet"))),
        ("/scenario/facts/1/figures/0/1", Some(json!(4_039.0))),
        ("/scenario/facts/1/figures/0/1", Some(json!("4039"))),
        ("/scenario/facts/1/figures/0/1", Some(json!(null))),
        ("/scenario/facts/1/figures/0/1", Some(json!(-1))),
        ("/scenario/facts/1/figures/0", Some(json!([1]))),
        ("/scenario/facts/1/year", Some(json!(99_999))),
        ("/scenario/targets/0/quantity/value", Some(json!(35_002))),
        ("/scenario/targets/0/quantity/value", Some(json!("35.002.1"))),
        ("/scenario/targets/0/quantity/value", Some(json!("1e9"))),
        ("/scenario/targets/0/quantity/value", Some(json!("9".repeat(401)))),
        ("/scenario/targets/0/quantity/value", Some(json!(format!("0.{}", "9".repeat(401))))),
        ("/scenario/targets/0/quantity/form", Some(json!("dozens"))),
        ("/scenario/rules/0/method", Some(json!("luck"))),
        ("/scenario/rules/0/kept", Some(json!(0.5))),
        ("/scenario/rules/0/no_unit_below_last", None),
        ("/scenario/limits", Some(json!("none"))),
        ("/scenario/targets/0/decision", Some(json!({"date": "2023-02-30"}))),
        ("/scenario/bands", Some(json!({"reach": -1}))),
        ("/scenario/claims", Some(json!([{}]))),
    ] {
        assert!(is_unreadable(&damaged(pointer, value.clone())), "{pointer}: {value:?}");
    }
    let absurd = damaged("/scenario/rules/0/kept", Some(json!(0))).replace("\"kept\":0", "\"kept\":1e400");
    assert!(is_unreadable(&absurd));
}

#[test]
fn a_newer_version_is_told_apart() {
    let text = written(&example::first()).replacen("\"version\":2", "\"version\":7", 1);
    assert!(matches!(load(&text), Err(SaveError::TooNew { found: 7 })));
    assert!(matches!(load("{\"version\":3,\"other\":[]}"), Err(SaveError::TooNew { found: 3 })));
}

#[test]
fn a_document_that_contradicts_itself_is_refused_with_what_is_wrong() {
    let limit = |unit: u32, lock: u64| json!({"slot": SON_LA, "unit": unit, "limit": {"lock": lock}});
    let parent = |unit: u32| Some(json!(unit));
    let figure = |unit: u32| json!({"figure": {"measure": {"result": "tn"}, "year": 2022, "unit": unit}});
    let share = |unit| json!({"share": {"part": figure(unit), "whole": figure(0)}});
    let claim = |unit| json!({"statement": share(unit), "stated": {"value": "4"}, "source": "ví dụ"});
    let road_map = |indicator, to| json!({"indicator": indicator, "from": 2022, "to": to, "path": "typed"});
    let rule = serde_json::to_value(&example::first().rules[0]).expect("JSON");
    let mut leaf = rule.clone();
    leaf["node"] = json!(3);
    let series = json!({"id": 4, "name": "Cột"});
    let empty = json!({"slot": SON_LA, "unit": 4, "limit": {}});
    let mix = |parts: &[(&str, u16)]| -> Option<Value> {
        Some(parts.iter().map(|(driver, share)| json!({"driver": driver, "per_mille": share})).collect())
    };
    let not_whole = |per_mille| Wrong::MixNotWhole { slot: SON_LA, node: ROOT, per_mille };
    let targets = serde_json::to_value(&example::first().targets[0]).expect("JSON");
    for (pointer, value, wrong) in [
        ("/scenario/units/3/id", Some(json!(2)), Wrong::DoubleUnit { unit: UnitId(2) }),
        ("/scenario/units/3/parent", None, Wrong::Roots { count: 2 }),
        ("/scenario/units", Some(json!([])), Wrong::Roots { count: 0 }),
        ("/scenario/units/0/parent", parent(3), Wrong::Roots { count: 0 }),
        ("/scenario/units/3/parent", parent(3), Wrong::Cycle { unit: UnitId(3) }),
        ("/scenario/units/3/parent", parent(77), Wrong::UnknownUnit { unit: UnitId(77) }),
        ("/scenario/facts/1/figures/11", Some(json!([77, 5])), Wrong::UnknownUnit { unit: UnitId(77) }),
        ("/scenario/limits", Some(json!([limit(77, 5)])), Wrong::UnknownUnit { unit: UnitId(77) }),
        ("/scenario/rules/0/left_out", Some(json!([2, 77])), Wrong::UnknownUnit { unit: UnitId(77) }),
        ("/scenario/rules/0/left_out", Some(json!([4, 3])), Wrong::NotSorted { list: "units left out" }),
        ("/scenario/facts/1/figures/1", Some(json!([9, 5])), Wrong::NotSorted { list: "figures" }),
        ("/scenario/facts/1/figures/1", Some(json!([1, 5])), Wrong::NotSorted { list: "figures" }),
        ("/scenario/limits", Some(json!([limit(4, 5), limit(3, 5)])), Wrong::NotSorted { list: "limits" }),
        ("/scenario/limits", Some(json!([limit(4, 5), limit(4, 6)])), Wrong::NotSorted { list: "limits" }),
        ("/scenario/claims", Some(json!([claim(77)])), Wrong::UnknownUnit { unit: UnitId(77) }),
        (
            "/scenario/road_maps",
            Some(json!([road_map("tn", 2025), road_map("bb", 2025)])),
            Wrong::NotSorted { list: "road maps" },
        ),
        (
            "/scenario/road_maps",
            Some(json!([road_map("tn", 2022)])),
            Wrong::RoadMapYears { indicator: SON_LA.indicator, from: 2022, to: 2022 },
        ),
        ("/scenario/bands", Some(json!({"behind": 101})), Wrong::Bands),
        ("/scenario/targets", Some(json!([])), Wrong::NoTarget),
        ("/scenario/targets/0/used", None, Wrong::NoTarget),
        ("/scenario/targets/1", Some(targets), Wrong::Incomplete { slot: SON_LA }),
        ("/scenario/rules", Some(json!([])), Wrong::Incomplete { slot: SON_LA }),
        ("/scenario/rules/0/node", Some(json!(3)), Wrong::Incomplete { slot: SON_LA }),
        ("/scenario/rules", Some(json!([rule, rule])), Wrong::DoubleRule { slot: SON_LA, node: ROOT }),
        ("/scenario/rules", Some(json!([rule, leaf])), Wrong::RuleOnLeaf { slot: SON_LA, node: UnitId(3) }),
        ("/scenario/rules/0/method", Some(json!("mix")), not_whole(0)),
        ("/scenario/rules/0/mix", mix(&[("gap", 500), ("last", 499)]), not_whole(999)),
        ("/scenario/rules/0/mix", mix(&[("gap", 0)]), not_whole(0)),
        (
            "/scenario/rules/0/mix",
            mix(&[("gap", 500), ("gap", 500)]),
            Wrong::DoubleDriver { slot: SON_LA, node: ROOT },
        ),
        (
            "/scenario/rules/0/method",
            Some(json!({"custom": 4})),
            Wrong::UnknownCustom { series: CustomId(4) },
        ),
        (
            "/scenario/facts/1/measure",
            Some(json!({"custom": 4})),
            Wrong::UnknownCustom { series: CustomId(4) },
        ),
        ("/scenario/customs", Some(json!([series, series])), Wrong::DoubleCustom { series: CustomId(4) }),
        ("/scenario/limits", Some(json!([empty])), Wrong::EmptyLimit { slot: SON_LA, unit: UnitId(4) }),
    ] {
        let found = load(&damaged(pointer, value.clone()));
        let as_told = matches!(&found, Err(SaveError::Wrong(found)) if *found == wrong);
        assert!(as_told, "{pointer}: {value:?} gives {found:?}");
    }
    assert!(load(&damaged("/scenario/rules/0", Some(rule))).is_ok());
}

/// Derives the plan and says everything there is to say about it, in both languages.
fn say_everything(scenario: &Scenario) {
    let plan = derive(scenario);
    for node in &plan.nodes {
        let (slot, level) = (node.slot, common_level(node));
        let rows = node.units.iter().map(|unit| Place::Unit(unit.unit)).chain([Place::Total]);
        let cells = [Cell::Last, Cell::Given, Cell::Change, Cell::Before, Cell::After, Cell::Difficulty];
        let ledgers: Vec<_> = rows.flat_map(|row| cells.map(|cell| explain(node, row, cell))).collect();
        let chosen = &scenario.target(slot).expect("a target in use").quantity;
        for language in Language::ALL {
            let mut said = vec![
                text::verdict(node, level.as_ref(), scenario, language),
                text::status(node, language),
                text::quantity(chosen, slot, language),
                text::typed(chosen, language),
            ];
            said.extend(ledgers.iter().map(|ledger| text::ledger_as_text(ledger, scenario, slot, language)));
            said.extend(node.findings.iter().map(|finding| text::finding(finding, scenario, language).what));
            said.extend(
                node.findings.iter().filter_map(|finding| text::clash_line(finding, scenario, language)),
            );
            said.extend(scenario.facts.iter().map(|column| text::column_line(column, scenario, language)));
            said.extend(scenario.targets.iter().map(|target| text::target_line(target, language)));
            let figures = |(base, last): (Option<u64>, Option<u64>), people| {
                text::echo(
                    people,
                    base.map(|base| (node.base, base)),
                    last.map(|last| (slot.year, last)),
                    language,
                )
            };
            let people = |figure: Option<bao_phu::calc::Figure>| figure.map(|figure| figure.people);
            said.extend(
                node.target.map(|target| figures((people(node.total.base), people(node.total.last)), target)),
            );
            for unit in &node.units {
                said.extend(text::human_scale(unit, language));
                let rates = unit.standing().before().zip(unit.standing().after());
                said.extend(
                    rates.map(|(before, after)| text::rate_move(&before, &after, node.base, language)),
                );
                said.extend(unit.last.map(|last| {
                    text::source_line(&last, Measure::Result(slot.indicator), scenario, language)
                }));
            }
            for cure in node.findings.iter().flat_map(|finding| finding.cures()) {
                said.push(text::cure(cure, scenario, slot, node.node, language));
                let mut draft = Draft::new(scenario.clone());
                draft.apply(mend(cure, scenario, slot, node.node)).expect("a cure fits");
                let step = draft.history().done.last().expect("a cure changes something");
                said.push(text::step_name(step, scenario, language));
                drop(derive(draft.scenario()));
            }
            assert!(said.iter().all(|words| !words.is_empty()));
        }
        let others = alternatives(scenario, slot, node.node);
        assert!(others.iter().all(|other| other.method != node.method));
        drop(prospects(scenario, slot, node.node));
        drop(with_more(scenario, slot, node.node, 1_000));
        drop(with_more(scenario, slot, node.node, u64::MAX));
        drop(with_target(scenario, slot, node.node, &quantity(Form::Growth, "10")));
    }
    assert_eq!(load(&written(scenario)).expect("what was saved"), *scenario);
}

/// The same scenario for another plan year.
fn in_year(scenario: &Scenario, year: u16) -> Scenario {
    let text = save_readable(scenario)
        .expect("a scenario as text")
        .replace("\"year\":2023}", &format!("\"year\":{year}}}"));
    load(&text).expect("a year like any other")
}

fn extreme_people() -> impl Strategy<Value = u64> {
    prop_oneof![
        2 => prop::sample::select(vec![0, 1, 2, u64::MAX, u64::MAX - 1, u64::MAX / 2, 1 << 53, 10_000_000]),
        1 => any::<u64>(),
        1 => 0..20u64,
    ]
}

fn extreme_quantity() -> impl Strategy<Value = Quantity> {
    let form = prop::sample::select(vec![Form::People, Form::Rate, Form::Growth, Form::Increase]);
    let sign = prop::sample::select(vec!["", "-"]);
    let qualifier = prop::sample::select(vec![Qualifier::Exact, Qualifier::AtLeast, Qualifier::About]);
    let digits = prop_oneof![
        3 => extreme_people().prop_map(|people| people.to_string()),
        1 => (0..=400usize, 1..=400usize).prop_map(|(places, digits)| {
            let fraction = "7".repeat(places);
            let mark = if places == 0 { "" } else { "." };
            format!("{}{mark}{fraction}", "9".repeat(digits))
        }),
        1 => Just(format!("0.{}1", "0".repeat(399))),
    ];
    (form, sign, digits, option::weighted(0.2, 0..9u8), qualifier).prop_map(
        |(form, sign, digits, upper, qualifier)| Quantity {
            upper: upper.map(|upper| upper.to_string().parse().expect("a decimal")),
            qualifier,
            ..quantity(form, &format!("{sign}{digits}"))
        },
    )
}

fn extreme_row() -> impl Strategy<Value = Row> {
    let figure = || option::weighted(0.9, extreme_people());
    let own = (
        option::weighted(0.2, extreme_quantity()),
        option::weighted(0.2, extreme_quantity()),
        option::weighted(0.15, extreme_people()),
    );
    (figure(), figure(), figure(), own, prop::bool::weighted(0.1)).prop_map(
        |(last, base, population, (floor, ceiling, lock), left_out)| {
            let limit = Limit { floor, ceiling, lock, reason: String::new() };
            Row { last, base, population, limit, left_out }
        },
    )
}

fn extreme_scenario() -> impl Strategy<Value = Scenario> {
    let methods = [&Method::ALL[..], &[Method::Mix, Method::Custom(CustomId(0))]].concat();
    (
        vec((extreme_row(), any::<prop::sample::Index>()), 0..9),
        extreme_quantity(),
        prop::sample::select(methods),
        prop::sample::select(BOTH.to_vec()),
        prop_oneof![2 => Just(0), 1 => extreme_people()],
        any::<bool>(),
        prop::sample::select(vec![0u16, 1, 2023, 2024, u16::MAX]),
    )
        .prop_map(|(drawn, quantity, method, rounding, kept, no_unit_below_last, year)| {
            let rows: Vec<Row> = drawn.iter().map(|(row, _)| row.clone()).collect();
            let rule = |rule: &mut bao_phu::model::Rule| {
                (rule.method, rule.rounding) = (method, rounding);
                (rule.kept, rule.no_unit_below_last) = (kept, no_unit_below_last);
            };
            let mut scenario = province(&rows, rule, quantity);
            // Some stand below others.
            for (place, (_, parent)) in drawn.iter().enumerate() {
                scenario.units[place + 1].parent = Some(UnitId(parent.index(place + 1) as u32));
            }
            scenario.customs.push(Custom { id: CustomId(0), name: "Cột".into() });
            let figures = scenario.facts[0].figures.clone();
            scenario.facts.push(Column {
                measure: Measure::Custom(CustomId(0)),
                figures,
                ..scenario.facts[0].clone()
            });
            let drivers = [Driver::Gap, Driver::Base(Base::Population), Driver::Custom(CustomId(0))];
            let part = |(driver, per_mille)| MixPart { driver, per_mille };
            scenario.rules[0].mix = drivers.into_iter().zip([501, 0, 499]).map(part).collect();
            in_year(&scenario, year)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_document_comes_back_as_it_was_saved(scenario in any_province(1..=30)) {
        prop_assert_eq!(load(&written(&scenario)).expect("what was saved"), scenario);
    }

    #[test]
    fn no_document_however_absurd_stops_the_page(scenario in extreme_scenario()) {
        say_everything(&scenario);
    }

    #[test]
    fn no_text_however_damaged_stops_the_page(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = VERSION_1.as_bytes().to_vec();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        if let Ok(scenario) = load(&String::from_utf8_lossy(&bytes)) {
            say_everything(&scenario);
        }
    }
}

#[test]
fn both_examples_can_be_said_in_full() {
    example::all().iter().for_each(say_everything);
}

#[test]
fn a_document_of_three_levels_can_be_said_in_full_and_comes_back() {
    for way in crate::levels::ways() {
        for set in [vec![], vec![lock(SON_LA, 1, 500), lock(SON_LA, 7, 900)]] {
            say_everything(&edited(&crate::levels::uneven(), &[&way[..], &set].concat()));
        }
    }
}

#[test]
fn a_province_without_units_has_a_plan() {
    for people in [0, 5] {
        let scenario = province(&[], |_| {}, Quantity::people(people));
        say_everything(&scenario);
        assert_eq!(node(&scenario, SON_LA).is_balanced(), people == 0);
    }
}

#[test]
fn the_most_that_can_be_counted_is_still_shared_exactly() {
    let huge = Row { last: Some(1 << 52), base: Some(u64::MAX), ..Row::default() };
    let rows = vec![huge; 3_000];
    for way in BOTH {
        for chosen in [Method::Lift, Method::LabourForce, Method::Last, Method::Equal] {
            let rule = |rule: &mut bao_phu::model::Rule| (rule.method, rule.rounding) = (chosen, way);
            let plan = node(&province(&rows, rule, Quantity::people(u64::MAX)), SON_LA);
            assert!(plan.is_balanced(), "{chosen:?}");
            let place = Place::Unit(UnitId(2_999));
            assert!(!explain(&plan, place, Cell::Given).lines.is_empty());
        }
    }
    let scenario = province(&rows, |rule| rule.method = Method::Gap, quantity(Form::Rate, "100"));
    assert_eq!(node(&scenario, SON_LA).target, None);
}

#[test]
fn a_plan_for_the_year_0_has_no_year_before() {
    let scenario = in_year(&edited(&example::first(), &[method(SON_LA, Method::Last)]), 0);
    let slot = Slot { year: 0, ..SON_LA };
    say_everything(&scenario);
    assert!(node(&scenario, slot).units.iter().all(|unit| unit.last.is_none()));
}
