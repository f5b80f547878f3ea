//! Units taken over: with what they belong to, what is below them, and what is said of them.

use std::collections::{BTreeMap, BTreeSet};

use super::taking::Taking;
use crate::calc::compare::Series;
use crate::model::{Limit, Scenario, Unit, UnitId};

impl Taking<'_> {
    /// The unit is there or not, as there; with all below it that only one of them has.
    pub(super) fn unit(&mut self, unit: UnitId) {
        if self.there.unit(unit).is_some() {
            let below = with_all_below(self.there, unit);
            below.iter().for_each(|&unit| self.ensure_unit(unit));
            let known: BTreeSet<UnitId> = below.into_iter().collect();
            let rules: Vec<_> = (self.there.rules.iter())
                .filter(|rule| known.contains(&rule.node) && self.plans_alike(rule.slot))
                .map(|rule| (rule.slot, rule.node))
                .collect();
            rules.into_iter().for_each(|(slot, node)| self.own_rule(slot, node));
        } else {
            self.remove_unit(unit);
        }
    }

    /// The unit is there, below what it belongs to there, with its figures and limits.
    pub(super) fn ensure_unit(&mut self, id: UnitId) {
        let Some(unit) = self.there.unit(id).filter(|_| self.after.unit(id).is_none()) else { return };
        if let Some(parent) = unit.parent {
            self.ensure_unit(parent);
        }
        let place = self.place_of(id);
        self.after.units.insert(place, unit.clone());
        for series in self.series_there() {
            self.figure(series, id);
        }
        for (slot, unit, limit) in self.there.limits.iter() {
            if unit == id && self.plans_alike(slot) {
                self.after.limits.set(slot, unit, limit.clone());
            }
        }
        for rule in &self.there.rules {
            if rule.left_out.contains(&id) && self.after.rule(rule.slot, rule.node).is_some() {
                self.left_out(rule.slot, rule.node, id);
            }
        }
    }

    /// Behind the nearest unit before it that both have.
    fn place_of(&self, id: UnitId) -> usize {
        let known: BTreeMap<UnitId, usize> =
            self.after.units.iter().enumerate().map(|(place, unit)| (unit.id, place)).collect();
        let before = self.there.units.iter().take_while(|unit| unit.id != id);
        let place = before.filter_map(|unit| known.get(&unit.id)).last();
        place.map_or(0, |place| place + 1)
    }

    fn remove_unit(&mut self, unit: UnitId) {
        let below = with_all_below(&self.after, unit);
        // Units that are elsewhere there go to where they are there, those that are nowhere go along.
        for &unit in &below {
            let above = self.after.unit(unit).and_then(|unit| unit.parent);
            let stays = above.is_none_or(|above| self.there.unit(above).is_some());
            if self.there.unit(unit).is_some() && !stays {
                self.parent(unit);
            }
        }
        let gone: BTreeSet<UnitId> = with_all_below(&self.after, unit).into_iter().collect();
        let after = &mut self.after;
        after.units.retain(|unit| !gone.contains(&unit.id));
        for column in &mut after.facts {
            column.figures.retain(|(unit, _)| !gone.contains(unit));
        }
        // A column that had only their figures says nothing any more.
        after.facts.retain(|column| !column.figures.is_empty() || has_column(self.there, column));
        after.rules.retain(|rule| !gone.contains(&rule.node));
        after.rules.iter_mut().for_each(|rule| rule.left_out.retain(|unit| !gone.contains(unit)));
        let limits: Vec<_> = after.limits.iter().map(|(slot, unit, _)| (slot, unit)).collect();
        for (slot, unit) in limits.into_iter().filter(|(_, unit)| gone.contains(unit)) {
            after.limits.set(slot, unit, Limit::default());
        }
        after.claims.retain(|claim| claim.statement.units().all(|unit| !gone.contains(&unit)));
    }

    pub(super) fn describe(&mut self, id: UnitId, change: impl FnOnce(&mut Unit, &Unit)) {
        if let (Some(unit), Some(there)) =
            (self.after.units.iter_mut().find(|unit| unit.id == id), self.there.unit(id))
        {
            change(unit, there);
        }
    }

    /// The unit belongs to what it belongs to there. Where it would hang on itself then, the whole way up is as there.
    pub(super) fn parent(&mut self, id: UnitId) {
        let Some(parent) = self.there.unit(id).and_then(|unit| unit.parent) else { return };
        self.ensure_unit(parent);
        self.describe(id, |unit, there| unit.parent = there.parent);
        if !hangs(&self.after, id) {
            let way = way_up(self.there, parent);
            for unit in way {
                self.describe(unit, |unit, there| unit.parent = there.parent);
            }
        }
    }

    /// The units both have stand in the order they have there; the others stay in their places.
    pub(super) fn order(&mut self) {
        let known: BTreeSet<UnitId> = self.after.units.iter().map(|unit| unit.id).collect();
        let wanted: Vec<UnitId> =
            self.there.units.iter().map(|unit| unit.id).filter(|unit| known.contains(unit)).collect();
        let common: BTreeSet<UnitId> = wanted.iter().copied().collect();
        let mut units: BTreeMap<UnitId, Unit> =
            self.after.units.iter().map(|unit| (unit.id, unit.clone())).collect();
        let mut next = wanted.into_iter();
        for unit in &mut self.after.units {
            if common.contains(&unit.id)
                && let Some(taken) = next.next().and_then(|id| units.remove(&id))
            {
                *unit = taken;
            }
        }
    }

    fn series_there(&self) -> BTreeSet<Series> {
        let series = |column: &crate::model::Column| Series {
            measure: column.measure,
            year: column.year,
            scope: column.scope,
        };
        // A series that only the other has is a difference of its own.
        let here: BTreeSet<Series> = self.after.facts.iter().map(series).collect();
        self.there.facts.iter().map(series).filter(|series| here.contains(series)).collect()
    }

    /// Nobody is left with a rule who has no units.
    pub(super) fn tidy(&mut self) {
        let parents: BTreeSet<UnitId> = self.after.units.iter().filter_map(|unit| unit.parent).collect();
        let root = self.after.root().map(|root| root.id);
        self.after.rules.retain(|rule| parents.contains(&rule.node) || root == Some(rule.node));
    }
}

