//! One edit is one gesture, and every edit knows its inverse.

use std::mem;

use serde::{Deserialize, Serialize};

use crate::model::{Limit, Method, Quantity, Rounding, Rule, Scenario, Slot, UnitId};

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
}

/// A change of the scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// Replaces the target that is split.
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
    /// Replaces a unit's floor, ceiling and lock; an empty limit removes them.
    SetLimit {
        /// For which indicator and year.
        slot: Slot,
        /// The unit.
        unit: UnitId,
        /// The new ones.
        limit: Limit,
    },
    /// Several changes as one gesture.
    Several {
        /// What they were for.
        purpose: Purpose,
        /// The changes, in the order they are made.
        edits: Vec<Edit>,
    },
}

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
    /// The node has no rule for this indicator and year.
    #[error("{slot:?} has no rule at unit {}", node.0)]
    NoRule {
        /// The indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
    },
}

impl Edit {
    /// Applies the edit and returns its inverse.
    ///
    /// # Errors
    /// [`EditError`]; the scenario is then unchanged.
    pub fn apply(self, scenario: &mut Scenario) -> Result<Self, EditError> {
        match self {
            Self::SetTarget { slot, quantity } => {
                let target = (scenario.targets.iter_mut())
                    .find(|target| target.used && target.slot == slot)
                    .ok_or(EditError::NoTarget { slot })?;
                let quantity = mem::replace(&mut target.quantity, quantity);
                Ok(Self::SetTarget { slot, quantity })
            }
            Self::SetMethod { slot, node, method } => {
                let method = mem::replace(&mut rule(scenario, slot, node)?.method, method);
                Ok(Self::SetMethod { slot, node, method })
            }
            Self::SetRounding { slot, node, rounding } => {
                let rounding = mem::replace(&mut rule(scenario, slot, node)?.rounding, rounding);
                Ok(Self::SetRounding { slot, node, rounding })
            }
            Self::SetKept { slot, node, kept } => {
                let kept = mem::replace(&mut rule(scenario, slot, node)?.kept, kept);
                Ok(Self::SetKept { slot, node, kept })
            }
            Self::SetNoUnitBelowLast { slot, node, on } => {
                let on = mem::replace(&mut rule(scenario, slot, node)?.no_unit_below_last, on);
                Ok(Self::SetNoUnitBelowLast { slot, node, on })
            }
            Self::SetLeftOut { slot, node, mut units } => {
                units.sort_unstable();
                units.dedup();
                if let Some(&unit) = units.iter().find(|&&unit| scenario.unit(unit).is_none()) {
                    return Err(EditError::UnknownUnit { unit });
                }
                let units = mem::replace(&mut rule(scenario, slot, node)?.left_out, units);
                Ok(Self::SetLeftOut { slot, node, units })
            }
            Self::SetLimit { slot, unit, limit } => {
                scenario.unit(unit).ok_or(EditError::UnknownUnit { unit })?;
                let limit = scenario.limits.set(slot, unit, limit);
                Ok(Self::SetLimit { slot, unit, limit })
            }
            Self::Several { purpose, edits } => apply_all(scenario, purpose, edits),
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
            | Self::SetLeftOut { slot, node, .. } => (*slot, Some(*node)),
            Self::SetLimit { slot, unit, .. } => (*slot, Some(*unit)),
            Self::Several { .. } => return None,
        };
        Some((mem::discriminant(self), slot, unit))
    }
}

/// All or nothing: an error takes back what was already done.
fn apply_all(scenario: &mut Scenario, purpose: Purpose, edits: Vec<Edit>) -> Result<Edit, EditError> {
    let mut inverses = Vec::with_capacity(edits.len());
    let mut outcome = Ok(());
    for edit in edits {
        match edit.apply(scenario) {
            Ok(inverse) => inverses.push(inverse),
            Err(error) => {
                outcome = Err(error);
                break;
            }
        }
    }
    inverses.reverse();
    match outcome {
        Ok(()) => Ok(Edit::Several { purpose, edits: inverses }),
        Err(error) => {
            for inverse in inverses {
                inverse.apply(scenario)?;
            }
            Err(error)
        }
    }
}

fn rule(scenario: &mut Scenario, slot: Slot, node: UnitId) -> Result<&mut Rule, EditError> {
    (scenario.rules.iter_mut())
        .find(|rule| rule.slot == slot && rule.node == node)
        .ok_or(EditError::NoRule { slot, node })
}
