//! What every method that can be chosen would come to at a node, and what those lack that cannot.

use super::levels::{Instead, Levels};
use super::node::missing_measures;
use super::road_map::ahead_of;
use super::terms::UnitTerms;
use super::tree::Tree;
use super::{NodePlan, Outcome};
use crate::model::{Base, Driver, Measure, Method, MixPart, Rule, Scenario, Slot, UnitId};

/// Beyond so many units in the document nothing is tried out: only what is lacking is told.
const MOST_UNITS_TRIED: usize = 400;

/// What a method or a driver cannot do without, and who lacks it. Both are empty where nothing is lacking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lack {
    /// The figures.
    pub measures: Vec<Measure>,
    /// The units that lack one of them.
    pub units: Vec<UnitId>,
}

impl Lack {
    /// Nothing is lacking.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.units.is_empty()
    }
}

/// What is compared of the units under one method and the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compared {
    /// What each gets more, or less, than last year.
    #[default]
    Change,
    /// What each gets: some have no figure of last year.
    Given,
}

/// One method that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// The method.
    pub method: Method,
    /// What it lacks.
    pub lack: Lack,
    /// What the children would get by it, or get more (people), in document order; `None` for one that gets
    /// nothing by choice. Empty where the method lacks figures or nothing was tried out.
    pub people: Vec<Option<i128>>,
}

/// All that can be chosen at a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prospects {
    /// What [`Prospect::people`] says.
    pub compared: Compared,
    /// The methods, in the order they are offered.
    pub methods: Vec<Prospect>,
    /// What can be mixed, in the order it is offered, with what each lacks.
    pub drivers: Vec<(Driver, Lack)>,
}

impl Prospects {
    /// What a driver of a mix lacks.
    #[must_use]
    pub fn lack_of_driver(&self, driver: Driver) -> Option<&Lack> {
        self.drivers.iter().find(|(offered, _)| *offered == driver).map(|(_, lack)| lack)
    }
}

/// The methods a scenario offers: those that need nothing but figures, the mix, and the user's own series.
pub fn offered(scenario: &Scenario) -> impl Iterator<Item = Method> {
    let customs = scenario.customs.iter().map(|series| Method::Custom(series.id));
    Method::ALL.into_iter().chain([Method::Mix]).chain(customs)
}

/// What every method the scenario offers would come to at this node, that in force included.
#[must_use]
pub fn prospects(scenario: &Scenario, slot: Slot, node: UnitId) -> Prospects {
    let scenario = &*ahead_of(scenario, slot);
    let Some(rule) = scenario.rule_in_force(slot, node) else { return Prospects::default() };
    let is_tried = scenario.units.len() <= MOST_UNITS_TRIED;
    let tried: Vec<(Method, Lack, Option<NodePlan>)> = offered(scenario)
        .map(|method| {
            let rule = by_method(scenario, &rule, method);
            let (lack, plan) = try_rule(scenario, &rule, is_tried).unwrap_or_default();
            (method, lack, plan.filter(|plan| plan.outcome != Outcome::NotSplit))
        })
        .collect();
    let compared = compared(tried.iter().filter_map(|(_, _, plan)| plan.as_ref()));
    let prospect = |(method, lack, plan): (Method, Lack, Option<NodePlan>)| {
        let people = plan.map(|plan| people(&plan, compared)).unwrap_or_default();
        Prospect { method, lack, people }
    };
    let lacking = |driver| (driver, lack_under(scenario, &by_driver(&rule, driver)).unwrap_or_default());
    Prospects {
        compared,
        methods: tried.into_iter().map(prospect).collect(),
        drivers: drivers(scenario, slot).map(lacking).collect(),
    }
}

/// What the method lacks at this node.
#[must_use]
pub fn lack_of(scenario: &Scenario, slot: Slot, node: UnitId, method: Method) -> Lack {
    let scenario = &*ahead_of(scenario, slot);
    let rule = scenario.rule_in_force(slot, node).map(|rule| by_method(scenario, &rule, method));
    rule.and_then(|rule| lack_under(scenario, &rule)).unwrap_or_default()
}

/// What a driver of a mix lacks at this node.
#[must_use]
pub fn lack_of_driver(scenario: &Scenario, slot: Slot, node: UnitId, driver: Driver) -> Lack {
    let scenario = &*ahead_of(scenario, slot);
    let rule = scenario.rule_in_force(slot, node).map(|rule| by_driver(&rule, driver));
    rule.and_then(|rule| lack_under(scenario, &rule)).unwrap_or_default()
}

