//! Scenarios to try things on: the examples edited, random provinces, and their terms worked out again.

use bao_phu::calc::{NodePlan, derive};
use bao_phu::edit::{Draft, Edit};
use bao_phu::model::{
    Bands, Base, Column, Decision, Form, Indicator, Issuer, Kind, Limit, Limits, Measure, Method, Origin,
    Provenance, Qualifier, Quantity, Rounding, Rule, Scenario, ScenarioId, Scope, Slot, Target, Unit, UnitId,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

pub const ROOT: UnitId = UnitId(0);
pub const SON_LA: Slot = Slot { indicator: Indicator::VoluntarySi, year: 2023 };
pub const BOTH: [Rounding; 2] = [Rounding::CommonLevel, Rounding::LargestRemainder];

pub fn node(scenario: &Scenario, slot: Slot) -> NodePlan {
    derive(scenario).node(slot).expect("a plan for this target").clone()
}

pub fn given(node: &NodePlan) -> Vec<u64> {
    node.units.iter().filter_map(|unit| unit.given).collect()
}

pub fn edited(scenario: &Scenario, edits: &[Edit]) -> Scenario {
    let mut draft = Draft::new(scenario.clone());
    for edit in edits {
        draft.apply(edit.clone()).expect("an edit that fits");
    }
    draft.scenario().clone()
}

pub fn target(slot: Slot, people: u64) -> Edit {
    Edit::SetTarget { slot, quantity: Quantity::people(people) }
}

pub fn method(slot: Slot, method: Method) -> Edit {
    Edit::SetMethod { slot, node: ROOT, method }
}

pub fn rounding(slot: Slot, rounding: Rounding) -> Edit {
    Edit::SetRounding { slot, node: ROOT, rounding }
}

pub fn kept(slot: Slot, kept: u64) -> Edit {
    Edit::SetKept { slot, node: ROOT, kept }
}

pub fn units_may_fall(slot: Slot) -> Edit {
    Edit::SetNoUnitBelowLast { slot, node: ROOT, on: false }
}

pub fn left_out(slot: Slot, units: &[u32]) -> Edit {
    Edit::SetLeftOut { slot, node: ROOT, units: units.iter().copied().map(UnitId).collect() }
}

pub fn lock(slot: Slot, unit: u32, people: u64) -> Edit {
    limit(slot, unit, Limit { lock: Some(people), ..Limit::default() })
}

pub fn floor(slot: Slot, unit: u32, people: u64) -> Edit {
    limit(slot, unit, Limit { floor: Some(Quantity::people(people)), ..Limit::default() })
}

pub fn ceiling(slot: Slot, unit: u32, people: u64) -> Edit {
    limit(slot, unit, Limit { ceiling: Some(Quantity::people(people)), ..Limit::default() })
}

pub fn limit(slot: Slot, unit: u32, limit: Limit) -> Edit {
    Edit::SetLimit { slot, unit: UnitId(unit), limit }
}

pub fn quantity(form: Form, value: &str) -> Quantity {
    let value = value.parse().expect("a decimal");
    Quantity { form, value, upper: None, qualifier: Qualifier::Exact }
}

/// One unit of a made-up province; what is `None` is missing.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub last: Option<u64>,
    pub base: Option<u64>,
    pub population: Option<u64>,
    pub limit: Limit,
    pub left_out: bool,
}

