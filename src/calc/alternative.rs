//! What if: the same target under the other methods, or a larger target under the same one.

use super::node::{missing_measures, plan};
use super::terms::{UnitTerms, terms};
use super::{NodePlan, Outcome};
use crate::model::{Measure, Method, Quantity, Rule, Scenario, Slot, UnitId};

/// The same node under another method.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// The other method.
    pub method: Method,
    /// Its plan.
    pub plan: NodePlan,
}

/// The node's plan under every method whose figures are there, but the one in force.
#[must_use]
pub fn alternatives(scenario: &Scenario, slot: Slot, node: UnitId) -> Vec<Alternative> {
    let (Some(rule), Some(target)) = (scenario.rule(slot, node), scenario.target(slot)) else {
        return Vec::new();
    };
    Method::ALL
        .into_iter()
        .filter(|&method| method != rule.method)
        .map(|method| Alternative {
            method,
            plan: plan(scenario, &with_method(rule, method), &target.quantity),
        })
        .filter(|other| other.plan.outcome != Outcome::NotSplit)
        .collect()
}

/// What the method lacks at this node: the figures, and the units that lack them. Both empty if nothing.
#[must_use]
pub fn missing_for(
    scenario: &Scenario,
    slot: Slot,
    node: UnitId,
    method: Method,
) -> (Vec<Measure>, Vec<UnitId>) {
    let Some(rule) = scenario.rule(slot, node) else { return (Vec::new(), Vec::new()) };
    let rule = with_method(rule, method);
    let all = terms(scenario, &rule);
    let units = all.iter().filter(|unit| unit.is_missing()).map(|unit: &UnitTerms| unit.unit).collect();
    (missing_measures(&rule, &all), units)
}

/// The node's plan with another target, before it is decided.
#[must_use]
pub fn with_target(scenario: &Scenario, slot: Slot, node: UnitId, quantity: &Quantity) -> Option<NodePlan> {
    Some(plan(scenario, scenario.rule(slot, node)?, quantity))
}

/// The node's plan with its target raised by `more` people.
#[must_use]
pub fn with_more(scenario: &Scenario, slot: Slot, node: UnitId, more: u64) -> Option<NodePlan> {
    let rule = scenario.rule(slot, node)?;
    let target = plan(scenario, rule, &scenario.target(slot)?.quantity).target?;
    Some(plan(scenario, rule, &Quantity::people(target.checked_add(more)?)))
}

fn with_method(rule: &Rule, method: Method) -> Rule {
    Rule { method, ..rule.clone() }
}
