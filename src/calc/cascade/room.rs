//! Upwards: what every node can take, given everything below it.

use std::ops::Range;

use super::tree::{Node, Tree};
use crate::calc::split::{Bounds, Share, Weight};

/// What lies below a node sums to more people than can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the people below node {node} sum to 2^64 or more")]
pub struct TooLarge {
    /// The node's position.
    pub node: usize,
}

/// Every node as its parent's split takes it, by rank.
pub(super) struct Rooms {
    /// The root's stands for nothing: no split takes it.
    pub shares: Vec<Share>,
    /// The weights that replace those of `shares` while siblings fall.
    falling_weights: Vec<Weight>,
}

impl Rooms {
    /// # Errors
    /// Where the starts or the leasts below a node are too many to count.
    pub fn of(tree: &Tree) -> Result<Self, TooLarge> {
        let (floor, ceiling, released) = (0, None, Bounds::default());
        let nothing = Share { start: 0, weight: Weight::Whole(0), floor, ceiling, released };
        let mut rooms =
            Self { falling_weights: vec![Weight::Whole(0); tree.len()], shares: vec![nothing; tree.len()] };
        // Children have larger ranks than their parents.
        for rank in (1..tree.len()).rev() {
            let share = rooms.share(tree.node(rank), tree.children(rank));
            rooms.shares[rank] = share.ok_or(TooLarge { node: tree.position(rank) })?;
            let below = rooms.falling_weights[tree.children(rank)].iter();
            rooms.falling_weights[rank] = own_or_sum(tree.node(rank).falling_weight.as_ref(), below);
        }
        Ok(rooms)
    }

    /// Lets `siblings` fall.
    pub fn fall(&mut self, siblings: Range<usize>) {
        let falling: Vec<Share> = self.falling(siblings.clone()).collect();
        self.shares.splice(siblings, falling);
    }

    /// The shares of siblings while they fall: from nothing, by the weights for that.
    fn falling(&self, siblings: Range<usize>) -> impl Iterator<Item = Share> {
        let both = self.shares[siblings.clone()].iter().zip(&self.falling_weights[siblings]);
        both.map(|(share, weight)| Share { start: 0, weight: weight.clone(), ..*share })
    }

    /// The node as its parent's split takes it; `None` where its people are too many to count.
    fn share(&self, node: &Node, children: Range<usize>) -> Option<Share> {
        let below = self.below(node, children.clone())?;
        let Bounds { floor, ceiling } = limits(Own::of(node), node.defaults, below);
        let released = limits(Own::default(), node.defaults, below);
        let children = &self.shares[children];
        let start = match node.start {
            Some(start) => start,
            None => sum(0, children.iter().map(|child| child.start))?,
        };
        let weight = own_or_sum(node.weight.as_ref(), children.iter().map(|child| &child.weight));
        Some(Share { start, weight, floor, ceiling, released })
    }

    /// What `children` leave their parent, what it keeps included; `None` where the least is too much to count.
    fn below(&self, parent: &Node, children: Range<usize>) -> Option<Bounds> {
        let shares = &self.shares[children.clone()];
        // A most beyond all numbers of people is none.
        let most = || shares.iter().try_fold(parent.kept, |sum, share| sum.checked_add(share.most()?));
        let ceiling = if parent.takes_people(&children) { None } else { most() };
        let floor = if parent.may_fall {
            sum(parent.kept, self.falling(children).map(|share| share.least()))
        } else {
            sum(parent.kept, shares.iter().map(Share::least))
        };
        Some(Bounds { floor: floor?, ceiling })
    }
}

/// The limits the user set on one node.
#[derive(Clone, Copy, Default)]
pub(in crate::calc) struct Own {
    pub floor: Option<u64>,
    pub ceiling: Option<u64>,
    pub lock: Option<u64>,
}

impl Own {
    fn of(node: &Node) -> Self {
        Self { floor: node.floor, ceiling: node.ceiling, lock: node.lock }
    }
}

/// The limits of a node: a default gives way to those of the user and to what lies below; what lies below
/// narrows those of the user, but never moves them.
///
/// The user's floor above her ceiling is left as it is, for the parent's split to name.
pub(in crate::calc) fn limits(own: Own, defaults: Bounds, below: Bounds) -> Bounds {
    if let Some(lock) = own.lock {
        return Bounds { floor: lock, ceiling: Some(lock) };
    }
    if let (Some(floor), Some(ceiling)) = (own.floor, own.ceiling)
        && floor > ceiling
    {
        return Bounds { floor, ceiling: Some(ceiling) };
    }
    let default_floor = own.floor.map_or(defaults.floor, |_| 0);
    let default_ceiling = defaults.ceiling.filter(|_| own.ceiling.is_none());
    let least = within(default_floor, below);
    let most = default_ceiling.map(|most| within(most, Bounds { floor: least, ..below })).or(below.ceiling);
    let user = Bounds { floor: own.floor.unwrap_or(0), ceiling: own.ceiling };
    Bounds { floor: within(least, user), ceiling: most.map(|most| within(most, user)).or(user.ceiling) }
}

fn within(people: u64, limits: Bounds) -> u64 {
    limits.ceiling.map_or(people, |ceiling| people.min(ceiling)).max(limits.floor)
}

fn sum(first: u64, mut rest: impl Iterator<Item = u64>) -> Option<u64> {
    rest.try_fold(first, u64::checked_add)
}

/// A node's own weight, else that of its children together.
fn own_or_sum<'a>(own: Option<&Weight>, children: impl Iterator<Item = &'a Weight> + Clone) -> Weight {
    if let Some(own) = own {
        return own.clone();
    }
    let whole = children.clone().try_fold(0u64, |sum, weight| match weight {
        Weight::Whole(weight) => sum.checked_add(*weight),
        Weight::Ratio(_) => None,
    });
    let ratio = || children.filter(|weight| !weight.is_zero()).map(Weight::to_rate).sum();
    whole.map_or_else(|| Weight::Ratio(ratio()), Weight::Whole)
}
