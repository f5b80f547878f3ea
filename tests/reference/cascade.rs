//! The split down a tree, slowly: what a node can take is found by trying every number of people for every child.

use std::cmp::Reverse;

use bao_phu::calc::cascade::{Cascade, CascadeNode, FailureReason, Node, Tree, cascade};
use bao_phu::calc::split::{Bounds, Infeasible, Reason, RoundingRule, Share, Split, Weight, split};
use bao_phu::model::Rate;
use proptest::prelude::*;

use super::split as one_level;
use super::terms::{rate, rule, weight};

/// More people than any node's limits let it get; in a set this number means "so many, and any more".
const MANY: usize = 250;

/// One total, a tree whose parents stand before their children, and the rule of the root.
#[derive(Clone, Debug)]
pub struct Problem {
    pub total: u64,
    pub nodes: Vec<Node>,
    pub rule: RoundingRule,
}

/// Small trees of every shape, with all that a node can carry; many are infeasible somewhere.
pub fn problem() -> impl Strategy<Value = Problem> {
    problem_with(nodes(25))
}

/// Trees with few limits, and a total that everyone can take.
pub fn feasible_problem() -> impl Strategy<Value = Problem> {
    problem_with(nodes(10)).prop_filter_map("a feasible tree", |problem| {
        let slow = Slow::of(&problem.nodes);
        if (0..problem.nodes.len()).any(|node| slow.conflicts(node)) {
            return None;
        }
        let totals: Vec<usize> = slow.feasible_totals();
        let total = *totals.get(problem.total as usize % totals.len().max(1))? as u64;
        Some(Problem { total, ..problem })
    })
}

fn problem_with(nodes: impl Strategy<Value = Vec<Node>>) -> impl Strategy<Value = Problem> {
    (0..120u64, nodes, rule()).prop_map(|(total, nodes, rule)| Problem { total, nodes, rule })
}

/// Every limit, and so on, stands in `limits` of a hundred nodes; a lock in a third as many.
fn nodes(limits: u32) -> impl Strategy<Value = Vec<Node>> {
    let node = (any::<prop::sample::Index>(), terms(limits), rounding(limits));
    proptest::collection::vec(node, 1..10).prop_map(|drawn| {
        let mut nodes: Vec<Node> = Vec::new();
        for (parent, terms, rounding) in drawn {
            let parent = (!nodes.is_empty()).then(|| parent.index(nodes.len()));
            nodes.push(Node { parent, rounding, ..terms });
        }
        nodes
    })
}

fn terms(limits: u32) -> impl Strategy<Value = Node> {
    let start = sometimes(30, 0..7u64);
    let own = (sometimes(limits, 0..12u64), sometimes(limits, 0..20u64), sometimes(limits / 3, 0..20u64));
    let defaults = (sometimes(limits, 0..7u64), sometimes(limits, 7..16u64));
    let kept = sometimes(limits, 0..5u64);
    let others = (kept, any::<bool>(), percent(limits / 3));
    (start, sometimes(80, weight()), own, defaults, others).prop_map(
        |(start, weight, (floor, ceiling, lock), defaults, (kept, may_fall, only_hands_down))| Node {
            start,
            weight,
            floor,
            ceiling,
            lock,
            defaults: Bounds { floor: defaults.0.unwrap_or(0), ceiling: defaults.1 },
            kept: kept.unwrap_or(0),
            may_fall,
            falling_weight: start.map(Weight::Whole),
            only_hands_down,
            ..Node::default()
        },
    )
}

fn rounding(limits: u32) -> impl Strategy<Value = Option<RoundingRule>> {
    sometimes(limits, rule())
}

fn percent(likely: u32) -> impl Strategy<Value = bool> {
    (0..100u32).prop_map(move |drawn| drawn < likely)
}

