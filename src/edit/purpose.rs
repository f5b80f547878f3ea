//! What several changes made at once were for.

use serde::{Deserialize, Serialize};

/// What several changes made at once were for: names the step in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Floors lowered as little as possible.
    LowerFloors,
    /// Ceilings raised as little as possible.
    RaiseCeilings,
    /// Limits removed.
    Release,
    /// Cells locked.
    Lock,
    /// Cells unlocked.
    Unlock,
    /// Cells cleared.
    Clear,
    /// Cells filled from another one.
    Fill,
    /// Cells pasted.
    Paste,
    /// Floors and ceilings set.
    Limits,
    /// Units put below a new one.
    Group,
    /// A unit taken away, its units left in its place.
    Ungroup,
    /// Several drivers mixed, with the shares to begin with.
    StartMix,
    /// A year of a road map gets a target of its own, and the rule to split it by.
    PlanYear,
    /// A road map is set, with its goal and the rules to split its years by.
    PlanAhead,
    /// The target counts other people, and what is kept at the province with them.
    CountScope,
    /// One unit gets fewer or more, and others take the difference.
    Negotiate,
    /// An input is taken from another scenario.
    TakeOver,
}
