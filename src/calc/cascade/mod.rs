//! The split of one total down a tree of any depth and shape.
//!
//! Two passes, neither of which recurses, so a chain of a hundred thousand nodes is as good as any tree:
//!
//! 1. upwards (`room`): what every node's children can take together, within all limits and locks below, becomes
//!    the node's own room. So a lock deep down is respected by every level above, and no node is handed what
//!    its children cannot hold;
//! 2. downwards (`descend`): every node's people, less what it keeps, go to its children by [`split`], with the
//!    rooms of the first pass as the limits of each.
//!
//! A node's value includes what it keeps. A node without a start or a weight of its own takes the sum of its
//! children's. Its own floor, ceiling and lock hold even where its children cannot meet them: then its own
//! split fails and shows the difference, and everything above it is as it was.
//!
//! Source: the intervals are the min-max restrictions of F. Pukelsheim, *Proportional Representation*, 2nd ed.
//! (2017), chapter 12, applied at every node; a divisor method being uniform, each part of the tree is split as
//! it would be alone.

mod descend;
mod outcome;
mod room;
mod tree;

pub use outcome::{Cascade, CascadeNode, Failure, FailureReason};
pub use room::TooLarge;
pub(in crate::calc) use room::{Own, limits};
pub use tree::{Node, Tree, TreeFault};

use crate::calc::split::RoundingRule;

#[cfg(doc)]
use crate::calc::split::split;

/// Splits `total` people down `tree`, exactly at every node.
///
/// - `total`: people of the root, those it keeps included.
/// - `rule`: rounding of the nodes that have none of their own and inherit none.
///
/// The answer has one [`CascadeNode`] for every node, in the order of [`Tree::nodes`]. It is total: where a node
/// cannot be split within the limits, its [`CascadeNode::split`] says why and what its children get meanwhile, and
/// the nodes below are split all the same; [`Cascade::failure`] is the highest such node.
///
/// # Errors
/// [`TooLarge`] where the starts or the leasts below a node sum to 2^64 people or more.
pub fn cascade(total: u64, tree: &Tree, rule: &RoundingRule) -> Result<Cascade, TooLarge> {
    Ok(descend::descend(total, tree, room::Rooms::of(tree)?, rule))
}
