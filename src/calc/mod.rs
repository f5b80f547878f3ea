//! From the scenario to the plan: pure, exact mathematics.
//!
//! [`derive()`] is total: it always answers with a plan, and what could not be done is a [`Finding`] in it.
//! This module knows no language, no storage and no browser; [`Ledger`]s and findings are data that `text`
//! puts into words.

mod alternative;
pub mod cascade;
mod cure;
mod finding;
mod ledger;
mod node;
mod plan;
mod series;
pub mod split;
mod terms;

pub use alternative::{Alternative, alternatives, missing_for, with_more, with_target};
pub use finding::{Finding, Severity};
pub use ledger::{Amount, Cell, Label, Ledger, LevelUnit, Line, Row, Sign, Why, common_level, explain};
pub use node::derive_node;
pub use plan::{Difficulty, Figure, NodePlan, Outcome, Plan, Standing, UnitPlan};

use crate::model::Scenario;

/// Derives the whole plan: one [`NodePlan`] for every indicator and year that has a target in use.
///
/// Total and deterministic: the same scenario gives the same plan, and nothing else goes in.
#[must_use]
pub fn derive(scenario: &Scenario) -> Plan {
    let Some(root) = scenario.root() else {
        return Plan { nodes: Vec::new() };
    };
    Plan { nodes: scenario.slots().filter_map(|slot| derive_node(scenario, slot, root.id)).collect() }
}
