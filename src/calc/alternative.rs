//! What if: the same target under the other methods, or a larger target under the same one.

use super::levels::Instead;
use super::road_map::ahead_of;
use super::{NodePlan, Outcome, derive_node, node_instead};
use crate::model::{Method, Quantity, Rule, Scenario, Slot, UnitId};

/// The same node under another method.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// The other method.
    pub method: Method,
    /// Its plan.
    pub plan: NodePlan,
}

/// The node's plan under every method of [`Method::ALL`] whose figures are there, but the one in force. Nodes below that
/// have no rule of their own go by that method too.
#[must_use]
pub fn alternatives(scenario: &Scenario, slot: Slot, node: UnitId) -> Vec<Alternative> {
    let scenario = &*ahead_of(scenario, slot);
    let Some(rule) = scenario.rule_in_force(slot, node) else { return Vec::new() };
    Method::ALL
        .into_iter()
        .filter(|&method| method != rule.method)
        .filter_map(|method| {
            let other = with_method(&rule, method);
            let instead = Instead { rule: Some(&other), ..Instead::default() };
            Some(Alternative { method, plan: node_instead(scenario, slot, node, instead)? })
        })
        .filter(|other| other.plan.outcome != Outcome::NotSplit)
        .collect()
}

/// The node's plan with another target of the province, before it is decided.
#[must_use]
pub fn with_target(scenario: &Scenario, slot: Slot, node: UnitId, quantity: &Quantity) -> Option<NodePlan> {
    node_instead(scenario, slot, node, Instead { quantity: Some(quantity), ..Instead::default() })
}

/// The node's plan with the target of the province raised by `more` people.
#[must_use]
pub fn with_more(scenario: &Scenario, slot: Slot, node: UnitId, more: u64) -> Option<NodePlan> {
    let target = derive_node(scenario, slot, scenario.root()?.id)?.target?;
    with_target(scenario, slot, node, &Quantity::people(target.checked_add(more)?))
}

fn with_method(rule: &Rule, method: Method) -> Rule {
    Rule { method, ..rule.clone() }
}
