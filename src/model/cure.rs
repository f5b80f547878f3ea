//! What would mend a finding: calc proposes it, edit carries it out.

use super::{Indicator, Quantity, Slot, Target, UnitId};

/// A change of inputs that mends what a finding tells, such as an impossible split. All numbers are people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cure {
    /// Raise the target to `to`, which is `by` more.
    RaiseTarget {
        /// The new target.
        to: u64,
        /// How much more that is.
        by: u64,
    },
    /// Lower the target to `to`, which is `by` less.
    LowerTarget {
        /// The new target.
        to: u64,
        /// How much less that is.
        by: u64,
    },
    /// Move a node's own limit up, so that it gets `to`, which is `by` more.
    RaiseNode {
        /// The node.
        unit: UnitId,
        /// What it then gets.
        to: u64,
        /// How much more that is.
        by: u64,
    },
    /// Move a node's own limit down, so that it gets `to`, which is `by` less.
    LowerNode {
        /// The node.
        unit: UnitId,
        /// What it then gets.
        to: u64,
        /// How much less that is.
        by: u64,
    },
    /// Let units fall below their last result.
    LetUnitsFall,
    /// Lower the floors the user set to these.
    LowerFloors(Vec<(UnitId, Quantity)>),
    /// Raise the ceilings to these.
    RaiseCeilings(Vec<(UnitId, Quantity)>),
    /// Remove every limit the user set on these units.
    Release(Vec<UnitId>),
    /// Keep so many (all in all) at the node.
    KeepAtNode(u64),
    /// Leave these units out of the split.
    LeaveOut(Vec<UnitId>),
    /// Allocate another row of the targets.
    UseTarget {
        /// For which indicator and year.
        slot: Slot,
        /// The row, as a place in the document's targets.
        place: usize,
        /// What it asks for.
        people: u64,
    },
    /// Set the number of a row of the targets, used or not.
    ChangeTarget {
        /// The row, as a place in the document's targets.
        place: usize,
        /// The row as it would be.
        target: Box<Target>,
    },
    /// Let the years of a road map fall below the year before.
    LetRoadMapFall(Indicator),
}
