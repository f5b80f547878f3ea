//! How a node's target is split over its children.

use serde::{Deserialize, Serialize};

use super::{Slot, UnitId};

/// What decides each unit's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Lift the lowest first: one level of coverage for all who are below it.
    Lift,
    /// By last year's result: one rate of growth.
    Last,
    /// The increase by population.
    Population,
    /// The increase by labour force in age.
    LabourForce,
    /// The increase by people liable.
    Liable,
    /// The increase by people not yet insured.
    Gap,
    /// The same increase for everyone.
    Equal,
}

impl Method {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 7] =
        [Self::Lift, Self::LabourForce, Self::Population, Self::Gap, Self::Last, Self::Equal, Self::Liable];
}

/// How parts of a person become whole people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// One common level, each share rounded the ordinary way (Webster with limits).
    #[default]
    CommonLevel,
    /// Whole parts, then one each to the largest remainders (Hamilton).
    LargestRemainder,
}

/// The rule of one node for one indicator and year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Which indicator and year it is for.
    pub slot: Slot,
    /// The node whose children share.
    pub node: UnitId,
    /// What decides each part.
    pub method: Method,
    /// How parts become whole people.
    pub rounding: Rounding,
    /// People kept at the node itself.
    pub kept: u64,
    /// No unit gets less than its last result.
    pub no_unit_below_last: bool,
    /// Children that get nothing by choice, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<UnitId>,
}
