//! One edit is one gesture, and every edit knows its inverse.

use std::mem;

use serde::{Deserialize, Serialize};

use super::{Entries, ListChange, Patch, Purpose, UnitChange};
use crate::model::{
    Bands, Claim, Column, ColumnHead, Custom, CustomId, Indicator, Limit, Method, MixPart, PeriodRule,
    Quantity, RoadMap, Rounding, Rule, Slot, Target, Unit, UnitId,
};

/// A change of the scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// Replaces the target that is split: the user's own number from now on, whoever vouched for the one before.
    SetTarget {
        /// Of which indicator and year.
        slot: Slot,
        /// The new one.
        quantity: Quantity,
    },
    /// Replaces the method of a node's rule.
    SetMethod {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The new one.
        method: Method,
    },
    /// Replaces the rounding of a node's rule.
    SetRounding {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The new one.
        rounding: Rounding,
    },
    /// Replaces what is kept at a node (people).
    SetKept {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The new one.
        kept: u64,
    },
    /// Says whether units may fall below their last result.
    SetNoUnitBelowLast {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// On or off.
        on: bool,
    },
    /// Replaces the units left out of a node's split.
    SetLeftOut {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// Who, sorted.
        units: Vec<UnitId>,
    },
    /// Replaces the drivers and shares of a node's mix; none is allowed while another method is in force.
    SetMix {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The new ones; their shares total [`MixPart::WHOLE`].
        mix: Vec<MixPart>,
    },
    /// Says whether the whole is shared out, not the increase.
    SetWhole {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The whole or the increase.
        on: bool,
    },
    /// Replaces how a node's year is laid over its quarters or months.
    SetPeriods {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The new one.
        periods: PeriodRule,
    },
    /// Gives a node a rule of its own, which the nodes below it that have none inherit.
    GiveOwnRule {
        /// The rule, with its node.
        rule: Box<Rule>,
        /// Where it goes in the list of rules; `None` is at its end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<usize>,
    },
    /// Takes a node's own rule away: it goes by that of the nearest node above which has one.
    Inherit {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
    },
    /// Replaces a unit's floor, ceiling and lock; an empty limit removes them.
    SetLimit {
        /// For which indicator and year.
        slot: Slot,
        /// The unit.
        unit: UnitId,
        /// The new ones.
        limit: Limit,
    },
    /// Adds, removes or replaces a row of the targets.
    ChangeTargets {
        /// Where in the list.
        place: usize,
        /// What is done there.
        change: ListChange<Target>,
    },
    /// Chooses the row of the targets that is split, or none.
    UseTarget {
        /// For which indicator and year.
        slot: Slot,
        /// Where in the list of targets.
        place: Option<usize>,
    },
    /// Adds, removes or replaces a claim.
    ChangeClaims {
        /// Where in the list.
        place: usize,
        /// What is done there.
        change: ListChange<Claim>,
    },
    /// Replaces an indicator's road map; nothing removes it.
    SetRoadMap {
        /// Of which indicator.
        indicator: Indicator,
        /// The new one.
        road_map: Option<RoadMap>,
    },
    /// Replaces the thresholds of the findings.
    SetBands(Bands),
    /// Renames the scenario and replaces the remark on it.
    Describe {
        /// The name the user reads; not blank.
        name: String,
        /// The remark, which may be empty.
        note: String,
    },
    /// Enters figures (people), typed or pasted, or clears them.
    SetFigures(Vec<Entries>),
    /// Replaces what a column says of its figures.
    DescribeColumn {
        /// Where in the facts.
        place: usize,
        /// The new words.
        head: ColumnHead,
    },
    /// Puts a column before the others of its measure, year and scope, so that its figures count.
    AddColumn(Box<Column>),
    /// Takes a column out.
    RemoveColumn {
        /// Where in the facts.
        place: usize,
    },
    /// Adds a series of the user's own, still without figures.
    AddCustom(Custom),
    /// Renames a series of the user's own.
    RenameCustom {
        /// Which one.
        series: CustomId,
        /// The new name.
        name: String,
    },
    /// Takes a series of the user's own out, with its figures.
    RemoveCustom {
        /// Which one.
        series: CustomId,
    },
    /// Adds units, each below its own parent.
    AddUnits {
        /// The units, with ids of their own.
        units: Vec<Unit>,
        /// The unit they stand before in the list; none is behind all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<UnitId>,
    },
    /// Gives units other names, codes or kinds.
    DescribeUnits(Vec<UnitChange>),
    /// Puts units below a parent, in the order given; also the same one, to change their order.
    MoveUnits {
        /// The units.
        units: Vec<UnitId>,
        /// Their parent from now on.
        parent: UnitId,
        /// The unit they stand before in the list; none is behind all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<UnitId>,
    },
    /// Removes units with everything below them: figures, limits, rules, and claims that name them.
    RemoveUnits(Vec<UnitId>),
    /// Plans another indicator and year: adds its target, in use, and a rule for the province.
    AddSlot(Box<Target>),
    /// Plans an indicator and year no longer: its targets, rules and limits go, its figures stay.
    RemoveSlot {
        /// Which indicator and year.
        slot: Slot,
    },
    /// Puts lists back as they were: the inverse of changes of figures, of the tree and of what is planned.
    Restore(Box<Patch>),
    /// Several changes as one gesture.
    Several {
        /// What they were for.
        purpose: Purpose,
        /// The changes, in the order they are made.
        edits: Vec<Edit>,
    },
}