/// A made-up province that plans voluntary social insurance for 2023.
pub fn province(rows: &[Row], rule: impl FnOnce(&mut Rule), quantity: Quantity) -> Scenario {
    let ids = || (1..).map(UnitId).zip(rows);
    let column = |measure, year, read: fn(&Row) -> Option<u64>| Column {
        measure,
        year,
        scope: Scope::InProvince,
        provenance: Provenance::Entered,
        source: String::new(),
        note: String::new(),
        figures: ids().filter_map(|(id, row)| Some((id, read(row)?))).collect(),
    };
    let unit = |id: UnitId, kind, parent| Unit {
        id,
        code: String::new(),
        name: format!("Đơn vị {}", id.0),
        kind,
        parent,
    };
    let mut limits = Limits::default();
    for (id, row) in ids() {
        limits.set(SON_LA, id, row.limit.clone());
    }
    let mut own_rule = Rule {
        left_out: ids().filter(|(_, row)| row.left_out).map(|(id, _)| id).collect(),
        ..Rule::new(SON_LA, ROOT, Method::Lift)
    };
    rule(&mut own_rule);
    Scenario {
        id: ScenarioId("tinh".into()),
        name: "Tỉnh".into(),
        note: String::new(),
        origin: Origin::Own,
        units: [unit(ROOT, Kind::Province, None)]
            .into_iter()
            .chain(ids().map(|(id, _)| unit(id, Kind::District, Some(ROOT))))
            .collect(),
        customs: Vec::new(),
        facts: vec![
            column(Measure::Result(Indicator::VoluntarySi), 2022, |row| row.last),
            column(Measure::Base(Base::LabourForce), 2023, |row| row.base),
            column(Measure::Base(Base::Population), 2022, |row| row.population),
        ],
        targets: vec![Target {
            slot: SON_LA,
            issuer: Issuer::Own,
            scope: Scope::InProvince,
            quantity,
            provenance: Provenance::Entered,
            decision: Decision::default(),
            source: String::new(),
            used: true,
        }],
        rules: vec![own_rule],
        limits,
        claims: Vec::new(),
        road_maps: Vec::new(),
        bands: Bands::default(),
    }
}

/// A limit as users set them; `people` says about how many a unit has.
pub fn any_limit(people: u64) -> impl Strategy<Value = Limit> {
    let amount = move || {
        prop_oneof![
            4 => (0..=2 * people).prop_map(Quantity::people),
            1 => (0..1_500u32).prop_map(|tenths| quantity(Form::Rate, &format!("{}.{}", tenths / 10, tenths % 10))),
            1 => (-60..90i32).prop_map(|percent| quantity(Form::Growth, &percent.to_string())),
            1 => (0..=people).prop_map(|more| quantity(Form::Increase, &more.to_string())),
        ]
    };
    prop_oneof![
        6 => Just(Limit::default()),
        1 => amount().prop_map(|floor| Limit { floor: Some(floor), ..Limit::default() }),
        1 => amount().prop_map(|ceiling| Limit { ceiling: Some(ceiling), ..Limit::default() }),
        1 => (0..=2 * people).prop_map(|lock| Limit { lock: Some(lock), ..Limit::default() }),
        1 => (option::of(amount()), option::of(amount()), option::weighted(0.3, 0..=2 * people)).prop_map(
            |(floor, ceiling, lock)| Limit { floor, ceiling, lock, reason: String::new() }
        ),
    ]
}

fn any_row(people: u64) -> impl Strategy<Value = Row> {
    let figure = move |share| option::weighted(share, 0..=people);
    (figure(0.98), option::weighted(0.95, 0..=4 * people), figure(0.95), any_limit(people), 0..40u8).prop_map(
        |(last, base, population, limit, fate)| {
            // Mostly fewer insured than there are people.
            let base = if fate % 4 == 0 { base } else { base.map(|base| base.max(last.unwrap_or(0))) };
            Row { last, base, population, limit, left_out: fate == 1 }
        },
    )
}

/// A random province with so many units: any method, rounding and limits, feasible or not.
pub fn any_province(units: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Scenario> {
    let method = prop::sample::select(vec![
        Method::Lift,
        Method::LabourForce,
        Method::Population,
        Method::Gap,
        Method::Last,
        Method::Equal,
    ]);
    let rounding = prop::sample::select(BOTH.to_vec());
    let rows = prop_oneof![Just(12u64), Just(3_000), Just(10_000_000)]
        .prop_flat_map(move |people| vec(any_row(people), units.clone()));
    (rows, method, rounding, any::<bool>(), 40..220u64, prop_oneof![3 => Just(0), 1 => 0..90u64]).prop_map(
        |(rows, method, rounding, no_unit_below_last, percent, kept_percent)| {
            let last: u64 = rows.iter().filter(|row| !row.left_out).filter_map(|row| row.last).sum();
            let people = last * percent / 100 + percent % 7;
            let rule = |rule: &mut Rule| {
                rule.method = method;
                rule.rounding = rounding;
                rule.no_unit_below_last = no_unit_below_last;
                rule.kept = people * kept_percent / 100;
            };
            province(&rows, rule, Quantity::people(people))
        },
    )
}
