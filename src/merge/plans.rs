//! Targets taken over: a row, which row is used, all that is planned for an indicator and year.

use super::taking::Taking;
use crate::model::{Issuer, Limit, Scenario, Slot, Target, UnitId};

impl Taking<'_> {
    /// Whether both plan an indicator and year, or neither does.
    pub(super) fn plans_alike(&self, slot: Slot) -> bool {
        self.after.target(slot).is_some() == self.there.target(slot).is_some()
    }

    /// All that is planned for an indicator and year is as there. One that is left without any plan takes over one.
    pub(super) fn slot(&mut self, slot: Slot) {
        let targets = &mut self.after.targets;
        let at = targets.iter().position(|target| target.slot == slot).unwrap_or(targets.len());
        targets.retain(|target| target.slot != slot);
        let at = at.min(targets.len());
        targets.splice(at..at, self.there.targets.iter().filter(|target| target.slot == slot).cloned());
        self.after.rules.retain(|rule| rule.slot != slot);
        let nodes: Vec<UnitId> =
            self.there.rules.iter().filter(|rule| rule.slot == slot).map(|rule| rule.node).collect();
        nodes.into_iter().for_each(|node| self.own_rule(slot, node));
        let limits = |scenario: &Scenario| -> Vec<(UnitId, Limit)> {
            let of = scenario.limits.iter().filter(|(of, ..)| *of == slot);
            of.map(|(_, unit, limit)| (unit, limit.clone())).collect()
        };
        for (unit, _) in limits(&self.after) {
            self.after.limits.set(slot, unit, Limit::default());
        }
        for (unit, limit) in limits(self.there) {
            if self.after.unit(unit).is_some() {
                self.after.limits.set(slot, unit, limit);
            }
        }
        if self.after.slots().next().is_none()
            && let Some(first) = self.there.slots().next()
        {
            self.slot(first);
        }
    }

    /// The `nth` row of an issuer is as there; which row is used stays, as long as there is one.
    pub(super) fn target(&mut self, slot: Slot, issuer: &Issuer, nth: usize) {
        let here = rows(&self.after, slot, issuer);
        let there = rows(self.there, slot, issuer);
        match (here.get(nth), there.get(nth)) {
            (Some(&place), Some(&other)) => {
                let used = self.after.targets[place].used;
                self.after.targets[place] = Target { used, ..self.there.targets[other].clone() };
            }
            (None, Some(_)) => {
                for &other in &there[here.len()..=nth] {
                    let row = Target { used: false, ..self.there.targets[other].clone() };
                    let last = self.after.targets.iter().rposition(|target| target.slot == slot);
                    self.after.targets.insert(last.map_or(self.after.targets.len(), |last| last + 1), row);
                }
            }
            (Some(_), None) => {
                let was_used = self.after.target(slot).is_some();
                here[nth..].iter().rev().for_each(|&place| drop(self.after.targets.remove(place)));
                if was_used && self.after.target(slot).is_none() {
                    self.used(slot);
                }
            }
            (None, None) => {}
        }
    }

    /// The row that is split is the one that is split there.
    pub(super) fn used(&mut self, slot: Slot) {
        let place = self.there.targets.iter().position(|target| target.used && target.slot == slot);
        let Some(place) = place else { return };
        let issuer = &self.there.targets[place].issuer;
        let nth = rows(self.there, slot, issuer).iter().filter(|&&row| row < place).count();
        if rows(&self.after, slot, issuer).len() <= nth {
            self.target(slot, issuer, nth);
        }
        let row = rows(&self.after, slot, issuer).get(nth).copied();
        for (place, target) in self.after.targets.iter_mut().enumerate() {
            if target.slot == slot {
                target.used = Some(place) == row;
            }
        }
    }
}

/// The places of an issuer's rows for an indicator and year.
fn rows(scenario: &Scenario, slot: Slot, issuer: &Issuer) -> Vec<usize> {
    let is_row = |target: &Target| target.slot == slot && target.issuer == *issuer;
    let rows = scenario.targets.iter().enumerate().filter(|(_, target)| is_row(target));
    rows.map(|(place, _)| place).collect()
}
