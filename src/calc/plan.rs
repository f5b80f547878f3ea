//! What a plan holds: for every node the split, the rates before and after, and the findings.

use num_bigint::BigInt;

use crate::calc::split::{Bounds, Infeasible, Split};
use crate::calc::{Difficulty, Finding, MixTerm, Review, Yardstick};
use crate::model::{Base, Method, Provenance, Quantity, Rate, Rounding, Slot, UnitId};

/// The derived plan of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Indicator and year by indicator and year, in the order of the targets; for each the province first, then
    /// every node below it that takes part, level by level.
    pub nodes: Vec<NodePlan>,
    /// The document as a whole: every issuer's target, claims, road maps, and what is remarkable about them.
    pub review: Review,
}

impl Plan {
    /// The plan of the province for an indicator and year.
    #[must_use]
    pub fn node(&self, slot: Slot) -> Option<&NodePlan> {
        self.at(slot).next()
    }

    /// The plans of all nodes for an indicator and year, the province first, then level by level.
    pub fn at(&self, slot: Slot) -> impl Iterator<Item = &NodePlan> {
        self.nodes.iter().filter(move |node| node.slot == slot)
    }

    /// The highest node that is not shared out exactly, if there is one.
    #[must_use]
    pub fn highest_off(&self, slot: Slot) -> Option<&NodePlan> {
        self.at(slot).find(|node| !node.is_balanced())
    }
}

/// A figure taken from the facts, with where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// People.
    pub people: u64,
    /// The year it belongs to.
    pub year: u16,
    /// How it came to be; `None` for a sum of the units' own figures.
    pub provenance: Option<Provenance>,
    /// The column it stands in, as a place in the scenario's facts; `None` for a sum.
    pub column: Option<usize>,
}

/// One unit's line of the plan. All counts are people.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitPlan {
    /// The unit.
    pub unit: UnitId,
    /// Last year's result, or its estimate.
    pub last: Option<Figure>,
    /// The denominator of its rate.
    pub base: Option<Figure>,
    /// What it gets; `None` where the node could not be split or the unit is left out.
    pub given: Option<u64>,
    /// What is weighed under the method in force; `None` where missing or left out, and where several drivers are mixed.
    pub weight: Option<u64>,
    /// Its values of the drivers in [`NodePlan::mix`], in that order; empty where missing, left out or not mixed.
    pub drivers: Vec<u64>,
    /// What its own units can take together, with what is kept there; `None` for a unit without any.
    pub below: Option<Bounds>,
    /// Where its count starts under the method in force: 0 or last.
    pub start: u64,
    /// The least it may get, defaults included.
    pub floor: u64,
    /// The most it may get, defaults included.
    pub ceiling: Option<u64>,
    /// The floor comes from the user.
    pub own_floor: bool,
    /// The ceiling comes from the user.
    pub own_ceiling: bool,
    /// Fixed by hand.
    pub locked: bool,
    /// Gets nothing by choice.
    pub left_out: bool,
    /// How hard its growth is; `None` where that cannot be told.
    pub difficulty: Option<Difficulty>,
    /// What that is measured against, where it rises on a known last result.
    pub yardstick: Option<Yardstick>,
}

impl UnitPlan {
    /// Its figures alone.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing { last: self.last, base: self.base, given: self.given }
    }
}

/// Last year, base and what is given: what every rate and change follows from. All counts are people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Last year's result. Of a node: its own figure, else the sum.
    pub last: Option<Figure>,
    /// The denominator. Of a node: its own figure, else the sum.
    pub base: Option<Figure>,
    /// What a unit gets; a node's target.
    pub given: Option<u64>,
}

impl Standing {
    /// `given − last`.
    #[must_use]
    pub fn change(self) -> Option<i128> {
        Some(i128::from(self.given?) - i128::from(self.last?.people))
    }

    /// `last / base`, where the base is not zero.
    #[must_use]
    pub fn before(self) -> Option<Rate> {
        ratio(self.last?.people.into(), self.base?.people)
    }