fn sometimes<T: std::fmt::Debug + Clone>(
    likely: u32,
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Option<T>> {
    (percent(likely), value).prop_map(|(stands, value)| stands.then_some(value))
}

/// Holds the cascade against the reference: terms, limits, values and splits of every node, and the failure.
pub fn check(Problem { total, nodes, rule }: &Problem) -> Result<(), TestCaseError> {
    let tree = Tree::new(nodes.clone()).expect("parents stand before their children");
    let cascade = cascade(*total, &tree, rule).expect("small numbers");
    let slow = Slow::of(nodes);
    prop_assert_eq!(cascade.nodes[0].value, *total);
    for (node, answer) in cascade.nodes.iter().enumerate() {
        prop_assert_eq!(&answer.rule, slow.rule(node, rule));
        prop_assert!(slow.is_interval(node));
        check_node(&slow, &cascade, node)?;
    }
    let failing = slow.by_level().into_iter().find(|&node| cascade.nodes[node].infeasible().is_some());
    prop_assert_eq!(cascade.failure().map(|failure| failure.node), failing);
    if let Some(failure) = cascade.failure() {
        let is_shortage = failure.infeasible.reason > Reason::FloorAboveCeiling;
        let reason = match nodes[failure.node].lock {
            Some(_) if is_shortage => FailureReason::LockConflict,
            _ => FailureReason::Limits(failure.infeasible.reason),
        };
        prop_assert_eq!(failure.reason, reason);
    }
    let conflicts = (0..nodes.len()).any(|node| slow.conflicts(node));
    let feasible = !conflicts && slow.feasible_totals().contains(&(*total as usize));
    prop_assert_eq!(failing.is_none(), feasible);
    Ok(())
}

fn check_node(slow: &Slow<'_>, cascade: &Cascade, node: usize) -> Result<(), TestCaseError> {
    let terms = &slow.nodes[node];
    let answer = &cascade.nodes[node];
    let children = slow.children(node);
    let mut shares: Vec<Share> = children.iter().map(|&child| slow.share(child, false)).collect();
    let least: u64 = shares.iter().map(Share::least).sum();
    let falls = terms.may_fall && answer.value < terms.kept + least;
    prop_assert_eq!(answer.falls, falls);
    if falls {
        shares = children.iter().map(|&child| slow.share(child, true)).collect();
    }
    for (share, &child) in shares.iter().zip(&children) {
        prop_assert_eq!(cascade.nodes[child].share.as_ref(), Some(share));
    }
    let own_limit = if node == 0 { own_limit(terms, answer.value) } else { None };
    let Some(outcome) = answer.split.as_deref() else {
        prop_assert!(children.is_empty() && !terms.only_hands_down && own_limit.is_none());
        prop_assert!(terms.kept <= answer.value);
        return Ok(());
    };
    match outcome {
        Ok(split) => prop_assert_eq!(split.values.iter().sum::<u64>() + terms.kept, answer.value),
        Err(no) => prop_assert!(no.gap > 0),
    }
    let values = outcome.as_ref().map_or_else(|no| &no.values, |split| &split.values);
    let given: Vec<u64> = children.iter().map(|&child| cascade.nodes[child].value).collect();
    prop_assert_eq!(values, &given);
    match (own_limit, answer.value.checked_sub(terms.kept)) {
        (Some(own), _) => check_root(terms, answer, own, &shares),
        (None, Some(rest)) => check_split(rest, &shares, &answer.rule, outcome),
        (None, None) => check_kept(terms.kept - answer.value, &shares, outcome),
    }
}

/// As the split of one level; what to release is the fewest units, unless a release helps one way and harms the other.
fn check_split(
    rest: u64,
    shares: &[Share],
    rule: &RoundingRule,
    outcome: &Result<Split, Infeasible>,
) -> Result<(), TestCaseError> {
    let problem = one_level::Problem { total: rest, shares: shares.to_vec(), rule: rule.clone() };
    one_level::check_all_but_release(&problem)?;
    prop_assert_eq!(outcome, &split(rest, shares, rule));
    let Err(no) = outcome else { return Ok(()) };
    let released = shares.iter().enumerate().map(|(unit, share)| {
        let Bounds { floor, ceiling } = share.released;
        if no.release.contains(&unit) { Share { floor, ceiling, ..share.clone() } } else { share.clone() }
    });
    let released: Vec<Share> = released.collect();
    prop_assert!(no.release.is_empty() || split(rest, &released, rule).is_ok());
    let one_way = |share: &Share| {
        let Bounds { floor, ceiling } = share.released;
        let free = Share { floor, ceiling, ..share.clone() };
        free.least() <= share.least()
            && free.most().is_none_or(|most| share.most().is_some_and(|now| now <= most))
    };
    if shares.iter().all(one_way) {
        prop_assert_eq!(&no.release, &one_level::fewest_releases(rest, shares));
    }
    Ok(())
}

/// More is kept than there is.
fn check_kept(
    missing: u64,
    shares: &[Share],
    outcome: &Result<Split, Infeasible>,
) -> Result<(), TestCaseError> {
    let no = outcome.as_ref().expect_err("nothing is left to share out");
    let crossing = |share: &Share| share.floor.saturating_sub(share.ceiling.unwrap_or(u64::MAX));
    let crossed: u64 = shares.iter().map(crossing).sum();
    let least: Vec<u64> = shares.iter().map(Share::least).collect();
    let (reason, gap) = match crossed {
        0 => (Reason::FloorsExceedTotal, missing + least.iter().sum::<u64>()),
        gap => (Reason::FloorAboveCeiling, gap),
    };
    prop_assert_eq!((no.reason, no.gap), (reason, u128::from(gap)));
    prop_assert_eq!((&no.values, &no.release), (&least, &vec![]));
    Ok(())
}

/// The root's own limits against its total.
fn own_limit(root: &Node, total: u64) -> Option<(Reason, u64)> {
    let (floor, ceiling) = match root.lock {
        Some(lock) => (lock, lock),
        None => (root.floor.unwrap_or(0), root.ceiling.unwrap_or(u64::MAX)),
    };
    if floor > ceiling {
        Some((Reason::FloorAboveCeiling, floor - ceiling))
    } else if floor > total {
        Some((Reason::FloorsExceedTotal, floor - total))
    } else if total > ceiling {
        Some((Reason::CeilingsBelowTotal, total - ceiling))
    } else {
        None
    }
}

/// The root fails for what comes first, and nothing below can be released for it.
fn check_root(
    root: &Node,
    answer: &CascadeNode,
    (reason, gap): (Reason, u64),
    shares: &[Share],
) -> Result<(), TestCaseError> {
    let no = answer.infeasible().expect("the root misses its own limit");
    let below = match answer.value.checked_sub(root.kept) {
        Some(rest) if !shares.is_empty() || root.only_hands_down => split(rest, shares, &answer.rule).err(),
        _ => None,
    };
    prop_assert!(no.release.is_empty());
    prop_assert!(no.reason <= reason || root.lock.is_some());
    if no.reason == reason {
        prop_assert!(no.gap >= u128::from(gap));
    } else if let Some(below) = below {
        prop_assert_eq!((no.reason, no.gap), (below.reason, below.gap));
    }
    Ok(())
}

/// What each node can take, as the set of all numbers of people that work.
struct Slow<'a> {
    nodes: &'a [Node],
    /// By node: the values it can hand down wholly, whatever its own limits say.
    takes: Vec<Vec<bool>>,
}

