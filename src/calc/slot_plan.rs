//! One indicator and year at every level, with the way to each unit's line.

use super::levels::{Instead, Levels};
use super::road_map;
use super::tree::Tree;
use super::{NodePlan, UnitPlan};
use crate::model::{Scenario, Slot, UnitId};

/// The plans of the province and of every node below it that takes part, for one indicator and year.
#[derive(Clone, Debug, PartialEq)]
pub struct SlotPlan {
    /// The province first, then level by level; never empty.
    nodes: Vec<NodePlan>,
    /// Where each node stands in `nodes`, sorted by unit.
    places: Vec<(UnitId, usize)>,
    /// Where each unit's line stands, as node and place in its units, sorted by unit.
    lines: Vec<(UnitId, usize, usize)>,
}

impl SlotPlan {
    fn of(nodes: Vec<NodePlan>) -> Option<Self> {
        nodes.first()?;
        let mut places: Vec<_> = nodes.iter().enumerate().map(|(place, node)| (node.node, place)).collect();
        let lines_of = |(place, node): (usize, &NodePlan)| {
            node.units
                .iter()
                .enumerate()
                .map(move |(line, unit)| (unit.unit, place, line))
                .collect::<Vec<_>>()
        };
        let mut lines: Vec<_> = nodes.iter().enumerate().flat_map(lines_of).collect();
        places.sort_unstable();
        lines.sort_unstable();
        Some(Self { nodes, places, lines })
    }

    /// All nodes: the province first, then level by level.
    #[must_use]
    pub fn nodes(&self) -> &[NodePlan] {
        &self.nodes
    }

    /// The province's own plan.
    #[must_use]
    pub fn province(&self) -> &NodePlan {
        &self.nodes[0]
    }

    /// The plan of a node; `None` for a unit without others below it, or one that takes no part.
    #[must_use]
    pub fn node(&self, unit: UnitId) -> Option<&NodePlan> {
        let place = self.places.binary_search_by_key(&unit, |&(unit, _)| unit).ok()?;
        self.nodes.get(self.places[place].1)
    }

    /// A unit's line, with the plan of the node that shares out to it.
    #[must_use]
    pub fn line(&self, unit: UnitId) -> Option<(&NodePlan, &UnitPlan)> {
        let place = self.lines.binary_search_by_key(&unit, |&(unit, _, _)| unit).ok()?;
        let (_, node, line) = self.lines[place];
        let node = self.nodes.get(node)?;
        Some((node, node.units.get(line)?))
    }
}

/// The plans at every level for one indicator and year, the same as in [`super::derive()`]; `None` without a target
/// in use or worked out by a road map.
#[must_use]
pub fn derive_slot(scenario: &Scenario, slot: Slot) -> Option<SlotPlan> {
    let scenario = &*road_map::ahead_of(scenario, slot);
    let tree = Tree::of(scenario)?;
    SlotPlan::of(Levels::of(scenario, slot, &tree, Instead::default())?.plans())
}
