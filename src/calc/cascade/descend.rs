//! Downwards: every node's people to its children.

use super::outcome::{Cascade, CascadeNode};
use super::room::Rooms;
use super::tree::{Node, Tree};
use crate::calc::split::{Infeasible, Reason, RoundingRule, Share, Split, split, split_rest};

/// Splits `total` from the root down, level by level.
pub(super) fn descend(total: u64, tree: &Tree, mut rooms: Rooms, rule: &RoundingRule) -> Cascade {
    let mut values = vec![total; tree.len()];
    let mut rules = vec![rule; tree.len()];
    let mut nodes = Vec::with_capacity(tree.len());
    for rank in 0..tree.len() {
        let (node, children) = (tree.node(rank), tree.children(rank));
        let rule = node.rounding.as_ref().unwrap_or(rules[rank]);
        rules[children.clone()].fill(rule);

        let value = values[rank];
        let falls = node.may_fall && starts_exceed(value, node.kept, &rooms.shares[children.clone()]);
        if falls {
            rooms.fall(children.clone());
        }
        let itself = node.takes_people(&children) && node.kept <= value;
        let below = |rest: u64, shares: &[Share]| split(rest, shares, rule);
        let split_below = || split_rest(value, node.kept, &rooms.shares[children.clone()], below);
        let mut split = (!itself).then(split_below);
        if rank == 0 {
            split = within_own_limits(node, value, split);
        }
        if let Some(split) = &split {
            values[children].copy_from_slice(given(split));
        }
        let lock_conflict = node.lock.is_some() && split.as_ref().is_some_and(is_shortage);
        let (rule, split) = (rule.clone(), split.map(Box::new));
        nodes.push(CascadeNode { value, share: None, rule, falls, split, lock_conflict });
    }
    for (node, share) in nodes.iter_mut().zip(rooms.shares).skip(1) {
        node.share = Some(share);
    }
    let failing = nodes.iter().position(|node| node.infeasible().is_some());
    Cascade { failing: failing.map(|rank| tree.position(rank)), nodes: in_order(tree, nodes) }
}

/// From ranks to the order of the tree's nodes.
fn in_order(tree: &Tree, nodes: Vec<CascadeNode>) -> Vec<CascadeNode> {
    let mut nodes: Vec<Option<CascadeNode>> = nodes.into_iter().map(Some).collect();
    tree.ranks().iter().filter_map(|&rank| nodes[rank].take()).collect()
}

/// Whether there are too many or too few people, rather than limits that contradict each other.
fn is_shortage(split: &Result<Split, Infeasible>) -> bool {
    split.as_ref().is_err_and(|no| no.reason > Reason::FloorAboveCeiling)
}

/// Whether the children, at their least, take more than there is for them.
fn starts_exceed(value: u64, kept: u64, shares: &[Share]) -> bool {
    let least: u128 = shares.iter().map(|share| u128::from(share.least())).sum();
    u128::from(value) < u128::from(kept) + least
}

/// What the children get.
fn given(split: &Result<Split, Infeasible>) -> &[u64] {
    match split {
        Ok(split) => &split.values,
        Err(infeasible) => &infeasible.values,
    }
}

/// The root has no parent that keeps to its limits, so its total may miss them. Its split fails for whatever
/// comes first in the order of [`Reason`]; no release below it helps.
fn within_own_limits(
    root: &Node,
    total: u64,
    split: Option<Result<Split, Infeasible>>,
) -> Option<Result<Split, Infeasible>> {
    let Some((reason, gap)) = missed_limit(root, total) else { return split };
    // A lock that is missed comes before every shortage, its own direction or the other.
    let last_before = if root.lock.is_some() { Reason::FloorAboveCeiling } else { reason };
    Some(Err(match split {
        Some(Err(no)) if no.reason <= last_before => {
            let gap = if no.reason == reason { no.gap.max(gap) } else { no.gap };
            Infeasible { gap, release: vec![], ..no }
        }
        split => {
            let values = split.as_ref().map(given).unwrap_or_default().to_vec();
            Infeasible { reason, gap, values, clash: vec![], release: vec![] }
        }
    }))
}

/// Which of the root's own limits its total misses, and by how many people.
fn missed_limit(root: &Node, total: u64) -> Option<(Reason, u128)> {
    let (floor, ceiling) = match root.lock {
        Some(lock) => (lock, Some(lock)),
        None => (root.floor.unwrap_or(0), root.ceiling),
    };
    let above = |high: u64, low: u64| (high > low).then(|| u128::from(high - low));
    let crossed = ceiling.and_then(|ceiling| above(floor, ceiling));
    let too_few = || above(floor, total);
    let too_many = || ceiling.and_then(|ceiling| above(total, ceiling));
    crossed
        .map(|gap| (Reason::FloorAboveCeiling, gap))
        .or_else(|| Some((Reason::FloorsExceedTotal, too_few()?)))
        .or_else(|| Some((Reason::CeilingsBelowTotal, too_many()?)))
}
