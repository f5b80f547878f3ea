//! From the scenario to the plan: pure, exact mathematics.
//!
//! [`derive()`] is total: it always answers with a plan, and what could not be done is a [`Finding`] in it.
//! This module knows no language, no storage and no browser; [`Ledger`]s and findings are data that `text`
//! puts into words.

mod alternative;
pub mod cascade;
mod cure;
mod figures;
mod finding;
mod ledger;
mod levels;
mod mixture;
mod node;
mod plan;
mod series;
pub mod split;
mod terms;
mod tree;

pub use alternative::{Alternative, alternatives, missing_for, with_more, with_target};
pub use finding::{Finding, Severity};
pub use ledger::{Amount, Cell, Label, Ledger, LevelUnit, Line, Row, Sign, Why, common_level, explain};
pub use mixture::MixTerm;
pub use plan::{Difficulty, Figure, NodePlan, Outcome, Plan, Standing, UnitPlan};

use crate::model::{Scenario, Slot, UnitId};
use levels::{Instead, Levels};
use tree::Tree;

/// Derives the whole plan: for every indicator and year that has a target in use, a [`NodePlan`] of the
/// province and of every node below it that takes part.
///
/// Total and deterministic: the same scenario gives the same plan, and nothing else goes in.
#[must_use]
pub fn derive(scenario: &Scenario) -> Plan {
    let Some(tree) = Tree::of(scenario) else {
        return Plan { nodes: Vec::new() };
    };
    let levels = |slot| Levels::of(scenario, slot, &tree, Instead::default());
    Plan { nodes: scenario.slots().filter_map(levels).flat_map(|levels| levels.plans()).collect() }
}

/// The plan of one node for an indicator and year, the same as in [`derive()`]; `None` without a target in use, without
/// units below the node, or where it takes no part.
#[must_use]
pub fn derive_node(scenario: &Scenario, slot: Slot, node: UnitId) -> Option<NodePlan> {
    node_instead(scenario, slot, node, Instead::default())
}

/// The node's plan with something else tried in place of what the scenario says.
fn node_instead(scenario: &Scenario, slot: Slot, node: UnitId, instead: Instead<'_>) -> Option<NodePlan> {
    let tree = Tree::of(scenario)?;
    let levels = Levels::of(scenario, slot, &tree, instead)?;
    levels.plan(tree.place_of(node)?)
}
