//! A tree of nodes with their terms, as plain data.

use std::ops::Range;

use crate::calc::split::{Bounds, RoundingRule, Weight};

/// One node's terms. Everything but the parent may be left at its default: `Node { parent, ..Node::default() }`.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// Position of its parent in the list of nodes; `None` is the root.
    pub parent: Option<usize>,
    /// What it has before anything is shared out (people); `None` is the sum of its children, 0 without any.
    pub start: Option<u64>,
    /// Its part of what its parent shares out; `None` is the sum of its children's weights, 0 without any.
    pub weight: Option<Weight>,
    /// The least the user lets it get (people), what it keeps included.
    pub floor: Option<u64>,
    /// The most the user lets it get (people), what it keeps included.
    pub ceiling: Option<u64>,
    /// What the user fixed it at (people), what it keeps included; replaces every other limit.
    pub lock: Option<u64>,
    /// Limits nobody set, such as no unit below last. They give way to the user's and to what lies below the node.
    pub defaults: Bounds,
    /// People it keeps and does not hand down.
    pub kept: u64,
    /// How its children's parts are rounded; `None` is as at its parent.
    pub rounding: Option<RoundingRule>,
    /// Its children may fall below their starts: where it has fewer people than they start from, they start from
    /// nothing and weigh [`Self::falling_weight`].
    pub may_fall: bool,
    /// Its weight while it and its siblings fall; `None` is the sum of its children's, 0 without any. Where it starts
    /// from more than 0 this is to be more than 0 too, such as last year's result for both.
    pub falling_weight: Option<Weight>,
    /// It has nobody but its children to give to. Without children and without this a node takes its people itself.
    pub only_hands_down: bool,
}

/// Nodes that form one tree. Siblings stand in the order of the list, which breaks ties.
#[derive(Clone, Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    /// Positions in `nodes`, level by level from the root; siblings stand together. A place here is a *rank*.
    order: Vec<usize>,
    /// The rank of every node.
    ranks: Vec<usize>,
    /// By rank: the ranks of the node's children.
    children: Vec<Range<usize>>,
}

/// Why nodes do not form one tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TreeFault {
    /// No node is without a parent (or there are no nodes at all).
    #[error("no node is the root")]
    NoRoot,
    /// A second node is without a parent.
    #[error("node {node} is a second root")]
    SecondRoot {
        /// Its position.
        node: usize,
    },
    /// A node's parent is not in the list.
    #[error("the parent of node {node} does not exist")]
    Orphan {
        /// Its position.
        node: usize,
    },
    /// A node is its own ancestor, or below one that is.
    #[error("node {node} does not hang on the root")]
    Cycle {
        /// Its position.
        node: usize,
    },
}

impl Tree {
    /// The tree of `nodes`, which may stand in any order.
    ///
    /// # Errors
    /// [`TreeFault`] names the first node that is out of place.
    pub fn new(nodes: Vec<Node>) -> Result<Self, TreeFault> {
        let root = root(&nodes)?;
        let below = children(&nodes);
        let mut order = vec![root];
        let mut ranges = Vec::with_capacity(nodes.len());
        // Level by level: every node reached appends its children, and comes up for its own later.
        while let Some(&node) = order.get(ranges.len()) {
            let first = order.len();
            order.extend(&below.list[below.of(node)]);
            ranges.push(first..order.len());
        }
        let mut ranks = vec![None; nodes.len()];
        order.iter().enumerate().for_each(|(rank, &node)| ranks[node] = Some(rank));
        if let Some(node) = ranks.iter().position(Option::is_none) {
            return Err(TreeFault::Cycle { node });
        }
        let ranks = ranks.into_iter().flatten().collect();
        Ok(Self { nodes, order, ranks, children: ranges })
    }

    /// The nodes, in the order they were given.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The positions of the children of the node at this position, siblings in the order of the list.
    ///
    /// # Panics
    /// Where there is no such node.
    #[must_use]
    pub fn children_of(&self, node: usize) -> &[usize] {
        &self.order[self.children[self.ranks[node]].clone()]
    }

    /// How many nodes there are; never 0.
    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// The position of the node of this rank.
    pub(super) fn position(&self, rank: usize) -> usize {
        self.order[rank]
    }

    /// The rank of every node, in the order of the list.
    pub(super) fn ranks(&self) -> &[usize] {
        &self.ranks
    }

    /// The node of this rank.
    pub(super) fn node(&self, rank: usize) -> &Node {
        &self.nodes[self.order[rank]]
    }

    /// The ranks of the children of the node of this rank: all larger than its own.
    pub(super) fn children(&self, rank: usize) -> Range<usize> {
        self.children[rank].clone()
    }
}

impl Node {
    /// Has nobody to give to but itself: a leaf that takes people.
    pub(super) fn takes_people(&self, children: &Range<usize>) -> bool {
        children.is_empty() && !self.only_hands_down
    }
}

/// The one node without a parent; every other has one that exists.
fn root(nodes: &[Node]) -> Result<usize, TreeFault> {
    let mut root = None;
    for (node, parent) in nodes.iter().map(|node| node.parent).enumerate() {
        match parent {
            None if root.is_some() => return Err(TreeFault::SecondRoot { node }),
            None => root = Some(node),
            Some(parent) if parent >= nodes.len() => return Err(TreeFault::Orphan { node }),
            Some(_) => {}
        }
    }
    root.ok_or(TreeFault::NoRoot)
}

/// The children of every node, one after the other.
struct Children {
    list: Vec<usize>,
    /// Where each node's children begin, and the end.
    starts: Vec<usize>,
}

impl Children {
    fn of(&self, node: usize) -> Range<usize> {
        self.starts[node]..self.starts[node + 1]
    }
}

/// The children of every node, siblings in the order of the list.
fn children(nodes: &[Node]) -> Children {
    let mut starts = vec![0; nodes.len() + 1];
    nodes.iter().filter_map(|node| node.parent).for_each(|parent| starts[parent + 1] += 1);
    for node in 0..nodes.len() {
        starts[node + 1] += starts[node];
    }
    let mut next = starts.clone();
    let mut list = vec![0; starts[nodes.len()]];
    for (node, parent) in nodes.iter().enumerate().filter_map(|(node, terms)| Some((node, terms.parent?))) {
        list[next[parent]] = node;
        next[parent] += 1;
    }
    Children { list, starts }
}
