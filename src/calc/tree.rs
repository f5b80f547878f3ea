//! The unit tree as ranks: who stands below whom, level by level.

use std::ops::Range;

use crate::model::{Scenario, UnitId};

/// The units that hang on the root. A unit's place here is its *rank*: the root is 0, every child has a larger rank
/// than its parent, and siblings stand together, in document order.
pub(super) struct Tree {
    units: Vec<UnitId>,
    /// By rank; the root stands for its own parent.
    parents: Vec<usize>,
    /// By rank.
    children: Vec<Range<usize>>,
    /// The ranks of the nodes, ascending.
    nodes: Vec<usize>,
}

impl Tree {
    /// The tree of the scenario's units; `None` without a root. Units that do not hang on the root are not in it.
    pub fn of(scenario: &Scenario) -> Option<Self> {
        let root = scenario.units.iter().position(|unit| unit.parent.is_none())?;
        let below = Below::of(scenario);
        // Level by level: every unit reached appends its children, and comes up for its own later.
        let mut order = vec![root];
        let mut parents = vec![0];
        let mut children: Vec<Range<usize>> = Vec::with_capacity(scenario.units.len());
        while let Some(&unit) = order.get(children.len()) {
            let first = order.len();
            order.extend_from_slice(below.children(unit));
            parents.resize(order.len(), children.len());
            children.push(first..order.len());
        }
        let is_node = |rank: &usize| *rank == 0 || !children[*rank].is_empty();
        Some(Self {
            nodes: (0..order.len()).filter(is_node).collect(),
            units: order.into_iter().map(|place| scenario.units[place].id).collect(),
            parents,
            children,
        })
    }

    /// How many units there are; at least 1.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// The unit of this rank.
    pub fn unit(&self, rank: usize) -> UnitId {
        self.units[rank]
    }

    /// The ranks of its children.
    pub fn children(&self, rank: usize) -> Range<usize> {
        self.children[rank].clone()
    }

    /// The ranks of the nodes: the root, and all units with children. A node's place in this list is its *place*.
    pub fn nodes(&self) -> &[usize] {
        &self.nodes
    }

    /// The place of the node of this rank; `None` for a unit without children.
    pub fn place(&self, rank: usize) -> Option<usize> {
        self.nodes.binary_search(&rank).ok()
    }

    /// The place of the node with this id.
    pub fn place_of(&self, unit: UnitId) -> Option<usize> {
        self.nodes.iter().position(|&rank| self.units[rank] == unit)
    }

    /// The place of the node above; the root's own for the root.
    pub fn place_above(&self, place: usize) -> usize {
        self.place(self.parents[self.nodes[place]]).unwrap_or(0)
    }
}

/// The children of every unit, as places in the document, one unit's after the other's.
struct Below {
    list: Vec<usize>,
    /// Where each unit's children begin, and the end.
    starts: Vec<usize>,
}

impl Below {
    fn of(scenario: &Scenario) -> Self {
        let units = &scenario.units;
        let mut ids: Vec<(UnitId, usize)> =
            (units.iter().enumerate()).map(|(place, unit)| (unit.id, place)).collect();
        ids.sort_unstable();
        let place_of = |wanted: UnitId| -> Option<usize> {
            let &(id, place) = ids.get(ids.partition_point(|&(id, _)| id < wanted))?;
            (id == wanted).then_some(place)
        };
        let parents: Vec<Option<usize>> = units.iter().map(|unit| place_of(unit.parent?)).collect();
        let mut starts = vec![0; units.len() + 1];
        parents.iter().flatten().for_each(|&parent| starts[parent + 1] += 1);
        for place in 0..units.len() {
            starts[place + 1] += starts[place];
        }
        let mut next = starts.clone();
        let mut list = vec![0; starts[units.len()]];
        for (place, parent) in parents.iter().enumerate() {
            if let Some(parent) = *parent {
                list[next[parent]] = place;
                next[parent] += 1;
            }
        }
        Self { list, starts }
    }

    fn children(&self, place: usize) -> &[usize] {
        &self.list[self.starts[place]..self.starts[place + 1]]
    }
}