    /// `given / base`, where the base is not zero.
    #[must_use]
    pub fn after(self) -> Option<Rate> {
        ratio(self.given?.into(), self.base?.people)
    }

    /// `change / last`, where last is not zero.
    #[must_use]
    pub fn growth(self) -> Option<Rate> {
        ratio(self.change()?, self.last?.people)
    }

    /// More people are given than the base has.
    #[must_use]
    pub fn is_over_base(self) -> bool {
        self.given.zip(self.base).is_some_and(|(given, base)| given > base.people)
    }
}

/// `part / whole`, exactly; `None` without a whole.
fn ratio(part: i128, whole: u64) -> Option<Rate> {
    (whole > 0).then(|| Rate::new(BigInt::from(part), BigInt::from(whole)))
}

/// How the split ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Exact. One entry per unit in `participants`.
    Split(Box<Split>),
    /// No split meets all limits; everyone stands at the least (or the most) meanwhile.
    Infeasible(Infeasible),
    /// A figure the method needs is missing, or there is nothing to split.
    NotSplit,
}

/// The plan of one node for one indicator and year. All counts are people.
#[derive(Clone, Debug, PartialEq)]
pub struct NodePlan {
    /// The indicator and year.
    pub slot: Slot,
    /// The node whose children share.
    pub node: UnitId,
    /// The denominator of the indicator's rate.
    pub base: Base,
    /// The target as it was given; below the province in people.
    pub quantity: Quantity,
    /// The target in people; `None` where a rate or growth lacks its figure, or the level above could not give one.
    pub target: Option<u64>,
    /// The upper end, where the target is a range.
    pub upper_target: Option<u64>,
    /// The method in force.
    pub method: Method,
    /// The drivers that are mixed; empty where the method is no mix, or the decrease rule replaces it.
    pub mix: Vec<MixTerm>,
    /// The rounding in force.
    pub rounding: Rounding,
    /// The node whose own rule is in force here: this one, or the one it inherits from.
    pub rule_of: UnitId,
    /// Every unit keeps last year's result and the rest is shared out; else all is.
    pub starts_from_last: bool,
    /// The decrease rule is in force: one equal percentage of last year's results.
    pub decreasing: bool,
    /// No unit gets less than its last result.
    pub no_unit_below_last: bool,
    /// Given to the children, locked ones included.
    pub given: u128,
    /// The part of `given` that is fixed by locks.
    pub locked: u128,
    /// Kept at the node.
    pub kept: u64,
    /// `target − kept − given`: negative where too much is given, 0 while the
    /// target is not known.
    pub remaining: i128,
    /// The children in document order.
    pub units: Vec<UnitPlan>,
    /// Places in `units` of those that take part, in the order of the split's vectors.
    pub participants: Vec<usize>,
    /// The node itself.
    pub total: Standing,
    /// How the split ended.
    pub outcome: Outcome,
    /// What the user should see, most severe first.
    pub findings: Vec<Finding>,
}

impl NodePlan {
    /// The year the last results belong to.
    #[must_use]
    pub fn last_year(&self) -> u16 {
        self.slot.year.saturating_sub(1)
    }

    /// Given by the method, without what locks fix (people).
    #[must_use]
    pub fn given_by_method(&self) -> u128 {
        self.given.saturating_sub(self.locked)
    }

    /// Everything adds up and nothing remains.
    #[must_use]
    pub fn is_balanced(&self) -> bool {
        self.remaining == 0 && matches!(self.outcome, Outcome::Split(_))
    }

    /// The line of a unit.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> Option<&UnitPlan> {
        self.units.iter().find(|line| line.unit == id)
    }

    /// Whether any unit has a denominator: without one there are no rates to show.
    #[must_use]
    pub fn has_rates(&self) -> bool {
        self.units.iter().any(|line| line.base.is_some())
    }
}
