//! Scenarios to try things on: the examples edited, random provinces, and their terms worked out again.

use bao_phu::calc::{NodePlan, derive};
use bao_phu::edit::{Draft, Edit};
use bao_phu::model::{
    Base, Column, Form, Indicator, Issuer, Kind, Limit, Limits, Measure, Method, Origin, Provenance,
    Qualifier, Quantity, Rounding, Rule, Scenario, ScenarioId, Scope, Slot, Target, Unit, UnitId,
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
        slot: SON_LA,
        node: ROOT,
        method: Method::Lift,
        rounding: Rounding::CommonLevel,
        kept: 0,
        no_unit_below_last: true,
        left_out: ids().filter(|(_, row)| row.left_out).map(|(id, _)| id).collect(),
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
            source: String::new(),
            used: true,
        }],
        rules: vec![own_rule],
        limits,
    }
}

/// A limit as users set them; `people` says about how many a unit has.
fn any_limit(people: u64) -> impl Strategy<Value = Limit> {
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

/// One unit's terms (people), worked out from the document and the rules alone.
#[derive(Clone, Debug)]
pub struct Terms {
    pub unit: UnitId,
    pub last: Option<u64>,
    pub start: Option<u64>,
    pub weight: Option<u64>,
    pub floor: u64,
    pub ceiling: Option<u64>,
    pub locked: bool,
}

impl Terms {
    /// `people`, moved between the limits.
    pub fn clamp(&self, people: i128) -> i128 {
        self.ceiling.map_or(people, |ceiling| people.min(ceiling.into())).max(self.floor.into())
    }

    pub fn least(&self) -> i128 {
        self.clamp(self.start.unwrap_or(0).into())
    }

    /// The most at any level, `None` without bound.
    pub fn most(&self) -> Option<i128> {
        if self.weight.unwrap_or(0) == 0 {
            return Some(self.least());
        }
        self.ceiling.map(|ceiling| i128::from(ceiling).max(self.floor.into()))
    }
}

fn figure(
    scenario: &Scenario,
    measures: &[Measure],
    years: impl Iterator<Item = u16>,
    unit: UnitId,
) -> Option<u64> {
    years.flat_map(|year| measures.iter().map(move |&measure| (measure, year))).find_map(|(measure, year)| {
        scenario.columns(measure, year, Scope::InProvince).find_map(|column| column.figure(unit))
    })
}

/// The terms of the units that take part, in document order, with the decrease rule where it applies.
/// `None` where a figure the method needs is missing or the target is not known.
pub fn terms(scenario: &Scenario, slot: Slot) -> Option<Vec<Terms>> {
    let rule = scenario.rule(slot, ROOT)?;
    let mut all: Vec<Terms> = scenario
        .children(ROOT)
        .filter(|unit| !rule.left_out.contains(&unit.id))
        .map(|unit| unit_terms(scenario, rule, unit.id))
        .collect();
    if all.iter().any(|unit| !unit.locked && (unit.start.is_none() || unit.weight.is_none())) {
        return None;
    }
    let total = i128::from(node(scenario, slot).target?.saturating_sub(rule.kept));
    let starts_from_last = !matches!(rule.method, Method::Lift | Method::Last);
    if starts_from_last && !rule.no_unit_below_last && total < all.iter().map(Terms::least).sum() {
        for unit in &mut all {
            (unit.start, unit.weight) = (Some(0), unit.last);
        }
    }
    Some(all)
}

fn unit_terms(scenario: &Scenario, rule: &Rule, unit: UnitId) -> Terms {
    let Slot { indicator, year } = rule.slot;
    let results = [Measure::Result(indicator), Measure::Estimate(indicator)];
    let last = figure(scenario, &results, year.checked_sub(1).into_iter(), unit);
    let base = |base| figure(scenario, &[Measure::Base(base)], (0..=year).rev().take(5), unit);
    let own_base = base(indicator.base());
    let (start, weight) = match rule.method {
        Method::Lift => (Some(0), own_base),
        Method::Last => (Some(0), last),
        Method::Population => (last, base(Base::Population)),
        Method::LabourForce => (last, base(Base::LabourForce)),
        Method::Liable => (last, base(Base::Liable)),
        Method::Gap => (last, own_base.zip(last).map(|(base, last)| base.saturating_sub(last))),
        Method::Equal => (last, Some(1)),
    };
    let default_floor = if rule.no_unit_below_last { last.unwrap_or(0) } else { 0 };
    let default_ceiling = own_base.map(|base| base.max(last.unwrap_or(0)));
    let limit = scenario.limits.get(rule.slot, unit).cloned().unwrap_or_default();
    let own_floor = limit.floor.and_then(|floor| floor.floor(own_base, last));
    let own_ceiling = limit.ceiling.and_then(|ceiling| ceiling.ceiling(own_base, last));
    // A default gives way to a limit the user sets.
    let floor =
        own_floor.unwrap_or_else(|| own_ceiling.map_or(default_floor, |ceiling| default_floor.min(ceiling)));
    let ceiling = own_ceiling.or(default_ceiling).map(|ceiling| ceiling.max(floor));
    let (floor, ceiling) = limit.lock.map_or((floor, ceiling), |lock| (lock, Some(lock)));
    Terms { unit, last, start, weight, floor, ceiling, locked: limit.lock.is_some() }
}