impl<'a> Slow<'a> {
    fn of(nodes: &'a [Node]) -> Self {
        let mut slow = Self { nodes, takes: vec![vec![]; nodes.len()] };
        for node in (0..nodes.len()).rev() {
            slow.takes[node] = slow.takes(node);
        }
        slow
    }

    fn children(&self, node: usize) -> Vec<usize> {
        (0..self.nodes.len()).filter(|&child| self.nodes[child].parent == Some(node)).collect()
    }

    fn by_level(&self) -> Vec<usize> {
        let mut all = Vec::new();
        let mut level = vec![0];
        while !level.is_empty() {
            all.extend(&level);
            level = level.into_iter().flat_map(|node| self.children(node)).collect();
        }
        all
    }

    fn rule<'r>(&'r self, node: usize, root: &'r RoundingRule) -> &'r RoundingRule {
        match (&self.nodes[node].rounding, self.nodes[node].parent) {
            (Some(rule), _) => rule,
            (None, Some(parent)) => self.rule(parent, root),
            (None, None) => root,
        }
    }

    fn takes(&self, node: usize) -> Vec<bool> {
        let terms = &self.nodes[node];
        let children = self.children(node);
        let kept = terms.kept as usize;
        if children.is_empty() && !terms.only_hands_down {
            return set(|people| people >= kept);
        }
        let sums = |falling: bool| {
            let none = set(|people| people == kept);
            children.iter().fold(none, |sums, &child| plus(&sums, &self.reaches(child, falling)))
        };
        let usual = sums(false);
        if !terms.may_fall {
            return usual;
        }
        // They fall only where there is less than they start from.
        let first = least(&usual);
        let falling = sums(true);
        set(|people| usual[people] || people < first && falling[people])
    }

    /// The values a node may get at some level of its parent's split.
    fn reaches(&self, node: usize, falling: bool) -> Vec<bool> {
        let allowed = self.allowed(node, true);
        let start = if falling { 0 } else { self.start(node) as usize };
        let least = nearest(&allowed, start);
        let stays = self.weight(node, falling) == rate(0);
        set(|people| allowed[people] && (people == least || people > least && !stays))
    }