impl Edit {
    /// It changes nothing, wherever it is made.
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            Self::Restore(patch) => patch.is_nothing(),
            Self::Several { edits, .. } => edits.iter().all(Self::is_nothing),
            _ => false,
        }
    }

    /// After it the document says what it said before `inverse` was needed: a target typed back to the number that
    /// stood there is no change, and is not the user's own for it.
    pub(super) fn comes_to_nothing(&self, inverse: &Self) -> bool {
        match (self, inverse) {
            (
                Self::SetTarget { slot, quantity },
                Self::ChangeTargets { change: ListChange::Replace(before), .. },
            ) => before.slot == *slot && before.quantity == *quantity,
            _ => self == inverse,
        }
    }

    /// Replaces the same part of the document, so that the inverse of one takes both back.
    pub(super) fn is_at_place_of(&self, other: &Self) -> bool {
        self.place().is_some_and(|place| other.place() == Some(place))
    }

    fn place(&self) -> Option<(mem::Discriminant<Self>, Slot, Option<UnitId>)> {
        let (slot, unit) = match self {
            Self::SetTarget { slot, .. } => (*slot, None),
            Self::SetMethod { slot, node, .. }
            | Self::SetRounding { slot, node, .. }
            | Self::SetKept { slot, node, .. }
            | Self::SetNoUnitBelowLast { slot, node, .. }
            | Self::SetLeftOut { slot, node, .. }
            | Self::SetMix { slot, node, .. }
            | Self::SetWhole { slot, node, .. }
            | Self::SetPeriods { slot, node, .. } => (*slot, Some(*node)),
            Self::SetLimit { slot, unit, .. } => (*slot, Some(*unit)),
            Self::GiveOwnRule { .. }
            | Self::Inherit { .. }
            | Self::ChangeTargets { .. }
            | Self::UseTarget { .. }
            | Self::ChangeClaims { .. }
            | Self::SetRoadMap { .. }
            | Self::SetBands(_)
            | Self::Describe { .. }
            | Self::SetFigures(_)
            | Self::DescribeColumn { .. }
            | Self::AddColumn(_)
            | Self::RemoveColumn { .. }
            | Self::AddCustom(_)
            | Self::RenameCustom { .. }
            | Self::RemoveCustom { .. }
            | Self::AddUnits { .. }
            | Self::DescribeUnits(_)
            | Self::MoveUnits { .. }
            | Self::RemoveUnits(_)
            | Self::AddSlot(_)
            | Self::RemoveSlot { .. }
            | Self::Restore(_)
            | Self::Several { .. } => return None,
        };
        Some((mem::discriminant(self), slot, unit))
    }
}
