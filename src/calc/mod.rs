//! From the scenario to the plan: pure, exact mathematics.
//!
//! [`derive()`] is total: it always answers with a plan, and what could not be done is a [`Finding`] in it.
//! This module knows no language, no storage and no browser; [`Ledger`]s and findings are data that `text`
//! puts into words.

mod alternative;
pub mod cascade;
pub mod check;
pub mod compare;
mod cure;
mod difficulty;
mod figures;
mod finding;
mod fulfilment;
mod known;
mod ledger;
mod levels;
pub mod matrix;
mod mix_shares;
mod mixture;
mod negotiate;
mod node;
pub mod period;
mod plan;
mod progress;
mod prospect;
mod road_map;
mod series;
mod slot_plan;
pub mod split;
mod terms;
mod tree;

pub use alternative::{Alternative, alternatives, with_more, with_target};
pub use check::{DocumentFinding, Review, review};
pub use difficulty::{Difficulty, Yardstick, difficulty};
pub use finding::{Finding, Severity};
pub use fulfilment::Fulfilment;
pub use known::{Known, known};
pub use ledger::{
    Amount, Cell, Label, Ledger, LevelUnit, Line, PeriodLabel, Row, Sign, Why, common_level, explain,
    explain_period,
};
pub use mix_shares::{possible_shares, with_driver, with_share, without_driver};
pub use mixture::MixTerm;
pub use negotiate::{Moved, NegotiateError, Preview, Request, Takers, negotiate};
pub use plan::{Figure, NodePlan, Outcome, Plan, Standing, UnitPlan};
pub use progress::{Flow, Pace, Progress, equal_stock_path, progress};
pub use prospect::{
    Compared, Lack, Prospect, Prospects, drivers, first_mix, lack_of, lack_of_driver, offered, prospects,
};
pub use road_map::{PartSum, RoadMapOverview, RoadMapPlan, RoadMapYear, YearWhy};
pub use slot_plan::{SlotPlan, derive_slot};

use crate::model::{Indicator, Scenario, Slot, UnitId};
use levels::{Instead, Levels};
use tree::Tree;

/// Derives the whole plan: for every indicator and year that has a target in use, or one that a road map works
/// out, a [`NodePlan`] of the province and of every node below it that takes part; and the [`Review`] of the document.
///
/// Total and deterministic: the same scenario gives the same plan, and nothing else goes in.
#[must_use]
pub fn derive(scenario: &Scenario) -> Plan {
    let Some(tree) = Tree::of(scenario) else {
        return Plan { nodes: Vec::new(), review: Review::default() };
    };
    let nodes = if scenario.road_maps.is_empty() {
        scenario.slots().flat_map(|slot| plans_as_is(scenario, slot, &tree)).collect()
    } else {
        road_map::derive_ahead(scenario, &tree)
    };
    let review = review(scenario, &nodes);
    Plan { nodes, review }
}

/// How every row of the targets fares, the same as in the [`Review`]. `nodes`: the plans whose share of each row
/// is wanted, as many as there are.
#[must_use]
pub fn fulfilments(scenario: &Scenario, nodes: &[NodePlan]) -> Vec<Fulfilment> {
    fulfilment::fulfilments(scenario, &check::Figures::new(scenario), nodes)
}

/// An indicator's road map with its reasons, parts and sums; `None` without one.
#[must_use]
pub fn road_map(scenario: &Scenario, indicator: Indicator) -> Option<RoadMapOverview> {
    road_map::overview(scenario, indicator)
}

/// The people of an indicator insured in other provinces at the end of the year before the slot's, as far as they
/// are known: a target that counts them keeps them at the province, since no unit can act on them.
#[must_use]
pub fn elsewhere(scenario: &Scenario, slot: Slot) -> Option<u64> {
    check::Figures::new(scenario).elsewhere(slot)
}

/// The plans of all nodes for an indicator and year, from what stands in the scenario, without looking at road maps.
fn plans_as_is(scenario: &Scenario, slot: Slot, tree: &Tree) -> Vec<NodePlan> {
    Levels::of(scenario, slot, tree, Instead::default()).map(|levels| levels.plans()).unwrap_or_default()
}

/// The plan of one node for an indicator and year, the same as in [`derive()`]; `None` without a target in use or
/// worked out by a road map, without units below the node, or where it takes no part.
#[must_use]
pub fn derive_node(scenario: &Scenario, slot: Slot, node: UnitId) -> Option<NodePlan> {
    node_instead(scenario, slot, node, Instead::default())
}

/// The node's plan with something else tried in place of what the scenario says.
fn node_instead(scenario: &Scenario, slot: Slot, node: UnitId, instead: Instead<'_>) -> Option<NodePlan> {
    let scenario = &*road_map::ahead_of(scenario, slot);
    let tree = Tree::of(scenario)?;
    let levels = Levels::of(scenario, slot, &tree, instead)?;
    levels.plan(tree.place_of(node)?)
}