    /// The values within its limits, the user's counted or not.
    fn allowed(&self, node: usize, user: bool) -> Vec<bool> {
        let terms = &self.nodes[node];
        let own = self.own(node).filter(|_| user);
        let takes = &self.takes[node];
        let mut pool = set(|people| takes[people] && own.as_ref().is_none_or(|own| own[people]));
        if let Some(own) = own.filter(|_| !pool.contains(&true)) {
            // The children cannot meet the node's own limits: it keeps to them, as near to the children as can be.
            let first = least(takes);
            let people = nearest(&own, first);
            pool = set(|other| other == people);
        }
        if user && terms.lock.is_some() {
            return pool;
        }
        let floor = if user && terms.floor.is_some() { 0 } else { terms.defaults.floor as usize };
        let ceiling = terms.defaults.ceiling.filter(|_| !user || terms.ceiling.is_none());
        let ceiling = ceiling.map_or(MANY, |ceiling| ceiling as usize);
        let (first, last) = (nearest(&pool, floor), nearest(&pool, ceiling));
        set(|people| pool[people] && (first..=last.max(first)).contains(&people))
    }

    /// The values within the user's limits; `None` where she set none.
    fn own(&self, node: usize) -> Option<Vec<bool>> {
        let Node { floor, ceiling, lock, .. } = self.nodes[node];
        let (floor, ceiling) = (lock.or(floor), lock.or(ceiling));
        if floor.is_none() && ceiling.is_none() {
            return None;
        }
        let first = floor.unwrap_or(0) as usize;
        let last = ceiling.map_or(MANY, |ceiling| ceiling as usize).max(first);
        Some(set(|people| (first..=last).contains(&people)))
    }

    fn start(&self, node: usize) -> u64 {
        let children = || self.children(node).into_iter().map(|child| self.start(child)).sum();
        self.nodes[node].start.unwrap_or_else(children)
    }

    fn weight(&self, node: usize, falling: bool) -> Rate {
        let terms = &self.nodes[node];
        let own = if falling { &terms.falling_weight } else { &terms.weight };
        let children = || self.children(node).into_iter().map(|child| self.weight(child, falling)).sum();
        own.as_ref().map_or_else(children, Weight::to_rate)
    }

    /// The node as its parent's split takes it.
    fn share(&self, node: usize, falling: bool) -> Share {
        let bounds = |user: bool| {
            let allowed = self.allowed(node, user);
            let ends = (least(&allowed), allowed.iter().rposition(|&allowed| allowed));
            Bounds {
                floor: ends.0 as u64,
                ceiling: ends.1.filter(|&most| most < MANY).map(|most| most as u64),
            }
        };
        let Bounds { mut floor, mut ceiling } = bounds(true);
        if self.is_crossed(node) {
            (floor, ceiling) = (self.nodes[node].floor.unwrap_or(0), self.nodes[node].ceiling);
        }
        let start = if falling { 0 } else { self.start(node) };
        Share {
            start,
            weight: Weight::Ratio(self.weight(node, falling)),
            floor,
            ceiling,
            released: bounds(false),
        }
    }

    fn is_crossed(&self, node: usize) -> bool {
        let Node { floor, ceiling, lock, .. } = self.nodes[node];
        lock.is_none() && floor.zip(ceiling).is_some_and(|(floor, ceiling)| floor > ceiling)
    }

    /// Whether the node's limits contradict each other or what its children can take.
    fn conflicts(&self, node: usize) -> bool {
        let meets = |own: Vec<bool>| own.iter().zip(&self.takes[node]).any(|(&own, &takes)| own && takes);
        self.is_crossed(node) || self.own(node).is_some_and(|own| !meets(own))
    }

    fn feasible_totals(&self) -> Vec<usize> {
        let own = self.own(0).unwrap_or_else(|| set(|_| true));
        (0..MANY).filter(|&people| own[people] && self.takes[0][people]).collect()
    }

    /// Between any two values that work, every other does.
    fn is_interval(&self, node: usize) -> bool {
        let takes = &self.takes[node];
        let ends = takes.iter().position(|&takes| takes).zip(takes.iter().rposition(|&takes| takes));
        ends.is_some_and(|(first, last)| takes[first..=last].iter().all(|&takes| takes))
    }
}

fn set(holds: impl Fn(usize) -> bool) -> Vec<bool> {
    (0..=MANY).map(holds).collect()
}

fn least(set: &[bool]) -> usize {
    set.iter().position(|&holds| holds).expect("a set that is not empty")
}

fn nearest(set: &[bool], people: usize) -> usize {
    let all = (0..set.len()).filter(|&other| set[other]);
    all.min_by_key(|other| (other.abs_diff(people), Reverse(*other))).expect("a set that is not empty")
}

/// Every sum of a value of each.
fn plus(one: &[bool], two: &[bool]) -> Vec<bool> {
    let mut sums = set(|_| false);
    for first in (0..=MANY).filter(|&people| one[people]) {
        for second in (0..=MANY).filter(|&people| two[people]) {
            sums[(first + second).min(MANY)] = true;
        }
    }
    sums
}