/// The scenario has a column that says the same of its figures.
fn has_column(scenario: &Scenario, column: &crate::model::Column) -> bool {
    let mut same = scenario.columns(column.measure, column.year, column.scope);
    same.any(|other| {
        (other.provenance, &other.source, &other.note) == (column.provenance, &column.source, &column.note)
    })
}

/// The unit and all below it, parents first.
fn with_all_below(scenario: &Scenario, unit: UnitId) -> Vec<UnitId> {
    let mut children: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
    for unit in &scenario.units {
        if let Some(parent) = unit.parent {
            children.entry(parent).or_default().push(unit.id);
        }
    }
    let mut all = vec![unit];
    let mut next = 0;
    while let Some(&unit) = all.get(next) {
        // Each unit belongs to one: nothing is met twice.
        all.extend(children.remove(&unit).unwrap_or_default());
        next += 1;
    }
    all
}

/// The unit and all above it.
fn way_up(scenario: &Scenario, unit: UnitId) -> Vec<UnitId> {
    let parents: BTreeMap<UnitId, Option<UnitId>> =
        scenario.units.iter().map(|unit| (unit.id, unit.parent)).collect();
    let above = |unit: &UnitId| parents.get(unit).copied().flatten();
    std::iter::successors(Some(unit), above).take(parents.len()).collect()
}

/// The unit's way up ends at the province.
fn hangs(scenario: &Scenario, unit: UnitId) -> bool {
    let root = scenario.root().map(|root| root.id);
    way_up(scenario, unit).last().copied() == root
}
