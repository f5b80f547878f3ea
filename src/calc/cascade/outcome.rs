//! What a cascade answers.

use crate::calc::split::{Infeasible, Reason, RoundingRule, Share, Split};

/// What every node gets, with the split of each.
#[derive(Clone, Debug)]
pub struct Cascade {
    /// In the order of the tree's nodes.
    pub nodes: Vec<CascadeNode>,
    /// The highest node that cannot be split, and of equally high ones the first in order.
    pub(super) failing: Option<usize>,
}

/// What came of one node.
#[derive(Clone, Debug)]
pub struct CascadeNode {
    /// What it gets, what it keeps included (people).
    pub value: u64,
    /// Its terms as its parent's split took them; `None` for the root.
    ///
    /// Its limits here are its own, narrowed by what its children can take, with what it keeps. Its *released* limits,
    /// which hold once everything the user set on it is removed, are its defaults, narrowed likewise: what the
    /// user set further down stays.
    pub share: Option<Share>,
    /// How its children's parts are rounded, inherited or its own.
    pub rule: RoundingRule,
    /// Its people were fewer than its children start from, so these fall: start 0, by their falling weights.
    pub falls: bool,
    /// How its children share what it does not keep, in the order of the children; `None` where it takes its people
    /// itself and nothing is wrong with that.
    ///
    /// Where a node's own limits, not its children's, are in the way (the root's limit is not its total; a node without
    /// children keeps more than it may get), `clash` and `release` are empty.
    pub split: Option<Box<Result<Split, Infeasible>>>,
    /// The split fails because the node's lock is not what it can take.
    pub lock_conflict: bool,
}

/// Why a cascade cannot keep to all limits.
#[derive(Clone, Debug)]
pub struct Failure<'a> {
    /// The node whose children cannot share what it gets.
    pub node: usize,
    /// Why.
    pub reason: FailureReason,
    /// By how many people, which of its children clash, and which to release.
    pub infeasible: &'a Infeasible,
}

/// What makes a cascade infeasible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureReason {
    /// The limits of the node's children, or of the root itself.
    Limits(Reason),
    /// The node is locked at a number it cannot take.
    LockConflict,
}

impl Cascade {
    /// The highest node that cannot be split, of equally high ones the first in order; `None` where all can.
    #[must_use]
    pub fn failure(&self) -> Option<Failure<'_>> {
        let at = self.failing?;
        let node = &self.nodes[at];
        let infeasible = node.infeasible()?;
        let limits = FailureReason::Limits(infeasible.reason);
        let reason = if node.lock_conflict { FailureReason::LockConflict } else { limits };
        Some(Failure { node: at, reason, infeasible })
    }
}

impl CascadeNode {
    /// Why its people cannot be shared by its children, if so.
    #[must_use]
    pub fn infeasible(&self) -> Option<&Infeasible> {
        self.split.as_deref()?.as_ref().err()
    }
}
