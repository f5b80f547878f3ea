//! The scenario (phương án): the one document the user edits.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Column, Indicator, Limits, Measure, Rule, Scope, Target, Unit, UnitId};

/// Names a scenario for good, in storage too. Letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ScenarioId(pub String);

/// An indicator in a year: what one target, one rule and one limit are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// What is planned.
    pub indicator: Indicator,
    /// The plan year.
    pub year: u16,
}

/// How a scenario began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The built-in example itself: the first edit makes a copy of it.
    Example,
    /// The user's own.
    #[default]
    Own,
}

/// One plan with everything that was entered and decided, and nothing that can be computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its name for good.
    pub id: ScenarioId,
    /// The name the user reads.
    pub name: String,
    /// A remark of the user's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Example or own.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub origin: Origin,
    /// The unit tree in document order; the one without a parent is the root.
    pub units: Vec<Unit>,
    /// Columns of figures.
    pub facts: Vec<Column>,
    /// Who asks for how much.
    pub targets: Vec<Target>,
    /// How each target is split.
    pub rules: Vec<Rule>,
    /// Floors, ceilings and locks.
    pub limits: Limits,
}

/// A document that contradicts itself: what is wrong and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// There must be exactly one unit without a parent.
    #[error("{count} units have no parent; exactly one must have none")]
    Roots {
        /// How many there are.
        count: usize,
    },
    /// Two units have one id.
    #[error("unit {} appears twice", unit.0)]
    DoubleUnit {
        /// The id.
        unit: UnitId,
    },
    /// Something names a unit that does not exist.
    #[error("unit {} does not exist", unit.0)]
    UnknownUnit {
        /// The id.
        unit: UnitId,
    },
    /// A unit is, through its parents, its own ancestor.
    #[error("unit {} is its own ancestor", unit.0)]
    Cycle {
        /// The id.
        unit: UnitId,
    },
    /// A list that must be in order without doubles is not.
    #[error("the {list} are not in order, or one appears twice")]
    NotSorted {
        /// Which list.
        list: &'static str,
    },
    /// No target is used to allocate.
    #[error("no target is used to allocate")]
    NoTarget,
    /// A target used to allocate has no rule at the root, or a second one stands beside it.
    #[error("{slot:?} has two targets in use, or no rule")]
    Incomplete {
        /// The indicator and year.
        slot: Slot,
    },
}

impl Scenario {
    /// The unit with this id.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    /// The province: the one unit without a parent.
    #[must_use]
    pub fn root(&self) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.parent.is_none())
    }

    /// The units right below `parent`, in document order.
    pub fn children(&self, parent: UnitId) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(move |unit| unit.parent == Some(parent))
    }

    /// The indicators and years that have a target in use, in the order of the target list.
    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        self.targets.iter().filter(|target| target.used).map(|target| target.slot)
    }

    /// The target that is split for this indicator and year.
    #[must_use]
    pub fn target(&self, slot: Slot) -> Option<&Target> {
        self.targets.iter().find(|target| target.used && target.slot == slot)
    }

    /// The node's own rule.
    #[must_use]
    pub fn rule(&self, slot: Slot, node: UnitId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.slot == slot && rule.node == node)
    }

    /// The columns of a measure in a year, in the order they count.
    pub fn columns(&self, measure: Measure, year: u16, scope: Scope) -> impl Iterator<Item = &Column> {
        self.facts
            .iter()
            .filter(move |column| (column.measure, column.year, column.scope) == (measure, year, scope))
    }

    /// Says what contradicts itself, before a stored document is trusted.
    ///
    /// # Errors
    /// The first [`Wrong`] found.
    pub fn check(&self) -> Result<(), Wrong> {
        self.check_tree()?;
        self.check_lists()?;
        let known: BTreeSet<UnitId> = self.units.iter().map(|unit| unit.id).collect();
        let named = (self.facts.iter().flat_map(|column| column.figures.iter().map(|&(unit, _)| unit)))
            .chain(self.rules.iter().flat_map(|rule| rule.left_out.iter().copied().chain([rule.node])))
            .chain(self.limits.iter().map(|(_, unit, _)| unit));
        for unit in named {
            if !known.contains(&unit) {
                return Err(Wrong::UnknownUnit { unit });
            }
        }
        self.check_slots()
    }

    fn check_tree(&self) -> Result<(), Wrong> {
        let mut parents = BTreeMap::new();
        for unit in &self.units {
            if parents.insert(unit.id, unit.parent).is_some() {
                return Err(Wrong::DoubleUnit { unit: unit.id });
            }
        }
        let count = self.units.iter().filter(|unit| unit.parent.is_none()).count();
        if count != 1 {
            return Err(Wrong::Roots { count });
        }
        for unit in &self.units {
            let mut above = unit.parent;
            for _ in 0..=self.units.len() {
                match above {
                    None => break,
                    Some(id) => above = *parents.get(&id).ok_or(Wrong::UnknownUnit { unit: id })?,
                }
            }
            if above.is_some() {
                return Err(Wrong::Cycle { unit: unit.id });
            }
        }
        Ok(())
    }

    fn check_lists(&self) -> Result<(), Wrong> {
        let figures = self.facts.iter().all(|column| column.figures.is_sorted_by(|a, b| a.0 < b.0));
        let left_out = self.rules.iter().all(|rule| rule.left_out.is_sorted_by(|a, b| a < b));
        for (sorted, list) in
            [(figures, "figures"), (left_out, "units left out"), (self.limits.is_sorted(), "limits")]
        {
            if !sorted {
                return Err(Wrong::NotSorted { list });
            }
        }
        Ok(())
    }

    fn check_slots(&self) -> Result<(), Wrong> {
        let root = self.root().map(|unit| unit.id);
        let ruled = |slot| root.is_some_and(|root| self.rule(slot, root).is_some());
        if self.slots().next().is_none() {
            return Err(Wrong::NoTarget);
        }
        let mut seen = BTreeSet::new();
        for slot in self.slots() {
            if !seen.insert(slot) || !ruled(slot) {
                return Err(Wrong::Incomplete { slot });
            }
        }
        Ok(())
    }
}
