//! What two scenarios can differ in: one fact each.

use crate::model::{CustomId, Indicator, Issuer, Measure, Scope, Slot, UnitId};

/// The figures of one measure in a year and scope; several columns may hold some.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Series {
    /// What is counted.
    pub measure: Measure,
    /// The year the figures belong to.
    pub year: u16,
    /// Where the people are insured.
    pub scope: Scope,
}

/// One input of a scenario, in the order in which differences are told.
///
/// The pair behind a part of a rule is the indicator and year, and the node whose rule it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// An indicator and year is planned.
    Slot(Slot),
    /// A row of the targets: the `nth` of its issuer, from 0.
    Target {
        /// For which indicator and year.
        slot: Slot,
        /// Who set it.
        issuer: Issuer,
        /// Which of the issuer's.
        nth: usize,
    },
    /// Which row of the targets is split.
    Used(Slot),
    /// How an indicator gets to its goal.
    RoadMap(Indicator),
    /// A node has a rule of its own.
    OwnRule(Slot, UnitId),
    /// By what a node splits.
    Method(Slot, UnitId),
    /// The shares of a node's mix.
    Mix(Slot, UnitId),
    /// The whole or the increase is split.
    Whole(Slot, UnitId),
    /// How a node rounds.
    Rounding(Slot, UnitId),
    /// Units may not fall below their last result.
    NoUnitBelowLast(Slot, UnitId),
    /// What is kept at a node.
    Kept(Slot, UnitId),
    /// How a node's year is laid over its periods.
    Periods(Slot, UnitId),
    /// A unit, named last, is left out of a node's split.
    LeftOut(Slot, UnitId, UnitId),
    /// A unit's lock, with its reason.
    Lock(Slot, UnitId),
    /// A unit's floor.
    Floor(Slot, UnitId),
    /// A unit's ceiling.
    Ceiling(Slot, UnitId),
    /// A unit is there.
    Unit(UnitId),
    /// A unit's name.
    Name(UnitId),
    /// A unit's code.
    Code(UnitId),
    /// What a unit is.
    Kind(UnitId),
    /// What a unit belongs to.
    Parent(UnitId),
    /// The order of the units both have.
    Order,
    /// A series of the user's own is there.
    Custom(CustomId),
    /// The name of a series of the user's own.
    CustomName(CustomId),
    /// There are figures of a series.
    Series(Series),
    /// Where the figures of a series come from: its columns, without their figures.
    Columns(Series),
    /// A unit's figure.
    Figure(Series, UnitId),
    /// A published sentence, by its place among all claims of the comparison.
    Claim(usize),
    /// From where on something is remarkable.
    Bands,
}

impl Aspect {
    /// Whether a difference in this is part of another one: figures of a unit that only one has go without saying.
    ///
    /// - `differs`: whether two scenarios differ in an aspect; `parent`: what a unit belongs to where it is.
    pub(super) fn is_part_of_another(
        &self,
        differs: impl Fn(&Self) -> bool,
        parent: impl Fn(UnitId) -> Option<UnitId>,
    ) -> bool {
        let of_rule = |slot, node| {
            differs(&Self::Slot(slot)) || differs(&Self::Unit(node)) || differs(&Self::OwnRule(slot, node))
        };
        let of_series = |series: &Series| match series.measure {
            Measure::Custom(custom) => differs(&Self::Custom(custom)),
            Measure::Base(_) | Measure::Result(_) | Measure::Estimate(_) => false,
        };
        match self {
            Self::Slot(_)
            | Self::RoadMap(_)
            | Self::Order
            | Self::Custom(_)
            | Self::Claim(_)
            | Self::Bands => false,
            Self::Target { slot, .. } | Self::Used(slot) => differs(&Self::Slot(*slot)),
            Self::OwnRule(slot, node) => differs(&Self::Slot(*slot)) || differs(&Self::Unit(*node)),
            Self::Method(slot, node)
            | Self::Whole(slot, node)
            | Self::Rounding(slot, node)
            | Self::NoUnitBelowLast(slot, node)
            | Self::Kept(slot, node)
            | Self::Periods(slot, node) => of_rule(*slot, *node),
            Self::Mix(slot, node) => of_rule(*slot, *node) || differs(&Self::Method(*slot, *node)),
            Self::LeftOut(slot, node, unit) => of_rule(*slot, *node) || differs(&Self::Unit(*unit)),
            Self::Lock(slot, unit) | Self::Floor(slot, unit) | Self::Ceiling(slot, unit) => {
                differs(&Self::Slot(*slot)) || differs(&Self::Unit(*unit))
            }
            Self::Unit(unit) => parent(*unit).is_some_and(|above| differs(&Self::Unit(above))),
            Self::Name(unit) | Self::Code(unit) | Self::Kind(unit) | Self::Parent(unit) => {
                differs(&Self::Unit(*unit))
            }
            Self::CustomName(custom) => differs(&Self::Custom(*custom)),
            Self::Series(series) => of_series(series),
            Self::Columns(series) => of_series(series) || differs(&Self::Series(*series)),
            Self::Figure(series, unit) => {
                of_series(series) || differs(&Self::Series(*series)) || differs(&Self::Unit(*unit))
            }
        }
    }
}
