//! The scenario (phương án): the one document the user edits.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Bands, Claim, Column, Custom, CustomId, Indicator, Limits, Measure, MixPart, Provenance, RoadMap, Rule,
    Scope, Target, Unit, UnitId,
};

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
    /// The user's own series.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customs: Vec<Custom>,
    /// Columns of figures.
    pub facts: Vec<Column>,
    /// Who asks for how much.
    pub targets: Vec<Target>,
    /// How each target is split: at the root, and at nodes that go their own way.
    pub rules: Vec<Rule>,
    /// Floors, ceilings and locks.
    pub limits: Limits,
    /// Published sentences about the figures, to be recomputed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// How indicators get to a goal some years ahead, sorted by indicator, each at most once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub road_maps: Vec<RoadMap>,
    /// From where on something is remarkable.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub bands: Bands,
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
    /// A road map does not run forwards.
    #[error("the road map of {indicator:?} runs from {from} to {to}")]
    RoadMapYears {
        /// Of which indicator.
        indicator: Indicator,
        /// Where it starts.
        from: u16,
        /// Where it ends.
        to: u16,
    },
    /// Thresholds cross: what is a stretch begins below what is within reach, or the like.
    #[error("the thresholds are not in order")]
    Bands,
    /// A target used to allocate has no rule at the root, or a second one stands beside it.
    #[error("{slot:?} has two targets in use, or no rule")]
    Incomplete {
        /// The indicator and year.
        slot: Slot,
    },
    /// A node has two rules for one indicator and year.
    #[error("{slot:?} has two rules at unit {}", node.0)]
    DoubleRule {
        /// The indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
    },
    /// A unit with nobody below it has a rule.
    #[error("{slot:?} has a rule at unit {}, which has no units below it", node.0)]
    RuleOnLeaf {
        /// The indicator and year.
        slot: Slot,
        /// The unit.
        node: UnitId,
    },
    /// The shares of a mix do not total 1,000 per mille, or a rule by a mix has none.
    #[error("the mix of {slot:?} at unit {} totals {per_mille} per mille", node.0)]
    MixNotWhole {
        /// The indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// What the shares total.
        per_mille: u64,
    },
    /// A driver stands in one mix twice.
    #[error("the mix of {slot:?} at unit {} has a driver twice", node.0)]
    DoubleDriver {
        /// The indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
    },
    /// Weights of periods are not one for each, or all zero.
    #[error("the periods of {slot:?} at unit {} have no shape", node.0)]
    Periods {
        /// The indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
    },
    /// Two series of the user's own have one id.
    #[error("series {} appears twice", series.0)]
    DoubleCustom {
        /// The id.
        series: CustomId,
    },
    /// Something names a series of the user's own that does not exist.
    #[error("series {} does not exist", series.0)]
    UnknownCustom {
        /// The id.
        series: CustomId,
    },
    /// A limit sets nothing, or a floor or ceiling without a number.
    #[error("the limit of unit {} for {slot:?} is empty", unit.0)]
    EmptyLimit {
        /// The indicator and year.
        slot: Slot,
        /// The unit.
        unit: UnitId,
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

    /// The road map of an indicator.
    #[must_use]
    pub fn road_map(&self, indicator: Indicator) -> Option<&RoadMap> {
        self.road_maps.iter().find(|road_map| road_map.indicator == indicator)
    }

    /// The node's own rule.
    #[must_use]
    pub fn rule(&self, slot: Slot, node: UnitId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.slot == slot && rule.node == node)
    }

    /// The rule in force at a node: its own, else that of the nearest node above which has one, without what
    /// that one keeps and leaves out.
    #[must_use]
    pub fn rule_in_force(&self, slot: Slot, node: UnitId) -> Option<Rule> {
        if let Some(own) = self.rule(slot, node) {
            return Some(own.clone());
        }
        let mut above = self.unit(node)?.parent;
        // No way up is longer than there are units, whatever the parents say.
        for _ in 0..self.units.len() {
            let parent = self.unit(above?)?;
            if let Some(rule) = self.rule(slot, parent.id) {
                return Some(rule.inherited_by(node));
            }
            above = parent.parent;
        }
        None
    }

    /// The user's own series with this id.
    #[must_use]
    pub fn custom(&self, id: CustomId) -> Option<&Custom> {
        self.customs.iter().find(|series| series.id == id)
    }

    /// The columns of a measure in a year, in the order they count.
    pub fn columns(&self, measure: Measure, year: u16, scope: Scope) -> impl Iterator<Item = &Column> {
        self.facts.iter().filter(move |column| column.is_of(measure, year, scope))
    }

    /// The figures of the column at a place of the facts that count: no column before it has one for the unit.
    pub fn figures_in_force(&self, place: usize) -> impl Iterator<Item = (UnitId, u64)> {
        let (before, rest) = self.facts.split_at(place.min(self.facts.len()));
        rest.first().into_iter().flat_map(move |column| {
            let is_shadowed = move |unit: UnitId| {
                let mut same = before.iter().filter(|b| b.is_of(column.measure, column.year, column.scope));
                same.any(|before| before.figure(unit).is_some())
            };
            column.figures.iter().copied().filter(move |&(unit, _)| !is_shadowed(unit))
        })
    }

    /// Some figure that counts is made up, so that screen and paper must say so.
    #[must_use]
    pub fn is_illustrative(&self) -> bool {
        let made_up = |place: &usize| self.facts[*place].provenance == Provenance::Illustrative;
        (0..self.facts.len()).filter(made_up).any(|place| self.figures_in_force(place).next().is_some())
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
            .chain(self.limits.iter().map(|(_, unit, _)| unit))
            .chain(self.claims.iter().flat_map(|claim| claim.statement.units()));
        for unit in named {
            if !known.contains(&unit) {
                return Err(Wrong::UnknownUnit { unit });
            }
        }
        self.check_road_maps()?;
        self.check_targets()?;
        self.check_rules()?;
        self.check_customs()
    }

    fn check_road_maps(&self) -> Result<(), Wrong> {
        if !self.road_maps.is_sorted_by(|a, b| a.indicator < b.indicator) {
            return Err(Wrong::NotSorted { list: "road maps" });
        }
        if let Some(&RoadMap { indicator, from, to, .. }) =
            self.road_maps.iter().find(|map| map.from >= map.to)
        {
            return Err(Wrong::RoadMapYears { indicator, from, to });
        }
        if self.bands.is_in_order() { Ok(()) } else { Err(Wrong::Bands) }
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
        if let Some(unit) = parents.values().flatten().find(|parent| !parents.contains_key(parent)) {
            return Err(Wrong::UnknownUnit { unit: *unit });
        }
        self.check_cycles(&parents)
    }

    /// Every unit's way up ends at the root. Each unit is walked over once.
    fn check_cycles(&self, parents: &BTreeMap<UnitId, Option<UnitId>>) -> Result<(), Wrong> {
        let mut hangs: BTreeSet<UnitId> = BTreeSet::new();
        for unit in &self.units {
            let mut way = BTreeSet::new();
            let mut above = Some(unit.id);
            while let Some(id) = above.filter(|id| !hangs.contains(id)) {
                if !way.insert(id) {
                    return Err(Wrong::Cycle { unit: unit.id });
                }
                above = parents.get(&id).copied().flatten();
            }
            hangs.extend(way);
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

    /// At least one target is in use; each has a rule at the root and no second one beside it.
    ///
    /// # Errors
    /// [`Wrong::NoTarget`] or [`Wrong::Incomplete`].
    pub(crate) fn check_targets(&self) -> Result<(), Wrong> {
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

    fn check_rules(&self) -> Result<(), Wrong> {
        let root = self.root().map(|unit| unit.id);
        let parents: BTreeSet<UnitId> = self.units.iter().filter_map(|unit| unit.parent).collect();
        let mut seen = BTreeSet::new();
        for rule in &self.rules {
            let (slot, node) = (rule.slot, rule.node);
            if !seen.insert((slot, node)) {
                return Err(Wrong::DoubleRule { slot, node });
            }
            if !parents.contains(&node) && root != Some(node) {
                return Err(Wrong::RuleOnLeaf { slot, node });
            }
            let per_mille = MixPart::total(&rule.mix);
            if rule.needs_mix() && per_mille != u64::from(MixPart::WHOLE) {
                return Err(Wrong::MixNotWhole { slot, node, per_mille });
            }
            if MixPart::double(&rule.mix).is_some() {
                return Err(Wrong::DoubleDriver { slot, node });
            }
            if !rule.periods.has_shape() {
                return Err(Wrong::Periods { slot, node });
            }
        }
        match self.limits.iter().find(|(_, _, limit)| limit.is_empty() || limit.is_open()) {
            Some((slot, unit, _)) => Err(Wrong::EmptyLimit { slot, unit }),
            None => Ok(()),
        }
    }

    fn check_customs(&self) -> Result<(), Wrong> {
        let mut known = BTreeSet::new();
        for series in &self.customs {
            if !known.insert(series.id) {
                return Err(Wrong::DoubleCustom { series: series.id });
            }
        }
        let measured = self.facts.iter().filter_map(|column| match column.measure {
            Measure::Custom(series) => Some(series),
            Measure::Base(_) | Measure::Result(_) | Measure::Estimate(_) => None,
        });
        let weighed = self.rules.iter().flat_map(Rule::customs);
        match measured.chain(weighed).find(|series| !known.contains(series)) {
            Some(series) => Err(Wrong::UnknownCustom { series }),
            None => Ok(()),
        }
    }
}