/// The drivers a scenario can mix, the indicator's base and the people not yet insured first.
pub fn drivers(scenario: &Scenario, slot: Slot) -> impl Iterator<Item = Driver> {
    let base = slot.indicator.base();
    let bases =
        [Base::LabourForce, Base::Population, Base::Liable].into_iter().filter(move |other| *other != base);
    let customs = scenario.customs.iter().map(|series| Driver::Custom(series.id));
    [Driver::Base(base), Driver::Gap, Driver::Last]
        .into_iter()
        .chain(bases.map(Driver::Base))
        .chain([Driver::Equal])
        .chain(customs)
}

/// The mix a node begins with: the one it kept, else half and half of the first two drivers that lack nothing, the
/// only one where there are no two, and equal parts where there is none.
#[must_use]
pub fn first_mix(scenario: &Scenario, slot: Slot, node: UnitId) -> Vec<MixPart> {
    let scenario = &*ahead_of(scenario, slot);
    scenario.rule_in_force(slot, node).map(|rule| mix_to_begin_with(scenario, &rule)).unwrap_or_default()
}

fn mix_to_begin_with(scenario: &Scenario, rule: &Rule) -> Vec<MixPart> {
    if !rule.mix.is_empty() {
        return rule.mix.clone();
    }
    let lacks_nothing =
        |driver: &Driver| lack_under(scenario, &by_driver(rule, *driver)).is_some_and(|lack| lack.is_none());
    let ready: Vec<Driver> = drivers(scenario, rule.slot).filter(lacks_nothing).take(2).collect();
    let parts: &[(Driver, u16)] = match *ready.as_slice() {
        [one, two, ..] => &[(one, 500), (two, 500)],
        [one] => &[(one, 1_000)],
        [] => &[(Driver::Equal, 1_000)],
    };
    parts.iter().map(|&(driver, per_mille)| MixPart { driver, per_mille }).collect()
}

/// The rule by another method; a mix begins with what it can.
fn by_method(scenario: &Scenario, rule: &Rule, method: Method) -> Rule {
    let mix = if method == Method::Mix { mix_to_begin_with(scenario, rule) } else { rule.mix.clone() };
    Rule { method, mix, ..rule.clone() }
}

/// The rule by this driver alone.
fn by_driver(rule: &Rule, driver: Driver) -> Rule {
    let whole = MixPart { driver, per_mille: 1_000 };
    Rule { method: Method::Mix, mix: vec![whole], ..rule.clone() }
}

fn lack_under(scenario: &Scenario, rule: &Rule) -> Option<Lack> {
    try_rule(scenario, rule, false).map(|(lack, _)| lack)
}

/// What the rule lacks at its node and, where that is nothing and it is asked for, the plan it leads to.
fn try_rule(scenario: &Scenario, rule: &Rule, with_plan: bool) -> Option<(Lack, Option<NodePlan>)> {
    let tree = Tree::of(scenario)?;
    let instead = Instead { rule: Some(rule), ..Instead::default() };
    let levels = Levels::of(scenario, rule.slot, &tree, instead)?;
    let place = tree.place_of(rule.node)?;
    let all = &levels.nodes[place].terms;
    let units = all.iter().filter(|unit| unit.is_missing()).map(|unit: &UnitTerms| unit.unit).collect();
    let lack = Lack { measures: missing_measures(rule, all), units };
    let plan = (with_plan && lack.is_none()).then(|| levels.plan(place)).flatten();
    Some((lack, plan))
}

/// The change, unless a unit that gets something has no figure to compare it with.
fn compared<'a>(mut plans: impl Iterator<Item = &'a NodePlan>) -> Compared {
    let has_last =
        |plan: &NodePlan| plan.units.iter().all(|unit| unit.given.is_none() || unit.last.is_some());
    if plans.all(has_last) { Compared::Change } else { Compared::Given }
}

fn people(plan: &NodePlan, compared: Compared) -> Vec<Option<i128>> {
    let of = |unit: &super::UnitPlan| match compared {
        Compared::Change => unit.standing().change(),
        Compared::Given => unit.given.map(i128::from),
    };
    plan.units.iter().map(of).collect()
}
