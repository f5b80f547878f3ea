//! Why an edit could not be made.

use crate::model::{CustomId, Slot, UnitId, Wrong};

/// Why an edit could not be made; the scenario is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no such unit.
    #[error("unit {} does not exist", unit.0)]
    UnknownUnit {
        /// The id.
        unit: UnitId,
    },
    /// There is no target for this indicator and year.
    #[error("{slot:?} has no target")]
    NoTarget {
        /// The indicator and year.
        slot: Slot,
    },
    /// The list has no such row.
    #[error("the list has no row {place}")]
    NoRow {
        /// Where it was looked for, from 0.
        place: usize,
    },
    /// The document would contradict itself.
    #[error("the document would contradict itself: {0}")]
    Wrong(Wrong),
    /// The node has no rule for this indicator and year.
    #[error("{slot:?} has no rule at unit {}", node.0)]
    NoRule {
        /// The indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
    },
    /// The node has a rule of its own already.
    #[error("{slot:?} has a rule at unit {} already", node.0)]
    HasRule {
        /// The indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
    },
    /// The province has nobody above it to inherit a rule from.
    #[error("the province needs a rule of its own for {slot:?}")]
    ProvinceRule {
        /// The indicator and year.
        slot: Slot,
    },
    /// The unit has nobody below it, so nothing is split there.
    #[error("unit {} has no units below it", unit.0)]
    NothingBelow {
        /// The unit.
        unit: UnitId,
    },
    /// The shares of a mix do not total 1,000 per mille.
    #[error("the shares of the mix total {per_mille} per mille")]
    MixNotWhole {
        /// What they total.
        per_mille: u64,
    },
    /// A driver stands in a mix twice.
    #[error("a driver stands in the mix twice")]
    DoubleDriver,
    /// There is no such series of the user's own.
    #[error("series {} does not exist", series.0)]
    UnknownCustom {
        /// The id.
        series: CustomId,
    },
    /// A rule goes by this series of the user's own.
    #[error("{slot:?} is split by series {} at unit {}", series.0, node.0)]
    CustomInUse {
        /// The series.
        series: CustomId,
        /// The indicator and year of the rule.
        slot: Slot,
        /// The node of the rule.
        node: UnitId,
    },
    /// A name is blank.
    #[error("a name is blank")]
    EmptyName,
    /// What the program works out is no figure of the document.
    #[error("computed figures are not kept in the document")]
    ComputedColumn,
    /// The province can neither be removed nor moved, and there is one only.
    #[error("the province stays at the top of the tree")]
    Province,
    /// A unit cannot be put below itself, or below a unit that hangs on it.
    #[error("unit {} cannot be put below unit {}, which hangs on it", unit.0, parent.0)]
    UnderItself {
        /// The unit.
        unit: UnitId,
        /// Where it was to go.
        parent: UnitId,
    },
    /// This indicator and year are planned already.
    #[error("{slot:?} has a target already")]
    HasTarget {
        /// The indicator and year.
        slot: Slot,
    },
}
