//! One indicator and year over the whole unit tree: limits are carried up, people handed down.
//!
//! Two passes over the nodes, neither of which recurses. Upwards, what the units of a node can take together
//! becomes the node's own room, so that a lock deep down is respected by every level above. Downwards, every node shares
//! out what the level above gives it. A node whose own limit its units cannot meet keeps it: the difference shows there.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::NodePlan;
use super::figures::Figures;
use super::mixture::Mixture;
use super::node::{self, Shared};
use super::split::{Bounds, Share};
use super::terms::{self, Source, UnitTerms};
use super::tree::Tree;
use crate::model::{Quantity, Rule, Scenario, Slot, UnitId};

/// The terms of every node for one indicator and year.
pub(super) struct Levels<'a> {
    pub source: Source<'a>,
    /// The province's target.
    pub quantity: &'a Quantity,
    /// By place in the tree's nodes.
    pub nodes: Vec<Node<'a>>,
}

/// One node's rule with the terms of its units.
pub(super) struct Node<'a> {
    /// The rule in force, as if it were the node's own.
    pub rule: Cow<'a, Rule>,
    /// The unit whose own rule that is.
    pub rule_of: UnitId,
    pub terms: Vec<UnitTerms>,
    /// Of a rule that mixes drivers.
    pub mixture: Option<Mixture>,
}

/// What is tried in place of what the scenario says.
#[derive(Clone, Copy, Default)]
pub(super) struct Instead<'a> {
    /// A rule, at its own node.
    pub rule: Option<&'a Rule>,
    /// The province's target.
    pub quantity: Option<&'a Quantity>,
}

/// What a node is asked for.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub quantity: Quantity,
    /// People; `None` where it is not known.
    pub target: Option<u64>,
    /// The upper end, where the target is a range.
    pub upper: Option<u64>,
}

impl<'a> Levels<'a> {
    /// `None` without a target in use or a rule at the root.
    pub fn of(scenario: &'a Scenario, slot: Slot, tree: &'a Tree, instead: Instead<'a>) -> Option<Self> {
        let quantity = match instead.quantity {
            Some(quantity) => quantity,
            None => &scenario.target(slot)?.quantity,
        };
        let rules = rules(scenario, slot, tree, instead.rule)?;
        let left_out = left_out(tree, &rules);
        let drivers: BTreeSet<_> = rules.iter().flat_map(|(rule, _)| terms::drivers(rule)).collect();
        let figures = Figures::of(scenario, slot, tree, &left_out, &drivers);
        let source = Source { scenario, tree, figures, left_out };

        let mut rooms: Vec<Bounds> = vec![Bounds::default(); rules.len()];
        let mut nodes = Vec::with_capacity(rules.len());
        for (place, (rule, rule_of)) in rules.into_iter().enumerate().rev() {
            let below = |rank| Some(rooms[tree.place(rank)?]);
            let (terms, mixture) = terms::terms(&source, &rule, tree.nodes()[place], below);
            rooms[place] = room(&rule, &terms);
            nodes.push(Node { rule, rule_of, terms, mixture });
        }
        nodes.reverse();
        Some(Self { source, quantity, nodes })
    }

    /// The plan of every node that takes part, the province first, then level by level.
    pub fn plans(&self) -> Vec<NodePlan> {
        let mut asked: Vec<Option<Asked>> = vec![None; self.nodes.len()];
        asked[0] = Some(self.province());
        let mut plans = Vec::with_capacity(self.nodes.len());
        for place in 0..self.nodes.len() {
            let Some(wanted) = asked[place].take() else { continue };
            let plan = node::plan(self, place, wanted);
            for (unit, terms) in plan.units.iter().zip(&self.nodes[place].terms) {
                if let Some(below) = self.source.tree.place(terms.rank).filter(|_| !unit.left_out) {
                    asked[below] = Some(Asked::people(unit.given));
                }
            }
            plans.push(plan);
        }
        plans
    }

    /// The plan of one node; `None` where it, or a node above it, is left out.
    pub fn plan(&self, place: usize) -> Option<NodePlan> {
        let way = self.way(place)?;
        let (_, asked, _) = way.into_iter().next_back()?;
        Some(node::plan(self, place, asked))
    }

    /// Whether the node at `place` is shared out exactly, and no node above it is off that is not in `before`.
    pub fn is_mended(&self, place: usize, before: &Self) -> bool {
        let (Some(now), Some(before)) = (self.balance(place), before.balance(place)) else { return false };
        let no_worse = now.iter().zip(&before).all(|(now, before)| *now || !before);
        no_worse && now.last() == Some(&true)
    }

    /// Whether each node from the province down to `place` is shared out exactly.
    fn balance(&self, place: usize) -> Option<Vec<bool>> {
        let way = self.way(place)?.into_iter();
        Some(
            way.map(|(place, asked, shared)| shared.is_exact(asked.target, self.nodes[place].rule.kept))
                .collect(),
        )
    }

    /// The nodes from the province down to `place`, with what each is asked for and how it shares that out.
    fn way(&self, place: usize) -> Option<Vec<(usize, Asked, Shared<'_>)>> {
        let tree = self.source.tree;
        let mut places = vec![place];
        let mut lowest = place;
        while lowest != 0 {
            lowest = tree.place_above(lowest);
            places.push(lowest);
        }
        let mut asked = self.province();
        let mut way = Vec::with_capacity(places.len());
        while let Some(place) = places.pop() {
            let shared = node::share_out(&self.nodes[place], asked.target);
            let next = match places.last() {
                Some(&next) => {
                    let rank = tree.nodes()[next];
                    let unit = self.nodes[place]
                        .terms
                        .iter()
                        .position(|unit| unit.rank == rank && !unit.left_out)?;
                    Asked::people(shared.values[unit])
                }
                None => asked.clone(),
            };
            way.push((place, std::mem::replace(&mut asked, next), shared));
        }
        Some(way)
    }

    fn province(&self) -> Asked {
        let people = |figures: &[Option<super::Figure>]| figures[0].map(|figure| figure.people);
        let (base, last) = (people(&self.source.figures.base), people(&self.source.figures.last));
        Asked {
            quantity: self.quantity.clone(),
            target: self.quantity.target(base, last),
            upper: self.quantity.upper_target(base, last),
        }
    }
}

impl Asked {
    /// What the level above gives.
    fn people(given: Option<u64>) -> Self {
        Self { quantity: Quantity::people(given.unwrap_or(0)), target: given, upper: None }
    }
}

/// The rule in force at every node, by place, with the unit whose own it is: the node's own, else that in force above.
fn rules<'a>(
    scenario: &'a Scenario,
    slot: Slot,
    tree: &Tree,
    instead: Option<&'a Rule>,
) -> Option<Vec<(Cow<'a, Rule>, UnitId)>> {
    let mut own: Vec<&Rule> = scenario.rules.iter().filter(|rule| rule.slot == slot).collect();
    // Stable: of two rules at one node the first counts.
    own.sort_by_key(|rule| rule.node);
    let own_rule = |unit: UnitId| {
        let first = own.partition_point(|rule| rule.node < unit);
        let own = own.get(first).copied().filter(|rule| rule.node == unit);
        instead.filter(|rule| rule.node == unit).or(own)
    };
    let mut rules: Vec<(Cow<'a, Rule>, UnitId)> = Vec::with_capacity(tree.nodes().len());
    for (place, &rank) in tree.nodes().iter().enumerate() {
        let unit = tree.unit(rank);
        rules.push(match own_rule(unit) {
            Some(rule) => (Cow::Borrowed(rule), unit),
            None => {
                let (above, of) = rules.get(tree.place_above(place))?;
                (Cow::Owned(above.inherited_by(unit)), *of)
            }
        });
    }
    Some(rules)
}

/// By rank: whom the rule of the node above leaves out.
fn left_out(tree: &Tree, rules: &[(Cow<'_, Rule>, UnitId)]) -> Vec<bool> {
    let mut left_out = vec![false; tree.len()];
    for ((rule, _), &rank) in
        rules.iter().zip(tree.nodes()).filter(|((rule, _), _)| !rule.left_out.is_empty())
    {
        for child in tree.children(rank) {
            left_out[child] = rule.left_out.binary_search(&tree.unit(child)).is_ok();
        }
    }
    left_out
}

/// What the units of a node can take together, with what it keeps (people).
///
/// Where they may fall, they may start from nothing. A unit that lacks figures may get anything within its limits.
fn room(rule: &Rule, all: &[UnitTerms]) -> Bounds {
    let may_fall = rule.starts_from_last() && !rule.no_unit_below_last;
    let (mut least, mut most) = (u128::from(rule.kept), Some(u128::from(rule.kept)));
    for unit in all.iter().filter(|unit| !unit.left_out) {
        let share = unit.share();
        let highest = if unit.is_missing() { unit.limits.ceiling } else { share.most() };
        let lowest = if may_fall { Share { start: 0, ..share }.least() } else { share.least() };
        least += u128::from(lowest);
        most = most.zip(highest).map(|(most, highest)| most + u128::from(highest));
    }
    let count = |people: u128| u64::try_from(people).ok();
    // More people than can be counted are as good as no bound, and as bad as the highest number.
    Bounds { floor: count(least).unwrap_or(u64::MAX), ceiling: most.and_then(count) }
}
